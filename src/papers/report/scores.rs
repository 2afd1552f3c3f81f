//! One group of the report: its projects in the order of their places with every judge's total, the panels
//! that gave them, whether the order of the evening shows in the scores, and what the awards hang on.
//!
//! What is locked is looked at before it is released, as on the summary that is signed; what still can be
//! changed by its judges is not: `what_is_not_locked_is_not_in_the_report`.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{
    accord::Accord,
    cuts::{Cut, cuts},
    estimate::count,
    marks::{JudgeFigures, MarksRow, PanelMarks},
    trend::Trend,
};
use crate::{
    contest::{
        Field, Group, JudgeSeat, Panel, Project, ProjectId, Robustness, Room, Scope, Score, SeatId,
        Stage, Standing, Text, Unranked,
    },
    papers::{
        evening::Evening,
        form::{DroppedEnds, State, closed_scores},
    },
};

/// Fewer projects have no trend that could be told from chance.
pub(super) const FEWEST_TURNS: usize = 10;

/// One group.
#[derive(Debug)]
pub struct GroupReport<'a> {
    /// The group.
    pub group: &'a Group,
    /// What is known of its result.
    pub state: State,
    /// Its projects with a score, by place, and then those that are locked and not released.
    pub lines: Vec<ScoreLine<'a>>,
    /// The other projects that take part.
    pub unranked: Vec<Unranked>,
    /// Ties that wait for the jury chair.
    pub waiting: Vec<Vec<ProjectId>>,
    /// The rooms that its projects were judged in.
    pub rooms: Vec<RoomScores<'a>>,
    /// How near the cuts between its awards are.
    pub cuts: Vec<Cut>,
    /// What its awards hang on; `None` where nothing is locked.
    pub robustness: Option<Robustness>,
}

/// One project with a score.
#[derive(Debug)]
pub struct ScoreLine<'a> {
    /// The project.
    pub project: &'a Project,
    /// Its place; `None` where its score is not released.
    pub place: Option<u32>,
    /// Its award, as things stand.
    pub award: Option<Text>,
    /// Its score as it is announced.
    pub score: Decimal,
    /// What was taken off.
    pub deducted: Decimal,
    /// Every judge's total.
    pub marks: Vec<Mark>,
}

/// One judge's total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The judge.
    pub seat: SeatId,
    /// The total.
    pub total: Decimal,
    /// Whether it was dropped as the highest or the lowest.
    pub is_dropped: bool,
}

/// A group's projects in one room.
#[derive(Debug)]
pub struct RoomScores<'a> {
    /// The room.
    pub room: &'a Room,
    /// Its panels; of a session without panels all its judges as one.
    pub panels: Vec<PanelReport<'a>>,
    /// The scores before deductions, by the turn in the room that they came in.
    pub turns: Vec<(ProjectId, usize, f64)>,
    /// What they do along the turns; `None` of too few.
    pub trend: Option<Trend>,
}

/// A panel's judges over a group's projects in one room.
#[derive(Debug)]
pub struct PanelReport<'a> {
    /// The panel, where the session has several.
    pub panel: Option<&'a Panel>,
    /// Its judges who have scored something, with what their totals say.
    pub judges: Vec<(&'a JudgeSeat, JudgeFigures)>,
    /// How far they agree.
    pub accord: Accord,
    /// How many projects there are.
    pub projects: usize,
    /// The spread of the projects' means.
    pub spread: Option<f64>,
}

/// Whether a total of these projects was dropped.
pub(super) fn has_dropped(lines: &[ScoreLine<'_>]) -> bool {
    lines.iter().flat_map(|it| &it.marks).any(|it| it.is_dropped)
}

/// Whether these projects, in their order, do not all take the same award.
pub(super) fn has_cuts(lines: &[ScoreLine<'_>]) -> bool {
    lines
        .iter()
        .zip(lines.iter().skip(1))
        .any(|(one, next)| (&one.award, one.place.is_some()) != (&next.award, next.place.is_some()))
}

/// When each project was called up, as its how-manyth turn in its room.
pub(super) type Turns = BTreeMap<ProjectId, usize>;

impl<'a> GroupReport<'a> {
    /// The report on a group; `None` where nothing is scored.
    pub(super) fn of(evening: &'a Evening, group: &'a Group, turns: &Turns) -> Option<Self> {
        group.rubric.as_ref()?;
        let contest = &evening.contest;
        let results = contest.ranking(group);
        let is_out = |id: &ProjectId| contest.stage_of(id).is_out();
        let scores = closed_scores(contest, group).into_iter();
        let scores: BTreeMap<_, _> =
            scores.filter(|it| !is_out(&it.0)).filter_map(|it| Some((it.0, it.1.ok()?))).collect();
        let places: BTreeMap<_, _> = results.standings.iter().map(|it| (&it.project, it)).collect();
        let ranked = results.standings.iter().map(|it| &it.project);
        let locked = contest.projects_of(&group.id).map(|it| &it.id);
        let locked = locked.filter(|id| !places.contains_key(id));
        let line = |id: &ProjectId| {
            let project = contest.session().project(id)?;
            Some(ScoreLine::of(project, scores.get(id)?, places.get(id).copied()))
        };
        let lines: Vec<_> = ranked.chain(locked).filter_map(line).collect();
        let state = State::of(contest, results.is_final());
        let is_scored = |it: &Unranked| !scores.contains_key(&it.project);
        let rooms = contest.session().rooms.iter();
        let released = Field::of(contest, group, Scope::Released);
        Some(Self {
            group,
            state,
            cuts: released.map(|it| cuts(&it)).unwrap_or_default(),
            lines,
            unranked: results.unranked.iter().filter(|it| is_scored(it)).cloned().collect(),
            waiting: results.waiting.clone(),
            rooms: rooms.filter_map(|it| RoomScores::of(evening, it, &scores, turns)).collect(),
            robustness: robustness(evening, group),
        })
    }

    /// How many sheets there are.
    pub fn sheets(&self) -> usize {
        self.lines.iter().map(|it| it.marks.len()).sum()
    }

    /// From where to where all totals and scores lie; `None` where there is none.
    pub fn range(&self) -> Option<(f64, f64)> {
        let totals = self.lines.iter().flat_map(|it| it.marks.iter().map(|it| it.total));
        let all: Vec<_> = totals.chain(self.lines.iter().map(|it| it.score)).collect();
        let number = |it: &Decimal| f64::try_from(*it).ok();
        Some((number(all.iter().min()?)?, number(all.iter().max()?)?))
    }
}

fn robustness(evening: &Evening, group: &Group) -> Option<Robustness> {
    let field = Field::of(&evening.contest, group, Scope::Locked)?;
    Some(Robustness::of(&field)).filter(|it| it.projects > 0 && !it.awards.is_empty())
}

impl<'a> ScoreLine<'a> {
    fn of(project: &'a Project, score: &Score, standing: Option<&Standing>) -> Self {
        let ends = DroppedEnds::of(score);
        let totals = score.totals().into_owned().into_iter();
        let mark = |(seat, total)| Mark { is_dropped: ends.has(&seat), seat, total };
        Self {
            project,
            place: standing.map(|it| it.place),
            award: standing.and_then(|it| it.award.clone()),
            score: score.announced,
            deducted: score.deducted(),
            marks: totals.map(mark).collect(),
        }
    }
}

impl<'a> RoomScores<'a> {
    /// `None` where none of these scores was given in the room.
    fn of(
        evening: &'a Evening,
        room: &'a Room,
        scores: &BTreeMap<ProjectId, Score>,
        turns: &Turns,
    ) -> Option<Self> {
        let order = evening.contest.order(&room.id).iter();
        let mut here: Vec<_> =
            order.filter_map(|id| Some((*turns.get(id)?, id.clone(), scores.get(id)?))).collect();
        here.sort_by_key(|it| it.0);
        if here.is_empty() {
            return None;
        }
        let session = evening.contest.session();
        let own = session.panels.iter().map(Some);
        let panels = if session.panels.is_empty() { vec![None] } else { own.collect() };
        let panels = panels.into_iter().map(|panel| PanelReport::of(room, panel, &here));
        let point = |(turn, id, score): &(usize, ProjectId, &Score)| {
            (id.clone(), *turn, f64::try_from(score.rounded).unwrap_or_default())
        };
        let points: Vec<_> = here.iter().map(point).collect();
        let steps: Vec<_> = points.iter().map(|it| (count(it.1), it.2)).collect();
        Some(Self {
            room,
            panels: panels.filter(|it| !it.judges.is_empty()).collect(),
            trend: Some(&steps).filter(|it| FEWEST_TURNS <= it.len()).and_then(|it| Trend::of(it)),
            turns: points,
        })
    }
}

impl<'a> PanelReport<'a> {
    fn of(room: &'a Room, panel: Option<&'a Panel>, here: &[(usize, ProjectId, &Score)]) -> Self {
        let of_panel = |it: &&JudgeSeat| panel.is_none_or(|own| it.panel.as_ref() == Some(&own.id));
        let judges: Vec<_> = room.judges.iter().filter(of_panel).collect();
        let row = |(_, id, score): &(usize, ProjectId, &Score)| {
            let mut totals = score.totals().into_owned();
            totals.retain(|seat, _| judges.iter().any(|it| it.id == *seat));
            MarksRow { project: id.clone(), totals }
        };
        let rows = here.iter().map(row).collect();
        let marks = PanelMarks { judges: judges.iter().map(|it| it.id.clone()).collect(), rows };
        let figures = marks.figures().into_iter();
        let named =
            figures.filter_map(|own| Some((*judges.iter().find(|it| it.id == own.seat)?, own)));
        Self {
            panel,
            judges: named.collect(),
            accord: Accord::of(&marks),
            projects: marks.rows.len(),
            spread: marks.spread_of_means(),
        }
    }
}

/// The turns of every room, by when each project was called up last.
pub(super) fn turns(evening: &Evening) -> Turns {
    let timings = evening.timings();
    let mut turns = Turns::new();
    for room in &evening.contest.session().rooms {
        let order = evening.contest.order(&room.id).iter();
        let is_met = |id: &&ProjectId| evening.contest.stage_of(id) != Stage::Waiting;
        let called = order.filter(is_met).filter_map(|id| Some((timings.turn(id)?.called?, id)));
        let mut called: Vec<_> = called.collect();
        called.sort();
        turns.extend((1..).zip(called).map(|(nth, (_, id))| (id.clone(), nth)));
    }
    turns
}
