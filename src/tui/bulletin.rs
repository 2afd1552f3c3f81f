//! Correction bulletins (更正公告) in words, for the host and for the hall.

use super::Scene;
use crate::{
    contest::{Correction, Placed},
    protocol::views::BulletinLine,
};

/// A bulletin in one sentence: its number, and every change.
pub(super) fn said(line: &BulletinLine, scene: &Scene<'_>) -> String {
    let changes = changes(line).map(|it| change(it, scene)).collect::<Vec<_>>();
    format!("{}  {}", title(line, scene), changes.join(&scene.words.say("host-and")))
}

/// `更正公告 第 1 号  E01`.
pub(super) fn title(line: &BulletinLine, scene: &Scene<'_>) -> String {
    let args = [("number", line.number.into()), ("project", line.project.to_string().into())];
    scene.words.tell("bulletin-title", &args)
}

/// The changes, that of the project itself first.
pub(super) fn changes(line: &BulletinLine) -> impl Iterator<Item = &Correction> {
    let of = |own: bool| line.changes.iter().filter(move |it| (it.project == line.project) == own);
    of(true).chain(of(false))
}

/// `E01 第 1 名 90.00 ▶ 第 2 名 85.00`.
pub(super) fn change(change: &Correction, scene: &Scene<'_>) -> String {
    let [before, after] = [&change.before, &change.after].map(|it| placed(it.as_ref(), scene));
    format!("{} {before} {} {after}", change.project, scene.theme.symbols.pointer)
}

fn placed(placed: Option<&Placed>, scene: &Scene<'_>) -> String {
    let words = scene.words;
    match placed {
        Some(Placed { place, score, .. }) => {
            let score = score.to_string();
            words.tell("bulletin-placed", &[("place", (*place).into()), ("score", score.into())])
        }
        None => words.say("bulletin-no-place"),
    }
}
