//! What every screen has around it: a line on top with its name, its place and its link to the hub,
//! and a line of key hints at the bottom.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::{Block, Widget},
};

use super::{
    text::{fit, width, wrap},
    theme::Theme,
};
use crate::words::Words;

/// What is around a screen.
#[derive(Debug, Clone)]
pub struct FrameModel<'a> {
    /// The name of the contest, or of the screen.
    pub title: &'a str,
    /// Room and seat.
    pub place: &'a str,
    /// The link to the hub.
    pub link: LinkSign,
    /// The bottom line: hints, or what was just refused.
    pub bottom: Line<'a>,
}

/// How a screen is linked to the hub.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkSign {
    /// Not linked yet.
    Connecting,
    /// Linked; what is shown is current.
    Online,
    /// Not heard from for so long.
    Lost {
        /// Whole seconds.
        seconds: i64,
    },
    /// Linked, and another terminal has the seat.
    Held,
    /// Another terminal has taken the seat.
    Unseated,
    /// The seat has a new pass.
    Renewed,
    /// The hub has said goodbye.
    Closed,
}

impl LinkSign {
    /// The sign with its words, in the style of its urgency.
    pub fn span(self, words: &Words, theme: &Theme) -> Span<'static> {
        let signs = theme.symbols;
        let (sign, text, style) = match self {
            Self::Connecting => (signs.empty, words.say("link-connecting"), theme.warn),
            Self::Online => (signs.full, words.say("link-online"), theme.good),
            Self::Lost { seconds } => {
                let text = words.tell("link-lost", &[("seconds", seconds.into())]);
                (signs.attention, text, theme.alarm)
            }
            Self::Held => (signs.empty, words.say("link-held"), theme.warn),
            Self::Unseated => (signs.attention, words.say("link-unseated"), theme.alarm),
            Self::Renewed => (signs.attention, words.say("link-renewed"), theme.alarm),
            Self::Closed => (signs.attention, words.say("link-closed"), theme.alarm),
        };
        Span::styled(format!("{sign} {text}"), style)
    }
}

/// Draws the frame and gives back what is left for the screen itself.
pub fn draw_frame(
    model: &FrameModel,
    words: &Words,
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
) -> Rect {
    Block::new().style(theme.base).render(area, buf);
    let [top, inner, bottom] = area.layout(&Layout::vertical([
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(1),
    ]));
    draw_top(model, words, theme, top, buf);
    (&model.bottom).render(bottom, buf);
    inner
}

/// Of the three parts the link is the last to go, and the title the first.
fn draw_top(model: &FrameModel, words: &Words, theme: &Theme, area: Rect, buf: &mut Buffer) {
    Block::new().style(theme.header).render(area, buf);
    let mut link = model.link.span(words, theme);
    link.style = theme.on_header(link.style);
    let [rest, link_area] = area.layout(&Layout::horizontal([
        Constraint::Fill(1),
        Constraint::Length(columns(link.width())),
    ]));
    link.render(link_area, buf);

    let ellipsis = theme.symbols.ellipsis;
    let place = fit(model.place, usize::from(rest.width).saturating_sub(1), ellipsis);
    // The place stands in the middle of the screen as long as the link leaves it there.
    let beside = area.width.saturating_sub(columns(width(&place))) / 2;
    let after = beside.saturating_sub(link_area.width).max(1);
    let [title_area, place_area, _] = rest.layout(&Layout::horizontal([
        Constraint::Fill(1),
        Constraint::Length(columns(width(&place))),
        Constraint::Length(after),
    ]));
    Line::raw(place).render(place_area, buf);
    let title = fit(model.title, usize::from(title_area.width).saturating_sub(1), ellipsis);
    Line::styled(title, theme.title).render(title_area, buf);
}

/// Whether the area is smaller than a screen needs, in columns and rows; it then says so there,
/// and nothing else is to be drawn.
pub fn draw_too_small(area: Rect, buf: &mut Buffer, words: &Words, need: (u16, u16)) -> bool {
    let (width, height) = need;
    if width <= area.width && height <= area.height {
        return false;
    }
    let text = words.tell(
        "too-small",
        &[
            ("width", width.into()),
            ("height", height.into()),
            ("has_width", area.width.into()),
            ("has_height", area.height.into()),
        ],
    );
    for (line, row) in wrap(&text, usize::from(area.width)).iter().zip(area.rows()) {
        Line::raw(line).render(row, buf);
    }
    true
}

fn columns(width: usize) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::{
        tui::screen::{every_small_size, screen},
        words::Lang,
    };

    fn frame(lang: Lang, link: LinkSign, theme: &Theme, columns: u16) -> String {
        let words = Words::new(lang);
        let (title, place) = match lang {
            Lang::Zh => ("增材制造大赛决赛", "A 厅 评委 A3"),
            Lang::En => ("Additive manufacturing final", "Room A, judge A3"),
        };
        let model = FrameModel { title, place, link, bottom: Line::raw("? help") };
        screen(columns, 3, |area, buf| {
            let inner = draw_frame(&model, &words, theme, area, buf);
            Line::raw("inside").render(inner, buf);
        })
    }

    #[test]
    fn name_place_and_link_share_the_top_line() {
        assert_snapshot!(frame(Lang::Zh, LinkSign::Online, &Theme::dark(), 60), @"
        增材制造大赛决赛        A 厅 评委 A3                ● 已连接
        inside
        ? help
        ");
        assert_snapshot!(frame(Lang::En, LinkSign::Connecting, &Theme::plain(), 60), @"
        Additive manufactu... Room A, judge A3          o connecting
        inside
        ? help
        ");
    }

    #[test]
    fn a_lost_link_is_said_even_where_the_title_has_no_room() {
        let lost = LinkSign::Lost { seconds: 12 };
        assert_snapshot!(frame(Lang::Zh, lost, &Theme::dark(), 36), @"
        增材制…  A 厅 评委 A3 ▲ 已断线 12 秒
        inside
        ? help
        ");
        assert_snapshot!(frame(Lang::En, lost, &Theme::plain(), 44), @"
        Add... Room A, judge A3 ! link lost for 12 s
        inside
        ? help
        ");
    }

    #[test]
    fn a_small_window_says_what_it_needs() {
        let small = |lang, need| {
            let words = Words::new(lang);
            screen(24, 5, |area, buf| assert!(draw_too_small(area, buf, &words, need)))
        };
        assert_snapshot!(small(Lang::Zh, (60, 16)), @"
        窗口太小：需要 60 列 16
        行，现在是 24 列 5 行。
        ");
        assert_snapshot!(small(Lang::En, (24, 16)), @"
        This window is too
        small: it needs 24
        columns and 16 rows and
        has 24 and 5.
        ");
        screen(24, 5, |area, buf| {
            assert!(!draw_too_small(area, buf, &Words::new(Lang::En), (24, 5)));
        });
    }

    #[test]
    fn no_size_is_too_small_to_draw() {
        let words = Words::new(Lang::Zh);
        let link = LinkSign::Lost { seconds: 3 };
        let model =
            FrameModel { title: "决赛", place: "A 厅", link, bottom: Line::raw("帮助") };
        every_small_size(|area, buf| draw_frame(&model, &words, &Theme::dark(), area, buf));
        every_small_size(|area, buf| draw_too_small(area, buf, &words, (80, 24)));
    }
}
