//! The judge's own sheets, project by project (评委平衡表).

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::Widget,
};
use rust_decimal::Decimal;

use super::{
    JudgeScreen, Mode,
    mouse::Spot,
    roll::Roll,
    sheet::{Sheet, State},
};
use crate::{
    contest::ProjectId,
    tui::{
        Scene,
        points::points,
        text::{fit, pad_left, pad_right, width},
    },
};

/// A line of the list in words.
struct Entry {
    id: ProjectId,
    name: String,
    total: String,
    state: String,
    is_shown: bool,
}

/// Draws the list with the open sheet in sight.
pub(super) fn draw(
    screen: &JudgeScreen,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
    spots: &mut Vec<(Rect, Spot)>,
) {
    spots.push((area, Spot::List));
    let theme = scene.theme;
    let rows = Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]);
    let [title_area, list_area] = area.layout(&rows);
    let title_style = if screen.mode == Mode::List { theme.selected } else { theme.title };
    Line::from_iter([
        Span::styled(format!(" {} ", scene.words.say("judge-list-title")), title_style),
        Span::raw(" "),
        Span::styled(count(screen, scene), theme.dim),
    ])
    .render(title_area, buf);

    let roll = &screen.roll;
    let shown = screen.shown.as_ref().and_then(|it| roll.row(it)).unwrap_or_default();
    let height = usize::from(list_area.height);
    // Half a list below the open one, as far as there is one.
    let skip = (shown + height / 2).min(roll.len()).saturating_sub(height);
    let seen = skip..roll.len().min(skip + height);
    let seen: Vec<_> = seen.filter_map(|row| screen.sheet_in(row)).collect();
    let entries = entries(&seen, screen.shown.as_ref(), scene);
    let line = line_of(&entries, roll.columns, scene, usize::from(list_area.width));
    for (entry, row) in entries.iter().zip(list_area.rows()) {
        let style = if entry.is_shown { theme.accent } else { theme.base };
        Line::styled(line(entry), style).render(row, buf);
        spots.push((row, Spot::Project(entry.id.clone())));
    }
}

fn count(screen: &JudgeScreen, scene: &Scene<'_>) -> String {
    let Roll { received, owed, .. } = &screen.roll;
    let args = [("received", received.len().into()), ("all", owed.len().into())];
    scene.words.tell("judge-list-count", &args)
}

fn entries(sheets: &[Sheet<'_>], shown: Option<&ProjectId>, scene: &Scene<'_>) -> Vec<Entry> {
    let total = |sheet: Sheet<'_>| Some(sheet.rubric.total(sheet.known()?.1).normalize());
    // As many decimals as the longest has, so that the points stand below each other.
    let decimals =
        |sheet: Sheet<'_>| total(sheet).map(|it| it.scale().max(sheet.rubric.decimals()));
    let decimals = sheets.iter().copied().filter_map(decimals).max().unwrap_or_default();
    let written = |total: Decimal| points(total, decimals);
    let entry = |sheet: Sheet<'_>| Entry {
        id: sheet.line.project.id.clone(),
        name: scene.words.pick(sheet.line.project.name.both()).to_owned(),
        total: total(sheet).map(written).unwrap_or_default(),
        state: state(sheet, scene),
        is_shown: shown == Some(&sheet.line.project.id),
    };
    sheets.iter().copied().map(entry).collect()
}

/// The state in a sign and a word.
fn state(sheet: Sheet<'_>, scene: &Scene<'_>) -> String {
    let (words, signs) = (scene.words, scene.theme.symbols);
    let (sign, word) = match sheet.state() {
        State::Recused => (signs.full, words.say("state-recused")),
        State::Void => (signs.attention, words.say("state-void")),
        State::Returned { .. } => (signs.attention, words.say("state-returned")),
        State::Gone => (signs.attention, words.say("judge-short-unsent")),
        State::Waiting => (" ", words.say("stage-waiting")),
        _ if sheet.is_open() && sheet.is_changed() => {
            (signs.attention, words.say("judge-short-draft"))
        }
        State::NotWaited => {
            (signs.attention, words.say(&format!("state-{}", sheet.line.state.as_str())))
        }
        State::Early => (signs.empty, words.say("stage-called-up")),
        State::Unsent | State::Changed { .. } => (signs.empty, words.say("judge-short-unsent")),
        State::Sending => (signs.pointer, words.say("judge-short-sending")),
        State::Sealed { .. } => (signs.full, words.say("state-sealed")),
        State::Opening { .. } => (signs.pointer, words.say("judge-short-opening")),
        State::Lost { .. } => (signs.attention, words.say("judge-short-lost")),
        State::Opened { .. } => (signs.full, words.say("judge-short-opened")),
        State::OnPaper { .. } => (signs.full, words.say("judge-short-on-paper")),
        State::Received { .. } => (signs.full, words.say("judge-short-received")),
        State::Closed { stage, has_sheet } => {
            let sign = if has_sheet { signs.full } else { signs.empty };
            (sign, words.say(&format!("stage-{stage}")))
        }
    };
    format!("{sign} {word}")
}

/// Writes entries in columns that fit the longest of them, numbers those that fit all; the name gets
/// what is left.
fn line_of(
    entries: &[Entry],
    ids: usize,
    scene: &Scene<'_>,
    columns: usize,
) -> impl Fn(&Entry) -> String {
    let widest = |part: fn(&Entry) -> &str| {
        entries.iter().map(|it| width(part(it))).max().unwrap_or_default()
    };
    let (totals, states) = (widest(|it| &it.total), widest(|it| &it.state));
    let names = columns.saturating_sub(2 + ids + 1 + 2 + totals + 2 + states);
    let signs = scene.theme.symbols;
    move |entry| {
        let pointer = if entry.is_shown { signs.pointer } else { " " };
        let id = pad_right(entry.id.as_str(), ids);
        let name = pad_right(&fit(&entry.name, names, signs.ellipsis), names);
        let total = pad_left(&entry.total, totals);
        let state = pad_right(&entry.state, states);
        format!("{pointer} {id} {name}  {total}  {state}")
    }
}
