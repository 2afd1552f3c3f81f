//! The hub's laptop dies: another one goes on from a copy, every link works there, and the old hub is
//! refused when it comes back.

use std::{fs, net::TcpListener};

use roadshow::{
    client::{LinkState, News, Trouble},
    contest::Stage,
    journal,
    protocol::views::{HostView, JudgeView},
};

use crate::support::{HubProcess, Terminal, sheet};

/// An address that is free now.
fn free_address() -> String {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string()
}

/// Plays the first project up to its lock.
async fn lock(host: &mut Terminal, judges: &mut [Terminal]) {
    host.step().await;
    let project = host.step().await.project().unwrap().to_string();
    host.step().await;
    host.step().await;
    host.step().await;
    for judge in judges.iter_mut() {
        let view: JudgeView = judge.picture(|_| true).await;
        judge.ask(sheet(&view, &project, 1, "8.4")).await.unwrap();
    }
    host.picture(|view: &HostView| view.open.iter().all(|open| open.missing.is_empty())).await;
    host.step().await;
}

#[tokio::test]
async fn every_lock_leaves_a_copy_that_another_hub_goes_on_with() {
    let folder = tempfile::tempdir().unwrap();
    let [usb, passphrase] = ["usb", "passphrase"].map(|name| folder.path().join(name));
    fs::write(&passphrase, "four words of one's own").unwrap();
    let [usb, passphrase] = [&usb, &passphrase].map(|it| it.to_str().unwrap());
    let (first, second) = (free_address(), free_address());
    let mut more = vec!["--address", first.as_str(), "--address", second.as_str()];
    let copies = ["--copies", usb, "--copies-passphrase-file", passphrase];
    let mut hub = HubProcess::start_at(&first, &[&more[..], &copies].concat(), "tryout.toml");
    let mut host = hub.join("A/host");
    let mut judges = ["A1", "A2", "A3"].map(|seat| hub.join(&format!("A/judge/{seat}")));
    lock(&mut host, &mut judges).await;
    let is_locked = |view: &HostView| view.order.iter().any(|it| it.stage == Stage::Locked);
    let head = host.picture(is_locked).await.journal.mark.unwrap().head;
    let is_copied = |view: &HostView| {
        let last = view.storage.copies.first().and_then(|it| it.last.as_ref());
        last.is_some_and(|it| head.seq <= it.head.seq)
    };
    host.picture(is_copied).await;
    hub.kill();

    // Another laptop, with nothing but the copy and its passphrase.
    let copy = format!("{usb}/test.journal.encrypted");
    more.extend(["--from-copy", &copy, "--copies-passphrase-file", passphrase]);
    let mut other = HubProcess::start_at(&second, &more, "tryout.toml");
    assert!(other.said("epoch 2").is_some(), "the new hub says that it took over");
    host.until(|news| matches!(news, News::Link(LinkState::Up { .. })).then_some(())).await;
    let view = host.picture(is_locked).await;
    assert_eq!(view.journal.mark.unwrap().head, head);
    host.step().await;
    judges[0].until(|news| matches!(news, News::Link(LinkState::Up { .. })).then_some(())).await;

    // The old one comes back, and the new one falls silent.
    hub.restart();
    other.kill();
    for screen in [&mut host, &mut judges[0]] {
        let is_old = |news: &News| match news {
            News::Link(LinkState::Lost { trouble: Trouble::OldHub { .. }, .. }) => Some(true),
            News::Link(LinkState::Up { .. }) => Some(false),
            _ => None,
        };
        // What came before is read first; from then on it does not follow the old hub.
        screen.until(|news| is_old(news).filter(|it| *it)).await;
        assert!(screen.until(is_old).await, "{} follows the old hub", screen.seat);
    }
    let old = journal::read(&hub.journal(), drop).unwrap().seq;
    assert!(old < journal::read(&other.journal(), drop).unwrap().seq);
}
