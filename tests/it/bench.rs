//! What a bench measures and says against real hubs; that it changes nothing at a live final, and leaves a rehearsal
//! as it was.

use std::{
    fs,
    process::{Command, Output, Stdio},
};

use roadshow::{
    contest::{Audience, Fact, Wish},
    journal,
    protocol::views::HostView,
};
use serde_json::Value;
use tempfile::NamedTempFile;
use tokio::task::spawn_blocking;

use crate::support::{HubProcess, Terminal, roadshow};

/// What a bench said, and how it ended.
struct Benched {
    page: Value,
    code: Option<i32>,
}

impl Benched {
    fn of(output: &Output) -> Self {
        let said = String::from_utf8_lossy(&output.stderr);
        let page = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{said}"));
        Self { page, code: output.status.code() }
    }

    /// The light of a finding; `None` where there is none of this code.
    fn light(&self, code: &str) -> Option<&str> {
        let lines = self.page["parts"][0]["findings"].as_array().unwrap();
        lines.iter().find(|line| line["code"] == code).map(|line| line["light"].as_str().unwrap())
    }

    fn figure(&self, path: &str) -> i64 {
        let figure = self.page["figures"].pointer(path).and_then(Value::as_i64);
        figure.unwrap_or_else(|| panic!("{path} in {}", self.page))
    }
}

fn command(arguments: &[&str]) -> Command {
    let mut command = roadshow();
    command.args(["bench", "--lang", "en", "--format", "json"]).args(arguments);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs one to its end, while the test's own terminals stay at the hub.
async fn bench(arguments: &[&str]) -> Benched {
    let mut command = command(arguments);
    Benched::of(&spawn_blocking(move || command.output().unwrap()).await.unwrap())
}

/// All links of a hub as it wrote them, in a file.
fn all_links(hub: &HubProcess) -> (NamedTempFile, String) {
    let file = NamedTempFile::new().unwrap();
    fs::write(file.path(), hub.links_file()).unwrap();
    let given = format!("@{}", file.path().display());
    (file, given)
}

/// Waits until so many boards are there.
async fn until_boards_are(host: &mut Terminal, count: u32) -> HostView {
    host.picture(|view: &HostView| view.boards.screens == count).await
}

fn message_to_hall(view: &HostView) -> Option<&str> {
    view.hall.messages.get(&Audience::Board).map(|it| it.text.as_str())
}

fn facts(hub: &HubProcess) -> Vec<Fact> {
    let mut facts = Vec::new();
    journal::read(&hub.journal(), |record| facts.push(record.fact.clone())).unwrap();
    facts
}

#[tokio::test]
async fn a_live_final_is_looked_at_and_nothing_else() {
    let hub = HubProcess::start_logging("info", "tryout.toml");
    let mut host = hub.join("A/host");
    let before = until_boards_are(&mut host, 0).await;
    let head = journal::read(&hub.journal(), drop).unwrap();

    let (_file, links) = all_links(&hub);
    let found = bench(&[&links, "--seconds", "1", "--boards", "3"]).await;
    assert_eq!(found.code, Some(0), "{}", found.page);
    assert_eq!(
        (&found.page["errand"], &found.page["hub"]["rehearsal"]),
        (&"look".into(), &false.into())
    );
    assert_eq!(found.light("only-looked"), Some("amber"));
    assert_eq!(found.light("links-kept"), Some("green"));
    assert!(found.page["figures"]["changes"].is_null());
    assert_eq!((found.figure("/joined"), found.figure("/losses")), (3, 0));
    assert!(0 < found.figure("/round_trip/count"));

    host.step().await;
    let view: HostView = host.picture(|view: &HostView| view.stage.is_some()).await;
    assert_eq!((view.boards, host.lost), (before.boards, 0));
    assert_eq!(journal::read(&hub.journal(), drop).unwrap().seq, head.seq + 1);
    let log = hub.log();
    assert!(log.contains("looks seat=A/board") && !log.contains("joined seat=A/board"), "{log}");
    assert!(!log.contains("dropped") && !log.contains("gone"), "{log}");
}

#[tokio::test]
async fn a_rehearsal_is_left_as_it_was() {
    let hub = HubProcess::rehearse("tryout.toml");
    let mut host = hub.join("A/host");
    let (room, to) = ("A".into(), Audience::Board);
    let say = Wish::Say { room, to, text: "tea at four".to_owned(), blink: true };
    host.ask(say).await.unwrap();
    let before = facts(&hub).len();

    let (_file, links) = all_links(&hub);
    let found = bench(&[&links, "--seconds", "1", "--boards", "20"]).await;
    assert_eq!((found.code, &found.page["errand"]), (Some(0), &"join".into()), "{}", found.page);
    for (path, figure) in [
        ("/joined", 20),
        ("/there", 20),
        ("/losses", 0),
        ("/changes/asked", 1),
        ("/changes/refused", 0),
        ("/changes/stored/count", 1),
        ("/changes/shown/count", 1),
        ("/changes/unshown", 0),
    ] {
        assert_eq!(found.figure(path), figure, "{path}");
    }
    for path in ["/changes/stored/median_us", "/changes/shown/worst_us"] {
        assert!(0 < found.figure(path), "{path}");
    }
    assert_eq!(found.page["figures"]["changes"]["undone"], true);
    assert_eq!(found.light("last-screen"), Some("green"));

    let after: HostView = host
        .picture(|view: &HostView| {
            view.boards.screens == 0 && message_to_hall(view) == Some("tea at four")
        })
        .await;
    let message = &after.hall.messages[&Audience::Board];
    assert_eq!((message.text.as_str(), message.blink, host.lost), ("tea at four", true, 0));
    let facts = facts(&hub);
    let asked = &facts[before..];
    assert_eq!(asked.len(), 2, "{asked:?}");
    assert!(asked.iter().all(|it| matches!(it, Fact::MessageShown { to: Audience::Board, .. })));
}

#[tokio::test]
async fn without_the_console_screens_come_and_nothing_is_asked() {
    let hub = HubProcess::rehearse("tryout.toml");
    let mut host = hub.join("A/host");
    until_boards_are(&mut host, 0).await;
    let [board, console] = ["A/board", "A/host"].map(|seat| hub.link(seat).to_string());
    let found = bench(&[&board, "--seconds", "1", "--boards", "2"]).await;
    assert_eq!((found.light("no-console"), found.figure("/joined")), (Some("amber"), 2));
    let found = bench(&[&board, &console, "--seconds", "1", "--boards", "2"]).await;
    assert_eq!((found.light("console-away"), found.code), (Some("amber"), Some(0)));
    assert_eq!(facts(&hub).len(), 1, "whoever has the host's seat keeps it");
    assert_eq!(host.lost, 0);
}

#[tokio::test]
async fn a_link_that_leads_nowhere_is_said() {
    let hub = HubProcess::start_at("127.0.0.1:0", &["--tls"], "tryout.toml");
    let other = HubProcess::start("tryout.toml");
    let [link, others] = [&hub, &other].map(|it| it.link("A/board").to_string());
    let wrong = format!("{}x", &link[..link.len() - 1]);
    let clear = link.replace(&format!("{}@", hub.link("A/board").at.fingerprint.unwrap()), "");
    for (links, said) in [
        (vec![wrong.as_str()], "pass"),
        (vec![clear.as_str()], "encrypt"),
        (vec![link.as_str(), others.as_str()], "one hub"),
    ] {
        let output = command(&links).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{told}");
        assert!(told.contains(said), "{told}");
    }
    let found = bench(&[&link, "--seconds", "1", "--boards", "1"]).await;
    assert_eq!((found.code, found.light("round-trip")), (Some(0), Some("green")), "through TLS");
}

#[tokio::test]
async fn a_hub_that_goes_away_is_red() {
    let mut hub = HubProcess::rehearse("tryout.toml");
    let mut host = hub.join("A/host");
    let (_file, links) = all_links(&hub);
    let child = command(&[&links, "--seconds", "2", "--boards", "5"]).spawn().unwrap();
    until_boards_are(&mut host, 5).await;
    host.picture(|view: &HostView| message_to_hall(view).is_some()).await;
    hub.kill();
    let output = spawn_blocking(move || child.wait_with_output().unwrap()).await.unwrap();
    let found = Benched::of(&output);
    assert_eq!((found.code, &found.page["light"]), (Some(1), &"red".into()), "{}", found.page);
    assert_eq!((found.light("hub-gone"), found.light("not-undone")), (Some("red"), Some("amber")));
    assert_eq!((found.figure("/there"), found.figure("/losses")), (0, 5));
    assert!(0 <= found.figure("/gone_us"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("do not open the doors"), "{said}");
}

#[cfg(unix)]
#[tokio::test]
async fn ctrl_c_ends_it_in_order_with_what_was_measured() {
    let hub = HubProcess::rehearse("tryout.toml");
    let mut host = hub.join("A/host");
    let (_file, links) = all_links(&hub);
    let child = command(&[&links, "--boards", "5"]).spawn().unwrap();
    // The second wish goes out when a second has been measured.
    let second = |view: &HostView| message_to_hall(view).is_some_and(|it| it.ends_with(" 1"));
    host.picture(second).await;
    assert!(crate::support::signal("INT", child.id()));
    let output = spawn_blocking(move || child.wait_with_output().unwrap()).await.unwrap();
    let found = Benched::of(&output);
    assert_eq!((found.code, &found.page["interrupted"]), (Some(130), &true.into()));
    assert_eq!(
        (found.light("cut-short"), found.light("links-kept")),
        (Some("amber"), Some("green"))
    );
    assert!(0 < found.figure("/round_trip/count"));
    assert_eq!((found.light("not-stored"), found.light("not-shown")), (None, None));
    let left = |view: &HostView| view.boards.screens == 0 && message_to_hall(view).is_none();
    host.picture(left).await;
}
