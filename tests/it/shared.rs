//! What every screen has, in real terminals: the menu, the language, the look, the bell, any size.

use std::{
    fs,
    path::{Path, PathBuf},
};

use roadshow::{clock::Clock, contest::Ms};

use crate::{
    pty::{Screen, key},
    support::{HubProcess, session},
};

const SEATS: [&str; 5] = ["A/host", "A/judge/A1", "A/board", "A/timer", "supervisor"];

/// Those that two terminals may have at the same time.
const SHARED: [&str; 4] = ["A/control", "A/board", "A/timer", "A/clerk"];

/// The terminal's bell.
const BEL: u8 = 7;

/// The same byte ends the title of the window.
const TITLE: usize = 1;

fn open(hub: &HubProcess, seat: &str, more: &[&str]) -> Screen {
    let link = hub.link(seat).to_string();
    Screen::open(&[&["join", &link, "--lang", "en"], more].concat(), 100, 30)
}

/// Takes the next step of the agenda, which is on the console under that name.
fn step(host: &mut Screen, what: &str) {
    host.until(|text| text.contains(&format!(" Enter  {what}")) && !text.contains("sending:"));
    host.press(key::ENTER);
    host.until(|text| text.contains("recorded, no. ") && text.contains(&format!(": {what}")));
}

#[test]
fn every_screen_changes_language_and_look_by_a_key() {
    let hub = HubProcess::start("tryout.toml");
    for seat in SEATS {
        let mut screen = open(&hub, seat, &[]);
        screen.shows("● online");
        screen.press(key::F12);
        screen.shows("● 已连接");
        screen.press(key::F12);
        screen.shows("● online");
        screen.press(key::F8);
        screen.shows("Look: light");
        screen.press(key::F8);
        screen.shows("Look: plain");
        screen.shows("* online");
    }
}

#[test]
fn ascii_is_the_plain_look() {
    let hub = HubProcess::start("tryout.toml");
    let timer = open(&hub, "A/timer", &["--ascii"]);
    assert!(timer.shows("* online").is_ascii());
}

#[test]
fn the_menu_does_what_is_chosen_from_it() {
    let hub = HubProcess::start("tryout.toml");
    let mut host = open(&hub, "A/host", &[]);
    host.shows(" Enter  call up E01");
    host.press("?");
    host.shows("any key closes this");
    host.press(key::F9); // The help gives way, and takes nothing that is chosen.
    host.shows("Menu: what can be done now");
    host.press("next step");
    host.shows("Find next step");
    host.press(key::ENTER);
    host.shows(" Enter  start the presentation clock, E01");
    // The clock does not run yet, so there is nothing to pause; in Chinese, because either will do.
    host.press(key::F9);
    host.shows("Menu");
    host.press("暂停");
    host.shows("there is nothing like it");
    host.press(key::ESC);
    host.hides("Menu");
}

#[test]
fn a_key_that_closes_the_help_does_nothing_else() {
    let hub = HubProcess::start("tryout.toml");
    let mut host = open(&hub, "A/host", &[]);
    host.shows(" Enter  call up E01");
    host.press("?");
    host.shows("any key closes this");
    host.press(key::F12); // The help stays, in the other language.
    host.shows("按任意键关闭");
    host.press(key::ENTER);
    host.hides("按任意键关闭");
    host.press(key::F12);
    host.shows(" Enter  call up E01");
    host.press("?");
    host.shows("any key closes this");
    host.press(key::CTRL_C); // It is the way out of everything.
    host.until(|text| !text.contains("any key closes this") && text.contains("Close"));
}

#[test]
fn a_key_that_is_none_says_where_the_others_are() {
    let hub = HubProcess::start("tryout.toml");
    for seat in SEATS {
        let mut screen = open(&hub, seat, &[]);
        screen.shows("● online");
        screen.press("$");
        screen.shows("The key $ does nothing here; ? lists all keys, F9 what can be done now");
        screen.press("?");
        screen.hides("does nothing here");
        screen.shows("language zh/en");
    }
}

/// The last size is the one that counts, however many came before it and whatever came meanwhile: the
/// screen then shows what one shows that has only ever had that size, to the second.
#[test]
fn a_storm_of_sizes_while_the_clock_runs_ends_in_a_whole_picture() {
    let hub = HubProcess::start("tryout.toml");
    let mut host = open(&hub, "A/control", &[]);
    let mut screens = SHARED.map(|seat| open(&hub, seat, &[]));
    step(&mut host, "call up E01");
    step(&mut host, "start the presentation clock, E01");
    for (nth, sizes) in storm().enumerate() {
        for screen in &screens {
            resize(screen, sizes);
        }
        if nth % 8 == 0 {
            change_time(&mut host, "]", "give E01 10 s more");
        }
    }
    let fresh = SHARED.map(|seat| open(&hub, seat, &[]));
    for (screen, fresh) in screens.iter_mut().zip(&fresh) {
        screen.resize(100, 30);
        screen.press("?");
        screen.shows("any key closes this");
        screen.press("?");
        fresh.until(|text| text.contains("E01") && text.contains("● online"));
        screen.until_same(fresh);
    }
}

/// A seat that only one terminal may have is compared with what it was before, so nothing may count.
#[test]
fn a_storm_of_sizes_leaves_a_sheet_and_the_supervisor_as_they_were() {
    let hub = HubProcess::start("tryout.toml");
    let mut host = open(&hub, "A/host", &[]);
    step(&mut host, "call up E01");
    for (seat, last) in [("A/judge/A1", "Ctrl-R recuse"), ("supervisor", "Right project after")] {
        let mut screen = open(&hub, seat, &[]);
        screen.until(|text| text.contains("E01") && text.contains("● online"));
        screen.press(key::F12); // Every row changes, the last one last.
        screen.hides(last);
        screen.press(key::F12);
        let before = screen.shows(last);
        for sizes in storm() {
            resize(&screen, sizes);
        }
        screen.resize(100, 30);
        screen.until(|text| text == before);
    }
}

/// Windows from tiny to huge and from huge to tiny, one after the other.
fn storm() -> impl Iterator<Item = [(u16, u16); 2]> {
    (0..25).map(|nth| [(10 + nth * 12, 3 + nth * 3), (300 - nth * 12, 90 - nth * 3)])
}

fn resize(screen: &Screen, sizes: [(u16, u16); 2]) {
    for (columns, rows) in sizes {
        screen.resize(columns, rows);
    }
}

/// The seconds that the words about a lost link say it has been lost for.
fn age(text: &str) -> Option<u32> {
    text.split_once("link lost for ")?.1.split_once(" s")?.0.parse().ok()
}

/// What a screen shows besides the words about the link: of that, only a countdown moves by itself.
fn besides(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.contains("lost")).collect()
}

/// The promise is three seconds; two more are for a loaded machine.
#[test]
fn a_lost_link_says_whose_clock_goes_on() {
    let mut hub = HubProcess::start("tryout.toml");
    let screens = SEATS.map(|seat| open(&hub, seat, &[]));
    let mut host = open(&hub, "A/control", &[]);
    step(&mut host, "call up E01");
    step(&mut host, "start the presentation clock, E01");
    for screen in &screens {
        screen.until(|text| text.contains("E01") && text.contains("presentation"));
    }
    let clock = Clock::system();
    let killed = clock.now();
    hub.kill();
    let own = "countdowns go on by this computer's clock";
    let lost =
        screens.each_ref().map(|it| it.until(|text| text.contains(own) && age(text).is_some()));
    assert!(clock.now() - killed < Ms::seconds(3 + 2));
    for (screen, then) in screens.iter().zip(&lost) {
        screen.until(|text| age(then) < age(text) && besides(then) != besides(text));
    }
    let seen = screens.each_ref().map(Screen::pictures);
    hub.restart();
    for (screen, seen) in screens.iter().zip(seen) {
        let back = |text: &str| text.contains("● online") && !text.contains(own);
        let text = screen.until(|text| back(text) && age(text).is_none());
        assert!(text.contains("E01") && text.contains("presentation"), "{text}");
        for earlier in ["Welcome", "Waiting for", "called up", "ready"] {
            screen.never_showed_since(seen, earlier);
        }
    }
}

#[test]
fn the_bell_rings_in_the_terminal_and_in_a_command() {
    let short = tempfile::tempdir().unwrap();
    let hub = HubProcess::start(short_of_time(short.path()).to_str().unwrap());
    let mut host = open(&hub, "A/host", &[]);
    let folder = tempfile::tempdir().unwrap();
    let rung = folder.path().join("rung");
    let command = format!("echo $ROADSHOW_RINGS >> '{}'", rung.display());
    let loud = open(&hub, "A/timer", &["--bell-command", &command]);
    let quiet = open(&hub, "A/timer", &["--quiet"]);
    step(&mut host, "call up E01");
    step(&mut host, "start the presentation clock, E01");
    change_time(&mut host, "-", "take 30 s");
    loud.shows("last 4 seconds");
    loud.shows("time up");
    loud.until_written(BEL, TITLE + 1 + 2 + 3);
    quiet.shows("time up");
    assert_eq!(quiet.written(BEL), TITLE);
    while fs::read_to_string(&rung).unwrap_or_default().lines().count() < 3 {
        std::thread::yield_now(); // Nothing tells of a file.
    }
    let rings = fs::read_to_string(&rung).unwrap();
    let mut rings: Vec<&str> = rings.lines().collect();
    rings.sort_unstable(); // Each in a process of its own.
    assert_eq!(rings, ["1", "2", "long"]);
}

/// The tryout with a presentation of forty seconds, and warnings at thirty and four.
fn short_of_time(folder: &Path) -> PathBuf {
    let text = fs::read_to_string(session("tryout.toml")).unwrap();
    let rubrics = session("../rubrics").display().to_string();
    let of = [
        ("../rubrics", rubrics.as_str()),
        ("presentation = \"1:00\"", "presentation = \"40s\""),
        ("warnings = [\"30s\", \"10s\"]", "warnings = [\"30s\", \"4s\"]"),
    ];
    let replaced = |text: String, (from, to): (&str, &str)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    };
    let short = folder.join("short.toml");
    fs::write(&short, of.into_iter().fold(text, replaced)).unwrap();
    short
}

/// Changes the clock, for the first reason that is offered.
fn change_time(host: &mut Screen, key: &str, what: &str) {
    host.press(key);
    host.shows("Reason");
    host.press("1");
    host.press(key::ENTER);
    let recorded = |text: &str| text.contains("recorded, no. ") && text.contains(what);
    // The last answer may still stand while the question comes up.
    host.until(|text| recorded(text) && !text.contains("Reason"));
}
