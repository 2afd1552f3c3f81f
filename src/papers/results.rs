//! Rankings and awards for people and for machines: a table, CSV, and the one documented JSON shape
//! (`docs/results.md`).

use std::io;

use serde::{Deserialize, Serialize};

use super::{plain_table, right};
use crate::{
    contest::{
        Agreement, Contest, Dropped, GroupResults, Method, Reason, Results, Standing, Unranked,
    },
    words::Words,
};

/// `results.json`. Keys may be added; those that are here stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultsPage {
    /// The session's id.
    pub session: String,
    /// `provisional` until nothing can change any more, then `final`.
    pub state: String,
    /// The groups, in the order of the session.
    pub groups: Vec<GroupPage>,
}

/// One group's ranking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupPage {
    /// The group's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `provisional` or `final`.
    pub state: String,
    /// The released projects, best first.
    pub standings: Vec<StandingRow>,
    /// The projects without a place.
    pub unranked: Vec<UnrankedRow>,
    /// How far the judges of the ranked projects agree.
    pub agreement: Agreement,
    /// Ties that wait for the jury chair, by the projects' numbers.
    pub waiting: Vec<Vec<String>>,
}

/// A ranked project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandingRow {
    /// From 1; equal scores share a place and use up the next.
    pub place: u32,
    /// The project's number.
    pub project: String,
    /// Its name.
    pub name: String,
    /// Its score as text, with as many decimals as the rules say.
    pub score: String,
    /// Its award, or nothing.
    pub award: Option<String>,
    /// How many judges have scored it.
    pub judges: usize,
    /// How many sheets there are, dropped ones too.
    pub sheets: usize,
    /// The score before it was rounded, as a fraction: `365/4`.
    pub exact: String,
    /// What it is: from few sheets a trimmed mean may have become a plain one.
    pub method: Method,
    /// The judges whose sheets were dropped, or lists of them by criterion.
    pub dropped: Dropped,
    /// The rule that separated it from the projects with the same score, or nothing.
    pub tie: Option<String>,
}

/// A project without a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnrankedRow {
    /// The project's number.
    pub project: String,
    /// Its name.
    pub name: String,
    /// The stage it is at: `waiting`, `locked`, `absent`, `withdrawn` …; or why its sheets make no
    /// score: `unscored`, `too-few-sheets`, `too-few-to-trim`, `ineligible`.
    pub reason: String,
    /// What was recorded with an absence or a withdrawal, or more about the reason.
    pub note: Option<String>,
    /// The reason as people read it.
    #[serde(skip)]
    said: String,
}

impl ResultsPage {
    /// The results of a contest, in the language of `words`.
    pub fn of(contest: &Contest, words: &Words) -> Self {
        Self::of_results(&contest.session().id, Results::of(contest), words)
    }

    /// The results of what is called so, in the language of `words`.
    pub fn of_results(session: &str, results: Results, words: &Words) -> Self {
        Self {
            session: session.to_owned(),
            state: state(results.are_final()),
            groups: results.groups.into_iter().map(|group| GroupPage::of(group, words)).collect(),
        }
    }

    /// The documented JSON, indented.
    #[expect(clippy::expect_used, reason = "strings and numbers only: always JSON")]
    pub fn json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).expect("results are always JSON");
        text.push('\n');
        text
    }

    /// One line a project with a header, for spreadsheets; the unranked come last in each group.
    ///
    /// # Errors
    ///
    /// When the writer fails.
    pub fn write_csv(&self, to: impl io::Write) -> csv::Result<()> {
        let mut csv = csv::Writer::from_writer(to);
        csv.write_record([
            "group", "place", "project", "name", "score", "award", "judges", "reason",
        ])?;
        for group in &self.groups {
            for row in &group.standings {
                let (place, judges) = (row.place.to_string(), row.judges.to_string());
                let award = row.award.as_deref().unwrap_or_default();
                let (project, name, score) = (&row.project, &row.name, &row.score);
                csv.write_record([&group.id, &place, project, name, score, award, &judges, ""])?;
            }
            for row in &group.unranked {
                let (project, name) = (&row.project, &row.name);
                csv.write_record([&group.id, "", project, name, "", "", "", &row.reason])?;
            }
        }
        Ok(csv.flush()?)
    }

    /// Tables for a terminal; Chinese columns line up.
    pub fn table(&self, words: &Words) -> String {
        let groups: Vec<String> = self.groups.iter().map(|group| group.table(words)).collect();
        groups.join("\n\n")
    }
}

impl GroupPage {
    fn of(group: GroupResults, words: &Words) -> Self {
        let state = state(group.is_final());
        let agreement = Agreement::of(group.standings.iter().map(|it| &it.tally.totals));
        let waiting = group.waiting.iter();
        let waiting = waiting.map(|tied| tied.iter().map(ToString::to_string).collect());
        Self {
            id: group.id.to_string(),
            name: words.pick(group.name.both()).to_owned(),
            state,
            agreement,
            waiting: waiting.collect(),
            standings: group.standings.into_iter().map(|it| StandingRow::of(it, words)).collect(),
            unranked: group.unranked.into_iter().map(|it| UnrankedRow::of(it, words)).collect(),
        }
    }

    fn table(&self, words: &Words) -> String {
        let heads = ["place", "project", "name", "score", "award", "judges"];
        let mut table = plain_table(heads.map(|head| words.say(&format!("results-{head}"))));
        for row in &self.standings {
            let award = row.award.clone().unwrap_or_default();
            let (project, name, score) = (row.project.clone(), row.name.clone(), row.score.clone());
            table.add_row([
                row.place.to_string(),
                project,
                name,
                score,
                award,
                row.judges.to_string(),
            ]);
        }
        for row in &self.unranked {
            let reason = row.reason_and_note();
            let (project, name) = (row.project.clone(), row.name.clone());
            table.add_row(["-".to_owned(), project, name, String::new(), reason, String::new()]);
        }
        right(&mut table, &[0, 3, 5]);
        let state = words.say(&format!("results-{}", self.state));
        let mut text = format!("{}  {state}\n{}", self.name, table.trim_fmt());
        for tied in &self.waiting {
            let projects = tied.join(&words.say("list-separator"));
            text += "\n";
            text += &words.tell("results-waiting", &[("projects", projects.into())]);
        }
        text
    }
}

impl StandingRow {
    fn of(standing: Standing, words: &Words) -> Self {
        let Standing { place, project, name, score, award, tie, tally } = standing;
        Self {
            place,
            project: project.to_string(),
            name: words.pick(name.both()).to_owned(),
            score: score.to_string(),
            award: award.map(|award| words.pick(award.both()).to_owned()),
            judges: tally.sheets,
            sheets: tally.sheets,
            exact: tally.exact.to_string(),
            method: tally.method,
            dropped: tally.dropped,
            tie: tie.map(|rule| rule.to_string()),
        }
    }
}

impl UnrankedRow {
    /// The reason as people read it, with what is noted about it.
    pub(super) fn reason_and_note(&self) -> String {
        let said = &self.said;
        self.note.as_ref().map_or_else(|| said.clone(), |note| format!("{said} ({note})"))
    }

    pub(super) fn of(line: Unranked, words: &Words) -> Self {
        let reason = line.reason.as_str();
        let (said, more) = match &line.reason {
            Reason::Stage(_) => (words.say(&format!("stage-{reason}")), None),
            Reason::Untallied(why) => {
                let more = words.explain("unranked", why);
                (words.say(&format!("reason-{reason}")), Some(more).filter(|it| !it.is_empty()))
            }
        };
        Self {
            project: line.project.to_string(),
            name: words.pick(line.name.both()).to_owned(),
            reason: reason.to_owned(),
            note: line.note.or(more),
            said,
        }
    }
}

fn state(is_final: bool) -> String {
    if is_final { "final" } else { "provisional" }.to_owned()
}
