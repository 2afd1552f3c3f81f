//! The hub's two plain pages: `/health` for monitors and `/now`, the board as text for `curl`.
//!
//! `/now` is made from the boards' pictures, so it cannot say more than a board shows.

use std::fmt::Write;

use serde_json::{Value, json};

use super::Hub;
use crate::{
    contest::{At, Seat},
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
        "session": hub.desk.session().id,
    });
    format!("{health}\n")
}

/// Every room's stage and every group's ranking, in the session's language or `?lang=`.
pub(super) async fn page(hub: &Hub, query: Option<&str>) -> String {
    let session = hub.desk.session();
    let asked = query.and_then(|query| query.strip_prefix("lang=")).and_then(|it| it.parse().ok());
    let words = Words::new(asked.or_else(|| session.language.parse().ok()).unwrap_or(Lang::En));
    let mut boards: Vec<BoardView> = Vec::new();
    for room in &session.rooms {
        let Some(picture) = hub.desk.look(Seat::Board(room.id.clone())).await else { break };
        let sections = picture.borrow().sections().clone();
        boards.extend(serde_json::from_value(Value::Object((*sections).clone())));
    }
    render(&boards, hub.desk.clock().now(), &words)
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
