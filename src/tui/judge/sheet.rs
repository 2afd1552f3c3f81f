//! A score sheet as it stands: the project, its rubric, what the hub has and what is typed over it.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::{
    draft::{Draft, Loss, Receipt},
    sealed::stored_revision,
};
use crate::{
    contest::{Band, Criterion, Marks, Refusal, Rubric, SeatWord, Stage},
    protocol::{HeadMark, views::SheetLine},
    tui::points::points,
};

/// One project's sheet, looked at; nothing is changed here.
#[derive(Clone, Copy)]
pub(in crate::tui) struct Sheet<'a> {
    /// The project, its stage, and the sheet that the hub has.
    pub(in crate::tui) line: &'a SheetLine,
    /// What it is judged by.
    pub(in crate::tui) rubric: &'a Rubric,
    /// What was typed.
    pub(in crate::tui) draft: &'a Draft,
    /// Whether the session's sheets are sealed.
    pub(in crate::tui) is_sealed_by_rule: bool,
}

/// Why a text is no mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// It ends in the middle of a number: `8.`
    Unfinished,
    /// It is a number that the rubric does not allow.
    NotAllowed(Refusal),
}

/// Where a sheet is on its way to the hub.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// The project's turn has not come.
    Waiting,
    /// The project is on its way to the stage: marks may be typed, not sent.
    Early,
    /// Nothing was sent.
    Unsent,
    /// It was received once, and the hub that the evening goes on at does not have it.
    Gone,
    /// Nothing was sent, and the host goes on without it; until the lock it may still come.
    NotWaited,
    /// The hub's sheet was given back: it does not count until it comes in again.
    Returned {
        /// The revision that was given back.
        revision: u32,
    },
    /// The hub has a sheet, and something else is typed over it.
    Changed {
        /// The hub's revision.
        revision: u32,
    },
    /// On its way.
    Sending,
    /// The hub has what is shown.
    Received {
        /// The revision.
        revision: u32,
        /// The receipt, when this terminal got it.
        receipt: Option<Receipt>,
    },
    /// The hub has it sealed: nobody but this terminal knows its marks.
    Sealed {
        /// The revision.
        revision: u32,
        /// The receipt, when this terminal got it.
        receipt: Option<Receipt>,
    },
    /// The whole panel has sealed: this terminal opens it.
    Opening {
        /// The revision.
        revision: u32,
    },
    /// The hub has a seal that this terminal cannot open: another one has its nonce.
    Lost {
        /// The revision.
        revision: u32,
    },
    /// It was opened, and its marks stand.
    Opened {
        /// The revision.
        revision: u32,
    },
    /// It came in on paper, and that one counts.
    OnPaper {
        /// The revision.
        revision: u32,
    },
    /// The judge stays out of this project.
    Recused,
    /// The seat does not count for this project.
    Void,
    /// No sheet is taken any more; what the hub has is shown.
    Closed {
        /// Why.
        stage: Stage,
        /// Whether the hub has a sheet of this judge.
        has_sheet: bool,
    },
}

impl<'a> Sheet<'a> {
    /// The criteria that get marks.
    pub(in crate::tui) fn criteria(self) -> impl Iterator<Item = &'a Criterion> {
        self.rubric.marked().map(|(criterion, _)| criterion)
    }

    /// The criterion the keys act on.
    pub(in crate::tui) fn current(self) -> Option<&'a Criterion> {
        self.criteria().nth(self.draft.line)
    }

    /// The revision and marks that the hub has, as far as is known here. Once the sheet is closed
    /// only the hub's own word counts.
    pub(super) fn known(self) -> Option<(u32, &'a Marks)> {
        let told = self.line.sheet.as_ref().map(|it| (it.revision, &it.marks));
        let own = self.draft.stored.as_ref().map(|it| (it.revision, &it.marks));
        let own = own.filter(|_| self.is_live() && !self.is_lost());
        let sealed = self.secret().map(|it| (it.revision, &it.marks));
        // The last of equals is taken: the hub's word counts.
        own.into_iter().chain(sealed).chain(told).max_by_key(|(revision, _)| *revision)
    }

    /// The revision of the latest sheet, as far as is known here; 0 for none.
    pub(super) fn revision(self) -> u32 {
        self.known().map_or(0, |(revision, _)| revision).max(stored_revision(self.line))
    }

    /// What stands in a criterion's field.
    pub(super) fn text(self, criterion: &Criterion) -> Cow<'a, str> {
        match self.draft.typed.get(&criterion.id).filter(|_| self.is_live()) {
            Some(typed) => Cow::Borrowed(typed),
            None => {
                Cow::Owned(self.stored_mark(criterion).map(|it| it.to_string()).unwrap_or_default())
            }
        }
    }

    /// The same with the decimals of the rubric's step, unless it is being typed or is no mark.
    pub(super) fn written(self, criterion: &Criterion) -> Cow<'a, str> {
        let is_being_typed = self.draft.goes_on && self.current() == Some(criterion);
        match self.mark(criterion) {
            Ok(Some(mark)) if !criterion.gate && !is_being_typed => {
                Cow::Owned(points(mark, self.rubric.decimals()))
            }
            _ => self.text(criterion),
        }
    }

    /// The total of the marks that are good so far, as it is written.
    pub(in crate::tui) fn total(self) -> String {
        points(self.rubric.total(&self.marks()), self.rubric.decimals())
    }

    /// The mark that stands in a criterion's field; `None` while it is empty.
    pub(super) fn mark(self, criterion: &Criterion) -> Result<Option<Decimal>, Fault> {
        let text = self.text(criterion);
        if text.is_empty() {
            return Ok(None);
        }
        if text.ends_with('.') {
            return Err(Fault::Unfinished);
        }
        let mark = text.parse::<Decimal>().map_err(|_| Fault::Unfinished)?.normalize();
        self.rubric.check_mark(criterion, mark).map_err(Fault::NotAllowed)?;
        Ok(Some(mark))
    }

    /// The band that the mark of a criterion is in.
    pub(super) fn band(self, criterion: &Criterion) -> Option<&Band> {
        let mark = self.mark(criterion).ok()??;
        criterion.bands.iter().filter(|it| it.from <= mark).max_by_key(|it| it.from)
    }

    /// The marks that are good so far.
    pub(in crate::tui) fn marks(self) -> Marks {
        let good = |it: &Criterion| Some((it.id.clone(), self.mark(it).ok()??));
        self.criteria().filter_map(good).collect()
    }

    /// The first criterion, by place and itself, that keeps the sheet from being whole.
    pub(in crate::tui) fn first_gap(self) -> Option<usize> {
        self.criteria().position(|it| !matches!(self.mark(it), Ok(Some(_))))
    }

    /// Whether something is typed that the hub does not have.
    pub(super) fn is_changed(self) -> bool {
        let differs = |it: &Criterion| self.mark(it) != Ok(self.stored_mark(it));
        self.criteria().filter(|it| self.draft.typed.contains_key(&it.id)).any(differs)
    }

    /// Whether something here still has to reach the hub, and still can.
    pub(super) fn is_unsent(self) -> bool {
        let is_owed = self.is_changed() || self.is_returned() || self.is_lost() || self.is_gone();
        self.takes_typing() && is_owed || self.draft.sending.is_some()
    }

    /// Whether a hub had it, and the one that the evening goes on at has not.
    fn is_gone(self) -> bool {
        self.draft.loss == Some(Loss::Gone)
    }

    /// Whether leaving this sheet unasked would take something out of the judge's hands: a draft,
    /// a sheet under way, or half a number.
    pub(super) fn holds_the_judge(self) -> bool {
        self.is_unsent() || self.takes_typing() && self.draft.goes_on
    }

    /// Whether marks may be typed for the project, were no sheet on its way.
    pub(super) fn takes_typing(self) -> bool {
        let is_time = self.line.stage == Stage::CalledUp || self.line.stage.takes_sheets();
        is_time && self.is_owed() && !self.is_opened() && !self.is_on_paper()
    }

    /// Whether it is in on paper: then the terminal hands in none.
    fn is_on_paper(self) -> bool {
        let paper = self.line.sheet.as_ref().and_then(|it| it.paper.as_ref());
        self.line.state == SeatWord::Scored && paper.is_some()
    }

    /// Whether this seat scores the project at all.
    pub(super) fn is_owed(self) -> bool {
        !matches!(self.line.state, SeatWord::Recused | SeatWord::Void)
    }

    /// Whether the host goes on without this seat.
    fn is_not_waited_for(self) -> bool {
        matches!(self.line.state, SeatWord::Absent | SeatWord::Late)
    }

    /// Whether the hub's sheet was given back, and nothing newer is known to be there.
    pub(super) fn is_returned(self) -> bool {
        let told = self.line.sheet.as_ref().map(|it| it.revision);
        self.line.state == SeatWord::Returned && self.known().map(|(it, _)| it) == told
    }

    /// Whether the judge may still stay out of the project: not once scoring is open, and not after
    /// an own sheet. The hub decides: `a_recusal_is_offered_just_where_the_rules_grant_it`.
    pub(super) fn may_recuse(self) -> bool {
        use Stage::{Absent, CalledUp, Presentation, Questions, Waiting};
        let is_time =
            matches!(self.line.stage, Waiting | CalledUp | Presentation | Questions | Absent);
        let is_free = self.line.state == SeatWord::Expected || self.is_not_waited_for();
        let is_free = is_free && self.known().is_none() || self.is_returned();
        is_time && is_free && self.draft.sending.is_none()
    }

    /// Whether what is typed here can still count: it may be sent, or is on its way.
    fn is_live(self) -> bool {
        self.takes_typing() || self.draft.sending.is_some()
    }

    /// Whether the sheet is closed and will not be opened again by the project's way: what the hub
    /// has is what counts.
    pub(super) fn is_settled(self) -> bool {
        use Stage::{Disqualified, Locked, Released, Shown, Withdrawn};
        let is_over =
            matches!(self.line.stage, Locked | Released | Shown | Withdrawn | Disqualified);
        is_over && self.draft.sending.is_none()
    }

    /// The gates that this judge fails the project at.
    pub(super) fn failed_gates(self) -> impl Iterator<Item = &'a Criterion> {
        self.criteria().filter(move |it| it.gate && self.mark(it) == Ok(Some(Decimal::ZERO)))
    }

    /// Whether marks may be typed now.
    pub(super) fn is_open(self) -> bool {
        self.takes_typing() && self.draft.sending.is_none()
    }

    /// Whether the sheet may be sent as it stands: whole, new to the hub or given back by it, and
    /// taken there.
    pub(in crate::tui) fn can_be_sent(self) -> bool {
        let is_new = self.is_changed() || self.known().is_none() || self.is_returned();
        self.line.stage.takes_sheets() && self.is_open() && is_new && self.first_gap().is_none()
    }

    /// Where the sheet is.
    pub(super) fn state(self) -> State {
        let known = self.known();
        if self.draft.sending.is_some() {
            return State::Sending;
        }
        let is_waiting = self.line.stage == Stage::Waiting;
        match (self.line.stage, known) {
            _ if self.line.state == SeatWord::Recused => State::Recused,
            _ if self.line.state == SeatWord::Void => State::Void,
            (stage, Some((revision, _))) if self.is_on_paper() && stage.takes_sheets() => {
                State::OnPaper { revision }
            }
            (stage, Some((revision, _))) if self.is_opened() && stage.takes_sheets() => {
                State::Opened { revision }
            }
            _ if self.is_lost() => State::Lost { revision: self.revision() },
            // A project that pitches again has its sheets given back while it waits.
            (_, Some((revision, _)))
                if self.is_returned() && (is_waiting || self.takes_typing()) =>
            {
                State::Returned { revision }
            }
            _ if self.is_gone() && self.takes_typing() => State::Gone,
            (Stage::Waiting, _) => State::Waiting,
            (stage, None) if stage.takes_sheets() && self.is_not_waited_for() => State::NotWaited,
            (Stage::CalledUp, None) => State::Early,
            (stage, known) if !self.takes_typing() => {
                State::Closed { stage, has_sheet: known.is_some() }
            }
            (_, None) => State::Unsent,
            (_, Some((revision, _))) if self.is_changed() => State::Changed { revision },
            (_, Some((revision, _))) if self.line.opens => State::Opening { revision },
            (_, Some((revision, _))) => {
                let own = self.draft.stored.as_ref().filter(|it| it.revision == revision);
                let receipt = own.map(|it| it.receipt);
                if self.is_sealed_by_rule {
                    State::Sealed { revision, receipt }
                } else {
                    State::Received { revision, receipt }
                }
            }
        }
    }

    /// Whether a head of the journal is of this project and the sheet is closed: they are shown together.
    pub(super) fn stands_with(self, head: &HeadMark) -> bool {
        matches!(self.state(), State::Closed { .. }) && self.line.project.id == head.project
    }

    /// The mark that the hub has.
    pub(super) fn stored_mark(self, criterion: &Criterion) -> Option<Decimal> {
        self.known()?.1.get(&criterion.id).copied()
    }
}
