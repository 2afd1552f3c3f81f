//! One table per screen says which key does what. The screen acts by it, and the hint bar, the help and
//! the menu are drawn from it, so that they cannot say anything else.

use ratatui::{
    crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers},
    text::{Line, Span},
};

use super::theme::Theme;
use crate::words::Words;

pub(super) mod help;

pub use self::help::HelpRow;

/// A key as a table names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// A character, in lower case: capitals are taken as well, unless the table has them too.
    Char(char),
    /// A character together with Ctrl.
    Ctrl(char),
    /// Any other key.
    Code(KeyCode),
}

impl Key {
    /// The key that was pressed; nothing for a key let go, or together with Alt.
    ///
    /// A Chinese input method set to full-width or to Chinese punctuation sends `１` for `1` and
    /// `。` for `.`; both are the same key here.
    pub fn pressed(event: KeyEvent) -> Option<Self> {
        if event.kind == KeyEventKind::Release || event.modifiers.contains(KeyModifiers::ALT) {
            return None;
        }
        Some(match event.code {
            KeyCode::Char(c) if event.modifiers.contains(KeyModifiers::CONTROL) => {
                Self::Ctrl(c.to_ascii_lowercase())
            }
            KeyCode::Char(c) => Self::Char(half_width(c)),
            code => Self::Code(code),
        })
    }

    /// The event of pressing it.
    pub(super) fn event(self) -> KeyEvent {
        match self {
            Self::Char(c) => KeyCode::Char(c).into(),
            Self::Ctrl(c) => KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL),
            Self::Code(code) => code.into(),
        }
    }

    /// What people call it.
    pub(super) fn name(self, words: &Words) -> String {
        match self {
            Self::Char(' ') => words.say("key-space"),
            Self::Char(c) => c.to_string(),
            Self::Ctrl(c) => format!("Ctrl-{}", c.to_ascii_uppercase()),
            Self::Code(KeyCode::Enter) => words.say("key-enter"),
            Self::Code(KeyCode::Up) => words.say("key-up"),
            Self::Code(KeyCode::Down) => words.say("key-down"),
            Self::Code(KeyCode::Left) => words.say("key-left"),
            Self::Code(KeyCode::Right) => words.say("key-right"),
            Self::Code(KeyCode::Backspace) => words.say("key-backspace"),
            Self::Code(KeyCode::BackTab) => "Shift-Tab".to_owned(),
            Self::Code(code) => code.to_string(),
        }
    }
}

/// What some keys do.
#[derive(Debug)]
pub struct Binding<A> {
    /// The keys; hints show the first.
    pub keys: &'static [Key],
    /// What they do.
    pub action: A,
    /// The key of its text in the word tables.
    pub words: &'static str,
    /// Whether the hint bar shows it; the help shows all.
    pub hint: bool,
}

/// The keys of a screen, the most important first.
#[derive(Debug, Clone, Copy)]
pub struct KeyTable<A: 'static>(pub &'static [Binding<A>]);

impl<A: Copy> KeyTable<A> {
    /// The action that a key stands for.
    pub fn find(&self, event: KeyEvent) -> Option<A> {
        let pressed = Key::pressed(event)?;
        let bound_to =
            |key: Key| self.0.iter().find(|it| it.keys.contains(&key)).map(|it| it.action);
        bound_to(pressed).or_else(|| match pressed {
            Key::Char(c) => bound_to(Key::Char(c.to_ascii_lowercase())),
            _ => None,
        })
    }

    /// The hints that fit into `columns`, of the actions that can be done now, whole ones only.
    pub fn hints(
        &self,
        words: &Words,
        theme: &Theme,
        columns: u16,
        can_be_done: impl Fn(A) -> bool,
    ) -> Line<'static> {
        self.hint_rows((words, theme), columns, 1, can_be_done).pop().unwrap_or_default()
    }

    /// The same in as many rows as are needed, up to `most`; at least one.
    pub fn hint_rows(
        &self,
        (words, theme): (&Words, &Theme),
        columns: u16,
        most: usize,
        can_be_done: impl Fn(A) -> bool,
    ) -> Vec<Line<'static>> {
        let columns = usize::from(columns);
        let (mut rows, mut row) = (Vec::new(), Line::default());
        for binding in self.0.iter().filter(|it| it.hint && can_be_done(it.action)) {
            let Some(key) = binding.keys.first() else { continue };
            let hint = [
                Span::styled(key.name(words), theme.key),
                Span::raw(" "),
                Span::styled(words.say(binding.words), theme.dim),
            ];
            let wide = hint.iter().map(Span::width).sum::<usize>();
            let gap = if row.spans.is_empty() { "" } else { "  " };
            if row.width() + gap.len() + wide <= columns {
                row.push_span(gap);
            } else if wide <= columns && rows.len() + 1 < most {
                rows.push(std::mem::take(&mut row));
            } else {
                break;
            }
            row.spans.extend(hint);
        }
        rows.push(row);
        rows
    }

    /// What can be done now, as a menu lists it.
    pub fn offers(&self, words: &Words, can_be_done: impl Fn(A) -> bool) -> Vec<Offer> {
        let offer = |it: &Binding<A>| {
            let key = *it.keys.first()?;
            Some(Offer { press: key.event(), name: key.name(words), what: words.say(it.words) })
        };
        self.0.iter().filter(|it| can_be_done(it.action)).filter_map(offer).collect()
    }
}

/// Something that can be done now: the key that does it, and both in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The press of the key.
    pub press: KeyEvent,
    /// What people call the key.
    pub name: String,
    /// What it does.
    pub what: String,
}

/// The half-width character that is on the same key.
fn half_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '。' => '.',
        '、' => '/',
        '\u{ff01}'..='\u{ff5e}' => {
            u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c)
        }
        _ => c,
    }
}

/// Fails when two bindings share a key, or take one of those of every screen, or when one has no text.
#[cfg(test)]
pub(crate) fn check_table<A: Copy>(table: &KeyTable<A>) {
    use super::anywhere;
    use crate::words::Lang;

    let mut seen: Vec<Key> =
        anywhere::KEYS.0.iter().flat_map(|it| it.keys.iter().copied()).collect();
    for binding in table.0 {
        for key in binding.keys {
            assert!(!seen.contains(key), "{key:?} stands twice");
            seen.push(*key);
        }
        assert!(!binding.keys.is_empty(), "no key for {}", binding.words);
        for words in [Lang::Zh, Lang::En].map(Words::new) {
            assert_ne!(words.say(binding.words), binding.words, "it has no text");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    enum Act {
        Confirm,
        Up,
        Close,
        Shout,
    }

    const TABLE: KeyTable<Act> = KeyTable(&[
        Binding {
            keys: &[Key::Code(KeyCode::Enter), Key::Char('y')],
            action: Act::Confirm,
            words: "dialog-confirm",
            hint: true,
        },
        Binding {
            keys: &[Key::Code(KeyCode::Up), Key::Char('.')],
            action: Act::Up,
            words: "key-up",
            hint: false,
        },
        Binding { keys: &[Key::Ctrl('c')], action: Act::Close, words: "dialog-cancel", hint: true },
        Binding { keys: &[Key::Char('Y')], action: Act::Shout, words: "help-title", hint: true },
    ]);

    fn find(code: KeyCode, modifiers: KeyModifiers) -> Option<Act> {
        TABLE.find(KeyEvent::new(code, modifiers))
    }

    #[test]
    fn a_key_does_what_its_table_says() {
        check_table(&TABLE);
        assert_eq!(find(KeyCode::Enter, KeyModifiers::NONE), Some(Act::Confirm));
        assert_eq!(find(KeyCode::Char('y'), KeyModifiers::NONE), Some(Act::Confirm));
        assert_eq!(find(KeyCode::Char('Y'), KeyModifiers::SHIFT), Some(Act::Shout));
        assert_eq!(find(KeyCode::Char('c'), KeyModifiers::CONTROL), Some(Act::Close));
        assert_eq!(find(KeyCode::Char('c'), KeyModifiers::NONE), None);
        assert_eq!(find(KeyCode::Char('y'), KeyModifiers::ALT), None);
    }

    #[test]
    fn what_is_offered_is_done_by_its_press() {
        for words in [Lang::Zh, Lang::En].map(Words::new) {
            let offers = TABLE.offers(&words, |act| act != Act::Up);
            let acts: Vec<_> = offers.iter().map(|it| TABLE.find(it.press)).collect();
            assert_eq!(acts, [Act::Confirm, Act::Close, Act::Shout].map(Some));
        }
    }

    #[test]
    fn a_key_let_go_does_nothing() {
        let mut event = KeyEvent::from(KeyCode::Enter);
        event.kind = KeyEventKind::Release;
        assert_eq!(TABLE.find(event), None);
    }

    #[test]
    fn full_width_input_is_the_same_key() {
        assert_eq!(find(KeyCode::Char('ｙ'), KeyModifiers::NONE), Some(Act::Confirm));
        assert_eq!(find(KeyCode::Char('。'), KeyModifiers::NONE), Some(Act::Up));
        assert_eq!(half_width('８'), '8');
        assert_eq!(half_width('路'), '路');
    }

    #[test]
    fn hints_are_whole_or_not_there() {
        let hints = |lang, columns| {
            TABLE.hints(&Words::new(lang), &Theme::plain(), columns, |_| true).to_string()
        };
        assert_eq!(hints(Lang::En, 80), "Enter confirm  Ctrl-C cancel  Y Keys");
        assert_eq!(hints(Lang::En, 30), "Enter confirm  Ctrl-C cancel");
        assert_eq!(hints(Lang::Zh, 20), "回车 确认");
        assert_eq!(hints(Lang::Zh, 8), "");
    }

    #[test]
    fn what_cannot_be_done_now_is_not_hinted_at() {
        let line =
            TABLE.hints(&Words::new(Lang::En), &Theme::plain(), 80, |act| act != Act::Confirm);
        assert_eq!(line.to_string(), "Ctrl-C cancel  Y Keys");
    }
}
