//! What is said of the way to the hub: why there is none, and who has the seat. What the system said of
//! it is for host and supervisor, who look after the room; a judge and a hall are told what to do, and
//! the log has the rest.

use super::wall;
use crate::{
    client::{LinkState, Trouble},
    words::Words,
};

/// What a person should know of the link; nothing while it is up, or is being made.
pub(super) fn told(link: &LinkState, words: &Words) -> Option<String> {
    trouble(link).map(|it| words.explain("trouble", it)).or_else(|| seat_told(link, words))
}

/// The same with what the system said at the end.
pub(super) fn told_whole(link: &LinkState, words: &Words) -> Option<String> {
    trouble(link).map(|it| trouble_told(it, words)).or_else(|| seat_told(link, words))
}

/// The same where it is about the seat, and not about the way there.
pub(super) fn seat_told(link: &LinkState, words: &Words) -> Option<String> {
    match link {
        LinkState::Waiting { since, from } => {
            let since = ("since", wall::time_of_day(*since).into());
            Some(words.tell("seat-held", &[("from", from.as_str().into()), since]))
        }
        LinkState::Unseated { why, from } => {
            let from = from.clone().unwrap_or_default();
            Some(words.tell(&format!("seat-{}", why.as_str()), &[("from", from.into())]))
        }
        _ => None,
    }
}

/// What is wrong with a link, what the system said at the end.
pub fn trouble_told(trouble: &Trouble, words: &Words) -> String {
    let text = words.explain("trouble", trouble);
    match trouble.detail() {
        Some(detail) => {
            let args = [("trouble", text.into()), ("detail", detail.to_owned().into())];
            words.tell("trouble-detail", &args)
        }
        None => text,
    }
}

fn trouble(link: &LinkState) -> Option<&Trouble> {
    match link {
        LinkState::Lost { trouble, .. } | LinkState::Refused { trouble } => Some(trouble),
        _ => None,
    }
}
