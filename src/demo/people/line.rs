//! A scripted person's own link to the hub: what they see, and the one wish they may have out.

use serde::de::DeserializeOwned;
use serde_json::Value;
use tokio::sync::mpsc;
use uuid::Uuid;

use super::Failed;
use crate::{
    client::{Client, LinkState, News},
    clock::Clock,
    contest::{Refusal, Wish},
    protocol::JoinLink,
};

/// A link whose pictures are read as `V`.
pub(super) struct Line<V> {
    client: Client,
    news: mpsc::Receiver<News>,
    view: Option<V>,
    /// The wish that has no answer yet.
    asked: Option<(Uuid, Wish)>,
    /// The wish that was answered last. Its effect comes with the next picture; until then it must
    /// not be asked again.
    answered: Option<Wish>,
}

impl<V: DeserializeOwned> Line<V> {
    pub(super) fn join(link: JoinLink, clock: Clock) -> Self {
        let (client, news) = Client::join(link, clock);
        Self { client, news, view: None, asked: None, answered: None }
    }

    /// The latest picture; `None` before the first.
    pub(super) fn view(&self) -> Option<&V> {
        self.view.as_ref()
    }

    /// Whether no answer is waited for.
    pub(super) fn is_free(&self) -> bool {
        self.asked.is_none()
    }

    /// Whether it makes sense to ask for this now.
    pub(super) fn may_ask(&self, wish: &Wish) -> bool {
        self.is_free() && self.answered.as_ref() != Some(wish)
    }

    /// Asks the hub, under a new id.
    pub(super) fn ask(&mut self, wish: Wish) -> Result<(), Failed> {
        let id = Uuid::new_v4();
        self.client.ask(id, wish.clone())?;
        self.asked = Some((id, wish));
        Ok(())
    }

    /// Waits for the next news and takes it in. It can be given up at any time.
    pub(super) async fn hear(&mut self) -> Result<(), Failed> {
        match self.news.recv().await.ok_or(Failed::LinkEnded)? {
            News::Picture(sections) => {
                let view = serde_json::from_value(Value::Object(sections));
                self.view = Some(view.map_err(Failed::Picture)?);
                self.answered = None;
            }
            News::Granted { id, .. } => self.answer(id),
            News::Refused { id, refusal } if may_cross(&refusal) => self.answer(id),
            News::Refused { refusal, .. } => return Err(Failed::Refused(refusal)),
            News::Link(LinkState::Refused { trouble }) => return Err(Failed::Link(trouble)),
            News::Link(_) => (),
        }
        Ok(())
    }

    fn answer(&mut self, id: Uuid) {
        if let Some((_, wish)) = self.asked.take_if(|(asked, _)| *asked == id) {
            self.answered = Some(wish);
        }
    }
}

/// Whether somebody else at the same seat may just have been faster; the next picture shows it.
fn may_cross(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::WrongStage { .. }
            | Refusal::StageTaken { .. }
            | Refusal::ClockNotRunning { .. }
            | Refusal::SheetsClosed { .. }
            | Refusal::SheetsMissing { .. }
            | Refusal::StaleRevision { .. }
            | Refusal::NotOpenYet { .. }
    )
}
