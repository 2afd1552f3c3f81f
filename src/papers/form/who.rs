//! What several forms say alike: who is meant, what a seat is called, what became of its sheet.

use rust_decimal::Decimal;

use super::Forms;
use crate::{
    contest::{
        Dropped, Group, JudgeSeat, Project, ProjectId, Room, Rubric, Score, SeatId, SeatState,
        Stage,
    },
    papers::grid::Cell,
    words::Words,
};

/// Who signs.
#[derive(Debug, Clone, Copy)]
pub(super) enum Signs {
    Judge,
    Clerk,
    Checker,
    Supervisor,
    Chair,
    Presenter,
    Drawer,
    Organiser,
}

impl Signs {
    fn as_str(self) -> &'static str {
        match self {
            Self::Judge => "judge",
            Self::Clerk => "clerk",
            Self::Checker => "checker",
            Self::Supervisor => "supervisor",
            Self::Chair => "chair",
            Self::Presenter => "presenter",
            Self::Drawer => "drawer",
            Self::Organiser => "organiser",
        }
    }
}

impl<'a> Forms<'a> {
    pub(super) fn fact(&self, key: &str, value: impl Into<String>) -> (String, String) {
        (self.tongues.say(&format!("paper-fact-{key}")), value.into())
    }

    pub(super) fn head(&self, key: &str) -> String {
        self.tongues.say(&format!("paper-head-{key}"))
    }

    pub(super) fn signatures(&self, who: &[Signs]) -> Vec<String> {
        who.iter().map(|it| self.tongues.say(&format!("paper-signs-{}", it.as_str()))).collect()
    }

    pub(super) fn room_fact(&self, room: &Room) -> (String, String) {
        self.fact("room", self.tongues.pick(&room.name))
    }

    pub(super) fn group_fact(&self, group: &Group) -> (String, String) {
        self.fact("group", self.tongues.pick(&group.name))
    }

    /// What the session knows of a project: group, number, name, and where it has them entrant, what that
    /// is, and field.
    pub(super) fn project_facts(&self, group: &Group, project: &Project) -> Vec<(String, String)> {
        let kind = project.kind.map(|kind| {
            let word = serde_json::to_value(kind).unwrap_or_default();
            self.tongues.say(&format!("kind-{}", word.as_str().unwrap_or_default()))
        });
        let facts = [
            Some(self.group_fact(group)),
            Some(self.fact("project", project.id.as_str())),
            Some(self.fact("name", self.tongues.pick(&project.name))),
            project.entrant.as_ref().map(|it| self.fact("entrant", self.tongues.pick(it))),
            kind.map(|it| self.fact("kind", it)),
            project.field.as_ref().map(|it| self.fact("field", self.tongues.pick(it))),
        ];
        facts.into_iter().flatten().collect()
    }

    pub(super) fn project(&self, id: &ProjectId) -> Option<(&'a Group, &'a Project)> {
        let session = self.evening.contest.session();
        let project = session.project(id)?;
        Some((session.group(&project.group)?, project))
    }

    pub(super) fn name(&self, project: &Project) -> Cell {
        Cell::text(self.tongues.pick(&project.name))
    }

    pub(super) fn entrant(&self, project: &Project) -> Cell {
        project.entrant.as_ref().map_or(Cell::Empty, |it| Cell::text(self.tongues.pick(it)))
    }

    /// What a judge is called: by the seat alone where names are left out.
    pub(super) fn judge(&self, judge: &JudgeSeat) -> String {
        called(judge, &self.tongues.pick(&judge.name), self.manner.anonymous)
    }

    /// A seat's sheet as it stands in a column of totals.
    pub(super) fn total(&self, rubric: &Rubric, state: &SeatState) -> Cell {
        match state.counted() {
            Some(sheet) => Cell::points(rubric.total(&sheet.marks), rubric.decimals()),
            None => Cell::text(self.tongues.each(|words| state_word(state, words))),
        }
    }

    /// Why a project has no place, with what is noted about it; of one with a score that is not public
    /// that it is locked.
    pub(super) fn unranked(&self, project: &ProjectId) -> String {
        let stage = self.contest().stage_of(project);
        let untallied = self.scores.get(project).and_then(|it| it.as_ref().err());
        let word = match untallied.filter(|_| stage == Stage::Released) {
            Some(why) => self.tongues.say(&format!("reason-{}", why.as_str())),
            None => self.tongues.say(&format!("stage-{}", stage.as_str())),
        };
        let run = self.contest().run(project);
        let note = run.and_then(|run| run.reason.clone()).filter(|it| !it.is_empty());
        note.map_or_else(|| word.clone(), |note| format!("{word} ({note})"))
    }
}

/// A judge by seat and name, or by the seat alone.
pub(in crate::papers) fn called(judge: &JudgeSeat, name: &str, anonymous: bool) -> String {
    let seat = judge.id.as_str();
    match name {
        _ if anonymous => seat.to_owned(),
        name if name.contains(seat) => name.to_owned(),
        name => format!("{seat} {name}"),
    }
}

/// The word for a seat that has no sheet that counts.
fn state_word(state: &SeatState, words: &Words) -> String {
    words.say(&format!("state-{}", state.word().as_str()))
}

/// The same with the reason on the record.
pub(super) fn state_and_reason(state: &SeatState, words: &Words) -> String {
    let word = state_word(state, words);
    state.reason().map_or_else(|| word.clone(), |reason| format!("{word} ({reason})"))
}

/// The sheets that were left out, lowest first: those at the low end and those at the high end.
/// Trimmed by criterion, none is left out as a whole.
pub(in crate::papers) struct DroppedEnds {
    low: Vec<(Decimal, SeatId)>,
    high: Vec<(Decimal, SeatId)>,
}

impl DroppedEnds {
    pub(in crate::papers) fn of(score: &Score) -> Self {
        let (mut low, mut high) = (Vec::new(), Vec::new());
        for panel in &score.panels {
            let Dropped::Sheets(seats) = &panel.tally.dropped else { continue };
            let total = |seat: &SeatId| panel.tally.totals.get(seat).copied();
            let mut ends: Vec<_> =
                seats.iter().filter_map(|it| Some((total(it)?, it.clone()))).collect();
            ends.sort();
            high.extend(ends.split_off(ends.len() / 2));
            low.extend(ends);
        }
        Self { low, high }
    }

    pub(super) fn is_low(&self, seat: &SeatId) -> bool {
        self.low.iter().any(|it| it.1 == *seat)
    }

    pub(super) fn is_high(&self, seat: &SeatId) -> bool {
        self.high.iter().any(|it| it.1 == *seat)
    }

    pub(in crate::papers) fn has(&self, seat: &SeatId) -> bool {
        self.is_low(seat) || self.is_high(seat)
    }

    /// The totals at the low end and at the high end as cells: a number where it is one.
    pub(super) fn cells(&self, decimals: u32) -> [Cell; 2] {
        [&self.low, &self.high].map(|ends| match ends.as_slice() {
            [] => Cell::Empty,
            [(total, _)] => Cell::points(*total, decimals),
            several => {
                let each = several.iter().map(|it| Cell::points(it.0, decimals).printed());
                Cell::text(each.collect::<Vec<_>>().join(", "))
            }
        })
    }
}
