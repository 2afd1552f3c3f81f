//! An odd evening as a journal on disk, played by the engine itself, to be forged one thing at a time.

use std::{path::Path, sync::Arc};

use roadshow::{
    contest::{At, Contest, Fact, Ms, Room, Seat, Session, Wish, decide},
    definition::{Disk, read_session},
    journal::{self, Entry},
};
use serde_json::{Value, json};
use uuid::Uuid;

/// The odd session with a second room, in which nobody pitches, and X01, which is only shown.
fn session() -> Session {
    let mut session = read_session(Path::new("tests/data/odd/session.toml"), &Disk).unwrap();
    let mut group = session.groups[0].clone();
    (group.id, group.rubric) = ("x".into(), None);
    session.groups.push(group);
    let mut project = session.projects[0].clone();
    (project.id, project.group) = ("X01".into(), "x".into());
    session.projects.push(project);
    session.rooms[0].order.push("X01".into());
    let other =
        Room { id: "B".into(), judges: [].into(), order: [].into(), ..session.rooms[0].clone() };
    session.rooms.push(other);
    session
}

struct Played {
    contest: Contest,
    entries: Vec<Entry>,
    now: At,
}

impl Played {
    /// A wish that is granted, three seconds after the one before, as a hub records it.
    fn ask(&mut self, by: &str, wish: Value) {
        let told = wish.to_string();
        let wish: Wish = serde_json::from_value(wish).unwrap();
        let by: Seat = by.parse().unwrap();
        self.now = self.now + Ms::seconds(3);
        let facts = decide(&self.contest, &by, &wish, self.now);
        assert!(matches!(&facts, Ok(facts) if !facts.is_empty()), "{told}: {facts:?}");
        let facts = facts.unwrap();
        let id = Uuid::from_u128(self.entries.len() as u128);
        for fact in facts {
            self.contest.apply(self.now, &fact);
            let (wall, by, wish) = (Some(self.now), Some(by.clone()), Some(id));
            self.entries.push(Entry { wall, by, wish, ..Entry::new(self.now, fact) });
        }
    }

    fn host(&mut self, wish: Value) {
        self.ask("A/host", wish);
    }

    /// Something about a project, for a reason.
    fn of(&mut self, what: &str, project: &str) {
        self.host(json!({ "do": what, "project": project, "reason": "r" }));
    }

    fn score(&mut self, judges: &[&str], project: &str, mark: &str) {
        for judge in judges {
            let wish = json!({ "do": "submit", "project": project, "revision": 1, "marks": { "all": mark } });
            self.ask(&format!("A/judge/{judge}"), wish);
        }
    }

    /// From the call to the scoring window.
    fn pitch(&mut self, project: &str) {
        self.host(json!({ "do": "call-up", "project": project }));
        self.host(json!({ "do": "start-clock", "project": project, "phase": "presentation" }));
        self.host(json!({ "do": "begin", "project": project, "phase": "scoring" }));
    }

    fn release(&mut self, project: &str) {
        self.host(json!({ "do": "lock", "project": project, "without": [] }));
        self.host(json!({ "do": "release", "project": project }));
    }

    fn together(&mut self, proposal: u32, act: &Value) {
        self.ask("A/control", json!({ "do": "propose", "act": act, "reason": "r" }));
        self.ask("supervisor", json!({ "do": "agree", "proposal": proposal }));
    }
}

/// Writes the evening's journal.
pub(crate) fn play(path: &Path) {
    let session = session();
    let opened = Fact::opened(session.clone(), false);
    let now = At(1_795_000_000_000);
    let entries = vec![Entry { wall: Some(now), ..Entry::new(now, opened) }];
    let mut it = Played { contest: Contest::new(Arc::new(session)), entries, now };

    // E01 is called up by mistake and then in earnest, its clock stopped once, a sheet too late given back.
    it.host(json!({ "do": "call-up", "project": "E01" }));
    it.host(json!({ "do": "undo", "project": "E01" }));
    it.host(json!({ "do": "call-up", "project": "E01" }));
    it.host(json!({ "do": "start-clock", "project": "E01", "phase": "presentation" }));
    let clock = |what: &str| json!({ "do": what, "project": "E01", "phase": "presentation", "reason": "r" });
    it.host(clock("pause-clock"));
    it.host(json!({ "do": "resume-clock", "project": "E01", "phase": "presentation" }));
    it.host(json!({ "do": "begin", "project": "E01", "phase": "scoring" }));
    it.score(&["A1", "A2", "A3"], "E01", "80");
    it.host(
        json!({ "do": "deduct", "project": "E01", "rule": "overtime", "units": 2, "reason": "r" }),
    );
    it.release("E01");

    // E02 without A1, and with A2 absent for a while.
    it.host(json!({ "do": "call-up", "project": "E02" }));
    it.of("postpone", "E02");
    it.pitch("E02");
    let mark = |mark: &str| json!({ "do": "mark-seat", "project": "E02", "seat": "A2", "mark": mark, "reason": "r" });
    it.host(mark("absent"));
    it.host(mark("expected"));
    it.score(&["A2", "A3"], "E02", "79");
    it.release("E02");

    // The chair, tea in between, E03 moved to the end and then absent, a place from the reserve, an appeal.
    let order = json!([["E02"], ["E01"]]);
    it.host(json!({ "do": "rule", "group": "g", "order": order, "reason": "r" }));
    it.host(json!({ "do": "take-break", "room": "A", "name": { "zh": "茶歇", "en": "Tea" }, "length": 900_000 }));
    it.of("postpone", "E03");
    it.of("mark-absent", "E03");
    it.of("withdraw", "E04");
    it.of("backfill", "E04");
    it.host(json!({ "do": "reorder", "room": "A", "order": ["E01", "E02", "E04", "X01", "E05", "E03"], "reason": "r" }));
    it.together(
        1,
        &json!({ "act": "correct", "project": "E01", "seat": "A1", "marks": { "all": "83" } }),
    );
    it.ask("A/judge/A1", json!({ "do": "recuse", "project": "E05", "reason": "r" }));
    it.pitch("E05");
    it.score(&["A2", "A3"], "E05", "70");
    it.release("E05");
    it.host(json!({ "do": "call-up", "project": "X01" }));
    it.host(json!({ "do": "start-clock", "project": "X01", "phase": "presentation" }));
    it.host(json!({ "do": "finish", "project": "X01" }));
    it.host(json!({ "do": "freeze", "group": "g" }));
    it.host(json!({ "do": "ceremony", "group": "g", "step": 1 }));
    it.host(json!({ "do": "ceremony", "group": "g", "step": null }));
    it.ask("supervisor", json!({ "do": "renew-pass", "seat": "A/host", "reason": "r" }));

    let mut journal = journal::open(path, drop).unwrap();
    journal.append(journal.head(), &it.entries).unwrap();
    journal.close().unwrap();
}
