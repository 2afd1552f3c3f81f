//! Reads a session: its parts one by one, then all of it as a whole.
//!
//! A draft is a part of the session beside the place it was read from, so that the whole can be
//! checked and complained of where it is written.

mod draw;
mod group;
mod project;
mod room;
mod score;
mod timing;
mod turns;
mod whole;

use super::{Files, table::Table, value::Value};
use crate::contest::{Projects, ReleasePolicy, Reveal, Safeguards, Session};

pub(super) use self::draw::list;
use self::{
    draw::DrawDraft, group::GroupDraft, project::ProjectDraft, room::RoomDraft, score::ScoreDraft,
    timing::TimingKeys,
};

/// The parts of a session and where they stand.
struct Draft<'d> {
    groups: Vec<GroupDraft<'d>>,
    rooms: Vec<RoomDraft<'d>>,
    projects: Vec<ProjectDraft<'d>>,
    draw: Option<DrawDraft<'d>>,
    score: ScoreDraft<'d>,
}

const RELEASES: [(&str, ReleasePolicy); 4] = [
    ("at-once", ReleasePolicy::AtOnce),
    ("after-next", ReleasePolicy::AfterNext),
    ("batch", ReleasePolicy::Batch),
    ("end", ReleasePolicy::End),
];

const REVEALS: [(&str, Reveal); 3] =
    [("score", Reveal::Score), ("seats", Reveal::Seats), ("names", Reveal::Names)];

/// Reads a session; it is whole only if its page is clean afterwards.
pub(super) fn read(mut table: Table<'_>, files: &impl Files) -> Session {
    let languages = [("zh", "zh"), ("en", "en")];
    let mut session = Session {
        id: table.need("id", Value::id),
        title: table.need("title", Value::name),
        organiser: table.may("organiser", Value::name),
        source: table.may("source", Value::text),
        language: table.may("language", |it| it.one_of(&languages)).unwrap_or("zh").to_owned(),
        release: table.may("release", |it| it.one_of(&RELEASES)).unwrap_or_default(),
        reveal: table.may("reveal", |it| it.one_of(&REVEALS)).unwrap_or_default(),
        safeguards: Safeguards {
            co_signed_release: table.may("co-signed-release", Value::flag).unwrap_or_default(),
            sealed_sheets: table.may("sealed-sheets", Value::flag).unwrap_or_default(),
            marks_on_console: table.may("marks-on-console", Value::flag).unwrap_or_default(),
        },
        groups: Vec::new(),
        rooms: Vec::new(),
        projects: Projects::default(),
        deductions: Vec::new(),
        carry: Vec::new(),
        panels: Vec::new(),
        room_coefficient: false,
        draw: None,
    };
    let timing = table.may("timing", Value::table).map(TimingKeys::read).unwrap_or_default();
    let mut rubrics = group::Rubrics::of(table.place(), files);
    let draft = Draft {
        groups: (table.tables("groups").into_iter())
            .map(|group| GroupDraft::read(group, &timing, &mut rubrics))
            .collect(),
        rooms: table.tables("rooms").into_iter().map(RoomDraft::read).collect(),
        projects: table.tables("projects").into_iter().map(ProjectDraft::read).collect(),
        draw: table.may("draw", Value::table).and_then(DrawDraft::read),
        score: ScoreDraft::read(&mut table),
    };
    whole::check(&draft);
    draft.score.check(&draft);
    session.rooms = draft.rooms.iter().map(|room| draft.with_order(room)).collect();
    session.draw = draft.draw.map(|draw| draw.draw);
    session.groups = draft.groups.into_iter().map(|group| group.group).collect();
    draft.score.give_to(&mut session);
    session.projects = draft.projects.into_iter().map(|project| project.project).collect();
    session
}
