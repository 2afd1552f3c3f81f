//! Why there is no link, in words. What the system said of it is for host and supervisor, who look
//! after the room; a judge and a hall are told what to do, and the log has the rest.

use crate::{
    client::{LinkState, Trouble},
    words::Words,
};

/// Why there is no link, as far as is known.
pub(super) fn of(link: &LinkState) -> Option<&Trouble> {
    match link {
        LinkState::Lost { trouble, .. } | LinkState::Refused { trouble } => Some(trouble),
        LinkState::Connecting | LinkState::Up { .. } => None,
    }
}

/// In words, without what the system said.
pub(super) fn told(trouble: &Trouble, words: &Words) -> String {
    words.explain("trouble", trouble)
}

/// In words, what the system said at the end.
pub fn told_whole(trouble: &Trouble, words: &Words) -> String {
    let text = told(trouble, words);
    match trouble.detail() {
        Some(detail) => {
            let args = [("trouble", text.into()), ("detail", detail.to_owned().into())];
            words.tell("trouble-detail", &args)
        }
        None => text,
    }
}
