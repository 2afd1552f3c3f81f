//! Messages of the host on the screens in the hall: as large as their area, blinking if asked.
//!
//! What always holds, and the test that guards it: a blinking message can be read at any moment,
//! because only what is around the words changes, `a_blinking_message_keeps_its_words`.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    widgets::{Block, Widget},
};

use crate::{
    contest::{At, Message, Ms},
    tui::{Scene, large::Large},
};

/// How long a blinking message stays one way: slow enough to harm nobody.
const HALF: Ms = Ms(700);

/// How messages blink, by the hub's time.
#[derive(Debug, Clone, Copy)]
pub(in crate::tui) struct Blink {
    half: Ms,
}

impl Blink {
    /// For a hub whose time runs so many times as fast.
    pub(in crate::tui) fn at_speed(speed: u32) -> Self {
        Self { half: Ms(HALF.0.saturating_mul(speed.max(1).into())) }
    }

    /// Whether a message stands out now.
    fn is_lit(self, message: &Message, now: At) -> bool {
        !message.blink || (now - message.at).0.div_euclid(self.half.0) % 2 == 0
    }

    /// When that changes.
    pub(in crate::tui) fn next_change(self, message: &Message, now: At) -> Option<At> {
        let (Ms(since), half) = (now - message.at, self.half.0);
        message.blink.then(|| now + Ms(half - since.rem_euclid(half)))
    }
}

/// Draws a message as a band, or `alone` as all there is to see: then it is no block that lights up the
/// hall but a plaque, unless it blinks.
pub(in crate::tui) fn draw(
    message: &Message,
    blink: Blink,
    alone: bool,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let theme = scene.theme;
    let is_block = blink.is_lit(message, scene.now) && (message.blink || !alone);
    let (ground, style) =
        if is_block { (theme.selected, Style::new()) } else { (theme.base, theme.accent) };
    Block::new().style(ground).render(area, buf);
    let columns = area.width.saturating_sub(2);
    let large = Large::of(&message.text, columns, area.height, &theme.symbols);
    let has_plaque = alone && !message.blink;
    let large = if has_plaque { large.on_plaque(area.height) } else { large };
    large.draw(style, area, buf);
}
