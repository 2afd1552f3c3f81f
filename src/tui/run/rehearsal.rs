//! The band over every screen of a rehearsal: nobody mistakes it for the final.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
    widgets::{Block, Widget},
};
use serde_json::Value;

use crate::{
    client::News,
    tui::{
        text::{fit, width},
        theme::Theme,
    },
    words::Words,
};

/// Whether a picture says that this is a rehearsal; `None` from what is no picture.
pub(super) fn told(news: &News) -> Option<bool> {
    let News::Picture(sections) = news else { return None };
    sections.part::<Value>("session")?.get("rehearsal")?.as_bool()
}

/// Draws the band: the word at both ends and what it means between them, or as much as there is room for.
pub(super) fn draw(words: &Words, theme: &Theme, area: Rect, buf: &mut Buffer) {
    Block::new().style(theme.base.patch(theme.selected)).render(area, buf);
    let sign = theme.symbols.attention;
    let end = format!(" {sign} {} {sign} ", words.say("rehearsal"));
    let middle = words.say("rehearsal-band");
    let columns = usize::from(area.width);
    if columns < 2 * width(&end) + width(&middle) {
        let word = fit(&end, columns, theme.symbols.ellipsis).into_owned();
        return Line::raw(word).centered().render(area, buf);
    }
    Line::raw(end.clone()).render(area, buf);
    Line::from(Span::raw(middle)).centered().render(area, buf);
    Line::raw(end).right_aligned().render(area, buf);
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::{
        tui::screen::{every_small_size, screen},
        words::Lang,
    };

    fn band(lang: Lang, theme: &Theme, columns: u16) -> String {
        screen(columns, 1, |area, buf| draw(&Words::new(lang), theme, area, buf))
    }

    #[test]
    fn the_word_stands_on_every_width_and_look() {
        assert_snapshot!(band(Lang::Zh, &Theme::dark(), 60), @" ▲ 彩排 ▲          本场为彩排，结果不作数          ▲ 彩排 ▲");
        assert_snapshot!(band(Lang::En, &Theme::plain(), 80), @" ! REHEARSAL !        this is a rehearsal: nothing counts         ! REHEARSAL !");
        assert_snapshot!(band(Lang::En, &Theme::plain(), 30), @"        ! REHEARSAL !");
        every_small_size(|area, buf| draw(&Words::new(Lang::Zh), &Theme::dark(), area, buf));
    }
}
