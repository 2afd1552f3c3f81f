//! A whole final, played by scripted people over real websockets against a real hub.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use roadshow::{
    client::{Client, News},
    clock::Clock,
    contest::{
        Award, Contest, Fact, Group, GroupResults, Marks, Phase, Results, Rubric, Scene, Seat,
        SeatId, Session, Stage, Wish,
    },
    definition::{self, Disk},
    demo::{self, Options, Pace, Progress, Venue},
    hub, journal,
    protocol::views::HostView,
};
use rust_decimal::Decimal;
use tokio::{sync::mpsc, time::timeout};
use uuid::Uuid;

/// Longer than any of this takes, on any machine.
const LIMIT: Duration = Duration::from_secs(120);

fn session(file: &str) -> Session {
    definition::read_session(Path::new(file), &Disk).unwrap()
}

fn tryout() -> Session {
    session("sessions/tryout.toml")
}

async fn play(session: Session, seed: u64, data: Option<PathBuf>) -> Contest {
    let options = Options { seed, data, ..Options::default() };
    timeout(LIMIT, demo::headless(session, &options, |_| ())).await.unwrap().unwrap().contest
}

/// Group, place, project, score, award.
type Line = (String, u32, String, String, Option<String>);

fn standings(contest: &Contest) -> Vec<Line> {
    let groups = Results::of(contest).groups;
    let lines = groups.iter().flat_map(|group| group.standings.iter().map(move |it| (group, it)));
    lines
        .map(|(group, it)| {
            let award = it.award.as_ref().map(|award| award.zh.clone());
            (group.id.to_string(), it.place, it.project.to_string(), it.score.to_string(), award)
        })
        .collect()
}

/// Group by group, how many projects have which award.
fn awards(contest: &Contest) -> Vec<Vec<usize>> {
    let results = Results::of(contest);
    let of_group = |(group, results): (&Group, &Arc<GroupResults>)| {
        let with = |award: &Award| {
            results.standings.iter().filter(|it| it.award.as_ref() == Some(&award.name)).count()
        };
        group.awards.iter().map(with).collect()
    };
    contest.session().groups.iter().zip(&results.groups).map(of_group).collect()
}

#[tokio::test]
async fn everything_is_released_with_every_sheet() {
    let mut told = Vec::new();
    let note = |progress: &Progress| told.push((progress.done(), progress.all));
    let contest = demo::headless(tryout(), &Options::default(), note).await.unwrap().contest;
    assert!(Results::of(&contest).are_final());
    for project in &contest.session().projects {
        let run = contest.run(&project.id).unwrap();
        assert_eq!(run.stage, Stage::Released, "{}", project.id);
        let panel = contest.room_of(&project.id).unwrap().judges.len();
        assert_eq!(run.counted().count(), panel, "{}", project.id);
    }
    assert_eq!(told.last(), Some(&(5, 5)));
    assert!(told.is_sorted());
}

#[tokio::test]
async fn equal_seeds_give_equal_finals() {
    let (one, again) = (play(tryout(), 7, None).await, play(tryout(), 7, None).await);
    let other = play(tryout(), 8, None).await;
    assert_eq!(standings(&one), standings(&again));
    assert_ne!(standings(&one), standings(&other));
}

#[tokio::test]
async fn a_guarded_final_is_sealed_opened_and_signed_by_two() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("guarded.journal");
    let guarded = || session("sessions/guarded.toml");
    let contest = play(guarded(), 1, Some(data.clone())).await;
    assert!(Results::of(&contest).are_final());
    assert_eq!(standings(&contest), standings(&play(guarded(), 1, None).await));
    let mut times = BTreeMap::<&str, usize>::new();
    journal::read(&data, |record| {
        let what = match record.fact {
            Fact::SheetSubmitted { .. } => "in the clear",
            Fact::SheetSealed { .. } => "sealed",
            Fact::SheetOpened { .. } => "opened",
            Fact::Agreed { .. } => "signed",
            Fact::Released { .. } => "released",
            _ => return,
        };
        *times.entry(what).or_default() += 1;
    })
    .unwrap();
    let expected = [("opened", 9), ("released", 3), ("sealed", 9), ("signed", 3)];
    assert_eq!(times, BTreeMap::from(expected));
    assert_eq!(roadshow::audit::audit(&data).flaw, None);
}

/// Scripted people who take over have none of the nonces of those before.
#[tokio::test]
async fn a_guarded_final_that_was_interrupted_is_played_on() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("guarded.journal");
    let guarded = || session("sessions/guarded.toml");
    let options = Options { speed: 600, data: Some(data.clone()), ..Options::default() };
    let pace = options.pace().unwrap();
    let venue = Venue::open(guarded(), Some(&data), pace.clock().clone()).await.unwrap();
    let crew = demo::play(&venue.invitations(), &pace, 1);
    let mut progress = crew.progress();
    timeout(LIMIT, progress.wait_for(|it| it.done() >= 1)).await.unwrap().unwrap();
    drop(crew);
    venue.close().await.unwrap();
    let whole = play(guarded(), 1, Some(data.clone())).await;
    assert_eq!(standings(&whole), standings(&play(guarded(), 1, None).await));
    assert_eq!(roadshow::audit::audit(&data).flaw, None);
}

#[tokio::test]
async fn a_showcase_is_played_without_scores() {
    let contest = play(session("sessions/award-day.toml"), 1, None).await;
    for project in &contest.session().projects {
        assert_eq!(contest.run(&project.id).unwrap().stage, Stage::Shown, "{}", project.id);
    }
    assert_eq!(standings(&contest), []);
}

#[tokio::test]
async fn a_kept_journal_can_be_read_and_played_again_without_a_change() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("tryout.journal");
    let played = play(tryout(), 1, Some(data.clone())).await;
    assert_eq!(hub::replay(&data).unwrap(), played);
    let head = journal::read(&data, |_| ()).unwrap();
    assert_eq!(play(tryout(), 2, Some(data.clone())).await, played);
    assert_eq!(journal::read(&data, |_| ()).unwrap(), head);
}

#[tokio::test]
async fn an_interrupted_final_is_played_on() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("tryout.journal");
    let options = Options { speed: 600, data: Some(data.clone()), ..Options::default() };
    let pace = options.pace().unwrap();
    let clock = pace.clock().clone();
    let venue = Venue::open(tryout(), Some(&data), clock).await.unwrap();
    let crew = demo::play(&venue.invitations(), &pace, 1);
    let mut progress = crew.progress();
    timeout(LIMIT, progress.wait_for(|it| it.done() >= 2)).await.unwrap().unwrap();
    drop(crew);
    venue.close().await.unwrap();

    let whole = play(tryout(), 1, Some(data.clone())).await;
    assert_eq!(standings(&whole), standings(&play(tryout(), 1, None).await));
    let mut instants = Vec::new();
    journal::read(&data, |record| instants.push(record.at)).unwrap();
    assert!(instants.is_sorted(), "time does not go back");
}

/// Where a demonstration is looked at from: three are done with, and the fourth is being scored.
#[tokio::test]
async fn a_demonstration_begins_where_a_score_is_about_to_come() {
    let options = Options::default();
    let begun = demo::begin(tryout(), &options, 3, |_| ());
    let begun = timeout(LIMIT, begun).await.unwrap().unwrap();
    let contest = hub::replay(begun.journal()).unwrap();
    let order = contest.order(&contest.session().rooms[0].id).iter();
    let stages: Vec<_> = order.map(|id| contest.stage_of(id)).collect();
    assert_eq!(stages[..3], [Stage::Released; 3]);
    assert_eq!(stages[3..], [Stage::Scoring, Stage::Waiting]);
}

#[tokio::test]
async fn a_demonstration_that_is_watched_ends_with_its_ceremonies() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("tryout.journal");
    let options = Options { speed: 6000, data: Some(data.clone()), ..Options::default() };
    let pace = options.pace().unwrap();
    let venue = Venue::open(tryout(), Some(&data), pace.clock().clone()).await.unwrap();
    let mut crew = demo::play(&venue.invitations(), &pace, 1);
    timeout(LIMIT, crew.finished()).await.unwrap().unwrap();
    drop(crew);
    venue.close().await.unwrap();

    let (mut steps, mut scenes) = (BTreeMap::<_, Vec<_>>::new(), Vec::new());
    journal::read(&data, |record| match record.fact {
        Fact::CeremonyAt { group, step } => steps.entry(group).or_default().push(step),
        Fact::SceneShown { scene, .. } => scenes.push(scene),
        _ => (),
    })
    .unwrap();
    // Two awards of a place each and one project without; one award and one project without.
    let all = |last: u32| (0..=last).map(Some).chain([None]).collect::<Vec<_>>();
    assert_eq!(steps[&"enterprise".into()], all(5));
    assert_eq!(steps[&"startup".into()], all(3));
    assert_eq!(scenes, [Scene::Reveal, Scene::Auto, Scene::Reveal, Scene::Auto]);
    let watched = hub::replay(&data).unwrap();
    assert_eq!(standings(&watched), standings(&play(tryout(), 1, None).await));
}

#[tokio::test]
async fn the_journal_looks_like_an_evening() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("tryout.journal");
    play(tryout(), 1, Some(data.clone())).await;
    let mut began = BTreeMap::new();
    let mut pitches = Vec::new();
    journal::read(&data, |record| match record.fact {
        Fact::ClockStarted { project, phase: Phase::Presentation } => {
            began.insert(project, record.at);
        }
        Fact::PhaseBegan { project, phase: Phase::Questions } => {
            pitches.push((record.at - began[&project]).0 / 1000);
        }
        _ => (),
    })
    .unwrap();
    assert_eq!(pitches.len(), 5);
    assert!(pitches.iter().all(|seconds| (40..=65).contains(seconds)), "{pitches:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_founding_final_gives_all_its_awards() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("final.journal");
    let contest = play(definition::founding(), Options::default().seed, Some(data.clone())).await;
    assert!(Results::of(&contest).are_final());
    assert_eq!(awards(&contest), [[1, 3, 6, 10], [1, 2, 3, 6]]);
    assert_eq!(standings(&contest), recomputed(&data));
}

#[tokio::test]
async fn standings_can_be_recomputed_from_the_journal() {
    let folder = tempfile::tempdir().unwrap();
    for seed in 1..=3 {
        let data = folder.path().join(seed.to_string());
        let contest = play(tryout(), seed, Some(data.clone())).await;
        assert_eq!(standings(&contest), recomputed(&data));
    }
}

/// Marks and weights here have at most two decimals, so a product has at most four.
fn hundredths(number: &Decimal) -> i128 {
    let text = number.to_string();
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    format!("{whole}{part:0<2}").parse().unwrap()
}

/// The sum without the highest and the lowest, from five on, and how many that are.
fn trimmed(mut values: Vec<i128>) -> (i128, i128) {
    values.sort_unstable();
    let ends = usize::from(values.len() >= 5);
    let counted = &values[ends..values.len() - ends];
    (counted.iter().sum(), counted.len().try_into().unwrap())
}

/// The score in hundredths, rounded half up, and what separates equal ones: the sum of all sheets,
/// then the marks in technology.
fn score(rubric: &Rubric, sheets: &BTreeMap<SeatId, Marks>) -> [i128; 3] {
    let total = |marks: &Marks| -> i128 {
        let lines = rubric.criteria.iter();
        lines.map(|it| hundredths(&it.weight) * hundredths(&marks[&it.id])).sum()
    };
    let totals: Vec<i128> = sheets.values().map(total).collect();
    let technology = sheets.values().map(|marks| hundredths(&marks[&"technology".into()]));
    let (sum, count) = trimmed(totals.clone());
    [(sum + 50 * count) / (100 * count), totals.iter().sum(), trimmed(technology.collect()).0]
}

/// The published rules once more, in whole numbers and as plainly as can be: a place is one more
/// than the number of better scores of the group; awards are cut by place.
fn recomputed(journal: &Path) -> Vec<Line> {
    let (mut session, mut sheets) = (None, BTreeMap::<_, BTreeMap<_, Marks>>::new());
    let mut released = BTreeSet::new();
    journal::read(journal, |record| match record.fact {
        Fact::Opened { session: opened, .. } => session = Some(opened),
        Fact::SheetSubmitted { project, seat, marks, .. } => {
            sheets.entry(project).or_default().insert(seat, marks);
        }
        Fact::Released { project } => {
            released.insert(project);
        }
        _ => (),
    })
    .unwrap();
    let session = session.unwrap();
    let mut lines = Vec::new();
    for group in &session.groups {
        let rubric = group.rubric.as_ref().unwrap();
        let scores: Vec<_> = (session.projects.iter())
            .filter(|project| project.group == group.id && released.contains(&project.id))
            .map(|project| (&project.id, score(rubric, &sheets[&project.id])))
            .collect();
        let mut of_group: Vec<Line> = Vec::new();
        for (project, score) in &scores {
            let place = 1 + scores.iter().filter(|(_, other)| other > score).count();
            let award = group
                .awards
                .iter()
                .flat_map(|award| std::iter::repeat_n(award, award.places.try_into().unwrap()))
                .nth(place - 1);
            let score = format!("{}.{:02}", score[0] / 100, score[0] % 100);
            let award = award.map(|award| award.name.zh.clone());
            let place = place.try_into().unwrap();
            of_group.push((group.id.to_string(), place, project.to_string(), score, award));
        }
        of_group.sort_by_key(|line| line.1);
        lines.extend(of_group);
    }
    lines
}

#[tokio::test]
async fn a_person_takes_the_keys_and_hands_them_back() {
    let pace = Pace::unwatched(Clock::at_speed(600)); // Nobody looks at the reveals.
    let venue = Venue::open(tryout(), None, pace.clock().clone()).await.unwrap();
    let room = venue.session().rooms[0].id.clone();
    let mut crew = demo::play(&venue.invitations(), &pace, 1);
    crew.keys().take_over(&room, true);

    // The person calls the first project up, starts the pitch, and stops its clock.
    let host = Seat::Host(room.clone());
    let (client, mut news) = Client::join(venue.link(&host), Clock::system());
    let mut view = picture(&mut news, |_| true).await;
    for _ in 0..2 {
        let step = view.agenda.next.clone().unwrap();
        client.ask(Uuid::new_v4(), step.clone()).unwrap();
        view = picture(&mut news, |view| view.agenda.next.as_ref() != Some(&step)).await;
    }
    let (project, phase) = (view.stage.unwrap().project.id, Phase::Presentation);
    let pause = Wish::PauseClock { project: project.clone(), phase, reason: "sound".into() };
    client.ask(Uuid::new_v4(), pause).unwrap();
    let paused = |view: &HostView| {
        let clock = view.stage.as_ref().unwrap().clock.as_ref();
        clock.is_some_and(|clock| !clock.is_running())
    };
    let view = picture(&mut news, paused).await;
    assert_eq!(view.order[0].stage, Stage::Presentation);

    crew.keys().take_over(&room, false);
    drop((client, news));
    timeout(LIMIT, crew.finished()).await.unwrap().unwrap();
    assert_eq!(crew.progress().borrow().done(), 5);
    drop(crew);
    let evening = venue.close().await.unwrap();
    let played = hub::replay(evening.journal()).unwrap();
    assert_eq!(standings(&played), standings(&play(tryout(), 1, None).await));
    let journal = evening.journal().to_owned();
    drop(evening);
    assert!(!journal.parent().unwrap().exists());
}

async fn picture(news: &mut mpsc::Receiver<News>, shows: impl Fn(&HostView) -> bool) -> HostView {
    let search = async {
        loop {
            let News::Picture(sections) = news.recv().await.unwrap() else { continue };
            let view = sections.read().unwrap();
            if shows(&view) {
                return view;
            }
        }
    };
    timeout(LIMIT, search).await.unwrap()
}
