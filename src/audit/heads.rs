//! Heads that somebody has kept: lines of JSON as terminals keep them, or short forms as they were
//! read aloud. Each pins every record up to it.

use serde::{Deserialize, Serialize};

use super::Head;

/// A head as somebody has kept it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Of which session, where that is known.
    pub session: Option<String>,
    /// Of which journal, where that is known: the hash of its first record.
    pub journal: Option<String>,
    /// The record's number.
    pub seq: u64,
    /// The first digits of its hash: 8 or all 64.
    pub digits: String,
}

/// What a journal says to a kept head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Word {
    /// The journal has exactly this head.
    Found,
    /// The journal has another record there.
    Differs,
    /// The journal ends before it: its end was cut off.
    Beyond,
    /// It is a head of another session, and says nothing here.
    OtherSession,
    /// It is a head of another journal of this session, as of a rehearsal or of a first start that was
    /// thrown away, and says nothing here.
    OtherJournal,
}

/// A line that is no head: its number, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoHead(pub usize);

#[derive(Deserialize)]
struct Line {
    session: Option<String>,
    journal: Option<String>,
    seq: u64,
    hash: String,
}

/// Reads a file of heads: lines `{"session": …, "journal": …, "seq": 412, "hash": "3f2a…"}`, or `412 3f2a 9c1b` and
/// whatever stands after it. Empty lines and those that begin with `#` are skipped.
///
/// # Errors
///
/// The first line that is neither.
pub fn read_heads(text: &str) -> Result<Vec<Kept>, NoHead> {
    let lines = text.trim_start_matches('\u{feff}').lines().enumerate();
    let lines = lines.map(|(nth, line)| (nth + 1, line.trim()));
    let said = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    said.map(|(nth, line)| kept(line).ok_or(NoHead(nth))).collect()
}

fn kept(line: &str) -> Option<Kept> {
    if line.starts_with('{') {
        let Line { session, journal, seq, hash } = serde_json::from_str(line).ok()?;
        let whole = |hash: &str| digits(hash).filter(|it| it.len() == 64);
        let journal = match journal {
            Some(id) => Some(whole(&id)?),
            None => None,
        };
        return Some(Kept { session, journal, seq, digits: whole(&hash)? });
    }
    let mut words = line.split_whitespace();
    let seq = words.next()?.parse().ok()?;
    let first = words.next()?;
    let whole =
        if first.len() == 4 { format!("{first}{}", words.next()?) } else { first.to_owned() };
    let digits = digits(&whole).filter(|it| [8, 64].contains(&it.len()))?;
    Some(Kept { session: None, journal: None, seq, digits })
}

fn digits(text: &str) -> Option<String> {
    text.bytes().all(|it| it.is_ascii_hexdigit()).then(|| text.to_ascii_lowercase())
}

impl Kept {
    /// What a journal says to it: its session, and its heads from the first record on.
    pub fn word(&self, session: &str, heads: &[Head]) -> Word {
        if self.session.as_ref().is_some_and(|it| it != session) {
            return Word::OtherSession;
        }
        if let (Some(journal), Some(first)) = (&self.journal, heads.first())
            && *journal != first.digits()
        {
            return Word::OtherJournal;
        }
        let nth = self.seq.checked_sub(1).and_then(|it| usize::try_from(it).ok());
        match nth.map(|nth| heads.get(nth)) {
            Some(Some(head)) if head.digits().starts_with(&self.digits) => Word::Found,
            Some(None) => Word::Beyond,
            _ => Word::Differs,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Head, Kept, NoHead, Word, read_heads};

    #[test]
    fn heads_are_read_as_terminals_keep_them_and_as_they_are_read_aloud() {
        let hash = "3F2A9c1b".repeat(8);
        let text = format!(
            "# from A3\n\n{{\"session\":\"x\",\"journal\":\"{hash}\",\"seq\":412,\"hash\":\"{hash}\",\"at\":1}}\n412 3f2a 9c1b after E07\n7 {hash}\n"
        );
        let kept = read_heads(&text).unwrap();
        assert_eq!(kept.len(), 3);
        assert_eq!((kept[0].seq, kept[0].session.as_deref()), (412, Some("x")));
        assert_eq!(kept[0].journal, Some(hash.to_lowercase()));
        let aloud = Kept { session: None, journal: None, seq: 412, digits: "3f2a9c1b".into() };
        assert_eq!(kept[1], aloud);
        assert_eq!(kept[2].digits, hash.to_lowercase());
        for bad in
            ["E07 3f2a 9c1b", "412", "412 3f2a", "412 3f2a 9c1", "{\"seq\":1}", "412 xyzw 9c1b"]
        {
            assert_eq!(read_heads(&format!("\n{bad}")), Err(NoHead(2)), "{bad}");
        }
    }

    #[test]
    fn a_head_is_found_differs_or_lies_beyond_the_end() {
        let heads = [Head { seq: 1, hash: [0xab; 32] }];
        let word = |session: Option<&str>, seq, digits: &str| {
            let (session, digits) = (session.map(Into::into), digits.into());
            Kept { session, journal: None, seq, digits }.word("x", &heads)
        };
        assert_eq!(word(None, 1, "abababab"), Word::Found);
        assert_eq!(word(Some("x"), 1, "abababac"), Word::Differs);
        assert_eq!(word(Some("x"), 2, "abababab"), Word::Beyond);
        assert_eq!(word(Some("y"), 2, "abababab"), Word::OtherSession);
        assert_eq!(word(None, 0, "00000000"), Word::Differs);
    }

    #[test]
    fn a_head_of_another_journal_is_not_compared() {
        let heads = [Head { seq: 1, hash: [0xab; 32] }, Head { seq: 2, hash: [0xcd; 32] }];
        let word = |journal: &str, seq, digits: &str| {
            let (session, journal) = (Some("x".into()), Some(journal.repeat(32)));
            Kept { session, journal, seq, digits: digits.repeat(32) }.word("x", &heads)
        };
        assert_eq!(word("ab", 2, "cd"), Word::Found);
        assert_eq!(word("ab", 2, "ce"), Word::Differs);
        assert_eq!(word("ab", 3, "cd"), Word::Beyond);
        assert_eq!(word("ef", 2, "ce"), Word::OtherJournal);
        assert_eq!(word("ef", 3, "ce"), Word::OtherJournal);
    }
}
