//! Who may ask for what, as one table; in which room, the rules look at themselves.
//!
//! The same table stands in `docs/protocol.md`; `the_table_of_rights_stands_in_the_docs` compares.

use super::{Role, Wish};

/// The wishes by their word on the wire, and the roles that may ask for them.
pub const RIGHTS: [(&str, &[Role]); 42] = {
    const HOST: &[Role] = &[Role::Host];
    const JUDGE: &[Role] = &[Role::Judge];
    const CLERK: &[Role] = &[Role::Clerk];
    const BOTH: &[Role] = &[Role::Host, Role::Supervisor];
    [
        ("call-up", HOST),
        ("begin", HOST),
        ("start-clock", HOST),
        ("pause-clock", HOST),
        ("resume-clock", HOST),
        ("add-time", HOST),
        ("finish", HOST),
        ("lock", HOST),
        ("release", HOST),
        ("mark-absent", HOST),
        ("withdraw", HOST),
        ("mark-seat", HOST),
        ("allow-paper", HOST),
        ("disallow-paper", HOST),
        ("deduct", HOST),
        ("remove-deduction", HOST),
        ("postpone", HOST),
        ("reorder", HOST),
        ("backfill", HOST),
        ("rule", HOST),
        ("set-clock", HOST),
        ("undo", HOST),
        ("show-scene", HOST),
        ("blank", HOST),
        ("say", HOST),
        ("unsay", HOST),
        ("take-break", HOST),
        ("end-break", HOST),
        ("freeze", HOST),
        ("thaw", HOST),
        ("ceremony", HOST),
        ("propose", BOTH),
        ("agree", BOTH),
        ("decline", BOTH),
        ("renew-pass", BOTH),
        ("hand-over", BOTH),
        ("submit", JUDGE),
        ("seal-sheet", JUDGE),
        ("open-sheet", JUDGE),
        ("recuse", JUDGE),
        ("key-sheet", CLERK),
        ("drop-keying", CLERK),
    ]
};

/// Whether a role may ask for this at all.
pub fn may_ask(role: Role, wish: &Wish) -> bool {
    RIGHTS.iter().any(|(word, roles)| *word == wish.word() && roles.contains(&role))
}
