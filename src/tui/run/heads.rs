//! What a screen is shown of the journal's heads goes into a book, so that it outlives the screen.

use std::collections::VecDeque;

use serde_json::Value;

use crate::{
    client::News,
    contest::At,
    protocol::{HeadLine, views::heads_in},
};

/// Heads that are remembered as noted; more than any picture shows at a time.
const REMEMBERED: usize = 64;

/// Where heads outlive the screen.
///
/// It is called between two keys, so it must not wait: what is to be kept is put down on the side.
pub trait HeadBook: Send {
    /// Keeps a head.
    fn keep(&mut self, seen: SeenHead);
}

/// A head as a screen was shown it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenHead {
    /// The session's id.
    pub session: String,
    /// Whether this is a rehearsal.
    pub rehearsal: bool,
    /// The hash of the journal's first record, which names it.
    pub journal: String,
    /// The head.
    pub head: HeadLine,
    /// When it was shown, in hub time.
    pub at: At,
}

/// A book, and what stands in it already.
pub(super) struct Watch {
    book: Box<dyn HeadBook>,
    noted: VecDeque<(String, HeadLine)>,
}

impl Watch {
    pub(super) fn over(book: Box<dyn HeadBook>) -> Self {
        Self { book, noted: VecDeque::new() }
    }

    /// Puts the heads of a picture into the book, each once.
    pub(super) fn hear(&mut self, news: &News, now: At) {
        for seen in seen(news, now) {
            let name = (seen.journal.clone(), seen.head.clone());
            if self.noted.contains(&name) {
                continue;
            }
            self.noted.truncate(REMEMBERED - 1);
            self.noted.push_front(name);
            self.book.keep(seen);
        }
    }
}

/// The heads of a picture.
fn seen(news: &News, at: At) -> Vec<SeenHead> {
    let News::Picture(sections) = news else { return Vec::new() };
    let Some((journal, heads)) = heads_in(sections) else { return Vec::new() };
    let session: Option<Value> = sections.part("session");
    let Some(session) = session.as_ref().and_then(|it| it.get("id")?.as_str()) else {
        return Vec::new();
    };
    let rehearsal = super::rehearsal::told(news).unwrap_or_default();
    let head = |head| SeenHead {
        session: session.to_owned(),
        rehearsal,
        journal: journal.clone(),
        head,
        at,
    };
    heads.into_iter().map(head).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use serde_json::json;

    use super::*;

    #[derive(Clone, Default)]
    struct Noted(Arc<Mutex<Vec<u64>>>);

    impl HeadBook for Noted {
        fn keep(&mut self, seen: SeenHead) {
            assert_eq!((seen.session.as_str(), seen.journal.as_str()), ("final", "j1"));
            self.0.lock().unwrap().push(seen.head.seq);
        }
    }

    fn mark(seq: u64) -> Value {
        json!({"seq": seq, "hash": "3f2a9c1b", "project": "E01", "what": "locked"})
    }

    fn picture(journal: &Value) -> News {
        let picture = json!({"session": {"id": "final", "rehearsal": false}, "journal": journal});
        News::Picture(serde_json::from_value(picture).unwrap())
    }

    #[test]
    fn a_head_is_noted_once_whatever_is_drawn_again() {
        let noted = Noted::default();
        let mut watch = Watch::over(Box::new(noted.clone()));
        let both =
            json!({"id": "j1", "seq": 9, "hash": "00", "marks": {"A": mark(4), "B": mark(7)}});
        for journal in [
            json!({"id": "j1", "mark": null}),
            json!({"id": "j1", "mark": mark(4)}),
            json!({"id": "j1", "mark": mark(4)}),
            both,
            json!({"id": "j1", "mark": mark(8)}),
            json!({"id": "j1", "mark": {"seq": "no head"}}),
        ] {
            watch.hear(&picture(&journal), At(5));
        }
        assert_eq!(*noted.0.lock().unwrap(), [4, 7, 8]);
    }
}
