//! The run order as it was drawn, group by group.

use super::{plain_table, right};
use crate::{
    contest::{Group, ProjectId, Session},
    words::Words,
};

/// The turns of every group; with the rooms, where there are several.
pub fn run_order(session: &Session, words: &Words) -> String {
    let groups = session.groups.iter().map(|group| of_group(session, group, words));
    groups.collect::<Vec<_>>().join("\n\n")
}

fn of_group(session: &Session, group: &Group, words: &Words) -> String {
    let drawn = session.draw.iter().flat_map(|draw| &draw.orders);
    let order: Vec<&ProjectId> =
        drawn.filter(|it| it.group == group.id).flat_map(|it| &it.order).collect();
    let has_rooms = session.rooms.len() > 1;
    let mut heads = vec!["draw-turn", "results-project", "results-name"];
    heads.extend(has_rooms.then_some("draw-room"));
    let mut table = plain_table(heads.iter().map(|head| words.say(head)));
    for (turn, project) in order.iter().filter_map(|id| session.project(id)).enumerate() {
        let name = words.pick(project.name.both()).to_owned();
        let mut row = vec![(turn + 1).to_string(), project.id.to_string(), name];
        if has_rooms {
            let room = session.rooms.iter().find(|room| room.order.contains(&project.id));
            row.push(room.map_or_else(String::new, |room| room.id.to_string()));
        }
        table.add_row(row);
    }
    right(&mut table, &[0]);
    format!("{}\n{}", words.pick(group.name.both()), table.trim_fmt())
}
