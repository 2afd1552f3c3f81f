//! What proves an evening from outside: heads that terminals keep, the seal of an orderly close, and
//! rehearsals that never pass for a final.

use std::{
    io::{Read, Write},
    net::TcpStream,
    process::Stdio,
};

use roadshow::{contest::Fact, journal};
use serde_json::Value;

use crate::{
    pty::Screen,
    support::{HubProcess, roadshow, session},
};

const SEATS: [&str; 5] = ["A/host", "A/judge/A1", "A/board", "A/timer", "supervisor"];

fn open(hub: &HubProcess, seat: &str, more: &[&str]) -> Screen {
    let link = hub.link(seat).to_string();
    Screen::open(&[&["join", &link, "--lang", "en"], more].concat(), 80, 24)
}

fn results(hub: &HubProcess, more: &[&str]) -> String {
    let told = roadshow().args(["--lang", "en", "results"]).arg(hub.journal()).args(more).output();
    let told = told.unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    String::from_utf8(told.stdout).unwrap()
}

fn now_page(hub: &HubProcess) -> String {
    let mut stream = TcpStream::connect(hub.address()).unwrap();
    stream.write_all(b"GET /now?lang=en HTTP/1.1\r\nHost: hub\r\n\r\n").unwrap();
    let mut page = String::new();
    stream.read_to_string(&mut page).unwrap();
    page
}

#[test]
fn a_rehearsal_says_so_on_every_screen_and_paper() {
    let hub = HubProcess::rehearse("tryout.toml");
    for seat in SEATS {
        open(&hub, seat, &[]).shows("▲ REHEARSAL ▲");
        open(&hub, seat, &["--ascii"]).shows("! REHEARSAL !");
    }
    assert!(now_page(&hub).contains("REHEARSAL"));
    let robustness = ["--robustness"].as_slice();
    for more in [&[], robustness] {
        assert!(results(&hub, more).starts_with("REHEARSAL"));
        let json: Value =
            serde_json::from_str(&results(&hub, &[more, &["--format", "json"]].concat())).unwrap();
        assert_eq!(json["rehearsal"], true);
        let csv = results(&hub, &[more, &["--format", "csv"]].concat());
        assert!(csv.lines().all(|line| line.ends_with(",rehearsal")), "{csv}");
    }
}

#[test]
fn a_live_evening_has_no_such_band() {
    let hub = HubProcess::start("tryout.toml");
    let board = open(&hub, "A/board", &[]);
    board.shows("online");
    board.never_showed("REHEARSAL");
    assert!(!results(&hub, &["--format", "json"]).contains("rehearsal"));
}

#[cfg(unix)]
#[test]
fn neither_goes_on_with_the_journal_of_the_other() {
    for (command, other) in [("hub", "rehearse"), ("rehearse", "hub")] {
        let mut hub = HubProcess::of(command, "tryout.toml");
        assert!(hub.terminate());
        let before = journal::read(&hub.journal(), drop).unwrap();
        let refused = roadshow()
            .args([other])
            .arg(session("tryout.toml"))
            .args(["--lang", "en", "--listen", "127.0.0.1:0", "--data"])
            .arg(hub.journal())
            .stdout(Stdio::null())
            .output()
            .unwrap();
        assert_eq!(refused.status.code(), Some(1));
        let told = String::from_utf8(refused.stderr).unwrap();
        assert!(told.contains("rehears") && told.contains("--data"), "{told}");
        assert_eq!(journal::read(&hub.journal(), drop).unwrap(), before);
    }
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn terminals_keep_the_heads_that_they_are_shown() {
    use roadshow::protocol::views::JudgeView;

    use crate::support::sheet;

    let hub = HubProcess::start("tryout.toml");
    let mut host = hub.join("A/host");
    for _ in 0..5 {
        host.step().await;
    }
    for seat in ["A/judge/A1", "A/judge/A2", "A/judge/A3"] {
        let mut judge = hub.join(seat);
        let view: JudgeView = judge.picture(|_| true).await;
        judge.ask(sheet(&view, "E01", 1, "8")).await.unwrap();
    }
    host.picture(|view: &roadshow::protocol::views::HostView| view.open[0].missing.is_empty())
        .await;
    let mut screen = open(&hub, "A/judge/A1", &[]);
    screen.shows("● online");
    host.step().await;
    screen.shows("locked, read only · journal ");
    host.step().await;
    let shown = screen.shows("released, read only · journal ");
    screen.press("q");
    assert_eq!(screen.ended(), 0);

    let mut records = Vec::new();
    journal::read(&hub.journal(), |record| records.push(record)).unwrap();
    let kept = screen.home().join("roadshow/heads/tryout-A-judge-A1.jsonl");
    let kept = std::fs::read_to_string(kept).unwrap();
    let lines: Vec<Value> = kept.lines().map(|it| serde_json::from_str(it).unwrap()).collect();
    let marked = records
        .iter()
        .filter(|it| matches!(it.fact, Fact::Locked { .. } | Fact::Released { .. }))
        .collect::<Vec<_>>();
    assert_eq!((lines.len(), marked.len()), (2, 2), "{kept}");
    for (line, record) in lines.iter().zip(marked) {
        assert_eq!(line["seq"], record.seq);
        assert_eq!(line["hash"], record.hash.to_string());
        assert_eq!(line["journal"], records[0].hash.to_string());
        assert_eq!(line["session"], "tryout");
        assert!(records.last() != Some(record) || shown.contains(&record.head().to_string()));
    }
    assert!(records.iter().skip(1).all(|it| it.wall.is_some()));
}

#[cfg(unix)]
#[tokio::test]
async fn a_hub_that_closes_in_order_seals_its_journal_and_goes_on_after_it() {
    let mut hub = HubProcess::start("tryout.toml");
    let mut host = hub.join("A/host");
    host.step().await;
    drop(host);
    let key = hub.said("Seal key ").unwrap();
    assert!(hub.terminate());
    let json: Value = serde_json::from_str(&results(&hub, &["--format", "json"])).unwrap();
    assert_eq!(json["journal"]["seal"]["key"], key.split(' ').next().unwrap());
    assert_eq!(
        json["journal"]["seal"]["seq"].as_u64().map(|seq| seq + 1),
        json["journal"]["seq"].as_u64()
    );
    let head = json["journal"]["head"].as_str().unwrap();
    assert!(results(&hub, &[]).ends_with(&format!("\njournal {head}\n")));

    hub.restart();
    hub.join("A/host").step().await;
    hub.kill();
    let json: Value = serde_json::from_str(&results(&hub, &["--format", "json"])).unwrap();
    assert!(json["journal"]["seal"]["seq"].as_u64() < json["journal"]["seq"].as_u64());
}
