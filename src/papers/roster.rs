//! The lists of a session as `roadshow import` reads them: as tables of an export, and as the workbook that an
//! office fills in. What is written here comes back as it was:
//! `what_is_exported_comes_back_as_the_same_session` in `tests/it/import.rs`.

mod template;

use self::template::Template;
use super::{
    grid::{Cell, Column, Grid},
    tongues::Tongues,
};
use crate::contest::{JudgeSeat, Project, Room, Session, Text};

/// The columns of projects; what is carried in follows.
const PROJECTS: [&str; 15] = [
    "project",
    "group",
    "name",
    "name_en",
    "entrant",
    "entrant_en",
    "kind",
    "registered",
    "core_members",
    "field",
    "field_en",
    "region",
    "region_en",
    "room",
    "reserve",
];
const JUDGES: [&str; 7] = ["judge", "room", "name", "name_en", "field", "field_en", "panel"];
const RECUSALS: [&str; 3] = ["judge", "project", "reason"];

/// The workbook to fill in, with the groups, rooms and panels of a session to choose from.
///
/// # Errors
///
/// When it cannot be made.
pub fn template(
    session: &Session,
    tongues: &Tongues,
) -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
    Template { session, tongues }.workbook()
}

/// The projects of a session, a line each.
pub fn projects(session: &Session) -> Grid {
    let carried = session.carry.iter().map(|it| format!("carried_{}", it.id));
    let heads = PROJECTS.iter().map(|it| (*it).to_owned()).chain(carried);
    let mut grid = Grid::new(heads.map(column).collect());
    for project in &session.projects {
        grid.push(project_line(session, project));
    }
    grid
}

/// The judges' seats of a session, a line each; `anonymous` leaves their names out.
pub fn judges(session: &Session, anonymous: bool) -> Grid {
    let mut grid = Grid::new(JUDGES.map(|it| column(it.to_owned())).into());
    for room in &session.rooms {
        for judge in &room.judges {
            grid.push(judge_line(room, judge, anonymous));
        }
    }
    grid
}

/// Who stays out of which project, a line each.
pub fn recusals(session: &Session) -> Grid {
    let mut grid = Grid::new(RECUSALS.map(|it| column(it.to_owned())).into());
    for judge in session.rooms.iter().flat_map(|room| &room.judges) {
        for recusal in &judge.recused {
            grid.push(vec![
                Cell::text(judge.id.as_str()),
                Cell::text(recusal.project.as_str()),
                Cell::text(recusal.reason.clone()),
            ]);
        }
    }
    grid
}

fn column(head: String) -> Column {
    let width = match head.as_str() {
        "name" | "name_en" => 70,
        "entrant" | "entrant_en" | "field" | "field_en" | "region" | "region_en" | "reason" => 40,
        _ => 22,
    };
    Column::new(head, width)
}

fn project_line(session: &Session, project: &Project) -> Vec<Cell> {
    let kind = project.kind.and_then(|it| serde_json::to_value(it).ok());
    let kind = kind.as_ref().and_then(|it| it.as_str()).unwrap_or_default();
    let [name, name_en] = both(Some(&project.name));
    let [entrant, entrant_en] = both(project.entrant.as_ref());
    let [field, field_en] = both(project.field.as_ref());
    let [region, region_en] = both(project.region.as_ref());
    let mut rooms = session.rooms.iter().filter(|_| session.rooms.len() > 1);
    let room = rooms.find(|room| room.order.contains(&project.id));
    let lead = [
        Cell::text(project.id.as_str()),
        Cell::text(project.group.as_str()),
        name,
        name_en,
        entrant,
        entrant_en,
        Cell::text(kind),
        project.registered.map_or(Cell::Empty, |it| Cell::text(it.to_string())),
        project.core_members.map_or(Cell::Empty, Cell::count),
        field,
        field_en,
        region,
        region_en,
        room.map_or(Cell::Empty, |it| Cell::text(it.id.as_str())),
        project.reserve.map_or(Cell::Empty, Cell::count),
    ];
    let carried = session
        .carry
        .iter()
        .map(|it| project.carried.get(&it.id).map_or(Cell::Empty, |value| Cell::Decimal(*value)));
    lead.into_iter().chain(carried).collect()
}

fn judge_line(room: &Room, judge: &JudgeSeat, anonymous: bool) -> Vec<Cell> {
    let [name, name_en] = both(Some(&judge.name).filter(|_| !anonymous));
    let [field, field_en] = both(judge.field.as_ref());
    let panel = judge.panel.as_ref().map_or(Cell::Empty, |it| Cell::text(it.as_str()));
    let (seat, room) = (Cell::text(judge.id.as_str()), Cell::text(room.id.as_str()));
    vec![seat, room, name, name_en, field, field_en, panel]
}

/// A text, and what it says in English where that is something else.
fn both(text: Option<&Text>) -> [Cell; 2] {
    let Some(Text { zh, en }) = text else { return [Cell::Empty, Cell::Empty] };
    [Cell::text(zh.clone()), if zh == en { Cell::Empty } else { Cell::text(en.clone()) }]
}
