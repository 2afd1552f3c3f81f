//! The hub's two plain pages: `/health` for monitors and `/now`, the board as text for `curl`.
//!
//! `/now` is made from the boards' newest pictures, so it cannot say more than a board shows; and however
//! often it is asked for, the desk is not: `the_page_does_not_wait_for_the_desk`. Nor is it made more often than
//! it can have changed: `the_page_of_a_moment_is_made_once`.

use std::{
    fmt::Write,
    sync::{Mutex, PoisonError},
};

use hyper::body::Bytes;
use serde_json::json;

use super::{DeskHandle, Hub, picture::Picture};
use crate::{
    contest::At,
    protocol::{
        VERSION,
        views::{BoardView, RankingView, StageLine},
    },
    words::{Lang, Words},
};

/// Whether the hub is there, and which session it runs.
pub(super) fn health(hub: &Hub) -> String {
    let health = json!({
        "status": "ok",
        "program": concat!("roadshow ", env!("CARGO_PKG_VERSION")),
        "protocol": VERSION,
        "session": hub.inside.desk.session().id,
    });
    format!("{health}\n")
}

/// The page, in every language that it may be asked for in.
pub(super) struct Page {
    own: Lang,
    texts: [Text; 2],
}

/// The page in one language.
struct Text {
    words: Words,
    /// As it was made last, and of which moment.
    made: Mutex<(Moment, Bytes)>,
}

/// What the page is made of: the revisions of the boards' pictures, and the second, as clocks run.
#[derive(Default, PartialEq, Eq)]
struct Moment {
    revisions: Vec<u64>,
    second: i64,
}

impl Page {
    /// For a session that speaks this language.
    pub(super) fn new(language: &str) -> Self {
        let own = language.parse().unwrap_or(Lang::En);
        let text = |lang| Text { words: Words::new(lang), made: Mutex::default() };
        Self { own, texts: [Lang::Zh, Lang::En].map(text) }
    }

    /// Every room's stage and every group's ranking, in the session's language or `?lang=`.
    pub(super) fn show(&self, desk: &DeskHandle, query: Option<&str>) -> Bytes {
        let asked = query.and_then(|query| query.strip_prefix("lang=")?.parse().ok());
        let lang = asked.unwrap_or(self.own);
        let text = self.texts.iter().find(|it| it.words.lang() == lang);
        text.map(|text| text.of(&desk.boards().collect::<Vec<_>>(), desk.clock().now()))
            .unwrap_or_default()
    }
}

impl Text {
    /// The page of these pictures now.
    fn of(&self, pictures: &[Picture], now: At) -> Bytes {
        let revisions = pictures.iter().map(|it| it.rev).collect();
        let moment = Moment { revisions, second: now.0.div_euclid(1000) };
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if made.0 != moment {
            let boards: Vec<BoardView> = pictures.iter().filter_map(board).collect();
            *made = (moment, render(&boards, now, &self.words).into());
        }
        made.1.clone()
    }
}

fn board(picture: &Picture) -> Option<BoardView> {
    picture.written().read().ok()
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
        assert!(page.starts_with(b"Sample final\n"), "{page:?}");
    }

    #[tokio::test]
    async fn the_page_of_a_moment_is_made_once() {
        let (_unattended, desk) = Table::unattended();
        let (page, pictures) = (Page::new("en"), desk.boards().collect::<Vec<_>>());
        let [zh, en] = &page.texts;
        let first = en.of(&pictures, At(1_000));
        // The same bytes, not equal ones.
        assert_eq!(en.of(&pictures, At(1_999)).as_ptr(), first.as_ptr());
        zh.of(&pictures, At(1_999));
        assert_eq!(en.of(&pictures, At(1_999)).as_ptr(), first.as_ptr());
        assert_ne!(en.of(&pictures, At(2_000)).as_ptr(), first.as_ptr());
        let again = en.of(&pictures, At(2_000));
        assert_ne!(en.of(&pictures[..1], At(2_000)).as_ptr(), again.as_ptr());
    }

    fn says(page: &Bytes, text: &str) -> bool {
        str::from_utf8(page).unwrap().contains(text)
    }

    #[tokio::test]
    async fn the_page_is_of_the_newest_picture() {
        let (table, page) = (Table::set(), Page::new("en"));
        assert!(!says(&page.show(&table.desk, None), "called up"));
        table.ask("A/host", 1, call_up("E01")).await.unwrap();
        assert!(says(&page.show(&table.desk, None), "called up"));
        assert!(says(&page.show(&table.desk, Some("lang=zh")), "已上场"));
    }
}
