//! The robustness of awards for people and for machines: a table, CSV, and a JSON shape
//! (`docs/results.md`).

use std::io;

use serde::Serialize;

use super::{
    Paper,
    guarded_csv::GuardedRows,
    journal::{JournalRow, framed},
    plain_table,
    results::{REHEARSAL, explained},
};
use crate::{
    contest::{Change, Family, Firmness, Outcome, ProjectId, Robustness, Text, Unscored, Variant},
    words::Words,
};

/// `robustness.json`. Keys may be added; those that are here stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RobustnessPage {
    /// The session's id.
    pub session: String,
    /// Whether this is a rehearsal, whose results count for nothing.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub rehearsal: bool,
    /// The groups in which something is scored, in the order of the session.
    pub groups: Vec<GroupRobustness>,
    /// The journal that it was computed from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub journal: Option<JournalRow>,
}

/// What becomes of one group's awards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroupRobustness {
    /// The group's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How many projects were looked at.
    pub projects: usize,
    /// The awards, highest first.
    pub awards: Vec<AwardRow>,
    /// All variants, those without effect too.
    pub variants: Vec<VariantRow>,
}

/// Whether one award stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AwardRow {
    /// The award.
    pub award: String,
    /// Who takes it.
    pub projects: Vec<String>,
    /// Whether these take it under every variant.
    pub stands: bool,
    /// Whether a tie that waits for the jury chair leaves open who takes it.
    pub open: bool,
    /// The variants under which others take it.
    pub changed_by: Vec<Variant>,
    /// By family: how many variants change it, and how many there are.
    #[serde(skip)]
    changing: [(usize, usize); Family::ALL.len()],
}

/// What one variant changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VariantRow {
    /// What is done otherwise: a code, and the judge or criterion.
    #[serde(flatten)]
    pub variant: Variant,
    /// The projects that take another award.
    pub changes: Vec<ChangeRow>,
    /// The projects that are left without a score.
    pub unscored: Vec<UnscoredRow>,
    /// Ties that would wait for the jury chair.
    pub waiting: Vec<Vec<String>>,
    /// The variant as people read it.
    #[serde(skip)]
    said: String,
}

/// A project that takes another award.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangeRow {
    /// The project's number.
    pub project: String,
    /// Its name.
    pub name: String,
    /// Its award by the rules as they are, or nothing.
    pub from: Option<String>,
    /// Its award under the variant, or nothing.
    pub to: Option<String>,
}

/// A project that is left without a score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnscoredRow {
    /// The project's number.
    pub project: String,
    /// Its name.
    pub name: String,
    /// As in `results.json`: `unscored`, `too-few-sheets` …
    pub reason: String,
    /// More about the reason.
    pub note: String,
}

impl RobustnessPage {
    /// The robustness of what is called so, in the language of `words`.
    pub fn of(session: &str, groups: &[Robustness], words: &Words) -> Self {
        let groups = groups.iter().map(|group| GroupRobustness::of(group, words)).collect();
        Self { session: session.to_owned(), rehearsal: false, groups, journal: None }
    }
}

impl Paper for RobustnessPage {
    fn table(&self, words: &Words) -> String {
        let groups: Vec<_> = self.groups.iter().map(|group| group.table(words)).collect();
        framed(&groups.join("\n\n"), self.rehearsal, self.journal.as_ref(), words)
    }

    /// One line a project that takes another award; a variant without effect has none.
    fn write_csv(&self, to: impl io::Write) -> csv::Result<()> {
        let mut csv = GuardedRows::new(to);
        let rehearsal: &[&str] = if self.rehearsal { &[REHEARSAL] } else { &[] };
        let rehearsal = || rehearsal.iter().copied();
        let heads = ["group", "variant", "project", "name", "from", "to"];
        csv.write(heads.into_iter().chain(rehearsal()))?;
        for (group, variant) in
            self.groups.iter().flat_map(|group| group.variants.iter().map(move |it| (group, it)))
        {
            for change in &variant.changes {
                let [from, to] = [&change.from, &change.to].map(|it| it.as_deref().unwrap_or(""));
                let (project, name) = (&change.project, &change.name);
                let line = [&group.id, &variant.said, project, name, from, to];
                csv.write(line.into_iter().chain(rehearsal()))?;
            }
        }
        csv.end()
    }
}

impl GroupRobustness {
    fn of(group: &Robustness, words: &Words) -> Self {
        Self {
            id: group.group.to_string(),
            name: said(&group.name, words),
            projects: group.projects,
            awards: group.awards.iter().map(|it| AwardRow::of(it, group, words)).collect(),
            variants: group.outcomes.iter().map(|it| VariantRow::of(it, words)).collect(),
        }
    }

    fn table(&self, words: &Words) -> String {
        let head = format!("{}  {}", self.name, self.looked_at(words));
        let head = [head, self.awards_table(words)].into_iter();
        let lines = self.variants.iter().flat_map(|variant| variant.lines(words));
        head.chain(lines).collect::<Vec<_>>().join("\n")
    }

    /// How many projects and variants were looked at.
    pub(super) fn looked_at(&self, words: &Words) -> String {
        let args = [("projects", self.projects.into()), ("variants", self.variants.len().into())];
        words.tell("robustness-head", &args)
    }

    /// The heads of its table.
    pub(super) fn heads(words: &Words) -> impl Iterator<Item = String> {
        let heads = ["award"].into_iter().chain(Family::ALL.map(Family::as_str));
        heads.map(|head| words.say(&format!("robustness-{head}")))
    }

    /// Which awards stand, as a table for a terminal.
    pub(super) fn awards_table(&self, words: &Words) -> String {
        let mut table = plain_table(Self::heads(words));
        for row in &self.awards {
            table.add_row([row.award.clone()].into_iter().chain(row.cells(words)));
        }
        table.trim_fmt()
    }
}

impl AwardRow {
    fn of(award: &Firmness, group: &Robustness, words: &Words) -> Self {
        Self {
            award: said(&award.award, words),
            projects: numbers(&award.projects),
            stands: award.changed_by.is_empty() && !award.open,
            open: award.open,
            changed_by: award.changed_by.clone(),
            changing: Family::ALL.map(|it| (award.changed_by(it), group.variants(it))),
        }
    }

    /// By family whether it stands, in words.
    pub(super) fn cells(&self, words: &Words) -> [String; Family::ALL.len()] {
        self.changing.map(|(changed, of)| {
            if self.open {
                return words.say("robustness-open");
            }
            if self.projects.is_empty() && changed == 0 {
                return words.say("robustness-nobody");
            }
            words.tell("robustness-cell", &[("changed", changed.into()), ("of", of.into())])
        })
    }
}

impl VariantRow {
    fn of(outcome: &Outcome, words: &Words) -> Self {
        let change = |it: &Change| ChangeRow {
            project: it.project.to_string(),
            name: said(&it.name, words),
            from: it.from.as_ref().map(|award| said(award, words)),
            to: it.to.as_ref().map(|award| said(award, words)),
        };
        let unscored = |it: &Unscored| UnscoredRow {
            project: it.project.to_string(),
            name: said(&it.name, words),
            reason: it.why.as_str().to_owned(),
            note: explained(&it.why, words),
        };
        Self {
            variant: outcome.variant.clone(),
            changes: outcome.changes.iter().map(change).collect(),
            unscored: outcome.unscored.iter().map(unscored).collect(),
            waiting: outcome.waiting.iter().map(|tied| numbers(tied)).collect(),
            said: words.explain("variant", &outcome.variant),
        }
    }

    /// What it changes in one line, after what is done otherwise; `None` where it changes nothing.
    pub(super) fn in_short(&self, words: &Words) -> Option<[String; 2]> {
        let award =
            |it: &Option<String>| it.clone().unwrap_or_else(|| words.say("robustness-none"));
        let moves = self.changes.iter().map(|it| {
            let [from, to] = [award(&it.from), award(&it.to)];
            let args =
                [("project", it.project.clone().into()), ("from", from.into()), ("to", to.into())];
            words.tell("robustness-moves", &args)
        });
        let unscored = self.unscored.iter().map(|it| {
            let args = [("project", it.project.clone().into()), ("note", it.note.clone().into())];
            words.tell("robustness-loses", &args)
        });
        let separator = words.say("list-separator");
        let waiting = self.waiting.iter().map(|tied| {
            words.tell("robustness-waits", &[("projects", tied.join(&separator).into())])
        });
        let all: Vec<_> = moves.chain(unscored).chain(waiting).collect();
        (!all.is_empty()).then(|| [self.said.clone(), all.join(&separator)])
    }

    /// What it changes, line by line.
    fn lines(&self, words: &Words) -> Vec<String> {
        let award =
            |it: &Option<String>| it.clone().unwrap_or_else(|| words.say("robustness-none"));
        let line = |key: &str, more: &[(&str, String)]| {
            let args = more.iter().map(|(name, text)| (*name, text.clone().into()));
            let all: Vec<_> =
                [("variant", self.said.clone().into())].into_iter().chain(args).collect();
            words.tell(key, &all)
        };
        let changes = self.changes.iter().map(|it| {
            let project = ("project", it.project.clone());
            line("robustness-change", &[project, ("from", award(&it.from)), ("to", award(&it.to))])
        });
        let unscored = self.unscored.iter().map(|it| {
            let (project, note) = (("project", it.project.clone()), ("note", it.note.clone()));
            line("robustness-unscored", &[project, note])
        });
        let waiting = self.waiting.iter().map(|tied| {
            let projects = tied.join(&words.say("list-separator"));
            line("robustness-waiting", &[("projects", projects)])
        });
        changes.chain(unscored).chain(waiting).collect()
    }
}

fn said(text: &Text, words: &Words) -> String {
    words.pick(text.both()).to_owned()
}

fn numbers(projects: &[ProjectId]) -> Vec<String> {
    projects.iter().map(ToString::to_string).collect()
}
