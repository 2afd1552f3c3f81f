//! A desk for the hub's own tests.

use serde_json::Value;
use uuid::Uuid;

use super::{Desk, DeskHandle, Occasion, Verdict, opening, past::Past};
use crate::{
    clock::Clock,
    contest::{
        At, Contest, Session, Wish,
        sample::{seat, session},
    },
    journal::{Head, Journal, MemoryJournal, Record},
    protocol::views::{HostView, Sections},
};

/// A desk on a journal in memory, running as a task of the test.
pub(super) struct Table {
    pub(super) desk: DeskHandle,
    pub(super) journal: MemoryJournal,
}

impl Table {
    pub(super) fn set() -> Self {
        Self::of((*session()).clone())
    }

    pub(super) fn of(session: Session) -> Self {
        let journal = MemoryJournal::default();
        let (desk, handle) = opened(session, journal.clone());
        tokio::spawn(desk.run());
        Self { desk: handle, journal }
    }

    /// A desk that nobody attends to.
    pub(super) fn unattended() -> (Desk, DeskHandle) {
        opened((*session()).clone(), MemoryJournal::default())
    }

    /// A desk on any other journal that can be looked at as this one in memory.
    pub(super) fn with(journal: MemoryJournal, opened: Box<dyn Journal>) -> Self {
        let (desk, handle) = desk_on(opened);
        tokio::spawn(desk.run());
        Self { desk: handle, journal }
    }

    /// Asks; `None` when the desk is gone before it has answered.
    pub(super) async fn try_ask(&self, by: &str, id: u128, wish: Wish) -> Option<Verdict> {
        self.desk.ask(seat(by), None, Uuid::from_u128(id), wish).await
    }

    pub(super) async fn ask(&self, by: &str, id: u128, wish: Wish) -> Verdict {
        self.desk.ask(seat(by), None, Uuid::from_u128(id), wish).await.unwrap()
    }

    pub(super) async fn host(&self) -> HostView {
        self.view("A/host").await
    }

    /// One section of a seat's picture.
    pub(super) async fn section(&self, of: &str, name: &str) -> Option<Value> {
        let picture = self.desk.look(seat(of)).await.unwrap();
        let sections: Sections = picture.borrow().written().read().unwrap();
        sections.part(name)
    }

    pub(super) async fn view(&self, host: &str) -> HostView {
        let picture = self.desk.look(seat(host)).await.unwrap();
        picture.borrow().written().read().unwrap()
    }

    pub(super) fn records(&self) -> Vec<Record> {
        let mut records = Vec::new();
        self.journal.read(Head::default(), &mut |record| records.push(record)).unwrap();
        records
    }
}

/// A desk on a journal that was begun, not running yet.
pub(super) fn desk_on(opened: Box<dyn Journal>) -> (Desk, DeskHandle) {
    let (mut contest, mut past) = (Contest::new(session()), Past::default());
    let fold = &mut |record: Record| {
        contest.apply(record.at, &record.fact);
        past.read(&contest, record);
    };
    opened.read(Head::default(), fold).unwrap();
    Desk::new(contest, past, opened, Clock::hand_set(At(1_000_000)))
}

/// A desk on an empty journal.
fn opened(session: Session, mut journal: MemoryJournal) -> (Desk, DeskHandle) {
    let clock = Clock::hand_set(At(1_000_000));
    let (contest, past) = opening::begin(session, Occasion::Live, &mut journal, &clock).unwrap();
    Desk::new(contest, past, Box::new(journal), clock)
}

/// The host's first wish for a project.
pub(super) fn call_up(project: &str) -> Wish {
    Wish::CallUp { project: project.into() }
}
