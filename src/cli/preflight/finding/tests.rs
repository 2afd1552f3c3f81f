use super::*;
use crate::words::{Lang, Words};

fn ms(ms: u64) -> Length {
    Length(Duration::from_millis(ms))
}

/// What is weighed: the last that is still green, and what is amber and red beside it.
#[test]
fn every_limit_has_its_two_sides() {
    use Light::{Amber, Green, Red};
    let room = |mib| Finding::Room { folder: String::new(), mib };
    let connections = |connections| Finding::Connections { connections };
    let sync = |median, worst| Finding::Sync { times: 1, median: ms(median), worst: ms(worst) };
    let trip = |best, worst| Finding::RoundTrip { best: ms(best), worst: ms(worst) };
    let apart = |ms| {
        let apart = Seconds(Duration::from_millis(ms));
        Finding::Apart { apart, direction: Direction::Behind }
    };
    let size = |columns, rows| Finding::Size { columns, rows };
    let colours = |count| Finding::Colours { count };
    let versions = |hub: &str| Finding::Versions { hub: hub.to_owned(), own: "1".to_owned() };
    for (found, light) in [
        (room(1024), Green),
        (room(1023), Amber),
        (room(64), Amber),
        (room(63), Red),
        (connections(512), Green),
        (connections(511), Amber),
        (connections(127), Red),
        (sync(50, 50), Green),
        (sync(1, 51), Amber),
        (sync(500, 600), Amber),
        (sync(501, 600), Red),
        (trip(1, 100), Green),
        (trip(1, 101), Amber),
        (trip(1001, 1001), Red),
        (apart(30_000), Green),
        (apart(30_001), Amber),
        (size(100, 24), Green),
        (size(99, 24), Amber),
        (size(79, 24), Red),
        (size(100, 23), Red),
        (colours(256), Green),
        (colours(16), Amber),
        (versions("1"), Green),
        (versions("2"), Amber),
    ] {
        assert_eq!(found.light(), light, "{found:?}");
    }
}

#[test]
fn every_finding_has_its_text_with_nothing_left_open() {
    for lang in [Lang::Zh, Lang::En] {
        let words = Words::new(lang);
        for finding in all() {
            let text = words.explain("preflight", &finding);
            assert!(!text.starts_with("preflight") && !text.contains('{'), "{finding:?}: {text}");
        }
    }
}

/// Every finding once.
#[expect(clippy::too_many_lines, reason = "a list")]
fn all() -> Vec<Finding> {
    let text = || "x".to_owned();
    let [folder, path, seat, from, since, address, why] = std::array::from_fn(|_| text());
    let seated = || (seat.clone(), from.clone(), since.clone());
    let (times, median, worst) = (40, ms(1), ms(2));
    let signs = || vec![text(), text()];
    let mut all = vec![
        Finding::SessionGood { session: text(), rooms: 1, projects: 6 },
        Finding::SessionBad { count: 2, why: text() },
        Finding::JournalNew { path: path.clone() },
        Finding::JournalGoesOn { path: path.clone(), records: 2 },
        Finding::JournalRefused { why: text() },
        Finding::KeyNew,
        Finding::KeyKept { key: text() },
        Finding::KeyLost { path },
        Finding::KeyRefused { why: text() },
        Finding::Room { folder: text(), mib: 9 },
        Finding::RoomUnknown { folder: text() },
        Finding::Sync { times, median, worst },
        Finding::NotWritable { folder: text(), detail: text() },
        Finding::CopiesNone,
        Finding::CopyFirst { folder: text() },
        Finding::CopyOlder { folder: text() },
        Finding::CopyFolderNew { folder: text() },
        Finding::CopySameDisk { folder: text() },
        Finding::CopyRefused { why: text() },
        Finding::CopyMade { folder: text(), time: text(), head: text() },
        Finding::CopyWaits { folder: text() },
        Finding::CopyFails { folder, why: text() },
        Finding::StorageGood,
        Finding::StorageCut { why: text() },
        Finding::StorageFails { why },
        Finding::PortFree { address: text() },
        Finding::PortOurs { address: text() },
        Finding::PortOtherHub { address: text() },
        Finding::PortRefused { why: text() },
        Finding::Addresses { addresses: signs() },
        Finding::AddressesOnlyHere { addresses: signs() },
        Finding::AddressesUnknown { why: text() },
        Finding::InTheClear,
        Finding::Connections { connections: 960 },
        Finding::WallClock { time: text(), zone: text() },
        Finding::WallClockBehind { time: text(), zone: text(), last: text() },
        Finding::Awake,
        Finding::MaySleep,
        Finding::Reached { address: text(), protocol: text() },
        Finding::ReachedInTheClear { address: text(), protocol: text() },
        Finding::AddressOfHub { address },
        Finding::AddressDead { why: text() },
        Finding::Unreached { why: text() },
        Finding::Versions { hub: text(), own: text() },
        Finding::RoundTrip { best: ms(1), worst },
        Finding::SeatFree { seat: text() },
        Finding::SeatEmpty { seat: text() },
        Finding::Size { columns: 80, rows: 24 },
        Finding::NoTerminal,
        Finding::Widths { signs: signs() },
        Finding::WidthsUnknown,
        Finding::ChineseNarrow { signs: signs() },
        Finding::SignsWide { signs: signs() },
        Finding::Colours { count: 256 },
        Finding::Bell,
    ];
    let apart = |direction| Finding::Apart { apart: Seconds(Duration::ZERO), direction };
    all.extend([Direction::Ahead, Direction::Behind].map(apart));
    let of_seat = [
        |(seat, from, since)| Finding::SeatOurs { seat, from, since },
        |(seat, from, since)| Finding::SeatHeld { seat, from, since },
        |(seat, from, since)| Finding::SeatConnected { seat, count: 2, from, since },
        |(seat, from, since)| Finding::SeatSilent { seat, from, since },
    ];
    all.extend(of_seat.map(|it: fn((String, String, String)) -> Finding| it(seated())));
    all
}
