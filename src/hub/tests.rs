//! The limits of a hub, all in one table: that of `docs/protocol.md`.

mod breakdowns;

use super::{
    answers, callers, capacity::Capacity, connection, crowd, door, holders, lobby, rate, wire,
};
use crate::{
    contest::{LONGEST_ID, MOST_KEYINGS, MOST_PROPOSALS, MOST_REVISIONS},
    protocol::{Heartbeat, LARGEST_ASK},
};

/// The value of a limit as the page has it.
fn documented(name: &str) -> String {
    let page = std::fs::read_to_string("docs/protocol.md").unwrap();
    let (_, limits) = page.split_once("\n## Limits\n").unwrap();
    let row = limits.lines().find(|line| line.starts_with(&format!("| `{name}` |")));
    let row = row.unwrap_or_else(|| panic!("{name} has no row"));
    row.split('|').nth(3).unwrap().replace(',', "")
}

#[test]
fn every_limit_stands_in_the_docs() {
    let seconds = |it: std::time::Duration| usize::try_from(it.as_secs()).unwrap();
    let capacity = Capacity::default();
    let (stale, of_spectators) = (Heartbeat::USUAL.stale(), Heartbeat::OF_SPECTATORS.stale());
    for (name, values) in [
        ("connections", vec![capacity.connections()]),
        ("unjoined", vec![capacity.unjoined()]),
        ("unjoined-per-address", vec![lobby::MOST_UNJOINED_OF_ADDRESS]),
        ("joined", vec![capacity.joined(), capacity.displays()]),
        ("joined-per-address", vec![crowd::MOST_JOINED_OF_ADDRESS]),
        ("tls-handshake", vec![seconds(door::HANDSHAKE)]),
        ("request-head", vec![16, seconds(door::HANDSHAKE)]),
        ("request", vec![seconds(door::REQUEST)]),
        (
            "screens-per-seat",
            vec![holders::MOST_DISPLAYS, holders::MOST_SHARING, holders::MOST_TERMINALS],
        ),
        ("asks-a-second", vec![rate::ASKS_PER_SECOND as usize, rate::ASKS_AT_ONCE as usize]),
        (
            "pages-a-second",
            vec![callers::PAGES_PER_SECOND as usize, callers::PAGES_AT_ONCE as usize],
        ),
        ("message", vec![LARGEST_ASK]),
        ("slow-reader", vec![seconds(wire::PATIENCE)]),
        (
            "silence",
            vec![seconds(stale), seconds(stale + connection::IDLE), seconds(of_spectators)],
        ),
        ("id-length", vec![LONGEST_ID]),
        ("revisions", vec![MOST_REVISIONS as usize]),
        ("keyings", vec![MOST_KEYINGS as usize]),
        ("proposals", vec![MOST_PROPOSALS]),
        ("answers-without-record", vec![answers::MOST_OTHERS]),
        ("answers-with-record", vec![answers::MOST_GRANTED]),
    ] {
        let text = documented(name);
        let words: Vec<&str> = text.split(|it: char| !it.is_ascii_digit()).collect();
        for value in values {
            assert!(
                words.contains(&value.to_string().as_str()),
                "{name}: {value} is not in {text:?}"
            );
        }
    }
}
