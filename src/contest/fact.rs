//! What happened. A fact is on disk before anyone is told, and a variant is only ever added to.

use std::{collections::BTreeSet, sync::Arc};

use rust_decimal::Decimal;
use uuid::Uuid;

use super::{
    Act, Audience, Bulletin, Deduction, GroupId, Keyer, Marks, Method, Ms, Paper, Phase, ProjectId,
    Role, RoomId, Ruling, Scene, Seal, Seat, SeatId, SeatMark, Session, Text, tagged::told_by_tag,
};

told_by_tag! {
"fact" of "Fact":
/// One thing that happened in the evening. When, by whom and on which wish stands in its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// The journal began, for this session. Always the first fact, and only the first.
    Opened {
        /// The whole definition, rubrics included.
        session: Arc<Session>,
        /// Whether this is a rehearsal, which it stays for ever.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        rehearsal: bool,
        /// Whether paper is keyed only where the host has allowed it; `false` in older journals, by whose
        /// rules nobody had to.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        paper_needs_permission: bool,
    },
    /// A project was called to the stage.
    CalledUp {
        /// The project.
        project: ProjectId,
    },
    /// A phase began, with its clock at full length and not yet running.
    PhaseBegan {
        /// The project.
        project: ProjectId,
        /// The phase.
        phase: Phase,
    },
    /// The phase's countdown started.
    ClockStarted {
        /// The project.
        project: ProjectId,
        /// The phase.
        phase: Phase,
    },
    /// The countdown was stopped.
    ClockPaused {
        /// The project.
        project: ProjectId,
        /// The phase.
        phase: Phase,
        /// Why.
        reason: String,
    },
    /// The countdown went on.
    ClockResumed {
        /// The project.
        project: ProjectId,
        /// The phase.
        phase: Phase,
    },
    /// Time was given, or taken back.
    TimeAdded {
        /// The project.
        project: ProjectId,
        /// The phase.
        phase: Phase,
        /// How much.
        ms: Ms,
        /// Why.
        reason: String,
    },
    /// A project of a showcase has been shown.
    Finished {
        /// The project.
        project: ProjectId,
    },
    /// A judge's sheet came in; it replaces that seat's earlier one for the project.
    SheetSubmitted {
        /// The project.
        project: ProjectId,
        /// Whose sheet.
        seat: SeatId,
        /// Its revision, counted from 1.
        revision: u32,
        /// The marks.
        marks: Marks,
    },
    /// A judge's sheet came in sealed; it replaces that seat's earlier one for the project.
    SheetSealed {
        /// The project.
        project: ProjectId,
        /// Whose sheet.
        seat: SeatId,
        /// Its revision, counted from 1.
        revision: u32,
        /// What stands for its marks until it is opened.
        seal: Seal,
    },
    /// A sealed sheet was opened, and its marks are those that were sealed.
    SheetOpened {
        /// The project.
        project: ProjectId,
        /// Whose sheet.
        seat: SeatId,
        /// Its revision, that of the seal.
        revision: u32,
        /// The marks.
        marks: Marks,
        /// With which the seal can be made again.
        nonce: String,
    },
    /// A judge's sheet comes on paper, by the host's word: it may be keyed.
    PaperAllowed {
        /// The project.
        project: ProjectId,
        /// Whose sheet.
        seat: SeatId,
        /// Why.
        reason: String,
    },
    /// The host has taken that back; what was keyed of it is dropped.
    PaperDisallowed {
        /// The project.
        project: ProjectId,
        /// Whose sheet.
        seat: SeatId,
        /// Why.
        reason: String,
    },
    /// A signed paper sheet was keyed by one person; by itself it counts for nothing.
    SheetKeyed {
        /// The project.
        project: ProjectId,
        /// Whose sheet.
        seat: SeatId,
        /// The marks as they were keyed.
        marks: Marks,
        /// Who keyed it.
        keyed_by: Keyer,
    },
    /// Two persons have keyed the same: the paper sheet is in, and counts.
    PaperSheetEntered {
        /// The project.
        project: ProjectId,
        /// Whose sheet.
        seat: SeatId,
        /// Its revision, the next of the seat's.
        revision: u32,
        /// The marks.
        marks: Marks,
        /// Who the two were.
        #[serde(flatten)]
        paper: Paper,
    },
    /// What had been keyed of a paper sheet was dropped before it was one.
    KeyingDropped {
        /// The project.
        project: ProjectId,
        /// Whose sheet.
        seat: SeatId,
        /// Why.
        reason: String,
    },
    /// Scoring was closed.
    Locked {
        /// The project.
        project: ProjectId,
        /// The seats that were waited for until now and do not count.
        without: BTreeSet<SeatId>,
        /// How many sheets count.
        #[serde(default)]
        sheets: usize,
        /// How so many are scored by the rules: a trimmed mean may have become a plain one. `None`
        /// in older journals, and where panels differ.
        #[serde(default)]
        method: Option<Method>,
        /// The score they come to, before deductions; `None` in older journals.
        #[serde(default)]
        score: Option<Decimal>,
    },
    /// The score became public and entered the ranking.
    Released {
        /// The project.
        project: ProjectId,
    },
    /// The project did not appear.
    MarkedAbsent {
        /// The project.
        project: ProjectId,
        /// Why.
        reason: String,
    },
    /// The project left the contest.
    Withdrawn {
        /// The project.
        project: ProjectId,
        /// Why.
        reason: String,
    },
    /// The project was taken out of the contest, whatever its score.
    Disqualified {
        /// The project.
        project: ProjectId,
        /// Why.
        reason: String,
    },
    /// The project will pitch later, from the start; [`Fact::OrderChanged`] says when.
    Postponed {
        /// The project.
        project: ProjectId,
        /// Why.
        reason: String,
    },
    /// A room's run order is another one.
    OrderChanged {
        /// The room.
        room: RoomId,
        /// The whole order.
        order: Vec<ProjectId>,
        /// Why.
        reason: String,
    },
    /// A project from the reserve took the place of one that left.
    Backfilled {
        /// The project that left.
        project: ProjectId,
        /// The one that moved up.
        by: ProjectId,
        /// Why.
        reason: String,
    },
    /// A judge stays out of a project.
    Recused {
        /// The project.
        project: ProjectId,
        /// The judge's seat.
        seat: SeatId,
        /// Why.
        reason: String,
    },
    /// A seat without a sheet is not waited for, or is again.
    SeatMarked {
        /// The project.
        project: ProjectId,
        /// The seat.
        seat: SeatId,
        /// What it is now.
        mark: SeatMark,
        /// Why.
        reason: String,
    },
    /// A sheet went back to its judge; a lock is undone.
    SheetReturned {
        /// The project.
        project: ProjectId,
        /// Whose sheet.
        seat: SeatId,
        /// Why.
        reason: String,
    },
    /// A seat does not count for a project.
    SeatVoided {
        /// The project.
        project: ProjectId,
        /// The seat.
        seat: SeatId,
        /// Why.
        reason: String,
    },
    /// A seat counts again for a project.
    SeatRestored {
        /// The project.
        project: ProjectId,
        /// The seat.
        seat: SeatId,
        /// Why.
        reason: String,
    },
    /// A sheet was corrected on appeal, after the release.
    SheetCorrected {
        /// The project.
        project: ProjectId,
        /// Whose sheet.
        seat: SeatId,
        /// The revision that the correction makes.
        revision: u32,
        /// The marks as they should be.
        marks: Marks,
        /// Why.
        reason: String,
    },
    /// Points were taken off.
    Deducted {
        /// The project.
        project: ProjectId,
        /// What and why.
        deduction: Deduction,
    },
    /// Deducted points were given back.
    DeductionRemoved {
        /// The project.
        project: ProjectId,
        /// The deduction's number among the project's.
        number: u32,
        /// Why.
        reason: String,
    },
    /// The countdown was set back, or on, and stands there.
    ClockSet {
        /// The project.
        project: ProjectId,
        /// The phase.
        phase: Phase,
        /// What is left on it.
        left: Ms,
        /// Why.
        reason: String,
    },
    /// The host's last step was undone: project and room are again as before it, but for what others
    /// have done since.
    Undone {
        /// The project.
        project: ProjectId,
    },
    /// The projector shows another scene.
    SceneShown {
        /// The room.
        room: RoomId,
        /// The scene.
        scene: Scene,
    },
    /// The projector was made blank, or shows its scene again.
    Blanked {
        /// The room.
        room: RoomId,
        /// Whether it is blank.
        on: bool,
    },
    /// A message for people in the room; it replaces the one before.
    MessageShown {
        /// The room.
        room: RoomId,
        /// Whom it is for.
        to: Audience,
        /// What it says.
        text: String,
        /// Whether it blinks.
        blink: bool,
    },
    /// A message was taken away.
    MessageCleared {
        /// The room.
        room: RoomId,
        /// Whom it was for.
        to: Audience,
    },
    /// A break began.
    BreakBegan {
        /// The room.
        room: RoomId,
        /// What it is called.
        name: Text,
        /// How long it is to take.
        length: Ms,
        /// After how many turns it was planned; `None` for one that was not.
        planned: Option<u32>,
    },
    /// The break ended.
    BreakEnded {
        /// The room.
        room: RoomId,
    },
    /// Boards show a group's ranking as it is now until it is thawed, whatever is released.
    Frozen {
        /// The group.
        group: GroupId,
    },
    /// Boards show the ranking as it is again.
    Thawed {
        /// The group.
        group: GroupId,
    },
    /// The ceremony of a group stands at a step.
    CeremonyAt {
        /// The group.
        group: GroupId,
        /// How many of its steps have been revealed; `None` when it is over, or has not begun.
        step: Option<u32>,
    },
    /// The jury chair has decided about a tie.
    Ruled {
        /// The group.
        group: GroupId,
        /// The decision.
        ruling: Ruling,
    },
    /// An act that takes two persons was proposed.
    Proposed {
        /// Its number, from 1.
        number: u32,
        /// The act.
        act: Act,
        /// Why.
        reason: String,
        /// Who proposed it.
        by: Role,
    },
    /// The second person agreed; what follows from it stands in the next facts.
    Agreed {
        /// The proposal's number.
        number: u32,
    },
    /// A proposal was declined.
    Declined {
        /// The proposal's number.
        number: u32,
        /// Why.
        reason: String,
    },
    /// What the facts just before it did to released results.
    Corrected {
        /// The bulletin.
        bulletin: Bulletin,
    },
    /// A seat has a new pass, and links with an older one open nothing.
    PassChanged {
        /// The seat.
        seat: Seat,
        /// The how-manyth pass after the first one it is.
        generation: u32,
        /// Why.
        reason: String,
    },
    /// A seat went from one terminal to another, at the host's word.
    SeatHandedOver {
        /// The seat.
        seat: Seat,
        /// The terminal that held it.
        from: Uuid,
        /// The one that holds it now.
        to: Uuid,
    },
    /// The hub closed in order and signed the record before this one. No step of the evening: it
    /// changes nothing, and the evening may go on after it.
    Sealed {
        /// The hub's public sealing key, Ed25519, in hex.
        key: String,
        /// The signature, in hex.
        signature: String,
    },
    /// A hub was opened on a copy of the journal, and all before it belongs to older epochs. No step of
    /// the evening either.
    CopyOpened {
        /// The number of the epoch that begins; the first, which no record begins, is 1.
        epoch: u32,
    },
}
}

impl Fact {
    /// The opening of a journal that is begun now.
    pub fn opened(session: impl Into<Arc<Session>>, rehearsal: bool) -> Self {
        Self::Opened { session: session.into(), rehearsal, paper_needs_permission: true }
    }

    /// The project it is about; `None` for the opening and a seal, and where it is a room, a group, a seat as a
    /// place, or a proposal that was made before.
    pub fn project(&self) -> Option<&ProjectId> {
        match self {
            Self::Opened { .. }
            | Self::Sealed { .. }
            | Self::CopyOpened { .. }
            | Self::OrderChanged { .. }
            | Self::SceneShown { .. }
            | Self::Blanked { .. }
            | Self::MessageShown { .. }
            | Self::MessageCleared { .. }
            | Self::BreakBegan { .. }
            | Self::BreakEnded { .. }
            | Self::Frozen { .. }
            | Self::Thawed { .. }
            | Self::CeremonyAt { .. }
            | Self::Ruled { .. }
            | Self::Agreed { .. }
            | Self::Declined { .. }
            | Self::PassChanged { .. }
            | Self::SeatHandedOver { .. } => None,
            Self::Proposed { act, .. } => Some(act.project()),
            Self::Corrected { bulletin } => Some(&bulletin.project),
            Self::CalledUp { project }
            | Self::PhaseBegan { project, .. }
            | Self::ClockStarted { project, .. }
            | Self::ClockPaused { project, .. }
            | Self::ClockResumed { project, .. }
            | Self::TimeAdded { project, .. }
            | Self::Finished { project }
            | Self::SheetSubmitted { project, .. }
            | Self::SheetSealed { project, .. }
            | Self::SheetOpened { project, .. }
            | Self::PaperAllowed { project, .. }
            | Self::PaperDisallowed { project, .. }
            | Self::SheetKeyed { project, .. }
            | Self::PaperSheetEntered { project, .. }
            | Self::KeyingDropped { project, .. }
            | Self::Locked { project, .. }
            | Self::Released { project }
            | Self::MarkedAbsent { project, .. }
            | Self::Withdrawn { project, .. }
            | Self::Disqualified { project, .. }
            | Self::Postponed { project, .. }
            | Self::Backfilled { project, .. }
            | Self::Recused { project, .. }
            | Self::SeatMarked { project, .. }
            | Self::SheetReturned { project, .. }
            | Self::SeatVoided { project, .. }
            | Self::SeatRestored { project, .. }
            | Self::SheetCorrected { project, .. }
            | Self::Deducted { project, .. }
            | Self::DeductionRemoved { project, .. }
            | Self::ClockSet { project, .. }
            | Self::Undone { project } => Some(project),
        }
    }

    /// The room that it is about as a whole.
    pub fn room(&self) -> Option<&RoomId> {
        match self {
            Self::OrderChanged { room, .. }
            | Self::SceneShown { room, .. }
            | Self::Blanked { room, .. }
            | Self::MessageShown { room, .. }
            | Self::MessageCleared { room, .. }
            | Self::BreakBegan { room, .. }
            | Self::BreakEnded { room } => Some(room),
            _ => None,
        }
    }

    /// Whether it is a step of the host with a project and its clock, which can be undone at once.
    pub fn is_a_step(&self) -> bool {
        matches!(
            self,
            Self::CalledUp { .. }
                | Self::PhaseBegan { .. }
                | Self::ClockStarted { .. }
                | Self::ClockPaused { .. }
                | Self::ClockResumed { .. }
                | Self::ClockSet { .. }
                | Self::TimeAdded { .. }
                | Self::Finished { .. }
                | Self::MarkedAbsent { .. }
        )
    }

    /// Whether it brings a sheet, in the clear, sealed or on paper, that takes the place of an earlier one.
    pub(super) fn is_a_sheet(&self) -> bool {
        matches!(
            self,
            Self::SheetSubmitted { .. }
                | Self::SheetSealed { .. }
                | Self::SheetOpened { .. }
                | Self::PaperSheetEntered { .. }
                | Self::SheetCorrected { .. }
        )
    }

    /// The judge's seat whose sheet or state changes, or whose paper is allowed or keyed.
    pub fn seat(&self) -> Option<&SeatId> {
        match self {
            Self::SheetSubmitted { seat, .. }
            | Self::SheetSealed { seat, .. }
            | Self::SheetOpened { seat, .. }
            | Self::PaperAllowed { seat, .. }
            | Self::PaperDisallowed { seat, .. }
            | Self::SheetKeyed { seat, .. }
            | Self::PaperSheetEntered { seat, .. }
            | Self::KeyingDropped { seat, .. }
            | Self::Recused { seat, .. }
            | Self::SeatMarked { seat, .. }
            | Self::SheetReturned { seat, .. }
            | Self::SeatVoided { seat, .. }
            | Self::SeatRestored { seat, .. }
            | Self::SheetCorrected { seat, .. } => Some(seat),
            _ => None,
        }
    }
}
