//! 排名表: a group's released projects by place, and those without one with the reason.

use super::{FormKind, Forms, Leaf, who::Signs};
use crate::{
    contest::{Group, GroupResults, Project, ProjectId, TieRule},
    papers::{
        grid::{Cell, Column, Grid},
        results::RulingRow,
    },
    words::Words,
};

impl Forms<'_> {
    pub(super) fn rankings(&self) -> Vec<Leaf> {
        let groups = self.evening.contest.session().groups.iter().zip(&self.results);
        let begun = groups.filter(|(_, results)| !results.standings.is_empty());
        begun.map(|(group, results)| self.ranking(group, results)).collect()
    }

    fn ranking(&self, group: &Group, results: &GroupResults) -> Leaf {
        let region = self.region_column(group);
        let lead = [
            Column::new(self.head("place"), 12).leading(),
            Column::new(self.head("project"), 16).leading(),
            Column::new(self.head("name"), 40).growing(2).leading(),
            Column::new(self.head("entrant"), 30).growing(1),
        ];
        let last =
            [Column::new(self.head("score"), 18), Column::new(self.head("note"), 30).growing(1)];
        let columns = lead.into_iter().chain(region.clone()).chain(last);
        let mut grid = Grid::new(columns.collect());
        let mut push = |place, project: &Project, score, note| {
            let number = Cell::text(project.id.as_str());
            let lead = [place, number, self.name(project), self.entrant(project)];
            let region = region.as_ref().map(|_| self.region(project));
            grid.push(lead.into_iter().chain(region).chain([score, note]).collect());
        };
        for standing in &results.standings {
            let Some((_, project)) = self.project(&standing.project) else { continue };
            let (place, score) = (Cell::count(standing.place), Cell::Decimal(standing.score));
            push(place, project, score, Cell::text(self.tie_note(&project.id)));
        }
        for line in &results.unranked {
            let Some((_, project)) = self.project(&line.project) else { continue };
            push(Cell::Empty, project, Cell::Empty, Cell::text(self.unranked(&project.id)));
        }
        Leaf {
            section: self.tongues.pick(&group.name),
            title: self.title(FormKind::Ranking),
            state: self.state_in(group),
            facts: vec![self.group_fact(group)],
            lead: Vec::new(),
            grid,
            notes: self.decision_notes(group, results),
            signatures: self.signatures(&[
                Signs::Clerk,
                Signs::Checker,
                Signs::Supervisor,
                Signs::Chair,
            ]),
            is_wide: false,
        }
    }

    /// The rule that separated a project from those with its score, in words.
    pub(super) fn tie_note(&self, project: &ProjectId) -> String {
        let Some(rule) = self.places.get(project).and_then(|it| it.tie.as_ref()) else {
            return String::new();
        };
        let word = rule.to_string();
        let key = format!("tie-by-{}", word.split(':').next().unwrap_or_default());
        self.tongues.each(|words| {
            let named = match rule {
                TieRule::Criterion(id) => self.criterion_name(project, id.as_str(), words),
                _ => String::new(),
            };
            let by = words.tell(&key, &[("criterion", named.into())]);
            words.tell("paper-tie", &[("by", by.into())])
        })
    }

    fn criterion_name(&self, project: &ProjectId, id: &str, words: &Words) -> String {
        let rubric = self.project(project).and_then(|(group, _)| group.rubric.as_ref());
        let heads = rubric.map(|rubric| rubric.criteria.as_slice()).unwrap_or_default();
        let mut all = heads.iter().flat_map(|head| std::iter::once(head).chain(&head.items));
        let found = all.find(|it| it.id.as_str() == id);
        found.map_or_else(|| id.to_owned(), |it| words.pick(it.name.both()).to_owned())
    }

    /// What the jury chair has decided in a group, and which ties still wait for it.
    pub(super) fn decision_notes(&self, group: &Group, results: &GroupResults) -> Vec<String> {
        let rulings = self.contest().rulings_of(&group.id);
        let said = rulings.iter().map(|ruling| {
            let RulingRow { order, reason } = RulingRow::of(ruling);
            let places: Vec<_> = order.iter().map(|it| it.join(" = ")).collect();
            let args = [("order", places.join(" > ").into()), ("reason", reason.into())];
            self.tongues.tell("results-ruling", &args)
        });
        let waiting = results.waiting.iter().map(|tied| {
            let projects: Vec<_> = tied.iter().map(ProjectId::as_str).collect();
            self.tongues.each(|words| {
                let projects = projects.join(&words.say("list-separator"));
                words.tell("results-waiting", &[("projects", projects.into())])
            })
        });
        said.chain(waiting).collect()
    }
}
