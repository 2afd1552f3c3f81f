//! The menu over any screen: everything that can be done now, found by typing a few letters of it.
//!
//! It presses keys and nothing else, so that what it does is what the key does, with the key's own
//! questions: `what_is_chosen_is_pressed`. It is searched in both languages at once, because who sits
//! before a Chinese screen may have Latin letters at hand: `either_language_finds_it`.

use ratatui::{
    buffer::Buffer,
    crossterm::event::{KeyCode, KeyEvent},
    layout::{Constraint, Layout, Position, Rect},
    style::Modifier,
    text::{Line, Span},
    widgets::Widget,
};

use super::{
    dialog::{Input, draw_box},
    keys::{Binding, Key, KeyTable, Offer},
    text::{fit, pad_right, width},
    theme::Theme,
};
use crate::words::Words;

/// The longest search.
const LONGEST: usize = 40;

/// The menu while it is open.
#[derive(Debug)]
pub(super) struct Palette {
    items: Vec<Item>,
    search: Input,
    /// The chosen line among those that are found.
    chosen: usize,
}

#[derive(Debug)]
struct Item {
    offer: Offer,
    /// Key and words in both languages, in lower case.
    found_by: String,
}

/// What has become of the menu.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Reply {
    /// It stays.
    Open,
    /// It closes, and nothing is done.
    Close,
    /// It closes, and this key is pressed.
    Press(KeyEvent),
}

#[derive(Debug, Clone, Copy)]
enum Act {
    Take,
    Up,
    Down,
    Close,
}

const fn bind(keys: &'static [Key], action: Act, words: &'static str) -> Binding<Act> {
    Binding { keys, action, words, hint: true }
}

const KEYS: KeyTable<Act> = KeyTable(&[
    bind(&[Key::Code(KeyCode::Enter)], Act::Take, "menu-take"),
    bind(&[Key::Code(KeyCode::Up)], Act::Up, "menu-up"),
    bind(&[Key::Code(KeyCode::Down)], Act::Down, "menu-down"),
    bind(
        &[Key::Code(KeyCode::Esc), Key::Code(KeyCode::F(9)), Key::Ctrl('p'), Key::Ctrl('c')],
        Act::Close,
        "menu-close",
    ),
]);

impl Palette {
    /// A menu of what is offered, said in the reader's language and then, in the same order, in the
    /// other one.
    pub(super) fn new(offers: Vec<Offer>, other: Vec<Offer>) -> Self {
        let item = |(offer, other): (Offer, Offer)| {
            let found_by = format!("{} {} {}", offer.name, offer.what, other.what).to_lowercase();
            Item { offer, found_by }
        };
        let items = offers.into_iter().zip(other).map(item).collect();
        Self { items, search: Input::new(LONGEST), chosen: 0 }
    }

    /// What has been searched for: every word of it, anywhere.
    fn found(&self) -> Vec<&Offer> {
        let search = self.search.text().to_lowercase();
        let is_found =
            |item: &&Item| search.split_whitespace().all(|it| item.found_by.contains(it));
        self.items.iter().filter(is_found).map(|item| &item.offer).collect()
    }

    /// Takes a key.
    pub(super) fn press(&mut self, key: KeyEvent) -> Reply {
        let last = self.found().len().saturating_sub(1);
        match KEYS.find(key) {
            Some(Act::Close) => return Reply::Close,
            Some(Act::Take) => {
                let taken = self.found().get(self.chosen).map(|offer| offer.press);
                return taken.map_or(Reply::Open, Reply::Press);
            }
            Some(Act::Up) => self.chosen = self.chosen.checked_sub(1).unwrap_or(last),
            Some(Act::Down) => self.chosen = if self.chosen < last { self.chosen + 1 } else { 0 },
            None => {
                self.search.update(key);
                self.chosen = 0;
            }
        }
        Reply::Open
    }

    /// Takes text from an input method or the clipboard.
    pub(super) fn paste(&mut self, text: &str) {
        self.search.insert(text);
        self.chosen = 0;
    }

    /// Draws it over the middle of `area`; gives the place of the cursor in the search.
    pub(super) fn draw(
        &self,
        words: &Words,
        theme: &Theme,
        area: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let found = self.found();
        let names = self.items.iter().map(|it| width(&it.offer.name)).max().unwrap_or_default() + 2;
        let whats = self.items.iter().map(|it| width(&it.offer.what)).max().unwrap_or_default();
        let hints = KEYS.hints(words, theme, area.width.saturating_sub(4), |_| true);
        let columns = (names + whats + 2).max(hints.width());
        // As high as if all were found, so that it stands still while somebody types.
        let size = (columns, self.items.len() + 3);
        let inner = draw_box(&words.say("menu-title"), size, theme, area, buf);
        let [search, list, _, foot] = inner.layout(&Layout::vertical([
            Constraint::Length(1),
            Constraint::Fill(1),
            Constraint::Length(u16::from(4 <= inner.height)),
            Constraint::Length(u16::from(3 <= inner.height)),
        ]));
        hints.render(foot, buf);
        if found.is_empty() {
            Line::styled(words.say("menu-nothing"), theme.dim).render(list, buf);
        }
        let first = (self.chosen + 1).saturating_sub(usize::from(list.height));
        let place = format!(" {}/{}", self.chosen + 1, found.len());
        let is_cut = usize::from(list.height) < found.len();
        let place = if is_cut { place.as_str() } else { "" };
        for ((at, offer), row) in found.iter().enumerate().skip(first).zip(list.rows()) {
            let (sign, style) = if at == self.chosen {
                (theme.symbols.pointer, theme.selected)
            } else {
                (" ", theme.base)
            };
            let room = usize::from(row.width).saturating_sub(names + 2);
            let what = fit(&offer.what, room, theme.symbols.ellipsis);
            let spans = [
                Span::raw(format!("{sign} ")),
                Span::raw(pad_right(&offer.name, names)),
                Span::raw(pad_right(&what, room)),
            ];
            Line::from_iter(spans).style(style).render(row, buf);
        }
        self.draw_search(place, (words, theme), search, buf)
    }

    /// Draws what is searched for; at its right which line of more than are in sight is chosen.
    fn draw_search(
        &self,
        place: &str,
        (words, theme): (&Words, &Theme),
        area: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let label = format!("{} ", words.say("menu-search"));
        let columns = |text: &str| u16::try_from(width(text)).unwrap_or(u16::MAX);
        let [left, field, right] = area.layout(&Layout::horizontal([
            Constraint::Length(columns(&label)),
            Constraint::Fill(1),
            Constraint::Length(columns(place)),
        ]));
        Line::styled(label, theme.dim).render(left, buf);
        Line::styled(place.to_owned(), theme.dim).render(right, buf);
        let columns = usize::from(field.width);
        let (seen, before) = self.search.window(columns);
        let style = theme.base.add_modifier(Modifier::UNDERLINED);
        Span::styled(pad_right(&seen, columns), style).render(field, buf);
        field.columns().nth(before).map(Rect::as_position)
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::{
        tui::{
            anywhere,
            screen::{every_small_size, screen},
        },
        words::Lang,
    };

    fn menu(lang: Lang) -> Palette {
        let other = if lang == Lang::Zh { Lang::En } else { Lang::Zh };
        let [offers, other] =
            [lang, other].map(|lang| anywhere::KEYS.offers(&Words::new(lang), |_| true));
        Palette::new(offers, other)
    }

    fn write(menu: &mut Palette, text: &str) {
        for c in text.chars() {
            assert_eq!(menu.press(KeyCode::Char(c).into()), Reply::Open);
        }
    }

    fn names(menu: &Palette) -> Vec<&str> {
        menu.found().iter().map(|offer| offer.name.as_str()).collect()
    }

    #[test]
    fn what_is_chosen_is_pressed() {
        let mut menu = menu(Lang::En);
        menu.press(KeyCode::Down.into());
        assert_eq!(menu.press(KeyCode::Enter.into()), Reply::Press(KeyCode::F(12).into()));
        menu.press(KeyCode::Up.into());
        menu.press(KeyCode::Up.into());
        let redraw = Key::Ctrl('l').event();
        assert_eq!(menu.press(KeyCode::Enter.into()), Reply::Press(redraw));
        assert_eq!(menu.press(KeyCode::Esc.into()), Reply::Close);
    }

    #[test]
    fn either_language_finds_it() {
        for lang in [Lang::Zh, Lang::En] {
            for search in ["LANG", "语言", "f12", "zh en"] {
                let mut menu = menu(lang);
                write(&mut menu, search);
                assert_eq!(names(&menu), ["F12"], "{search}");
            }
        }
        let mut menu = menu(Lang::Zh);
        menu.paste("菜单");
        assert_eq!(names(&menu), ["F9"]);
    }

    #[test]
    fn what_is_not_there_cannot_be_pressed() {
        let mut menu = menu(Lang::En);
        write(&mut menu, "fly");
        assert_eq!(menu.press(KeyCode::Enter.into()), Reply::Open);
        let drawn = screen(40, 9, |area, buf| {
            menu.draw(&Words::new(Lang::En), &Theme::dark(), area, buf);
        });
        assert!(drawn.contains("nothing like it"), "{drawn}");
    }

    #[test]
    fn a_menu_names_each_key_with_what_it_does() {
        let drawn = |lang, columns, rows, theme: &Theme| {
            let mut menu = menu(lang);
            menu.press(KeyCode::Down.into());
            screen(columns, rows, |area, buf| menu.draw(&Words::new(lang), theme, area, buf))
        };
        assert_snapshot!(drawn(Lang::Zh, 60, 10, &Theme::dark()), @"
        ┌ 菜单：现在能做的事 ───────────────────┐
        │ 查找                                  │
        │   F9      菜单                        │
        │ ▶ F12     语言 zh/en                  │
        │   F8      外观：深色、浅色、纯文本    │
        │   Ctrl-L  重画屏幕                    │
        │                                       │
        │ 回车 执行  上 上移  下 下移  Esc 关闭 │
        └───────────────────────────────────────┘
        ");
        assert_snapshot!(drawn(Lang::En, 60, 9, &Theme::plain()), @"
        + Menu: what can be done now --------------+
        | Find                                     |
        |   F9      menu                           |
        | > F12     language zh/en                 |
        |   F8      look: dark, light, plain       |
        |   Ctrl-L  draw the screen afresh         |
        |                                          |
        | Enter do it  Up up  Down down  Esc close |
        +------------------------------------------+
        ");
    }

    #[test]
    fn no_size_is_too_small_to_draw() {
        let menu = menu(Lang::Zh);
        let (words, theme) = (Words::new(Lang::Zh), Theme::dark());
        every_small_size(|area, buf| menu.draw(&words, &theme, area, buf));
    }
}
