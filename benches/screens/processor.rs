//! The processor's time that the program takes in a real terminal: of a console, a timer and a board, while
//! nothing counts and while the clock does.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use super::table::Table;

const SEATS: [&str; 3] = ["A/host", "A/timer", "A/board"];
const SPAN: Duration = Duration::from_secs(15);

/// Watches screens for a while, before and after the clock is started.
pub(crate) fn watch() {
    let folder = tempfile::tempdir().unwrap();
    let links = folder.path().join("links.json");
    let mut hub = Command::new(env!("CARGO_BIN_EXE_roadshow"));
    hub.args(["hub", "sessions/additive-2026.toml", "--listen", "127.0.0.1:0", "--links"]);
    hub.arg(&links).arg("--data").arg(folder.path().join("journal"));
    let mut hub = Hub(hub.stdout(Stdio::piped()).spawn().unwrap());
    let mut printed = BufReader::new(hub.0.stdout.take().unwrap()).lines();
    let is_open = printed.any(|line| line.is_ok_and(|line| line.contains("A/timer")));
    assert!(is_open, "the hub prints its links");
    thread::spawn(move || printed.for_each(drop)); // A full pipe would stop the hub.
    let links = fs::read_to_string(&links).unwrap();
    let link = |seat: &str| {
        let is_of = |it: &&str| it.starts_with("roadshow://") && it.contains(&format!("/{seat}/"));
        links.split('"').find(is_of).unwrap().to_owned()
    };
    let mut screens = SEATS.map(|seat| Screen::open(&link(seat)));
    thread::sleep(Duration::from_secs(12)); // Hints of the first seconds go.
    let idle = spent(&screens);
    for _ in 0..2 {
        screens[0].keys.write_all(b"\r").unwrap();
        thread::sleep(Duration::from_secs(1));
    }
    let counting = spent(&screens);
    let heads = ["processor, 200×50 (goal: 0.2 % of a core)", "nothing counts", "the clock counts"];
    let mut told = Table::new("processor", &heads);
    for (at, seat) in SEATS.into_iter().enumerate() {
        told.row([seat.to_owned(), idle[at].clone(), counting[at].clone()]);
    }
    told.tell();
}

/// What each screen takes for a while, of a core.
fn spent(screens: &[Screen; 3]) -> [String; 3] {
    let before = screens.each_ref().map(Screen::spent);
    thread::sleep(SPAN);
    let after = screens.each_ref().map(Screen::spent);
    [0, 1, 2].map(|at| {
        let hundredths = u128::from(after[at] - before[at]) * 10_000 / SPAN.as_nanos();
        format!("{}.{:02} %", hundredths / 100, hundredths % 100)
    })
}

struct Hub(Child);

impl Drop for Hub {
    fn drop(&mut self) {
        let _ = self.0.kill(); // It may have ended.
        let _ = self.0.wait();
    }
}

struct Screen {
    process: u32,
    keys: Box<dyn Write + Send>,
    child: Box<dyn portable_pty::Child + Send + Sync>,
}

impl Screen {
    fn open(link: &str) -> Self {
        let size = PtySize { rows: 50, cols: 200, ..PtySize::default() };
        let pty = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_roadshow"));
        command.args(["join", link, "--quiet"]);
        command.env("TERM", "xterm-256color");
        let child = pty.slave.spawn_command(command).unwrap();
        let mut output = pty.master.try_clone_reader().unwrap();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(1..) = output.read(&mut bytes) {}
        });
        let keys = pty.master.take_writer().unwrap();
        std::mem::forget(pty.master); // The window stays open until the bench ends.
        Self { process: child.process_id().unwrap(), keys, child }
    }

    /// Nanoseconds of all its threads so far.
    fn spent(&self) -> u64 {
        let tasks = fs::read_dir(format!("/proc/{}/task", self.process)).unwrap();
        let spent = |path| fs::read_to_string(path).unwrap_or_default();
        tasks
            .map(|task| spent(task.unwrap().path().join("schedstat")))
            .filter_map(|text| text.split(' ').next()?.parse::<u64>().ok())
            .sum()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.child.kill(); // It may have ended.
    }
}
