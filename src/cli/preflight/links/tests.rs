use super::*;
use crate::{
    cli::lights::Found as _,
    contest::At,
    journal::JournalError,
    protocol::{CopyMade, HeadLine},
    words::Lang,
};

fn seen(seat: &str, terminals: &[(&str, bool)]) -> SeatSeen {
    let line = |(from, silent): &(&str, bool)| TerminalSeen {
        from: (*from).to_owned(),
        since: At(3_600_000),
        silent: *silent,
    };
    SeatSeen { seat: seat.parse().unwrap(), terminals: terminals.iter().map(line).collect() }
}

/// What the hub at `10.0.0.1` shows to a laptop that it knows as `10.0.0.2`.
fn findings(link: &str, seats: Vec<SeatSeen>, storage: Option<&Storage>) -> Vec<String> {
    let sight = Sight {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        session: "tryout".to_owned(),
        rehearsal: false,
        journal: String::new(),
        seats,
        storage: storage.cloned(),
        at: At(0),
        best: Duration::from_millis(1),
        worst: Duration::from_millis(2),
        ahead: Ms(-40_000),
    };
    let found = of_sight(&link.parse().unwrap(), &sight, |from| from == "10.0.0.2");
    let words = Words::new(Lang::En);
    let stored = storage.iter().flat_map(|it| of_storage(it, &words)).collect();
    let said = |it: &Finding| format!("{:?} {}", it.light(), words.explain("preflight", it));
    [found, stored].concat().iter().map(said).collect()
}

#[test]
fn who_has_the_seat_is_said_with_where_from_and_since_when() {
    let own = |terminals| findings("A/judge/A1", vec![seen("A/judge/A1", terminals)], None).pop();
    assert_eq!(own(&[]).unwrap(), "Green A/judge/A1 is free.");
    assert_eq!(
        own(&[("10.0.0.2", false)]).unwrap(),
        "Green A/judge/A1 is held by this laptop, since 01:00:00."
    );
    assert_eq!(
        own(&[("10.0.0.9", false)]).unwrap(),
        "Amber A/judge/A1 is held by another terminal, from 10.0.0.9, since 01:00:00. Whoever comes now waits for it."
    );
}

#[test]
fn a_console_hears_of_every_seat_and_of_the_storage() {
    let seats = vec![
        seen("A/control", &[("10.0.0.2", false)]),
        seen("A/judge/A1", &[("10.0.0.9", false)]),
        seen("A/judge/A2", &[("10.0.0.8", true)]),
        seen("A/board", &[("10.0.0.7", false), ("10.0.0.6", false)]),
        seen("supervisor", &[]),
    ];
    let failed = JournalError::DiskFull { path: "x".to_owned() };
    let trouble = Some(StorageTrouble::new(At(0), &failed));
    let head = HeadLine { seq: 412, hash: "3f2a9c1b".to_owned() };
    let last = Some(CopyMade { at: At(3_600_000), head });
    let copy = |folder: &str, last, trouble| CopyLine { folder: folder.to_owned(), last, trouble };
    let copies = vec![
        copy("one", last.clone(), None),
        copy("two", last, trouble.clone()),
        copy("three", None, None),
    ];
    let cut = serde_json::to_value(&failed).ok();
    let found = findings("A/control", seats, Some(&Storage { trouble, cut, copies }));
    let full = "The disk is full";
    let said = |it: &String| it.split(full).next().unwrap_or_default().to_owned();
    let said: Vec<String> = found.iter().skip(2).map(said).collect();
    assert_eq!(
        said,
        [
            "Amber This laptop's clock is 40.0 s ahead of the hub's; countdowns do not go by it.",
            "Green A/control: connected from 10.0.0.2, since 01:00:00.",
            "Green A/judge/A1: connected from 10.0.0.9, since 01:00:00.",
            "Amber A/judge/A2: a terminal from 10.0.0.8, there since 01:00:00, has fallen silent.",
            "Green A/board: 2 screens from 10.0.0.7, since 01:00:00.",
            "Amber supervisor: nobody is there yet.",
            "Red Nothing can be stored: ",
            "Amber ",
            "Green The copy in one is of 01:00:00, 412 3f2a 9c1b.",
            "Red No new copy in two: ",
            "Amber The first copy in three is being made.",
        ]
    );
}
