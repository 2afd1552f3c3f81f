//! `roadshow links`: prints a hub's join links again, from its journal and its key, without the hub.

use serde::Serialize;

use super::{
    Failure,
    arguments::{self, LinkFormat},
    failure::Place,
    listen, logging, print,
};
use crate::{
    contest::{Contest, Seat, Session},
    hub::{self, Identity},
    papers::links::{LinksPage, SeatLine},
    protocol::{JoinLink, Whereabouts},
    tui::text::pad_right,
    words::{Lang, Words},
};

/// The port of an address that names none, where no hub has been opened yet.
const USUAL_PORT: u16 = 7878;

/// One link, as in JSON.
#[derive(Debug, Serialize)]
pub(super) struct LinkRow {
    role: &'static str,
    room: String,
    seat: String,
    link: String,
}

pub(super) fn run(given: &arguments::Links, lang: Option<Lang>) -> Result<(), Failure> {
    logging::to_stderr();
    let contest = hub::replay(&given.journal).map_err(Failure::Opening)?;
    let session = contest.session();
    let identity = Identity::kept_with(&given.journal).map_err(Failure::Key)?;
    let at = whereabouts(given, &identity)?;
    let seats = chosen(session, &given.seat)?;
    let links = seats.into_iter().map(|seat| link(seat, &contest, &identity, &at));
    let links: Vec<JoinLink> = links.collect();
    let words = lang.map_or_else(|| Words::of_session(&session.language), Words::new);
    print(&written(&contest, &links, given.format, &words)?)
}

fn written(
    contest: &Contest,
    links: &[JoinLink],
    format: LinkFormat,
    words: &Words,
) -> Result<String, Failure> {
    let rows: Vec<LinkRow> = links.iter().map(LinkRow::of).collect();
    let line = |link: &JoinLink| SeatLine { seat: link.seat.clone(), link: link.to_string() };
    let page = || LinksPage::new(contest.session(), links.iter().map(line).collect());
    match format {
        LinkFormat::Table => Ok(format!("{}\n", lines(&rows, words))),
        LinkFormat::Json => json(&rows),
        LinkFormat::Html => Ok(page().html(words)),
        LinkFormat::Qr => Ok(page().terminal(words)),
    }
}

/// Where the links lead: the addresses given now, or what links said last.
fn whereabouts(given: &arguments::Links, identity: &Identity) -> Result<Whereabouts, Failure> {
    let kept = listen::kept(&given.journal)?;
    let key = || identity.fingerprint();
    let unknown = || {
        let journal = given.journal.display().to_string();
        Failure::Place(Place::AddressUnknown { journal })
    };
    let (encrypted, port) = match &kept {
        Some(kept) => (kept.fingerprint.is_some(), kept.hub.target().1),
        None => (true, USUAL_PORT), // As a hub that other machines reach will be opened.
    };
    let addresses = match (given.address.as_slice(), kept) {
        ([], kept) => kept.ok_or_else(unknown)?.addresses().cloned().collect(),
        (named, _) => listen::named(named, port)?,
    };
    Whereabouts::of(encrypted.then(key), addresses).ok_or_else(unknown)
}

/// The seats asked for, or all, in the session's order.
fn chosen(session: &Session, asked: &[Seat]) -> Result<Vec<Seat>, Failure> {
    let mut seats = Seat::handed_out(session);
    if let Some(stranger) = asked.iter().find(|seat| !seats.contains(seat)) {
        let (seat, session) = (stranger.to_string(), session.id.clone());
        return Err(Failure::Place(Place::NoSuchSeat { seat, session }));
    }
    seats.retain(|seat| asked.is_empty() || asked.contains(seat));
    Ok(seats)
}

/// The links of every seat, by the passes that they have now.
pub(super) fn rows(contest: &Contest, identity: &Identity, at: &Whereabouts) -> Vec<LinkRow> {
    let row = |seat| LinkRow::of(&link(seat, contest, identity, at));
    Seat::handed_out(contest.session()).into_iter().map(row).collect()
}

fn link(seat: Seat, contest: &Contest, identity: &Identity, at: &Whereabouts) -> JoinLink {
    let pass = identity.pass(&seat, contest.generation(&seat));
    JoinLink { at: at.clone(), pass, seat }
}

impl LinkRow {
    fn of(link: &JoinLink) -> Self {
        let seat = &link.seat;
        let role = seat.role().as_str();
        let (room, name) = match seat {
            Seat::Control(_) => (None, seat.pass_name()), // It is over all rooms, wherever it begins.
            _ => (seat.room(), seat.judge().map_or_else(|| role.to_owned(), ToString::to_string)),
        };
        let room = room.map(ToString::to_string).unwrap_or_default();
        Self { role, room, seat: name, link: link.to_string() }
    }
}

/// The links line by line, seats in the reader's words.
pub(super) fn lines(rows: &[LinkRow], words: &Words) -> String {
    let line = |row: &LinkRow| {
        let role = words.say(&format!("role-{}", row.role));
        let seat = if row.seat == row.role { &role } else { &row.seat };
        format!("{:<4} {} {} {}", row.room, pad_right(&role, 10), pad_right(seat, 10), row.link)
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The links as JSON.
pub(super) fn json(rows: &[LinkRow]) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(rows).map_err(|err| Failure::Output(err.into()))?;
    Ok(format!("{text}\n"))
}
