//! What is green, amber or red, and the page that says it: a table for people, whose lights are signs and
//! words, and JSON.
//!
//! What is weighed, and against which limits, is for those who find it ([`Found`]).

use std::{
    fmt,
    io::{self, IsTerminal},
    time::Duration,
};

use ratatui::crossterm::terminal;
use serde::{Serialize, Serializer};

use crate::{
    tui::text::{pad_right, width, wrap},
    words::Words,
};

/// Columns below which lines are not broken here: the terminal does it no worse.
const NARROWEST: usize = 20;

/// How something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Light {
    Green,
    /// The evening can be held; somebody should know.
    Amber,
    /// Do not open the doors.
    Red,
}

/// How long something takes; written in milliseconds, to a tenth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Length(pub(super) Duration);

/// How far two clocks are apart; written in seconds, to a tenth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Seconds(pub(super) Duration);

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        tenths(self.0.as_micros() / 100, f)
    }
}

impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        tenths(self.0.as_millis() / 100, f)
    }
}

fn tenths(count: u128, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{}.{}", count / 10, count % 10)
}

impl Serialize for Length {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl Serialize for Seconds {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

/// Where a clock stands to another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Direction {
    /// The other one is earlier.
    Ahead,
    /// The other one is later.
    Behind,
}

/// Something that was looked at. It serialises to its `code` and fields; people read the text under
/// `<FAMILY>-<code>`.
pub(super) trait Found: Serialize {
    /// The first word of its texts' keys.
    const FAMILY: &'static str;

    /// How it stands.
    fn light(&self) -> Light;

    /// Whether what to do about it stands under `<FAMILY>-<code>-advice`.
    fn has_advice(&self) -> bool {
        false
    }
}

/// Amber below one limit, red below another.
pub(super) fn below<T: PartialOrd + Copy>(found: T, amber: T, red: T) -> Light {
    match found {
        few if few < red => Light::Red,
        few if few < amber => Light::Amber,
        _ => Light::Green,
    }
}

/// Red where the first is above its limit, amber where the second is.
pub(super) fn above(red: (Duration, Duration), amber: (Duration, Duration)) -> Light {
    match (red.1 < red.0, amber.1 < amber.0) {
        (true, _) => Light::Red,
        (false, true) => Light::Amber,
        (false, false) => Light::Green,
    }
}

/// All that was found.
#[derive(Debug, Serialize)]
pub(super) struct Page<F> {
    /// The worst of all.
    light: Light,
    parts: Vec<Part<F>>,
}

/// What belongs together: the hub's laptop, a link, this terminal.
#[derive(Debug, Serialize)]
pub(super) struct Part<F> {
    /// The key of its headline.
    #[serde(skip)]
    head: &'static str,
    /// What it is about: a session's file or a seat.
    name: String,
    findings: Vec<Line<F>>,
}

#[derive(Debug, Serialize)]
struct Line<F> {
    light: Light,
    #[serde(flatten)]
    finding: F,
}

impl<F: Found> Part<F> {
    pub(super) fn new(head: &'static str, name: String, findings: Vec<F>) -> Self {
        let line = |finding: F| Line { light: finding.light(), finding };
        Self { head, name, findings: findings.into_iter().map(line).collect() }
    }
}

impl<F: Found> Page<F> {
    pub(super) fn of(parts: Vec<Part<F>>) -> Self {
        let lights = parts.iter().flat_map(|part| &part.findings).map(|line| line.light);
        Self { light: lights.max().unwrap_or(Light::Green), parts }
    }

    /// The worst of all.
    pub(super) fn light(&self) -> Light {
        self.light
    }

    /// How many lines have this light.
    pub(super) fn count(&self, light: Light) -> usize {
        self.parts.iter().flat_map(|part| &part.findings).filter(|it| it.light == light).count()
    }

    pub(super) fn json(&self) -> String {
        // Texts, numbers and lists: always JSON.
        format!("{}\n", serde_json::to_string_pretty(self).unwrap_or_default())
    }

    /// The table for people, in lines of at most so many columns, where there is a limit.
    pub(super) fn table(&self, columns: Option<usize>, words: &Words) -> String {
        let lights = [Light::Green, Light::Amber, Light::Red].map(|it| light(it, words));
        let lit_columns = lights.iter().map(|it| width(it)).max().unwrap_or_default();
        let indent = lit_columns + 4;
        let line = |Line { light: lit, finding }: &Line<F>| {
            let mut told = lines(&words.explain(F::FAMILY, finding), columns, indent);
            if finding.has_advice() {
                let advice = words.explain_more(F::FAMILY, "advice", finding);
                told.extend(lines(&format!("→ {advice}"), columns, indent));
            }
            let told = told.join(&format!("\n{}", " ".repeat(indent)));
            format!("  {}  {told}\n", pad_right(&light(*lit, words), lit_columns))
        };
        let part = |Part { head, name, findings }: &Part<F>| {
            let head = words.tell(head, &[("name", name.clone().into())]);
            format!("{head}\n{}\n", findings.iter().map(line).collect::<String>())
        };
        let parts: String = self.parts.iter().map(part).collect();
        let count = |light| self.count(light).into();
        let counts = [
            ("green", count(Light::Green)),
            ("amber", count(Light::Amber)),
            ("red", count(Light::Red)),
        ];
        format!("{parts}{}\n", words.tell("preflight-sum", &counts))
    }
}

/// A text in lines that leave room for what stands before them.
pub(super) fn lines(text: &str, columns: Option<usize>, indent: usize) -> Vec<String> {
    match columns.and_then(|columns| columns.checked_sub(indent)) {
        Some(room) if NARROWEST <= room => wrap(text, room),
        _ => vec![text.to_owned()],
    }
}

/// A light as a sign and a word, as not everybody sees colours.
fn light(light: Light, words: &Words) -> String {
    words.say(match light {
        Light::Green => "preflight-light-green",
        Light::Amber => "preflight-light-amber",
        Light::Red => "preflight-light-red",
    })
}

/// The columns that stdout has, if it is a terminal.
pub(super) fn columns() -> Option<usize> {
    let size = terminal::size().ok().filter(|_| io::stdout().is_terminal());
    size.map(|(columns, _)| columns.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_said_to_a_tenth_of_a_millisecond() {
        let said = |micros| serde_json::to_value(Length(Duration::from_micros(micros))).unwrap();
        assert_eq!([said(0), said(449), said(12_050)], ["0.0", "0.4", "12.0"]);
        let apart = Seconds(Duration::from_millis(3_600_199));
        assert_eq!(serde_json::to_value(apart).unwrap(), "3600.1");
    }
}
