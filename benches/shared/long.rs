//! A long evening: the founding session's first group and panel, over and over.

use std::collections::BTreeSet;

use roadshow::{
    contest::{At, Fact, JudgeSeat, Marks, Project, ProjectId, Room, Session},
    definition,
};
use rust_decimal::Decimal;

/// A room has so many projects, as hardly a real one has.
pub(crate) const IN_A_ROOM: usize = 100;

/// So many projects, seven judges each.
pub(crate) fn session(projects: usize) -> Session {
    let mut session = definition::founding();
    let (group, judges) = (session.groups[0].id.clone(), session.rooms[0].judges.clone());
    session.groups.truncate(1);
    let id = |nth: usize| ProjectId::from(format!("P{nth:05}").as_str());
    session.projects = (0..projects).map(|nth| Project::numbered(id(nth), group.clone())).collect();
    let room = |nth: usize| {
        let mut judges = judges.clone();
        for judge in &mut judges {
            judge.id = format!("{nth}-{}", judge.id).as_str().into();
        }
        let order = (nth * IN_A_ROOM..projects.min((nth + 1) * IN_A_ROOM)).map(id).collect();
        let id = format!("R{nth}").as_str().into();
        Room { id, judges, order, ..session.rooms[0].clone() }
    };
    session.rooms = (0..projects.div_ceil(IN_A_ROOM)).map(room).collect();
    session
}

/// Everything that makes so many projects have a released score, with its instant, in order. The marks wander
/// through the upper half of the scale.
pub(crate) fn facts(session: &Session, projects: usize) -> impl Iterator<Item = (At, Fact)> {
    let rubric = session.groups[0].rubric.as_ref().unwrap();
    let turns = session.rooms.iter().flat_map(|room| room.order.iter().map(move |it| (room, it)));
    let mut chance = 1_u64;
    let of_project = move |(room, project): (&Room, &ProjectId)| {
        let sheet = |judge: &JudgeSeat| {
            let mut mark = |_| {
                chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                Decimal::new(i64::try_from(50 + (chance >> 33) % 51).unwrap(), 1)
            };
            let marks = rubric.marked().map(|it| (it.0.id.clone(), mark(it))).collect::<Marks>();
            let (project, seat) = (project.clone(), judge.id.clone());
            Fact::SheetSubmitted { project, seat, revision: 1, marks }
        };
        let mut facts: Vec<_> = room.judges.iter().map(sheet).collect();
        let (without, method, score) = (BTreeSet::new(), None, None);
        let project = project.clone();
        facts.push(Fact::Locked { project: project.clone(), without, sheets: 7, method, score });
        facts.push(Fact::Released { project });
        facts
    };
    let facts = turns.take(projects).flat_map(of_project);
    (1..).map(|second| At(second * 1000)).zip(facts)
}
