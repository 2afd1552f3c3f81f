//! A small final with one judge's screen in front of it: every key and every wish goes through the
//! real rules and the real pictures.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::{
    client::{LinkState, News, Trouble},
    contest::{
        Act, At, AtZero, Audience, Backfill, Band, Contest, Criterion, Fact, Group, JudgeSeat,
        Keyer, Marks, Ms, Phase, Project, ProjectId, Refusal, ReleasePolicy, Reveal, Room, Rubric,
        Safeguards, Scoring, Seal, Seat, SeatId, SeatMark, SeatState, Session, Text, Timing, Wish,
        decide,
    },
    protocol::{Attendance, Heads, views::picture},
    tui::{
        Effect, Screen,
        judge::{Drawer, JudgeScreen, Kept, Place, sheet::State},
    },
};

/// A place for drafts that outlives screens.
#[derive(Debug, Clone, Default)]
pub(super) struct Drawers(Arc<Mutex<Option<Kept>>>);

impl Drawers {
    /// What was kept last.
    pub(super) fn kept(&self) -> Kept {
        self.0.lock().unwrap().clone().unwrap()
    }
}

impl Drawer for Drawers {
    fn open(&mut self, _place: &Place) -> Option<Kept> {
        self.0.lock().unwrap().clone()
    }

    fn keep(&mut self, kept: Kept) {
        *self.0.lock().unwrap() = Some(kept);
    }

    fn keep_now(&mut self, kept: Kept) -> bool {
        self.keep(kept);
        true
    }
}

/// The contest, the hub's part of it, and the screen.
pub(super) struct Evening {
    pub(super) screen: JudgeScreen,
    contest: Contest,
    pub(super) at: At,
    /// The last record.
    pub(super) seq: u64,
    pub(super) bells: usize,
    pub(super) drawer: Drawers,
    heads: Heads,
    submitted: Vec<(String, u32)>,
    /// What the screen has asked for by itself.
    by_itself: Vec<Effect>,
}

impl Evening {
    pub(super) fn new() -> Self {
        Self::of(session())
    }

    /// With a project that has a gate before its points in its presentation.
    pub(super) fn gated() -> Self {
        let mut session = session();
        let group = session.groups.iter_mut().find(|it| it.id.as_str() == "startup").unwrap();
        let gate = Criterion {
            gate: true,
            ..criterion("lawful", text("合规性审查", "Within the rules"), 1, 0)
        };
        let rubric = group.rubric.as_mut().unwrap();
        rubric.criteria = vec![gate, criterion("speech", text("表达", "Delivery"), 10, 2)];
        session.projects.edit(|all| {
            all.iter_mut().find(|it| it.id.as_str() == "S01").unwrap().id = "G01".into();
        });
        session.rooms[0].order[2] = "G01".into();
        let mut evening = Self::of(session);
        evening.call_up("G01");
        evening.begin("G01", Phase::Presentation);
        evening
    }

    /// With a project in its scoring window, whose sheets are sealed.
    pub(super) fn sealing() -> Self {
        let mut session = session();
        session.safeguards.sealed_sheets = true;
        let mut evening = Self::of(session);
        evening.call_up("E07");
        evening.begin("E07", Phase::Presentation);
        evening.finish("E07");
        evening
    }

    /// The other judge hands in a sealed sheet.
    pub(super) fn other_judge_seals(&mut self, project: &str) {
        let (project, other) = (project.into(), "A2".into());
        let seal = Seal::of((&project, &other, 1), &Marks::new(), "nonce");
        let wish = Wish::SealSheet { project, revision: 1, seal };
        self.carry_out(&Seat::Judge("A".into(), other), &wish).unwrap();
    }

    /// The other judge's sheet is sealed and opened.
    pub(super) fn other_judge_opens(&mut self, project: &str) {
        let (project, other) = (ProjectId::from(project), SeatId::from("A2"));
        let rubric = self.contest.session().group_of(&project).unwrap().rubric.clone().unwrap();
        let marks: Marks = rubric.marked().map(|(it, _)| (it.id.clone(), Decimal::ONE)).collect();
        let (revision, nonce) = (1, "nonce".to_owned());
        let seal = Seal::of((&project, &other, revision), &marks, &nonce);
        let by = Seat::Judge("A".into(), other);
        let wish = Wish::SealSheet { project: project.clone(), revision, seal };
        self.carry_out(&by, &wish).unwrap();
        self.carry_out(&by, &Wish::OpenSheet { project, revision, marks, nonce }).unwrap();
    }

    /// The judge's own sheet comes in on paper, with this mark for everything.
    pub(super) fn comes_in_on_paper(&mut self, project: &str, mark: Decimal) {
        let (project, seat) = (ProjectId::from(project), SeatId::from("A1"));
        let rubric = self.contest.session().group_of(&project).unwrap().rubric.clone().unwrap();
        let marks: Marks = rubric.marked().map(|(it, _)| (it.id.clone(), mark)).collect();
        let reason = "terminal dead".to_owned();
        let (of, whose) = (project.clone(), seat.clone());
        self.host(&Wish::AllowPaper { project: of, seat: whose, reason });
        for (name, n) in [("Wang", 1), ("Li", 2)] {
            let keyed_by = Keyer { name: name.to_owned(), terminal: Uuid::from_u128(n) };
            let (project, seat, marks) = (project.clone(), seat.clone(), marks.clone());
            let wish = Wish::KeySheet { project, seat, marks, keyed_by };
            self.carry_out(&Seat::Clerk("A".into()), &wish).unwrap();
        }
    }

    /// Takes what the screen has asked for by itself.
    pub(super) fn asked_by_itself(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.by_itself)
    }

    /// With a project in its presentation that is judged by that rubric.
    pub(super) fn judging_by(rubric: Rubric) -> Self {
        let mut session = session();
        session.groups[0].rubric = Some(rubric);
        let mut evening = Self::of(session);
        evening.call_up("E07");
        evening.begin("E07", Phase::Presentation);
        evening
    }

    fn of(session: Session) -> Self {
        let drawer = Drawers::default();
        let mut evening = Self {
            screen: JudgeScreen::with_drawer(Box::new(drawer.clone())),
            contest: Contest::new(Arc::new(session)),
            drawer,
            heads: Heads::default(),
            at: At(1_790_000_000_000),
            seq: 100,
            bells: 0,
            submitted: Vec::new(),
            by_itself: Vec::new(),
        };
        evening.publish();
        evening
    }

    /// With a project in its presentation.
    pub(super) fn on_stage(project: &str) -> Self {
        let mut evening = Self::new();
        evening.call_up(project);
        evening.begin(project, Phase::Presentation);
        evening
    }

    pub(super) fn call_up(&mut self, project: &str) {
        self.host(&Wish::CallUp { project: project.into() });
    }

    pub(super) fn begin(&mut self, project: &str, phase: Phase) {
        self.host(&Wish::Begin { project: project.into(), phase });
    }

    /// Off the stage: from the presentation to the scoring window.
    pub(super) fn finish(&mut self, project: &str) {
        self.begin(project, Phase::Questions);
        self.begin(project, Phase::Scoring);
    }

    pub(super) fn lock(&mut self, project: &str) {
        let without = self.contest.missing(&project.into());
        self.host(&Wish::Lock { project: project.into(), without });
    }

    pub(super) fn host(&mut self, wish: &Wish) {
        self.carry_out(&Seat::Host("A".into()), wish).unwrap();
    }

    pub(super) fn other_judge_submits(&mut self, project: &str) {
        self.other_judge_submits_as(project, 1);
    }

    pub(super) fn other_judge_submits_as(&mut self, project: &str, revision: u32) {
        let project = project.into();
        let rubric = self.contest.session().group_of(&project).unwrap().rubric.clone().unwrap();
        let marks: Marks = rubric.marked().map(|(it, _)| (it.id.clone(), Decimal::ONE)).collect();
        let wish = Wish::Submit { project, revision, marks };
        self.carry_out(&Seat::Judge("A".into(), "A2".into()), &wish).unwrap();
    }

    /// What takes the host and the supervisor: one proposes, the other agrees.
    pub(super) fn both(&mut self, act: Act, reason: &str) {
        self.host(&Wish::Propose { act, reason: reason.to_owned() });
        let proposal = self.contest.proposals().last().unwrap().number;
        self.carry_out(&Seat::Supervisor, &Wish::Agree { proposal }).unwrap();
    }

    /// This judge's sheet is given back.
    pub(super) fn give_back(&mut self, project: &str, reason: &str) {
        self.both(Act::Return { project: project.into(), seat: "A1".into() }, reason);
    }

    /// The host says of this judge's seat that it is absent, late, or waited for again.
    pub(super) fn mark_seat(&mut self, project: &str, mark: SeatMark) {
        let (project, seat, reason) = (project.into(), "A1".into(), "路上堵车".to_owned());
        self.host(&Wish::MarkSeat { project, seat, mark, reason });
    }

    /// The host writes to the panel.
    pub(super) fn tell_the_panel(&mut self, text: &str, blink: bool) {
        let (room, to, text) = ("A".into(), Audience::Judges, text.to_owned());
        self.host(&Wish::Say { room, to, text, blink });
    }

    /// Where this seat stands, as the contest has it.
    pub(super) fn seat_state(&self, project: &str) -> SeatState {
        self.contest.run(&project.into()).unwrap().seats[&"A1".into()].clone()
    }

    /// What the rules would say to this judge, without anything coming of it.
    pub(super) fn would_be_granted(&self, wish: &Wish) -> bool {
        decide(&self.contest, &Seat::Judge("A".into(), "A1".into()), wish, self.at).is_ok()
    }

    fn carry_out(&mut self, by: &Seat, wish: &Wish) -> Result<(), Refusal> {
        for fact in decide(&self.contest, by, wish, self.at)? {
            self.seq += 1;
            self.contest.apply(self.at, &fact);
        }
        self.publish();
        Ok(())
    }

    /// The journal's head at a fact is shown.
    pub(super) fn keeps(&mut self, fact: &Fact) {
        self.heads = Heads::sample(&self.contest, fact);
        self.publish();
    }

    fn publish(&mut self) {
        let seat = Seat::Judge("A".into(), "A1".into());
        let sections = picture(&self.contest, &Attendance::default(), &self.heads, &seat);
        let effects = self.screen.hear(&News::Picture(sections), self.at);
        assert!(self.screen.roll_is_true());
        self.bells += effects.iter().filter(|it| **it == Effect::Bell).count();
        self.by_itself.extend(effects.into_iter().filter(|it| *it != Effect::Bell));
    }

    pub(super) fn hear_granted(&mut self, id: Uuid, seq: u64) {
        let effects = self.screen.hear(&News::Granted { id, seq }, self.at);
        assert!(self.screen.roll_is_true());
        self.by_itself.extend(effects);
    }

    pub(super) fn hear_refused(&mut self, id: Uuid, refusal: Refusal) {
        self.screen.hear(&News::Refused { id, refusal }, self.at);
        assert!(self.screen.roll_is_true());
    }

    /// A copy of the evening is made as it is now.
    pub(super) fn copy(&self) -> Contest {
        self.contest.clone()
    }

    /// The hub is lost, and another one goes on from a copy.
    pub(super) fn goes_on_from(&mut self, copy: Contest) {
        let trouble = Trouble::Silent { hub: "hub".to_owned() };
        self.hear_link(LinkState::Lost { since: self.at, trouble });
        self.contest = copy;
        self.hear_link(LinkState::Up { round_trip: None });
        self.publish();
    }

    pub(super) fn hear_link(&mut self, link: LinkState) {
        self.screen.hear(&News::Link(link), self.at);
        assert!(self.screen.roll_is_true());
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.screen.paste(text);
        assert!(self.screen.roll_is_true());
    }

    pub(super) fn restart_the_terminal(&mut self) {
        self.screen = JudgeScreen::with_drawer(Box::new(self.drawer.clone()));
        self.publish();
    }

    /// Presses a key and lets nothing come of it yet.
    pub(super) fn press(&mut self, code: KeyCode) -> Vec<Effect> {
        let effects = self.screen.press(KeyEvent::from(code), self.at);
        assert!(self.screen.roll_is_true(), "{code}");
        effects
    }

    /// Presses the key of a recusal.
    pub(super) fn ask_to_recuse(&mut self) -> Vec<Effect> {
        let key = KeyEvent::new(KeyCode::Char('r'), KeyModifiers::CONTROL);
        self.screen.press(key, self.at)
    }

    pub(super) fn press_char(&mut self, c: char) -> Vec<Effect> {
        self.press(KeyCode::Char(c))
    }

    /// Has the effects of a key done; wishes go to the hub and are answered.
    pub(super) fn deliver(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Bell => self.bells += 1,
                Effect::Ask { id, wish } => {
                    if let Wish::Submit { project, revision, .. }
                    | Wish::SealSheet { project, revision, .. } = &wish
                    {
                        self.submitted.push((project.to_string(), *revision));
                    }
                    match self.carry_out(&Seat::Judge("A".into(), "A1".into()), &wish) {
                        Ok(()) => self.hear_granted(id, self.seq),
                        Err(refusal) => self.hear_refused(id, refusal),
                    }
                }
                Effect::GoTo(_)
                | Effect::Ring(_)
                | Effect::NoSuchKey
                | Effect::Help
                | Effect::Quit => (),
            }
        }
    }

    /// Presses a key and has its effects done; counts one.
    pub(super) fn tap(&mut self, code: KeyCode) -> u32 {
        let effects = self.press(code);
        self.deliver(effects);
        1
    }

    /// Types characters; counts them.
    pub(super) fn write(&mut self, text: &str) -> u32 {
        text.chars().map(|c| self.tap(KeyCode::Char(c))).sum()
    }

    /// Types marks with Enter after each; an empty one is passed over.
    pub(super) fn fill<const N: usize>(&mut self, marks: [&str; N]) {
        for mark in marks {
            self.write(mark);
            self.tap(KeyCode::Enter);
        }
    }

    /// Fills in and confirms.
    pub(super) fn submit<const N: usize>(&mut self, marks: [&str; N]) {
        self.fill(marks);
        self.tap(KeyCode::Enter);
    }

    pub(super) fn submitted(&self) -> &[(String, u32)] {
        &self.submitted
    }

    pub(super) fn shown(&self) -> &str {
        self.screen.shown.as_ref().unwrap().as_str()
    }

    pub(super) fn state(&self) -> State {
        self.screen.sheet().unwrap().state()
    }

    /// The criterion the keys act on.
    pub(super) fn line(&self) -> usize {
        self.screen.sheet().unwrap().draft.line
    }

    /// What stands in the current field.
    pub(super) fn text(&self) -> String {
        let sheet = self.screen.sheet().unwrap();
        sheet.text(sheet.current().unwrap()).into_owned()
    }
}

fn text(zh: &str, en: &str) -> Text {
    Text { zh: zh.to_owned(), en: en.to_owned() }
}

fn criterion(id: &str, name: Text, max: i64, weight: i64) -> Criterion {
    Criterion {
        id: id.into(),
        name,
        hint: None,
        max: Decimal::from(max),
        weight: Decimal::from(weight),
        bands: Vec::new(),
        gate: false,
        items: Vec::new(),
    }
}

/// Five criteria of ten, twice each, with bands and hints.
fn flat() -> Rubric {
    let line = |id, zh, en, hint_zh, hint_en| {
        let band = |zh, en, from| Band { name: text(zh, en), from: Decimal::from(from) };
        Criterion {
            hint: Some(text(hint_zh, hint_en)),
            bands: vec![
                band("很好", "very good", 9),
                band("较好", "good", 7),
                band("一般", "fair", 4),
            ],
            ..criterion(id, text(zh, en), 10, 2)
        }
    };
    Rubric {
        id: "enterprise".to_owned(),
        title: text("企业组评分表", "Enterprise sheet"),
        source: None,
        step: Some(Decimal::new(1, 1)),
        scoring: Scoring::default(),
        criteria: vec![
            line(
                "technology",
                "技术和产品",
                "Technology and product",
                "技术的创新性、成熟度，产品的性能与知识产权",
                "How new and how mature it is",
            ),
            line(
                "business",
                "商业模式及实施方案",
                "Business model and plan",
                "模式是否清晰，方案是否可行",
                "Whether the plan can work",
            ),
            line(
                "market",
                "行业及市场",
                "Industry and market",
                "市场容量与竞争格局",
                "Size and competition",
            ),
            line("team", "团队", "Team", "核心成员的经历与分工", "Who they are and who does what"),
            line(
                "finance",
                "财务分析",
                "Finance",
                "收入、成本与融资计划",
                "Income, costs, funding",
            ),
        ],
    }
}

/// One head over two items, and a criterion of its own.
fn two_level() -> Rubric {
    let idea = Criterion {
        items: vec![
            criterion("novelty", text("新颖性", "Novelty"), 15, 1),
            criterion("use", text("实用性", "Use"), 15, 1),
        ],
        ..criterion("idea", text("想象力与创意", "Idea"), 30, 1)
    };
    Rubric {
        id: "startup".to_owned(),
        title: text("创业组评分表", "Startup sheet"),
        source: None,
        step: None,
        scoring: Scoring::default(),
        criteria: vec![idea, criterion("speech", text("表达", "Delivery"), 10, 2)],
    }
}

fn timing() -> Timing {
    Timing {
        presentation: Ms::seconds(600),
        questions: Some(Ms::seconds(600)),
        scoring: Ms::seconds(60),
        changeover: Ms::ZERO,
        warnings: vec![Ms::seconds(60), Ms::seconds(30)],
        at_zero: AtZero::Hold,
    }
}

fn group(id: &str, name: Text, rubric: Rubric) -> Group {
    Group {
        id: id.into(),
        name,
        rubric: Some(rubric),
        timing: timing(),
        finalists: None,
        awards: Vec::new(),
        backfill: Backfill::Never,
    }
}

fn project(id: &str, group: &str, zh: &str, en: &str) -> Project {
    Project {
        id: id.into(),
        group: group.into(),
        name: text(zh, en),
        entrant: None,
        kind: None,
        registered: None,
        core_members: None,
        field: Some(text("金属增材", "metal")),
        region: None,
        reserve: None,
        carried: BTreeMap::new(),
    }
}

fn judge(id: &str, zh: &str, en: &str) -> JudgeSeat {
    JudgeSeat { id: id.into(), name: text(zh, en), field: None, panel: None, recused: Vec::new() }
}

fn session() -> Session {
    let projects = vec![
        project(
            "E07",
            "enterprise",
            "示例项目 大尺寸金属构件的增材制造",
            "Sample: large metal parts",
        ),
        project("E08", "enterprise", "示例项目 铜合金散热器", "Sample: copper heat sinks"),
        project("S01", "startup", "示例项目 生物支架", "Sample: scaffolds"),
    ];
    Session {
        id: "small".to_owned(),
        title: text("增材制造大赛决赛", "Additive manufacturing final"),
        organiser: None,
        source: None,
        language: "zh".to_owned(),
        release: ReleasePolicy::AtOnce,
        reveal: Reveal::Score,
        safeguards: Safeguards::default(),
        groups: vec![
            group("enterprise", text("企业组", "Enterprise"), flat()),
            group("startup", text("创业组", "Startup"), two_level()),
        ],
        rooms: vec![Room {
            id: "A".into(),
            name: text("A 厅", "Room A"),
            judges: vec![judge("A1", "评委 A1", "judge A1"), judge("A2", "评委 A2", "judge A2")],
            order: projects.iter().map(|it| it.id.clone()).collect(),
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
