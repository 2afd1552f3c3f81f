//! More come than the hub has room for, and more than the system lets it open files for.

use std::{collections::BTreeSet, fs, process::Command};

use roadshow::{
    client::{LinkState, News, Trouble},
    contest::Wish,
};
use tokio::time::timeout;

use crate::support::{HubProcess, LIMIT, Terminal};

async fn is_up(terminal: &mut Terminal) {
    let up = |news: &News| matches!(news, News::Link(LinkState::Up { .. })).then_some(());
    terminal.until(up).await;
}

async fn is_full(terminal: &mut Terminal) {
    let full = |news: &News| match news {
        News::Link(LinkState::Lost { trouble, .. }) => {
            matches!(trouble, Trouble::Full { .. }).then_some(())
        }
        _ => None,
    };
    terminal.until(full).await;
}

#[tokio::test]
async fn a_hub_that_may_open_few_files_says_so_and_refuses_in_order() {
    let hub = HubProcess::start_with_few_files("tryout.toml");
    assert!(hub.said("lets the hub have 32 connections at once instead of 16384").is_some());
    let mut boards = Vec::new();
    for _ in 0..21 {
        let mut board = hub.join("A/board");
        is_up(&mut board).await;
        boards.push(board);
    }
    let mut late = hub.join("A/board");
    is_full(&mut late).await;
    // Whoever has more to do than to show has room still.
    for seat in ["A/host", "A/judge/A1", "supervisor"] {
        is_up(&mut hub.join(seat)).await;
    }
    drop(boards);
    is_up(&mut late).await;

    let log = hub.log();
    for told in ["connections_taken=32", "limit=\"joined\" from=127.0.0.1"] {
        assert!(log.contains(told), "{told} is not in the log: {log}");
    }
}

/// The files that a process has open, by their numbers.
fn files(process: u32) -> BTreeSet<usize> {
    let open = fs::read_dir(format!("/proc/{process}/fd")).unwrap();
    open.filter_map(|file| file.ok()?.file_name().to_str()?.parse().ok()).collect()
}

#[tokio::test]
async fn a_hub_without_file_handles_goes_on() {
    let hub = HubProcess::start("tryout.toml");
    let mut host = hub.join("A/host");
    is_up(&mut host).await;
    // The boards take every number below their own, so that the limit is met by whoever comes next.
    let (mut boards, mut open) = (Vec::new(), files(hub.process()));
    while open.len() <= *open.last().unwrap() || boards.len() < 2 {
        let mut board = hub.join("A/board");
        is_up(&mut board).await;
        boards.push(board);
        open = files(hub.process());
    }
    let limit = format!("--nofile={}:", open.len());
    let process = hub.process().to_string();
    assert!(Command::new("prlimit").args(["--pid", &process, &limit]).status().unwrap().success());

    let mut waits = hub.join("A/judge/A1");
    let (mut late, mut on) = (Vec::new(), true);
    let told = async {
        while !hub.log().contains("could not take a connection in") {
            // Takes what the hub itself may have closed since: it asks the system to stay awake.
            late.push(hub.join("A/board"));
            host.ask(Wish::Blank { room: "A".into(), on }).await.unwrap();
            on = !on;
        }
    };
    timeout(LIMIT, told).await.unwrap();
    host.step().await;
    drop(late);
    boards.pop();
    is_up(&mut waits).await;
    for board in &boards {
        assert_eq!((board.lost, host.lost), (0, 0), "whoever was there has noticed nothing");
    }
    assert_eq!(hub.log().matches("could not take a connection in").count(), 1);
}
