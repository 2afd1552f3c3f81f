//! What an audit proves and what it does not, as a page for people and as JSON (`docs/verify.md`).

use serde::Serialize;

use crate::{
    audit::{Difference, Flaw, Head, Kept, Seal, Sums, Word},
    contest::At,
    papers::when,
    words::{Value, Words},
};

/// How many differences the page shows; the JSON has all.
const SHOWN: usize = 20;

/// What was found.
#[derive(Debug, Serialize)]
pub(super) struct Proof {
    pub(super) journal: String,
    /// Whether all of it holds.
    pub(super) holds: bool,
    /// The first bad record, or what is wrong with the file.
    pub(super) flaw: Option<Flaw>,
    pub(super) session: String,
    /// Whether it is a rehearsal, whose results count for nothing.
    pub(super) rehearsal: bool,
    pub(super) head: HeadFound,
    /// When the first and the last record were made, in milliseconds since 1970.
    pub(super) from: Option<i64>,
    pub(super) to: Option<i64>,
    #[serde(rename = "recomputed")]
    pub(super) sums: Option<Sums>,
    pub(super) locks: usize,
    pub(super) bulletins: usize,
    /// Where the program says otherwise.
    pub(super) engine: Vec<Difference>,
    /// Where the file of results says otherwise.
    pub(super) results: Option<Claims>,
    pub(super) seal: Option<SealFound>,
    pub(super) key: Option<KeyWord>,
    pub(super) heads: HeadsFound,
}

/// The last record that holds.
#[derive(Debug, Serialize)]
pub(super) struct HeadFound {
    seq: u64,
    hash: String,
    short: String,
}

/// What a file of results says otherwise.
#[derive(Debug, Serialize)]
pub(super) struct Claims {
    pub(super) file: String,
    pub(super) differences: Vec<Difference>,
}

/// The last seal.
#[derive(Debug, Serialize)]
pub(super) struct SealFound {
    pub(super) record: u64,
    pub(super) key: String,
    /// Whether nothing was added since.
    pub(super) is_last: bool,
}

/// Whether the seal is that of the key that was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum KeyWord {
    Fits,
    Differs,
    NotSealed,
}

/// What the journal says to the heads that were given.
#[derive(Debug, Default, Serialize)]
pub(super) struct HeadsFound {
    /// Whether files of heads were given, whatever is in them.
    #[serde(skip)]
    is_asked: bool,
    given: usize,
    found: usize,
    other_session: usize,
    other_journal: usize,
    /// The last of those found.
    last: u64,
    /// Those that are not in the journal, in their order.
    wrong: Vec<WrongHead>,
}

#[derive(Debug, Serialize)]
struct WrongHead {
    seq: u64,
    digits: String,
    word: Word,
}

impl From<Head> for HeadFound {
    fn from(head: Head) -> Self {
        Self { seq: head.seq, hash: head.digits(), short: head.to_string() }
    }
}

impl KeyWord {
    pub(super) fn of(key: &str, seal: Option<&Seal>) -> Self {
        match seal {
            None => Self::NotSealed,
            Some(seal) if seal.key.eq_ignore_ascii_case(key.trim()) => Self::Fits,
            Some(_) => Self::Differs,
        }
    }
}

impl HeadsFound {
    /// Of what stood in each of the files.
    pub(super) fn of(files: &[Vec<Kept>], session: &str, heads: &[Head]) -> Self {
        let given = files.iter().map(Vec::len).sum();
        let mut all = Self { is_asked: !files.is_empty(), given, ..Self::default() };
        for head in files.iter().flatten() {
            match head.word(session, heads) {
                Word::Found => {
                    all.found += 1;
                    all.last = all.last.max(head.seq);
                }
                Word::OtherSession => all.other_session += 1,
                Word::OtherJournal => all.other_journal += 1,
                word => {
                    let digits = head.digits.clone();
                    all.wrong.push(WrongHead { seq: head.seq, digits, word });
                }
            }
        }
        all.wrong.sort_by_key(|it| it.seq);
        all
    }

    /// Whether heads were given and none of them is of this journal: the file may hold none, or it is another
    /// journal, or one that was written anew from its opening on. Who gives heads wants to know.
    fn proves_nothing(&self) -> bool {
        self.is_asked && self.compared() == 0
    }

    /// How many were compared with this journal.
    fn compared(&self) -> usize {
        self.given - self.other_session - self.other_journal
    }
}

type Args<'a> = Vec<(&'a str, Value<'a>)>;

impl Proof {
    /// With the sum of it all.
    pub(super) fn judged(mut self) -> Self {
        let claims = self.results.as_ref().map_or(0, |it| it.differences.len());
        let key = self.key.is_none_or(|it| it == KeyWord::Fits);
        let heads = self.heads.wrong.is_empty() && !self.heads.proves_nothing();
        self.holds = self.flaw.is_none() && self.engine.is_empty() && claims == 0 && key && heads;
        self
    }

    pub(super) fn json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// The first thing that is wrong, in words; nothing where all of it holds.
    pub(super) fn first_trouble(&self, words: &Words) -> Option<String> {
        self.troubles(words).into_iter().next()
    }

    pub(super) fn table(&self, words: &Words) -> String {
        let mut text = words.tell("verify-head", &[("journal", self.journal.clone().into())]);
        let parts = [
            ("verify-wrong", self.troubles(words)),
            ("verify-proven", self.proven(words)),
            ("verify-open", self.open(words)),
        ];
        for (head, lines) in parts.into_iter().filter(|it| !it.1.is_empty()) {
            text += "\n\n";
            text += &words.say(head);
            for line in lines {
                text += "\n- ";
                text += &line.replace('\n', "\n  ");
            }
        }
        text
    }

    /// What is wrong, worst first.
    fn troubles(&self, words: &Words) -> Vec<String> {
        let mut lines: Vec<_> = self.flaw.iter().map(|it| words.explain("flaw", it)).collect();
        let heads = self.heads.wrong.iter().map(|it| {
            let key =
                if it.word == Word::Beyond { "verify-head-beyond" } else { "verify-head-differs" };
            words.tell(key, &[("seq", it.seq.into()), ("digits", it.digits.clone().into())])
        });
        lines.extend(heads);
        if self.heads.proves_nothing() {
            lines.push(words.say("verify-heads-prove-nothing"));
        }
        match self.key {
            Some(KeyWord::Differs) => lines.push(words.say("verify-key-differs")),
            Some(KeyWord::NotSealed) => lines.push(words.say("verify-key-without-seal")),
            Some(KeyWord::Fits) | None => (),
        }
        lines.extend(of_claim(&self.engine, "verify-engine-differs", &[], words));
        if let Some(claims) = &self.results {
            let file = vec![("file", claims.file.clone().into())];
            lines.extend(of_claim(&claims.differences, "verify-results-differ", &file, words));
        }
        lines
    }

    fn proven(&self, words: &Words) -> Vec<String> {
        let mut lines = Vec::new();
        let head = self.head.seq;
        if let (Some(from), Some(to)) = (self.from, self.to) {
            let args = [
                ("session", self.session.clone().into()),
                ("records", head.into()),
                ("from", when::day_and_time(At(from)).into()),
                ("to", when::day_and_time(At(to)).into()),
                ("head", self.head.short.clone().into()),
            ];
            lines.push(words.tell("verify-chain", &args));
        }
        if let Some(sums) = self.sums {
            let count = |count: usize| Value::from(count);
            let args = [
                ("groups", count(sums.groups)),
                ("places", count(sums.places)),
                ("awards", count(sums.awards)),
                ("locks", count(self.locks)),
                ("bulletins", count(self.bulletins)),
            ];
            lines.push(words.tell("verify-recomputed", &args));
            lines.extend(self.rehearsal.then(|| words.say("verify-rehearsal")));
            let state = if sums.is_final { "verify-final" } else { "verify-provisional" };
            lines.push(words.say(state));
            if self.engine.is_empty() {
                lines.push(words.say("verify-engine-same"));
            }
        }
        if let Some(claims) = self.results.as_ref().filter(|it| it.differences.is_empty())
            && self.sums.is_some()
        {
            lines.push(words.tell("verify-results-same", &[("file", claims.file.clone().into())]));
        }
        if let Some(seal) = &self.seal {
            let args: Args<'_> = vec![
                ("key", seal.key.clone().into()),
                ("record", seal.record.into()),
                ("since", (head - seal.record).into()),
            ];
            lines.push(words.tell("verify-sealed", &args));
        }
        if self.key == Some(KeyWord::Fits) {
            lines.push(words.say("verify-key-fits"));
        }
        if self.heads.found > 0 {
            let args = [
                ("given", Value::from(self.heads.compared())),
                ("found", self.heads.found.into()),
                ("last", self.heads.last.into()),
            ];
            lines.push(words.tell("verify-heads", &args));
        }
        lines
    }

    /// What nobody can know from this file, or could only with more than was given.
    fn open(&self, words: &Words) -> Vec<String> {
        let last = self.head.seq;
        let seal = self.seal.as_ref().filter(|_| self.key == Some(KeyWord::Fits));
        // A seal by an unknown key pins nothing: whoever writes a journal anew can make a key.
        let pinned = self.heads.last.max(seal.map_or(0, |it| it.record));
        let mut lines = Vec::new();
        let others = [
            ("verify-heads-of-another-session", self.heads.other_session),
            ("verify-heads-of-another-journal", self.heads.other_journal),
        ];
        for (key, count) in others.into_iter().filter(|it| it.1 > 0) {
            lines.push(words.tell(key, &[("count", count.into())]));
        }
        if pinned == 0 {
            lines.push(words.say("verify-open-unpinned"));
        } else if pinned < last {
            lines.push(words.tell("verify-open-after", &[("last", pinned.into())]));
        }
        lines.push(words.tell("verify-open-cut", &[("last", last.into())]));
        match (&self.seal, self.key) {
            (None, _) => lines.push(words.say("verify-open-not-sealed")),
            (Some(_), None) => lines.push(words.say("verify-open-whose-key")),
            (Some(_), Some(_)) => lines.push(words.say("verify-open-kept-key")),
        }
        lines.push(words.say("verify-open-meant"));
        lines
    }
}

/// A line for each place where a claim differs, up to so many.
fn of_claim(
    found: &[Difference],
    key: &str,
    more: &[(&str, Value<'_>)],
    words: &Words,
) -> Vec<String> {
    let line = |it: &Difference| {
        let own: Args<'_> = vec![
            ("at", it.at.clone().into()),
            ("computed", it.computed.clone().into()),
            ("claimed", it.claimed.clone().into()),
        ];
        words.tell(key, &[more, &own].concat())
    };
    let mut lines: Vec<_> = found.iter().take(SHOWN).map(line).collect();
    if let Some(rest) = found.len().checked_sub(SHOWN).filter(|it| *it > 0) {
        lines.push(words.tell("verify-more", &[("count", rest.into())]));
    }
    lines
}
