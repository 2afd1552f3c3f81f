//! A hub in a process of its own, and terminals that talk to it over its websockets.
#![allow(dead_code, reason = "whoever shares this needs a part of it")]

use std::{
    collections::{BTreeMap, HashMap},
    fs,
    io::{self, BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{self, Child, Command, Stdio},
    sync::{Mutex, Once},
    thread,
    time::Duration,
};

use roadshow::{
    client::{Client, LinkState, News},
    clock::Clock,
    contest::{Refusal, Seat, Wish},
    protocol::{
        JoinLink,
        views::{HostView, Sections},
    },
};
use serde::de::DeserializeOwned;
use tempfile::TempDir;
use tokio::{sync::mpsc, time::timeout};
use uuid::Uuid;

/// Long enough for a loaded machine, short enough to fail a hung test.
pub(crate) const LIMIT: Duration = Duration::from_secs(20);

/// How often the watch comes by between one program that a test starts and the next, or the test's end: every
/// [`LIMIT`], five minutes in all.
const ROUNDS: u32 = 15;

/// The tests that are running, by name, and how often the watch has come by since they started a program.
static RUNNING: Mutex<BTreeMap<String, u32>> = Mutex::new(BTreeMap::new());
static WATCHED: Once = Once::new();

/// A test on its own thread, for as long as that lives.
struct Running(String);

thread_local! {
    static HERE: Running = Running(thread::current().name().unwrap_or("a test").to_owned());
}

impl Drop for Running {
    fn drop(&mut self) {
        RUNNING.lock().unwrap().remove(&self.0);
    }
}

/// Notes that this test starts a program. A test that hangs is named, and everything ends: one that waits for
/// ever would say nothing to whoever waits for the tests.
pub(crate) fn starts_a_program() {
    let name = HERE.with(|here| here.0.clone());
    // A bench may take as long as it likes, and on one thread all tests are `main`.
    if matches!(env!("CARGO_CRATE_NAME"), "it" | "survival") && name != "main" {
        RUNNING.lock().unwrap().insert(name, 0);
        WATCHED.call_once(|| _ = thread::spawn(watch));
    }
}

fn watch() {
    loop {
        thread::park_timeout(LIMIT);
        let mut running = RUNNING.lock().unwrap();
        running.values_mut().for_each(|rounds| *rounds += 1);
        let hangs: Vec<&String> =
            running.iter().filter(|(_, rounds)| ROUNDS < **rounds).map(|(name, _)| name).collect();
        if !hangs.is_empty() {
            // Not by the macro, whose words would be kept until a test has ended.
            let _ = writeln!(io::stderr(), "these tests hang: {hangs:?}");
            process::exit(101);
        }
    }
}

/// A shipped session file.
pub(crate) fn session(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions").join(name)
}

/// The program, ready to be given arguments.
pub(crate) fn roadshow() -> Command {
    starts_a_program();
    let mut command = Command::new(env!("CARGO_BIN_EXE_roadshow"));
    command.env("LC_ALL", "C.UTF-8").env_remove("ROADSHOW_LOG");
    command
}

/// How a hub's process is started.
#[derive(Clone, Copy)]
struct Manner {
    program: fn() -> Command,
    /// How much it logs, if not what it does by itself.
    level: Option<&'static str>,
}

impl Manner {
    const USUAL: Self = Self { program: roadshow, level: None };
}

/// A running `roadshow hub`, killed when dropped.
pub(crate) struct HubProcess {
    child: Child,
    command: &'static str,
    manner: Manner,
    /// The lines that it has said before it was open.
    greeting: Vec<String>,
    session: PathBuf,
    address: String,
    more: Vec<String>,
    links: HashMap<String, JoinLink>,
    folder: TempDir,
}

impl HubProcess {
    /// Starts a hub for a shipped session on a free port and a new journal.
    pub(crate) fn start(session_name: &str) -> Self {
        Self::of("hub", session_name)
    }

    /// The same of a rehearsal.
    pub(crate) fn rehearse(session_name: &str) -> Self {
        Self::of("rehearse", session_name)
    }

    /// Starts it by this command.
    pub(crate) fn of(command: &'static str, session_name: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self::start_in(folder, command, ("127.0.0.1:0", &[]), session_name)
    }

    /// Starts a hub that listens elsewhere, with more arguments.
    pub(crate) fn start_at(listen: &str, more: &[&str], session_name: &str) -> Self {
        Self::start_in(tempfile::tempdir().unwrap(), "hub", (listen, more), session_name)
    }

    /// Starts a hub that logs from this level on.
    pub(crate) fn start_logging(level: &'static str, session_name: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let manner = Manner { level: Some(level), ..Manner::USUAL };
        Self::start_with((folder, "hub"), ("127.0.0.1:0", &[]), session_name, manner)
    }

    /// Starts a hub on the journal of a final that has been played to its end.
    pub(crate) fn start_played(session_name: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let played = roadshow()
            .args(["demo", "--headless", "--format", "csv", "--session"])
            .arg(session(session_name))
            .arg("--data")
            .arg(folder.path().join("test.journal"))
            .stdout(Stdio::null())
            .status();
        assert!(played.unwrap().success());
        Self::start_in(folder, "hub", ("127.0.0.1:0", &[]), session_name)
    }

    /// Starts a hub that may have 96 files open.
    #[cfg(unix)]
    pub(crate) fn start_with_few_files(session_name: &str) -> Self {
        let few = || {
            let mut command = Command::new("sh");
            starts_a_program();
            command.args([
                "-c",
                "ulimit -n 96; exec \"$0\" \"$@\"",
                env!("CARGO_BIN_EXE_roadshow"),
            ]);
            command
        };
        let folder = tempfile::tempdir().unwrap();
        let manner = Manner { program: few, ..Manner::USUAL };
        Self::start_with((folder, "hub"), ("127.0.0.1:0", &[]), session_name, manner)
    }

    /// Starts a hub that lives on when it meets a limit to the size of its files.
    #[cfg(target_os = "linux")]
    pub(crate) fn start_sturdy(session_name: &str) -> Self {
        let sturdy = || {
            let mut command = Command::new("sh");
            starts_a_program();
            command.args([
                "-c",
                "trap '' XFSZ; exec \"$0\" \"$@\"",
                env!("CARGO_BIN_EXE_roadshow"),
            ]);
            command
        };
        let folder = tempfile::tempdir().unwrap();
        let manner = Manner { program: sturdy, ..Manner::USUAL };
        Self::start_with((folder, "hub"), ("127.0.0.1:0", &[]), session_name, manner)
    }

    fn start_in(
        folder: TempDir,
        command: &'static str,
        listen: (&str, &[&str]),
        session_name: &str,
    ) -> Self {
        Self::start_with((folder, command), listen, session_name, Manner::USUAL)
    }

    fn start_with(
        (folder, command): (TempDir, &'static str),
        (listen, more): (&str, &[&str]),
        session_name: &str,
        manner: Manner,
    ) -> Self {
        let session = session(session_name);
        let more: Vec<String> = more.iter().map(|&it| it.to_owned()).collect();
        let child = spawn((command, &session), (listen, &more), folder.path(), manner);
        let (address, greeting, links) = (String::new(), Vec::new(), HashMap::new());
        let mut hub =
            Self { child, command, manner, greeting, session, address, more, links, folder };
        hub.wait_until_open();
        hub
    }

    /// Reads the links, which are written before the hub says how to end it.
    fn wait_until_open(&mut self) {
        self.greeting.clear();
        for line in BufReader::new(self.child.stdout.take().unwrap()).lines() {
            self.greeting.push(line.unwrap());
            if self.greeting.last().is_some_and(|line| line.contains("Ctrl-C")) {
                break;
            }
        }
        assert!(self.said("Ctrl-C").is_some(), "the hub did not open: {}", self.log());
        let text = self.links_file();
        let rows: Vec<HashMap<String, String>> = serde_json::from_str(&text).unwrap();
        let links = rows.iter().map(|row| row["link"].parse::<JoinLink>().unwrap());
        self.links = links.map(|link| (link.seat.to_string(), link)).collect();
        self.address = self.links.values().next().unwrap().at.hub.to_string();
    }

    /// Kills it without a chance to tidy up.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Waits until it has ended without being told to, and not in order.
    pub(crate) fn ends_by_itself(&mut self) {
        assert!(!self.child.wait().unwrap().success());
    }

    /// Starts it again on the same journal and port.
    pub(crate) fn restart(&mut self) {
        let listen = (self.address.as_str(), self.more.as_slice());
        let what = (self.command, self.session.as_path());
        self.child = spawn(what, listen, self.folder.path(), self.manner);
        self.wait_until_open();
    }

    /// Asks it to end as a service manager does, and waits until it has.
    #[cfg(unix)]
    pub(crate) fn terminate(&mut self) -> bool {
        self.signal("TERM");
        self.child.wait().unwrap().success()
    }

    /// Sends it a signal by its name.
    #[cfg(unix)]
    pub(crate) fn signal(&self, name: &str) {
        assert!(signal(name, self.child.id()));
    }

    /// What followed this text when it opened.
    pub(crate) fn said(&self, text: &str) -> Option<String> {
        let rest = |line: &String| line.split_once(text).map(|(_, rest)| rest.to_owned());
        self.greeting.iter().find_map(rest)
    }

    pub(crate) fn journal(&self) -> PathBuf {
        self.folder.path().join("test.journal")
    }

    /// What it has logged so far.
    pub(crate) fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("hub.log")).unwrap()
    }

    /// The number of its process.
    #[cfg(target_os = "linux")]
    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    /// The links as it wrote them.
    pub(crate) fn links_file(&self) -> String {
        fs::read_to_string(self.folder.path().join("links.json")).unwrap()
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    pub(crate) fn link(&self, seat: &str) -> JoinLink {
        self.links[seat].clone()
    }

    pub(crate) fn join(&self, seat: &str) -> Terminal {
        Terminal::join(self.link(seat))
    }
}

impl Drop for HubProcess {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Sends a process a signal by its name; whether there was such a process.
#[cfg(unix)]
pub(crate) fn signal(name: &str, process: u32) -> bool {
    let kill = format!("kill -{name} {process}");
    Command::new("sh").args(["-c", &kill]).status().unwrap().success()
}

fn spawn(
    (command, session): (&str, &Path),
    (listen, more): (&str, &[String]),
    folder: &Path,
    Manner { program, level }: Manner,
) -> Child {
    let mut program = program();
    if let Some(level) = level {
        program.env("ROADSHOW_LOG", level);
    }
    // Not where the test's own goes, which is for what fails.
    let log = fs::File::options().create(true).append(true).open(folder.join("hub.log"));
    program.stderr(log.unwrap());
    program
        .arg(command)
        .arg(session)
        .args(["--lang", "en", "--listen", listen, "--data"])
        .arg(folder.join("test.journal"))
        .arg("--links")
        .arg(folder.join("links.json"))
        .args(more)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// A terminal's link, with what it was told last.
pub(crate) struct Terminal {
    client: Client,
    news: mpsc::Receiver<News>,
    picture: Sections,
    pub(crate) seat: Seat,
    /// How often the link was lost.
    pub(crate) lost: u32,
}

impl Terminal {
    pub(crate) fn join(link: JoinLink) -> Self {
        let seat = link.seat.clone();
        let (client, news) = Client::join(link, Clock::system());
        Self { client, news, picture: Sections::default(), seat, lost: 0 }
    }

    /// Takes in what has come.
    pub(crate) fn catch_up(&mut self) {
        while let Ok(news) = self.news.try_recv() {
            self.hear(&news);
        }
    }

    fn hear(&mut self, news: &News) {
        if let News::Picture(sections) = news {
            self.picture = sections.clone();
        }
        self.lost += u32::from(matches!(news, News::Link(LinkState::Lost { .. })));
    }

    /// Takes in news until one is wanted.
    pub(crate) async fn until<T>(&mut self, mut wanted: impl FnMut(&News) -> Option<T>) -> T {
        let seat = self.seat.clone();
        let heard = async {
            loop {
                let news = self.news.recv().await.unwrap();
                self.hear(&news);
                if let Some(found) = wanted(&news) {
                    return found;
                }
            }
        };
        timeout(LIMIT, heard).await.unwrap_or_else(|_| panic!("{seat} waited in vain"))
    }

    /// The first picture, the present one included, that is as wanted.
    pub(crate) async fn picture<V: DeserializeOwned>(&mut self, wanted: impl Fn(&V) -> bool) -> V {
        let view = |picture: &Sections| picture.read::<V>().ok();
        if let Some(present) = view(&self.picture).filter(|present| wanted(present)) {
            return present;
        }
        self.until(|news| match news {
            News::Picture(sections) => view(sections).filter(&wanted),
            _ => None,
        })
        .await
    }

    /// Asks without waiting for the answer.
    pub(crate) fn send(&self, wish: Wish) -> Uuid {
        let id = Uuid::new_v4();
        self.client.ask(id, wish).unwrap();
        id
    }

    /// Asks once more under an id that has been used.
    pub(crate) fn repeat(&self, id: Uuid, wish: Wish) {
        self.client.ask(id, wish).unwrap();
    }

    /// The answer to a wish.
    pub(crate) async fn answer(&mut self, wish: Uuid) -> Result<u64, Refusal> {
        self.until(|news| match news {
            News::Granted { id, seq } if *id == wish => Some(Ok(*seq)),
            News::Refused { id, refusal } if *id == wish => Some(Err(refusal.clone())),
            _ => None,
        })
        .await
    }

    pub(crate) async fn ask(&mut self, wish: Wish) -> Result<u64, Refusal> {
        let id = self.send(wish);
        self.answer(id).await
    }

    /// A host takes the next step of the agenda.
    pub(crate) async fn step(&mut self) -> Wish {
        let view: HostView = self.picture(|view: &HostView| view.agenda.next.is_some()).await;
        let next = view.agenda.next.unwrap();
        self.ask(next.clone()).await.unwrap();
        self.picture(|view: &HostView| view.agenda.next.as_ref() != Some(&next)).await;
        next
    }
}

/// A sheet with the same mark for every criterion of a project's rubric.
pub(crate) fn sheet(
    view: &roadshow::protocol::views::JudgeView,
    project: &str,
    revision: u32,
    mark: &str,
) -> Wish {
    let line = view.sheets.iter().find(|line| line.project.id.as_str() == project).unwrap();
    let rubric = view.rubric_of(&line.project).unwrap();
    let mark =
        |criterion: &roadshow::contest::Criterion| (criterion.id.clone(), mark.parse().unwrap());
    let marks = rubric.marked().map(|(criterion, _)| mark(criterion)).collect();
    Wish::Submit { project: project.into(), revision, marks }
}
