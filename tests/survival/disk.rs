//! The disk fails under a running hub: nothing is acknowledged that is not stored, people are told at
//! once, and the evening goes on when the disk does.

use std::fs;

use roadshow::{
    contest::{Refusal, Wish},
    journal::{self, beside},
    protocol::{
        Storage,
        views::{HostView, SupervisorView},
    },
};

use crate::support::{HubProcess, Terminal};

async fn next(host: &mut Terminal) -> Wish {
    let view: HostView = host.picture(|view: &HostView| view.agenda.next.is_some()).await;
    view.agenda.next.unwrap()
}

fn code(storage: &Storage) -> Option<&str> {
    storage.trouble.as_ref()?.error.get("code")?.as_str()
}

fn records(hub: &HubProcess) -> u64 {
    journal::read(&hub.journal(), drop).unwrap().seq
}

/// The disk stores nothing while it is as it is now; then it is well again.
async fn is_told_and_over(
    hub: &mut HubProcess,
    expected: &str,
    heal: impl FnOnce(&HubProcess),
    stored: u64,
) {
    let (mut host, mut supervisor) = (hub.join("A/host"), hub.join("supervisor"));
    let wish = next(&mut host).await;
    // A disk that takes its time to fail may outlast what belongs to its moment.
    let refused = host.ask(wish.clone()).await;
    assert!(matches!(refused, Err(Refusal::NotStored | Refusal::TooLate)), "{refused:?}");
    host.picture(|view: &HostView| code(&view.storage) == Some(expected)).await;
    supervisor.picture(|view: &SupervisorView| code(&view.storage) == Some(expected)).await;

    heal(hub);
    host.ask(wish.clone()).await.unwrap();
    host.picture(|view: &HostView| {
        view.storage.trouble.is_none() && view.agenda.next.as_ref() != Some(&wish)
    })
    .await;
    supervisor.picture(|view: &SupervisorView| view.storage.trouble.is_none()).await;
    hub.kill();
    assert!(stored < records(hub), "it is there after a crash");
    drop(host); // The next one has the seat.
    hub.restart();
    let mut again = hub.join("A/host");
    again.picture(|view: &HostView| view.agenda.next.as_ref() != Some(&wish)).await;
}

#[cfg(unix)]
#[tokio::test]
async fn a_running_hub_puts_its_deleted_journal_back() {
    let mut hub = HubProcess::start("tryout.toml");
    let mut host = hub.join("A/host");
    host.step().await;
    drop(host); // The next one has the seat.
    let stored = records(&hub);
    for suffix in ["", "-wal", "-shm", ".lock"] {
        fs::remove_file(beside(&hub.journal(), suffix)).unwrap();
    }
    is_told_and_over(&mut hub, "deleted", |_| (), stored).await;
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_hub_that_may_write_no_more_says_so_and_goes_on_when_it_may() {
    use std::process::Command;
    let mut hub = HubProcess::start_sturdy("tryout.toml");
    let limit = |hub: &HubProcess, bytes: &str| {
        let process = hub.process().to_string();
        let limited = Command::new("prlimit")
            .args(["--pid", &process, &format!("--fsize={bytes}:")])
            .status();
        assert!(limited.unwrap().success());
    };
    let mut host = hub.join("A/host");
    host.step().await;
    drop(host); // The next one has the seat.
    let stored = records(&hub);
    // No file may grow beyond what the log has now, as on a full disk.
    let full = fs::metadata(beside(&hub.journal(), "-wal")).unwrap().len();
    limit(&hub, &full.to_string());
    is_told_and_over(&mut hub, "not-stored", |hub| limit(hub, "unlimited"), stored).await;
}
