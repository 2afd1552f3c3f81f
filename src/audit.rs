//! The audit: a second path from a journal's bytes to scores, places and awards.
//!
//! It shares no code with the engine that it checks: it reads the rows itself, recomputes the chain,
//! reads records as plain JSON into shapes of its own, folds them, and computes every score by
//! fractions. Only then its results are laid beside the engine's, and that by `crate::cli`: this
//! layer names no other. What it proves and what it does not is `docs/verify.md`.
//!
//! What always holds, and the test that guards it:
//!
//! - it agrees with the engine, whatever the evening: `the_audit_agrees_with_the_engine_on_any_evening`,
//!   and whatever the rules: `the_engine_agrees_with_the_slow_one`;
//! - where a claim differs, the audit says where: `what_is_altered_in_the_results_is_named`;
//! - a byte that means something cannot be changed unseen: `every_byte_that_means_something_is_covered`;
//! - every kind of fact is understood: `the_audit_knows_every_kind_of_fact`;
//! - what cannot have happened is named at its record, and what the engine writes never is:
//!   `whatever_cannot_have_happened_is_named_at_its_record_although_the_chain_fits`.

mod authors;
mod bulletin;
mod chain;
mod compare;
pub mod definition;
mod evening;
mod fact;
mod file;
mod flaw;
mod hall;
mod heads;
mod number;
mod panel;
mod paper;
pub mod places;
mod ranked;
mod results;
mod rooms;
mod rules;
mod run;
pub mod score;
mod seal;
mod sealed;
mod sheets;
mod state;
mod steps;
mod two_persons;

use std::path::Path;

pub use authors::AUTHORS;
pub use chain::Head;
pub use compare::{Difference, differences};
pub use evening::Evening;
pub use fact::{Body, knows};
pub use flaw::{Flaw, Why};
pub use heads::{Kept, NoHead, Word, read_heads};
pub use number::{Fraction, Halves, Number};
pub use results::{Names, Sums};
pub use seal::{Seal, sealed};

use fact::Fact;

/// What a journal was found to be.
#[derive(Debug, Clone)]
pub struct Audit {
    /// What its records add up to, as far as they hold; nothing without an opening.
    pub evening: Option<Evening>,
    /// The heads of all records that hold, from the first.
    pub heads: Vec<Head>,
    /// When the first and the last of them were made, in milliseconds since 1970.
    pub span: Option<(i64, i64)>,
    /// The last seal, where there is one.
    pub seal: Option<Seal>,
    /// The first thing that is wrong.
    pub flaw: Option<Flaw>,
}

impl Audit {
    /// The last record that holds.
    pub fn head(&self) -> Head {
        self.heads.last().copied().unwrap_or_default()
    }

    /// Whether the last record is a seal: nothing was added since.
    pub fn is_sealed(&self) -> bool {
        self.seal.as_ref().is_some_and(|it| it.record == self.head().seq)
    }

    fn take(&mut self, head: Head, body: &[u8]) -> Result<(), Flaw> {
        let body = Evening::take(&mut self.evening, head.seq, body)?;
        if let (Fact::Sealed { key, signature }, Some(evening)) = (&body.fact, &self.evening) {
            if !seal::fits(&evening.session().id, &self.head(), key, signature) {
                return Err(Flaw::WrongSeal { record: head.seq });
            }
            self.seal = Some(Seal { record: head.seq, key: key.to_ascii_lowercase() });
        }
        self.span = Some((self.span.map_or(body.at, |it| it.0), body.at));
        self.heads.push(head);
        Ok(())
    }
}

/// Reads a journal, whether or not a hub is writing it, up to its end or its first flaw. Nothing is
/// changed by it.
pub fn audit(journal: &Path) -> Audit {
    let mut audit = Audit { evening: None, heads: Vec::new(), span: None, seal: None, flaw: None };
    let read = file::read(journal, &mut |head, body| audit.take(head, body));
    let finished = || audit.evening.as_ref().ok_or(Flaw::Empty)?.finish();
    audit.flaw = read.and_then(|()| finished()).err();
    audit
}
