//! Sealed sheets: whether each was sealed and opened when that could be, and whether the marks that
//! were opened are those that were sealed. The seal is made here once more, from `docs/protocol.md`.
//!
//! A sealed sheet that was never opened counts nowhere: `a_sealed_sheet_that_never_opened_does_not_count`.

use sha2::{Digest, Sha256};

use super::{
    Flaw,
    definition::Marks,
    evening::{At, Evening},
    flaw::Why,
    number::Halves,
    run::Seat,
};

/// What every sealed sheet begins with.
const CONTEXT: &str = "roadshow sheet 1";

/// Digits after the point that a mark may have.
const DECIMALS: u8 = 6;

impl Evening {
    /// A sealed sheet came in, a new one or in place of another.
    pub(super) fn seal(
        &mut self,
        at: At<'_>,
        project: &str,
        seat: &str,
        (revision, digits): (u32, &str),
    ) -> Result<(), Flaw> {
        if !self.session.safeguards.sealed_sheets {
            return Err(at.impossible(Why::NoSeal, seat));
        }
        let has_opened = self.run(at, project)?.has_opened;
        let state = self.terminals_seat(at, project, seat)?;
        if has_opened && !matches!(state, Seat::Back(..) | Seat::In(..)) {
            return Err(at.impossible(Why::SealsStand, seat));
        }
        if matches!(state, Seat::In(..)) || revision <= state.revision() {
            return Err(at.impossible(Why::Closed, seat));
        }
        *state = Seat::Sealed(revision, digits.to_owned());
        self.run_mut(at, project)?.hears_a_terminal(seat);
        Ok(())
    }

    /// A sealed sheet was opened.
    pub(super) fn open(
        &mut self,
        at: At<'_>,
        project: &str,
        seat: &str,
        (revision, marks, nonce): (u32, &Marks, &str),
    ) -> Result<(), Flaw> {
        self.must_fit(at, project, marks)?;
        let opens = self.run(at, project)?.opens();
        let state = self.terminals_seat(at, project, seat)?;
        let digits = match state {
            Seat::Sealed(sealed, digits) if *sealed == revision => digits,
            _ => return Err(at.impossible(Why::NoSeal, seat)),
        };
        if !opens {
            return Err(at.impossible(Why::TooEarly, seat));
        }
        if *digits != sealed((project, seat, revision), marks, nonce) {
            return Err(at.impossible(Why::SealBroken, seat));
        }
        *state = Seat::In(revision, marks.clone());
        let run = self.run_mut(at, project)?;
        run.hears_a_terminal(seat);
        run.has_opened = true;
        Ok(())
    }
}

/// What stands for these marks until they are opened.
fn sealed((project, seat, revision): (&str, &str, u32), marks: &Marks, nonce: &str) -> String {
    let mut lines = vec![CONTEXT.to_owned(), nonce.to_owned(), project.to_owned()];
    lines.extend([seat.to_owned(), revision.to_string()]);
    for (criterion, mark) in marks {
        let mark = Halves::HalfUp.print(&mark.value, DECIMALS);
        lines.push(format!("{criterion} {}", mark.trim_end_matches('0').trim_end_matches('.')));
    }
    let sheet: String = lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
    let hash: [u8; 32] = Sha256::digest(sheet).into();
    hash.map(|byte| format!("{byte:02x}")).concat()
}

#[cfg(test)]
mod tests {
    use super::{super::number::Number, sealed};

    /// Computed by `sha256sum`, of the example in `docs/protocol.md`.
    #[test]
    fn a_seal_is_made_as_the_documentation_says() {
        let mark =
            |id: &str, text: &str| (id.to_owned(), Number::try_from(text.to_owned()).unwrap());
        let marks = [mark("idea", "9.0"), mark("team", "8.50")].into();
        assert_eq!(
            sealed(("E01", "A1", 1), &marks, "9a0364b9e99bb480dd25e1f0284c8555"),
            "f85c80dc13a24365237d1f668bbd3b0855296404a0e023f910d079a64b097de4"
        );
    }
}
