//! Acts about one seat of the panel: by the host alone, and together with the supervisor.

use super::{asks_which, propose};
use crate::{
    contest::{Act, ProjectId, SeatId, SeatMark, SeatWord, Stage, Wish},
    protocol::views::{OrderLine, SeatLine},
    tui::host::{
        menu::{Entry, Label, Menu},
        question::Question,
        seen::Seen,
        step,
    },
};

/// A seat without a sheet is not waited for, or is again; until the lock.
pub(super) fn mark(view: &Seen, line: &OrderLine) -> Option<Entry> {
    if is_closed(line.stage) {
        return None;
    }
    let seats = step::seats_of(view, line);
    let entries = seats.into_iter().filter_map(|seat| marks(&line.project.id, seat)).collect();
    asks_which("host-act-seat", entries)
}

fn is_closed(stage: Stage) -> bool {
    matches!(stage, Stage::Locked | Stage::Released)
}

fn marks(project: &ProjectId, SeatLine { seat, state, .. }: SeatLine) -> Option<Entry> {
    let marks: &[_] = match state {
        SeatWord::Expected => &[SeatMark::Absent, SeatMark::Late],
        SeatWord::Absent => &[SeatMark::Expected, SeatMark::Late],
        SeatWord::Late => &[SeatMark::Expected, SeatMark::Absent],
        _ => return None,
    };
    let entry = |mark: &SeatMark| {
        let (project, seat) = (project.clone(), seat.clone());
        let wish = Wish::MarkSeat { project, seat, mark: *mark, reason: String::new() };
        Entry { label: Label::Mark(*mark), then: Question::why(wish) }
    };
    let label = Label::Seat(seat.clone(), state);
    let menu = Menu::new(label.clone(), marks.iter().map(entry).collect())?;
    Some(Entry { label, then: Question::Pick(menu) })
}

/// Whose sheet comes on paper, or does not after all: one line, so that neither takes the other's digit.
pub(super) fn paper(view: &Seen, line: &OrderLine) -> Option<Entry> {
    if !line.stage.takes_sheets() {
        return None;
    }
    let entry = |SeatLine { seat, state, on_paper, .. }: SeatLine| {
        let (project, reason) = (line.project.id.clone(), String::new());
        let (label, wish) = match (on_paper, state) {
            (Some(_), _) => {
                let wish = Wish::DisallowPaper { project, seat: seat.clone(), reason };
                (Label::OnPaper(seat), wish)
            }
            (None, SeatWord::Scored | SeatWord::Recused | SeatWord::Void) => return None,
            (None, _) => {
                let wish = Wish::AllowPaper { project, seat: seat.clone(), reason };
                (Label::Seat(seat, state), wish)
            }
        };
        Some(Entry { label, then: Question::why(wish) })
    };
    let entries = step::seats_of(view, line).into_iter().filter_map(entry).collect();
    asks_which("host-act-paper", entries)
}

/// What takes the supervisor too.
pub(super) fn together(view: &Seen, line: &OrderLine) -> Vec<Entry> {
    let seats = step::seats_of(view, line);
    let which = |text, is_meant: &dyn Fn(SeatWord) -> bool, act: fn(ProjectId, SeatId) -> Act| {
        let meant = seats.iter().filter(|line| is_meant(line.state));
        let entries = meant.map(|SeatLine { seat, state, .. }| Entry {
            label: Label::Seat(seat.clone(), *state),
            then: Question::why(propose(act(line.project.id.clone(), seat.clone()))),
        });
        asks_which(text, entries.collect())
    };
    let (stage, closed) = (line.stage, is_closed(line.stage));
    let can_return = stage.takes_sheets() || stage == Stage::Locked;
    let returned = which(
        "host-act-return",
        &|state| can_return && state == SeatWord::Scored,
        |project, seat| Act::Return { project, seat },
    );
    let void = which(
        "host-act-void",
        &|state| !matches!(state, SeatWord::Void | SeatWord::Recused),
        |project, seat| Act::Void { project, seat },
    );
    let restored = which(
        "host-act-restore",
        &|state| state == SeatWord::Void || (state == SeatWord::Recused && !closed),
        |project, seat| Act::Restore { project, seat },
    );
    [returned, void, restored].into_iter().flatten().collect()
}
