//! Lines of a terminal: text broken where it may be, headings, and what stands out where there are colours.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::terminal::Screen;

/// What no line may begin with.
const NOT_FIRST: &str = "，。、；：！？）】」』》”’%,.;:!?)]";

/// A page as it grows.
pub(super) struct Lines {
    screen: Screen,
    text: String,
}

impl Lines {
    pub(super) fn new(screen: Screen) -> Self {
        Self { screen, text: String::new() }
    }

    /// The heading of a part, with a line to the edge.
    pub(super) fn heading(&mut self, text: &str) {
        let rule = self.screen.width.saturating_sub(text.width() + 4);
        let rule = self.screen.glyphs.line.to_string().repeat(rule);
        let line = format!("{0}{0} {text} {rule}", self.screen.glyphs.line);
        self.text += "\n";
        self.strong(&line);
        self.text += "\n";
    }

    /// The heading of what stands under a part.
    pub(super) fn subheading(&mut self, text: &str) {
        self.text += "\n";
        self.strong(text);
    }

    /// A line that stands out.
    pub(super) fn strong(&mut self, text: &str) {
        let painted =
            if self.screen.colour { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.into() };
        self.line(&painted);
    }

    /// A line as it is.
    pub(super) fn line(&mut self, text: &str) {
        self.text += text.trim_end();
        self.text += "\n";
    }

    /// A sentence, broken to the width.
    pub(super) fn paragraph(&mut self, text: &str) {
        self.hanging("", text);
    }

    /// A sentence behind something, its further lines below its beginning.
    pub(super) fn hanging(&mut self, lead: &str, text: &str) {
        let indent = lead.width();
        let mut lead = lead.to_owned();
        for line in wrapped(text, self.screen.width.saturating_sub(indent).max(20)) {
            self.line(&format!("{lead}{line}"));
            lead = " ".repeat(indent);
        }
    }

    /// A table; in it the scores of plots stand out, and what was dropped stands back.
    pub(super) fn table(&mut self, table: &str) {
        let glyphs = self.screen.glyphs;
        for line in table.lines() {
            let mut painted = line.trim_end().to_owned();
            if self.screen.colour {
                for (sign, style) in
                    [(glyphs.score, "1;36"), (glyphs.dropped, "2"), (glyphs.line, "2")]
                {
                    painted = painted.replace(sign, &format!("\u{1b}[{style}m{sign}\u{1b}[0m"));
                }
            }
            self.line(&painted);
        }
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }
}

/// A text in lines of at most so many columns: broken at blanks, and between Chinese characters.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let (mut lines, mut line) = (Vec::new(), String::new());
    for piece in pieces(text) {
        if width < line.width() + piece.trim_end().width() && !line.is_empty() {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        line += &piece;
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// The parts of a text that are not broken: words with the blanks after them, and single Chinese characters
/// with the stops after them.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut may_break = true;
    for sign in text.chars() {
        let is_wide = sign.width() == Some(2);
        let begins = (may_break || is_wide) && !NOT_FIRST.contains(sign) && sign != ' ';
        match pieces.last_mut() {
            Some(last) if !begins => last.push(sign),
            _ => pieces.push(sign.to_string()),
        }
        may_break = is_wide || sign == ' ';
    }
    pieces
}

/// A text cut to so many columns, with a sign for the rest.
pub(super) fn cut(text: &str, columns: usize, more: char) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let mut kept = String::new();
    for sign in text.chars() {
        if columns < kept.width() + sign.width().unwrap_or_default() + 1 {
            break;
        }
        kept.push(sign);
    }
    kept.truncate(kept.trim_end().len());
    kept.push(more);
    kept
}

#[cfg(test)]
mod tests {
    use super::{cut, wrapped};

    #[test]
    fn a_text_is_cut_to_its_columns() {
        assert_eq!(cut("示例项目 E01", 12, '…'), "示例项目 E01");
        assert_eq!(cut("示例项目 E01", 11, '…'), "示例项目 E…");
        assert_eq!(cut("示例项目", 6, '~'), "示例~");
    }

    #[test]
    fn a_text_is_broken_at_blanks_and_between_chinese_characters() {
        assert_eq!(wrapped("one two three four", 9), ["one two", "three", "four"]);
        assert_eq!(wrapped("评委给出的分数差别不大。", 10), ["评委给出的", "分数差别不", "大。"]);
        assert_eq!(wrapped("评委给出的。", 10), ["评委给出", "的。"], "no line begins with a stop");
        assert_eq!(wrapped("共 30 个项目", 6), ["共 30", "个项目"]);
        assert_eq!(wrapped("indivisible", 4), ["indivisible"]);
        assert_eq!(wrapped("", 4), [""]);
    }
}
