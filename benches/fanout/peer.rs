//! The servers that are measured, each a process of its own that is kept on the first core.

use std::{
    collections::HashMap,
    fs,
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use roadshow::{
    contest::{Ms, Phase, Session, Wish},
    definition::{self, Disk},
    protocol::{Ask, JoinLink},
};
use tempfile::TempDir;
use uuid::Uuid;

use crate::{audience::Asker, socket::frame, support::Terminal};

/// Judges of the room, who hand in at the same time.
pub(crate) const JUDGES: usize = 16;
/// Consoles that share the work where one alone would ask faster than a hub reads.
const CONSOLES: usize = 16;
const PROJECT: &str = "E01";
/// Makes a board's picture of a step 1 KiB.
const PADDING: usize = 100;

/// Which server it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Floor,
    Hub,
    /// Sends and nothing else.
    Sends,
}

/// A server's process, killed when dropped.
pub(crate) struct Peer {
    pub(crate) kind: Kind,
    pub(crate) address: SocketAddr,
    process: Child,
    links: HashMap<String, JoinLink>,
    folder: TempDir,
}

impl Peer {
    /// Starts it; a hub is open for the founding final's enterprises before sixteen judges.
    pub(crate) fn start(kind: Kind) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut command = Command::new("taskset");
        command.args(["-c", "0"]).stdout(Stdio::piped()).stderr(Stdio::null());
        match kind {
            Kind::Floor => {
                let pings = std::env::args().filter(|it| it == "--pings");
                command.arg(std::env::current_exe().unwrap()).arg("--floor").args(pings)
            }
            Kind::Sends => command.arg(std::env::current_exe().unwrap()).arg("--only-sends"),
            Kind::Hub => {
                let session = folder.path().join("session.toml");
                fs::write(&session, definition()).unwrap();
                command
                    .arg(program())
                    .args(["hub", "--lang", "en"])
                    .arg(session)
                    .args(["--listen", "127.0.0.1:0", "--data"])
                    .arg(folder.path().join("bench.journal"))
                    .arg("--links")
                    .arg(folder.path().join("links.json"))
            }
        };
        let mut process = command.spawn().unwrap();
        let mut says = BufReader::new(process.stdout.take().unwrap()).lines().map(Result::unwrap);
        let (address, links) = match kind {
            Kind::Floor | Kind::Sends => (says.next().unwrap().parse().unwrap(), HashMap::new()),
            Kind::Hub => {
                says.find(|line| line.contains("Ctrl-C")).unwrap();
                let text = fs::read_to_string(folder.path().join("links.json")).unwrap();
                let rows: Vec<HashMap<String, String>> = serde_json::from_str(&text).unwrap();
                let links = rows.iter().map(|row| row["link"].parse::<JoinLink>().unwrap());
                let links: HashMap<_, _> = links.map(|it| (it.seat.to_string(), it)).collect();
                let address = links["A/host"].at.hub.to_string().parse().unwrap();
                (address, links)
            }
        };
        Self { kind, address, process, links, folder }
    }

    /// Where a seat is joined, and by which pass.
    pub(crate) fn seat(&self, seat: &str) -> (String, String) {
        let pass = self.links.get(seat).map(|link| link.pass.clone()).unwrap_or_default();
        (format!("/join/{seat}"), pass)
    }

    /// The seconds for which it has had a core.
    pub(crate) fn cpu(&self) -> f64 {
        let tasks = fs::read_dir(format!("/proc/{}/task", self.process.id())).unwrap();
        let of_task = |task: std::io::Result<fs::DirEntry>| {
            let text = fs::read_to_string(task.ok()?.path().join("schedstat")).ok()?;
            text.split(' ').next()?.parse::<f64>().ok()
        };
        tasks.filter_map(of_task).sum::<f64>() / 1e9
    }

    /// Its memory in KiB.
    pub(crate) fn resident(&self) -> f64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.trim().trim_end_matches(" kB").parse().unwrap()
    }

    /// Calls the first project up and sets its clock going.
    pub(crate) async fn begin(&self) {
        if self.kind == Kind::Hub {
            let mut host = Terminal::join(self.links["A/host"].clone());
            while !matches!(host.step().await, Wish::StartClock { .. }) {}
        }
    }

    /// Those who publish.
    pub(crate) async fn publishers(&self) -> Publishers {
        let (path, pass) = self.seat("A/control");
        let consoles = (0..CONSOLES).map(|_| Asker::join(self.address, &path, &pass)).collect();
        // A hub says what there is first; only then is it worth while to ask.
        tokio::time::sleep(Duration::from_millis(300)).await;
        Publishers { kind: self.kind, consoles, next: 0, said: 0 }
    }

    /// The sixteen judges.
    pub(crate) async fn judges(&self) -> Vec<Asker> {
        let join = |number| {
            let (path, pass) = self.seat(&format!("A/judge/A{number}"));
            Asker::join(self.address, &path, &pass)
        };
        let judges = (1..=JUDGES).map(join).collect();
        tokio::time::sleep(Duration::from_millis(300)).await;
        judges
    }

    /// What a judge hands in.
    pub(crate) fn sheet(&self, revision: u32) -> Vec<u8> {
        let session = self.session();
        let rubric = session.groups[0].rubric.as_ref().unwrap();
        let marks = rubric.marked().map(|(it, _)| (it.id.clone(), 7.into())).collect();
        frame(&asked(Wish::Submit { project: PROJECT.into(), revision, marks }))
    }

    fn session(&self) -> Session {
        definition::read_session(&self.folder.path().join("session.toml"), &Disk).unwrap()
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Those who give the boards something new to show.
pub(crate) struct Publishers {
    kind: Kind,
    consoles: Vec<Asker>,
    next: usize,
    said: u64,
}

impl Publishers {
    /// The number of the update that was published last.
    pub(crate) fn said(&self) -> u64 {
        self.said
    }

    /// Publishes so many updates at once, each of another console; the number of the last.
    pub(crate) async fn publish(&mut self, many: usize) -> u64 {
        for _ in 0..many {
            self.said += 1;
            let text = match self.kind {
                Kind::Floor | Kind::Sends => told(self.said),
                Kind::Hub => a_millisecond_more(),
            };
            self.consoles[self.next].say(&frame(&text)).await;
            self.next = (self.next + 1) % self.consoles.len();
        }
        self.said
    }
}

/// What floor and sends tell everybody: as long as the picture of a hub's board, with the same number in it.
fn told(number: u64) -> String {
    let start = format!(r#"{{"t":"view","rev":{number},"added":{number},"more":""#);
    let more = "x".repeat(1024 - start.len() - 2);
    format!("{start}{more}\"}}")
}

fn a_millisecond_more() -> String {
    let (phase, reason) = (Phase::Presentation, "a bench".to_owned());
    asked(Wish::AddTime { project: PROJECT.into(), phase, ms: Ms(1), reason })
}

fn asked(wish: Wish) -> String {
    Ask::Wish { id: Uuid::new_v4(), wish }.encode()
}

/// The hub's program: that of this build, or the one that `--hub` names.
fn program() -> String {
    let mut args = std::env::args().skip_while(|it| it != "--hub").skip(1);
    args.next().unwrap_or_else(|| env!("CARGO_BIN_EXE_roadshow").to_owned())
}

/// Room A of the founding final with sixteen judges, and names so long that a board's picture has 1 KiB.
fn definition() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("sessions/additive-2026.toml")).unwrap();
    let text = text.replace("../rubrics", &format!("{}/rubrics", root.display()));
    let text = text.replacen(
        "Sample company E01",
        &format!("Sample company E01 {}", "x".repeat(PADDING)),
        1,
    );
    let judge = |n: usize| {
        format!(
            "[[rooms.judges]]\nid = \"A{n}\"\nname = {{ zh = \"评委 A{n} 席\", en = \"Judge A{n}\" }}\n\n"
        )
    };
    let present = (1..=JUDGES).take_while(|n| text.contains(&format!("id = \"A{n}\""))).count();
    let more: String = (present + 1..=JUDGES).map(judge).collect();
    let (before, behind) = text.split_once("[[rooms]]\nid = \"B\"").unwrap();
    format!("{before}{more}[[rooms]]\nid = \"B\"{behind}")
}
