//! What a person at a screen asks for. A wish names the project and the phase it means, so that a
//! late or a double press cannot hit the next team.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, de::Error};
use uuid::Uuid;

use super::{
    Act, Audience, CriterionId, DeductionId, GroupId, Keyer, Marks, Ms, Phase, ProjectId, RoomId,
    Scene, Seal, Seat, SeatId, SeatMark, Text,
};

/// How long a step is meant that belongs to its moment: a clock, the stage, what the hall sees.
const MOMENT: Ms = Ms(10_000);
/// How long a decision is meant by whoever made it and still waits beside the terminal.
const SITTING: Ms = Ms(300_000);

/// Something asked of the contest; granted as facts, or refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Wish {
    /// Host: call a project to the stage (请上场).
    CallUp {
        /// The project.
        project: ProjectId,
    },
    /// Host: go on to a phase. The scoring window starts with it; the other clocks wait for
    /// [`Wish::StartClock`].
    Begin {
        /// The project.
        project: ProjectId,
        /// The phase to begin.
        phase: Phase,
    },
    /// Host: start the phase's countdown, beginning the phase first if the project is just before it.
    StartClock {
        /// The project.
        project: ProjectId,
        /// The phase whose clock is meant.
        phase: Phase,
    },
    /// Host: stop the countdown where it is.
    PauseClock {
        /// The project.
        project: ProjectId,
        /// The phase whose clock is meant.
        phase: Phase,
        /// Why, for the record.
        reason: String,
    },
    /// Host: go on from where it was paused.
    ResumeClock {
        /// The project.
        project: ProjectId,
        /// The phase whose clock is meant.
        phase: Phase,
    },
    /// Host: give time, or take some back.
    AddTime {
        /// The project.
        project: ProjectId,
        /// The phase whose clock is meant.
        phase: Phase,
        /// How much in milliseconds; at most ten minutes either way.
        ms: Ms,
        /// Why, for the record.
        reason: String,
    },
    /// Host of a showcase: the project has been shown; there is nothing to score.
    Finish {
        /// The project.
        project: ProjectId,
    },
    /// Judge: a whole sheet, new or revised. It counts from the moment it is acknowledged.
    Submit {
        /// The project.
        project: ProjectId,
        /// 1 for the first sheet of this seat for this project, and more for every revision; a lower
        /// one than the present never replaces it.
        revision: u32,
        /// A mark for every criterion.
        #[serde(deserialize_with = "exactly")]
        marks: Marks,
    },
    /// Judge: a whole sheet, sealed; only where the session asks for it. Its marks stay with the judge.
    SealSheet {
        /// The project.
        project: ProjectId,
        /// As of [`Wish::Submit`].
        revision: u32,
        /// What stands for the marks.
        seal: Seal,
    },
    /// Judge: open the sheet that was sealed, when the whole panel's are in.
    OpenSheet {
        /// The project.
        project: ProjectId,
        /// That of the seal.
        revision: u32,
        /// The marks that were sealed.
        #[serde(deserialize_with = "exactly")]
        marks: Marks,
        /// With which they were sealed: at least 32 characters that nobody can guess.
        nonce: String,
    },
    /// Host: a judge's sheet comes on paper, and may be keyed.
    AllowPaper {
        /// The project.
        project: ProjectId,
        /// Whose sheet.
        seat: SeatId,
        /// Why, for the record.
        reason: String,
    },
    /// Host: it does not; what has been keyed of it is dropped.
    DisallowPaper {
        /// The project.
        project: ProjectId,
        /// Whose sheet.
        seat: SeatId,
        /// Why, for the record.
        reason: String,
    },
    /// Clerk: a signed paper sheet of a judge, as one person has keyed it. When two have keyed the same
    /// at two terminals, it counts.
    KeySheet {
        /// The project.
        project: ProjectId,
        /// Whose sheet.
        seat: SeatId,
        /// A mark for every criterion.
        #[serde(deserialize_with = "exactly")]
        marks: Marks,
        /// Who keys it; the terminal is the one that asks.
        keyed_by: Keyer,
    },
    /// Clerk: drop what has been keyed of a paper sheet that is not in yet.
    DropKeying {
        /// The project.
        project: ProjectId,
        /// Whose sheet.
        seat: SeatId,
        /// Why, for the record.
        reason: String,
    },
    /// Host: close scoring. Seats without a sheet must be named, and are left out, never zero.
    Lock {
        /// The project.
        project: ProjectId,
        /// Exactly the seats that have no sheet.
        without: BTreeSet<SeatId>,
    },
    /// Host: show the score to the hall and put the project into the ranking.
    Release {
        /// The project.
        project: ProjectId,
    },
    /// Host: the project did not appear when called (缺席). It may still be called up later.
    MarkAbsent {
        /// The project.
        project: ProjectId,
        /// Why, for the record.
        reason: String,
    },
    /// Host: the project leaves the contest (弃权). Not reversible.
    Withdraw {
        /// The project.
        project: ProjectId,
        /// Why, for the record.
        reason: String,
    },
    /// Judge: stay out of a project (回避), before its scoring opens and before any own sheet.
    Recuse {
        /// The project.
        project: ProjectId,
        /// Why, for the record.
        reason: String,
    },
    /// Host: a seat without a sheet is not waited for, or is waited for again.
    MarkSeat {
        /// The project.
        project: ProjectId,
        /// The seat.
        seat: SeatId,
        /// What it is to be.
        mark: SeatMark,
        /// Why, for the record.
        reason: String,
    },
    /// Host: take points off (扣分), by a rule of the session; before the release.
    Deduct {
        /// The project.
        project: ProjectId,
        /// By which rule.
        rule: DeductionId,
        /// How many units, at least 1.
        units: u32,
        /// Why, for the record.
        reason: String,
    },
    /// Host: give deducted points back; before the release.
    RemoveDeduction {
        /// The project.
        project: ProjectId,
        /// The deduction's number among the project's.
        number: u32,
        /// Why, for the record.
        reason: String,
    },
    /// Host: the project pitches at the end of the half-day, from the start.
    Postpone {
        /// The project.
        project: ProjectId,
        /// Why, for the record.
        reason: String,
    },
    /// Host: the next in reserve takes the place of a project that left (递补).
    Backfill {
        /// The project that left.
        project: ProjectId,
        /// Why, for the record.
        reason: String,
    },
    /// Host: another order for the projects that still wait.
    Reorder {
        /// The room.
        room: RoomId,
        /// The whole run order; those that do not wait stay where they are.
        order: Vec<ProjectId>,
        /// Why, for the record.
        reason: String,
    },
    /// Host: set the countdown to what was left before a technical fault; it stands there.
    SetClock {
        /// The project.
        project: ProjectId,
        /// The phase whose clock is meant.
        phase: Phase,
        /// What is to be left, in milliseconds: from 0 to the phase's length with what was added.
        left: Ms,
        /// Why, for the record.
        reason: String,
    },
    /// Host: undo the last step with the clock, within ten seconds.
    Undo {
        /// The project it was about.
        project: ProjectId,
    },
    /// Host: show a scene on the room's projector.
    ShowScene {
        /// The room.
        room: RoomId,
        /// The scene.
        scene: Scene,
    },
    /// Host: make the projector blank, or show its scene again.
    Blank {
        /// The room.
        room: RoomId,
        /// Whether it is to be blank.
        on: bool,
    },
    /// Host: a message to people in the room.
    Say {
        /// The room.
        room: RoomId,
        /// Whom it is for.
        to: Audience,
        /// What it says: one line of 1 to 80 characters.
        text: String,
        /// Whether it is to blink.
        blink: bool,
    },
    /// Host: take a message away.
    Unsay {
        /// The room.
        room: RoomId,
        /// Whom it was for.
        to: Audience,
    },
    /// Host: begin a break while nobody is on stage.
    TakeBreak {
        /// The room.
        room: RoomId,
        /// What it is called.
        name: Text,
        /// How long it is to take, in milliseconds; up to a day.
        length: Ms,
    },
    /// Host: end the break.
    EndBreak {
        /// The room.
        room: RoomId,
    },
    /// Host: let boards show a group's ranking as it is now, whatever is released (封榜).
    Freeze {
        /// The group.
        group: GroupId,
    },
    /// Host: let boards show it as it is.
    Thaw {
        /// The group.
        group: GroupId,
    },
    /// Host: go to a step of a group's ceremony, forwards or back.
    Ceremony {
        /// The group.
        group: GroupId,
        /// How many steps are to be revealed; `None` ends it.
        step: Option<u32>,
    },
    /// Host: what the jury chair (评委组长) has decided about a tie that waits for it.
    Rule {
        /// The group.
        group: GroupId,
        /// The tied projects, best first; those that stand together share their place.
        order: Vec<Vec<ProjectId>>,
        /// Why, for the record.
        reason: String,
    },
    /// Host or supervisor: an act that takes both.
    Propose {
        /// The act.
        act: Act,
        /// Why, for the record.
        reason: String,
    },
    /// The other of the two: agreed, and done.
    Agree {
        /// The proposal's number.
        proposal: u32,
    },
    /// Either of the two: it is not to be done.
    Decline {
        /// The proposal's number.
        proposal: u32,
        /// Why, for the record.
        reason: String,
    },
    /// Host or supervisor: a new pass for a seat; the old link opens nothing any more.
    RenewPass {
        /// The seat.
        seat: Seat,
        /// Why, for the record.
        reason: String,
    },
    /// Host or supervisor: the seat goes from the terminal that holds it to one that waits for it.
    HandOver {
        /// The seat.
        seat: Seat,
        /// The terminal that holds it.
        from: Uuid,
        /// The one that is to have it.
        to: Uuid,
    },
}

impl Wish {
    /// The project that is meant; `None` where it is a room, a group or a proposal.
    pub fn project(&self) -> Option<&ProjectId> {
        match self {
            Self::Propose { act, .. } => Some(act.project()),
            Self::Reorder { .. }
            | Self::ShowScene { .. }
            | Self::Blank { .. }
            | Self::Say { .. }
            | Self::Unsay { .. }
            | Self::TakeBreak { .. }
            | Self::EndBreak { .. }
            | Self::Freeze { .. }
            | Self::Thaw { .. }
            | Self::Ceremony { .. }
            | Self::Rule { .. }
            | Self::Agree { .. }
            | Self::Decline { .. }
            | Self::RenewPass { .. }
            | Self::HandOver { .. } => None,
            Self::CallUp { project }
            | Self::Begin { project, .. }
            | Self::StartClock { project, .. }
            | Self::PauseClock { project, .. }
            | Self::ResumeClock { project, .. }
            | Self::AddTime { project, .. }
            | Self::Finish { project }
            | Self::Submit { project, .. }
            | Self::SealSheet { project, .. }
            | Self::OpenSheet { project, .. }
            | Self::AllowPaper { project, .. }
            | Self::DisallowPaper { project, .. }
            | Self::KeySheet { project, .. }
            | Self::DropKeying { project, .. }
            | Self::Lock { project, .. }
            | Self::Release { project }
            | Self::MarkAbsent { project, .. }
            | Self::Withdraw { project, .. }
            | Self::Recuse { project, .. }
            | Self::MarkSeat { project, .. }
            | Self::Deduct { project, .. }
            | Self::RemoveDeduction { project, .. }
            | Self::Postpone { project, .. }
            | Self::Backfill { project, .. }
            | Self::SetClock { project, .. }
            | Self::Undo { project } => Some(project),
        }
    }
}

impl Wish {
    /// The word for it on the wire.
    pub fn word(&self) -> &'static str {
        match self {
            Self::CallUp { .. } => "call-up",
            Self::Begin { .. } => "begin",
            Self::StartClock { .. } => "start-clock",
            Self::PauseClock { .. } => "pause-clock",
            Self::ResumeClock { .. } => "resume-clock",
            Self::AddTime { .. } => "add-time",
            Self::Finish { .. } => "finish",
            Self::Submit { .. } => "submit",
            Self::SealSheet { .. } => "seal-sheet",
            Self::OpenSheet { .. } => "open-sheet",
            Self::AllowPaper { .. } => "allow-paper",
            Self::DisallowPaper { .. } => "disallow-paper",
            Self::KeySheet { .. } => "key-sheet",
            Self::DropKeying { .. } => "drop-keying",
            Self::Lock { .. } => "lock",
            Self::Release { .. } => "release",
            Self::MarkAbsent { .. } => "mark-absent",
            Self::Withdraw { .. } => "withdraw",
            Self::Recuse { .. } => "recuse",
            Self::MarkSeat { .. } => "mark-seat",
            Self::Deduct { .. } => "deduct",
            Self::RemoveDeduction { .. } => "remove-deduction",
            Self::Postpone { .. } => "postpone",
            Self::Backfill { .. } => "backfill",
            Self::Reorder { .. } => "reorder",
            Self::Rule { .. } => "rule",
            Self::Propose { .. } => "propose",
            Self::SetClock { .. } => "set-clock",
            Self::Undo { .. } => "undo",
            Self::ShowScene { .. } => "show-scene",
            Self::Blank { .. } => "blank",
            Self::Say { .. } => "say",
            Self::Unsay { .. } => "unsay",
            Self::TakeBreak { .. } => "take-break",
            Self::EndBreak { .. } => "end-break",
            Self::Freeze { .. } => "freeze",
            Self::Thaw { .. } => "thaw",
            Self::Ceremony { .. } => "ceremony",
            Self::Agree { .. } => "agree",
            Self::Decline { .. } => "decline",
            Self::RenewPass { .. } => "renew-pass",
            Self::HandOver { .. } => "hand-over",
        }
    }
}

impl Wish {
    /// For how long it is still meant where the hub cannot be asked at once; `None` is until there is an
    /// answer. A clock that starts a minute late is wrong, a sheet that arrives a minute late is not.
    pub fn good_for(&self) -> Option<Ms> {
        match self {
            Self::Submit { .. }
            | Self::SealSheet { .. }
            | Self::OpenSheet { .. }
            | Self::Recuse { .. } => None,
            Self::CallUp { .. }
            | Self::Begin { .. }
            | Self::StartClock { .. }
            | Self::PauseClock { .. }
            | Self::ResumeClock { .. }
            | Self::AddTime { .. }
            | Self::SetClock { .. }
            | Self::Finish { .. }
            | Self::Undo { .. }
            | Self::ShowScene { .. }
            | Self::Blank { .. }
            | Self::Say { .. }
            | Self::Unsay { .. }
            | Self::TakeBreak { .. }
            | Self::EndBreak { .. }
            | Self::Freeze { .. }
            | Self::Thaw { .. }
            | Self::Ceremony { .. }
            | Self::HandOver { .. } => Some(MOMENT),
            Self::Lock { .. }
            | Self::Release { .. }
            | Self::MarkAbsent { .. }
            | Self::Withdraw { .. }
            | Self::MarkSeat { .. }
            | Self::Deduct { .. }
            | Self::RemoveDeduction { .. }
            | Self::Postpone { .. }
            | Self::Backfill { .. }
            | Self::Reorder { .. }
            | Self::Rule { .. }
            | Self::AllowPaper { .. }
            | Self::DisallowPaper { .. }
            | Self::KeySheet { .. }
            | Self::DropKeying { .. }
            | Self::RenewPass { .. }
            | Self::Propose { .. }
            | Self::Agree { .. }
            | Self::Decline { .. } => Some(SITTING),
        }
    }
}

/// Reads marks without rounding any: `rust_decimal` by itself would cut what has too many digits.
pub(super) fn exactly<'de, D: Deserializer<'de>>(from: D) -> Result<Marks, D::Error> {
    let texts = BTreeMap::<CriterionId, String>::deserialize(from)?;
    let mark = |(id, text): (CriterionId, String)| {
        let mark = Decimal::from_str_exact(&text);
        Ok((id, mark.map_err(|err| D::Error::custom(format!("{text:?}: {err}")))?))
    };
    texts.into_iter().map(mark).collect()
}
