//! Why a wish was not granted.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{
    CriterionId, DeductionId, GroupId, Phase, ProjectId, RoomId, Seat, SeatId, SeatWord, Stage,
    Text,
};

/// A refusal is an answer, not a failure: it goes back to the person who asked, who loses nothing,
/// and is never logged as an error.
///
/// The `Display` text is for logs, and says no mark. People read the text that the word tables hold for the code:
/// on the wire a refusal is `{"code":"mark-out-of-range","criterion":"team",…}`, and a code never
/// changes once released.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Refusal {
    /// This seat may not ask for this, or not in this room.
    #[error("this seat may not ask for that")]
    NotYours,
    /// The session has no such project.
    #[error("there is no project {project}")]
    NoSuchProject {
        /// What was asked for.
        project: ProjectId,
    },
    /// Another project is on stage.
    #[error("{on_stage} is still on stage")]
    StageTaken {
        /// The project on stage.
        on_stage: ProjectId,
    },
    /// The project is not where the wish thinks it is; usually it has moved on meanwhile.
    #[error("{project} is at {stage}")]
    WrongStage {
        /// The project.
        project: ProjectId,
        /// Where it is now.
        stage: Stage,
    },
    /// The project's clock belongs to another phase, or has not been started.
    #[error("the {phase} clock of {project} is not running")]
    ClockNotRunning {
        /// The project.
        project: ProjectId,
        /// The phase that was meant.
        phase: Phase,
    },
    /// The group's projects have no such phase.
    #[error("{project} has no {phase}")]
    NoSuchPhase {
        /// The project.
        project: ProjectId,
        /// The phase that was meant.
        phase: Phase,
    },
    /// More time than one key press may give or take.
    #[error("at most {most} s at once")]
    TooMuchTime {
        /// The most, in seconds.
        most: i64,
    },
    /// The project takes no sheets: not yet on stage, locked already, or out.
    #[error("{project} takes no sheets: it is at {stage}")]
    SheetsClosed {
        /// The project.
        project: ProjectId,
        /// Where it is now.
        stage: Stage,
    },
    /// Nothing is scored in this group.
    #[error("{project} is not scored")]
    NotScored {
        /// The project.
        project: ProjectId,
    },
    /// The session's sheets are sealed first; a sheet in the clear is not taken.
    #[error("a sheet for {project} is sealed before it is opened")]
    SealNeeded {
        /// The project.
        project: ProjectId,
    },
    /// The session's sheets are not sealed.
    #[error("sheets for {project} are not sealed in this session")]
    NoSealNeeded {
        /// The project.
        project: ProjectId,
    },
    /// Sealed sheets are opened when the whole panel's are in, in the scoring window.
    #[error("the sheets for {project} are not opened yet")]
    NotOpenYet {
        /// The project.
        project: ProjectId,
    },
    /// The marks are not those that were sealed.
    #[error("the marks for {project} are not those that were sealed")]
    SealBroken {
        /// The project.
        project: ProjectId,
    },
    /// A sheet of the panel has been opened, so that none is sealed any more.
    #[error("a sheet for {project} has been opened: the seals stand")]
    SealsStand {
        /// The project.
        project: ProjectId,
    },
    /// The judge's sheet came in on paper, and stands until it is given back.
    #[error("the paper sheet for {project} stands")]
    PaperStands {
        /// The project.
        project: ProjectId,
    },
    /// The host has not said that this sheet comes on paper.
    #[error("the host has not allowed a paper sheet of {seat} for {project}")]
    PaperNotAllowed {
        /// The project.
        project: ProjectId,
        /// Whose sheet.
        seat: SeatId,
    },
    /// The paper sheet has been keyed so often that the host has to look at it.
    #[error("the paper sheet of {seat} for {project} has been keyed {most} times")]
    TooManyKeyings {
        /// The project.
        project: ProjectId,
        /// Whose sheet.
        seat: SeatId,
        /// How many there can be.
        most: u32,
    },
    /// The second keying of a paper sheet is by the person of the first, or at that terminal.
    #[error("the paper sheet of {seat} for {project} is keyed again by somebody else")]
    SamePerson {
        /// The project.
        project: ProjectId,
        /// Whose sheet.
        seat: SeatId,
    },
    /// Two other terminals have keyed the paper sheet, and one of them settles what differs.
    #[error("the paper sheet of {seat} for {project} has been keyed at two other terminals")]
    KeyedByTwo {
        /// The project.
        project: ProjectId,
        /// Whose sheet.
        seat: SeatId,
    },
    /// A person's name is missing, or is no short line.
    #[error("a name is one line of 1 to {most} characters")]
    NotAName {
        /// The most characters.
        most: usize,
    },
    /// The sheet is older than the one already there.
    #[error("revision {revision} of the sheet for {project} is there already")]
    StaleRevision {
        /// The project.
        project: ProjectId,
        /// The revision that is there.
        revision: u32,
    },
    /// The sheet's revision is so far ahead of the one that is there that few would be left after it.
    #[error(
        "the sheet for {project} is there in revision {revision}, and this one is more than {most} ahead"
    )]
    RevisionAhead {
        /// The project.
        project: ProjectId,
        /// The revision that is there; 0 for none.
        revision: u32,
        /// How far ahead one may be.
        most: u32,
    },
    /// The sheet has been changed as often as a sheet can be.
    #[error("a sheet for {project} has at most {most} revisions")]
    TooManyRevisions {
        /// The project.
        project: ProjectId,
        /// How often.
        most: u32,
    },
    /// The sheet has no mark for a criterion.
    #[error("no mark for {criterion}")]
    MarkMissing {
        /// The unmarked criterion.
        criterion: CriterionId,
    },
    /// The rubric has no such criterion.
    #[error("there is no criterion {criterion}")]
    NoSuchCriterion {
        /// What was marked.
        criterion: CriterionId,
    },
    /// The mark is below zero or above the criterion's maximum.
    #[error("{criterion}: the mark is outside 0 to {max}")]
    MarkOutOfRange {
        /// The criterion.
        criterion: CriterionId,
        /// What was given.
        mark: Decimal,
        /// The highest mark.
        max: Decimal,
    },
    /// The mark lies between two steps.
    #[error("{criterion}: the mark is not a multiple of {step}")]
    MarkOffStep {
        /// The criterion.
        criterion: CriterionId,
        /// What was given.
        mark: Decimal,
        /// The smallest step.
        step: Decimal,
    },
    /// The seats without a sheet are others than the host confirmed.
    #[error("{project} cannot be locked: seats without a sheet: {}", list(missing))]
    SheetsMissing {
        /// The project.
        project: ProjectId,
        /// The seats that have no sheet now; empty when all are in.
        missing: BTreeSet<SeatId>,
    },
    /// Nobody has scored the project; there is nothing to lock.
    #[error("{project} has no sheet at all")]
    NoSheets {
        /// The project.
        project: ProjectId,
    },
    /// The wish never left the terminal; said by the terminal itself.
    #[error("the wish was not sent; nothing has changed")]
    NotSent,
    /// The hub could not be asked while the wish was still meant; said by the terminal itself, which
    /// does not ask any more. Whether an earlier attempt arrived is in the picture.
    #[error("the hub did not answer in time")]
    TooLate,
    /// The rules ask for more sheets.
    #[error("{project} cannot be locked: {sheets} sheets, and the rules ask for {needed}")]
    CannotLock {
        /// The project.
        project: ProjectId,
        /// How many sheets are in.
        sheets: usize,
        /// How many the rules ask for.
        needed: u32,
    },
    /// An act for the record was given no reason.
    #[error("a reason is needed")]
    ReasonMissing,
    /// The panel of the project has no such seat.
    #[error("no seat {seat} in the panel of {project}")]
    NoSuchSeat {
        /// The project.
        project: ProjectId,
        /// What was asked for.
        seat: SeatId,
    },
    /// The seat is not where the wish needs it to be.
    #[error("{seat} is {} for {project}", state.as_str())]
    WrongSeatState {
        /// The project.
        project: ProjectId,
        /// The seat.
        seat: SeatId,
        /// What it is now.
        state: SeatWord,
    },
    /// Sheets that were given back have not come in again.
    #[error("{project} cannot be locked: sheets given back to {}", list(seats))]
    SheetsReturned {
        /// The project.
        project: ProjectId,
        /// Whose.
        seats: BTreeSet<SeatId>,
    },
    /// The session has no such rule for deductions.
    #[error("there is no deduction {rule}")]
    NoSuchRule {
        /// What was asked for.
        rule: DeductionId,
    },
    /// More, or fewer, units than the rule allows.
    #[error("{rule}: from 1 to {most} units are left")]
    TooManyUnits {
        /// The rule.
        rule: DeductionId,
        /// How many may still be deducted.
        most: u32,
    },
    /// The project has no deduction of this number.
    #[error("{project} has no deduction {number}")]
    NoSuchDeduction {
        /// The project.
        project: ProjectId,
        /// The number.
        number: u32,
    },
    /// These projects are no tie that waits for the jury chair.
    #[error("no such tie waits for the chair in {group}")]
    NoSuchTie {
        /// The group.
        group: GroupId,
    },
    /// The order names other projects than the room's, or moves one that does not wait.
    #[error("this is no order of the projects that wait in room {room}")]
    NotAnOrder {
        /// The room.
        room: RoomId,
    },
    /// The session does not fill this place from the reserve, or no longer.
    #[error("the place of {project} is not filled from the reserve any more")]
    NoBackfill {
        /// The project that left.
        project: ProjectId,
    },
    /// Nobody is left in reserve.
    #[error("nobody is left in the reserve of {group}")]
    ReserveEmpty {
        /// The group.
        group: GroupId,
    },
    /// No such proposal waits: it was agreed to, declined, or never made.
    #[error("proposal {proposal} does not wait any more")]
    NoSuchProposal {
        /// Its number.
        proposal: u32,
    },
    /// So many proposals wait in the room that no other is taken.
    #[error("{most} proposals wait already")]
    TooManyProposals {
        /// How many may wait.
        most: usize,
    },
    /// There is no step to undo: it was longer ago, or something came after it.
    #[error("there is no step of {project} to undo")]
    NothingToUndo {
        /// The project.
        project: ProjectId,
    },
    /// A message of no line, of several, or of too many characters.
    #[error("a message is one line of 1 to {most} characters")]
    NotAMessage {
        /// The most characters.
        most: usize,
    },
    /// Somebody is on stage, or a break is being held already.
    #[error("room {room} cannot have a break now")]
    NoBreakNow {
        /// The room.
        room: RoomId,
    },
    /// The group's ranking is not final, so that there is nothing to award yet.
    #[error("the ranking of {group} is not final")]
    NotFinal {
        /// The group.
        group: GroupId,
    },
    /// The ceremony has no such step.
    #[error("the ceremony of {group} has {steps} steps")]
    NoSuchStep {
        /// The group.
        group: GroupId,
        /// How many steps it has.
        steps: u32,
    },
    /// Whoever proposed it cannot be the second person as well.
    #[error("the second person has to agree")]
    SecondPersonNeeded {
        /// The proposal's number.
        proposal: u32,
    },
    /// The session has no such seat.
    #[error("there is no seat {seat}")]
    UnknownSeat {
        /// What was asked for.
        seat: Seat,
    },
    /// The seat is not held by the one terminal and waited for by the other.
    #[error("that terminal does not wait for {seat}")]
    NobodyWaits {
        /// The seat.
        seat: Seat,
    },
    /// Another terminal holds the seat, and this one waits for it.
    #[error("this terminal does not hold the seat")]
    NotSeated,
    /// The rules ask one of several panels for more sheets.
    #[error("{project} cannot be locked: {sheets} sheets of {}, and it takes {needed}", panel.en)]
    PanelIncomplete {
        /// The project.
        project: ProjectId,
        /// What the panel is called.
        panel: Text,
        /// How many sheets of it are in.
        sheets: usize,
        /// How many the rules ask for.
        needed: u32,
    },
    /// The hub could not store it. Nothing has changed.
    #[error("the hub could not store it; nothing has changed")]
    NotStored,
    /// The hub could not make sense of the message.
    #[error("the message was not understood: {detail}")]
    NotUnderstood {
        /// What the reader of the message said, in English.
        detail: String,
    },
    /// A refusal of a newer hub, which this program has no words for.
    #[error("refused for a reason that this version does not know")]
    #[serde(other)]
    Unknown,
}

impl Refusal {
    /// The stable code alone, for logs: the values belong to those who asked.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotYours => "not-yours",
            Self::NoSuchProject { .. } => "no-such-project",
            Self::StageTaken { .. } => "stage-taken",
            Self::WrongStage { .. } => "wrong-stage",
            Self::ClockNotRunning { .. } => "clock-not-running",
            Self::NoSuchPhase { .. } => "no-such-phase",
            Self::TooMuchTime { .. } => "too-much-time",
            Self::SheetsClosed { .. } => "sheets-closed",
            Self::NotScored { .. } => "not-scored",
            Self::SealNeeded { .. } => "seal-needed",
            Self::NoSealNeeded { .. } => "no-seal-needed",
            Self::NotOpenYet { .. } => "not-open-yet",
            Self::SealBroken { .. } => "seal-broken",
            Self::SealsStand { .. } => "seals-stand",
            Self::PaperStands { .. } => "paper-stands",
            Self::PaperNotAllowed { .. } => "paper-not-allowed",
            Self::TooManyKeyings { .. } => "too-many-keyings",
            Self::SamePerson { .. } => "same-person",
            Self::KeyedByTwo { .. } => "keyed-by-two",
            Self::NotAName { .. } => "not-a-name",
            Self::StaleRevision { .. } => "stale-revision",
            Self::RevisionAhead { .. } => "revision-ahead",
            Self::TooManyRevisions { .. } => "too-many-revisions",
            Self::MarkMissing { .. } => "mark-missing",
            Self::NoSuchCriterion { .. } => "no-such-criterion",
            Self::MarkOutOfRange { .. } => "mark-out-of-range",
            Self::MarkOffStep { .. } => "mark-off-step",
            Self::SheetsMissing { .. } => "sheets-missing",
            Self::NoSheets { .. } => "no-sheets",
            Self::CannotLock { .. } => "cannot-lock",
            Self::ReasonMissing => "reason-missing",
            Self::NoSuchSeat { .. } => "no-such-seat",
            Self::WrongSeatState { .. } => "wrong-seat-state",
            Self::SheetsReturned { .. } => "sheets-returned",
            Self::NoSuchRule { .. } => "no-such-rule",
            Self::TooManyUnits { .. } => "too-many-units",
            Self::NoSuchDeduction { .. } => "no-such-deduction",
            Self::NoSuchTie { .. } => "no-such-tie",
            Self::NotAnOrder { .. } => "not-an-order",
            Self::NoBackfill { .. } => "no-backfill",
            Self::ReserveEmpty { .. } => "reserve-empty",
            Self::NoSuchProposal { .. } => "no-such-proposal",
            Self::TooManyProposals { .. } => "too-many-proposals",
            Self::SecondPersonNeeded { .. } => "second-person-needed",
            Self::NothingToUndo { .. } => "nothing-to-undo",
            Self::NotAMessage { .. } => "not-a-message",
            Self::NoBreakNow { .. } => "no-break-now",
            Self::NotFinal { .. } => "not-final",
            Self::NoSuchStep { .. } => "no-such-step",
            Self::UnknownSeat { .. } => "unknown-seat",
            Self::NobodyWaits { .. } => "nobody-waits",
            Self::NotSeated => "not-seated",
            Self::PanelIncomplete { .. } => "panel-incomplete",
            Self::NotSent => "not-sent",
            Self::TooLate => "too-late",
            Self::NotStored => "not-stored",
            Self::NotUnderstood { .. } => "not-understood",
            Self::Unknown => "unknown",
        }
    }
}

fn list(seats: &BTreeSet<SeatId>) -> String {
    seats.iter().map(SeatId::as_str).collect::<Vec<_>>().join(", ")
}
