//! What waits for a decision: proposals that take two persons, terminals that want a seat, and ties that the jury chair decides.

use ratatui::text::{Line, Span};

use super::{lists, said::proposed};
use crate::{
    contest::Role,
    protocol::views::ProposalLine,
    tui::{
        Scene,
        host::{
            control::{self, Control},
            seen::Seen,
        },
        text::fit,
    },
};

/// A line for each, at most so many; the last of them says how many more there are.
pub(super) fn lines(
    view: &Seen,
    scene: &Scene<'_>,
    columns: usize,
    most: usize,
) -> Vec<Line<'static>> {
    let theme = scene.theme;
    let proposals = view.proposals.iter().map(|line| {
        let style = if line.by == Role::Host { theme.dim } else { theme.warn };
        (proposal(line, view, scene), style)
    });
    let ties = view.ties.iter().map(|tie| {
        let tie = lists::tie(&tie.group, &tie.projects, view, scene);
        (scene.words.tell("host-tie-waits", &[("tie", tie.into())]), theme.warn)
    });
    let waiting = view
        .waiting
        .iter()
        .map(|line| (lists::at_the_door("host-seat-waits", line, view, scene), theme.warn));
    let count = view.proposals.len() + view.waiting.len() + view.ties.len();
    let more = count.saturating_sub(most);
    let key = control::letter(Control::Decisions).map(String::from).unwrap_or_default();
    let all = proposals.chain(waiting).chain(ties);
    let lines = all.take(most).enumerate().map(|(at, (text, style))| {
        let more = if at + 1 == most && 0 < more { format!(" +{more}") } else { String::new() };
        let text = format!("{text}{more}");
        let text = fit(&text, columns.saturating_sub(3), theme.symbols.ellipsis).into_owned();
        Line::from_iter([
            Span::raw(" "),
            Span::styled(key.clone(), theme.key),
            Span::raw(" "),
            Span::styled(text, style),
        ])
    });
    lines.collect()
}

/// Whose word it waits for, and what for.
fn proposal(line: &ProposalLine, view: &Seen, scene: &Scene<'_>) -> String {
    let words = scene.words;
    let there = if view.supervisors.screens == 0 { "no" } else { "yes" };
    let by = if line.by == Role::Host { "host" } else { "supervisor" };
    let args = [
        ("by", by.into()),
        ("there", there.into()),
        ("act", proposed(line, scene).into()),
        ("reason", line.reason.clone().into()),
        ("reasoned", u8::from(!line.reason.is_empty()).into()),
    ];
    words.tell("host-proposal-waits", &args)
}
