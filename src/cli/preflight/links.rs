//! Links: each address of each by itself, how far away the hub is, and who is at the seats.

use std::{net::IpAddr, time::Duration};

use crate::{
    cli::{
        lights::{Direction, Length, Seconds},
        listen,
    },
    client::{self, Sight},
    clock::Clock,
    contest::{Ms, Seat},
    papers::when,
    protocol::{
        Address, CopyLine, JoinLink, SUBPROTOCOL, SeatSeen, Storage, StorageTrouble, TerminalSeen,
    },
    tui::door,
    words::Words,
};

use super::{Finding, Part};

/// What each link is like from here.
pub(super) async fn parts(links: &[JoinLink], words: &Words) -> Vec<Part> {
    let here = listen::own();
    let mut parts = Vec::new();
    for link in links {
        let found = of_link(link, &here, words).await;
        parts.push(Part::new("preflight-part-link", link.seat.to_string(), found));
    }
    parts
}

async fn of_link(link: &JoinLink, here: &[IpAddr], words: &Words) -> Vec<Finding> {
    let clock = Clock::system();
    let mut looks = Vec::new();
    for address in link.at.addresses() {
        looks.push((address, client::look(link, address, &clock).await));
    }
    let is_reached = looks.iter().any(|(_, look)| look.is_ok());
    let mut found: Vec<Finding> = Vec::new();
    let mut sight = None;
    for (address, look) in looks {
        match look {
            Ok(seen) => {
                found.push(reached(link, address));
                sight.get_or_insert((seen, address));
            }
            Err(trouble) => {
                let why = door::trouble_told(&trouble, words);
                found.push(match (is_reached, is_here(address)) {
                    (true, true) => Finding::AddressOfHub { address: address.to_string() },
                    (true, false) => Finding::AddressDead { why },
                    (false, _) => Finding::Unreached { why },
                });
            }
        }
    }
    if let Some((sight, address)) = sight {
        // Who comes to the hub by loopback is on the hub's machine, which is this one only if it does so too.
        let is_ours = |from: &str| match from.parse::<IpAddr>() {
            Ok(from) if listen::is_loopback(from) => is_here(address),
            Ok(from) => here.contains(&from),
            Err(_) => false,
        };
        found.extend(of_sight(&link.seat, &sight, is_ours));
        found.extend(sight.storage.iter().flat_map(|it| of_storage(it, words)));
    }
    found
}

/// An address behind which the link's hub is. In the clear only the hub's own machine is out of reach.
fn reached(link: &JoinLink, address: &Address) -> Finding {
    let (shown, protocol) = (address.to_string(), SUBPROTOCOL.to_owned());
    if link.at.fingerprint.is_some() || is_here(address) {
        return Finding::Reached { address: shown, protocol };
    }
    Finding::ReachedInTheClear { address: shown, protocol }
}

/// Whether it leads to whatever machine it is used on.
fn is_here(address: &Address) -> bool {
    let host = address.target().0;
    host.parse().map_or(host == "localhost", listen::is_loopback)
}

fn of_sight(seat: &Seat, sight: &Sight, is_ours: impl Fn(&str) -> bool) -> Vec<Finding> {
    let own = env!("CARGO_PKG_VERSION").to_owned();
    let direction = if sight.ahead < Ms::ZERO { Direction::Ahead } else { Direction::Behind };
    let apart = Seconds(Duration::from_millis(sight.ahead.0.unsigned_abs()));
    let mut found = vec![
        Finding::Versions { hub: sight.version.clone(), own },
        Finding::RoundTrip { best: Length(sight.best), worst: Length(sight.worst) },
        Finding::Apart { apart, direction },
    ];
    let is_own = |seen: &SeatSeen| seen.seat.pass_name() == seat.pass_name();
    let line = |seen| if is_own(seen) { of_own(seen, &is_ours) } else { of_other(seen) };
    found.extend(sight.seats.iter().map(line));
    found
}

/// Whether the seat itself can be had.
fn of_own(seen: &SeatSeen, is_ours: &impl Fn(&str) -> bool) -> Finding {
    let seat = seen.seat.to_string();
    match seen.terminals.first() {
        None => Finding::SeatFree { seat },
        Some(_) if seen.seat.is_shared() => of_other(seen),
        Some(TerminalSeen { from, since, .. }) => {
            let (since, from) = (when::time_of_day(*since), from.clone());
            if is_ours(&from) {
                Finding::SeatOurs { seat, from, since }
            } else {
                Finding::SeatHeld { seat, from, since }
            }
        }
    }
}

/// Whether somebody is at another seat.
fn of_other(seen: &SeatSeen) -> Finding {
    let (seat, count) = (seen.seat.to_string(), seen.terminals.len());
    let silent = seen.terminals.iter().find(|it| it.silent);
    let Some(TerminalSeen { from, since, .. }) = silent.or(seen.terminals.first()) else {
        return Finding::SeatEmpty { seat };
    };
    let (from, since) = (from.clone(), when::time_of_day(*since));
    match silent {
        Some(_) => Finding::SeatSilent { seat, from, since },
        None => Finding::SeatConnected { seat, count, from, since },
    }
}

fn of_storage(storage: &Storage, words: &Words) -> Vec<Finding> {
    let why = |trouble: &StorageTrouble| words.explain("journal", &trouble.error);
    let mut found = vec![match &storage.trouble {
        Some(trouble) => Finding::StorageFails { why: why(trouble) },
        None => Finding::StorageGood,
    }];
    let cut = |cut| Finding::StorageCut { why: words.explain("journal", cut) };
    found.extend(storage.cut.as_ref().map(cut));
    found.extend(storage.copies.is_empty().then_some(Finding::CopiesNone));
    found.extend(storage.copies.iter().map(|CopyLine { folder, last, trouble }| {
        let folder = folder.clone();
        match (trouble, last) {
            (Some(trouble), _) => Finding::CopyFails { folder, why: why(trouble) },
            (None, Some(made)) => {
                let (time, head) = (when::time_of_day(made.at), made.head.to_string());
                Finding::CopyMade { folder, time, head }
            }
            (None, None) => Finding::CopyWaits { folder },
        }
    }));
    found
}

#[cfg(test)]
mod tests;
