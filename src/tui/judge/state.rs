//! Where a sheet is on its way to the hub, in a line with a sign and words.

use ratatui::text::Line;

use super::{
    draft::Receipt,
    sheet::{Sheet, State},
};
use crate::{
    client::LinkState,
    tui::{Scene, text::fit, wall::time_of_day},
};

/// Where the sheet is, with a sign and in words.
pub(super) fn line(sheet: Sheet<'_>, scene: &Scene<'_>, columns: u16) -> Line<'static> {
    let (words, theme) = (scene.words, scene.theme);
    let signs = theme.symbols;
    let is_online = matches!(scene.link, LinkState::Up { .. });
    let (sign, style, text) = match sheet.state() {
        State::Waiting => (signs.empty, theme.dim, words.say("judge-state-waiting")),
        State::Early => (signs.empty, theme.dim, words.say("judge-state-early")),
        State::Unsent => (signs.empty, theme.warn, words.say("judge-state-unsent")),
        State::Changed { revision } => {
            let text = words.tell("judge-state-changed", &[("revision", revision.into())]);
            (signs.attention, theme.warn, text)
        }
        State::Sending if is_online => {
            (signs.pointer, theme.warn, words.say("judge-state-sending"))
        }
        State::Sending => (signs.pointer, theme.alarm, words.say("judge-state-sending-offline")),
        State::Received { revision, receipt } => {
            (signs.full, theme.good, received(revision, receipt, scene))
        }
        State::Closed { stage, has_sheet } => {
            let stage = [("stage", words.say(&format!("stage-{stage}")).into())];
            if sheet.draft.is_late {
                (signs.attention, theme.warn, words.tell("judge-state-edited-late", &stage))
            } else if has_sheet {
                (signs.full, theme.dim, words.tell("judge-state-closed", &stage))
            } else {
                (signs.empty, theme.dim, words.tell("judge-state-closed-without", &stage))
            }
        }
    };
    let text = format!(" {sign} {text}");
    Line::styled(fit(&text, columns.into(), theme.symbols.ellipsis).into_owned(), style)
}

/// The receipt in words: which sheet, the journal's number of it, when, and what it replaces.
fn received(revision: u32, receipt: Option<Receipt>, scene: &Scene<'_>) -> String {
    let revision = revision.into();
    let Some(Receipt { number, at, replaces }) = receipt else {
        return scene.words.tell("judge-state-received", &[("revision", revision)]);
    };
    // As text: a number of a record is read out, not counted, and has no separators.
    let number = number.to_string().into();
    let args = [("revision", revision), ("receipt", number), ("time", time_of_day(at).into())];
    let text = scene.words.tell("judge-state-receipt", &args);
    if replaces == 0 {
        return text;
    }
    let replaces = [("revision", replaces.into())];
    format!("{text}{}", scene.words.tell("judge-state-replaces", &replaces))
}
