//! What was decided beside the usual course of the evening, in the words of the log; what was released when;
//! and how many sheets came, went back, or never counted.

use std::collections::BTreeMap;

use crate::{
    contest::{At, Fact, GroupId, ProjectId, SeatWord},
    papers::{
        evening::{Evening, Told},
        log::{Filter, LogPage},
    },
    words::Words,
};

/// The records that are decisions about projects, sheets and seats, apart from the course of the evening.
const DECISIONS: [&str; 20] = [
    "backfilled",
    "corrected",
    "declined",
    "deducted",
    "deduction-removed",
    "disqualified",
    "keying-dropped",
    "marked-absent",
    "order-changed",
    "paper-allowed",
    "paper-disallowed",
    "paper-sheet-entered",
    "postponed",
    "recused",
    "ruled",
    "seat-marked",
    "seat-restored",
    "seat-voided",
    "sheet-returned",
    "withdrawn",
];
/// The records by which time was given or taken, or a clock was set.
const CLOCK: [&str; 3] = ["clock-paused", "clock-set", "time-added"];
/// The records about terminals and the hub.
const MACHINES: [&str; 4] = ["copy-opened", "pass-changed", "seat-handed-over", "sealed"];

/// What there is on the record beside scores and times.
#[derive(Debug)]
pub struct Record<'a> {
    evening: &'a Evening,
    /// The releases that still hold, in their order: when, and which project.
    pub releases: Vec<(At, ProjectId)>,
    /// How many of what there was.
    pub counts: Counts,
}

/// How many of what there was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Correction bulletins.
    pub bulletins: usize,
    /// Sheets that two persons gave back.
    pub returned: usize,
    /// Sheets that came on paper and count.
    pub on_paper: usize,
    /// Seats that stayed out of a project.
    pub recused: usize,
    /// Seats that were not there for a project, or not in time.
    pub missing: usize,
    /// Seats that two persons have declared void for a project.
    pub void: usize,
    /// Deductions that still hold.
    pub deductions: usize,
    /// Steps of the host that were undone.
    pub undone: usize,
}

impl<'a> Record<'a> {
    pub(super) fn of(evening: &'a Evening) -> Self {
        let contest = &evening.contest;
        let mut when = BTreeMap::new();
        for Told { at, fact, .. } in &evening.records {
            if let Fact::Released { project } = fact {
                when.insert(project.clone(), *at);
            }
        }
        let public = contest.released().iter();
        let releases = public.filter_map(|id| Some((*when.get(id)?, id.clone()))).collect();
        let facts =
            |is: fn(&Fact) -> bool| evening.records.iter().filter(|it| is(&it.fact)).count();
        let projects = contest.session().projects.iter();
        let runs: Vec<_> = projects.filter_map(|it| contest.run(&it.id)).collect();
        let seats = |words: &[SeatWord]| {
            let all = runs.iter().flat_map(|run| run.seats.values());
            all.filter(|it| words.contains(&it.word())).count()
        };
        let sheets = runs.iter().flat_map(|run| run.seats.values()).filter_map(|it| it.counted());
        let counts = Counts {
            bulletins: contest.bulletins().len(),
            returned: facts(|it| matches!(it, Fact::SheetReturned { .. })),
            on_paper: sheets.filter(|it| it.paper.is_some()).count(),
            recused: seats(&[SeatWord::Recused]),
            missing: seats(&[SeatWord::Absent, SeatWord::Late]),
            void: seats(&[SeatWord::Void]),
            deductions: runs.iter().map(|run| run.deductions.len()).sum(),
            undone: facts(|it| matches!(it, Fact::Undone { .. })),
        };
        Self { evening, releases, counts }
    }

    /// The decisions, in words and without marks.
    pub fn decisions(&self, words: &Words) -> LogPage {
        self.listed(&DECISIONS, words)
    }

    /// What was done to clocks and why.
    pub fn clocks(&self, words: &Words) -> LogPage {
        self.listed(&CLOCK, words)
    }

    /// Seats that changed terminals, new passes, and the hub's own.
    pub fn machines(&self, words: &Words) -> LogPage {
        self.listed(&MACHINES, words)
    }

    /// The releases of a group.
    pub fn releases_of(&self, group: &GroupId) -> impl Iterator<Item = &(At, ProjectId)> {
        let session = self.evening.contest.session();
        let of = move |id: &ProjectId| session.project(id).is_some_and(|it| it.group == *group);
        self.releases.iter().filter(move |it| of(&it.1))
    }

    fn listed(&self, kinds: &[&str], words: &Words) -> LogPage {
        let kinds = kinds.iter().map(|it| (*it).to_owned()).collect();
        let (mut page, filter) = (LogPage::default(), Filter { kinds, ..Filter::default() });
        for Told { seq, at, by, fact, .. } in &self.evening.records {
            page.add((*seq, *at, by.as_ref()), fact, &filter, words);
        }
        page
    }
}
