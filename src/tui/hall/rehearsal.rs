//! A small final that is really run, by `decide` and `apply`, for pictures to test with.

use std::{collections::BTreeMap, sync::Arc};

use rust_decimal::Decimal;

use crate::{
    client::News,
    contest::{
        Act, At, AtZero, Audience, Award, Backfill, Contest, Criterion, DeductionRule, Group,
        JudgeSeat, Method, Ms, Phase, Project, ReleasePolicy, Reveal, Room, Rubric, Safeguards,
        Scene, Scoring, Seat, Session, Text, Timing, Wish, decide,
    },
    protocol::{Attendance, Heads, views::picture},
};

/// A final of two groups in one room: E01, E02 … and then S01, S02 …, one judge.
pub(crate) struct Rehearsal {
    contest: Contest,
    pub(crate) now: At,
}

impl Rehearsal {
    /// A final with so many projects in either group.
    pub(crate) fn scored(enterprise: usize, startup: usize) -> Self {
        Self::of(session(enterprise, startup, true))
    }

    /// A showcase, where nothing is scored.
    pub(crate) fn showcase(projects: usize) -> Self {
        Self::of(session(projects, 0, false))
    }

    /// A final of four and two projects in front of five judges, whose totals are revealed: the
    /// highest and the lowest are dropped, and going over time costs a point.
    pub(crate) fn revealed(reveal: Reveal) -> Self {
        let mut session = session(4, 2, true);
        session.reveal = reveal;
        let rubrics = session.groups.iter_mut().filter_map(|group| group.rubric.as_mut());
        rubrics.for_each(|it| it.scoring.method = Method::TrimmedMean);
        let judges = (1..=5).map(|n| JudgeSeat {
            id: format!("A{n}").as_str().into(),
            name: both(&format!("评委 {n}"), &format!("Judge {n}")),
            ..session.rooms[0].judges[0].clone()
        });
        session.rooms[0].judges = judges.collect();
        session.deductions = vec![DeductionRule {
            id: "overtime".into(),
            name: both("超时", "Overtime"),
            points: Decimal::ONE,
            per: None,
            grace: Ms::ZERO,
            most: None,
        }];
        Self::of(session)
    }

    fn of(session: Session) -> Self {
        Self { contest: Contest::new(Arc::new(session)), now: At(1_800_000_000_000) }
    }

    pub(crate) fn pass(&mut self, seconds: i64) -> &mut Self {
        self.now = self.now + Ms::seconds(seconds);
        self
    }

    pub(crate) fn call_up(&mut self, project: &str) -> &mut Self {
        self.host(&Wish::CallUp { project: project.into() })
    }

    pub(crate) fn start(&mut self, project: &str, phase: Phase) -> &mut Self {
        self.host(&Wish::StartClock { project: project.into(), phase })
    }

    pub(crate) fn begin(&mut self, project: &str, phase: Phase) -> &mut Self {
        self.host(&Wish::Begin { project: project.into(), phase })
    }

    /// A project from its call-up to its released score.
    pub(crate) fn play(&mut self, project: &str, score: Decimal) -> &mut Self {
        self.judge(project, score);
        self.host(&Wish::Release { project: project.into() })
    }

    /// A project from its call-up to the lock.
    pub(crate) fn judge(&mut self, project: &str, score: Decimal) -> &mut Self {
        self.judge_by(project, &[score])
    }

    /// A judge's sheet.
    pub(crate) fn submit(&mut self, judge: &str, project: &str) -> &mut Self {
        let marks = [("all".into(), Decimal::new(735, 1))].into();
        let sheet = Wish::Submit { project: project.into(), revision: 1, marks };
        self.ask(&Seat::Judge("A".into(), judge.into()), &sheet)
    }

    /// The same with one total by each judge.
    pub(crate) fn judge_by(&mut self, project: &str, totals: &[Decimal]) -> &mut Self {
        self.call_up(project).start(project, Phase::Presentation);
        self.begin(project, Phase::Questions).begin(project, Phase::Scoring);
        for (judge, total) in (1..).zip(totals) {
            let marks = [("all".into(), *total)].into();
            let sheet = Wish::Submit { project: project.into(), revision: 1, marks };
            let seat = format!("A{judge}");
            self.ask(&Seat::Judge("A".into(), seat.as_str().into()), &sheet);
        }
        self.host(&Wish::Lock { project: project.into(), without: [].into() })
    }

    pub(crate) fn show(&mut self, scene: Scene) -> &mut Self {
        self.host(&Wish::ShowScene { room: "A".into(), scene })
    }

    pub(crate) fn say(&mut self, to: Audience, text: &str, blink: bool) -> &mut Self {
        self.host(&Wish::Say { room: "A".into(), to, text: text.to_owned(), blink })
    }

    /// A tea break of a quarter of an hour.
    pub(crate) fn take_break(&mut self) -> &mut Self {
        let (name, length) = (both("茶歇", "Tea break"), Ms::seconds(900));
        self.host(&Wish::TakeBreak { room: "A".into(), name, length })
    }

    pub(crate) fn ceremony(&mut self, group: &str, step: u32) -> &mut Self {
        self.host(&Wish::Ceremony { group: group.into(), step: Some(step) })
    }

    pub(crate) fn host(&mut self, wish: &Wish) -> &mut Self {
        self.ask(&Seat::Host("A".into()), wish)
    }

    /// Host and supervisor together take a project out of the contest.
    pub(crate) fn disqualify(&mut self, project: &str) -> &mut Self {
        let act = Act::Disqualify { project: project.into() };
        self.host(&Wish::Propose { act, reason: "for the record".to_owned() });
        self.ask(&Seat::Supervisor, &Wish::Agree { proposal: 1 })
    }

    fn ask(&mut self, seat: &Seat, wish: &Wish) -> &mut Self {
        for fact in decide(&self.contest, seat, wish, self.now).unwrap() {
            self.contest.apply(self.now, &fact);
        }
        self
    }

    pub(crate) fn board(&self) -> News {
        self.picture(&Seat::Board("A".into()))
    }

    pub(crate) fn clerk(&self) -> News {
        self.picture(&Seat::Clerk("A".into()))
    }

    pub(crate) fn timer(&self) -> News {
        self.picture(&Seat::Timer("A".into()))
    }

    fn picture(&self, seat: &Seat) -> News {
        News::Picture(picture(&self.contest, &Attendance::default(), &Heads::default(), seat))
    }
}

fn session(enterprise: usize, startup: usize, scored: bool) -> Session {
    let group = |id: &str, name, places: &[u32]| Group {
        id: id.into(),
        name,
        rubric: scored.then(rubric),
        timing: timing(),
        finalists: None,
        awards: awards(places),
        backfill: Backfill::Never,
    };
    let mut groups = vec![group("enterprise", both("企业组", "Enterprises"), &[1, 3, 6])];
    if startup > 0 {
        groups.push(group("startup", both("创业组", "Startups"), &[1, 2]));
    }
    let numbered = |count, letter: char, group: &'static str| {
        (1..=count).map(move |number| project(&format!("{letter}{number:02}"), group))
    };
    let projects: Vec<Project> =
        numbered(enterprise, 'E', "enterprise").chain(numbered(startup, 'S', "startup")).collect();
    Session {
        id: "rehearsal".to_owned(),
        title: both("增材制造创新创业大赛决赛", "Additive manufacturing final"),
        organiser: None,
        source: None,
        language: "zh".to_owned(),
        release: ReleasePolicy::AtOnce,
        reveal: Reveal::Score,
        safeguards: Safeguards::default(),
        groups,
        rooms: vec![Room {
            id: "A".into(),
            name: both("一号厅", "Hall 1"),
            judges: vec![JudgeSeat {
                id: "A1".into(),
                name: both("评委 1", "Judge 1"),
                field: None,
                panel: None,
                recused: Vec::new(),
            }],
            order: projects.iter().map(|project| project.id.clone()).collect(),
            starts: None,
            breaks: Vec::new(),
        }],
        projects: projects.into(),
        deductions: Vec::new(),
        carry: Vec::new(),
        panels: Vec::new(),
        room_coefficient: false,
        draw: None,
    }
}

fn project(id: &str, group: &str) -> Project {
    Project {
        name: both(&format!("示例项目 {id} 激光增材"), &format!("Sample project {id}")),
        id: id.into(),
        group: group.into(),
        entrant: Some(both("示例企业", "Sample company")),
        kind: None,
        registered: None,
        core_members: None,
        field: Some(both("金属增材", "Metal")),
        region: None,
        reserve: None,
        carried: BTreeMap::new(),
    }
}

fn awards(places: &[u32]) -> Vec<Award> {
    let names = [
        both("一等奖", "First prize"),
        both("二等奖", "Second prize"),
        both("三等奖", "Third prize"),
    ];
    names.into_iter().zip(places).map(|(name, places)| Award { name, places: *places }).collect()
}

fn timing() -> Timing {
    Timing {
        presentation: Ms::seconds(600),
        questions: Some(Ms::seconds(600)),
        scoring: Ms::seconds(60),
        changeover: Ms::ZERO,
        warnings: vec![Ms::seconds(60), Ms::seconds(30)],
        at_zero: AtZero::CountUp,
    }
}

fn rubric() -> Rubric {
    Rubric {
        id: "one".to_owned(),
        title: Text::default(),
        source: None,
        step: None,
        scoring: Scoring::default(),
        criteria: vec![Criterion {
            id: "all".into(),
            name: Text::default(),
            hint: None,
            max: Decimal::ONE_HUNDRED,
            weight: Decimal::ONE,
            bands: Vec::new(),
            gate: false,
            items: Vec::new(),
        }],
    }
}

fn both(zh: &str, en: &str) -> Text {
    Text { zh: zh.to_owned(), en: en.to_owned() }
}
