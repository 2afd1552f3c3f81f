//! Who may be the author of which record: the table of `docs/protocol.md` once more, by facts and not by
//! wishes, and written by hand. `the_audits_table_of_authors_is_that_of_the_rights` compares it with the
//! engine's.

use super::{
    Flaw,
    definition::{Room, Session},
    evening::{At, Evening},
    fact::{Bulletin, Fact},
    flaw::Why,
};

/// A room's host, and the console over all rooms where it looks at that room.
const HOST: &[&str] = &["host"];
const JUDGE: &[&str] = &["judge"];
const CLERK: &[&str] = &["clerk"];
/// Either of the two that it takes, and either of those who answer for a seat.
const BOTH: &[&str] = &["host", "supervisor"];
/// What the hub does by itself.
const HUB: &[&str] = &[];

/// The kinds of facts, each with the roles of the seats that it may be by. Where it takes two persons
/// only after the release, it is here by whom it is before.
pub const AUTHORS: [(&str, &[&str]); 52] = [
    ("opened", HUB),
    ("called-up", HOST),
    ("phase-began", HOST),
    ("clock-started", HOST),
    ("clock-paused", HOST),
    ("clock-resumed", HOST),
    ("clock-set", HOST),
    ("time-added", HOST),
    ("finished", HOST),
    ("sheet-submitted", JUDGE),
    ("sheet-sealed", JUDGE),
    ("sheet-opened", JUDGE),
    ("paper-allowed", HOST),
    ("paper-disallowed", HOST),
    ("sheet-keyed", CLERK),
    ("paper-sheet-entered", CLERK),
    ("keying-dropped", CLERK),
    ("locked", HOST),
    ("released", HOST),
    ("marked-absent", HOST),
    ("withdrawn", HOST),
    ("disqualified", BOTH),
    ("postponed", HOST),
    ("order-changed", HOST),
    ("backfilled", HOST),
    ("recused", JUDGE),
    ("seat-marked", HOST),
    ("sheet-returned", BOTH),
    ("seat-voided", BOTH),
    ("seat-restored", BOTH),
    ("sheet-corrected", BOTH),
    ("deducted", HOST),
    ("deduction-removed", HOST),
    ("undone", HOST),
    ("scene-shown", HOST),
    ("blanked", HOST),
    ("message-shown", HOST),
    ("message-cleared", HOST),
    ("break-began", HOST),
    ("break-ended", HOST),
    ("frozen", HOST),
    ("thawed", HOST),
    ("ceremony-at", HOST),
    ("ruled", HOST),
    ("proposed", BOTH),
    ("agreed", BOTH),
    ("declined", BOTH),
    ("corrected", BOTH),
    ("pass-changed", BOTH),
    ("seat-handed-over", BOTH),
    ("sealed", HUB),
    ("copy-opened", HUB),
];

/// A seat of the session, as a record names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Author<'a> {
    pub(super) role: &'a str,
    /// Nothing for the supervisor, who is in all.
    pub(super) room: Option<&'a str>,
    pub(super) judge: Option<&'a str>,
    /// Whether it is the console over all rooms.
    pub(super) is_over_all: bool,
}

impl Session {
    /// The seat of this name, if the session has it.
    pub(super) fn author<'a>(&self, seat: &'a str) -> Option<Author<'a>> {
        let parts: Vec<_> = seat.split('/').collect();
        let of_room =
            |role, room| Author { role, room: Some(room), judge: None, is_over_all: false };
        let author = match parts[..] {
            ["supervisor"] => {
                return Some(Author { room: None, ..of_room("supervisor", "") });
            }
            [room, "control"] => Author { is_over_all: true, ..of_room("host", room) },
            [room, role @ ("host" | "board" | "timer" | "clerk")] => of_room(role, room),
            [room, "judge", judge] => Author { judge: Some(judge), ..of_room("judge", room) },
            _ => return None,
        };
        let room = self.rooms.iter().find(|it| Some(it.id.as_str()) == author.room)?;
        author.judge.is_none_or(|judge| room.has(judge)).then_some(author)
    }
}

impl Room {
    fn has(&self, judge: &str) -> bool {
        self.judges.iter().any(|it| it.id == judge)
    }
}

impl Evening {
    /// Whether the record is by a seat that may do this, here.
    pub(super) fn must_be_by_its_author(&self, at: At<'_>) -> Result<(), Flaw> {
        let fact = &at.body.fact;
        let roles = if self.needs_two(fact) { BOTH } else { roles(at.kind) };
        let Some(by) = at.body.by.as_deref() else {
            return if roles.is_empty() { Ok(()) } else { Err(at.impossible(Why::Author, "-")) };
        };
        let author = self.session.author(by).ok_or_else(|| at.impossible(Why::Unknown, by))?;
        if !roles.contains(&author.role) {
            return Err(at.impossible(Why::Author, by));
        }
        if let Some(seat) = fact.own_seat() {
            let project = fact.project().unwrap_or_default();
            let own = self.run(at, project)?.room.as_str();
            let is_own = (author.room, author.judge) == (Some(own), Some(seat));
            return if is_own { Ok(()) } else { Err(at.impossible(Why::OthersSheet, seat)) };
        }
        if self.is_here(at, author)? { Ok(()) } else { Err(at.impossible(Why::OtherRoom, by)) }
    }

    /// Whether what the record is about is in the author's room, or the author is in all.
    fn is_here(&self, at: At<'_>, author: Author<'_>) -> Result<bool, Flaw> {
        let Some(own) = author.room else { return Ok(true) };
        let pitches = |project: &str| Ok(self.run(at, project)?.room == own);
        match &at.body.fact {
            Fact::OrderChanged { room, .. }
            | Fact::BreakBegan { room }
            | Fact::BreakEnded { room }
            | Fact::SceneShown { room } => Ok(room == own),
            Fact::Frozen { group }
            | Fact::Thawed { group }
            | Fact::CeremonyAt { group, .. }
            | Fact::Ruled { group, .. }
            | Fact::Corrected { bulletin: Bulletin { group, .. } } => {
                Ok(self.runs_of(group).any(|(_, run)| run.room == own))
            }
            Fact::Proposed { act, .. } => pitches(&act.project),
            Fact::Agreed { number } | Fact::Declined { number } => {
                let unknown = || at.impossible(Why::Unknown, &number.to_string());
                pitches(self.acts.about(*number).ok_or_else(unknown)?)
            }
            Fact::PassChanged { seat, .. } | Fact::SeatHandedOver { seat } => {
                let unknown = || at.impossible(Why::Unknown, seat);
                let about = self.session.author(seat).ok_or_else(unknown)?;
                Ok(if about.is_over_all { author.is_over_all } else { about.room == Some(own) })
            }
            Fact::Undone { project } => pitches(project),
            fact => fact.project().map_or(Ok(true), pitches),
        }
    }

    /// Whether it takes two persons as things stand.
    pub(super) fn needs_two(&self, fact: &Fact) -> bool {
        let is_released = fact.project().is_some_and(|it| self.is_released(it));
        fact.needs_two(is_released, self.session.safeguards.co_signed_release)
    }
}

/// Whom a kind of fact may be by.
fn roles(kind: &str) -> &'static [&'static str] {
    AUTHORS.iter().find(|it| it.0 == kind).map_or(HUB, |it| it.1)
}
