//! The hub's own log read back: which screens came, left, and were lost. The lines are those that the door
//! and its connections write; what a line says otherwise is not looked at.
//!
//! It reads what is written: `a_lost_link_is_read_back_from_the_log` in `tests/it/report.rs`.

use std::str::SplitWhitespace;

use chrono::DateTime;

use crate::contest::{At, Seat};

/// What a line of the log tells of the link of a seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkLine {
    /// When.
    pub at: At,
    /// Whose.
    pub seat: Seat,
    /// What.
    pub told: LinkTold,
}

/// What has happened to a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkTold {
    /// A screen came.
    Joined,
    /// It said goodbye.
    Left,
    /// It was gone or dropped, so often.
    Lost(u64),
    /// It was not heard any more, and another has the seat already, or it itself anew; so often.
    Replaced(u64),
}

/// What a log tells of links; `None` of a text that is no log of a hub. An empty one may be: it had nothing
/// to say.
pub fn link_log(text: &str) -> Option<Vec<LinkLine>> {
    let is_empty = text.trim().is_empty();
    let mut lines = text.lines().filter_map(of_roadshow).peekable();
    (is_empty || lines.peek().is_some())
        .then(|| lines.filter_map(|(at, words)| told_of_link(at, words)).collect())
}

/// When a line was written, and what it says after its level, if it is the program's. A hub that lost no link
/// may have said no more than that the laptop can fall asleep, which is not said by its door.
fn of_roadshow(line: &str) -> Option<(At, SplitWhitespace<'_>)> {
    let mut words = line.split_whitespace();
    let at = DateTime::parse_from_rfc3339(words.next()?).ok()?;
    let (_level, target) = (words.next()?, words.clone().next()?);
    target.starts_with("roadshow::").then_some((At(at.timestamp_millis()), words))
}

/// What a line tells; `None` of one about something else.
fn told_of_link(at: At, mut words: SplitWhitespace<'_>) -> Option<LinkLine> {
    words.next().filter(|target| target.starts_with("roadshow::hub"))?;
    let (what, fields): (Vec<_>, Vec<_>) = words.partition(|word| !word.contains('='));
    let field = |name: &str| {
        let mut all = fields.iter().filter_map(|it| it.split_once('='));
        all.find(|(own, _)| *own == name).map(|(_, value)| value.trim_matches('"'))
    };
    let times = field("more").and_then(|it| it.parse().ok()).unwrap_or(1);
    let told = match what.first()?.trim_matches([',', ':']) {
        "joined" => LinkTold::Joined,
        "left" => LinkTold::Left,
        "gone" => LinkTold::Lost(times),
        "dropped" if field("code") == Some("replaced") => LinkTold::Replaced(times),
        // With another code it was told to go; without a limit the hub itself has closed.
        "dropped" if field("code").is_none() && field("limit").is_some() => LinkTold::Lost(times),
        _ => return None,
    };
    let seat = field("seat")?.parse().ok()?;
    Some(LinkLine { at, seat, told })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(line: &str) -> Option<(String, LinkTold)> {
        let mut lines = link_log(line)?;
        lines.pop().map(|it| (it.seat.to_string(), it.told))
    }

    #[test]
    fn only_what_is_told_of_a_joined_screen_counts() {
        let line = |rest: &str| {
            format!("2026-08-20T06:03:27.123456Z  WARN roadshow::hub::notices: {rest}")
        };
        let told = |rest: &str| told(&line(rest));
        let of = |what| Some(("A/judge/A1".to_owned(), what));
        assert_eq!(told("gone seat=A/judge/A1 from=127.0.0.1"), of(LinkTold::Lost(1)));
        assert_eq!(told("gone, as before seat=A/judge/A1 more=3"), of(LinkTold::Lost(3)));
        assert_eq!(told("dropped limit=\"silence\" seat=A/judge/A1"), of(LinkTold::Lost(1)));
        let replaced = "dropped code=\"replaced\" seat=A/judge/A1 from=127.0.0.1";
        assert_eq!(told(replaced), of(LinkTold::Replaced(1)));
        assert_eq!(told("joined seat=A/judge/A1 from=127.0.0.1:5"), of(LinkTold::Joined));
        assert_eq!(told("left seat=A/judge/A1"), of(LinkTold::Left));
        for other in [
            "dropped code=\"handed-over\" seat=A/judge/A1",
            "dropped seat=A/judge/A1",
            "dropped limit=\"request-head\" from=127.0.0.1",
            "refused code=\"not-yours\" seat=A/judge/A1",
            "gone during the handshake from=127.0.0.1",
            "gone seat=nowhere",
            "",
        ] {
            assert_eq!(told(other), None, "{other}");
        }
        let at = link_log(&line("left seat=A/judge/A1")).unwrap()[0].at;
        assert_eq!(at, At(1_787_205_807_123));
        assert_eq!(link_log("2026-08-20T06:03:27Z WARN others: gone seat=A/judge/A1"), None);
        let awake = "2026-08-20T06:03:27Z  WARN roadshow::cli::awake: the laptop may fall asleep";
        assert_eq!(link_log(awake), Some(Vec::new()), "a hub that had nothing to say of links");
        assert_eq!(link_log("Roadshow tryout"), None);
        assert_eq!(link_log("\n"), Some(Vec::new()));
    }
}
