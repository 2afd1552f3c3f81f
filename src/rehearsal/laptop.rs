//! A laptop that a hub runs on: a folder of its own, and the real program as a process of its own.
//!
//! What always holds, and the test that guards it: however this program ends, none of its hubs outlives it
//! (`no_hub_outlives_a_rehearsal`): a hub ends when nobody holds the other end of its stdin any more.

use std::{
    fs::{self, File},
    future::pending,
    io,
    net::SocketAddr,
    path::PathBuf,
    process::Stdio,
    time::Duration,
};

use serde::Deserialize;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, BufReader},
    process::{Child, ChildStdin, Command},
    time::{sleep, timeout},
};

use crate::protocol::JoinLink;

/// What the journal is called on every laptop, and so in the folder of copies.
pub(super) const JOURNAL: &str = "rehearsal.journal";

/// How long a hub may take to open, and to close in order.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often it is tried to open, where its port may be taken for a moment.
const TRIES: usize = 3;
const BETWEEN_TRIES: Duration = Duration::from_millis(300);

/// What all laptops of a rehearsal have in common.
#[derive(Debug, Clone)]
pub(super) struct Supplies {
    pub(super) program: PathBuf,
    pub(super) session: PathBuf,
    pub(super) speed: u32,
    pub(super) encrypted: bool,
    /// Where everything of this rehearsal lies.
    pub(super) folder: PathBuf,
}

/// A laptop with a hub on it, or without one.
#[derive(Debug)]
pub(super) struct Laptop {
    supplies: Supplies,
    folder: PathBuf,
    /// The copy that it begins with.
    from_copy: Option<PathBuf>,
    /// Where its hub listens, once it has.
    address: Option<SocketAddr>,
    starts: usize,
    hub: Option<Hub>,
}

/// A hub's process, and where it logs.
#[derive(Debug)]
struct Hub {
    process: Child,
    /// Open for as long as the hub is to run. (To wait for a child closes what is still in it.)
    held: Option<ChildStdin>,
    log: PathBuf,
}

/// Why no hub is open.
#[derive(Debug, thiserror::Error)]
pub enum NoHub {
    /// Its files or its process.
    #[error("the hub cannot be run: {0}")]
    System(#[from] io::Error),
    /// It has ended, and said why.
    #[error("the hub has ended: {0}")]
    Ended(String),
    /// It does not open, or does not close.
    #[error("the hub takes too long")]
    Late,
    /// Its links cannot be read.
    #[error("the hub's links cannot be read")]
    Links,
}

#[derive(Deserialize)]
struct Row {
    link: String,
}

impl Supplies {
    /// Where copies go.
    pub(super) fn stick(&self) -> PathBuf {
        self.folder.join("copies")
    }

    /// The newest copy.
    pub(super) fn copy(&self) -> PathBuf {
        self.stick().join(JOURNAL)
    }
}

impl Laptop {
    /// The laptop of this number, on which nothing runs yet.
    pub(super) fn new(
        supplies: &Supplies,
        number: usize,
        from_copy: Option<PathBuf>,
    ) -> io::Result<Self> {
        let folder = supplies.folder.join(format!("laptop-{number}"));
        fs::create_dir_all(&folder)?;
        let supplies = supplies.clone();
        Ok(Self { supplies, folder, from_copy, address: None, starts: 0, hub: None })
    }

    /// Its journal.
    pub(super) fn journal(&self) -> PathBuf {
        self.folder.join(JOURNAL)
    }

    /// Where its hub listens.
    pub(super) fn address(&self) -> Option<SocketAddr> {
        self.address
    }

    /// Whether a hub is open on it.
    pub(super) fn is_open(&self) -> bool {
        self.hub.is_some()
    }

    /// Opens the hub, again at the address where it was.
    pub(super) async fn open(&mut self) -> Result<(), NoHub> {
        let mut tries = 0;
        loop {
            tries += 1;
            match self.try_to_open().await {
                Err(NoHub::Ended(_)) if tries < TRIES => sleep(BETWEEN_TRIES).await,
                Err(why) => return Err(why),
                Ok(()) => break,
            }
        }
        let links = self.links()?;
        let (host, port) = links.first().ok_or(NoHub::Links)?.at.hub.target();
        self.address = format!("{host}:{port}").parse().ok();
        self.from_copy = None; // It has its own journal now.
        Ok(())
    }

    async fn try_to_open(&mut self) -> Result<(), NoHub> {
        let listen = self.address.map_or("127.0.0.1:0".to_owned(), |it| it.to_string());
        let mut hub = self.spawn(&listen, "links.json")?;
        match timeout(PATIENCE, hub.says_something()).await {
            Ok(true) => {
                self.hub = Some(hub);
                Ok(())
            }
            Ok(false) => Err(NoHub::Ended(hub.last_words().await)),
            Err(_) => Err(NoHub::Late),
        }
    }

    /// Tries to open a second hub on the same journal; what it said, where it was refused as it must be.
    pub(super) async fn open_a_second(&mut self) -> Result<Option<String>, NoHub> {
        let mut hub = self.spawn("127.0.0.1:0", "second-links.json")?;
        match timeout(PATIENCE, hub.says_something()).await {
            Ok(true) => Ok(None), // It dies when it is dropped.
            Ok(false) => Ok(Some(hub.last_words().await)),
            Err(_) => Err(NoHub::Late),
        }
    }

    fn spawn(&mut self, listen: &str, links: &str) -> Result<Hub, NoHub> {
        self.starts += 1;
        let log = self.folder.join(format!("hub-{:02}.log", self.starts));
        let Supplies { program, session, speed, encrypted, .. } = &self.supplies;
        let mut command = Command::new(program);
        command.arg("rehearse").arg(session).arg("--attended");
        command.args(["--speed", &speed.to_string(), "--listen", listen]);
        command.arg("--data").arg(self.journal()).arg("--links").arg(self.folder.join(links));
        command.arg("--copies").arg(self.supplies.stick());
        command.arg(if *encrypted { "--tls" } else { "--plain" });
        if let Some(copy) = &self.from_copy {
            command.arg("--from-copy").arg(copy);
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(File::create(&log)?);
        command.kill_on_drop(true);
        // A key that interrupts this program is for this program to act on.
        #[cfg(unix)]
        command.process_group(0);
        let mut process = command.spawn()?;
        Ok(Hub { held: process.stdin.take(), process, log })
    }

    /// The links as the hub wrote them.
    pub(super) fn links(&self) -> Result<Vec<JoinLink>, NoHub> {
        let text = fs::read_to_string(self.folder.join("links.json"))?;
        let rows: Vec<Row> = serde_json::from_str(&text).map_err(|_| NoHub::Links)?;
        rows.iter().map(|row| row.link.parse().map_err(|_| NoHub::Links)).collect()
    }

    /// Waits for as long as the hub runs, which it does until it is told to end; then what it said last.
    /// Where no hub is open it waits for ever. It can be given up at any time.
    pub(super) async fn breaks_down(&mut self) -> NoHub {
        let Some(hub) = &mut self.hub else { return pending().await };
        let _ = hub.process.wait().await;
        let said = hub.last_words().await;
        self.hub = None;
        NoHub::Ended(said)
    }

    /// Kills the hub, as a crash or a pulled plug would. One that has ended by itself was not meant to.
    pub(super) async fn kill(&mut self) -> Result<(), NoHub> {
        let Some(mut hub) = self.hub.take() else { return Ok(()) };
        if hub.process.try_wait()?.is_some() {
            return Err(NoHub::Ended(hub.last_words().await));
        }
        Ok(hub.process.kill().await?)
    }

    /// Lets the hub close in order.
    pub(super) async fn close(&mut self) -> Result<(), NoHub> {
        let Some(mut hub) = self.hub.take() else { return Ok(()) };
        hub.held = None;
        let ended = timeout(PATIENCE, hub.process.wait()).await.map_err(|_| NoHub::Late)??;
        if ended.success() { Ok(()) } else { Err(NoHub::Ended(hub.last_words().await)) }
    }
}

impl Hub {
    /// Waits until it says that it is open, which it does at once and when everything is ready; `false` when
    /// it ends first. What else it says is read, so that it does not have to wait for anybody.
    async fn says_something(&mut self) -> bool {
        let Some(said) = self.process.stdout.take() else { return false };
        let mut said = BufReader::new(said);
        let is_open = said.fill_buf().await.is_ok_and(|said| !said.is_empty());
        tokio::spawn(async move {
            let mut rest = Vec::new();
            while said.read_buf(&mut rest).await.is_ok_and(|length| 0 < length) {
                rest.clear();
            }
        });
        is_open
    }

    /// What it said last, once it has ended; of one that said nothing, how it ended.
    async fn last_words(&mut self) -> String {
        let ended = self.process.wait().await.map(|it| it.to_string()).unwrap_or_default();
        let said = fs::read_to_string(&self.log).unwrap_or_default();
        let last = said.lines().rfind(|line| !line.trim().is_empty());
        last.map_or(ended, ToOwned::to_owned)
    }
}
