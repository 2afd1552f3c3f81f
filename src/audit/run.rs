//! How far one project has come, as far as its score hangs on it.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    definition::{Deduction, Marks, Room},
    fact::Mark,
    paper::Keyed,
};

/// How far one project has come.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    /// Where it pitches.
    pub(super) room: String,
    /// The word for where it is in its life, as in `docs/results.md`.
    pub(super) stage: String,
    /// What was recorded with an absence, a move, a withdrawal or a disqualification.
    pub(super) note: Option<String>,
    /// The seats of its panel.
    pub(super) seats: BTreeMap<String, Seat>,
    /// The seats whose sheet may be keyed from paper.
    pub(super) allowed: BTreeSet<String>,
    /// What has been keyed of paper sheets that are not in.
    pub(super) keyed: BTreeMap<String, Vec<Keyed>>,
    /// The seats whose latest sheet came on paper.
    pub(super) on_paper: BTreeSet<String>,
    /// What has been taken off.
    pub(super) deductions: Vec<Deduction>,
    /// The number of the last deduction, given back or not.
    pub(super) deducted: u32,
    /// The clock of its phase.
    pub(super) clock: Clock,
    /// Whether it was ever called up.
    pub(super) was_called: bool,
    /// Whether one from the reserve has its place.
    pub(super) is_replaced: bool,
    /// Whether a sealed sheet was opened for this pitch, whatever became of it.
    pub(super) has_opened: bool,
}

/// How the clock of a phase stands. What is left on it no score hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clock {
    /// There is none.
    None,
    /// Not started.
    Ready,
    /// Counting.
    Running,
    /// Stopped on the way.
    Stopped,
}

/// Where one seat stands with one project. Only a sheet that is in counts.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Seat {
    /// No sheet is in, and it is waited for.
    Open,
    /// No sheet is in, and none is waited for: absent or late.
    Aside(Mark),
    /// The sheet of this revision is in, sealed: nobody knows its marks.
    Sealed(u32, String),
    /// The sheet of this revision is in.
    In(u32, Marks),
    /// It was given back.
    Back(u32, Marks),
    /// The judge stays out.
    Recused,
    /// Two persons have made it void; as it stood.
    Void(Box<Seat>),
}

impl Run {
    /// At its first moment, before this room's panel.
    pub(super) fn new(project: &str, room: &Room) -> Self {
        let seats = room.judges.iter().map(|judge| {
            let is_out = judge.recused.iter().any(|it| it.project == project);
            (judge.id.clone(), if is_out { Seat::Recused } else { Seat::Open })
        });
        Self {
            room: room.id.clone(),
            stage: "waiting".to_owned(),
            note: None,
            seats: seats.collect(),
            allowed: BTreeSet::new(),
            keyed: BTreeMap::new(),
            on_paper: BTreeSet::new(),
            deductions: Vec::new(),
            deducted: 0,
            clock: Clock::None,
            was_called: false,
            is_replaced: false,
            has_opened: false,
        }
    }

    /// Whether it is there.
    pub(super) fn is_at(&self, stage: &str) -> bool {
        self.stage == stage
    }

    /// Whether a project of its room has the stage by it.
    pub(super) fn is_on_stage(&self) -> bool {
        ["called-up", "presentation", "questions"].contains(&self.stage.as_str())
    }

    /// The phase whose clock counts here; before the pitch it is the pitch's.
    pub(super) fn phase(&self) -> &str {
        if self.is_at("called-up") { "presentation" } else { &self.stage }
    }

    /// Goes on to another stage, where no clock is.
    pub(super) fn enter(&mut self, stage: &str) {
        stage.clone_into(&mut self.stage);
        self.clock = Clock::None;
    }

    /// Goes on to a stage whose clock stands at full length.
    pub(super) fn begin(&mut self, stage: &str) {
        self.enter(stage);
        self.clock = Clock::Ready;
    }

    /// The same, and what was recorded with it.
    pub(super) fn leave(&mut self, stage: &str, note: &str) {
        self.enter(stage);
        self.allowed.clear();
        self.note = Some(note.to_owned());
    }

    /// The sheets that count.
    pub(super) fn sheets(&self) -> impl Iterator<Item = (&str, &Marks)> {
        self.seats.iter().filter_map(|(seat, state)| match state {
            Seat::In(_, marks) => Some((seat.as_str(), marks)),
            _ => None,
        })
    }

    /// Whether sealed sheets may be opened: scoring is open, and no seat has still to say something, or
    /// one was opened already.
    pub(super) fn opens(&self) -> bool {
        let is_awaited = |it: &Seat| matches!(it, Seat::Open | Seat::Back(..));
        self.is_at("scoring") && (self.has_opened || !self.seats.values().any(is_awaited))
    }

    /// Scoring is closed, and these seats are no longer waited for.
    pub(super) fn lock(&mut self, without: &BTreeSet<String>) {
        self.enter("locked");
        self.allowed.clear();
        for (_, seat) in self.seats.iter_mut().filter(|(name, _)| without.contains(*name)) {
            if matches!(seat, Seat::Open | Seat::Sealed(..)) {
                *seat = Seat::Aside(Mark::Late);
            }
        }
    }

    /// All its sheets go back to their judges.
    pub(super) fn give_back(&mut self) {
        self.keyed.clear();
        self.seats.values_mut().for_each(Seat::give_back);
        self.has_opened = false;
    }

    /// As it was before a step, but for what others have done since: sheets and deductions stay, and
    /// those sheets that the step itself gave back are in again.
    pub(super) fn undo(&mut self, before: Self) {
        let then = std::mem::take(&mut self.seats);
        for (seat, mut now) in then {
            if let (Seat::Back(revision, marks), Some(was @ Seat::In(..))) =
                (&now, before.seats.get(&seat))
                && *was == Seat::In(*revision, marks.clone())
            {
                now = was.clone();
            }
            self.seats.insert(seat, now);
        }
        let (deductions, deducted) = (std::mem::take(&mut self.deductions), self.deducted);
        let (keyed, on_paper) =
            (std::mem::take(&mut self.keyed), std::mem::take(&mut self.on_paper));
        let allowed = std::mem::take(&mut self.allowed);
        let (seats, has_opened) = (std::mem::take(&mut self.seats), self.has_opened);
        *self =
            Self { seats, allowed, keyed, on_paper, deductions, deducted, has_opened, ..before };
    }
}

impl Clock {
    /// As it stands after this kind of fact; where that cannot be, nothing.
    pub(super) fn after(self, kind: &str) -> Option<Self> {
        match (kind, self) {
            ("clock-started", Self::Ready) | ("clock-resumed", Self::Stopped) => {
                Some(Self::Running)
            }
            ("clock-paused", Self::Running) | ("clock-set", Self::Running | Self::Stopped) => {
                Some(Self::Stopped)
            }
            ("time-added", Self::Ready | Self::Running | Self::Stopped) => Some(self),
            _ => None,
        }
    }
}

impl Seat {
    /// The revision of its latest sheet, wherever that is; 0 for none.
    pub(super) fn revision(&self) -> u32 {
        match self {
            Self::In(revision, _) | Self::Back(revision, _) | Self::Sealed(revision, _) => {
                *revision
            }
            Self::Void(before) => before.revision(),
            Self::Open | Self::Aside(_) | Self::Recused => 0,
        }
    }

    /// Its sheet goes back; of a sealed one there is nothing to give.
    pub(super) fn give_back(&mut self) {
        match self {
            Self::In(revision, marks) => *self = Self::Back(*revision, std::mem::take(marks)),
            Self::Sealed(..) => *self = Self::Open,
            _ => (),
        }
    }

    /// It does not count.
    pub(super) fn make_void(&mut self) {
        let before = std::mem::replace(self, Self::Open);
        *self = Self::Void(Box::new(before));
    }

    /// As it stood before it was void; a judge who stayed out is waited for.
    pub(super) fn restore(&mut self) {
        *self = match std::mem::replace(self, Self::Open) {
            Self::Void(before) => *before,
            _ => Self::Open,
        };
    }
}
