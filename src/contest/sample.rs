//! A small final for the tests of the core and the views: two rooms, two groups, three seats each.

use std::{collections::BTreeMap, sync::Arc};

use rust_decimal::Decimal;

use super::{
    AtZero, Award, Backfill, Contest, Criterion, Fact, Group, JudgeSeat, Marks, Ms, Project,
    Refusal, ReleasePolicy, Reveal, Room, Rubric, Safeguards, Scoring, Seat, SeatId, Session, Text,
    Timing, Wish, decide, time::At,
};

/// Three projects in the enterprise group in room A, two in the startup group in room B.
pub(crate) fn session() -> Arc<Session> {
    let projects = ["E01", "E02", "E03", "S01", "S02"];
    Arc::new(Session {
        id: "sample".into(),
        title: Text { zh: "示例决赛".into(), en: "Sample final".into() },
        organiser: None,
        source: None,
        language: "zh".into(),
        release: ReleasePolicy::AtOnce,
        reveal: Reveal::Score,
        safeguards: Safeguards::default(),
        groups: vec![group("enterprise", true), group("startup", true)],
        rooms: vec![room("A", &projects[..3]), room("B", &projects[3..])],
        projects: projects.into_iter().map(project).collect(),
        deductions: Vec::new(),
        carry: Vec::new(),
        panels: Vec::new(),
        room_coefficient: false,
        draw: None,
    })
}

/// The same without anything to score.
pub(crate) fn showcase() -> Arc<Session> {
    let mut session = (*session()).clone();
    session.groups = vec![group("enterprise", false), group("startup", false)];
    Arc::new(session)
}

/// So many projects of the enterprise group in room A, in front of so many judges.
pub(crate) fn hall(projects: usize, judges: usize) -> Session {
    let mut session = (*session()).clone();
    let ids: Vec<String> = (1..=projects).map(|n| format!("E{n:02}")).collect();
    session.projects = ids.iter().map(|id| project(id)).collect();
    let seat = session.rooms[0].judges[0].clone();
    let judge = |n| JudgeSeat { id: SeatId::from(format!("A{n}").as_str()), ..seat.clone() };
    session.rooms.truncate(1);
    session.rooms[0].judges = (1..=judges).map(judge).collect();
    session.rooms[0].order = session.projects.iter().map(|it| it.id.clone()).collect();
    session
}

/// The contest after every judge who has something to say about a project, by their numbers from
/// 0, has handed in a sheet.
pub(crate) fn scored(session: Session, sheet: impl Fn(usize, usize) -> Option<Marks>) -> Contest {
    let mut contest = Contest::new(Arc::new(session));
    let session = contest.session().clone();
    for room in &session.rooms {
        for (nth, project) in room.order.iter().enumerate() {
            for (judge, seat) in room.judges.iter().enumerate() {
                let Some(marks) = sheet(nth, judge) else { continue };
                let (project, seat) = (project.clone(), seat.id.clone());
                let fact = Fact::SheetSubmitted { project, seat, revision: 1, marks };
                contest.apply(At(0), &fact);
            }
        }
    }
    contest
}

fn group(id: &str, scored: bool) -> Group {
    let criterion = |id: &str, max, weight: &str| Criterion {
        id: id.into(),
        name: id.into(),
        hint: None,
        max: Decimal::from(max),
        weight: weight.parse().unwrap(),
        bands: Vec::new(),
        gate: false,
        items: Vec::new(),
    };
    let rubric = Rubric {
        id: "plain".into(),
        title: "plain".into(),
        source: None,
        step: Some("0.5".parse().unwrap()),
        criteria: vec![criterion("idea", 10, "6"), criterion("team", 10, "4")],
        scoring: Scoring::default(),
    };
    Group {
        id: id.into(),
        name: id.into(),
        rubric: scored.then_some(rubric),
        timing: Timing {
            presentation: Ms::seconds(600),
            questions: Some(Ms::seconds(600)),
            scoring: Ms::seconds(60),
            changeover: Ms::ZERO,
            warnings: vec![Ms::seconds(60), Ms::seconds(30)],
            at_zero: AtZero::CountUp,
        },
        finalists: None,
        awards: vec![
            Award { name: "first".into(), places: 1 },
            Award { name: "second".into(), places: 1 },
        ],
        backfill: Backfill::Never,
    }
}

fn room(id: &str, order: &[&str]) -> Room {
    let judge = |n| JudgeSeat {
        id: SeatId::from(format!("{id}{n}").as_str()),
        name: "seat".into(),
        field: None,
        panel: None,
        recused: Vec::new(),
    };
    Room {
        id: id.into(),
        name: id.into(),
        judges: (1..=3).map(judge).collect(),
        order: order.iter().map(|id| (*id).into()).collect(),
        starts: None,
        breaks: Vec::new(),
    }
}

fn project(id: &str) -> Project {
    Project {
        id: id.into(),
        group: if id.starts_with('E') { "enterprise" } else { "startup" }.into(),
        name: id.into(),
        entrant: None,
        kind: None,
        registered: None,
        core_members: None,
        field: None,
        region: None,
        reserve: None,
        carried: BTreeMap::new(),
    }
}

/// A contest with its facts, to which wishes are put.
#[derive(Clone)]
pub(crate) struct Evening {
    pub(crate) contest: Contest,
    pub(crate) facts: Vec<(At, Fact)>,
    /// Who has asked for each of the facts.
    pub(crate) askers: Vec<Seat>,
    pub(crate) now: At,
}

impl Evening {
    pub(crate) fn of(session: Arc<Session>) -> Self {
        let (facts, askers) = (Vec::new(), Vec::new());
        Self { contest: Contest::new(session), facts, askers, now: At(1_000_000) }
    }

    /// Puts a wish; one second passes first.
    pub(crate) fn ask(&mut self, by: &str, wish: &Wish) -> Result<usize, Refusal> {
        self.now = self.now + Ms::seconds(1);
        let facts = decide(&self.contest, &seat(by), wish, self.now)?;
        for fact in &facts {
            self.contest.apply(self.now, fact);
        }
        let count = facts.len();
        self.facts.extend(facts.into_iter().map(|fact| (self.now, fact)));
        self.askers.resize(self.facts.len(), seat(by));
        Ok(count)
    }

    /// The host of the project's room does what is next until the project is at a stage.
    pub(crate) fn run_to(&mut self, project: &str, stage: super::Stage) {
        let project = project.into();
        let room = self.contest.room_of(&project).unwrap().clone();
        let host = format!("{}/host", room.id);
        while self.contest.run(&project).unwrap().stage != stage {
            let agenda = super::Agenda::of(&self.contest, &room);
            let next = agenda.next.into_iter().chain(agenda.also);
            let step = next.into_iter().find(|wish| wish.project() == Some(&project)).unwrap();
            self.ask(&host, &step).unwrap();
        }
    }

    /// A judge hands in a first sheet.
    /// The host says that a judge's sheet comes on paper.
    pub(crate) fn allow_paper(&mut self, project: &str, seat: &str) {
        let host = Seat::Host(self.contest.room_of(&project.into()).unwrap().id.clone());
        let reason = "terminal dead, signed sheet in hand".to_owned();
        let wish = Wish::AllowPaper { project: project.into(), seat: seat.into(), reason };
        self.ask(&host.to_string(), &wish).unwrap();
    }

    pub(crate) fn score(&mut self, judge: &str, project: &str, idea: &str, team: &str) {
        let wish = Wish::Submit { project: project.into(), revision: 1, marks: marks(idea, team) };
        self.ask(&format!("{}/judge/{judge}", &judge[..1]), &wish).unwrap();
    }
}

pub(crate) fn seat(text: &str) -> Seat {
    text.parse().unwrap()
}

pub(crate) fn marks(idea: &str, team: &str) -> Marks {
    let mark = |id: &str, text: &str| (id.into(), text.parse().unwrap());
    Marks::from([mark("idea", idea), mark("team", team)])
}
