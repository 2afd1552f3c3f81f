//! A text in few lines: what does not fit gives way to an ellipsis, and never to the rest of the
//! screen.

use crate::tui::{
    Scene,
    text::{fit, wrap},
};

/// The text in at most so many lines of so many columns, the last one cut.
pub(super) fn passage<'a>(
    text: &'a str,
    columns: usize,
    most: usize,
    scene: &Scene<'_>,
) -> Vec<String> {
    let mut lines = wrap(text, columns);
    if lines.len() > most {
        lines.truncate(most.saturating_sub(1));
        let after = |rest: &'a str, line: &String| {
            rest.strip_prefix(line.as_str()).unwrap_or(rest).trim_start()
        };
        let rest = lines.iter().fold(text, after);
        lines.push(fit(rest, columns, scene.theme.symbols.ellipsis).into_owned());
    }
    lines
}
