//! What must hold of a session as a whole: ids are unique and known, every project has a room with
//! judges, and the notice's rules are kept.

use std::collections::BTreeMap;

use super::{Draft, GroupDraft, ProjectDraft, RoomDraft, turns};
use crate::{
    contest::{EntrantKind, GroupId, Project, Room, Untallied, can_be_tallied},
    definition::Complaint,
};

/// Complains about all that does not fit together.
pub(super) fn check(draft: &Draft<'_>) {
    draft.check_ids();
    draft.check_twins();
    for group in &draft.groups {
        draft.check_group(group);
    }
    for room in &draft.rooms {
        draft.check_room(room);
    }
    for project in &draft.projects {
        draft.check_home(project);
        if let Some(group) = draft.group(&project.project.group) {
            check_rules(project, group);
        }
    }
    turns::check(draft);
    if let Some(draw) = &draft.draw {
        draw.check(draft);
    }
}

impl<'d> Draft<'d> {
    pub(super) fn group(&self, id: &GroupId) -> Option<&GroupDraft<'d>> {
        self.groups.iter().find(|group| group.group.id == *id)
    }

    /// The projects of a group that are not in reserve.
    pub(super) fn projects_of<'s>(
        &'s self,
        group: &'s GroupId,
    ) -> impl Iterator<Item = &'s ProjectDraft<'d>> {
        let in_group = |it: &&ProjectDraft<'_>| it.project.group == *group;
        self.projects.iter().filter(in_group).filter(|it| !it.is_in_reserve())
    }

    fn rooms_of<'s>(&'s self, group: &'s GroupId) -> impl Iterator<Item = &'s RoomDraft<'d>> {
        self.rooms.iter().filter(move |room| room.holds(group))
    }

    /// Whether the project pitches in this room: the one it names, or the only one there is.
    fn pitches_in(&self, project: &ProjectDraft<'_>, room: &RoomDraft<'_>) -> bool {
        match &project.room {
            Some(named) => *named == room.room.id,
            None => self.rooms_of(&project.project.group).count() == 1,
        }
    }

    /// The room with its run order: its groups in its own order, in each the projects as they were
    /// drawn, or else in the order of the file.
    pub(super) fn with_order(&self, room: &RoomDraft<'_>) -> Room {
        let groups = room.groups.iter().flatten();
        let order = groups.flat_map(|(group, _)| {
            let projects = self.projects_of(group).filter(|it| self.pitches_in(it, room));
            let mut order: Vec<_> = projects.map(|it| it.project.id.clone()).collect();
            if let Some(drawn) = self.draw.as_ref().and_then(|draw| draw.order(group)) {
                order.sort_by_key(|project| drawn.iter().position(|it| it == project));
            }
            order
        });
        Room { order: order.collect(), ..room.room.clone() }
    }

    fn check_ids(&self) {
        let mut lines = BTreeMap::new();
        for group in &self.groups {
            group.place.claim(&mut lines, "group", group.group.id.as_str());
        }
        lines.clear();
        for room in &self.rooms {
            room.place.claim(&mut lines, "room", room.room.id.as_str());
        }
        lines.clear();
        for (place, seat) in self.rooms.iter().flat_map(|it| it.seats.iter().zip(&it.room.judges)) {
            place.claim(&mut lines, "seat", seat.id.as_str());
        }
        lines.clear();
        for project in &self.projects {
            project.place.claim(&mut lines, "project", project.project.id.as_str());
        }
    }

    /// One project entered twice under two ids: the same name from the same entrant, or from none.
    fn check_twins(&self) {
        let mut seen: BTreeMap<(&str, &str), &ProjectDraft<'_>> = BTreeMap::new();
        for draft in &self.projects {
            let Project { id, name, entrant, .. } = &draft.project;
            let unreadable = entrant.is_none() && draft.place.has("entrant");
            if name.zh.is_empty() || unreadable {
                continue;
            }
            let entrant = entrant.as_ref().map_or("", |entrant| &entrant.zh);
            let first = *seen.entry((&name.zh, entrant)).or_insert(draft);
            if first.project.id != *id {
                draft.place.complain(
                    "name",
                    Complaint::SameProject {
                        first: first.project.id.to_string(),
                        line: draft.place.page().line(first.place.of("name")),
                    },
                );
            }
        }
    }

    fn check_group(&self, draft: &GroupDraft<'_>) {
        let (id, group) = (draft.group.id.to_string(), &draft.group);
        if id.is_empty() {
            return;
        }
        if self.rooms_of(&group.id).next().is_none() && self.all_rooms_are_clear() {
            draft.place.complain("id", Complaint::GroupWithoutRoom { group: id.clone() });
        }
        let projects = self.projects_of(&group.id).count();
        if projects == 0 {
            let is_clear = |it: &ProjectDraft<'_>| self.group(&it.project.group).is_some();
            if !self.projects.is_empty() && self.projects.iter().all(is_clear) {
                draft.place.complain("id", Complaint::GroupWithoutProjects { group: id });
            }
            return;
        }
        if let Some(finalists) = group.finalists.filter(|most| fewer(*most, projects)) {
            let group = id.clone();
            let complaint = Complaint::TooManyProjects { group, finalists, projects };
            draft.place.complain("finalists", complaint);
        }
        let places: u64 = group.awards.iter().map(|award| u64::from(award.places)).sum();
        if u64::try_from(projects).is_ok_and(|projects| projects < places) {
            let complaint = Complaint::TooManyAwards { group: id, places, projects };
            draft.place.complain("awards", complaint);
        }
    }

    /// Whether every room names groups that exist; a group may be missing only because a room's
    /// line about it has a mistake, which was complained of there.
    fn all_rooms_are_clear(&self) -> bool {
        let is_clear =
            |groups: &Vec<(GroupId, _)>| groups.iter().all(|(id, _)| self.group(id).is_some());
        !self.rooms.is_empty()
            && self.rooms.iter().all(|room| room.groups.as_ref().is_some_and(is_clear))
    }

    fn check_room(&self, draft: &RoomDraft<'_>) {
        let Some(groups) = &draft.groups else { return };
        let page = draft.place.page();
        for (nth, (id, at)) in groups.iter().enumerate() {
            let Some(group) = self.group(id) else {
                page.complain(*at, self.unknown_group(id));
                continue;
            };
            if groups.iter().take(nth).any(|(earlier, _)| earlier == id) {
                page.complain(*at, Complaint::GroupListedTwice { group: id.to_string() });
            }
            if group.scored && draft.room.judges.is_empty() && !draft.place.has("judges") {
                let (room, group) = (draft.room.id.to_string(), id.to_string());
                draft.place.complain_here(Complaint::RoomWithoutJudges { room, group });
            }
            // Of panels each must be large enough by itself: `score.rs`.
            let too_small = too_small(group, &draft.room).filter(|_| !self.score.has_panels());
            if let Some(complaint) = too_small {
                draft.place.complain("judges", complaint);
            }
        }
        // A group without projects, or one that is not there, has been complained of by itself.
        let all_filled = groups
            .iter()
            .all(|(id, _)| self.group(id).is_some() && self.projects_of(id).count() > 0);
        if all_filled && self.with_order(draft).order.is_empty() {
            let room = draft.room.id.to_string();
            draft.place.complain_here(Complaint::RoomWithoutProjects { room });
        }
    }

    /// The project's group must be known, and one room must hold it.
    fn check_home(&self, draft: &ProjectDraft<'_>) {
        let group = &draft.project.group;
        let (project, group_id) = (draft.project.id.to_string(), group.to_string());
        if !group_id.is_empty() && self.group(group).is_none() {
            return draft.place.complain("group", self.unknown_group(group));
        }
        let list = |rooms: &mut dyn Iterator<Item = &RoomDraft<'_>>| {
            rooms.map(|room| room.room.id.as_str()).collect::<Vec<_>>().join(", ")
        };
        let Some(chosen) = &draft.room else {
            if !draft.is_in_reserve()
                && !draft.place.has("room")
                && self.rooms_of(group).nth(1).is_some()
            {
                let rooms = list(&mut self.rooms_of(group));
                draft.place.complain_here(Complaint::RoomNeeded {
                    project,
                    group: group_id,
                    rooms,
                });
            }
            return;
        };
        let room = chosen.to_string();
        match self.rooms.iter().find(|room| room.room.id == *chosen) {
            None => {
                let known = self.rooms.iter().map(|room| &room.room.id);
                draft.place.complain("room", Complaint::unknown_id("room", &room, known));
            }
            Some(at) if at.groups.is_some() && !at.holds(group) && !group_id.is_empty() => {
                let complaint = Complaint::WrongRoom { project, room, group: group_id };
                draft.place.complain("room", complaint);
            }
            Some(_) => (),
        }
    }

    pub(super) fn unknown_group(&self, group: &GroupId) -> Complaint {
        let known = self.groups.iter().map(|group| &group.group.id);
        Complaint::unknown_id("group", group.as_str(), known)
    }
}

/// A room whose whole panel could never make a score of the group's projects.
fn too_small(group: &GroupDraft<'_>, room: &Room) -> Option<Complaint> {
    let judges = room.judges.len();
    let tallied = can_be_tallied(&group.group.rubric.as_ref()?.scoring, judges);
    let (Untallied::TooFewSheets { needed, .. } | Untallied::TooFewToTrim { needed, .. }) =
        tallied.err()?
    else {
        return None; // No judges at all: complained of by itself.
    };
    let (room, group) = (room.id.to_string(), group.group.id.to_string());
    Some(Complaint::PanelTooSmall { room, group, judges, needed })
}

/// The notice's rules for one entry.
fn check_rules(draft: &ProjectDraft<'_>, group: &GroupDraft<'_>) {
    let project = &draft.project;
    let id = project.id.to_string();
    let is_company = matches!(project.kind, Some(EntrantKind::Company | EntrantKind::StartUp));
    if let Some(from) = group.registered_from.filter(|_| project.kind != Some(EntrantKind::Team)) {
        let since = from.to_string();
        match project.registered {
            Some(day) if day < from => {
                let registered = day.to_string();
                let complaint =
                    Complaint::RegisteredTooEarly { project: id.clone(), registered, since };
                draft.place.complain("registered", complaint);
            }
            None if is_company && !draft.place.has("registered") => {
                let complaint = Complaint::RegistrationMissing { project: id.clone(), since };
                draft.place.complain_here(complaint);
            }
            _ => (),
        }
    }
    if let (Some(members), Some(most)) = (project.core_members, group.most_core_members)
        && most < members
    {
        let complaint = Complaint::TooManyMembers { project: id, members, most };
        draft.place.complain("core-members", complaint);
    }
}

fn fewer(most: u32, there: usize) -> bool {
    usize::try_from(most).is_ok_and(|most| most < there)
}
