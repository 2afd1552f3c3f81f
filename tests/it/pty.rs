//! The program in a real pseudo-terminal: a person's keys go in, and what they would see comes out.
//!
//! Nothing here sleeps: whoever waits is woken by what the program has written.

#[cfg(target_os = "linux")]
use std::{
    fs,
    path::{Path, PathBuf},
};
use std::{
    io::{Read, Write},
    num::NonZero,
    sync::{Arc, Condvar, Mutex},
    thread,
};

use portable_pty::{CommandBuilder, MasterPty, PtySize, native_pty_system};
use roadshow::{clock::Clock, contest::Ms};
use tempfile::TempDir;

#[cfg(unix)]
use crate::support::signal;
use crate::support::{LIMIT, starts_a_program};

/// What a terminal sends for keys that write nothing.
pub(crate) mod key {
    pub(crate) const ENTER: &str = "\r";
    pub(crate) const TAB: &str = "\t";
    pub(crate) const ESC: &str = "\x1b";
    pub(crate) const LEFT: &str = "\x1b[D";
    pub(crate) const RIGHT: &str = "\x1b[C";
    pub(crate) const CTRL_C: &str = "\x03";
    pub(crate) const F1: &str = "\x1bOP";
    pub(crate) const F2: &str = "\x1bOQ";
    pub(crate) const F3: &str = "\x1bOR";
    pub(crate) const F4: &str = "\x1bOS";
    pub(crate) const F5: &str = "\x1b[15~";
    pub(crate) const F7: &str = "\x1b[18~";
    pub(crate) const F8: &str = "\x1b[19~";
    pub(crate) const F9: &str = "\x1b[20~";
    pub(crate) const F10: &str = "\x1b[21~";
    pub(crate) const F12: &str = "\x1b[24~";
}

/// A terminal with the program in it, which is killed when this is dropped.
pub(crate) struct Screen {
    name: String,
    keyboard: Box<dyn Write + Send>,
    window: Box<dyn MasterPty + Send>,
    process: u32,
    glass: Arc<Glass>,
    /// Where the program keeps its log and its drafts.
    home: Arc<TempDir>,
    /// How many keys have been pressed.
    keys: usize,
    /// How often it was told where its cursor stands.
    answered: usize,
}

/// What has been seen, and a bell for whoever waits for more.
struct Glass {
    seen: Mutex<Seen>,
    more: Condvar,
}

struct Seen {
    parser: vt100::Parser,
    /// Everything the program has written.
    written: Vec<u8>,
    /// Every picture that differed from the one before; the last one is there now.
    pictures: Vec<String>,
    /// The exit code, once it has ended.
    exit: Option<u32>,
}

impl Screen {
    /// Runs the program with these arguments in a terminal of that size.
    pub(crate) fn open(arguments: &[&str], columns: u16, rows: u16) -> Self {
        Self::open_at(Arc::new(tempfile::tempdir().unwrap()), arguments, columns, rows)
    }

    /// Kills the program without a chance to tidy up.
    #[cfg(target_os = "linux")]
    pub(crate) fn kill(&self) {
        self.signal("KILL");
        self.wait(|seen| seen.exit);
    }

    /// Runs the program again for the same user, once it has been killed.
    #[cfg(target_os = "linux")]
    pub(crate) fn again(self, arguments: &[&str], columns: u16, rows: u16) -> Self {
        Self::open_at(Arc::clone(&self.home), arguments, columns, rows)
    }

    fn open_at(home: Arc<TempDir>, arguments: &[&str], columns: u16, rows: u16) -> Self {
        let pty = native_pty_system().openpty(size(columns, rows)).unwrap();
        let mut child = pty.slave.spawn_command(program(arguments, &home)).unwrap();
        drop(pty.slave);
        let mut output = pty.master.try_clone_reader().unwrap();
        let [columns, rows] = [columns, rows].map(|it| NonZero::new(it).unwrap());
        let parser = vt100::Parser::new(rows, columns, 0);
        let seen = Seen { parser, written: Vec::new(), pictures: Vec::new(), exit: None };
        let glass = Arc::new(Glass { seen: Mutex::new(seen), more: Condvar::new() });

        let process = child.process_id().unwrap();
        let watched = Arc::clone(&glass);
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            // Fails on Linux once the other end is closed.
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                watched.change(|seen| seen.take(&bytes[..count]));
            }
        });
        let watched = Arc::clone(&glass);
        thread::spawn(move || {
            let code = child.wait().unwrap().exit_code();
            watched.change(|seen| seen.exit = Some(code));
        });
        let keyboard = pty.master.take_writer().unwrap();
        let name = arguments.join(" ");
        Self { name, keyboard, window: pty.master, process, glass, home, keys: 0, answered: 0 }
    }

    /// Presses keys one after the other: characters as they are, others from [`key`].
    pub(crate) fn press(&mut self, keys: &str) {
        self.keys += if keys.starts_with('\x1b') { 1 } else { keys.chars().count() };
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
    }

    /// How many keys have been pressed since this was last asked.
    pub(crate) fn keys_pressed(&mut self) -> usize {
        std::mem::take(&mut self.keys)
    }

    /// Waits until the screen is as wanted; gives what it then shows.
    pub(crate) fn until(&self, wanted: impl Fn(&str) -> bool) -> String {
        self.wait(|seen| seen.pictures.last().filter(|text| wanted(text)).cloned())
    }

    /// Waits until the screen shows a text; gives everything it then shows.
    pub(crate) fn shows(&self, text: &str) -> String {
        self.wait(|seen| seen.pictures.last().filter(|shown| shown.contains(text)).cloned())
    }

    /// Waits until the screen shows a text no longer.
    pub(crate) fn hides(&self, text: &str) -> String {
        self.until(|shown| !shown.contains(text))
    }

    /// Waits until it asks where its cursor stands, once more than it was answered; gives what it has
    /// written on that line. `None` where it asks no more.
    pub(crate) fn asks_for_its_cursor(&mut self) -> Option<String> {
        const ASKED: &str = "\x1b[6n";
        let answered = self.answered;
        let line = self.wait(|seen| {
            let written = String::from_utf8_lossy(&seen.written).into_owned();
            let asked = written.match_indices(ASKED).nth(answered);
            match asked {
                Some((at, _)) => {
                    let before = written[..at].rsplit('\r').next().unwrap().to_owned();
                    Some(Some(before))
                }
                None if seen.exit.is_some() => Some(None),
                None => None,
            }
        });
        self.answered += 1;
        line
    }

    /// All that it has written.
    pub(crate) fn everything(&self) -> String {
        self.wait(|seen| Some(String::from_utf8_lossy(&seen.written).into_owned()))
    }

    /// Waits until a program that takes no screen has ended; gives its exit code.
    pub(crate) fn exited(&self) -> u32 {
        self.wait(|seen| seen.exit)
    }

    /// How many bytes with this value it has written so far.
    pub(crate) fn written(&self, byte: u8) -> usize {
        self.wait(|seen| Some(seen.count(byte)))
    }

    /// Waits until it has written so many bytes with this value.
    pub(crate) fn until_written(&self, byte: u8, times: usize) {
        self.wait(|seen| (times <= seen.count(byte)).then_some(()));
    }

    /// Where the program keeps what is its user's.
    #[cfg(target_os = "linux")]
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// All that the program has logged.
    #[cfg(target_os = "linux")]
    pub(crate) fn log(&self) -> String {
        let files = fs::read_dir(self.home.path().join("roadshow")).unwrap();
        let files = files.map(|it| it.unwrap().path());
        let logs = files.filter(|it| it.extension().is_some_and(|it| it == "log"));
        let text: String = logs.map(|it| fs::read_to_string(it).unwrap()).collect();
        assert!(text.contains("joined"), "{text}");
        text
    }

    /// Waits until what is kept in a folder of the user's state is as wanted. Nothing tells of a file,
    /// so this asks.
    #[cfg(target_os = "linux")]
    pub(crate) fn until_kept(&self, folder: &str, wanted: impl Fn(&str) -> bool) {
        let clock = Clock::system();
        let until = clock.now() + Ms(LIMIT.as_millis().try_into().unwrap());
        let kept = || {
            let files = fs::read_dir(self.home.path().join("roadshow").join(folder)).ok()?;
            let is_whole = |it: &PathBuf| it.extension().is_some_and(|it| it == "json");
            let mut files = files.map(|it| it.unwrap().path()).filter(is_whole);
            fs::read_to_string(files.next()?).ok()
        };
        while !kept().is_some_and(|text| wanted(&text)) {
            assert!(clock.now() < until, "{}: kept is {:?}", self.name, kept());
            thread::yield_now();
        }
    }

    /// Waits until two screens show the same. Nothing tells of both, so this asks.
    pub(crate) fn until_same(&self, other: &Self) {
        let clock = Clock::system();
        let until = clock.now() + Ms(LIMIT.as_millis().try_into().unwrap());
        loop {
            let [mine, theirs] =
                [self, other].map(|it| it.wait(|seen| seen.pictures.last().cloned()));
            if mine == theirs {
                return;
            }
            assert!(clock.now() < until, "{}:\n{mine}\nand anew:\n{theirs}", self.name);
            thread::yield_now();
        }
    }

    /// How many pictures there have been so far.
    pub(crate) fn pictures(&self) -> usize {
        self.wait(|seen| Some(seen.pictures.len()))
    }

    /// Stops the test if any picture so far has shown a text.
    pub(crate) fn never_showed(&self, text: &str) {
        self.never_showed_since(0, text);
    }

    /// Stops the test if any picture after so many has shown a text.
    pub(crate) fn never_showed_since(&self, pictures: usize, text: &str) {
        let seen = self.glass.seen.lock().unwrap();
        let mut since = seen.pictures.iter().skip(pictures);
        let found = since.find(|picture| picture.contains(text)).cloned();
        drop(seen);
        assert!(found.is_none(), "{} has shown {text}:\n{}", self.name, found.unwrap());
    }

    /// Clicks where a text is drawn; only ASCII may stand before it on its line.
    pub(crate) fn click(&mut self, text: &str) {
        let shown = self.shows(text);
        let (row, line) = shown.lines().enumerate().find(|(_, it)| it.contains(text)).unwrap();
        let column = line[..line.find(text).unwrap()].chars().count();
        let (column, row) = (column + 1, row + 1); // Terminals count from 1.
        self.press(&format!("\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m"));
    }

    /// Makes the window larger or smaller.
    pub(crate) fn resize(&self, columns: u16, rows: u16) {
        let [height, width] = [rows, columns].map(|it| NonZero::new(it).unwrap());
        self.glass.change(|seen| seen.parser.screen_mut().set_size(height, width));
        self.window.resize(size(columns, rows)).unwrap();
    }

    /// Sends the process a signal by its name.
    #[cfg(unix)]
    pub(crate) fn signal(&self, name: &str) {
        assert!(signal(name, self.process));
    }

    /// Waits until the program has ended and has given the terminal back; gives its exit code.
    pub(crate) fn ended(&self) -> u32 {
        self.wait(|seen| {
            let screen = seen.parser.screen();
            let left = seen.written.windows(8).any(|bytes| bytes == b"\x1b[?1049l");
            let has_mouse = screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None;
            let is_given_back =
                left && !screen.alternate_screen() && !screen.hide_cursor() && !has_mouse;
            seen.exit.filter(|_| is_given_back)
        })
    }

    fn wait<T>(&self, mut wanted: impl FnMut(&Seen) -> Option<T>) -> T {
        let mut found = None;
        let seen = self.glass.seen.lock().unwrap();
        let (seen, _) = self
            .glass
            .more
            .wait_timeout_while(seen, LIMIT, |seen| {
                found = wanted(seen);
                found.is_none()
            })
            .unwrap();
        let (exit, shown) = (seen.exit, shown(&seen.parser));
        drop(seen);
        found.unwrap_or_else(|| panic!("{}: exit {exit:?}, in vain on:\n{shown}", self.name))
    }
}

/// Elsewhere the program ends with its terminal.
#[cfg(unix)]
impl Drop for Screen {
    fn drop(&mut self) {
        if self.glass.seen.lock().is_ok_and(|seen| seen.exit.is_none()) {
            let _ = signal("KILL", self.process); // It may just have ended.
        }
    }
}

impl Glass {
    fn change(&self, change: impl FnOnce(&mut Seen)) {
        change(&mut self.seen.lock().unwrap());
        self.more.notify_all();
    }
}

impl Seen {
    fn count(&self, byte: u8) -> usize {
        self.written.split(|it| *it == byte).count() - 1
    }

    fn take(&mut self, bytes: &[u8]) {
        self.written.extend_from_slice(bytes);
        self.parser.process(bytes);
        let text = shown(&self.parser);
        if self.pictures.last() != Some(&text) {
            self.pictures.push(text);
        }
    }
}

/// The exit code of the program when its window is closed as soon as it has something to show.
#[cfg(unix)]
pub(crate) fn closed(arguments: &[&str]) -> u32 {
    let pty = native_pty_system().openpty(size(80, 24)).unwrap();
    let home = tempfile::tempdir().unwrap();
    let mut child = pty.slave.spawn_command(program(arguments, &home)).unwrap();
    drop(pty.slave);
    let mut output = pty.master.try_clone_reader().unwrap();
    let (mut written, mut bytes) = (Vec::new(), [0; 4096]);
    while !String::from_utf8_lossy(&written).contains("online") {
        let count = output.read(&mut bytes).unwrap();
        written.extend_from_slice(&bytes[..count]);
    }
    drop((output, pty.master));
    child.wait().unwrap().exit_code()
}

/// What a person sees: lines without the blanks at their ends.
fn shown(parser: &vt100::Parser) -> String {
    let screen = parser.screen();
    let lines: Vec<String> = if screen.alternate_screen() {
        (0..screen.size().0.get()).map(|row| line(screen, row)).collect()
    } else {
        screen.contents().lines().map(str::to_owned).collect()
    };
    let lines: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
    lines.join("\n").trim_end_matches('\n').to_owned()
}

/// A row of a screen. In one without words, blanks on another ground than its end are large digits.
fn line(screen: &vt100::Screen, row: u16) -> String {
    let columns = screen.size().1.get();
    let text = screen.rows(0, columns).nth(row.into()).unwrap();
    if text.contains(char::is_alphanumeric) {
        return text;
    }
    let cells: Vec<_> = (0..columns).map(|column| screen.cell(row, column).unwrap()).collect();
    let ground = cells.last().unwrap().bgcolor();
    let seen = |cell: &&vt100::Cell| match cell.contents().trim() {
        "" if cell.bgcolor() == ground => " ".to_owned(),
        "" => "█".to_owned(),
        text => text.to_owned(),
    };
    cells.iter().map(seen).collect()
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, ..PtySize::default() }
}

/// The program with nothing of this machine's: its own home, and a terminal that every system has.
fn program(arguments: &[&str], home: &TempDir) -> CommandBuilder {
    starts_a_program();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_roadshow"));
    command.args(arguments);
    command.env("LC_ALL", "C.UTF-8");
    command.env("TERM", "xterm-256color");
    for folder in ["HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"] {
        command.env(folder, home.path());
    }
    command.env("ROADSHOW_LOG", "trace");
    command.env_remove("NO_COLOR");
    command
}
