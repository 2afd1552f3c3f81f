//! Join links: the one line a person needs to open a screen.
//!
//! `roadshow://[FINGERPRINT@]HOST:PORT[,HOST:PORT…]/ROOM/ROLE[/SEAT]/PASS`, for example
//! `roadshow://7c86whe0yr8rwya8smh9e9b61h@192.168.1.10:7878/A/judge/A3/4kq…`. It holds the pass, so it is
//! given to one seat. What was written reads back as it was: `a_link_reads_back_as_it_was_written`.

use std::{fmt, str::FromStr};

use serde::Serialize;

use super::Whereabouts;
use crate::contest::Seat;

/// Where a hub is, which seat to take there, and the pass for it.
#[derive(Clone, PartialEq, Eq)]
pub struct JoinLink {
    /// Where the hub is and which key it has.
    pub at: Whereabouts,
    /// The seat.
    pub seat: Seat,
    /// The seat's secret.
    pub pass: String,
}

/// A text that is no join link. Columns are counted in characters from 1; what stands there is not said
/// again, as it may be a pass.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum LinkProblem {
    /// Not of the form `roadshow://…`.
    #[error("this is not a join link")]
    NotALink,
    /// What stands before the `@` is no fingerprint.
    #[error("column {column} of the link: no fingerprint of a hub's key")]
    BadFingerprint {
        /// Where it begins.
        column: usize,
    },
    /// No host, or no port.
    #[error("column {column} of the link: no host and port of a hub")]
    NoHub {
        /// Where they should begin.
        column: usize,
    },
    /// The path names no seat.
    #[error("column {column} of the link: no seat and pass")]
    NoSeat {
        /// Where the path begins.
        column: usize,
    },
    /// What follows the seat is no pass.
    #[error("column {column} of the link: no pass")]
    NoPass {
        /// Where it should begin.
        column: usize,
    },
}

impl FromStr for JoinLink {
    type Err = LinkProblem;

    fn from_str(text: &str) -> Result<Self, LinkProblem> {
        let text = text.trim();
        let (at, path) = Whereabouts::begin(text)?;
        let path = path.trim_start_matches('/');
        let column = text.chars().count() - path.chars().count() + 1;
        let no_seat = || LinkProblem::NoSeat { column };
        let (seat, pass) = path.trim_end_matches('/').rsplit_once('/').ok_or_else(no_seat)?;
        if !pass.bytes().all(|it| it.is_ascii_alphanumeric()) {
            return Err(LinkProblem::NoPass { column: column + seat.chars().count() + 1 });
        }
        let seat = seat.parse().map_err(|_| no_seat())?;
        Ok(Self { at, seat, pass: pass.to_owned() })
    }
}

impl fmt::Display for JoinLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}", self.at, self.seat, self.pass)
    }
}

/// Without the pass, which belongs in no log.
impl fmt::Debug for JoinLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "JoinLink({}/{})", self.at.hub, self.seat)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{JoinLink, LinkProblem};
    use crate::protocol::{Fingerprint, Whereabouts, code};

    fn parse(text: &str) -> Result<JoinLink, LinkProblem> {
        text.parse()
    }

    const KEY: &str = "4fgady0m8p96nyp7d48tb88t2p";

    #[test]
    fn links_of_every_kind_are_read() {
        for text in [
            "roadshow://127.0.0.1:7878/A/judge/A3/0123abcd",
            "roadshow://[::1]:9/B/board/x",
            "roadshow://hub.local:80/A/host/pass",
            &format!("roadshow://{KEY}@192.168.1.10:7878/supervisor/x"),
            &format!("roadshow://{KEY}@10.0.0.1:1,[fd00::7]:2,hub:3/A/timer/x"),
        ] {
            assert_eq!(parse(text).unwrap().to_string(), text);
        }
    }

    fn address() -> impl Strategy<Value = String> {
        let host = prop_oneof![
            any::<std::net::Ipv4Addr>().prop_map(|ip| ip.to_string()),
            any::<std::net::Ipv6Addr>().prop_map(|ip| format!("[{ip}]")),
            "[a-z0-9][a-z0-9._-]{0,20}",
        ];
        (host, 1..=u16::MAX).prop_map(|(host, port)| format!("{host}:{port}"))
    }

    fn seat() -> impl Strategy<Value = String> {
        let id = "[A-Za-z0-9_-]{1,24}";
        prop_oneof![
            (id, "host|board|timer").prop_map(|(room, role)| format!("{room}/{role}")),
            (id, id).prop_map(|(room, seat)| format!("{room}/judge/{seat}")),
            Just("supervisor".to_owned()),
        ]
    }

    proptest! {
        #[test]
        fn a_link_reads_back_as_it_was_written(
            key: Option<u128>,
            addresses in prop::collection::vec(address(), 1..5),
            seat in seat(),
            pass: u128,
        ) {
            let fingerprint: Option<Fingerprint> = key.map(|bits| code::encode(bits).parse().unwrap());
            let mut addresses = addresses.iter().map(|it| it.parse().unwrap());
            let hub = addresses.next().unwrap();
            let at = Whereabouts { fingerprint, hub, also: addresses.collect() };
            let link = JoinLink { at, seat: seat.parse().unwrap(), pass: code::encode(pass) };
            prop_assert_eq!(parse(&link.to_string()), Ok(link.clone()));
            prop_assert_eq!(link.at.to_string().parse(), Ok(link.at));
        }

        #[test]
        fn any_text_is_read_or_refused(text: String) {
            let begun = parse(&format!("roadshow://{text}"));
            prop_assert!(parse(&text).is_err());
            prop_assert!(begun.is_err() || begun.is_ok_and(|it| parse(&it.to_string()) == Ok(it)));
        }
    }

    #[test]
    fn what_is_wrong_with_a_link_is_said_with_its_place() {
        use LinkProblem::{BadFingerprint, NoHub, NoPass, NoSeat, NotALink};
        for (text, problem) in [
            ("hello", NotALink),
            ("http://a:1/A/host/p", NotALink),
            ("roadshow://a/A/host/p", NoHub { column: 12 }),
            ("roadshow:///A/host/p", NoHub { column: 12 }),
            ("roadshow://a:1,b/A/host/p", NoHub { column: 16 }),
            ("roadshow://a:1,/A/host/p", NoHub { column: 16 }),
            ("roadshow://me@a:1/A/host/p", BadFingerprint { column: 12 }),
            (&format!("roadshow://{KEY}@a/A/host/p"), NoHub { column: 39 }),
            ("roadshow://a:1/A/host", NoSeat { column: 16 }),
            ("roadshow://a:1/A/clown/p", NoSeat { column: 16 }),
            ("roadshow://a:1", NoSeat { column: 15 }),
            ("  roadshow://a:1/A/host/p,", NoPass { column: 23 }),
            ("roadshow://a:1/A/judge/A1/口令/", NoPass { column: 27 }),
        ] {
            assert_eq!(parse(text), Err(problem), "{text}");
        }
    }

    #[test]
    fn a_pass_stays_out_of_logs() {
        assert_eq!(
            format!("{:?}", parse("roadshow://a:1/A/host/p4ss").unwrap()),
            "JoinLink(a:1/A/host)"
        );
    }
}
