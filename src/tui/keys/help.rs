//! The help: every key of a screen, and after them those of every screen, in a box over it.
//!
//! In a window that is too low for one column there are two; in one too small for those the last keys
//! give way, never the way back: `a_low_window_has_two_columns_of_keys`.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::Widget,
};

use super::{Binding, Key, KeyTable};
use crate::{
    tui::{
        dialog::draw_box,
        text::{fit, fit_line, pad_right, width},
        theme::Theme,
    },
    words::Words,
};

/// The columns between two columns of keys.
const GAP: usize = 3;

/// What some keys do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpRow {
    /// The keys as people call them, the first one first.
    names: Vec<String>,
    what: String,
}

impl<A: Copy> KeyTable<A> {
    /// What the keys of the table do, of the actions that are asked for.
    pub fn help(&self, words: &Words, is_shown: impl Fn(A) -> bool) -> Vec<HelpRow> {
        let row = |it: &Binding<A>| HelpRow {
            names: runs(it.keys).map(|it| named(it, words)).collect(),
            what: words.say(it.words),
        };
        self.0.iter().filter(|it| is_shown(it.action)).map(row).collect()
    }
}

/// Draws a box with what all keys do over the middle of `area`.
pub(in crate::tui) fn draw(
    rows: &[HelpRow],
    words: &Words,
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
) {
    let room = usize::from(area.height.saturating_sub(4));
    // Every name of every key, in one column or in two; or else the first name, in two.
    let layouts = [(usize::MAX, 1), (usize::MAX, 2), (1, 2)];
    let sheets = layouts.map(|(names, columns)| Sheet::of(rows, names, columns, room));
    let is_wide = |it: &Sheet| it.columns.len() < 2 || it.width() + 6 <= usize::from(area.width);
    let Some(sheet) = sheets.into_iter().filter(is_wide).min_by_key(|it| it.left_out) else {
        return;
    };
    let close = words.say("help-close");
    let size = (sheet.width().max(width(&close)), sheet.height + 2);
    let inner = draw_box(&words.say("help-title"), size, theme, area, buf);
    let [keys, last] =
        inner.layout(&Layout::vertical([Constraint::Fill(1), Constraint::Length(1)]));
    sheet.draw(theme, keys, buf);
    // The menu has all that can be done, and turns its pages.
    let close = if sheet.left_out == 0 { close } else { words.say("help-more") };
    let close = fit(&close, usize::from(last.width), theme.symbols.ellipsis);
    Line::styled(close, theme.dim).render(last, buf);
}

/// Keys, those that follow each other as digits do taken together.
fn runs(keys: &[Key]) -> impl Iterator<Item = &[Key]> {
    let follows = |one: &Key, other: &Key| match (one, other) {
        (Key::Char(one), Key::Char(other)) => {
            one.is_ascii_digit() && u32::from(*one) + 1 == u32::from(*other)
        }
        _ => false,
    };
    keys.chunk_by(follows)
}

fn named(run: &[Key], words: &Words) -> String {
    let name = |key: &Key| key.name(words);
    match run {
        [first, .., last] => format!("{}-{}", name(first), name(last)),
        _ => run.iter().map(name).collect(),
    }
}

/// Keys by their names, and what they do.
type Row = (String, String);

/// The rows in columns beside each other, all as wide as the widest.
struct Sheet {
    columns: Vec<Vec<Row>>,
    height: usize,
    names: usize,
    whats: usize,
    /// How many rows there is no room for.
    left_out: usize,
}

impl Sheet {
    /// With at most so many names of a key, in so many rows of room.
    fn of(rows: &[HelpRow], names: usize, columns: usize, room: usize) -> Self {
        let row = |it: &HelpRow| -> Row {
            let names: Vec<_> = it.names.iter().take(names).map(String::as_str).collect();
            (names.join(" "), it.what.clone())
        };
        let rows: Vec<_> = rows.iter().map(row).collect();
        let widest = |of: fn(&Row) -> &String| rows.iter().map(|it| width(of(it))).max();
        let names = widest(|(name, _)| name).unwrap_or_default() + 2;
        let whats = widest(|(_, what)| what).unwrap_or_default();
        let height = rows.len().div_ceil(columns).min(room).max(1);
        let left_out = rows.len().saturating_sub(height * columns);
        let columns = rows.chunks(height).take(columns).map(<[_]>::to_vec).collect();
        Self { columns, height, names, whats, left_out }
    }

    fn width(&self) -> usize {
        let columns = self.columns.len().max(1);
        columns * (self.names + self.whats) + (columns - 1) * GAP
    }

    fn draw(&self, theme: &Theme, area: Rect, buf: &mut Buffer) {
        for (at, line) in area.rows().enumerate() {
            let cells = self.columns.iter().filter_map(|rows| rows.get(at)).enumerate();
            let spans = cells.flat_map(|(nth, (name, what))| {
                let is_last = nth + 1 == self.columns.len(); // It is cut rather than its blanks.
                let wide = if is_last { 0 } else { self.whats + GAP };
                let name = Span::styled(pad_right(name, self.names), theme.key);
                [name, Span::raw(pad_right(what, wide))]
            });
            fit_line(spans.collect(), line.width.into(), theme.symbols.ellipsis).render(line, buf);
        }
    }
}

/// Those keys and those of every screen, as they are drawn alone in a window of that size.
#[cfg(test)]
pub(in crate::tui) fn drawn(
    rows: impl Fn(&Words) -> Vec<HelpRow>,
    words: &Words,
    (columns, height): (u16, u16),
) -> String {
    use crate::tui::{anywhere, screen::screen};

    let rows = [rows(words), anywhere::KEYS.help(words, |_| true)].concat();
    screen(columns, height, |area, buf| draw(&rows, words, &Theme::dark(), area, buf))
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;
    use ratatui::crossterm::event::KeyCode;

    use super::*;
    use crate::{
        tui::{keys::Key, screen::every_small_size},
        words::Lang,
    };

    const TABLE: KeyTable<()> = KeyTable(&[
        Binding {
            keys: &[Key::Code(KeyCode::Enter), Key::Char('y')],
            action: (),
            words: "dialog-confirm",
            hint: true,
        },
        Binding { keys: &[Key::Char('q')], action: (), words: "dialog-cancel", hint: false },
    ]);

    fn help(lang: Lang, columns: u16, rows: u16) -> String {
        drawn(|words| TABLE.help(words, |()| true), &Words::new(lang), (columns, rows))
    }

    #[test]
    fn help_lists_every_key_in_line() {
        assert_snapshot!(help(Lang::Zh, 40, 10), @"
        ┌ 按键 ───────────────────────────────┐
        │ 回车 y     确认                     │
        │ q          取消                     │
        │ F9 Ctrl-P  菜单                     │
        │ F12        语言 zh/en               │
        │ F8         外观：深色、浅色、纯文本 │
        │ Ctrl-L     重画屏幕                 │
        │                                     │
        │ 按任意键关闭                        │
        └─────────────────────────────────────┘
        ");
        assert_snapshot!(help(Lang::En, 44, 10), @"
        ┌ Keys ───────────────────────────────┐
        │ Enter y    confirm                  │
        │ q          cancel                   │
        │ F9 Ctrl-P  menu                     │
        │ F12        language zh/en           │
        │ F8         look: dark, light, plain │
        │ Ctrl-L     draw the screen afresh   │
        │                                     │
        │ any key closes this                 │
        └─────────────────────────────────────┘
        ");
    }

    #[test]
    fn a_low_window_has_two_columns_of_keys() {
        assert_snapshot!(help(Lang::Zh, 80, 7), @"
        ┌ 按键 ─────────────────────────────────────────────────────────────────────┐
        │ 回车 y     确认                       F12        语言 zh/en               │
        │ q          取消                       F8         外观：深色、浅色、纯文本 │
        │ F9 Ctrl-P  菜单                       Ctrl-L     重画屏幕                 │
        │                                                                           │
        │ 按任意键关闭                                                              │
        └───────────────────────────────────────────────────────────────────────────┘
        ");
        assert_snapshot!(help(Lang::Zh, 40, 6), @"
        ┌ 按键 ───────────────────────────────┐
        │ 回车 y     确认                     │
        │ q          取消                     │
        │                                     │
        │ 其余按 F9 查看；按任意键关闭        │
        └─────────────────────────────────────┘
        ");
    }

    #[test]
    fn no_size_is_too_small_to_draw() {
        let words = Words::new(Lang::Zh);
        let rows = TABLE.help(&words, |()| true);
        every_small_size(|area, buf| draw(&rows, &words, &Theme::plain(), area, buf));
    }
}
