//! What a bench does at a hub, by the links that it was given and by what the hub is.

use serde::Serialize;

use crate::{client::Errand, contest::Seat, protocol::JoinLink};

/// Why the screens' pictures are not changed, so that it is not measured how long that takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unchanged {
    /// The hub is not a rehearsal's.
    Live,
    /// No board's and no timer's link was given.
    NoScreen,
    /// No link was given to the console of the screens' room.
    NoHost,
}

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What the screens come by.
    pub link: JoinLink,
    /// How they come.
    pub errand: Errand,
    /// The console by which their pictures are changed, or why they are not.
    pub host: Result<JoinLink, Unchanged>,
}

impl Choice {
    /// What to do with links that lead to one hub; `None` where there are none. Boards come before timers, and the
    /// console over all rooms, which keeps nobody out, before that of a room.
    pub fn of(links: &[JoinLink], rehearsal: bool) -> Option<Self> {
        let boards = links.iter().filter(|it| matches!(it.seat, Seat::Board(_)));
        let timers = links.iter().filter(|it| matches!(it.seat, Seat::Timer(_)));
        let screens: Vec<&JoinLink> = boards.chain(timers).collect();
        let Some(first) = screens.first() else {
            let why = if rehearsal { Unchanged::NoScreen } else { Unchanged::Live };
            return Some(Self {
                link: links.first()?.clone(),
                errand: Errand::Look,
                host: Err(why),
            });
        };
        let link = (*first).clone();
        if !rehearsal {
            return Some(Self { link, errand: Errand::Look, host: Err(Unchanged::Live) });
        }
        let with_host = screens.iter().find_map(|it| Some((*it, console_of(&it.seat, links)?)));
        Some(match with_host {
            Some((screen, host)) => {
                Self { link: screen.clone(), errand: Errand::Join, host: Ok(host) }
            }
            None => Self { link, errand: Errand::Join, host: Err(Unchanged::NoHost) },
        })
    }
}

/// A link to the console of a screen's room.
fn console_of(screen: &Seat, links: &[JoinLink]) -> Option<JoinLink> {
    let room = screen.room()?;
    // One pass is for all its rooms.
    let over_all = links.iter().find(|it| matches!(it.seat, Seat::Control(_)));
    let over_all = over_all.map(|it| JoinLink { seat: Seat::Control(room.clone()), ..it.clone() });
    let own = |it: &&JoinLink| matches!(&it.seat, Seat::Host(its) if its == room);
    over_all.or_else(|| links.iter().find(own).cloned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(seat: &str) -> JoinLink {
        format!("roadshow://10.0.0.1:7878/{seat}/pass").parse().unwrap()
    }

    /// Which seat the screens come to and how, and the console, by the links to these seats.
    fn chosen(seats: &[&str], rehearsal: bool) -> (String, Errand, Result<String, Unchanged>) {
        let links: Vec<JoinLink> = seats.iter().map(|it| link(it)).collect();
        let Choice { link, errand, host } = Choice::of(&links, rehearsal).unwrap();
        (link.seat.to_string(), errand, host.map(|it| it.seat.to_string()))
    }

    #[test]
    fn whatever_links_there_are_a_live_final_is_only_looked_at() {
        for seats in [&["A/board"][..], &["A/judge/A1"], &["A/control", "A/timer", "A/board"]] {
            let (_, errand, host) = chosen(seats, false);
            assert_eq!((errand, host), (Errand::Look, Err(Unchanged::Live)), "{seats:?}");
        }
        assert_eq!(Choice::of(&[], false), None);
    }

    #[test]
    fn at_a_rehearsal_a_console_changes_the_screens_of_its_room() {
        let join = |seat: &str, host: &str| (seat.to_owned(), Errand::Join, Ok(host.to_owned()));
        assert_eq!(chosen(&["A/host", "A/board"], true), join("A/board", "A/host"));
        let all = ["A/control", "A/host", "A/timer", "A/board", "B/host", "B/board"];
        assert_eq!(chosen(&all, true), join("A/board", "A/control"));
        assert_eq!(chosen(&["A/control", "B/timer"], true), join("B/timer", "B/control"));
        assert_eq!(chosen(&["A/board", "B/board", "B/host"], true), join("B/board", "B/host"));
    }

    #[test]
    fn at_a_rehearsal_it_does_what_its_links_allow() {
        let (board, look) = ("A/board".to_owned(), Errand::Look);
        assert_eq!(chosen(&["A/board"], true), (board, Errand::Join, Err(Unchanged::NoHost)));
        let host = "A/host".to_owned();
        assert_eq!(chosen(&["A/host"], true), (host, look, Err(Unchanged::NoScreen)));
    }
}
