//! Why: a reason for the record, from prepared lines or typed; for the console and the supervisor's
//! screen.
//!
//! A digit puts a prepared line in, and Enter takes it: `a_prepared_reason_is_seen_before_it_is_taken`.
//! A letter is a key of the screen below that was pressed too late, until `0` or an input method has
//! begun a reason in own words: `a_key_pressed_by_mistake_is_no_reason`.

use ratatui::{
    crossterm::event::{KeyCode, KeyEvent},
    text::{Line, Span},
};

use crate::{
    contest::{Ms, SeatMark, Wish},
    tui::{Scene, dialog::Input, keys::Key},
    words::Words,
};

/// How many reasons are prepared for each kind of wish; the digits 1 to 4 choose one.
pub(super) const PREPARED: usize = 4;

/// The key that begins a reason in own words.
const OWN: char = '0';

/// The most characters of a reason: a line of the record, not a letter.
pub(super) const LONGEST: usize = 60;

/// A wish whose reason is asked for.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Why {
    /// The wish, its reason still empty.
    pub(super) wish: Wish,
    /// The reason so far.
    pub(super) typed: Input,
    /// Whether it is being written in own words; until then digits put prepared lines in.
    own: bool,
}

impl Why {
    /// Asks for the reason of a wish; one may be suggested.
    pub(super) fn new(wish: Wish, suggested: &str) -> Self {
        Self { wish, typed: filled(suggested), own: false }
    }

    /// Takes a key; whether it meant anything. `language` is the session's: the record is kept in it,
    /// whatever the screen speaks.
    pub(super) fn take(&mut self, key: KeyEvent, language: &str) -> bool {
        if !self.own {
            if let Some(reason) = chosen(&self.wish, key, language) {
                self.typed = filled(&reason);
                return true;
            }
            self.own = match Key::pressed(key) {
                Some(Key::Char(OWN)) => return self.begin(),
                // What an input method writes is no key of the screen below.
                Some(Key::Char(c)) => !c.is_ascii(),
                Some(Key::Code(KeyCode::Backspace)) => !self.typed.text().is_empty(),
                _ => false,
            };
        }
        let is_taken = self.own;
        if is_taken {
            self.typed.update(key);
            // Where nothing is left of own words, digits choose again.
            self.own = !self.typed.text().is_empty();
        }
        is_taken
    }

    fn begin(&mut self) -> bool {
        self.own = true;
        true
    }

    /// Whether digits put prepared lines in.
    pub(super) fn picks(&self) -> bool {
        !self.own
    }

    /// Takes a pasted text.
    pub(super) fn paste(&mut self, text: &str) {
        self.typed.insert(text);
        self.own = true;
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
        | Wish::AllowPaper { .. }
        | Wish::DisallowPaper { .. }
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
    let words = Words::of_session(language);
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
        | Wish::AllowPaper { reason, .. }
        | Wish::DisallowPaper { reason, .. }
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
    | Wish::AllowPaper { reason, .. }
    | Wish::DisallowPaper { reason, .. }
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
    let digits = ('1'..).zip(prepared).chain([(OWN, scene.words.say("host-why-own"))]);
    let lines = digits.map(|(digit, reason)| {
        Line::from_iter([Span::styled(format!(" {digit} "), scene.theme.key), Span::raw(reason)])
    });
    std::iter::once(heading).chain(lines).collect()
}

/// The digits in a line of hints, before other keys.
pub(super) fn hint(scene: &Scene<'_>) -> Line<'static> {
    let pick = format!(" {}  ", scene.words.say("host-why-pick"));
    let digits = Span::styled(format!("1-{PREPARED}"), scene.theme.key);
    Line::from_iter([digits, Span::styled(pick, scene.theme.dim)])
}
