//! Where a sheet is on its way to the hub and the seat with the project, with a sign and in words.

use ratatui::{style::Style, text::Line};

use super::{
    draft::{Loss, Receipt},
    passage::passage,
    sheet::{Sheet, State},
};
use crate::{
    client::LinkState,
    protocol::HeadMark,
    tui::{Scene, journal, wall::time_of_day},
};

/// Where the sheet is, in so many columns and at most so many lines: a reason may be long, and its judge
/// is to read it. A closed one has the journal's head beside it while that is the newest.
pub(super) fn lines(
    sheet: Sheet<'_>,
    mark: Option<&HeadMark>,
    scene: &Scene<'_>,
    (columns, most): (u16, usize),
) -> Vec<Line<'static>> {
    let (sign, style, mut text) = said(sheet, scene);
    if let Some(mark) = mark.filter(|it| sheet.stands_with(it)) {
        let head = journal::head(&mark.head, scene.words);
        text = scene.words.tell(
            "judge-state-head",
            &[
                ("state", text.into()),
                ("dot", scene.theme.symbols.dot.into()),
                ("head", head.into()),
            ],
        );
    }
    if let Some(reason) = sheet.line.reason.as_ref().filter(|_| tells_why(sheet.state())) {
        let reason = [("reason", reason.as_str().into())];
        text.push_str(&scene.words.tell("judge-state-why", &reason));
    }
    // Further lines begin below the first word, beside the sign.
    let room = usize::from(columns).saturating_sub(3);
    let signs = std::iter::once(sign).chain(std::iter::repeat(" "));
    let lines =
        signs.zip(passage(&text, room, most, scene)).map(|(sign, line)| format!(" {sign} {line}"));
    lines.map(|line| Line::styled(line, style)).collect()
}

/// Whether the reason that the hub gives belongs to what is said.
fn tells_why(state: State) -> bool {
    matches!(state, State::NotWaited | State::Returned { .. } | State::Recused | State::Void)
}

/// The sign, how it looks, and the words.
fn said(sheet: Sheet<'_>, scene: &Scene<'_>) -> (&'static str, Style, String) {
    let (words, theme) = (scene.words, scene.theme);
    let signs = theme.symbols;
    let is_online = matches!(scene.link, LinkState::Up { .. });
    match sheet.state() {
        State::Waiting => (signs.empty, theme.dim, words.say("judge-state-waiting")),
        State::Early => (signs.empty, theme.dim, words.say("judge-state-early")),
        State::Unsent => (signs.empty, theme.warn, words.say("judge-state-unsent")),
        State::Gone => (signs.attention, theme.alarm, words.say("judge-state-gone")),
        State::NotWaited => {
            let state = words.say(&format!("state-{}", sheet.line.state.as_str()));
            let text = words.tell("judge-state-not-waited", &[("state", state.into())]);
            (signs.attention, theme.warn, text)
        }
        State::Returned { revision } => {
            let text = words.tell("judge-state-returned", &[("revision", revision.into())]);
            (signs.attention, theme.alarm, text)
        }
        State::OnPaper { revision } => {
            let text = words.tell("judge-state-on-paper", &[("revision", revision.into())]);
            (signs.full, theme.good, text)
        }
        State::Recused => (signs.full, theme.accent, words.say("judge-state-recused")),
        State::Void => (signs.attention, theme.error, words.say("judge-state-void")),
        State::Changed { revision } => {
            let text = words.tell("judge-state-changed", &[("revision", revision.into())]);
            (signs.attention, theme.warn, text)
        }
        State::Sending if is_online => {
            (signs.pointer, theme.warn, words.say("judge-state-sending"))
        }
        State::Sending => (signs.pointer, theme.alarm, words.say("judge-state-sending-offline")),
        State::Received { revision, receipt } => {
            let keys = ["judge-state-received", "judge-state-receipt"];
            (signs.full, theme.good, receipted(keys, (revision, receipt), scene))
        }
        State::Sealed { .. }
        | State::Opening { .. }
        | State::Lost { .. }
        | State::Opened { .. } => sealed(sheet, scene),
        State::Closed { stage, has_sheet } => {
            let stage = [("stage", words.say(&format!("stage-{stage}")).into())];
            if sheet.draft.loss == Some(Loss::Late) {
                (signs.attention, theme.warn, words.tell("judge-state-edited-late", &stage))
            } else if has_sheet {
                (signs.full, theme.dim, words.tell("judge-state-closed", &stage))
            } else {
                (signs.empty, theme.dim, words.tell("judge-state-closed-without", &stage))
            }
        }
    }
}

/// The same of a sheet that is sealed, is being opened, was opened, or cannot be.
fn sealed(sheet: Sheet<'_>, scene: &Scene<'_>) -> (&'static str, Style, String) {
    let (words, theme) = (scene.words, scene.theme);
    let signs = theme.symbols;
    let told = |key: &str, revision: u32| words.tell(key, &[("revision", revision.into())]);
    match sheet.state() {
        State::Opening { revision } => {
            (signs.pointer, theme.good, told("judge-state-opening", revision))
        }
        State::Lost { revision } => {
            let key = if sheet.line.opens { "judge-state-lost-late" } else { "judge-state-lost" };
            (signs.attention, theme.alarm, told(key, revision))
        }
        State::Sealed { revision, receipt } => {
            let keys = ["judge-state-sealed", "judge-state-sealed-receipt"];
            let mut text = receipted(keys, (revision, receipt), scene);
            if sheet.draft.is_fragile {
                text.push_str(&words.say("judge-state-fragile"));
            }
            (signs.full, theme.good, text)
        }
        _ => (signs.full, theme.good, told("judge-state-opened", sheet.revision())),
    }
}

/// The receipt in words: which sheet, the journal's number of it, when, and what it replaces; or
/// without one which sheet.
fn receipted(
    [without, with]: [&str; 2],
    (revision, receipt): (u32, Option<Receipt>),
    scene: &Scene<'_>,
) -> String {
    let revision = revision.into();
    let Some(Receipt { number, at, replaces }) = receipt else {
        return scene.words.tell(without, &[("revision", revision)]);
    };
    // As text: a number of a record is read out, not counted, and has no separators.
    let number = number.to_string().into();
    let args = [("revision", revision), ("receipt", number), ("time", time_of_day(at).into())];
    let text = scene.words.tell(with, &args);
    if replaces == 0 {
        return text;
    }
    let replaces = [("revision", replaces.into())];
    format!("{text}{}", scene.words.tell("judge-state-replaces", &replaces))
}
