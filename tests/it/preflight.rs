//! What a preflight says before the doors open, with real hubs, real folders and real terminals; and that
//! nothing changes by it.

use std::{
    fs,
    io::{Read, Write},
    net::TcpListener,
    path::Path,
    process::{Command, Output},
    thread,
};

use futures_util::{SinkExt, StreamExt};
use roadshow::{
    client::{LinkState, News, look},
    clock::Clock,
    contest::{Refusal, Wish},
    journal,
    protocol::{Ask, Say, views::HostView},
};
use serde_json::Value;
use tempfile::TempDir;
use tokio::{net::TcpStream, time::timeout};
use tokio_tungstenite::{
    client_async,
    tungstenite::{Message, client::IntoClientRequest},
};
use uuid::Uuid;

use crate::{
    pty::Screen,
    support::{HubProcess, LIMIT, Terminal, roadshow, session},
};

/// What was found, as JSON, and whether the command failed.
struct Found {
    page: Value,
    failed: bool,
}

impl Found {
    fn of(output: &Output) -> Self {
        let page = serde_json::from_slice(&output.stdout);
        let said = String::from_utf8_lossy(&output.stderr);
        Self { page: page.unwrap_or_else(|_| panic!("{said}")), failed: !output.status.success() }
    }

    /// Every line of the page.
    fn lines(&self) -> impl Iterator<Item = &Value> {
        let parts = self.page["parts"].as_array().unwrap().iter();
        parts.flat_map(|part| part["findings"].as_array().unwrap())
    }

    /// The light of a finding; `None` where there is none of this code.
    fn light(&self, code: &str) -> Option<&str> {
        self.lines().find(|line| line["code"] == code).map(|line| line["light"].as_str().unwrap())
    }

    fn of_code(&self, code: &str) -> &Value {
        let line = self.lines().find(|line| line["code"] == code);
        line.unwrap_or_else(|| panic!("{code} in {}", self.page))
    }
}

fn preflight(arguments: &[&str]) -> Found {
    let arguments = [&["preflight", "--lang", "en", "--format", "json"], arguments].concat();
    Found::of(&roadshow().args(arguments).output().unwrap())
}

/// On the hub's laptop, for the tryout on a journal in a folder.
fn of_tryout(folder: &TempDir, more: &[&str]) -> Found {
    let (session, journal) = (session("tryout.toml"), folder.path().join("test.journal"));
    let paths = [&session, &journal].map(|it| it.to_str().unwrap());
    let usual = ["--listen", "127.0.0.1:0", "--data", paths[1]];
    let usual = if more.contains(&"--listen") { &usual[2..] } else { &usual[..] };
    preflight(&[&[paths[0]], usual, more].concat())
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Every file below a folder with what is in it.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for item in fs::read_dir(folder).unwrap() {
        let path = item.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push((path.display().to_string(), fs::read(&path).unwrap()));
        }
    }
    found.sort();
    found
}

async fn is_up(terminal: &mut Terminal) {
    let up = |news: &News| matches!(news, News::Link(LinkState::Up { .. })).then_some(());
    terminal.until(up).await;
}

#[tokio::test]
async fn a_preflight_changes_nothing() {
    let (hub, home) = (HubProcess::start("tryout.toml"), folder());
    let (mut host, mut judge) = (hub.join("A/host"), hub.join("A/judge/A1"));
    is_up(&mut host).await;
    is_up(&mut judge).await;
    let at_the_start: HostView =
        host.picture(|view: &HostView| view.panel.iter().any(|line| line.link.screens == 1)).await;
    let before = journal::read(&hub.journal(), drop).unwrap();

    let links = ["A/host", "A/judge/A1", "A/judge/A2", "A/control", "A/board", "supervisor"]
        .map(|seat| hub.link(seat).to_string());
    let output = roadshow()
        .args(["preflight", "--lang", "en", "--format", "json"])
        .args(&links)
        .envs(["HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"].map(|name| (name, home.path())))
        .output()
        .unwrap();
    let found = Found::of(&output);
    assert!(!found.failed, "{}", found.page);
    for light in [found.light("seat-ours"), found.light("seat-free"), found.light("storage-good")] {
        assert_eq!(light, Some("green"));
    }
    assert_eq!(found.light("seat-empty"), Some("amber"));

    // Nobody had to wait or to leave, nobody is counted, and nothing is written anywhere.
    host.step().await;
    let view: HostView = host.picture(|view: &HostView| view.stage.is_some()).await;
    assert_eq!((host.lost, judge.lost), (0, 0));
    let links = |view: &HostView| view.panel.iter().map(|line| line.link).collect::<Vec<_>>();
    assert_eq!((links(&view), view.boards), (links(&at_the_start), at_the_start.boards));
    assert_eq!(journal::read(&hub.journal(), drop).unwrap().seq, before.seq + 1);
    assert_eq!(files(home.path()), []);

    // Nor by looking at the laptop that a hub is to be opened on.
    let empty = folder();
    assert_eq!(of_tryout(&empty, &[]).light("journal-new"), Some("green"));
    assert_eq!(files(empty.path()), []);
    let kept = folder();
    closed_journal(&kept, "hub", "tryout.toml");
    let before = files(kept.path());
    let usb = folder();
    of_tryout(&kept, &["--copies", path(usb.path())]);
    assert_eq!((files(kept.path()), files(usb.path())), (before, Vec::new()));
}

#[tokio::test]
async fn who_only_looks_changes_nothing() {
    let hub = HubProcess::start("tryout.toml");
    let mut host = hub.join("A/host");
    is_up(&mut host).await;
    let link = hub.link("A/host");
    let url = format!("ws://{}/look/{}", link.at.hub, link.seat);
    let mut request = url.into_client_request().unwrap();
    let headers = request.headers_mut();
    headers.insert("Authorization", format!("Bearer {}", link.pass).parse().unwrap());
    headers.insert("Sec-WebSocket-Protocol", "roadshow.1".parse().unwrap());
    let stream = TcpStream::connect(hub.address()).await.unwrap();
    let (mut socket, _) = client_async(request, stream).await.unwrap();
    let id = Uuid::new_v4();
    let wish = Ask::Wish { id, wish: Wish::CallUp { project: "E01".into() } };
    for ask in [Ask::Ping { sent: 7 }.encode(), wish.encode(), "{".to_owned()] {
        socket.send(Message::text(ask)).await.unwrap();
    }
    let mut said = Vec::new();
    while said.len() < 5 {
        let message = timeout(LIMIT, socket.next()).await.unwrap().unwrap().unwrap();
        said.push(serde_json::from_str::<Say>(message.to_text().unwrap()).unwrap());
    }
    assert!(matches!(said[0], Say::Hello { .. }) && matches!(said[1], Say::Seats { .. }));
    assert!(matches!(said[2], Say::Pong { sent: 7, .. }), "{said:?}");
    assert_eq!(said[3], Say::Refused { id: Some(id), refusal: Refusal::NotSeated });
    assert!(matches!(said[4], Say::Refused { id: None, .. }));

    let view: HostView = host.picture(|_| true).await;
    assert!(view.stage.is_none() && view.waiting.is_empty());
    assert_eq!(journal::read(&hub.journal(), drop).unwrap().seq, 1);
}

#[tokio::test]
async fn a_look_tells_no_more_than_the_seat_may_know() {
    let hub = HubProcess::start("additive-2026.toml");
    let seats = async |seat: &str| {
        let link = hub.link(seat);
        let sight = look(&link, &link.at.hub, &Clock::system()).await.unwrap();
        let seats: Vec<String> = sight.seats.iter().map(|it| it.seat.to_string()).collect();
        (seats, sight.storage.is_some())
    };
    for own in ["A/judge/A1", "B/board", "A/timer", "B/clerk"] {
        assert_eq!(seats(own).await, (vec![own.to_owned()], false));
    }
    let (of_host, told) = seats("A/host").await;
    assert!(told && of_host.iter().all(|it| !it.starts_with("B/")), "{of_host:?}");
    assert!(of_host.contains(&"supervisor".to_owned()));
    for over_all in ["A/control", "supervisor"] {
        let (all, told) = seats(over_all).await;
        assert!(
            told && all.contains(&"A/judge/A1".to_owned()) && all.contains(&"B/board".to_owned())
        );
    }
}

#[test]
fn only_red_fails() {
    let folder = folder();
    let amber = of_tryout(&folder, &[]);
    assert_eq!((amber.page["light"].as_str(), amber.failed), (Some("amber"), false));
    fs::write(folder.path().join("test.journal"), "no journal").unwrap();
    let red = of_tryout(&folder, &[]);
    assert_eq!((red.page["light"].as_str(), red.failed), (Some("red"), true));
    assert_eq!(red.light("journal-refused"), Some("red"));
    for mixed in [["sessions/tryout.toml", "roadshow://a:1/A/host/p"], ["a.toml", "b.toml"]] {
        let output = roadshow().arg("preflight").args(mixed).output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&output.stderr).contains("Give either join links"));
    }
}

/// The journal of a hub that was opened once, by this command.
fn closed_journal(folder: &TempDir, command: &'static str, name: &str) {
    let mut hub = HubProcess::of(command, name);
    assert!(hub.terminate());
    for suffix in ["", ".key", ".address"] {
        let mut from = hub.journal().into_os_string();
        from.push(suffix);
        fs::copy(from, folder.path().join(format!("test.journal{suffix}"))).unwrap();
    }
}

#[test]
fn the_definition_and_the_journal_are_looked_at() {
    let of = |command, name| {
        let folder = folder();
        closed_journal(&folder, command, name);
        folder
    };
    let same = of("hub", "tryout.toml");
    let found = of_tryout(&same, &[]);
    assert!(found.of_code("journal-goes-on")["records"].as_u64() >= Some(1));
    assert_eq!(found.light("key-kept"), Some("green"));
    assert_eq!(of_tryout(&same, &["--rehearsal"]).light("journal-refused"), Some("red"));
    fs::write(same.path().join("test.journal.key"), "no key").unwrap();
    assert_eq!(of_tryout(&same, &[]).light("key-refused"), Some("red"));
    fs::remove_file(same.path().join("test.journal.key")).unwrap();
    assert_eq!(of_tryout(&same, &[]).light("key-lost"), Some("amber"));

    let why = |found: &Found| found.of_code("journal-refused")["why"].as_str().unwrap().to_owned();
    let rehearsed = of_tryout(&of("rehearse", "tryout.toml"), &[]);
    assert!(why(&rehearsed).contains("rehearsal"), "{}", why(&rehearsed));
    let other = of_tryout(&of("hub", "additive-2026.toml"), &[]);
    assert!(why(&other).contains("is the journal of the session"), "{}", why(&other));

    let bad = folder();
    let file = bad.path().join("bad.toml");
    fs::write(&file, "id = 7\n").unwrap();
    let found = preflight(&[path(&file), "--listen", "127.0.0.1:0"]);
    assert_eq!(found.light("session-bad"), Some("red"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_takes_nothing_is_red() {
    let found = of_tryout(&folder(), &["--copies", "/proc"]);
    assert_eq!(found.light("not-writable"), Some("red"));
    let session = session("tryout.toml");
    let found = preflight(&[path(&session), "--listen", "127.0.0.1:0", "--data", "/proc/x"]);
    assert_eq!(found.light("not-writable"), Some("red"));
}

#[test]
fn copies_are_looked_at() {
    let (kept, usb) = (folder(), folder());
    assert_eq!(of_tryout(&kept, &[]).light("copies-none"), Some("amber"));
    let to_usb = ["--copies", path(usb.path())];
    let found = of_tryout(&kept, &to_usb);
    assert_eq!(found.light("copy-first"), Some("green"));
    assert_eq!(found.light("room").is_some(), cfg!(unix));
    assert_eq!(found.light("copy-same-disk"), cfg!(unix).then_some("amber"));
    let missing = usb.path().join("not/there");
    let found = of_tryout(&kept, &["--copies", path(&missing)]);
    assert_eq!((found.light("copy-folder-new"), missing.exists()), (Some("amber"), false));

    closed_journal(&kept, "hub", "tryout.toml");
    let [own, theirs] = [&kept, &usb].map(|it| it.path().join("test.journal"));
    journal::copy(&own, &theirs).unwrap();
    assert_eq!(of_tryout(&kept, &to_usb).light("copy-older"), Some("green"));
    fs::write(&theirs, "somebody's letter").unwrap();
    assert_eq!(of_tryout(&kept, &to_usb).light("copy-refused"), Some("red"));

    // Encrypted: an older one opens with the passphrase and has the same key.
    let words = kept.path().join("words");
    let encrypting = [&to_usb[..], &["--copies-passphrase-file", path(&words)]].concat();
    assert_eq!(of_tryout(&kept, &encrypting).light("copy-refused"), Some("red"));
    fs::write(&words, "four words of one's own").unwrap();
    assert_eq!(of_tryout(&kept, &encrypting).light("copy-first"), Some("green"));
    fs::write(usb.path().join("test.journal.encrypted"), "noise").unwrap();
    assert_eq!(of_tryout(&kept, &encrypting).light("copy-refused"), Some("red"));
}

#[test]
fn the_port_and_the_addresses_are_looked_at() {
    let empty = folder();
    let found = of_tryout(&empty, &[]);
    assert_eq!(found.light("port-free"), Some("green"));
    assert_eq!(found.light("addresses-only-here"), Some("amber"));
    let everywhere = ["--listen", "0.0.0.0:0"];
    let found = of_tryout(&empty, &everywhere);
    assert_eq!((found.light("addresses"), found.light("in-the-clear")), (Some("green"), None));
    let found = of_tryout(&empty, &[&everywhere[..], &["--plain"]].concat());
    assert_eq!(found.light("in-the-clear"), Some("amber"));
    let found = of_tryout(&empty, &[&everywhere[..], &["--address", "a b"]].concat());
    assert_eq!(found.light("addresses-unknown"), Some("red"));
    assert_eq!(of_tryout(&empty, &["--listen", "192.0.2.77:1"]).light("port-refused"), Some("red"));

    // Somebody else's, another hub's, and the hub's of this very journal.
    let stranger = TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = stranger.local_addr().unwrap().to_string();
    thread::spawn(move || {
        while let Ok((mut stream, _)) = stranger.accept() {
            let _ = stream.read(&mut [0; 512]);
            let _ = stream.write_all(b"SSH-2.0\r\n");
        }
    });
    assert_eq!(of_tryout(&empty, &["--listen", &taken]).light("port-refused"), Some("red"));
    for more in [&[][..], &["--tls"]] {
        let hub = HubProcess::start_at("127.0.0.1:0", more, "tryout.toml");
        let at = [&["--listen", hub.address()], more].concat();
        assert_eq!(of_tryout(&empty, &at).light("port-other-hub"), Some("red"), "{more:?}");
        let (file, journal) = (session("tryout.toml"), hub.journal());
        let own = preflight(&[&[path(&file), "--data", path(&journal)], &at[..]].concat());
        assert_eq!((own.light("port-ours"), own.failed), (Some("green"), false), "{}", own.page);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn the_machine_is_looked_at() {
    use std::os::unix::fs::PermissionsExt;

    let folder = folder();
    let limited = |limit: u32, bin: &Path| {
        let found = Command::new("/bin/sh")
            .args(["-c", &format!("ulimit -n {limit}; exec \"$0\" \"$@\"")])
            .args([env!("CARGO_BIN_EXE_roadshow"), "preflight", "--format", "json"])
            .args([path(&session("tryout.toml")), "--listen", "127.0.0.1:0", "--data"])
            .arg(folder.path().join("test.journal"))
            .env("PATH", format!("{}:/bin:/usr/bin", bin.display()))
            .env("LC_ALL", "C.UTF-8")
            .output();
        Found::of(&found.unwrap())
    };
    // In the place of the system's own.
    let inhibit = folder.path().join("systemd-inhibit");
    let program = |text: &str| {
        fs::write(&inhibit, text).unwrap();
        fs::set_permissions(&inhibit, fs::Permissions::from_mode(0o700)).unwrap();
    };
    program("#!/bin/sh\nfor word; do case $word in --*) shift ;; *) break ;; esac; done\n\"$@\"\n");
    let found = limited(1024, folder.path());
    assert_eq!((found.light("connections"), found.light("awake")), (Some("green"), Some("green")));
    program("#!/bin/sh\nexit 1\n");
    let found = limited(300, folder.path());
    assert_eq!(
        (found.light("connections"), found.light("may-sleep")),
        (Some("amber"), Some("amber"))
    );
    let found = limited(100, folder.path());
    assert_eq!((found.light("connections"), found.failed), (Some("red"), true));
    assert_eq!(found.light("wall-clock"), Some("green"));
    assert!(found.of_code("sync")["times"].as_u64() >= Some(30));
}

#[test]
fn every_address_of_a_link_is_tried_by_itself() {
    let (hub, other) = (
        HubProcess::start_at("127.0.0.1:0", &["--tls"], "tryout.toml"),
        HubProcess::start_at("127.0.0.1:0", &["--tls"], "tryout.toml"),
    );
    let link = hub.link("A/judge/A1").to_string();
    let [own, theirs] = [&hub, &other].map(|it| it.address().to_owned());
    let found = preflight(&[&link]);
    let codes = ["reached", "versions", "round-trip", "apart", "seat-free"];
    assert!(codes.iter().all(|code| found.light(code) == Some("green")), "{}", found.page);

    let leading_to = |addresses: &str| preflight(&[&link.replace(&own, addresses)]);
    let found = leading_to(&format!("nowhere.invalid:1,{own},127.0.0.1:1"));
    assert_eq!(found.light("reached"), Some("green"));
    assert_eq!(found.light("address-dead"), Some("amber"));
    assert_eq!(found.light("address-of-hub"), Some("green"));
    assert!(!found.failed);
    let found = leading_to(&theirs);
    let why = found.of_code("unreached")["why"].as_str().unwrap();
    assert!(why.contains("another machine answers") || why.contains("Another machine"), "{why}");
    assert!(found.failed);
    let found = leading_to("127.0.0.1:1");
    assert_eq!((found.light("unreached"), found.failed), (Some("red"), true));
    let mut wrong = link.clone();
    let last = wrong.pop().unwrap();
    wrong.push(if last == '0' { '1' } else { '0' });
    assert_eq!(preflight(&[&wrong]).light("unreached"), Some("red"));

    // All the links of a file.
    let folder = folder();
    let file = folder.path().join("links.json");
    fs::write(&file, hub.links_file()).unwrap();
    let found = preflight(&[&format!("@{}", path(&file))]);
    let parts = found.page["parts"].as_array().unwrap().len();
    assert_eq!(parts, hub.links_file().matches("roadshow://").count() + 1); // And this terminal.
}

#[test]
fn a_link_in_the_clear_is_amber_beyond_this_machine() {
    let hub = HubProcess::start("tryout.toml");
    let link = hub.link("A/board").to_string();
    assert_eq!(preflight(&[&link]).light("reached"), Some("green"));
    // A name by which this machine reaches itself, and which might be another's.
    let port = hub.address().rsplit_once(':').unwrap().1;
    let elsewhere = link.replace(hub.address(), &format!("LOCALHOST:{port}"));
    let found = preflight(&[&elsewhere]);
    assert_eq!(found.light("reached-in-the-clear"), Some("amber"), "{}", found.page);
}

/// A preflight in a terminal that shows signs in so many columns, or does not say.
fn in_terminal(size: (u16, u16), columns: impl Fn(&str) -> Option<usize>) -> (String, u32) {
    let hub = HubProcess::start("tryout.toml");
    let link = hub.link("A/board").to_string();
    let mut screen = Screen::open(&["preflight", &link, "--lang", "en"], size.0, size.1);
    while let Some(columns) = screen.asks_for_its_cursor().and_then(|sign| columns(&sign)) {
        screen.press(&format!("\x1b[1;{}R", columns + 1));
    }
    screen.shows(" red.");
    (screen.everything(), screen.exited())
}

/// As terminals that are set up for English show them.
fn usual(sign: &str) -> usize {
    if sign.is_ascii() || "…─●█".contains(sign) { 1 } else { 2 }
}

#[test]
fn the_terminal_is_measured_and_rings_once() {
    let (said, code) = in_terminal((100, 40), |sign| Some(usual(sign)));
    assert!(said.contains("✓ green  100 columns and 40 rows"), "{said}");
    assert!(said.contains("✓ green  Chinese takes two columns"), "{said}");
    assert!(said.contains("✓ green  256 colours") && said.contains("rung once"), "{said}");
    assert_eq!((said.matches('\x07').count(), code), (1, 0));
}

#[test]
fn a_terminal_that_shows_signs_otherwise_is_told_of() {
    let (said, code) = in_terminal((90, 40), |_| Some(2));
    assert!(said.contains("! amber  …, ─, ●, █ take two columns"), "{said}");
    assert!(said.contains("! amber  90 columns"), "{said}");
    assert_eq!(code, 0);
    let (said, code) = in_terminal((79, 40), |_| Some(1));
    assert!(said.contains("✗ red    评, ， do not take two columns"), "{said}");
    assert!(said.contains("✗ red    79 columns"), "{said}");
    assert_eq!(code, 1);
    let (said, _) = in_terminal((100, 40), |_| None);
    assert!(said.contains("does not say where its cursor stands"), "{said}");
}

#[test]
fn in_a_pipe_the_terminal_cannot_be_measured() {
    let found = of_tryout(&folder(), &[]);
    assert_eq!((found.light("no-terminal"), found.light("bell")), (Some("amber"), None));
}
