//! Every seat's sheet for every project: who, what became of it, the total, and the marks, a column for
//! each criterion of the session.

use std::{collections::BTreeMap, sync::Arc};

use super::{Source, columns};
use crate::{
    contest::{
        Dropped, Group, GroupResults, JudgeSeat, Keyer, Paper, ProjectId, Room, Rubric, Score,
        SeatId, SeatState,
    },
    papers::{
        grid::{Cell, Grid},
        when,
    },
};

const HEADS: [&str; 18] = [
    "group",
    "room",
    "turn",
    "project",
    "name",
    "judge",
    "judge_name",
    "panel",
    "state",
    "reason",
    "revision",
    "at",
    "total",
    "full",
    "dropped",
    "source",
    "keyed_by",
    "checked_by",
];

impl Source<'_> {
    pub(super) fn sheets(&self, results: &[Arc<GroupResults>]) -> Grid {
        let session = self.evening.contest.session();
        let mut criteria: Vec<&str> = Vec::new();
        for rubric in session.groups.iter().filter_map(|it| it.rubric.as_ref()) {
            for (criterion, _) in rubric.marked() {
                if !criteria.contains(&criterion.id.as_str()) {
                    criteria.push(criterion.id.as_str());
                }
            }
        }
        let standings = results.iter().flat_map(|it| &it.standings);
        let scores: BTreeMap<_, _> = standings.map(|it| (&it.project, &it.made_of)).collect();
        let mut grid = Grid::new(columns(HEADS.into_iter().chain(criteria.iter().copied())));
        for room in &session.rooms {
            for (nth, id) in self.evening.contest.order(&room.id).iter().enumerate() {
                for judge in &room.judges {
                    let score = scores.get(id).copied();
                    if let Some(line) = self.sheet((room, nth + 1, id), judge, score, &criteria) {
                        grid.push(line);
                    }
                }
            }
        }
        grid
    }

    fn sheet(
        &self,
        (room, turn, id): (&Room, usize, &ProjectId),
        judge: &JudgeSeat,
        score: Option<&Score>,
        criteria: &[&str],
    ) -> Option<Vec<Cell>> {
        let (group, project) = self.projects.get(id)?;
        let state = self.evening.contest.run(id)?.seats.get(&judge.id)?;
        group.rubric.as_ref()?;
        let own = |text: &str| Cell::text(text.to_owned());
        let name = self.words.pick(judge.name.both());
        let name = if self.anonymous { Cell::Empty } else { own(name) };
        let lead = [
            own(group.id.as_str()),
            own(room.id.as_str()),
            Cell::count(turn),
            own(id.as_str()),
            own(self.words.pick(project.name.both())),
            own(judge.id.as_str()),
            name,
            judge.panel.as_ref().map_or(Cell::Empty, |it| own(it.as_str())),
            own(state.word().as_str()),
            own(state.reason().unwrap_or_default()),
        ];
        let dropped = own(&score.map(|it| dropped(it, &judge.id)).unwrap_or_default());
        let rest = marked(group, state, dropped, criteria);
        Some(lead.into_iter().chain(rest).collect())
    }
}

/// What stands on the latest sheet, whether it counts or not.
fn marked(group: &Group, state: &SeatState, dropped: Cell, criteria: &[&str]) -> Vec<Cell> {
    let (sheet, rubric) = (state.sheet(), group.rubric.as_ref());
    let decimals = rubric.map_or(0, Rubric::decimals);
    let of_sheet = sheet.zip(rubric);
    let total = of_sheet.map(|(sheet, rubric)| Cell::points(rubric.total(&sheet.marks), decimals));
    let full = rubric.map(|rubric| Cell::points(rubric.full_marks(), 0));
    let mark = |criterion: &&str| {
        let found = sheet.and_then(|it| it.marks.get(&(**criterion).into()));
        found.map_or(Cell::Empty, |mark| Cell::points(*mark, decimals))
    };
    let lead = [
        sheet.map_or(Cell::Empty, |it| Cell::count(it.revision)),
        sheet.map_or(Cell::Empty, |it| Cell::text(when::day_and_time(it.at))),
        total.unwrap_or_default(),
        full.unwrap_or_default(),
        dropped,
    ];
    let paper = sheet.and_then(|it| it.paper.as_ref());
    let source = sheet.map(|_| if paper.is_some() { "paper" } else { "terminal" });
    let name = |of: fn(&Paper) -> &Keyer| paper.map(|it| Cell::text(of(it).name.clone()));
    let source = source.map(Cell::text).unwrap_or_default();
    let [keyed, checked] = [name(|it| &it.keyed_by), name(|it| &it.checked_by)];
    let came = [source, keyed.unwrap_or_default(), checked.unwrap_or_default()];
    lead.into_iter().chain(came).chain(criteria.iter().map(mark)).collect()
}

/// What a trimmed mean left out of a sheet: all of it, or the criteria.
fn dropped(score: &Score, seat: &SeatId) -> String {
    let mut criteria = Vec::new();
    for panel in &score.panels {
        match &panel.tally.dropped {
            Dropped::Sheets(seats) if seats.contains(seat) => return "sheet".to_owned(),
            Dropped::Sheets(_) => (),
            Dropped::ByCriterion(seats) => {
                let own = seats.iter().filter(|(_, seats)| seats.contains(seat));
                criteria.extend(own.map(|(criterion, _)| criterion.as_str()));
            }
        }
    }
    criteria.join(" ")
}
