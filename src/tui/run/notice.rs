//! What is said below a screen whatever it shows: that the link is lost, and what a key came to.

use std::time::Duration;

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::Line,
    widgets::{Block, Clear, Widget},
};
use tokio::time::Instant;

use crate::{
    client::{LinkState, Trouble},
    contest::At,
    tui::{door, frame::LinkSign, hall::sign, text::fit, theme::Theme},
    words::Words,
};

/// How long a notice stays, unless a key is pressed before.
const STAYS: Duration = Duration::from_secs(4);

/// The smallest window in which a line about the link has room below the screen.
const ROOMY: (u16, u16) = (40, 12);

/// From so many columns on it is said in full.
const WIDE: u16 = 60;

/// A line about the last key.
#[derive(Debug, Clone)]
pub(super) struct Notice {
    pub(super) text: String,
    pub(super) until: Instant,
}

impl Notice {
    pub(super) fn new(text: String, now: Instant) -> Self {
        Self { text, until: now + STAYS }
    }

    /// Draws it over the last row of a screen, where its hints are, which say the same at length.
    pub(super) fn draw(&self, theme: &Theme, area: Rect, buf: &mut Buffer) {
        draw_line(&self.text, theme, theme.header, area, buf);
    }
}

/// What is to be said of the link in a window of that size: nothing while it is up.
///
/// The top line of a screen says the same in a few words; here is room for what follows from it.
pub(super) fn of_link(link: &LinkState, now: At, words: &Words, area: Rect) -> Option<String> {
    if area.width < ROOMY.0 || area.height < ROOMY.1 {
        return None;
    }
    let is_short = area.width < WIDE;
    if let LinkState::Lost { trouble: Trouble::OtherMachine { hub }, .. } = link {
        let key = if is_short { "link-other-machine-short" } else { "link-other-machine" };
        return Some(words.tell(key, &[("hub", hub.as_str().into())]));
    }
    if let LinkState::Refused { trouble: trouble @ Trouble::PassRenewed { .. } } = link {
        return Some(words.explain("trouble", trouble));
    }
    if let Some(told) = door::seat_told(link, words) {
        return Some(told);
    }
    let LinkSign::Lost { seconds } = sign(link, now) else { return None };
    let key = if is_short { "link-lost-own-clock-short" } else { "link-lost-own-clock" };
    Some(words.tell(key, &[("seconds", seconds.into())]))
}

/// Draws that line into the last row of an area.
pub(super) fn draw_of_link(text: &str, theme: &Theme, area: Rect, buf: &mut Buffer) {
    draw_line(&format!("{} {text}", theme.symbols.attention), theme, theme.alarm, area, buf);
}

fn draw_line(
    text: &str,
    theme: &Theme,
    style: ratatui::style::Style,
    area: Rect,
    buf: &mut Buffer,
) {
    let Some(row) = area.rows().next_back() else { return };
    // What stood there before goes, bold letters and second halves of wide characters too.
    Clear.render(row, buf);
    Block::new().style(theme.base.patch(style)).render(row, buf);
    let text = fit(text, usize::from(row.width).saturating_sub(2), theme.symbols.ellipsis);
    Line::raw(format!(" {text}")).render(row, buf);
}

#[cfg(test)]
mod tests {
    use ratatui::{style::Modifier, text::Span};

    use super::*;
    use crate::{client::Trouble, words::Lang};

    #[test]
    fn nothing_of_what_stood_below_shows_through() {
        let (area, theme) = (Rect::new(0, 0, 20, 1), Theme::dark());
        let mut buf = Buffer::empty(area);
        let below = Span::styled("增材制造增材制造", theme.key.add_modifier(Modifier::BOLD));
        below.render(area, &mut buf);
        draw_line("x", &theme, theme.base, area, &mut buf);
        let text: String = buf.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert_eq!(text.trim(), "x");
        assert!(buf.content.iter().all(|cell| !cell.modifier.contains(Modifier::BOLD)));
    }

    #[test]
    fn a_link_that_is_up_says_nothing_below_the_screen() {
        let link = LinkState::Up { round_trip: None };
        let area = Rect::new(0, 0, 80, 24);
        assert_eq!(of_link(&link, At(0), &Words::new(Lang::Zh), area), None);
    }

    #[test]
    fn another_machine_under_the_hubs_address_is_called_that() {
        let hub = "192.168.1.10:7878".to_owned();
        let lost = LinkState::Lost { since: At(0), trouble: Trouble::OtherMachine { hub } };
        let told = of_link(&lost, At(9000), &Words::new(Lang::En), Rect::new(0, 0, 80, 24));
        assert!(told.unwrap().starts_with("Another machine answers at 192.168.1.10:7878"));
    }
}
