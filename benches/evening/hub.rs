//! The evening, its people, and the process that is watched.

use std::fs;

use roadshow::{
    client::Client,
    clock::Clock,
    contest::Wish,
    protocol::{
        JoinLink,
        views::{HostView, JudgeView},
    },
};
use tokio::task::JoinHandle;

use crate::support::{HubProcess, Terminal, sheet};

/// How long the evening is by its session's clocks.
const HOURS: usize = 12;
/// Eight minutes, five, and two to score: a quarter of an hour each.
const PROJECTS_AN_HOUR: usize = 4;
/// With the hosts and judges.
const TERMINALS: usize = 40;
const JUDGES: usize = 5;

/// What the hub's process holds at a moment.
struct Sample {
    /// Its memory in KiB.
    resident: usize,
    files: usize,
}

impl Sample {
    fn of(process: u32) -> Self {
        let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        let resident = line.trim().trim_end_matches(" kB").parse().unwrap();
        let files = fs::read_dir(format!("/proc/{process}/fd")).unwrap().count();
        Self { resident, files }
    }
}

/// Plays the evening and prints what it came to.
pub(crate) fn report() {
    let folder = tempfile::tempdir().unwrap();
    let session = folder.path().join("session.toml");
    fs::write(&session, definition()).unwrap();
    let hub = HubProcess::start(session.to_str().unwrap());
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let samples = runtime.block_on(play(&hub));
    println!("hour  memory, KiB  open files");
    for (hour, of_hour) in samples.chunks(PROJECTS_AN_HOUR).enumerate() {
        let last = &of_hour[of_hour.len() - 1];
        println!("{:4}  {:11}  {:10}", hour + 1, last.resident, last.files);
    }
    let third = samples.len() / 3;
    let (first, last) = (&samples[..third], &samples[samples.len() - third..]);
    println!("the last third of the evening against the first:");
    println!("memory     {}", ratio(first, last, |it| it.resident));
    println!("open files {}", ratio(first, last, |it| it.files));
}

/// The means of two parts of the evening, and one as a part of the other.
fn ratio(first: &[Sample], last: &[Sample], what: impl Fn(&Sample) -> usize) -> String {
    let sum = |part: &[Sample]| part.iter().map(&what).sum::<usize>();
    let (first, last, many) = (sum(first), sum(last), first.len());
    let percent = last * 100 / first;
    format!("{} / {} = {}.{:02}", last / many, first / many, percent / 100, percent % 100)
}

/// Both rooms at the same time; a sample after every project of the first.
async fn play(hub: &HubProcess) -> Vec<Sample> {
    let seats: Vec<String> = ["A", "B"]
        .iter()
        .flat_map(|it| ["board", "timer", "clerk"].map(|seat| format!("{it}/{seat}")))
        .collect();
    let links: Vec<JoinLink> = seats.iter().map(|seat| hub.link(seat)).collect();
    let busy = 2 * (1 + JUDGES);
    let mut watching: Vec<JoinHandle<()>> = vec![watch(hub.link("supervisor"))];
    watching.extend(links.iter().cycle().take(TERMINALS - busy - 1).cloned().map(watch));
    let mut samples = Vec::new();
    let [mut first, mut second] = ["A", "B"].map(|room| Room::sit_down(hub, room));
    for project in 0..HOURS * PROJECTS_AN_HOUR {
        tokio::join!(first.project(), second.project());
        let place = 1 + project % (watching.len() - 1);
        watching[place].abort();
        watching[place] = watch(links[project % links.len()].clone());
        samples.push(Sample::of(hub.process()));
    }
    samples
}

/// A terminal that looks on for as long as it is let.
fn watch(link: JoinLink) -> JoinHandle<()> {
    tokio::spawn(async move {
        let (_client, mut news) = Client::join(link, Clock::system());
        while news.recv().await.is_some() {}
    })
}

/// The people of a room.
struct Room {
    host: Terminal,
    judges: Vec<Terminal>,
}

impl Room {
    fn sit_down(hub: &HubProcess, room: &str) -> Self {
        let judge = |number| hub.join(&format!("{room}/judge/{room}{number}"));
        Self { host: hub.join(&format!("{room}/host")), judges: (1..=JUDGES).map(judge).collect() }
    }

    /// The next project, from its call to its release.
    async fn project(&mut self) {
        let mut scoring = None;
        loop {
            let wish = self.host.step().await;
            match (&wish, &scoring) {
                (Wish::Release { .. }, _) => return,
                // Its clock begins: from now on sheets are taken.
                (Wish::StartClock { project, .. }, None) => {
                    self.score(project.as_str()).await;
                    scoring = Some(project.clone());
                }
                _ => (),
            }
        }
    }

    async fn score(&mut self, project: &str) {
        for judge in &mut self.judges {
            let is_there = |view: &JudgeView| {
                view.sheets
                    .iter()
                    .any(|it| it.project.id.as_str() == project && it.stage.takes_sheets())
            };
            let view = judge.picture(is_there).await;
            judge.ask(sheet(&view, project, 1, "8")).await.unwrap();
        }
        let all_in = |view: &HostView| view.open.iter().all(|open| open.missing.is_empty());
        self.host.picture(all_in).await;
    }
}

/// The stormy evening of `tests/simulation.rs`, with a long list of projects and earnest clocks.
fn definition() -> String {
    let root = env!("CARGO_MANIFEST_DIR");
    let storm = fs::read_to_string(format!("{root}/tests/data/storm/session.toml")).unwrap();
    let (head, _) = storm.split_once("[[projects]]").unwrap();
    let mut text = head.replace("../../../rubrics", &format!("{root}/rubrics"));
    for (short, long) in [("\"3s\"", "\"8:00\""), ("\"2s\"", "\"5:00\""), ("\"20s\"", "\"2:00\"")] {
        text = text.replace(short, long);
    }
    for (letter, group) in [("E", "enterprise"), ("S", "startup")] {
        text.extend((1..=HOURS * PROJECTS_AN_HOUR).map(|number| project(letter, number, group)));
    }
    text
}

fn project(letter: &str, number: usize, group: &str) -> String {
    let id = format!("{letter}{number:02}");
    let name = format!("{{ zh = \"项目 {id}\", en = \"Project {id}\" }}");
    format!("[[projects]]\nid = \"{id}\"\ngroup = \"{group}\"\nname = {name}\n")
}
