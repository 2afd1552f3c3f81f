//! Text counted in columns, where a Chinese character takes two.

use std::borrow::Cow;

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// How many columns a text takes.
pub fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// The text itself, or as much of it as fits into `columns` together with the ellipsis after it.
///
/// A wide character is never cut in half, so the result may be one column short. Where not even
/// the ellipsis fits, nothing is left.
pub fn fit<'a>(text: &'a str, columns: usize, ellipsis: &str) -> Cow<'a, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let Some(room) = columns.checked_sub(width(ellipsis)) else { return Cow::Borrowed("") };
    Cow::Owned(format!("{}{ellipsis}", beginning(text, room)))
}

/// The same of a line: what is cut keeps its style.
pub fn fit_line(line: Line<'static>, columns: usize, ellipsis: &str) -> Line<'static> {
    if line.width() <= columns {
        return line;
    }
    let (mut room, mut spans) = (columns.saturating_sub(width(ellipsis)), Vec::new());
    for span in line.spans {
        let text = beginning(&span.content, room);
        room = room.saturating_sub(width(text));
        spans.push(Span::styled(text.to_owned(), span.style));
        if text != span.content {
            spans.push(Span::styled(ellipsis.to_owned(), span.style));
            break;
        }
    }
    Line { spans, ..line }
}

/// The text with blanks after it, up to `columns`; a longer one is left as it is.
pub fn pad_right(text: &str, columns: usize) -> String {
    format!("{text}{}", blanks(columns, text))
}

/// The text with blanks before it, up to `columns`; a longer one is left as it is.
pub fn pad_left(text: &str, columns: usize) -> String {
    format!("{}{text}", blanks(columns, text))
}

/// The text in the middle of `columns`, the odd blank after it; a longer one is left as it is.
pub fn center(text: &str, columns: usize) -> String {
    let before = width(text) + columns.saturating_sub(width(text)) / 2;
    pad_right(&pad_left(text, before), columns)
}

/// The text in lines of at most `columns`, broken at blanks and between Chinese characters; a
/// longer word is cut. Punctuation that closes stays with what it closes, where there is room, and no
/// Chinese character stands alone in the last line. Where not even one character fits, there is no line.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut wrapped = Vec::new();
    for paragraph in text.lines() {
        let (mut lines, mut line) = (Vec::new(), Vec::new());
        let mut used = 0;
        for mut piece in pieces(paragraph) {
            if columns < used + width(piece.trim_end()) {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            while columns < width(piece.trim_end()) {
                let cut = beginning(piece, columns);
                if cut.is_empty() {
                    return Vec::new();
                }
                lines.push(vec![cut]);
                piece = piece.strip_prefix(cut).unwrap_or_default();
            }
            used += width(piece);
            line.push(piece);
        }
        lines.push(line);
        join_the_last(&mut lines);
        wrapped.extend(lines.into_iter().map(|line| line.concat().trim_end().to_owned()));
    }
    wrapped.retain(|line| !line.is_empty());
    wrapped
}

/// Gives a character that is alone in the last line the one before it.
fn join_the_last(lines: &mut [Vec<&str>]) {
    if let [.., before, last] = lines
        && let [alone] = last[..]
        && alone.chars().count() == 1
        && width(alone) == 2
        && 2 < before.len()
    {
        last.splice(0..0, before.pop());
    }
}

fn blanks(columns: usize, text: &str) -> String {
    " ".repeat(columns.saturating_sub(width(text)))
}

/// The longest beginning that fits into `columns`.
fn beginning(text: &str, columns: usize) -> &str {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    let starts = ends.map_while(|end| text.get(..end).filter(|start| width(start) <= columns));
    starts.last().unwrap_or_default()
}

/// A text in pieces between which a line may break: words with the blanks after them, and wide
/// characters with the punctuation after them.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut before) = (0, None);
    for (at, c) in text.char_indices() {
        if before.is_some_and(|before| may_break(before, c)) {
            pieces.extend(text.get(start..at));
            start = at;
        }
        before = Some(c);
    }
    pieces.extend(text.get(start..).filter(|rest| !rest.is_empty()));
    pieces
}

fn may_break(before: char, after: char) -> bool {
    let is_wide = |c: char| width(c.encode_utf8(&mut [0; 4])) == 2;
    let (opens, closes) = ("（「『《【", "，。、；：！？）」』》】%");
    if after == ' ' || closes.contains(after) || opens.contains(before) {
        return false;
    }
    before == ' ' || is_wide(before) || is_wide(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_by_columns_and_never_inside_a_character() {
        assert_eq!(fit("增材制造", 8, "…"), "增材制造");
        assert_eq!(fit("增材制造", 7, "…"), "增材制…");
        assert_eq!(fit("增材制造", 6, "…"), "增材…"); // Five columns: half a character is none.
        assert_eq!(fit("增材制造", 6, "..."), "增...");
        assert_eq!(fit("E07 青藤", 5, "…"), "E07 …");
        assert_eq!(fit("增材", 1, "…"), "…");
        assert_eq!(fit("增材", 2, "..."), "");
        assert_eq!(fit("", 0, "…"), "");
    }

    #[test]
    fn a_line_is_cut_like_its_text() {
        let fits = |columns| fit_line(Line::from_iter(["增材 ", "制造"]), columns, "…").to_string();
        assert_eq!(
            [fits(9), fits(8), fits(6), fits(5)],
            ["增材 制造", "增材 制…", "增材 …", "增材…"]
        );
    }

    #[test]
    fn blanks_fill_up_to_the_column() {
        assert_eq!(pad_right("青藤", 6), "青藤  ");
        assert_eq!(pad_left("青藤", 6), "  青藤");
        assert_eq!(center("青藤", 7), " 青藤  ");
        assert_eq!(center("青藤", 3), "青藤");
    }

    #[test]
    fn lines_break_at_blanks_and_between_chinese_characters() {
        assert_eq!(wrap("press it again", 8), ["press it", "again"]);
        assert_eq!(
            wrap("E07 现在是「评分」，请再按。", 10),
            ["E07 现在是", "「评分」，", "请再按。"]
        );
        assert_eq!(wrap("unbreakable", 4), ["unbr", "eaka", "ble"]);
        assert_eq!(wrap("一体化打印", 8), ["一体化", "打印"], "none is left alone");
        assert_eq!(wrap("打印机", 4), ["打印", "机"], "where two lines are too few");
        assert_eq!(wrap("one\n\ntwo", 9), ["one", "two"]);
        assert_eq!(wrap("增材", 1), Vec::<String>::new());
        assert_eq!(wrap("a b", 0), Vec::<String>::new());
    }
}
