//! An evening on which nothing goes to plan, over real websockets and a hub that is killed in the
//! middle: recusal, moves, withdrawal and reserve, absence, a sheet given back, deductions, the
//! chair's ruling, appeals and a disqualification.

use std::{path::Path, process::Stdio};

use roadshow::{
    contest::{Act, Refusal, SeatMark, SeatWord, Stage, Wish},
    protocol::views::{BoardView, HostView, JudgeView, SupervisorView},
};
use serde_json::{Value, json};

use crate::support::{HubProcess, Terminal, roadshow, sheet};

fn why() -> String {
    "for the record".to_owned()
}

/// Everybody who asks for something, with the hub.
pub(crate) struct Evening {
    pub(crate) hub: HubProcess,
    host: Terminal,
    supervisor: Terminal,
    judges: [Terminal; 3],
}

impl Evening {
    pub(crate) fn begin() -> Self {
        let odd = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/odd/session.toml");
        Self::join(HubProcess::start(odd.to_str().unwrap()))
    }

    fn join(hub: HubProcess) -> Self {
        let judges = ["A1", "A2", "A3"].map(|seat| hub.join(&format!("A/judge/{seat}")));
        Self { host: hub.join("A/host"), supervisor: hub.join("supervisor"), judges, hub }
    }

    /// Killed and started again; the terminals come back by themselves.
    fn killed(mut self) -> Self {
        self.hub.kill();
        self.hub.restart();
        self
    }

    /// The host's next steps until the project is at a stage.
    async fn run_to(&mut self, project: &str, stage: Stage) {
        loop {
            let view: HostView = self.host.picture(|_| true).await;
            let line = view.order.iter().find(|it| it.project.id.as_str() == project).unwrap();
            if line.stage == stage {
                return;
            }
            self.host.step().await;
        }
    }

    async fn score(&mut self, project: &str, revision: u32, marks: [Option<&str>; 3]) {
        for (judge, mark) in self.judges.iter_mut().zip(marks) {
            let Some(mark) = mark else { continue };
            let takes = |view: &JudgeView| {
                let line = view.sheets.iter().find(|it| it.project.id.as_str() == project);
                line.is_some_and(|it| it.stage == Stage::Scoring)
            };
            let view: JudgeView = judge.picture(takes).await;
            judge.ask(sheet(&view, project, revision, mark)).await.unwrap();
        }
        let seats = ["A1", "A2", "A3"].into_iter().zip(marks).filter(|it| it.1.is_some());
        let seats: Vec<_> = seats.map(|(seat, _)| seat.into()).collect();
        let is_in = |view: &HostView| {
            let open = view.open.iter().find(|it| it.project.as_str() == project);
            open.is_some_and(|it| seats.iter().all(|seat| it.scored.contains(seat)))
        };
        self.host.picture(is_in).await;
    }

    /// The host proposes, the supervisor agrees.
    async fn together(&mut self, act: Act) {
        self.ask(Wish::Propose { act: act.clone(), reason: why() }).await;
        let waits = |view: &SupervisorView| view.proposals.iter().any(|it| it.act == act);
        let view: SupervisorView = self.supervisor.picture(waits).await;
        let proposal = view.proposals.iter().find(|it| it.act == act).unwrap().number;
        let alone = self.host.ask(Wish::Agree { proposal }).await;
        assert_eq!(alone, Err(Refusal::SecondPersonNeeded { proposal }));
        self.supervisor.ask(Wish::Agree { proposal }).await.unwrap();
        self.host.picture(|view: &HostView| view.proposals.is_empty()).await;
    }

    /// The host asks, and sees what has come of it.
    async fn ask(&mut self, wish: Wish) {
        let before: HostView = self.host.picture(|_| true).await;
        self.host.ask(wish).await.unwrap();
        self.host.picture(|view: &HostView| *view != before).await;
    }

    /// `roadshow verify` of the journal, while the hub goes on writing it.
    fn must_be_proven(&self) {
        let output = roadshow().arg("verify").arg(self.hub.journal()).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{said}");
    }

    /// `roadshow results --format json` of the journal.
    pub(crate) fn results(&self) -> Value {
        let output = roadshow()
            .arg("results")
            .arg(self.hub.journal())
            .args(["--format", "json", "--lang", "en"])
            .stderr(Stdio::inherit())
            .output()
            .unwrap();
        serde_json::from_slice(&output.stdout).unwrap()
    }
}

/// Each standing as `place project score award`.
fn ranking(results: &Value) -> Vec<String> {
    let standings = results["groups"][0]["standings"].as_array().unwrap();
    let line = |it: &Value| {
        let text = |key: &str| it[key].as_str().unwrap_or("-").to_owned();
        format!("{} {} {} {}", it["place"], text("project"), text("score"), text("award"))
    };
    standings.iter().map(line).collect()
}

/// Four projects are scored, one of them from the reserve, each in a way of its own.
pub(crate) async fn before_the_results(evening: &mut Evening) {
    // E01 breaks down on stage and pitches again as the last before the tea break.
    evening.run_to("E01", Stage::Presentation).await;
    evening.ask(Wish::Postpone { project: "E01".into(), reason: why() }).await;
    evening.run_to("E02", Stage::Scoring).await;
    evening.score("E02", 1, [None, Some("80"), Some("90")]).await;
    evening.run_to("E02", Stage::Released).await;

    // E01: a sheet goes back to its judge after the lock.
    evening.run_to("E01", Stage::Scoring).await;
    evening.score("E01", 1, [Some("85"), Some("58"), Some("85")]).await;
    evening.run_to("E01", Stage::Locked).await;
    evening.together(Act::Return { project: "E01".into(), seat: "A2".into() }).await;
    let back = |view: &JudgeView| view.sheets.iter().any(|it| it.state == SeatWord::Returned);
    let _: JudgeView = evening.judges[1].picture(back).await;
    evening.score("E01", 2, [None, Some("85"), None]).await;
    evening.run_to("E01", Stage::Released).await;

    // E03 withdraws; E05 moves up, runs over, and one judge has been taken ill.
    evening.ask(Wish::Withdraw { project: "E03".into(), reason: why() }).await;
    evening.ask(Wish::Backfill { project: "E03".into(), reason: why() }).await;
    evening.run_to("E05", Stage::Scoring).await;
    let (project, seat) = ("E05".into(), "A3".into());
    evening.ask(Wish::MarkSeat { project, seat, mark: SeatMark::Absent, reason: why() }).await;
    let (project, rule) = ("E05".into(), "overtime".into());
    evening.ask(Wish::Deduct { project, rule, units: 2, reason: "0:42 over".into() }).await;
    evening.score("E05", 1, [Some("95"), Some("95"), None]).await;
    evening.run_to("E05", Stage::Released).await;

    evening.run_to("E04", Stage::Scoring).await;
    evening.score("E04", 1, [Some("70"), Some("70"), Some("70")]).await;
    evening.run_to("E04", Stage::Released).await;
}

/// The chair decides about the tie of E01 and E02.
pub(crate) async fn the_chair_rules(evening: &mut Evening) {
    let (group, order) = ("g".into(), vec![vec!["E02".into()], vec!["E01".into()]]);
    evening.ask(Wish::Rule { group, order, reason: "vote 2 : 1".into() }).await;
}

/// Two appeals, and a disqualification after the result.
pub(crate) async fn after_the_results(evening: &mut Evening) {
    let (project, seat) = ("E04".into(), "A1".into());
    evening.together(Act::Void { project, seat }).await; // 70 all the same, and on the record.
    evening.together(Act::RemoveDeduction { project: "E05".into(), number: 1 }).await;
    evening.together(Act::Disqualify { project: "E05".into() }).await;
}

#[tokio::test]
async fn an_odd_evening_comes_to_the_same_result_after_a_kill_and_from_the_journal() {
    let mut evening = Evening::begin();
    before_the_results(&mut evening).await;
    let tied = ["1 E05 94.00 First", "2 E01 85.00 Second", "2 E02 85.00 Second", "4 E04 70.00 -"];
    let results = evening.results();
    assert_eq!(ranking(&results), tied);
    assert_eq!(results["groups"][0]["waiting"], json!([["E01", "E02"]]));
    assert_eq!(results["groups"][0]["state"], "provisional", "the tie waits for the chair");

    evening.must_be_proven();
    let mut evening = evening.killed();
    the_chair_rules(&mut evening).await;
    let results = evening.results();
    assert_eq!(ranking(&results)[1..3], ["2 E02 85.00 Second", "3 E01 85.00 Second"]);
    assert_eq!(results["state"], "final");

    after_the_results(&mut evening).await;
    let results = evening.results();
    assert_eq!(
        ranking(&results),
        ["1 E02 85.00 First", "2 E01 85.00 Second", "3 E04 70.00 Second"]
    );
    evening.must_be_proven();
    let bulletins = &results["groups"][0]["bulletins"];
    assert_eq!(bulletins.as_array().unwrap().len(), 3);
    assert_eq!(bulletins[0]["changes"], json!([]));
    let award = &bulletins[2]["changes"][3];
    assert_eq!(award["before"], json!({"place": 1, "score": "95.00", "award": "First"}));
    assert_eq!(award["after"], Value::Null);

    let mut board = evening.hub.join("A/board");
    let view: BoardView = board.picture(|view: &BoardView| view.bulletins.len() == 3).await;
    assert_eq!(view.groups[0].standings.len(), 3);
    assert!(
        !serde_json::to_string(&view).unwrap().contains("for the record"),
        "reasons stay inside"
    );
}
