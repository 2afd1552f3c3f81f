//! 获奖名单 and 公示稿: who takes which award, for the file and as it is proposed to the public. Only of a group
//! whose result is final, and never of a rehearsal.

use super::{FormKind, Forms, Leaf, who::Signs};
use crate::{
    contest::{Group, GroupResults, Standing, Text},
    papers::grid::{Cell, Column, Grid},
};

impl Forms<'_> {
    pub(super) fn award_lists(&self) -> Vec<Leaf> {
        self.decided().map(|(group, results)| self.award_list(group, results)).collect()
    }

    pub(super) fn notices(&self) -> Vec<Leaf> {
        self.decided().map(|(group, results)| self.notice(group, results)).collect()
    }

    /// The groups whose awards are final.
    fn decided(&self) -> impl Iterator<Item = (&Group, &GroupResults)> {
        let results = self.results.iter().map(AsRef::as_ref);
        let groups = self.evening.contest.session().groups.iter().zip(results);
        let decided = groups.filter(|(_, results)| self.gives_awards(results));
        decided.filter(|(_, results)| results.standings.iter().any(|it| it.award.is_some()))
    }

    fn award_list(&self, group: &Group, results: &GroupResults) -> Leaf {
        let region = self.region_column(group);
        let mut columns = vec![
            Column::new(self.head("award"), 30).leading(),
            Column::new(self.head("project"), 16).leading(),
            Column::new(self.head("name"), 50).growing(2).leading(),
            Column::new(self.head("entrant"), 40).growing(1),
        ];
        columns.extend(region.clone());
        let mut grid = Grid::new(columns);
        for (award, standing) in winners(results) {
            let Some((_, project)) = self.project(&standing.project) else { continue };
            let (award, number) = (self.tongues.pick(award), project.id.as_str());
            let (name, entrant) = (self.name(project), self.entrant(project));
            let mut line = vec![Cell::text(award), Cell::text(number), name, entrant];
            line.extend(region.as_ref().map(|_| self.region(project)));
            grid.push(line);
        }
        Leaf {
            section: self.tongues.pick(&group.name),
            title: self.title(FormKind::Awards),
            state: self.state_in(group),
            facts: vec![self.group_fact(group)],
            lead: Vec::new(),
            grid,
            notes: Vec::new(),
            signatures: self.signatures(&[Signs::Supervisor, Signs::Chair, Signs::Organiser]),
            is_wide: false,
        }
    }

    fn notice(&self, group: &Group, results: &GroupResults) -> Leaf {
        let region = self.region_column(group);
        let lead = [
            Column::new(self.head("nth"), 11).leading(),
            Column::new(self.head("project"), 16).leading(),
            Column::new(self.head("name"), 36).growing(2).leading(),
            Column::new(self.head("entrant"), 24).growing(1),
        ];
        let last = [
            Column::new(self.head("score"), 18),
            Column::new(self.head("place"), 12),
            Column::new(self.head("proposed"), 26),
        ];
        let columns = lead.into_iter().chain(region.clone()).chain(last);
        let mut grid = Grid::new(columns.collect());
        for (nth, (award, standing)) in winners(results).enumerate() {
            let Some((_, project)) = self.project(&standing.project) else { continue };
            let lead = [
                Cell::count(nth + 1),
                Cell::text(project.id.as_str()),
                self.name(project),
                self.entrant(project),
            ];
            let last = [
                Cell::Decimal(standing.score),
                Cell::count(standing.place),
                Cell::text(self.tongues.pick(award)),
            ];
            let region = region.as_ref().map(|_| self.region(project));
            grid.push(lead.into_iter().chain(region).chain(last).collect());
        }
        let session = self.contest().session();
        let lead = self.tongues.each(|words| {
            let said = |text: &Text| words.pick(text.both()).to_owned().into();
            let args = [("title", said(&session.title)), ("group", said(&group.name))];
            words.tell("paper-notice-lead", &args)
        });
        let after = ["paper-notice-period", "paper-notice-office", "paper-notice-discipline"];
        Leaf {
            section: self.tongues.pick(&group.name),
            title: self.title(FormKind::Notice),
            state: self.state_in(group),
            facts: vec![self.group_fact(group)],
            lead: vec![lead],
            grid,
            notes: after.iter().map(|key| self.tongues.say(key)).collect(),
            signatures: self.signatures(&[Signs::Organiser]),
            is_wide: false,
        }
    }
}

fn winners(results: &GroupResults) -> impl Iterator<Item = (&Text, &Standing)> {
    results.standings.iter().filter_map(|it| Some((it.award.as_ref()?, it)))
}
