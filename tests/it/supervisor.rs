//! Acts of two persons over a real hub: the host at a link, the supervisor at a real terminal.

use roadshow::{
    contest::{Act, Refusal, Wish},
    protocol::views::{HostView, JudgeView},
};

use crate::{
    pty::{Screen, key},
    support::{HubProcess, Terminal, sheet},
};

/// A judge hands in a sheet with this mark for everything.
async fn hands_in(hub: &HubProcess, judge: &str, project: &str, mark: &str) -> Terminal {
    let mut terminal = hub.join(&format!("A/judge/{judge}"));
    let view: JudgeView = terminal.picture(|_| true).await;
    terminal.ask(sheet(&view, project, 1, mark)).await.unwrap();
    terminal
}

/// The tryout's rubric makes totals of 90, 80 and 50 of these marks; without the last the
/// mean is 85.
#[tokio::test(flavor = "multi_thread")]
async fn the_host_proposes_to_void_a_seat_and_the_supervisor_agrees_by_keys() {
    let hub = HubProcess::start("tryout.toml");
    let mut host = hub.join("A/host");
    for _ in 0..5 {
        host.step().await; // call-up, clock, questions, clock, scoring
    }
    let mut judges = Vec::new();
    for (judge, mark) in [("A1", "9"), ("A2", "8"), ("A3", "5")] {
        judges.push(hands_in(&hub, judge, "E01", mark).await);
    }
    let link = hub.link("supervisor").to_string();
    let mut supervisor = Screen::open(&["join", &link, "--lang", "en"], 100, 30);
    supervisor.press(key::TAB);
    supervisor.until(|text| text.contains("E01 scoring  3/3") && text.contains("scored"));
    supervisor.shows("A3: a total of 50 is 15 or more from the panel's median of 80.");

    let act = Act::Void { project: "E01".into(), seat: "A3".into() };
    let wish = Wish::Propose { act, reason: "same institute".to_owned() };
    host.ask(wish).await.unwrap();
    let own = host.ask(Wish::Agree { proposal: 1 }).await;
    assert_eq!(own, Err(Refusal::SecondPersonNeeded { proposal: 1 }));
    let judge = judges[0].ask(Wish::Agree { proposal: 1 }).await;
    assert_eq!(judge, Err(Refusal::NotYours));

    supervisor.shows("1 for you to confirm");
    supervisor.press("a");
    let asked = supervisor.shows("y confirm");
    for part in ["void a seat: E01 A3", "reason: same institute", "A3 scored"] {
        assert!(asked.contains(part), "{part}: {asked}");
    }
    supervisor.press("y");
    supervisor.shows("agree to void a seat: E01 A3");
    supervisor.until(|text| text.contains("A3 void: same institute") && text.contains("85.00"));
    host.picture(|view: &HostView| view.proposals.is_empty()).await;
}
