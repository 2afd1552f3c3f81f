//! Why: a reason for the record, from prepared lines or typed; for the console and the supervisor's
//! screen.
//!
//! A digit puts a prepared line in, and Enter takes it: `a_prepared_reason_is_seen_before_it_is_taken`.

use ratatui::{
    crossterm::event::KeyEvent,
    text::{Line, Span},
};

use crate::{
    contest::{Ms, SeatMark, Wish},
    tui::{Scene, dialog::Input, keys::Key},
    words::{Lang, Words},
};

/// How many reasons are prepared for each kind of wish; the digits 1 to 4 choose one.
pub(super) const PREPARED: usize = 4;

/// The most characters of a reason: a line of the record, not a letter.
pub(super) const LONGEST: usize = 60;

/// A wish whose reason is asked for.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Why {
    /// The wish, its reason still empty.
    pub(super) wish: Wish,
    /// The reason so far.
    pub(super) typed: Input,
    /// Whether nobody has typed at it: another digit puts another line in.
    whole: bool,
}

impl Why {
    /// Asks for the reason of a wish; one may be suggested.
    pub(super) fn new(wish: Wish, suggested: &str) -> Self {
        Self { wish, typed: filled(suggested), whole: true }
    }

    /// Takes a key. `language` is the session's: the record is kept in it, whatever the screen speaks.
    pub(super) fn take(&mut self, key: KeyEvent, language: &str) {
        let is_whole = self.whole || self.typed.text().is_empty();
        if let Some(reason) = chosen(&self.wish, key, language).filter(|_| is_whole) {
            (self.typed, self.whole) = (filled(&reason), true);
        } else {
            self.typed.update(key);
            self.whole = false;
        }
    }

    /// Takes a pasted text.
    pub(super) fn paste(&mut self, text: &str) {
        self.typed.insert(text);
        self.whole = false;
    }

    /// The wish with its reason, once there is one.
    pub(super) fn answered(&self) -> Option<Wish> {
        let is_complete = self.typed.is_complete();
        is_complete.then(|| with_reason(self.wish.clone(), self.typed.text().trim()))
    }
}

fn filled(text: &str) -> Input {
    let mut typed = Input::new(LONGEST);
    typed.insert(text);
    typed
}

/// The kind of reasons that are prepared for a wish; `None` for one that needs no reason.
pub(super) fn family(wish: &Wish) -> Option<&'static str> {
    Some(match wish {
        Wish::PauseClock { .. } => "pause",
        Wish::AddTime { ms, .. } if *ms < Ms::ZERO => "take",
        Wish::AddTime { .. } => "give",
        Wish::MarkAbsent { .. } => "absent",
        Wish::MarkSeat { mark: SeatMark::Expected, .. } => "seat-expected",
        Wish::MarkSeat { mark: SeatMark::Absent, .. } => "seat-absent",
        Wish::MarkSeat { mark: SeatMark::Late, .. } => "seat-late",
        Wish::Propose { act, .. } => act.as_str(),
        // Before the release nobody appeals yet.
        Wish::Deduct { .. } => "deduct-early",
        Wish::RemoveDeduction { .. } => "remove-early",
        Wish::Withdraw { .. }
        | Wish::Postpone { .. }
        | Wish::Backfill { .. }
        | Wish::Reorder { .. }
        | Wish::Rule { .. }
        | Wish::SetClock { .. }
        | Wish::RenewPass { .. }
        | Wish::Decline { .. } => wish.word(),
        _ => return None,
    })
}

/// The prepared reasons of a family, in order.
pub(super) fn prepared(words: &Words, family: &str) -> [String; PREPARED] {
    std::array::from_fn(|at| words.say(&format!("host-why-{family}-{}", at + 1)))
}

/// The prepared reason of a digit, in the language of the session.
pub(super) fn chosen(wish: &Wish, key: KeyEvent, language: &str) -> Option<String> {
    let Key::Char(digit) = Key::pressed(key)? else { return None };
    let at = usize::try_from(digit.to_digit(10)?).ok()?.checked_sub(1)?;
    let words = Words::new(language.parse().unwrap_or(Lang::Zh));
    prepared(&words, family(wish)?).into_iter().nth(at)
}

/// The reason that a wish carries.
pub(super) fn of(wish: &Wish) -> Option<&str> {
    match wish {
        Wish::PauseClock { reason, .. }
        | Wish::AddTime { reason, .. }
        | Wish::MarkAbsent { reason, .. }
        | Wish::Withdraw { reason, .. }
        | Wish::MarkSeat { reason, .. }
        | Wish::Deduct { reason, .. }
        | Wish::RemoveDeduction { reason, .. }
        | Wish::Postpone { reason, .. }
        | Wish::Backfill { reason, .. }
        | Wish::Reorder { reason, .. }
        | Wish::Rule { reason, .. }
        | Wish::SetClock { reason, .. }
        | Wish::Propose { reason, .. }
        | Wish::RenewPass { reason, .. }
        | Wish::Decline { reason, .. } => Some(reason),
        _ => None,
    }
}

/// The wish with this reason.
pub(super) fn with_reason(mut wish: Wish, why: &str) -> Wish {
    if let Wish::PauseClock { reason, .. }
    | Wish::AddTime { reason, .. }
    | Wish::MarkAbsent { reason, .. }
    | Wish::Withdraw { reason, .. }
    | Wish::MarkSeat { reason, .. }
    | Wish::Deduct { reason, .. }
    | Wish::RemoveDeduction { reason, .. }
    | Wish::Postpone { reason, .. }
    | Wish::Backfill { reason, .. }
    | Wish::Reorder { reason, .. }
    | Wish::Rule { reason, .. }
    | Wish::SetClock { reason, .. }
    | Wish::Propose { reason, .. }
    | Wish::RenewPass { reason, .. }
    | Wish::Decline { reason, .. } = &mut wish
    {
        why.clone_into(reason);
    }
    wish
}

/// The prepared reasons of a wish with their digits, under what is asked.
pub(super) fn lines(wish: &Wish, scene: &Scene<'_>) -> Vec<Line<'static>> {
    let Some(family) = family(wish) else { return Vec::new() };
    let heading = Line::styled(scene.words.say("host-why"), scene.theme.dim);
    let prepared = prepared(scene.words, family);
    let lines = (1..).zip(prepared).map(|(digit, reason)| {
        Line::from_iter([Span::styled(format!(" {digit} "), scene.theme.key), Span::raw(reason)])
    });
    std::iter::once(heading).chain(lines).collect()
}
