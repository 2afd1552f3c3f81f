//! Twin runs: two evenings that agree on what is released, and differ in marks, revisions, reasons for
//! recusal and the order in which sheets arrive, are the same to everybody who may not know: frame
//! by frame, at the same moments. Drafts and private notes never reach a hub (`tui::judge`), so that there
//! is nothing of them to differ. The same over real sockets: `tests/it/twins.rs`.

use std::sync::Arc;

use proptest::prelude::*;
use rust_decimal::Decimal;
use tokio::sync::watch;

use super::Table;
use crate::{
    contest::{
        Agenda, Criterion, JudgeSeat, Marks, Ms, Reveal, SeatId, Session, Stage, Wish,
        sample::{Evening, seat, session},
    },
    hub::{frame::text, picture::Picture},
};

/// A4 is the judge who looks on: its own sheets are the same in both evenings.
const JUDGES: [&str; 4] = ["A1", "A2", "A3", "A4"];
const ONLOOKERS: [&str; 7] =
    ["A/board", "B/board", "A/timer", "B/timer", "A/judge/A4", "B/judge/B1", "B/host"];
/// Who sees which sheets are in, and why somebody stays out, but no mark.
const HOST: [&str; 1] = ["A/host"];

/// What both evenings have in common.
#[derive(Debug, Clone)]
struct Common {
    reveal: Reveal,
    projects: Vec<Outcome>,
}

/// How one project ends, and what each judge does about it.
#[derive(Debug, Clone)]
struct Outcome {
    last: Stage,
    /// Marks in halves, twice; `None` for a recusal. A4 never stays out.
    judges: Vec<Option<(u8, u8)>>,
}

/// One evening's own marks of a project, and the seats in the order in which their sheets arrive.
type OwnPart = (Vec<(u8, u8)>, Vec<usize>);

/// What one evening has for itself.
#[derive(Debug, Clone)]
struct Own {
    /// For every project; its marks stand for those that are not released.
    projects: Vec<OwnPart>,
    reason: String,
    /// By how many seats the released sheets are moved round, where the hall is not told whose they are.
    turn: usize,
}

fn a_sheet() -> impl Strategy<Value = (u8, u8)> {
    (0u8..=20, 0u8..=20)
}

fn common() -> impl Strategy<Value = Common> {
    let reveal = prop::sample::select(vec![Reveal::Score, Reveal::Seats, Reveal::Names]);
    let last = prop::sample::select(vec![Stage::Scoring, Stage::Locked, Stage::Released]);
    let judges = (prop::collection::vec(prop::option::weighted(0.8, a_sheet()), 3), a_sheet());
    let outcome = (last, judges).prop_map(|(last, (mut judges, own))| {
        judges.push(Some(own));
        Outcome { last, judges }
    });
    (reveal, prop::collection::vec(outcome, 3))
        .prop_map(|(reveal, projects)| Common { reveal, projects })
}

fn own() -> impl Strategy<Value = Own> {
    let order = Just((0..4).collect::<Vec<usize>>()).prop_shuffle();
    let project = (prop::collection::vec(a_sheet(), 4), order);
    (prop::collection::vec(project, 3), "[a-z]{1,12}", 0usize..3)
        .prop_map(|(projects, reason, turn)| Own { projects, reason, turn })
}

impl Own {
    /// The same order of arrival, and other marks.
    fn with_the_marks_of(&self, other: &Self) -> Self {
        let own = self.projects.iter().zip(&other.projects);
        let projects = own.map(|((_, order), (marks, _))| (marks.clone(), order.clone())).collect();
        Self { projects, ..self.clone() }
    }
}

fn marks((idea, team): (u8, u8)) -> Marks {
    let half = |halves: u8| Decimal::new(i64::from(halves) * 5, 1);
    let lawful = Decimal::from(u8::from(idea % 4 != 0)); // Of many panels some fail the gate.
    [("idea".into(), half(idea)), ("team".into(), half(team)), ("lawful".into(), lawful)].into()
}

impl Outcome {
    /// With the same sheets by other judges.
    fn turned(&self, by: usize) -> Self {
        let scoring: Vec<usize> = (0..3).filter(|&it| self.judges[it].is_some()).collect();
        let mut turned = self.clone();
        for (place, &judge) in scoring.iter().enumerate() {
            turned.judges[judge] = self.judges[scoring[(place + by) % scoring.len()]];
        }
        turned
    }
}

impl Common {
    fn session(&self) -> Session {
        let mut session = (*session()).clone();
        let room = &mut session.rooms[0];
        let judge = |id: &str| JudgeSeat { id: SeatId::from(id), ..room.judges[0].clone() };
        room.judges = JUDGES.map(judge).to_vec();
        session.reveal = self.reveal;
        for rubric in session.groups.iter_mut().filter_map(|group| group.rubric.as_mut()) {
            let (gate, weight) = (true, Decimal::ZERO);
            let (id, max) = ("lawful".into(), Decimal::ONE);
            rubric.criteria.push(Criterion { id, max, weight, gate, ..rubric.criteria[0].clone() });
        }
        session
    }
}

/// The evening as the wishes that make it, each with who asks.
struct Script {
    evening: Evening,
    wishes: Vec<(String, Wish)>,
}

impl Script {
    fn of(common: &Common, own: &Own) -> Vec<(String, Wish)> {
        let evening = Evening::of(Arc::new(common.session()));
        let mut script = Self { evening, wishes: Vec::new() };
        let names = ["E01", "E02", "E03"];
        for ((project, outcome), own_part) in
            names.into_iter().zip(&common.projects).zip(&own.projects)
        {
            script.host(project, Stage::Questions);
            for (judge, _) in
                JUDGES.iter().zip(&outcome.judges).filter(|(_, sheet)| sheet.is_none())
            {
                let reason = own.reason.clone();
                script.judge(judge, Wish::Recuse { project: project.into(), reason });
            }
            script.host(project, Stage::Scoring);
            let turn = if common.reveal == Reveal::Names { 0 } else { own.turn };
            script.sheets(project, &outcome.turned(turn), own_part);
            script.host(project, outcome.last);
        }
        script.wishes
    }

    /// Every judge hands in a sheet, and all but the onlooker one before it that counts no more.
    fn sheets(&mut self, project: &str, outcome: &Outcome, (marks_of, order): &OwnPart) {
        let onlooker = JUDGES.len() - 1;
        let arriving = order.iter().filter(|&&it| it != onlooker && outcome.judges[it].is_some());
        let arriving: Vec<usize> = arriving.copied().collect();
        for (revision, judges) in [(1, &arriving), (2, &arriving), (1, &vec![onlooker])] {
            for &judge in judges {
                let released = outcome.judges[judge].unwrap();
                let is_seen =
                    judge == onlooker || (outcome.last == Stage::Released && revision == 2);
                let sheet = if is_seen { released } else { marks_of[judge] };
                let (project, marks) = (project.into(), marks(sheet));
                self.judge(JUDGES[judge], Wish::Submit { project, revision, marks });
            }
        }
    }

    fn judge(&mut self, judge: &str, wish: Wish) {
        self.ask(format!("A/judge/{judge}"), wish);
    }

    /// The host does what is next until the project is at a stage.
    fn host(&mut self, project: &str, stage: Stage) {
        while self.evening.contest.stage_of(&project.into()) != stage {
            let room = self.evening.contest.session().rooms[0].clone();
            let Agenda { next, also } = Agenda::of(&self.evening.contest, &room);
            let mut steps = next.into_iter().chain(also);
            let step = steps.find(|wish| wish.project() == Some(&project.into())).unwrap();
            self.ask("A/host".to_owned(), step);
        }
    }

    fn ask(&mut self, by: String, wish: Wish) {
        self.evening.ask(&by, &wish).unwrap();
        self.wishes.push((by, wish));
    }
}

/// A frame but for the hash of a head, which hangs on every mark and gives none away.
fn without_hashes(frame: &str) -> String {
    let mut say: serde_json::Value = serde_json::from_str(frame).unwrap();
    if let Some(hash) = say.pointer_mut("/view/journal/mark/hash") {
        *hash = "a hash".into();
    }
    say.to_string()
}

/// Which of these is sent what after which step, as it goes over the wire.
async fn frames(
    onlookers: &[&'static str],
    common: &Common,
    script: Vec<(String, Wish)>,
) -> Vec<(usize, &'static str, String)> {
    let table = Table::of(common.session());
    let mut watched: Vec<(&str, u64, watch::Receiver<Picture>)> = Vec::new();
    for &onlooker in onlookers {
        let mut picture = table.desk.look(seat(onlooker)).await.unwrap();
        let seen = picture.borrow_and_update().rev;
        watched.push((onlooker, seen, picture));
    }
    let mut sent = Vec::new();
    for (step, (by, wish)) in script.into_iter().enumerate() {
        let now = table.desk.clock().now();
        table.desk.clock().set(now + Ms::seconds(1));
        table.ask(&by, step as u128, wish).await.unwrap();
        for (onlooker, seen, picture) in &mut watched {
            if picture.has_changed().unwrap() {
                let picture = picture.borrow_and_update();
                sent.push((step, *onlooker, without_hashes(text(&picture.frame_after(*seen)))));
                *seen = picture.rev;
            }
        }
    }
    sent
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn twin_evenings_are_the_same_to_everybody_who_may_not_know(
        common in common(),
        one in own(),
        other in own(),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let twin = |own| runtime.block_on(frames(&ONLOOKERS, &common, Script::of(&common, own)));
        prop_assert_eq!(twin(&one), twin(&other));
    }

    /// Nobody's screen twitches when a sheet arrives but the judge's own and the host's.
    #[test]
    fn a_sheet_or_a_recusal_moves_nobody_else_s_screen(common in common(), own in own()) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let script = Script::of(&common, &own);
        let asked: Vec<String> = script.iter().map(|(by, _)| by.clone()).collect();
        for (step, onlooker, frame) in runtime.block_on(frames(&ONLOOKERS, &common, script)) {
            let by = &asked[step];
            prop_assert!(by == "A/host" || by == onlooker, "{by} moves {onlooker}: {frame}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// The room's own console is told who is in and why somebody is not, but nobody's mark.
    #[test]
    fn evenings_that_differ_in_marks_alone_are_the_same_to_the_console(
        common in common(),
        one in own(),
        other in own(),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let twin = |own| runtime.block_on(frames(&HOST, &common, Script::of(&common, own)));
        prop_assert_eq!(twin(&one), twin(&one.with_the_marks_of(&other)));
    }
}
