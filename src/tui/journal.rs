//! Heads of the journal in words: short, to be read aloud and compared.

use super::Scene;
use crate::{
    contest::ProjectId,
    protocol::{HeadLine, HeadMark, Moment},
    words::Words,
};

/// `日志 412 3f2a 9c1b`.
pub(super) fn head(head: &HeadLine, words: &Words) -> String {
    words.tell("head-short", &[("head", head.to_string().into())])
}

/// `E01 已锁定 · 日志 412 3f2a 9c1b`.
pub(super) fn mark(mark: &HeadMark, scene: &Scene<'_>) -> String {
    let words = scene.words;
    let what = words.say(match mark.what {
        Moment::Locked => "stage-locked",
        Moment::Released => "stage-released",
        Moment::Corrected => "head-corrected",
    });
    let args = [
        ("project", mark.project.to_string().into()),
        ("what", what.into()),
        ("dot", scene.theme.symbols.dot.into()),
        ("head", head(&mark.head, words).into()),
    ];
    words.tell("head-mark", &args)
}

/// The same in so many columns: all of it, or the project with the bare head, or nothing.
pub(super) fn mark_within(line: &HeadMark, scene: &Scene<'_>, columns: usize) -> Option<String> {
    let bare = |project: &ProjectId| format!("{project} {}", line.head);
    let forms = [mark(line, scene), bare(&line.project)];
    forms.into_iter().find(|text| super::text::width(text) <= columns)
}
