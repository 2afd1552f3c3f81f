//! The page of a bench: the figures and what they mean, as a table for people and as JSON.

use serde::Serialize;

use super::finding::Finding;
use crate::{
    bench::{Figures, Plan, Second, Spread, Unchanged},
    cli::lights::{self, Length, Light, Page, Part},
    client::{Errand, Sight},
    protocol::Address,
    tui::text::{pad_left, pad_right, width},
    words::Words,
};

/// The hub that was measured.
#[derive(Debug, Serialize)]
pub(super) struct HubLine {
    address: String,
    version: String,
    session: String,
    rehearsal: bool,
    /// Whether it is on this laptop.
    own_laptop: bool,
}

/// What came of a bench.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    #[serde(flatten)]
    page: Page<Finding>,
    pub(super) interrupted: bool,
    hub: HubLine,
    /// `join` or `look`.
    errand: &'static str,
    figures: Figures,
}

impl HubLine {
    pub(super) fn of(address: &Address, sight: &Sight, own_laptop: bool) -> Self {
        let (version, session) = (sight.version.clone(), sight.session.clone());
        let (address, rehearsal) = (address.to_string(), sight.rehearsal);
        Self { address, version, session, rehearsal, own_laptop }
    }
}

impl Report {
    pub(super) fn of(
        hub: HubLine,
        plan: &Plan,
        unchanged: Option<Unchanged>,
        figures: Figures,
        interrupted: bool,
    ) -> Self {
        let mut findings = Finding::all(&figures, plan.errand, unchanged);
        if hub.own_laptop {
            findings.push(Finding::OwnLaptop { address: hub.address.clone() });
        }
        if interrupted {
            let (seconds, planned) = (figures.measured.as_secs(), plan.seconds);
            findings.push(Finding::CutShort { seconds, planned });
        }
        let page = Page::of(vec![Part::new("bench-part", hub.address.clone(), findings)]);
        let errand = match plan.errand {
            Errand::Join => "join",
            Errand::Look => "look",
        };
        Self { page, interrupted, hub, errand, figures }
    }

    pub(super) fn count_red(&self) -> usize {
        self.page.count(Light::Red)
    }

    pub(super) fn json(&self) -> String {
        // Texts, numbers and lists: always JSON.
        format!("{}\n", serde_json::to_string_pretty(self).unwrap_or_default())
    }

    pub(super) fn table(&self, columns: Option<usize>, words: &Words) -> String {
        let about = lights::lines(&self.about(words), columns, 0).join("\n");
        let (figures, page) = (self.figures(words), self.page.table(columns, words));
        let verdict = lights::lines(&self.verdict(words), columns, 0).join("\n");
        format!("{about}\n{figures}\n{page}{verdict}\n")
    }

    /// Whether this network will do.
    fn verdict(&self, words: &Words) -> String {
        words.say(match self.page.light() {
            Light::Green | Light::Amber if self.hub.own_laptop => "bench-verdict-none",
            Light::Green => "bench-verdict-green",
            Light::Amber => "bench-verdict-amber",
            Light::Red => "bench-verdict-red",
        })
    }

    /// What was measured, and from where.
    fn about(&self, words: &Words) -> String {
        let occasion = if self.hub.rehearsal { "bench-rehearsal" } else { "bench-live" };
        let args = [
            ("address", self.hub.address.clone().into()),
            ("session", self.hub.session.clone().into()),
            ("occasion", words.say(occasion).into()),
            ("screens", self.figures.screens.into()),
            ("seconds", self.figures.measured.as_secs().into()),
        ];
        words.tell("bench-about", &args)
    }

    /// The figures in columns, in milliseconds.
    fn figures(&self, words: &Words) -> String {
        let of = |key, spread: Spread| (0 < spread.count).then(|| (words.say(key), spread));
        let changes = self.figures.changes.as_ref();
        let coming = if self.errand == "join" { "bench-row-joining" } else { "bench-row-looking" };
        let rows: Vec<(String, Spread)> = [
            of("bench-row-round-trip", self.figures.round_trip),
            of(coming, self.figures.joining),
            changes.and_then(|it| of("bench-row-stored", it.stored)),
            changes.and_then(|it| of("bench-row-shown", it.shown)),
        ]
        .into_iter()
        .flatten()
        .collect();
        let heads = ["bench-row-median", "bench-row-p99", "bench-row-worst"];
        let heads = heads.map(|key| words.say(key));
        let label = rows.iter().map(|(label, _)| width(label)).max().unwrap_or_default();
        let column = heads.iter().map(|it| width(it)).max().unwrap_or_default().max(8);
        let line = |label: &str, label_columns, cells: [String; 3]| {
            let cells = cells.map(|cell| format!("  {}", pad_left(&cell, column))).concat();
            format!("  {}{cells}\n", pad_right(label, label_columns))
        };
        let row = |(name, it): &(String, Spread)| {
            line(name, label, [it.median, it.p99, it.worst].map(|it| Length(it).to_string()))
        };
        let head = line(&words.say("bench-row-unit"), label, heads);
        let slowest = self.slowest().map(|it| format!("  {}\n", slowest_told(it, words)));
        head + &rows.iter().map(row).collect::<String>() + &slowest.unwrap_or_default()
    }

    /// The second with the slowest round trips, where there are several.
    fn slowest(&self) -> Option<&Second> {
        let seconds = &self.figures.by_second;
        seconds.iter().filter(|_| 1 < seconds.len()).max_by_key(|it| it.round_trip.p99)
    }
}

fn slowest_told(it: &Second, words: &Words) -> String {
    let args =
        [("second", it.second.into()), ("p99", Length(it.round_trip.p99).to_string().into())];
    words.tell("bench-slowest", &args)
}

#[cfg(test)]
mod tests;
