//! What must hold when the evening is over: the people's ledger laid beside the journal, and the scores beside
//! those of an evening in which nothing broke.
//!
//! What always holds, and the test that guards it: a receipt whose record is not there fails
//! (`a_receipt_that_names_no_record_fails`), so does what was done twice (`a_sheet_that_is_there_twice_fails`) and
//! any other score, place or award (`another_score_fails`).

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use rust_decimal::Decimal;
use uuid::Uuid;

use super::finding::Finding;
use crate::{
    contest::{Contest, Fact, Ms, ProjectId, Results, Seat, Text, Wish},
    demo::{Pages, Receipt},
    journal::Record,
};

/// By how much a terminal's time may differ from the hub's beyond what its pings leave open, in milliseconds
/// of the wall clock: the clock of the system may be slewed meanwhile.
const MOST_OFF: i64 = 100;

/// What was acknowledged, beside the journal's records.
pub(super) fn acknowledged(records: &[Record], pages: &Pages) -> Finding {
    let mut own: BTreeMap<&Seat, Vec<&Record>> = BTreeMap::new();
    for record in records {
        if let Some(by) = &record.by {
            own.entry(by).or_default().push(record);
        }
    }
    let of = |seat: &Seat| own.get(seat).map(Vec::as_slice).unwrap_or_default();
    let all = pages
        .seats()
        .iter()
        .flat_map(|(seat, page)| page.receipts.iter().map(move |receipt| (seat, receipt)));
    let missing: Vec<_> = all.clone().filter(|(seat, it)| !is_there(of(seat), it)).collect();
    if let Some((seat, receipt)) = missing.first() {
        let (seat, count) = (seat.to_string(), missing.len());
        let (wish, number) = (receipt.wish.word(), receipt.number);
        return Finding::NotThere { seat, wish, number, count };
    }
    let repeated = repeated(records);
    if let Some(first) = repeated.first() {
        let seat = first.by.as_ref().map(ToString::to_string).unwrap_or_default();
        return Finding::DoneTwice { seat, record: first.seq, count: repeated.len() };
    }
    let is_sheet = |it: &&Receipt| {
        matches!(it.wish, Wish::Submit { .. } | Wish::SealSheet { .. } | Wish::OpenSheet { .. })
    };
    let receipts = || pages.seats().values().flat_map(|page| &page.receipts);
    let sheets = receipts().filter(is_sheet).count();
    let gone = pages.seats().values().map(|page| page.gone.len()).sum();
    Finding::AllThere { sheets, steps: receipts().count() - sheets, gone }
}

/// Whether the seat's record that a receipt names is the last that was made for its wish. What was asked for
/// again under another id has no record of its own; then a record up to that one must say what was wished.
fn is_there(own: &[&Record], receipt: &Receipt) -> bool {
    let Some(told) = usize::try_from(receipt.number).ok().and_then(|it| own.get(..it)) else {
        return false;
    };
    let says = |it: &&Record| says(&it.fact, &receipt.wish);
    match own.iter().rposition(|it| it.wish == Some(receipt.id)) {
        Some(last) => {
            let mut of_it = own.iter().filter(|it| it.wish == Some(receipt.id));
            last + 1 == told.len() && of_it.any(|it| says(it) != Some(false))
        }
        None => told.iter().any(|it| says(it) == Some(true)),
    }
}

/// Whether a fact is what was wished, of sheets to the last mark; `None` of wishes that scripted people do not
/// have, whose id has to be enough.
fn says(fact: &Fact, wish: &Wish) -> Option<bool> {
    Some(match (wish, fact) {
        (
            Wish::Submit { project: of, revision: wished, marks: given },
            Fact::SheetSubmitted { project, revision, marks, .. },
        )
        | (
            Wish::OpenSheet { project: of, revision: wished, marks: given, .. },
            Fact::SheetOpened { project, revision, marks, .. },
        ) => (project, revision, marks) == (of, wished, given),
        (
            Wish::SealSheet { project: of, revision: wished, seal: given },
            Fact::SheetSealed { project, revision, seal, .. },
        ) => (project, revision, seal) == (of, wished, given),
        (Wish::CallUp { project: of }, Fact::CalledUp { project })
        | (Wish::Finish { project: of }, Fact::Finished { project })
        | (Wish::Lock { project: of, .. }, Fact::Locked { project, .. })
        | (Wish::Release { project: of }, Fact::Released { project }) => project == of,
        // Where releases are signed by two, the first one's is a proposal.
        (Wish::Release { project: of }, Fact::Proposed { act, .. }) => act.project() == of,
        (Wish::Begin { project: of, phase: wished }, Fact::PhaseBegan { project, phase })
        | (
            Wish::StartClock { project: of, phase: wished },
            Fact::ClockStarted { project, phase },
        )
        | (
            Wish::ResumeClock { project: of, phase: wished },
            Fact::ClockResumed { project, phase },
        ) => (project, phase) == (of, wished),
        (Wish::ShowScene { room: of, scene: wished }, Fact::SceneShown { room, scene }) => {
            (room, scene) == (of, wished)
        }
        (Wish::Ceremony { group: of, step: wished }, Fact::CeremonyAt { group, step }) => {
            (group, step) == (of, wished)
        }
        (Wish::Rule { group: of, order, .. }, Fact::Ruled { group, ruling }) => {
            (group, &ruling.order) == (of, order)
        }
        (Wish::Agree { proposal }, Fact::Agreed { number }) => number == proposal,
        (
            Wish::Submit { .. }
            | Wish::OpenSheet { .. }
            | Wish::SealSheet { .. }
            | Wish::CallUp { .. }
            | Wish::Finish { .. }
            | Wish::Lock { .. }
            | Wish::Release { .. }
            | Wish::Begin { .. }
            | Wish::StartClock { .. }
            | Wish::ResumeClock { .. }
            | Wish::ShowScene { .. }
            | Wish::Ceremony { .. }
            | Wish::Rule { .. }
            | Wish::Agree { .. },
            _,
        ) => false,
        _ => return None,
    })
}

/// The records that do once more what is done once in an evening in which nothing is taken back, or for a
/// wish that had been done with.
fn repeated(records: &[Record]) -> Vec<&Record> {
    let mut done: BTreeSet<Vec<String>> = BTreeSet::new();
    let mut last: BTreeMap<&Seat, Option<Uuid>> = BTreeMap::new();
    let mut wishes: BTreeSet<(&Seat, Uuid)> = BTreeSet::new();
    let mut again = Vec::new();
    for record in records {
        let is_new = once(&record.fact).is_none_or(|what| done.insert(what));
        let is_of_a_new_wish = record.by.as_ref().is_none_or(|by| {
            let before = last.insert(by, record.wish).flatten();
            record.wish.is_none_or(|id| before == Some(id) || wishes.insert((by, id)))
        });
        if !is_new || !is_of_a_new_wish {
            again.push(record);
        }
    }
    again
}

/// What of a fact is there once only; `None` for what may come again.
fn once(fact: &Fact) -> Option<Vec<String>> {
    let of = |what: &str, project: &ProjectId, more: &[&dyn ToString]| {
        let more = more.iter().map(|it| it.to_string());
        Some([what.to_owned(), project.to_string()].into_iter().chain(more).collect())
    };
    match fact {
        Fact::CalledUp { project } => of("called up", project, &[]),
        Fact::PhaseBegan { project, phase } => of("began", project, &[&phase.stage().as_str()]),
        Fact::ClockStarted { project, phase } => of("started", project, &[&phase.stage().as_str()]),
        Fact::Locked { project, .. } => of("locked", project, &[]),
        Fact::Released { project } => of("released", project, &[]),
        Fact::SheetSubmitted { project, seat, revision, .. } => {
            of("sheet", project, &[seat, revision])
        }
        Fact::SheetSealed { project, seat, revision, .. } => of("seal", project, &[seat, revision]),
        Fact::SheetOpened { project, seat, revision, .. } => {
            of("opened", project, &[seat, revision])
        }
        _ => None,
    }
}

/// A project's place, score and award.
type Standing = (u32, Decimal, Option<Text>);

/// What a contest came to.
fn standings(contest: &Contest) -> BTreeMap<ProjectId, Standing> {
    let groups = Results::of(contest).groups.into_iter();
    let all = groups.flat_map(|group| Arc::unwrap_or_clone(group).standings);
    all.map(|it| (it.project, (it.place, it.score, it.award))).collect()
}

/// The evening's results beside those of the same people in an evening in which nothing broke.
pub(super) fn scores(here: &Contest, there: &Contest) -> Finding {
    let (here, there) = (standings(here), standings(there));
    let all: BTreeSet<&ProjectId> = here.keys().chain(there.keys()).collect();
    let Some(project) = all.into_iter().find(|it| here.get(*it) != there.get(*it)) else {
        return Finding::SameScores { count: here.len() };
    };
    let told = |standing: Option<&Standing>| match standing {
        Some((place, score, award)) => {
            let award =
                award.as_ref().map(|it| format!(" {} / {}", it.zh, it.en)).unwrap_or_default();
            format!("{place}: {score}{award}")
        }
        None => "-".to_owned(),
    };
    let (here, there) = (told(here.get(project)), told(there.get(project)));
    Finding::OtherScores { project: project.to_string(), here, there }
}

/// What the terminals knew of time.
pub(super) fn clocks(pages: &Pages, speed: u32) -> Finding {
    let moved = pages.moved_clocks();
    if let Some((project, _)) = moved.first() {
        return Finding::ClockMoved { project: project.to_string(), count: moved.len() };
    }
    let off = |off: Ms| off.0 / i64::from(speed.max(1));
    let worst = pages.seats().iter().max_by_key(|(_, page)| page.most_off);
    let worst = worst.map(|(seat, page)| (seat.to_string(), off(page.most_off)));
    match worst {
        Some((seat, off)) if MOST_OFF < off => Finding::ClockWrong { seat, off, bound: MOST_OFF },
        worst => Finding::ClocksTrue {
            count: pages.clocks(),
            off: worst.map(|(_, off)| off).unwrap_or_default(),
        },
    }
}

/// What the terminals were shown.
pub(super) fn pictures(pages: &Pages) -> Finding {
    if let Some((seat, page)) = pages.seats().iter().find(|(_, page)| 0 < page.older) {
        return Finding::ShownOlder { seat: seat.to_string(), count: page.older };
    }
    Finding::NothingOlder { pictures: pages.seats().values().map(|page| page.pictures).sum() }
}

/// Whether every group is final, and how many awards it gave.
pub(super) fn end(contest: &Contest) -> Option<Finding> {
    let results = Results::of(contest);
    let standings = results.groups.iter().flat_map(|group| &group.standings);
    let awards = standings.filter(|it| it.award.is_some()).count();
    let projects = contest.session().projects.len();
    results.are_final().then_some(Finding::CameToItsEnd { projects, awards })
}

#[cfg(test)]
mod tests;
