//! What is said of the way to the hub: why there is none, and who has the seat.

use super::wall;
use crate::{client::LinkState, words::Words};

/// What a person should know of the link; nothing while it is up, or is being made.
pub(super) fn told(link: &LinkState, words: &Words) -> Option<String> {
    match link {
        LinkState::Connecting | LinkState::Up { .. } => None,
        LinkState::Lost { trouble, .. } | LinkState::Refused { trouble } => {
            Some(words.explain("trouble", trouble))
        }
        LinkState::Waiting { .. } | LinkState::Unseated { .. } => seat_told(link, words),
    }
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
