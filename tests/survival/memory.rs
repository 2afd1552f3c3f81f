//! The hub gets no more memory: it ends at once and says so, and whatever it acknowledged is there.

use std::process::Command;

use crate::{
    kill::{self, Busy},
    support::{HubProcess, Terminal},
};

/// More rounds than it takes to need more memory.
const ROUNDS: usize = 150;
/// Boards that come in each.
const BOARDS: usize = 3;

/// From now on the process gets no page for data that it does not have.
fn starve(process: u32) {
    let limit = ["--pid", &process.to_string(), "--data=1:"];
    assert!(Command::new("prlimit").args(limit).status().unwrap().success());
}

#[tokio::test]
async fn a_hub_without_memory_ends_and_what_it_acknowledged_is_there() {
    let mut hub = HubProcess::start("tryout.toml");
    let mut host = hub.join("A/host");
    host.step().await;
    let project = host.step().await.project().unwrap().to_string();
    let mut judge = Busy::at(hub.join("A/judge/A1"));
    judge.hand_in(&project).await;
    judge.is_answered().await;
    starve(hub.process());

    let mut boards: Vec<Terminal> = Vec::new();
    for _ in 0..ROUNDS {
        judge.hand_in(&project).await;
        boards.extend((0..BOARDS).map(|_| hub.join("A/board")));
        if !judge.is_answered_unless_cut().await {
            break;
        }
    }
    assert!(judge.waiting.is_some(), "there was memory for everything");
    hub.ends_by_itself();
    assert!(hub.log().contains("memory allocation of"), "{}", hub.log());

    drop(boards);
    kill::check(&hub, std::slice::from_ref(&judge), 0);
    hub.restart();
    judge.is_answered().await;
    hub.kill();
    kill::check(&hub, std::slice::from_ref(&judge), 1);
}
