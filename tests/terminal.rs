//! The terminal is given back whatever happens, seen from a real pseudo-terminal: each test runs one
//! of the ignored ones below as a program in it.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{
    env,
    future::pending,
    hint,
    io::{Read, Write},
    num::NonZero,
    process,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use ratatui::{
    buffer::Buffer,
    crossterm::event::{KeyCode, KeyEvent},
    layout::{Position, Rect},
    text::Line,
    widgets::Widget,
};
use roadshow::{
    client::{Client, News},
    clock::Clock,
    contest::{At, Ms},
    tui::{
        Effect, Scene, Screen,
        board::BoardScreen,
        keys::HelpRow,
        run::{Manner, NoGuide, Speech, Station, Stations},
        terminal::{Terminal, TerminalError},
        theme::Look,
    },
    words::Words,
};
use tokio::{
    sync::{Notify, mpsc},
    time::timeout,
};

/// Runs a program of this file in a terminal; gives what it wrote.
fn in_a_terminal(program: &str) -> String {
    in_a_terminal_with_keys("", program)
}

/// The same where these keys have been pressed before it begins.
fn in_a_terminal_with_keys(keys: &str, program: &str) -> String {
    let pty =
        native_pty_system().openpty(PtySize { rows: 24, cols: 80, ..<_>::default() }).unwrap();
    let mut keyboard = pty.master.take_writer().unwrap();
    keyboard.write_all(keys.as_bytes()).unwrap();
    let mut command = CommandBuilder::new(env::current_exe().unwrap());
    command.env("RUST_BACKTRACE", "0"); // The message is what is looked for.
    command.args(["--exact", program, "--ignored", "--nocapture"]);
    let mut child = pty.slave.spawn_command(command).unwrap();
    drop(pty.slave);
    let mut out = pty.master.try_clone_reader().unwrap();
    let reader = thread::spawn(move || {
        let mut written = Vec::new();
        let _ = out.read_to_end(&mut written); // Fails on Linux once the other end is closed.
        written
    });
    child.wait().unwrap();
    String::from_utf8_lossy(&reader.join().unwrap()).into_owned()
}

/// What the terminal shows after those writings.
fn seen(written: &str) -> vt100::Parser {
    let mut parser = vt100::Parser::new(NonZero::new(24).unwrap(), NonZero::new(80).unwrap(), 0);
    parser.process(written.as_bytes());
    parser
}

#[test]
fn a_screen_leaves_the_terminal_as_it_was() {
    let written = in_a_terminal("program_that_draws");
    let entered = &written[..written.find("\x1b[?1049l").unwrap()];
    assert!(seen(entered).screen().contents().contains("增材制造"), "{written:?}");

    let after = seen(&written);
    assert!(!after.screen().alternate_screen() && !after.screen().bracketed_paste());
    assert!(!after.screen().hide_cursor() && !after.screen().contents().contains("增材制造"));
}

#[test]
fn the_mouse_is_given_back_too() {
    for program in ["program_that_draws_with_the_mouse", "program_that_panics_with_the_mouse"] {
        let written = in_a_terminal(program);
        let entered = &written[..written.find("\x1b[?1049l").unwrap()];
        assert!(entered.contains("\x1b[?1000h"), "{written:?}");
        let mode = seen(&written).screen().mouse_protocol_mode();
        assert_eq!(mode, vt100::MouseProtocolMode::None, "{program}");
    }
}

/// Movements would be an event each.
#[test]
fn the_mouse_tells_of_clicks_and_not_of_movements() {
    let written = in_a_terminal("program_that_draws_with_the_mouse");
    let taken = &written[..written.find("mouse").unwrap()];
    let mode = seen(taken).screen().mouse_protocol_mode();
    assert_eq!(mode, vt100::MouseProtocolMode::PressRelease);
}

#[test]
fn a_panic_on_any_thread_gives_the_terminal_back() {
    let written = in_a_terminal("program_that_panics_elsewhere");
    let after = seen(&written);
    assert!(!after.screen().alternate_screen(), "{written:?}");
    assert!(after.screen().contents().contains("the desk fell over"), "{written:?}");
    assert!(after.screen().contents().contains("drawing failed: true"), "{written:?}");
}

/// A panic in a task is kept by the runtime; the screen must end all the same, also one that sleeps.
#[test]
fn a_panic_in_the_task_of_a_link_ends_the_screen() {
    let written = in_a_terminal("program_whose_link_panics");
    let after = seen(&written);
    assert!(!after.screen().alternate_screen(), "{written:?}");
    assert!(after.screen().contents().contains("the link fell over"), "{written:?}");
    assert!(after.screen().contents().contains("the screen failed: true"), "{written:?}");
}

/// Otherwise it would be seen with whatever comes next, which may take a long time.
#[test]
fn what_changes_while_a_frame_is_drawn_is_in_the_next_frame() {
    let written = in_a_terminal("program_that_draws_slowly");
    assert!(written.contains("the change was drawn: true"), "{written:?}");
}

/// The frame after the first has all of them, or nearly: a frame for each would lag behind fast fingers.
#[test]
fn keys_that_wait_together_are_one_frame() {
    let written = in_a_terminal_with_keys("85987q", "program_that_counts_frames");
    let (_, frames) = written.split_once("frames before the last of 6 keys: ").unwrap();
    let frames: usize = frames.lines().next().unwrap().trim().parse().unwrap();
    assert!((1..6).contains(&frames), "{frames}"); // A machine with other work may need a few.
}

#[test]
fn without_a_terminal_nothing_is_entered() {
    let output = process::Command::new(env::current_exe().unwrap())
        .args(["--exact", "program_without_a_terminal", "--ignored", "--nocapture"])
        .stdin(process::Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("refused: true") && !said.contains('\x1b'), "{said}");
}

fn draw_with_the_mouse() -> Terminal {
    let mut terminal = Terminal::enter("roadshow").unwrap();
    terminal.take_mouse(true).unwrap();
    terminal
        .draw(|area, buf| {
            Line::raw("with the mouse").render(area, buf);
            None
        })
        .unwrap();
    terminal
}

#[test]
#[ignore = "a program that another test runs"]
fn program_that_draws_with_the_mouse() {
    drop(draw_with_the_mouse());
}

#[test]
#[ignore = "a program that another test runs"]
fn program_that_panics_with_the_mouse() {
    let mut terminal = draw_with_the_mouse();
    let _ = thread::spawn(|| panic!("the desk fell over")).join();
    terminal.take_mouse(true).unwrap(); // A frame that was on its way.
}

#[test]
#[ignore = "a program that another test runs"]
fn program_that_draws() {
    let mut terminal = Terminal::enter("roadshow").unwrap();
    terminal
        .draw(|area, buf| {
            Line::raw("增材制造").render(area, buf);
            None
        })
        .unwrap();
}

#[test]
#[ignore = "a program that another test runs"]
fn program_that_panics_elsewhere() {
    let mut terminal = Terminal::enter("roadshow").unwrap();
    let fallen = thread::spawn(|| panic!("the desk fell over")).join();
    assert!(fallen.is_err());
    println!("drawing failed: {}", terminal.draw(|_, _| None).is_err());
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "a program that another test runs"]
async fn program_whose_link_panics() {
    let mut terminal = Terminal::enter("roadshow").unwrap();
    let (news, told) = mpsc::channel(1);
    tokio::spawn(async move {
        let _told_by_this = news;
        panic!("the link fell over");
    });
    let station = alone(BoardScreen::new(), Clock::system(), told);
    let ended = Stations::new(vec![station], NoGuide, manner()).run(&mut terminal, pending()).await;
    drop(terminal);
    println!("the screen failed: {}", ended.is_err());
}

/// A screen whose hub is not there, and which hears what it is told here.
fn alone(screen: impl Screen + 'static, clock: Clock, told: mpsc::Receiver<News>) -> Station {
    let link = "roadshow://127.0.0.1:1/A/board/0".parse().unwrap();
    let (client, _) = Client::join(link, clock);
    Station::new(Box::new(screen), (client, told))
}

fn manner() -> Manner {
    let (look, speech) = (Look::Dark, Speech::OfSession);
    Manner { look, colours: true, speech, sound: false, sounder: None }
}

/// A screen on which one thing changes by itself, while its first frame is being drawn.
struct Slow {
    clock: Clock,
    changes: At,
    drawn: Arc<Notify>,
}

impl Screen for Slow {
    fn hear(&mut self, _: &News, _: At) -> Vec<Effect> {
        Vec::new()
    }

    fn press(&mut self, _: KeyEvent, _: At) -> Vec<Effect> {
        Vec::new()
    }

    fn help(&self, _: &Words) -> Vec<HelpRow> {
        Vec::new()
    }

    fn draw(&self, scene: &Scene<'_>, _: Rect, _: &mut Buffer) -> Option<Position> {
        if self.changes <= scene.now {
            self.drawn.notify_one();
        }
        while self.clock.now() < self.changes {
            hint::spin_loop();
        }
        None
    }

    fn next_change(&self, now: At) -> Option<At> {
        Some(self.changes).filter(|changes| now < *changes)
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "a program that another test runs"]
async fn program_that_draws_slowly() {
    let mut terminal = Terminal::enter("roadshow").unwrap();
    let (clock, drawn) = (Clock::system(), Arc::new(Notify::new()));
    let (_no_news, told) = mpsc::channel(1);
    let changes = clock.now() + Ms(200);
    let screen = Slow { clock: clock.clone(), changes, drawn: Arc::clone(&drawn) };
    let station = alone(screen, clock, told);
    let (mut is_drawn, limit) = (false, Duration::from_secs(5));
    let stop = async { is_drawn = timeout(limit, drawn.notified()).await.is_ok() };
    Stations::new(vec![station], NoGuide, manner()).run(&mut terminal, stop).await.unwrap();
    drop(terminal);
    println!("the change was drawn: {is_drawn}");
}

/// A screen that counts, and closes by `q`.
#[derive(Default)]
struct Counted {
    keys: Arc<AtomicUsize>,
    frames: Arc<AtomicUsize>,
}

impl Screen for Counted {
    fn hear(&mut self, _: &News, _: At) -> Vec<Effect> {
        Vec::new()
    }

    fn press(&mut self, key: KeyEvent, _: At) -> Vec<Effect> {
        self.keys.fetch_add(1, Ordering::SeqCst);
        if key.code == KeyCode::Char('q') { vec![Effect::Quit] } else { Vec::new() }
    }

    fn help(&self, _: &Words) -> Vec<HelpRow> {
        Vec::new()
    }

    fn draw(&self, _: &Scene<'_>, _: Rect, _: &mut Buffer) -> Option<Position> {
        self.frames.fetch_add(1, Ordering::SeqCst);
        None
    }

    fn next_change(&self, _: At) -> Option<At> {
        None
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "a program that another test runs"]
async fn program_that_counts_frames() {
    let mut terminal = Terminal::enter("roadshow").unwrap();
    let (_no_news, told) = mpsc::channel(1);
    let counted = Counted::default();
    let (keys, frames) = (Arc::clone(&counted.keys), Arc::clone(&counted.frames));
    let station = alone(counted, Clock::system(), told);
    let stations = Stations::new(vec![station], NoGuide, manner());
    stations.run(&mut terminal, pending()).await.unwrap();
    drop(terminal);
    let [keys, frames] = [keys, frames].map(|it| it.load(Ordering::SeqCst));
    println!("frames before the last of {keys} keys: {frames}");
}

#[test]
#[ignore = "a program that another test runs"]
fn program_without_a_terminal() {
    let refused = matches!(Terminal::enter("roadshow"), Err(TerminalError::NotATerminal));
    println!("refused: {refused}");
}
