//! Rankings and awards for people and for machines: a table, CSV, and the one documented JSON shape
//! (`docs/results.md`).

mod record;
mod standing;

use std::{io, sync::Arc};

use comfy_table::Table;
use serde::{Deserialize, Serialize};

use super::{
    guarded_csv::GuardedRows,
    journal::{JournalRow, framed},
    plain_table, right,
};
pub use record::{BulletinRow, CorrectionRow, PlacedRow, RulingRow};
pub use standing::{CarriedRow, CoefficientRow, DeductionRow, PanelRow, StandingRow};

use self::standing::Extra;
use super::Paper;
use crate::{
    contest::{
        Agreement, Contest, GroupResults, Reason, Results, Unranked, Untallied,
        side_by_side::side_by_side,
    },
    words::Words,
};

/// `results.json`. Keys may be added; those that are here stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultsPage {
    /// The session's id.
    pub session: String,
    /// Whether this is a rehearsal, whose results count for nothing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub rehearsal: bool,
    /// `provisional` until nothing can change any more, then `final`; of a rehearsal `rehearsal`.
    pub state: String,
    /// The groups, in the order of the session.
    pub groups: Vec<GroupPage>,
    /// The journal that they were computed from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub journal: Option<JournalRow>,
}

/// One group's ranking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupPage {
    /// The group's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `provisional` or `final`; of a rehearsal `rehearsal`.
    pub state: String,
    /// The released projects, best first.
    pub standings: Vec<StandingRow>,
    /// The projects without a place.
    pub unranked: Vec<UnrankedRow>,
    /// How far the judges of the ranked projects agree.
    pub agreement: Agreement,
    /// Ties that wait for the jury chair, by the projects' numbers.
    pub waiting: Vec<Vec<String>>,
    /// What the jury chair has decided, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rulings: Vec<RulingRow>,
    /// What has been corrected after its release, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bulletins: Vec<BulletinRow>,
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
        let session = contest.session();
        let mut page = Self::of_results(&session.id, Results::of(contest), words);
        if contest.is_rehearsal() {
            page.rehearsal = true;
            page.groups.iter_mut().for_each(|group| REHEARSAL.clone_into(&mut group.state));
            REHEARSAL.clone_into(&mut page.state);
        }
        for (row, group) in page.groups.iter_mut().zip(&session.groups) {
            let own = contest.bulletins().iter().filter(|it| it.group == group.id);
            row.bulletins = own.map(|it| BulletinRow::of(it, words)).collect();
            row.rulings = contest.rulings_of(&group.id).iter().map(RulingRow::of).collect();
        }
        page
    }

    /// The results of what is called so, in the language of `words`.
    pub fn of_results(session: &str, results: Results, words: &Words) -> Self {
        Self {
            session: session.to_owned(),
            rehearsal: false,
            journal: None,
            state: state(results.are_final()),
            groups: results
                .groups
                .into_iter()
                .map(|group| GroupPage::of(Arc::unwrap_or_clone(group), words))
                .collect(),
        }
    }
}

impl Paper for ResultsPage {
    /// One line a project with a header; the unranked come last in each group.
    /// Coefficients and deductions have columns where there are any, and so has a rehearsal.
    fn write_csv(&self, to: impl io::Write) -> csv::Result<()> {
        let mut csv = GuardedRows::new(to);
        let more = Extra::of(self.groups.iter().flat_map(|group| &group.standings));
        let heads = ["group", "place", "project", "name", "score", "award", "judges", "reason"];
        let rehearsal: &[&str] = if self.rehearsal { &[REHEARSAL] } else { &[] };
        let rehearsal = || rehearsal.iter().copied();
        let more_heads = more.iter().map(|it| it.as_str());
        csv.write(heads.into_iter().chain(more_heads).chain(rehearsal()))?;
        for group in &self.groups {
            for row in &group.standings {
                let (place, judges) = (row.place.to_string(), row.judges.to_string());
                let award = row.award.as_deref().unwrap_or_default();
                let (project, name, score) = (&row.project, &row.name, &row.score);
                let line = [&group.id, &place, project, name, score, award, &judges, ""];
                let more = more.iter().map(|it| it.cell(row)).collect::<Vec<_>>();
                let more = more.iter().map(String::as_str);
                csv.write(line.into_iter().chain(more).chain(rehearsal()))?;
            }
            for row in &group.unranked {
                let (project, name) = (&row.project, &row.name);
                let line = [&group.id, "", project, name, "", "", "", &row.reason];
                let more = more.iter().map(|_| "");
                csv.write(line.into_iter().chain(more).chain(rehearsal()))?;
            }
        }
        csv.end()
    }

    fn table(&self, words: &Words) -> String {
        let groups: Vec<String> = self.groups.iter().map(|group| group.table(words)).collect();
        framed(&groups.join("\n\n"), self.rehearsal, self.journal.as_ref(), words)
    }
}

impl GroupPage {
    fn of(group: GroupResults, words: &Words) -> Self {
        let state = state(group.is_final());
        let totals: Vec<_> = group.standings.iter().map(|it| it.made_of.totals()).collect();
        let agreement = Agreement::of(totals.iter().map(AsRef::as_ref));
        let waiting = group.waiting.iter();
        let waiting = waiting.map(|tied| tied.iter().map(ToString::to_string).collect());
        Self {
            id: group.id.to_string(),
            name: words.pick(group.name.both()).to_owned(),
            state,
            agreement,
            waiting: waiting.collect(),
            rulings: Vec::new(),
            bulletins: Vec::new(),
            standings: side_by_side(group.standings, |it| StandingRow::of(it, words)),
            unranked: group.unranked.into_iter().map(|it| UnrankedRow::of(it, words)).collect(),
        }
    }

    fn table(&self, words: &Words) -> String {
        let more = Extra::of(&self.standings);
        let heads = ["place", "project", "name", "score", "award", "judges"];
        let heads = heads.into_iter().chain(more.iter().map(|it| it.as_str()));
        let mut table = plain_table(heads.map(|head| words.say(&format!("results-{head}"))));
        for row in &self.standings {
            let award = row.award.clone().unwrap_or_default();
            let (project, name, score) = (row.project.clone(), row.name.clone(), row.score.clone());
            let (place, judges) = (row.place.to_string(), row.judges.to_string());
            let line = [place, project, name, score, award, judges];
            table.add_row(line.into_iter().chain(more.iter().map(|it| it.cell(row))));
        }
        for row in &self.unranked {
            let reason = row.reason_and_note();
            let (project, name) = (row.project.clone(), row.name.clone());
            table.add_row(["-".to_owned(), project, name, String::new(), reason, String::new()]);
        }
        right(&mut table, &[0, 3, 5, 6, 7]);
        self.framed(&table, words)
    }

    /// The table under its heading, and below it what needs a line of its own.
    fn framed(&self, table: &Table, words: &Words) -> String {
        let state = words.say(&format!("results-{}", self.state));
        let mut text = format!("{}  {state}\n{}", self.name, table.trim_fmt());
        for row in &self.standings {
            for taken in &row.deductions {
                let reason = if taken.reason.is_empty() { &taken.rule } else { &taken.reason };
                let args = [
                    ("project", row.project.clone().into()),
                    ("points", taken.points.clone().into()),
                    ("reason", reason.clone().into()),
                ];
                text += "\n";
                text += &words.tell("results-deducted", &args);
            }
        }
        for tied in &self.waiting {
            let projects = tied.join(&words.say("list-separator"));
            text += "\n";
            text += &words.tell("results-waiting", &[("projects", projects.into())]);
        }
        for ruling in &self.rulings {
            let places: Vec<_> = ruling.order.iter().map(|it| it.join(" = ")).collect();
            let reason = ("reason", ruling.reason.clone().into());
            text += "\n";
            text += &words.tell("results-ruling", &[("order", places.join(" > ").into()), reason]);
        }
        for bulletin in &self.bulletins {
            text += "\n";
            text += &bulletin.said(words);
        }
        text
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
                let more = explained(why, words);
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

/// More about why sheets make no score, with the panel that lacks them.
pub(super) fn explained(why: &Untallied, words: &Words) -> String {
    match why {
        Untallied::InPanel { name, why, .. } => {
            let panel = words.pick(name.both()).to_owned();
            let args = [("panel", panel.into()), ("why", explained(why, words).into())];
            words.tell("unranked-in-panel", &args)
        }
        other => words.explain("unranked", other),
    }
}

/// The state of what was only rehearsed, and the column that says so.
pub(super) const REHEARSAL: &str = "rehearsal";

/// The state of what was not rehearsed.
pub(super) fn state(is_final: bool) -> String {
    if is_final { "final" } else { "provisional" }.to_owned()
}

#[cfg(test)]
mod tests;
