//! The page of a preflight: a table for people, whose lights are signs and words, and JSON.

use serde::Serialize;

use super::{Finding, Light};
use crate::{
    tui::text::{pad_right, width},
    words::Words,
};

/// All that was found.
#[derive(Debug, Serialize)]
pub(super) struct Page {
    /// The worst of all.
    light: Light,
    parts: Vec<Part>,
}

/// What belongs together: the hub's laptop, a link, this terminal.
#[derive(Debug, Serialize)]
pub(super) struct Part {
    /// The key of its headline.
    #[serde(skip)]
    head: &'static str,
    /// What it is about: a session's file or a seat.
    name: String,
    findings: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    light: Light,
    #[serde(flatten)]
    finding: Finding,
}

impl Part {
    pub(super) fn new(head: &'static str, name: String, findings: Vec<Finding>) -> Self {
        let line = |finding: Finding| Line { light: finding.light(), finding };
        Self { head, name, findings: findings.into_iter().map(line).collect() }
    }
}

impl Page {
    pub(super) fn of(parts: Vec<Part>) -> Self {
        let lights = parts.iter().flat_map(|part| &part.findings).map(|line| line.light);
        Self { light: lights.max().unwrap_or(Light::Green), parts }
    }

    /// How many lines have this light.
    pub(super) fn count(&self, light: Light) -> usize {
        self.parts.iter().flat_map(|part| &part.findings).filter(|it| it.light == light).count()
    }

    pub(super) fn json(&self) -> String {
        // Texts, numbers and lists: always JSON.
        format!("{}\n", serde_json::to_string_pretty(self).unwrap_or_default())
    }

    pub(super) fn table(&self, words: &Words) -> String {
        let lights = [Light::Green, Light::Amber, Light::Red].map(|it| light(it, words));
        let columns = lights.iter().map(|it| width(it)).max().unwrap_or_default();
        let line = |Line { light: lit, finding }: &Line| {
            let said = words.explain("preflight", finding);
            format!("  {}  {said}\n", pad_right(&light(*lit, words), columns))
        };
        let part = |Part { head, name, findings }: &Part| {
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

/// A light as a sign and a word, as not everybody sees colours.
fn light(light: Light, words: &Words) -> String {
    words.say(match light {
        Light::Green => "preflight-light-green",
        Light::Amber => "preflight-light-amber",
        Light::Red => "preflight-light-red",
    })
}
