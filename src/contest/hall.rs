//! What a room's screens show besides the evening itself: the scene on the projector, messages, a
//! break, and the last step of the host while it can be undone.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{At, Countdown, Fact, GroupId, Ms, ProjectId, Run, Text};

/// What the projector shows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(tag = "show", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Scene {
    /// What fits the moment: the project on stage and its clock, else the rankings.
    #[default]
    Auto,
    /// The title of the final.
    Welcome,
    /// The project on stage with its clock as large as it goes.
    Stage,
    /// The rankings, or one group's alone.
    Ranking {
        /// The group; `None` for all, side by side or page by page.
        group: Option<GroupId>,
    },
    /// The score released last, judge by judge as far as the session shows it.
    Reveal,
    /// The awards of a group by its ranking; where its places are being revealed, as far as they are.
    Awards {
        /// The group.
        group: GroupId,
    },
    /// The break and when it ends.
    Break,
    /// The message to the hall and nothing else.
    Message,
}

/// Whom a message is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// The presenter, on the timer.
    Stage,
    /// The panel.
    Judges,
    /// The hall, on the board.
    Board,
}

/// A line for people in the room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// At most [`LONGEST_MESSAGE`] characters.
    pub text: String,
    /// Whether it blinks.
    pub blink: bool,
    /// Since when.
    pub at: At,
}

/// The most characters of a message: what a timer shows in two lines at ten metres.
pub const LONGEST_MESSAGE: usize = 80;

/// A break that is being held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// What it is called: 茶歇.
    pub name: Text,
    /// Its countdown; it ends by a key, not by itself.
    pub clock: Countdown,
}

/// How long the last step can be undone.
pub const UNDO_WITHIN: Ms = Ms::seconds(10);

/// A room before the host's last step with a project's clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastStep {
    /// When it was taken.
    pub at: At,
    /// The project.
    pub project: ProjectId,
    /// How far the project had come.
    pub run: Box<Run>,
    /// The project that was called up last before it.
    pub called: Option<ProjectId>,
    /// The break that was being held.
    pub pause: Option<Pause>,
}

/// One room's evening.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hall {
    /// The run order (路演顺序) as it is now.
    pub order: Vec<ProjectId>,
    /// The project that was called up last, on stage or just off it.
    pub called: Option<ProjectId>,
    /// What the projector shows.
    pub scene: Scene,
    /// Whether the projector is blank, whatever the scene.
    pub blank: bool,
    /// The messages on the screens.
    pub messages: BTreeMap<Audience, Message>,
    /// The break that is being held.
    pub pause: Option<Pause>,
    /// The break that ended last, and when: the call-up that ended it begins it again when undone.
    pub(super) ended: Option<(At, Pause)>,
    /// The planned breaks that have been held, by the turns they come after.
    pub held: BTreeSet<u32>,
    /// The host's last step, as long as nothing but sheets and recusals has come to that project, and
    /// no break has begun.
    pub last_step: Option<LastStep>,
}

impl Hall {
    /// Folds a fact about the room itself.
    pub(super) fn apply(&mut self, at: At, fact: &Fact) {
        match fact {
            Fact::OrderChanged { order, .. } => self.order.clone_from(order),
            Fact::SceneShown { scene, .. } => self.scene = scene.clone(),
            Fact::Blanked { on, .. } => self.blank = *on,
            Fact::MessageShown { to, text, blink, .. } => {
                let message = Message { text: text.clone(), blink: *blink, at };
                self.messages.insert(*to, message);
            }
            Fact::MessageCleared { to, .. } => _ = self.messages.remove(to),
            Fact::BreakBegan { name, length, planned, .. } => {
                let mut clock = Countdown::new(*length);
                clock.start(at);
                self.pause = Some(Pause { name: name.clone(), clock });
                self.last_step = None;
                self.held.extend(*planned);
            }
            Fact::BreakEnded { .. } => self.ended = self.pause.take().map(|pause| (at, pause)),
            _ => (),
        }
    }

    /// Folds a fact about one of its projects, before the project itself does.
    pub(super) fn note(&mut self, at: At, fact: &Fact, project: &ProjectId, run: &Run) {
        self.remember(at, fact, project, run);
        match fact {
            Fact::CalledUp { .. } => self.called = Some(project.clone()),
            Fact::Postponed { .. } if self.called.as_ref() == Some(project) => self.called = None,
            Fact::Backfilled { by, .. } => {
                if let Some(at) = self.order.iter().position(|it| it == project) {
                    self.order.insert(at + 1, by.clone());
                }
            }
            _ => (),
        }
    }

    /// Keeps what a step with the clock changes. The facts of one wish have one instant and are undone
    /// together.
    fn remember(&mut self, at: At, fact: &Fact, project: &ProjectId, run: &Run) {
        if !fact.is_a_step() {
            let from_the_panel = matches!(
                fact,
                Fact::SheetSubmitted { .. }
                    | Fact::SheetSealed { .. }
                    | Fact::SheetOpened { .. }
                    | Fact::SheetKeyed { .. }
                    | Fact::PaperSheetEntered { .. }
                    | Fact::KeyingDropped { .. }
                    | Fact::Recused { .. }
            );
            let own = self.last_step.as_ref().is_some_and(|step| step.project == *project);
            self.last_step = self.last_step.take().filter(|_| from_the_panel || !own);
            return;
        }
        if self.last_step.as_ref().is_some_and(|it| it.at == at && it.project == *project) {
            return;
        }
        let (project, run) = (project.clone(), Box::new(run.clone()));
        let ended = self.ended.take().filter(|(ended, _)| *ended == at);
        let (called, pause) = (self.called.clone(), ended.map(|(_, pause)| pause));
        self.last_step = Some(LastStep { at, project, run, called, pause });
    }

    /// Undoes the last step, and says how far its project had come.
    pub(super) fn undo(&mut self) -> Option<Box<Run>> {
        let step = self.last_step.take()?;
        self.called = step.called;
        if step.pause.is_some() {
            self.pause = step.pause;
        }
        Some(step.run)
    }
}
