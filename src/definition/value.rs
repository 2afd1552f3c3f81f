//! One value of a file, read as what its key holds; each way of reading complains where it fails.

use std::str::FromStr;

use chrono::{DateTime, NaiveDate};
use rust_decimal::Decimal;
use toml::{Spanned, de::DeValue};

use super::{
    Complaint,
    page::{Page, kind, shown},
    table::{Table, start},
};
use crate::contest::{At, LONGEST_ID, Ms, Text};

/// The most digits after a decimal's point.
const MOST_DECIMALS: u32 = 6;
/// The largest decimal; with six decimals everything that is computed from marks stays exact.
pub(super) const LARGEST: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);
/// The most characters of a name.
const LONGEST_NAME: usize = 200;
/// The longest time a phase may take, in seconds: a day.
const LONGEST_SECONDS: i64 = 24 * 60 * 60;

/// A value, the key it belongs to, and the file it is in.
#[derive(Clone, Copy)]
pub(super) struct Value<'d> {
    page: &'d Page<'d>,
    key: &'static str,
    spanned: &'d Spanned<DeValue<'d>>,
}

impl<'d> Value<'d> {
    /// The value of this key; of a list each element belongs to the list's key.
    pub(super) fn new(
        page: &'d Page<'d>,
        key: &'static str,
        value: &'d Spanned<DeValue<'d>>,
    ) -> Self {
        Self { page, key, spanned: value }
    }

    /// Where it stands.
    pub(super) fn at(&self) -> usize {
        start(self.spanned)
    }

    /// Complains about the value, which was read nonetheless.
    pub(super) fn note(&self, complaint: Complaint) {
        self.page.complain(self.at(), complaint);
    }

    fn complain<T>(&self, complaint: Complaint) -> Option<T> {
        self.page.complain(self.at(), complaint);
        None
    }

    fn wrong_type<T>(&self, expected: &str) -> Option<T> {
        let (key, found) = (self.key.to_owned(), kind(self.spanned.get_ref()));
        self.complain(Complaint::WrongType { key, expected: expected.to_owned(), found })
    }

    /// A string that says something and holds nothing that nobody sees: it would reach terminals.
    pub(super) fn string(self) -> Option<&'d str> {
        let DeValue::String(text) = self.spanned.get_ref() else {
            return self.wrong_type("string");
        };
        if text.trim().is_empty() {
            return self.complain(Complaint::EmptyText { key: self.key.to_owned() });
        }
        match check_text(self.key, text) {
            Ok(()) => Some(text),
            Err(complaint) => self.complain(complaint),
        }
    }

    /// A text that stands on boards and papers, so that it is no longer than these bear.
    pub(super) fn name(self) -> Option<Text> {
        let name = self.text()?;
        for text in [&name.zh, &name.en] {
            if let Err(complaint) = check_length(self.key, text) {
                return self.complain(complaint);
            }
        }
        Some(name)
    }

    /// A string for both languages, or `{ zh = "…", en = "…" }`.
    pub(super) fn text(self) -> Option<Text> {
        match self.spanned.get_ref() {
            DeValue::String(_) => self.string().map(Text::from),
            DeValue::Table(_) => {
                let mut table = self.table()?;
                let mut word = |key| table.need(key, |word| word.string().map(str::to_owned));
                Some(Text { zh: word("zh"), en: word("en") })
            }
            _ => self.wrong_type("text"),
        }
    }

    /// An id: 1 to 24 ASCII letters, digits, `-` and `_`.
    pub(super) fn id(self) -> Option<String> {
        let DeValue::String(id) = self.spanned.get_ref() else { return self.wrong_type("id") };
        match check_id(id) {
            Ok(()) => Some(id.to_string()),
            Err(complaint) => self.complain(complaint),
        }
    }

    /// A decimal, written as a string or an integer and never as a float.
    pub(super) fn decimal(self) -> Option<Decimal> {
        let written = match self.spanned.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Integer(number) => number.to_string(),
            DeValue::Float(number) => {
                return self.complain(Complaint::Float { value: number.to_string() });
            }
            _ => return self.wrong_type("decimal"),
        };
        match read_decimal(&written) {
            Ok(decimal) => Some(decimal),
            Err(complaint) => self.complain(complaint),
        }
    }

    /// A decimal above zero.
    pub(super) fn positive(self) -> Option<Decimal> {
        let decimal = self.decimal()?;
        if decimal > Decimal::ZERO {
            return Some(decimal);
        }
        let (key, value) = (self.key.to_owned(), decimal.to_string());
        self.complain(Complaint::NotPositive { key, value })
    }

    /// A decimal from zero.
    pub(super) fn not_negative(self) -> Option<Decimal> {
        let decimal = self.decimal()?;
        if decimal >= Decimal::ZERO {
            return Some(decimal);
        }
        let (key, value) = (self.key.to_owned(), decimal.to_string());
        self.complain(Complaint::BelowZero { key, value })
    }

    /// A count of things, at least one.
    pub(super) fn count(self) -> Option<u32> {
        let DeValue::Integer(number) = self.spanned.get_ref() else {
            return self.wrong_type("integer");
        };
        let count = u32::from_str_radix(number.as_str(), number.radix()).ok();
        count.filter(|count| *count > 0).or_else(|| {
            let (key, value) = (self.key.to_owned(), number.to_string());
            self.complain(Complaint::NotACount { key, value })
        })
    }

    /// A whole number from 0 to this.
    pub(super) fn up_to(self, most: u32) -> Option<u32> {
        let DeValue::Integer(number) = self.spanned.get_ref() else {
            return self.wrong_type("integer");
        };
        let read = u32::from_str_radix(number.as_str(), number.radix()).ok();
        read.filter(|read| *read <= most).or_else(|| {
            let (key, value) = (self.key.to_owned(), number.to_string());
            self.complain(Complaint::OutOfRange { key, value, most })
        })
    }

    /// Yes or no.
    pub(super) fn flag(self) -> Option<bool> {
        self.spanned.get_ref().as_bool().or_else(|| self.wrong_type("flag"))
    }

    /// A span of time above zero: `10:00` (minutes and seconds) or `60s`.
    pub(super) fn span(self) -> Option<Ms> {
        self.span_from(1)
    }

    /// A span of time, or none at all: `0s`.
    pub(super) fn span_or_none(self) -> Option<Ms> {
        self.span_from(0)
    }

    fn span_from(self, least: i64) -> Option<Ms> {
        let written = match self.spanned.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Integer(number) => number.to_string(),
            _ => return self.wrong_type("span"),
        };
        match seconds(&written) {
            Some(seconds) if (least..=LONGEST_SECONDS).contains(&seconds) => {
                Some(Ms::seconds(seconds))
            }
            Some(_) => self.complain(Complaint::SpanOutOfRange { value: shown(&written) }),
            None if whole::<u64>(&written).is_some() => {
                self.complain(Complaint::SpanWithoutUnit { value: shown(&written) })
            }
            None => self.complain(Complaint::NotASpan { value: shown(&written) }),
        }
    }

    /// A day: `2024-01-01`, in quotes or not.
    pub(super) fn day(self) -> Option<NaiveDate> {
        let written = match self.spanned.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(time) => time.to_string(),
            _ => return self.wrong_type("day"),
        };
        match read_day(&written) {
            Ok(day) => Some(day),
            Err(complaint) => self.complain(complaint),
        }
    }

    /// An instant with its offset from UTC: `2026-08-20T09:00:00+08:00`, in quotes or not.
    pub(super) fn instant(self) -> Option<At> {
        let written = match self.spanned.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(time) => time.to_string(),
            _ => return self.wrong_type("instant"),
        };
        let instant = DateTime::parse_from_rfc3339(&written).ok();
        let instant = instant.map(|it| At(it.timestamp_millis()));
        instant.or_else(|| self.complain(Complaint::NotAnInstant { value: shown(&written) }))
    }

    /// One of a few words.
    pub(super) fn one_of<T: Copy>(self, choices: &[(&str, T)]) -> Option<T> {
        let written = self.string()?;
        let found = choices.iter().find(|(word, _)| *word == written).map(|(_, choice)| *choice);
        found.or_else(|| self.not_one_of(choices.iter().map(|(word, _)| *word)))
    }

    /// Complains that it is none of these words.
    pub(super) fn not_one_of<'w, T>(self, choices: impl IntoIterator<Item = &'w str>) -> Option<T> {
        let value = shown(self.spanned.get_ref().as_str().unwrap_or_default());
        let words: Vec<_> = choices.into_iter().map(|word| format!("\"{word}\"")).collect();
        self.complain(Complaint::NotAChoice {
            key: self.key.to_owned(),
            value,
            choices: words.join(", "),
        })
    }

    /// Whether it is the string `word`; says nothing when it is not.
    pub(super) fn is(self, word: &str) -> bool {
        self.spanned.get_ref().as_str() == Some(word)
    }

    /// Whether it is a list; says nothing when it is not.
    pub(super) fn is_list(&self) -> bool {
        self.spanned.get_ref().is_array()
    }

    /// The values of a list, which may be empty.
    pub(super) fn list(self) -> Option<Vec<Self>> {
        let DeValue::Array(values) = self.spanned.get_ref() else {
            return self.wrong_type("array");
        };
        Some(values.iter().map(|value| Self::new(self.page, self.key, value)).collect())
    }

    /// The values of a list that must have at least one.
    pub(super) fn filled_list(self) -> Option<Vec<Self>> {
        let values = self.list()?;
        if values.is_empty() {
            return self.complain(Complaint::EmptyList { key: self.key.to_owned() });
        }
        Some(values)
    }

    /// The table it is.
    pub(super) fn table(self) -> Option<Table<'d>> {
        let DeValue::Table(entries) = self.spanned.get_ref() else {
            return self.wrong_type("table");
        };
        Some(Table::new(self.page, entries, self.at()))
    }
}

/// Whether everything in a text can be seen, and stands where it is seen.
pub(super) fn check_text(key: &str, text: &str) -> Result<(), Complaint> {
    let key = || key.to_owned();
    if text.contains(char::is_control) {
        return Err(Complaint::ControlCharacter { key: key() });
    }
    match hidden(text) {
        Some(sign) => {
            let sign = format!("U+{:04X}", u32::from(sign));
            Err(Complaint::HiddenCharacter { key: key(), sign })
        }
        None => Ok(()),
    }
}

/// The first sign of a text that nobody sees: one that turns the direction of what follows, or one without
/// width. What chooses the form of a Chinese character or an emoji stays, as does what joins emoji.
fn hidden(text: &str) -> Option<char> {
    let mut before = None;
    text.chars().find(|sign| {
        let is_hidden = is_hidden(*sign)
            || *sign == JOINER && before.is_none_or(|it: char| it.is_alphanumeric() || it == ' ');
        before = Some(*sign);
        is_hidden
    })
}

/// Joins emoji to one, and is nothing between letters.
const JOINER: char = '\u{200d}';

/// Whether a sign has no width, or turns the direction of what follows.
pub(super) fn is_hidden(sign: char) -> bool {
    matches!(sign,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}')
}

/// Whether a name is no longer than any that is read aloud.
pub(super) fn check_length(key: &str, name: &str) -> Result<(), Complaint> {
    if name.chars().nth(LONGEST_NAME).is_none() {
        return Ok(());
    }
    Err(Complaint::NameTooLong { key: key.to_owned(), most: LONGEST_NAME })
}

/// Whether a text may be an id.
pub(super) fn check_id(id: &str) -> Result<(), Complaint> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if (1..=LONGEST_ID).contains(&id.len()) && id.chars().all(plain) {
        return Ok(());
    }
    Err(Complaint::BadId { id: shown(id), most: LONGEST_ID })
}

/// A decimal as text.
pub(super) fn read_decimal(written: &str) -> Result<Decimal, Complaint> {
    let decimal = Decimal::from_str_exact(written);
    let decimal = decimal.map_err(|_| Complaint::NotADecimal { value: shown(written) })?;
    if decimal.normalize().scale() > MOST_DECIMALS {
        return Err(Complaint::TooFine { value: shown(written), most: MOST_DECIMALS });
    }
    if decimal.abs() > LARGEST {
        return Err(Complaint::TooLarge { value: shown(written), most: LARGEST.to_string() });
    }
    Ok(decimal)
}

/// A day as text: `2024-01-01`.
pub(super) fn read_day(written: &str) -> Result<NaiveDate, Complaint> {
    // The length keeps out what chrono reads generously: `2024-1-1`, `+2024-01-01`.
    let day = NaiveDate::from_str(written).ok().filter(|_| written.len() == "2024-01-01".len());
    day.ok_or_else(|| Complaint::NotADay { value: shown(written) })
}

/// A count as text, at least one.
pub(super) fn read_count(key: &str, written: &str) -> Result<u32, Complaint> {
    let count = whole(written).filter(|count| *count > 0);
    count.ok_or_else(|| Complaint::NotACount { key: key.to_owned(), value: shown(written) })
}

/// The seconds of `10:00` or `60s`.
fn seconds(written: &str) -> Option<i64> {
    if let Some(seconds) = written.strip_suffix('s') {
        return whole(seconds);
    }
    let (minutes, seconds) = written.split_once(':')?;
    let seconds = whole::<i64>(seconds).filter(|it| *it < 60 && seconds.len() == 2)?;
    whole::<i64>(minutes)?.checked_mul(60)?.checked_add(seconds)
}

/// A whole number in plain digits: no sign, no spaces.
fn whole<T: FromStr>(digits: &str) -> Option<T> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_NAME, check_length, check_text};

    #[test]
    fn what_nobody_sees_is_refused_and_what_writing_needs_is_not() {
        for sound in
            ["钛合金", "葛\u{e0100}粉", "👩\u{200d}🔬", "❤\u{fe0f}\u{200d}🔥", "Crème brûlée"]
        {
            assert!(check_text("name", sound).is_ok(), "{sound}");
        }
        for hidden in
            ["a\u{202e}b", "a\u{200b}b", "钛\u{200d}金", "\u{feff}a", "a\u{2066}b\u{2069}", "a\nb"]
        {
            assert!(check_text("name", hidden).is_err(), "{hidden:?}");
        }
    }

    #[test]
    fn a_name_is_as_long_as_it_may_be_in_characters() {
        assert!(check_length("name", &"长".repeat(LONGEST_NAME)).is_ok());
        assert!(check_length("name", &"长".repeat(LONGEST_NAME + 1)).is_err());
    }
}
