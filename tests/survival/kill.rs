//! The hub is killed in each phase of a project, and the evening goes on from the journal.

use std::{collections::HashMap, env, time::Duration};

use roadshow::{
    client::{LinkState, News},
    contest::{At, CountdownState, Fact, MOST_REVISIONS, Stage},
    journal,
    protocol::views::{BoardView, HostView, JudgeView, TimerView},
};
use tokio::time::timeout;
use uuid::Uuid;

use crate::support::{HubProcess, Terminal, sheet};

async fn stage(host: &mut Terminal, wanted: Stage) -> HostView {
    host.picture(|view: &HostView| view.stage.as_ref().is_some_and(|it| it.stage == wanted)).await
}

/// Terminals stay open while the hub dies and comes back on the same port: what was acknowledged is
/// there, the clock ends at the same instant, and nobody has to do anything.
#[tokio::test]
async fn an_evening_goes_on_whenever_the_hub_is_killed() {
    let mut hub = HubProcess::start("tryout.toml");
    let (mut host, mut timer) = (hub.join("A/host"), hub.join("A/timer"));
    let mut judges: Vec<Terminal> =
        ["A1", "A2", "A3"].map(|seat| hub.join(&format!("A/judge/{seat}"))).into();

    let again = async |hub: &mut HubProcess, host: &mut Terminal, wanted: Stage| {
        stage(host, wanted).await;
        hub.kill();
        hub.restart();
        // A host's seat goes to whoever is back first; the console over all rooms is shared.
        let mut fresh = hub.join("A/control");
        let after = stage(&mut fresh, wanted).await;
        after.stage.unwrap()
    };

    host.step().await;
    again(&mut hub, &mut host, Stage::CalledUp).await;

    let project = host.step().await.project().unwrap().to_string();
    let running = |view: &TimerView| match view.stage.as_ref()?.clock.as_ref()?.state {
        CountdownState::Running { ends } => Some(ends),
        _ => None,
    };
    let before = timer.picture(|view: &TimerView| running(view).is_some()).await;
    let after = again(&mut hub, &mut host, Stage::Presentation).await;
    let CountdownState::Running { ends } = after.clock.unwrap().state else { panic!("it stopped") };
    assert_eq!(Some(ends), running(&before));

    host.step().await;
    again(&mut hub, &mut host, Stage::Questions).await;
    host.step().await;
    host.step().await;
    let mut receipts = Vec::new();
    for judge in &mut judges {
        let view: JudgeView = judge.picture(|_| true).await;
        receipts.push(judge.ask(sheet(&view, &project, 1, "8.4")).await.unwrap());
        again(&mut hub, &mut host, Stage::Scoring).await;
    }
    assert!(receipts.is_sorted());

    host.picture(|view: &HostView| view.open.iter().all(|open| open.missing.is_empty())).await;
    host.step().await;
    again(&mut hub, &mut host, Stage::Locked).await;
    host.step().await;
    again(&mut hub, &mut host, Stage::Released).await;

    let view: BoardView =
        hub.join("A/board").picture(|view: &BoardView| view.released.is_some()).await;
    assert_eq!(view.released.unwrap().standing.score.to_string(), "84.00");
}

/// A wish that was made while the hub was away is done once it is back, and once only.
#[tokio::test]
async fn an_unanswered_wish_is_sent_again() {
    let mut hub = HubProcess::start("tryout.toml");
    let (mut host, mut judge) = (hub.join("A/host"), hub.join("A/judge/A1"));
    host.step().await;
    let project = host.step().await.project().unwrap().to_string();
    let view: JudgeView = judge.picture(|_| true).await;
    hub.kill();
    let wish = judge.send(sheet(&view, &project, 1, "6"));
    let again = judge.send(sheet(&view, &project, 2, "7"));
    hub.restart();
    let first = judge.answer(wish).await.unwrap();
    let second = judge.answer(again).await.unwrap();
    assert!(first < second);
    let line = |view: &JudgeView| view.sheets[0].sheet.as_ref().map(|sheet| sheet.revision);
    judge.picture(|view: &JudgeView| line(view) == Some(2)).await;

    hub.kill();
    let mut sheets = 0;
    roadshow::journal::read(&hub.journal(), |record| {
        sheets += u32::from(matches!(record.fact, roadshow::contest::Fact::SheetSubmitted { .. }));
    })
    .unwrap();
    assert_eq!(sheets, 2);
}

/// A terminal that never saw its answer asks again after the hub was killed: same receipt, one record.
#[tokio::test]
async fn a_repeat_after_a_restart_gets_the_first_receipt() {
    let mut hub = HubProcess::start("tryout.toml");
    let (mut host, mut judge) = (hub.join("A/host"), hub.join("A/judge/A1"));
    host.step().await;
    let start = host.picture(|view: &HostView| view.agenda.next.is_some()).await;
    let start = start.agenda.next.unwrap();
    let project = start.project().unwrap().to_string();
    let id = host.send(start.clone());
    let receipt = host.answer(id).await.unwrap();
    let view: JudgeView = judge.picture(|_| true).await;
    judge.ask(sheet(&view, &project, 1, "6")).await.unwrap();

    hub.kill();
    drop(host); // The next one has the seat.
    hub.restart();
    let mut again = hub.join("A/host");
    again.repeat(id, start);
    assert_eq!(again.answer(id).await, Ok(receipt));

    hub.kill();
    let (mut of_this_wish, mut of_the_host) = (Vec::new(), 0);
    roadshow::journal::read(&hub.journal(), |record| {
        of_the_host += u64::from(record.by.is_some_and(|by| by.to_string() == "A/host"));
        of_this_wish.extend((record.wish == Some(id)).then_some(of_the_host));
    })
    .unwrap();
    assert_eq!(of_this_wish, [receipt - 1, receipt], "the phase began, and its clock started");
}

/// How often the hub is killed under load; `ROADSHOW_KILLS=1000` is the long run.
fn kills() -> usize {
    env::var("ROADSHOW_KILLS").map_or(6, |text| text.parse().unwrap())
}

/// A judge who hands in one revision after the other, as fast as they are answered.
pub(crate) struct Busy {
    screen: Terminal,
    revision: u32,
    pub(crate) waiting: Option<Uuid>,
    /// What was acknowledged, with its receipt.
    receipts: HashMap<Uuid, u64>,
}

impl Busy {
    pub(crate) fn at(screen: Terminal) -> Self {
        Self { screen, revision: 0, waiting: None, receipts: HashMap::new() }
    }

    fn may_revise(&self) -> bool {
        self.revision < MOST_REVISIONS
    }

    pub(crate) async fn hand_in(&mut self, project: &str) {
        let view: JudgeView = self.screen.picture(|_| true).await;
        self.revision += 1;
        let mark = if self.revision.is_multiple_of(2) { "6" } else { "7" };
        let wish = sheet(&view, project, self.revision, mark);
        self.waiting = Some(self.screen.send(wish));
    }

    /// Waits for the answer; being interrupted loses nothing.
    pub(crate) async fn is_answered(&mut self) {
        if let Some(id) = self.waiting {
            let receipt = self.screen.answer(id).await.unwrap();
            self.receipts.insert(id, receipt);
            self.waiting = None;
        }
    }

    /// Waits for the answer or for the loss of the link; whether it was answered.
    pub(crate) async fn is_answered_unless_cut(&mut self) -> bool {
        let Some(wish) = self.waiting else { return true };
        let heard = self.screen.until(|news| match news {
            News::Granted { id, seq } if *id == wish => Some(Some(*seq)),
            News::Link(LinkState::Lost { .. }) => Some(None),
            _ => None,
        });
        let Some(receipt) = heard.await else { return false };
        self.receipts.insert(wish, receipt);
        self.waiting = None;
        true
    }
}

fn ends(view: &TimerView) -> Option<At> {
    match view.stage.as_ref()?.clock.as_ref()?.state {
        CountdownState::Running { ends } => Some(ends),
        _ => None,
    }
}

/// Any span up to so many microseconds.
fn any_micros(most: u64) -> Duration {
    Duration::from_micros(Uuid::new_v4().as_u64_pair().0 % most)
}

/// Killed at any instant while three judges hand in sheets: every acknowledged sheet is in the journal
/// under its receipt, none is twice, the audit finds nothing, and the clock ends when it would have ended.
#[tokio::test]
async fn killed_at_any_instant_under_load_nothing_acknowledged_is_lost() {
    let mut left = kills();
    while 0 < left {
        left -= kill_under_load(left).await;
    }
}

/// One hub, killed so often, or until its judges may not revise their sheets any more. How often it was.
async fn kill_under_load(most: usize) -> usize {
    let mut hub = HubProcess::start("tryout.toml");
    let mut host = hub.join("A/host");
    host.step().await;
    let project = host.step().await.project().unwrap().to_string();
    let clock: TimerView = hub.join("A/timer").picture(|view| ends(view).is_some()).await;
    let mut judges: Vec<Busy> =
        ["A1", "A2", "A3"].map(|seat| Busy::at(hub.join(&format!("A/judge/{seat}")))).into();

    let mut killed = 0;
    while killed < most && judges.iter().all(Busy::may_revise) {
        let load = async {
            while judges.iter().all(Busy::may_revise) {
                for judge in &mut judges {
                    if judge.waiting.is_none() {
                        judge.hand_in(&project).await;
                    }
                }
                for judge in &mut judges {
                    judge.is_answered().await;
                }
            }
        };
        let _ = timeout(any_micros(60_000), load).await;
        hub.kill();
        check(&hub, &judges, killed);
        killed += 1;
        hub.restart();
        // The terminals come back by themselves, and what had no answer gets one.
        for judge in &mut judges {
            judge.is_answered().await;
        }
        let again: TimerView = hub.join("A/timer").picture(|view| ends(view).is_some()).await;
        assert_eq!(ends(&again), ends(&clock), "round {killed}");
    }
    hub.kill();
    check(&hub, &judges, killed);
    assert!(judges.iter().all(|judge| killed <= judge.receipts.len()), "there was no load");
    killed
}

/// What was acknowledged is in the journal under its receipt, and once.
pub(crate) fn check(hub: &HubProcess, judges: &[Busy], round: usize) {
    for judge in judges {
        let (mut of_the_seat, mut stored) = (0, HashMap::new());
        journal::read(&hub.journal(), |record| {
            if record.by.as_ref() == Some(&judge.screen.seat) {
                of_the_seat += 1;
                assert!(matches!(record.fact, Fact::SheetSubmitted { .. }));
                let twice = stored.insert(record.wish.unwrap(), of_the_seat);
                assert_eq!(twice, None, "round {round}: stored twice");
            }
        })
        .unwrap();
        for (id, receipt) in &judge.receipts {
            assert_eq!(stored.get(id), Some(receipt), "round {round}: {id} was acknowledged");
        }
    }
    assert_eq!(roadshow::audit::audit(&hub.journal()).flaw, None, "round {round}");
}
