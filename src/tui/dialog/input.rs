//! One line of text that a person writes.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::tui::text::{fit, width};

/// A text of limited length with a cursor in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    before: String,
    after: String,
    most: usize,
}

impl Input {
    /// An empty text of at most so many characters.
    pub fn new(most: usize) -> Self {
        Self { before: String::new(), after: String::new(), most }
    }

    /// What has been written.
    pub fn text(&self) -> String {
        format!("{}{}", self.before, self.after)
    }

    /// Whether there is anything but blanks.
    pub fn is_complete(&self) -> bool {
        !self.text().trim().is_empty()
    }

    /// Takes a key: a character, or one that moves or deletes.
    pub fn update(&mut self, event: KeyEvent) {
        let chord = event.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        if event.kind == KeyEventKind::Release || chord {
            return;
        }
        match event.code {
            KeyCode::Char(c) => self.insert(c.encode_utf8(&mut [0; 4])),
            KeyCode::Backspace => drop(self.before.pop()),
            KeyCode::Delete => drop(take_first(&mut self.after)),
            KeyCode::Left => {
                if let Some(c) = self.before.pop() {
                    self.after.insert(0, c);
                }
            }
            KeyCode::Right => self.before.extend(take_first(&mut self.after)),
            KeyCode::Home => self.after.insert_str(0, &std::mem::take(&mut self.before)),
            KeyCode::End => self.before.push_str(&std::mem::take(&mut self.after)),
            _ => (),
        }
    }

    /// Inserts a text at the cursor, up to the limit; line breaks become blanks, and other control
    /// characters are left out.
    pub fn insert(&mut self, text: &str) {
        let room = self.most.saturating_sub(self.text().chars().count());
        let blank = |c: char| if c == '\n' || c == '\t' { ' ' } else { c };
        let written = text.chars().map(blank).filter(|c| !c.is_control());
        self.before.extend(written.take(room));
    }

    /// The part to show in so many columns, with the cursor in it, and the columns before the
    /// cursor. The cursor itself takes one column.
    pub fn window(&self, columns: usize) -> (String, usize) {
        let room = columns.saturating_sub(1);
        let starts = self.before.char_indices().map(|(at, _)| at);
        let seen = starts
            .filter_map(|start| self.before.get(start..))
            .find(|rest| width(rest) <= room)
            .unwrap_or_default();
        let before_cursor = width(seen);
        let rest = fit(&self.after, columns.saturating_sub(before_cursor), "");
        (format!("{seen}{rest}"), before_cursor)
    }
}

fn take_first(text: &mut String) -> Option<char> {
    (!text.is_empty()).then(|| text.remove(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str, most: usize, keys: &[KeyCode]) -> Input {
        let mut input = Input::new(most);
        input.insert(text);
        for key in keys {
            input.update((*key).into());
        }
        input
    }

    #[test]
    fn keys_move_and_delete_whole_characters() {
        use KeyCode::{Backspace, Char, Delete, End, Home, Left, Right};
        assert_eq!(written("设备故障", 9, &[Left, Left, Backspace]).text(), "设故障");
        assert_eq!(written("设备故障", 9, &[Home, Delete, Right, Char('x')]).text(), "备x故障");
        assert_eq!(
            written("设备", 9, &[Home, Left, End, Right, Delete, Char('。')]).text(),
            "设备。"
        );
        assert_eq!(written("", 9, &[Backspace, Delete]).text(), "");
    }

    #[test]
    fn what_is_pasted_stays_on_one_line_and_within_the_limit() {
        assert_eq!(written("a\nb\u{1b}c", 9, &[]).text(), "a bc");
        assert_eq!(written("设备故障", 3, &[]).text(), "设备故");
    }

    #[test]
    fn the_cursor_is_always_in_sight() {
        let shown = |columns, keys: &[KeyCode]| written("设备故障ok", 9, keys).window(columns);
        assert_eq!(shown(20, &[]), ("设备故障ok".to_owned(), 10));
        assert_eq!(shown(6, &[]), ("障ok".to_owned(), 4));
        assert_eq!(shown(6, &[KeyCode::Home]), ("设备故".to_owned(), 0));
        assert_eq!(shown(0, &[]), (String::new(), 0));
    }
}
