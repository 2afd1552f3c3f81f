//! A judge's picture: the rubric, the clock and the judge's own sheets; nothing of anybody else.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{
    JournalLine,
    hall::{PauseLine, message},
    lines::{ProjectLine, RoomLine, SessionLine, StageLine},
};
use crate::{
    contest::{
        Audience, Contest, Group, GroupId, JudgeSeat, Marks, Message, Paper, ProjectId, Room,
        Rubric, SeatId, SeatWord, Sheet, Stage, Text,
    },
    protocol::Heads,
};

/// A judge's picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JudgeView {
    /// The session.
    pub session: SessionLine,
    /// The room.
    pub room: RoomLine,
    /// The judge's seat.
    pub seat: SeatId,
    /// What the seat is called.
    pub name: Text,
    /// Who is on stage, and the clock.
    pub stage: Option<StageLine>,
    /// Every project of the room in run order, with this seat's own sheet.
    pub sheets: Vec<SheetLine>,
    /// The message to the panel.
    pub message: Option<Message>,
    /// The break that is being held.
    pub pause: Option<PauseLine>,
    /// The rubrics of the room's groups.
    pub rubrics: Vec<GroupRubric>,
    /// The head that the room keeps.
    pub journal: JournalLine,
}

/// A project and this seat's sheet for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetLine {
    /// The project.
    pub project: ProjectLine,
    /// Where it is in its life; sheets are taken from the presentation until the lock.
    pub stage: Stage,
    /// The sheet that the hub has.
    pub sheet: Option<SheetView>,
    /// The revision that the hub has sealed; its marks are this terminal's alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealed: Option<u32>,
    /// Whether sealed sheets are opened now.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub opens: bool,
    /// Where this seat stands with the project.
    pub state: SeatWord,
    /// Why, where its sheet was given back or does not count.
    pub reason: Option<String>,
}

/// A stored sheet, as its own judge sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetView {
    /// Its revision, from 1.
    pub revision: u32,
    /// The marks.
    pub marks: Marks,
    /// Their weighted sum.
    pub total: Decimal,
    /// Who keyed it, where it came on paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper: Option<Paper>,
}

/// The rubric of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupRubric {
    /// The group.
    pub group: GroupId,
    /// The group's name.
    pub name: Text,
    /// Its rubric.
    pub rubric: Rubric,
}

impl JudgeView {
    pub(super) fn of(contest: &Contest, room: &Room, judge: &JudgeSeat, heads: &Heads) -> Self {
        Self {
            session: SessionLine::of(contest),
            room: RoomLine::of(room),
            seat: judge.id.clone(),
            name: judge.name.clone(),
            stage: StageLine::of(contest, room),
            sheets: contest
                .order(&room.id)
                .iter()
                .filter_map(|it| SheetLine::of(contest, it, &judge.id))
                .collect(),
            message: message(contest, room, Audience::Judges),
            pause: contest.hall(&room.id).and_then(PauseLine::of),
            rubrics: GroupRubric::of_room(contest, room),
            journal: JournalLine::of(heads, room),
        }
    }

    /// The rubric for a project of this room.
    pub fn rubric_of(&self, project: &ProjectLine) -> Option<&Rubric> {
        self.rubrics.iter().find(|it| it.group == project.group).map(|it| &it.rubric)
    }
}

impl GroupRubric {
    /// The rubrics of the groups that pitch in a room.
    pub(super) fn of_room(contest: &Contest, room: &Room) -> Vec<Self> {
        let session = contest.session();
        let here = |id: &GroupId| {
            let mut turns = contest.order(&room.id).iter();
            turns.any(|it| session.project(it).is_some_and(|it| it.group == *id))
        };
        let groups = session.groups.iter().filter(|group| here(&group.id));
        groups.filter_map(Self::of).collect()
    }

    /// The rubric of a group that has one.
    pub(super) fn of(group: &Group) -> Option<Self> {
        let rubric = group.rubric.clone()?;
        Some(Self { group: group.id.clone(), name: group.name.clone(), rubric })
    }
}

impl SheetView {
    pub(super) fn of((rubric, sheet): (&Rubric, &Sheet)) -> Self {
        let total = rubric.total(&sheet.marks);
        let (marks, paper) = (sheet.marks.clone(), sheet.paper.clone());
        Self { revision: sheet.revision, marks, total, paper }
    }
}

impl SheetLine {
    fn of(contest: &Contest, project: &ProjectId, seat: &SeatId) -> Option<Self> {
        let (session, run) = (contest.session(), contest.run(project)?);
        let rubric = session.group_of(project)?.rubric.as_ref();
        let state = run.seats.get(seat)?;
        let sheet = rubric.zip(state.sheet()).map(SheetView::of);
        Some(Self {
            project: ProjectLine::of(session.project(project)?),
            stage: run.stage,
            sheet,
            sealed: state.seal().map(|_| state.revision()),
            opens: state.seal().is_some() && run.opens(),
            state: state.word(),
            reason: state.reason().map(ToOwned::to_owned),
        })
    }
}
