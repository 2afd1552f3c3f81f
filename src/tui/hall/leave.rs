//! Whether a screen in the hall is to be closed: everybody would see what is behind it, a shell with
//! the link that opened the screen, perhaps.
//!
//! What always holds, and the test that guards it: Enter answers nothing, so that a key pressed once
//! more closes no projector, `q_asks_before_the_hall_sees_a_shell`.

use ratatui::{
    buffer::Buffer,
    crossterm::event::{KeyCode, KeyEvent},
    layout::Rect,
    text::Line,
    widgets::Widget,
};

use crate::tui::{
    Effect, Scene,
    dialog::{MOST_COLUMNS, draw_box},
    keys::{Binding, Key, KeyTable},
    text::{width, wrap},
};

/// The question, while it is open.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::tui) struct Leave {
    is_asked: bool,
}

#[derive(Debug, Clone, Copy)]
enum Choice {
    Leave,
    Stay,
}

const KEYS: KeyTable<Choice> = KeyTable(&[
    Binding {
        keys: &[Key::Char('y'), Key::Ctrl('c')],
        action: Choice::Leave,
        words: "dialog-confirm",
        hint: true,
    },
    Binding {
        keys: &[Key::Code(KeyCode::Esc), Key::Char('n')],
        action: Choice::Stay,
        words: "dialog-cancel",
        hint: true,
    },
]);

impl Leave {
    /// Opens the question.
    pub(in crate::tui) fn ask(&mut self) {
        self.is_asked = true;
    }

    /// Takes a key while the question is open; any other is the screen's.
    pub(in crate::tui) fn reply(&mut self, key: KeyEvent) -> Option<Vec<Effect>> {
        if !self.is_asked {
            return None;
        }
        let choice = KEYS.find(key);
        self.is_asked = choice.is_none();
        Some(match choice {
            Some(Choice::Leave) => vec![Effect::Quit],
            _ => Vec::new(),
        })
    }

    /// Draws it over the middle of a screen.
    pub(in crate::tui) fn draw(self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
        if !self.is_asked {
            return;
        }
        let Scene { words, theme, .. } = *scene;
        let room = area.width.saturating_sub(4).min(MOST_COLUMNS);
        let text = wrap(&words.say("hall-leave"), room.into());
        let hints = KEYS.hints(words, theme, room, |_| true);
        let columns = text.iter().map(|line| width(line)).chain([hints.width()]).max();
        let size = (columns.unwrap_or_default(), text.len() + 2);
        let inner = draw_box(&words.say("hall-leave-title"), size, theme, area, buf);
        let lines = text.into_iter().map(Line::raw).chain([Line::default(), hints]);
        for (line, row) in lines.zip(inner.rows()) {
            line.render(row, buf);
        }
    }
}
