//! The run, and what is told of it.

use std::{
    env, panic,
    process::{self, Command},
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use tokio::{runtime, task::LocalSet};

use crate::{
    audience::Audience,
    floor,
    peer::{Kind, Peer},
    sends,
    table::{Table, figure},
    work::{self, Round, Work},
};

/// Boards of a hall with many spectators, for what such a hub costs while nothing happens.
const HALL: usize = 200;

/// What the run is asked for.
struct Options {
    boards: usize,
    rounds: usize,
    length: Duration,
    only: Option<String>,
    json: bool,
}

impl Options {
    fn given() -> Self {
        let args: Vec<String> = env::args().collect();
        let of = |name: &str| args.iter().position(|it| it == name).map(|at| args[at + 1].clone());
        let number = |name: &str, usual: usize| of(name).map_or(usual, |it| it.parse().unwrap());
        Self {
            boards: number("--boards", 1000),
            rounds: number("--rounds", 3),
            length: Duration::from_secs(number("--seconds", 5) as u64),
            only: of("--only"),
            json: args.iter().any(|it| it == "--json"),
        }
    }

    fn wants(&self, work: &str) -> bool {
        self.only.as_deref().is_none_or(|only| only == work)
    }
}

pub(crate) fn main() {
    if env::args().any(|it| it == "--floor") {
        return floor::serve();
    }
    if env::args().any(|it| it == "--only-sends") {
        return sends::serve();
    }
    let options = Options::given();
    let tell = panic::take_hook();
    panic::set_hook(Box::new(move |surprise| {
        tell(surprise);
        process::exit(1); // Also where it was a board's.
    }));
    rlimit::increase_nofile_limit(u64::MAX).unwrap();
    let itself = process::id().to_string();
    let kept = Command::new("taskset").args(["-acp", "1", &itself]).output().unwrap();
    assert!(kept.status.success(), "a second core is needed");
    let runtime = runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let told = LocalSet::new().block_on(&runtime, run(&options));
    if options.json {
        println!("{}", serde_json::to_string_pretty(&told).unwrap());
    }
}

async fn run(options: &Options) -> Value {
    let boards = format!("{} boards", options.boards);
    let heads = [&boards, "sends alone", "floor", "hub", "of the floor", "goal"];
    let mut beside = Table::new("fanout", &heads);
    let mut alone = Table::new("hub", &["the hub alone", "", "goal"]);
    let mut told = serde_json::Map::new();
    for work in Work::ALL.into_iter().filter(|it| options.wants(it.as_str())) {
        told.insert(work.as_str().to_owned(), compare(work, options, &mut beside).await);
    }
    if options.wants("memory") {
        told.insert("memory".to_owned(), memory(options, &mut beside).await);
    }
    if options.wants("idle") {
        told.insert("idle".to_owned(), idle(options, &mut alone).await);
    }
    if options.wants("sheets") {
        told.insert("sheets".to_owned(), sheets(options, &mut alone).await);
    }
    beside.tell();
    alone.tell();
    Value::Object(told)
}

/// What is told of a round, by its name.
type Measure = (&'static str, fn(&Round) -> f64);

/// What is asked of the hub, as a part of the floor.
fn goal(work: Work, measure: &str) -> &'static str {
    match (work, measure) {
        (Work::Steady, "last board, median, ms") => "0.75 ×",
        (Work::Steady, "last board, 99 of 100, ms") => "0.85 ×",
        (Work::Steady, "processor for an update at a board, µs") => "0.70 ×",
        (Work::Burst, "last board, median, ms") => "0.20 ×",
        (Work::Saturated, "updates at boards a second") => "2.5 ×",
        _ => "",
    }
}

/// Sends alone, floor and hub in turn, and the hub as a part of the floor.
async fn compare(work: Work, options: &Options, table: &mut Table) -> Value {
    let mut rounds: [Vec<Round>; 3] = Default::default();
    for _ in 0..options.rounds {
        for (of, kind) in rounds.iter_mut().zip([Kind::Sends, Kind::Floor, Kind::Hub]) {
            let (peer, boards) = hall(kind, options.boards).await;
            peer.begin().await;
            let mut publishers = peer.publishers().await;
            let second = (options.boards, Duration::from_secs(1));
            work::round(work, &peer, &boards, &mut publishers, second).await; // To warm up.
            let many = (options.boards, options.length);
            of.push(work::round(work, &peer, &boards, &mut publishers, many).await);
        }
    }
    let [sends, floor, hub] = rounds;
    let mut told = serde_json::Map::new();
    let measures: [Measure; 5] = [
        ("last board, median, ms", |it| percentile(&it.last, 0.5)),
        ("last board, 99 of 100, ms", |it| percentile(&it.last, 0.99)),
        ("processor for an update at a board, µs", |it| it.cpu),
        ("updates at boards a second", |it| it.updates),
        ("pictures sent a second", |it| it.pictures),
    ];
    for (name, measure) in measures {
        let ratios: Vec<f64> =
            floor.iter().zip(&hub).map(|(floor, hub)| measure(hub) / measure(floor)).collect();
        let of = |rounds: &[Round]| median(&rounds.iter().map(measure).collect::<Vec<_>>());
        let (sends, floor, hub, ratio) = (of(&sends), of(&floor), of(&hub), median(&ratios));
        let work_of = format!("{}: {name}", work.as_str());
        let part = format!("{ratio:.2} ×");
        let goal = goal(work, name).to_owned();
        table.row([work_of, figure(sends), figure(floor), figure(hub), part, goal]);
        told.insert(
            name.to_owned(),
            json!({"sends": sends, "floor": floor, "hub": hub, "ratio": ratio, "ratios": ratios}),
        );
    }
    Value::Object(told)
}

async fn sheets(options: &Options, table: &mut Table) -> Value {
    let (peer, _boards) = hall(Kind::Hub, options.boards).await;
    peer.begin().await;
    let last = work::sheets(&peer, 12).await;
    let (median, p99) = (percentile(&last, 0.5), percentile(&last, 0.99));
    let all = format!(
        "sixteen judges hand in at once, {} boards: all have their receipts",
        options.boards
    );
    table.row([&all, &format!("{} ms", figure(median)), ""]);
    json!({"median": median, "p99": p99})
}

/// What each board costs above a server to which nobody has come.
async fn memory(options: &Options, table: &mut Table) -> Value {
    let mut each: [Vec<(usize, f64)>; 2] = Default::default();
    let mut told = serde_json::Map::new();
    for (each, kind) in each.iter_mut().zip([Kind::Floor, Kind::Hub]) {
        let (peer, mut boards) = hall(kind, 1).await;
        peer.begin().await;
        let mut publishers = peer.publishers().await;
        let idle = peer.resident();
        for many in sizes(options.boards) {
            let (path, pass) = peer.seat("A/board");
            let more = many.saturating_sub(boards.len());
            boards.join(peer.address, &path, &pass, more, kind == Kind::Hub).await;
            for _ in 0..20 {
                let said = publishers.publish(1).await;
                boards.want(said);
                boards.all().await;
            }
            let of_each = (peer.resident() - idle) / boards.len() as f64;
            told.insert(format!("{kind:?} {}", boards.len()), json!(of_each));
            each.push((boards.len(), of_each));
        }
    }
    let [floor, hub] = each;
    for ((many, floor), (_, hub)) in floor.into_iter().zip(hub) {
        let of = format!("memory of a board's connection above an idle server, {many} boards, KiB");
        let part = format!("{:.2} ×", hub / floor);
        table.row([&of, "", &format!("{floor:.2}"), &format!("{hub:.2}"), &part, "4 KiB"]);
    }
    Value::Object(told)
}

/// A thousand boards, and all of them.
fn sizes(boards: usize) -> Vec<usize> {
    let mut sizes = vec![boards.min(1000), boards];
    sizes.dedup();
    sizes
}

/// A hub's start, and what it costs while its clock runs and nothing happens.
async fn idle(options: &Options, table: &mut Table) -> Value {
    let begun = Instant::now();
    let (peer, mut boards) = hall(Kind::Hub, 1).await;
    let first = begun.elapsed().as_secs_f64() * 1e3;
    let (path, pass) = peer.seat("A/board");
    boards.join(peer.address, &path, &pass, HALL - 1, true).await;
    peer.begin().await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    let (cpu, pictures, begun) = (peer.cpu(), boards.pictures(), Instant::now());
    tokio::time::sleep(options.length * 4).await;
    let percent = (peer.cpu() - cpu) * 100.0 / begun.elapsed().as_secs_f64();
    let (pictures, resident) = (boards.pictures() - pictures, peer.resident() / 1024.0);
    let hall = format!("{HALL} boards, clock running");
    table.row([&format!("{hall}: pictures sent"), &pictures.to_string(), "none"]);
    table.row([&format!("{hall}: processor"), &format!("{percent:.2} % of a core"), "0.1 %"]);
    table.row([&format!("{hall}: memory"), &format!("{resident:.1} MiB"), "20 MB"]);
    let start = "start until a board has its picture";
    table.row([start, &format!("{first:.0} ms"), "50 ms"]);
    json!({"first picture, ms": first, "cpu, %": percent, "pictures": pictures, "memory, MiB": resident})
}

/// A server and the boards that look at it.
async fn hall(kind: Kind, many: usize) -> (Peer, Audience) {
    let (peer, mut boards) = (Peer::start(kind), Audience::new());
    let (path, pass) = peer.seat("A/board");
    boards.join(peer.address, &path, &pass, many, kind == Kind::Hub).await;
    (peer, boards)
}

fn percentile(of: &[f64], part: f64) -> f64 {
    let mut sorted = of.to_vec();
    sorted.sort_by(f64::total_cmp);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place in a list"
    )]
    let at = ((sorted.len() - 1) as f64 * part).round() as usize;
    sorted[at]
}

fn median(of: &[f64]) -> f64 {
    percentile(of, 0.5)
}
