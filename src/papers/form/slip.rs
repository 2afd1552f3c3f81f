//! 成绩单: what a team takes home when its score is released. It tells no more about the judges than the
//! session lets the hall see.

use std::cmp::Reverse;

use super::{
    FormKind, Forms, Leaf, State,
    who::{DroppedEnds, Signs},
};
use crate::{
    contest::{
        Deduction, Group, JudgeSeat, Project, ProjectId, Reveal, Room, Rubric, Score, Session,
        Standing,
    },
    papers::grid::{Cell, Column, Grid},
    words::Words,
};

impl<'a> Forms<'a> {
    pub(super) fn slips(&self) -> Vec<Leaf> {
        let rooms = self.evening.contest.session().rooms.iter();
        let of_room =
            |room: &'a Room| self.turns(room).filter_map(move |(_, id)| self.slip(room, id));
        rooms.flat_map(of_room).collect()
    }

    fn slip(&self, room: &'a Room, id: &ProjectId) -> Option<Leaf> {
        let (group, project) = self.project(id)?;
        let standing = self.places.get(id)?;
        let state = self.state_in(group);
        let mut facts = self.project_facts(group, project);
        facts.push(self.room_fact(room));
        Some(Leaf {
            section: self.tongues.pick(&group.name),
            title: self.title(FormKind::Slips),
            state,
            facts,
            lead: Vec::new(),
            grid: self.slip_grid((room, group, project), standing, state),
            notes: vec![self.tongues.say("paper-no-objection")],
            signatures: self.signatures(&[Signs::Presenter, Signs::Clerk, Signs::Checker]),
            is_wide: false,
        })
    }

    fn slip_grid(
        &self,
        (room, group, project): (&Room, &Group, &Project),
        standing: &Standing,
        state: State,
    ) -> Grid {
        let columns = vec![
            Column::new(self.head("item"), 60).growing(2),
            Column::new(self.head("points"), 30),
            Column::new(self.head("note"), 50).growing(1),
        ];
        let (mut grid, score) = (Grid::new(columns), &standing.made_of);
        for (name, total, note) in self.seen(room, group, score) {
            grid.push(vec![Cell::text(name), total, Cell::text(note)]);
        }
        if !score.deductions.is_empty() {
            let before = self.head("before");
            grid.push(vec![Cell::text(before), Cell::Decimal(score.rounded), Cell::Empty]);
        }
        for deduction in &score.deductions {
            let name = Cell::text(self.rule_name(deduction));
            grid.push(vec![name, Cell::Decimal(-deduction.points), Cell::text(&*deduction.reason)]);
        }
        let last = Cell::text(self.head("score"));
        grid.push_strong(vec![last, Cell::Decimal(score.announced), Cell::Empty]);
        if state == State::Final {
            let award = standing.award.as_ref().map(|it| self.tongues.pick(it));
            let award = Cell::text(award.unwrap_or_default());
            let place = Cell::text(self.head("place"));
            let tie = self.tie_note(&project.id);
            let note = if matches!(award, Cell::Empty) { Cell::text(tie) } else { award };
            grid.push_strong(vec![place, Cell::count(standing.place), note]);
        }
        grid
    }

    /// The judges' totals as far as the session shows them: without whose they are they stand by size.
    fn seen(&self, room: &Room, group: &Group, score: &Score) -> Vec<(String, Cell, String)> {
        let reveal = self.contest().session().reveal;
        let (ends, totals) = (DroppedEnds::of(score), score.totals());
        let decimals = group.rubric.as_ref().map_or(0, Rubric::decimals);
        let note = |judge: &JudgeSeat| {
            let key = match (ends.is_low(&judge.id), ends.is_high(&judge.id)) {
                (true, _) => "paper-dropped-lowest",
                (_, true) => "paper-dropped-highest",
                _ => return String::new(),
            };
            self.tongues.say(key)
        };
        let mut seen: Vec<_> =
            room.judges.iter().filter_map(|judge| Some((judge, *totals.get(&judge.id)?))).collect();
        match reveal {
            Reveal::Score => return Vec::new(),
            Reveal::Seats => seen.sort_by_key(|it| Reverse(it.1)),
            Reveal::Names => (),
        }
        let line = |(nth, (judge, total)): (usize, (&JudgeSeat, _))| {
            let name = match reveal {
                Reveal::Names => self.judge(judge),
                _ => self.tongues.tell("paper-some-judge", &[("nth", (nth + 1).into())]),
            };
            let cell = Cell::points(total, decimals).dropped_if(ends.has(&judge.id));
            (name, cell, note(judge))
        };
        seen.into_iter().enumerate().map(line).collect()
    }

    /// What the rule is called that points were taken off by.
    fn rule_name(&self, deduction: &Deduction) -> String {
        self.tongues.each(|words| rule_name(self.contest().session(), deduction, words))
    }

    /// A deduction in one line.
    pub(super) fn deducted(&self, id: &ProjectId, deduction: &Deduction) -> String {
        let reason = Some(&deduction.reason).filter(|it| !it.is_empty());
        self.tongues.each(|words| {
            let rule = rule_name(self.contest().session(), deduction, words);
            let why = reason.map_or_else(|| rule.clone(), |reason| format!("{rule}: {reason}"));
            let args = [
                ("project", id.as_str().into()),
                ("points", deduction.points.to_string().into()),
                ("reason", why.into()),
            ];
            words.tell("results-deducted", &args)
        })
    }
}

fn rule_name(session: &Session, deduction: &Deduction, words: &Words) -> String {
    let rule = session.deductions.iter().find(|it| it.id == deduction.rule);
    let name = rule.map(|rule| words.pick(rule.name.both()).to_owned());
    name.unwrap_or_else(|| deduction.rule.to_string())
}
