//! Join links as they are given on a command line: one by itself, or `@FILE` for all that are in a file,
//! however it writes them.

use std::fs;

use super::{Failure, failure::cannot_read};
use crate::protocol::JoinLink;

/// What a link begins with.
pub(super) const SCHEME: &str = "roadshow://";

/// The link itself, or all in the file that follows an `@`.
pub(super) fn read(given: &str) -> Result<Vec<JoinLink>, Failure> {
    let link = |text: &str| text.parse().map_err(Failure::Link);
    let Some(path) = given.strip_prefix('@') else { return Ok(vec![link(given)?]) };
    let text = fs::read_to_string(path).map_err(|error| cannot_read(path, &error))?;
    let words = text.split(|c: char| c.is_whitespace() || c == '"');
    let mut links: Vec<&str> = words.filter(|word| word.starts_with(SCHEME)).collect();
    if links.is_empty() {
        links.push(&text); // Says what is wrong with it.
    }
    links.into_iter().map(link).collect()
}
