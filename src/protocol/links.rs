//! Join links: the one line a person needs to open a screen.
//!
//! `roadshow://HOST:PORT/ROOM/ROLE[/SEAT]/PASS`, for example
//! `roadshow://192.168.1.10:7878/A/judge/A3/4kq…`. It holds the pass, so it is given to one seat.

use std::{fmt, str::FromStr};

use http::Uri;
use serde::Serialize;

use crate::contest::Seat;

/// Where a hub is, which seat to take there, and the pass for it.
#[derive(Clone, PartialEq, Eq)]
pub struct JoinLink {
    /// Host and port of the hub, as one writes them: `192.168.1.10:7878`, `[::1]:7878`.
    pub hub: String,
    /// The seat.
    pub seat: Seat,
    /// The seat's secret.
    pub pass: String,
}

/// A text that is no join link.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum LinkProblem {
    /// Not of the form `roadshow://…`.
    #[error("this is not a join link")]
    NotALink,
    /// No host, or no port.
    #[error("the link does not say where the hub is")]
    NoHub,
    /// The path names no seat and pass.
    #[error("the link does not name a seat and its pass")]
    NoSeat,
}

impl FromStr for JoinLink {
    type Err = LinkProblem;

    fn from_str(text: &str) -> Result<Self, LinkProblem> {
        // What was given is not said again: it may be a pass.
        let uri: Uri = text.trim().parse().map_err(|_| LinkProblem::NotALink)?;
        if uri.scheme_str() != Some("roadshow") {
            return Err(LinkProblem::NotALink);
        }
        let hub = uri.authority().filter(|it| it.port().is_some()).ok_or(LinkProblem::NoHub)?;
        let path = uri.path().trim_matches('/');
        let (seat, pass) = path.rsplit_once('/').ok_or(LinkProblem::NoSeat)?;
        let seat = seat.parse().map_err(|_| LinkProblem::NoSeat)?;
        if pass.is_empty() {
            return Err(LinkProblem::NoSeat);
        }
        Ok(Self { hub: hub.to_string(), seat, pass: pass.to_owned() })
    }
}

impl fmt::Display for JoinLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "roadshow://{}/{}/{}", self.hub, self.seat, self.pass)
    }
}

/// Without the pass, which belongs in no log.
impl fmt::Debug for JoinLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "JoinLink({}/{})", self.hub, self.seat)
    }
}

#[cfg(test)]
mod tests {
    use super::{JoinLink, LinkProblem};

    fn parse(text: &str) -> Result<JoinLink, LinkProblem> {
        text.parse()
    }

    #[test]
    fn a_link_reads_back_as_it_was_written() {
        for text in [
            "roadshow://127.0.0.1:7878/A/judge/A3/0123abcd",
            "roadshow://[::1]:9/B/board/x",
            "roadshow://hub.local:80/A/host/pass",
        ] {
            assert_eq!(parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_wrong_with_a_link_is_said() {
        assert_eq!(parse("hello"), Err(LinkProblem::NotALink));
        assert_eq!(parse("http://a:1/A/host/p"), Err(LinkProblem::NotALink));
        assert_eq!(parse("roadshow://a/A/host/p"), Err(LinkProblem::NoHub));
        assert_eq!(parse("roadshow://a:1/A/host"), Err(LinkProblem::NoSeat));
        assert_eq!(parse("roadshow://a:1/A/clown/p"), Err(LinkProblem::NoSeat));
    }

    #[test]
    fn a_pass_stays_out_of_logs() {
        assert_eq!(
            format!("{:?}", parse("roadshow://a:1/A/host/p4ss").unwrap()),
            "JoinLink(a:1/A/host)"
        );
    }
}
