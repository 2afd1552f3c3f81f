//! The preliminary round (初赛) for people and for machines: who goes on, who stands in reserve, and by
//! how many judges each was scored. The forms are described in `docs/prelim.md`.

use std::{collections::BTreeMap, io};

use serde::Serialize;

use super::{guarded_csv::GuardedRows, plain_table, results::UnrankedRow, right};
use crate::{
    contest::{Selection, Standing},
    words::Words,
};

/// The selection of every group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PrelimPage {
    /// The name of the score sheets.
    pub sheets: String,
    /// The groups, in the order they were asked for.
    pub groups: Vec<PrelimGroup>,
}

/// One group's selection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PrelimGroup {
    /// The group's id.
    pub id: String,
    /// How many places the final has.
    pub places: usize,
    /// Whether nobody shares the last place with more projects than it has room for.
    pub settled: bool,
    /// The projects with a score, best first.
    pub standings: Vec<PrelimRow>,
    /// The projects without.
    pub unranked: Vec<UnrankedRow>,
    /// Ties that wait for the jury chair, by the projects' numbers.
    pub waiting: Vec<Vec<String>>,
}

/// A ranked project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PrelimRow {
    /// From 1; equal scores share a place and use up the next.
    pub place: u32,
    /// The project's number.
    pub project: String,
    /// Its name.
    pub name: String,
    /// Its score as text, with as many decimals as the rules say.
    pub score: String,
    /// The score before it was rounded, as a fraction.
    pub exact: String,
    /// `finalist`, `tied` across the last place, or `reserve`.
    pub status: &'static str,
    /// Its rank in reserve, from 1.
    pub reserve: Option<u32>,
    /// How many judges have scored it.
    pub judges: usize,
    /// Which.
    pub by: Vec<String>,
    /// The rule that separated it from the projects with the same score, or nothing.
    pub tie: Option<String>,
}

impl PrelimPage {
    /// The selections, in the language of `words`.
    pub fn of(sheets: &str, selections: &[Selection], words: &Words) -> Self {
        let groups = selections.iter().map(|it| PrelimGroup::of(it, words)).collect();
        Self { sheets: sheets.to_owned(), groups }
    }

    /// The documented JSON, indented.
    #[expect(clippy::expect_used, reason = "strings and numbers only: always JSON")]
    pub fn json(&self) -> String {
        serde_json::to_string_pretty(self).expect("selections are always JSON") + "\n"
    }

    /// One line a project with a header, for spreadsheets.
    ///
    /// # Errors
    ///
    /// When the writer fails.
    pub fn write_csv(&self, to: impl io::Write) -> csv::Result<()> {
        let mut csv = GuardedRows::new(to);
        csv.write([
            "group", "place", "project", "name", "score", "status", "reserve", "judges", "by",
        ])?;
        for group in &self.groups {
            for row in &group.standings {
                let (place, judges, by) =
                    (row.place.to_string(), row.judges.to_string(), row.by.join(" "));
                let reserve = row.reserve.map(|rank| rank.to_string()).unwrap_or_default();
                let (project, name, score) = (&row.project, &row.name, &row.score);
                let head = [&group.id, &place, project, name, score];
                let tail = [row.status, &reserve, &judges, &by];
                csv.write(head.map(String::as_str).into_iter().chain(tail))?;
            }
            for row in &group.unranked {
                let (project, name) = (&row.project, &row.name);
                csv.write([&group.id, "", project, name, "", &row.reason, "", "", ""])?;
            }
        }
        csv.end()
    }

    /// Tables for a terminal, each with its remarks.
    pub fn table(&self, words: &Words) -> String {
        let group = |group: &PrelimGroup| {
            [vec![group.table(words)], group.remarks(words)].concat().join("\n")
        };
        self.groups.iter().map(group).collect::<Vec<_>>().join("\n\n")
    }

    /// What the organisers must know beside the ranking, for the forms that have no place for it.
    pub fn remarks(&self, words: &Words) -> Vec<String> {
        self.groups.iter().flat_map(|group| group.remarks(words)).collect()
    }
}

impl PrelimGroup {
    fn of(selection: &Selection, words: &Words) -> Self {
        let row = |status, it: &Standing| PrelimRow::of(status, None, it, words);
        let finalists = selection.finalists.iter().map(|it| row("finalist", it));
        let tied = selection.tied.iter().map(|it| row("tied", it));
        let reserve = selection.reserve.iter().zip(1..);
        let reserve = reserve.map(|(it, rank)| PrelimRow::of("reserve", Some(rank), it, words));
        let waiting = selection.waiting.iter();
        Self {
            id: selection.id.to_string(),
            places: selection.places,
            settled: selection.tied.is_empty(),
            standings: finalists.chain(tied).chain(reserve).collect(),
            unranked: (selection.unranked.iter().cloned())
                .map(|it| UnrankedRow::of(it, words))
                .collect(),
            waiting: waiting.map(|tie| tie.iter().map(ToString::to_string).collect()).collect(),
        }
    }

    fn rows(&self, status: &'static str) -> impl Iterator<Item = &PrelimRow> {
        self.standings.iter().filter(move |row| row.status == status)
    }

    fn table(&self, words: &Words) -> String {
        let heads = [
            "results-place",
            "results-project",
            "results-name",
            "results-score",
            "prelim-status",
            "results-judges",
            "prelim-by",
        ];
        let mut table = plain_table(heads.map(|head| words.say(head)));
        for row in &self.standings {
            let status = words.say(&format!("prelim-{}", row.status));
            let rank = row.reserve.map(|rank| format!(" {rank}")).unwrap_or_default();
            let (project, name, score) = (row.project.clone(), row.name.clone(), row.score.clone());
            let (place, judges) = (row.place.to_string(), row.judges.to_string());
            table.add_row([place, project, name, score, status + &rank, judges, row.by.join(" ")]);
        }
        for row in &self.unranked {
            let (project, name) = (row.project.clone(), row.name.clone());
            let [place, none] = ["-", ""].map(str::to_owned);
            let reason = row.reason_and_note();
            table.add_row([place, project, name, none.clone(), reason, none.clone(), none]);
        }
        right(&mut table, &[0, 3, 5]);
        let count = |status| self.rows(status).count().into();
        let head = words.tell(
            "prelim-head",
            &[
                ("group", self.id.clone().into()),
                ("places", self.places.into()),
                ("finalists", count("finalist")),
                ("reserve", count("reserve")),
            ],
        );
        format!("{head}\n{}", table.trim_fmt())
    }

    fn remarks(&self, words: &Words) -> Vec<String> {
        let tell = |key: &str, args: &[(&str, crate::words::Value<'_>)]| {
            let group = [("group", self.id.clone().into())];
            words.tell(key, &[group.as_slice(), args].concat())
        };
        let mut remarks = Vec::new();
        let by_count = self.by_count();
        let most = by_count.iter().max_by_key(|(_, projects)| projects.len());
        if let Some((usual, _)) = most.filter(|_| by_count.len() > 1) {
            remarks.push(tell("prelim-uneven", &[("judges", (*usual).into())]));
            remarks.extend(by_count.iter().filter(|(judges, _)| judges != &usual).map(|it| {
                let args = [("judges", (*it.0).into()), ("projects", list(it.1, words).into())];
                tell("prelim-scored-by", &args)
            }));
        }
        let sure = self.rows("finalist").count();
        if self.settled && sure < self.places {
            let args = [("places", self.places.into()), ("finalists", sure.into())];
            remarks.push(tell("prelim-too-few", &args));
        }
        if sure > self.places {
            let last = self.rows("finalist").last().map_or(0, |it| it.place);
            let sharing = self.rows("finalist").filter(|it| it.place == last).collect::<Vec<_>>();
            let args = [
                ("places", self.places.into()),
                ("finalists", sure.into()),
                ("projects", list(&sharing, words).into()),
            ];
            remarks.push(tell("prelim-all-in", &args));
        }
        let mut shared: BTreeMap<u32, Vec<&PrelimRow>> = BTreeMap::new();
        for row in self.rows("reserve") {
            shared.entry(row.place).or_default().push(row);
        }
        for (place, projects) in shared.into_iter().filter(|(_, projects)| projects.len() > 1) {
            let args = [("place", place.into()), ("projects", list(&projects, words).into())];
            remarks.push(tell("prelim-reserve-tied", &args));
        }
        remarks
    }

    /// The ranked projects by how many judges have scored them.
    fn by_count(&self) -> BTreeMap<usize, Vec<&PrelimRow>> {
        let mut counts: BTreeMap<usize, Vec<&PrelimRow>> = BTreeMap::new();
        for row in &self.standings {
            counts.entry(row.judges).or_default().push(row);
        }
        counts
    }
}

impl PrelimRow {
    fn of(status: &'static str, reserve: Option<u32>, standing: &Standing, words: &Words) -> Self {
        let Standing { place, project, name, score, tie, made_of, .. } = standing;
        Self {
            place: *place,
            project: project.to_string(),
            name: words.pick(name.both()).to_owned(),
            score: score.to_string(),
            exact: made_of.exact.to_string(),
            status,
            reserve,
            judges: made_of.sheets(),
            by: made_of.totals().keys().map(ToString::to_string).collect(),
            tie: tie.as_ref().map(ToString::to_string),
        }
    }
}

fn list(rows: &[&PrelimRow], words: &Words) -> String {
    let numbers: Vec<_> = rows.iter().map(|row| row.project.as_str()).collect();
    numbers.join(&words.say("list-separator"))
}
