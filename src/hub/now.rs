//! The hub's two plain pages: `/health` for monitors and `/now`, the board as text for `curl`.
//!
//! `/now` is made from the boards' newest pictures, so it cannot say more than a board shows; and however
//! often it is asked for, the desk is not: `the_page_does_not_wait_for_the_desk`.

use std::{fmt::Write, sync::Arc};

use serde_json::{Value, json};

use super::{DeskHandle, Hub};
use crate::{
    contest::At,
    protocol::{
        VERSION,
        views::{BoardView, RankingView, Sections, StageLine},
    },
    words::{Lang, Words},
};

/// Whether the hub is there, and which session it runs.
pub(super) fn health(hub: &Hub) -> String {
    let health = json!({
        "status": "ok",
        "program": concat!("roadshow ", env!("CARGO_PKG_VERSION")),
        "protocol": VERSION,
        "session": hub.desk.session().id,
    });
    format!("{health}\n")
}

/// The words of the page, in every language that it may be asked for in.
pub(super) struct Page {
    own: Lang,
    words: [Words; 2],
}

impl Page {
    /// For a session that speaks this language.
    pub(super) fn new(language: &str) -> Self {
        let own = language.parse().unwrap_or(Lang::En);
        Self { own, words: [Lang::Zh, Lang::En].map(Words::new) }
    }

    /// Every room's stage and every group's ranking, in the session's language or `?lang=`.
    pub(super) fn show(&self, desk: &DeskHandle, query: Option<&str>) -> String {
        let asked = query.and_then(|query| query.strip_prefix("lang=")?.parse().ok());
        let lang = asked.unwrap_or(self.own);
        let view = |sections: Arc<Sections>| {
            serde_json::from_value::<BoardView>(Value::Object((*sections).clone())).ok()
        };
        let boards: Vec<BoardView> = desk.boards().filter_map(view).collect();
        let words = self.words.iter().find(|it| it.lang() == lang);
        words.map(|words| render(&boards, desk.clock().now(), words)).unwrap_or_default()
    }
}

fn render(boards: &[BoardView], now: At, words: &Words) -> String {
    let mut page = String::new();
    let Some(first) = boards.first() else { return page };
    let title = words.pick(first.session.title.both());
    let rehearsal = first.session.rehearsal;
    if rehearsal {
        let _ = writeln!(page, "{}", words.say("results-is-rehearsal"));
    }
    let _ = writeln!(page, "{title}");
    for board in boards {
        let room = words.pick(board.room.name.both());
        let empty = || words.say("now-empty-stage");
        let stage = board.stage.as_ref().map_or_else(empty, |it| on_stage(it, now, words));
        let _ = writeln!(page, "\n{room}  {stage}");
    }
    for group in first.groups.iter().filter(|_| first.session.scored) {
        ranking(&mut page, group, rehearsal, words);
    }
    page
}

fn on_stage(stage: &StageLine, now: At, words: &Words) -> String {
    let StageLine { project, stage, clock } = stage;
    let word = words.say(&format!("stage-{stage}"));
    let left = clock.as_ref().map(|clock| format!("  {}", clock.left(now)));
    let clock = left.unwrap_or_default();
    format!("{} {}  {word}{clock}", project.id, words.pick(project.name.both()))
}

fn ranking(page: &mut String, group: &RankingView, rehearsal: bool, words: &Words) {
    let state = match group.is_final {
        _ if rehearsal => "results-rehearsal",
        true => "results-final",
        false => "results-provisional",
    };
    let (released, name) = (group.standings.len(), words.pick(group.name.both()));
    let state = words.say(state);
    let _ = writeln!(page, "\n{name}  {state} {released}/{}", group.projects);
    for line in &group.standings {
        let award = line.award.as_ref().map_or("", |award| words.pick(award.both()));
        let (place, project, score) = (line.place, &line.project, line.score);
        let name = words.pick(line.name.both());
        let _ = writeln!(page, "{place:>3}  {score:>6}  {project:<6} {name}  {award}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hub::table::{Table, call_up};

    #[tokio::test]
    async fn the_page_does_not_wait_for_the_desk() {
        let (_unattended, desk) = Table::unattended();
        let page = Page::new("en").show(&desk, None);
        assert!(page.starts_with("Sample final\n"), "{page}");
    }

    #[tokio::test]
    async fn the_page_is_of_the_newest_picture() {
        let (table, page) = (Table::set(), Page::new("en"));
        assert!(!page.show(&table.desk, None).contains("called up"));
        table.ask("A/host", 1, call_up("E01")).await.unwrap();
        assert!(page.show(&table.desk, None).contains("called up"));
        assert!(page.show(&table.desk, Some("lang=zh")).contains("已上场"));
    }
}
