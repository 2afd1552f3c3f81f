//! What can be proposed about a project and a seat of its panel.
//!
//! Only what the picture says can be done is offered: `what_is_offered_can_be_proposed`. The rules
//! themselves are the contest's.

use crate::{
    contest::{Act, DeductionId, ProjectId, SeatId, SeatWord, Stage},
    protocol::views::{AuditLine, AuditSeat},
    tui::supervisor::seen::Seen,
};

/// Something that can be proposed.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Offer {
    /// An act that needs a reason and nothing else.
    Act(Act),
    /// New marks for a sheet.
    Correct(ProjectId, SeatId),
    /// Units of a rule.
    Deduct(ProjectId, DeductionId),
}

/// What can be proposed now; not what waits for the second person already.
pub(super) fn offers(view: &Seen, line: &AuditLine, seat: Option<&AuditSeat>) -> Vec<Offer> {
    let project = || line.project.id.clone();
    let is_scored = view.rubric_of(line).is_some();
    let is_released = line.stage == Stage::Released;
    let mut offers: Vec<_> =
        seat.filter(|_| is_scored).into_iter().flat_map(|seat| about_a_sheet(line, seat)).collect();
    if is_released && is_scored {
        offers.extend(view.rules.iter().map(|rule| Offer::Deduct(project(), rule.id.clone())));
        offers.extend(
            line.deductions.iter().map(|it| {
                Offer::Act(Act::RemoveDeduction { project: project(), number: it.number })
            }),
        );
    }
    if !line.stage.is_out() {
        offers.push(Offer::Act(Act::Disqualify { project: project() }));
    }
    let waits = |act: &Act| view.proposals.iter().any(|it| it.act == *act);
    offers.retain(|offer| !matches!(offer, Offer::Act(act) if waits(act)));
    offers
}

fn about_a_sheet(line: &AuditLine, seat: &AuditSeat) -> Vec<Offer> {
    let (project, id) = (|| line.project.id.clone(), || seat.seat.clone());
    let stage = line.stage;
    let is_closed = matches!(stage, Stage::Locked | Stage::Released);
    let mut offers = Vec::new();
    if seat.state == SeatWord::Scored && (stage.takes_sheets() || stage == Stage::Locked) {
        offers.push(Offer::Act(Act::Return { project: project(), seat: id() }));
    }
    if seat.state == SeatWord::Scored && stage == Stage::Released {
        offers.push(Offer::Correct(project(), id()));
    }
    if !stage.is_out() && !matches!(seat.state, SeatWord::Void | SeatWord::Recused) {
        offers.push(Offer::Act(Act::Void { project: project(), seat: id() }));
    }
    let may_return = match seat.state {
        SeatWord::Void => seat.sheet.is_some() || !is_closed,
        SeatWord::Recused => !is_closed,
        _ => false,
    };
    if may_return {
        offers.push(Offer::Act(Act::Restore { project: project(), seat: id() }));
    }
    offers
}
