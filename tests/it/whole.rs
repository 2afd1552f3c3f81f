//! One whole evening, from the first call-up to the last award: the real hub, a real terminal for
//! everybody in the room, and nothing but keys.
//!
//! The host takes the step that the console announces. Where it has a letter of its own that is
//! pressed, and in a ceremony Right and Enter in turn, because a key is heard again only after a while.

use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use crate::{
    pty::{Screen, key},
    support::{HubProcess, roadshow},
};

/// The most keys that a project with nothing unusual may take the host.
const HOST_KEYS: usize = 8;

/// The most keys that a sheet of whole marks may take a judge.
const fn judge_keys(criteria: usize) -> usize {
    2 * criteria + 2
}

/// A project, the marks that A1, A2 and A3 give it for each criterion, the totals that they then
/// read, and what these come to.
struct Turn {
    project: &'static str,
    phases: &'static [&'static str],
    marks: [&'static str; 3],
    totals: [&'static str; 3],
    score: &'static str,
}

const ENTERPRISE: &[&str] = &["presentation", "questions"];
const STARTUP: &[&str] = &["presentation"];

/// The enterprise rubric weighs five criteria by 2, the startup rubric four by 2.5. A score of three
/// sheets is their mean: 248/3, 256/3, and 252.5/3 for both of the others.
const TURNS: [Turn; 4] = [
    Turn {
        project: "E01",
        phases: ENTERPRISE,
        marks: ["99898", "89988", "78888"],
        totals: ["86.0", "84.0", "78.0"],
        score: "82.67",
    },
    Turn {
        project: "E02",
        phases: ENTERPRISE,
        marks: ["99999", "88988", "88899"],
        totals: ["90.0", "82.0", "84.0"],
        score: "85.33",
    },
    Turn {
        project: "S01",
        phases: STARTUP,
        marks: ["8989", "9998", "7898"],
        totals: ["85.0", "87.5", "80.0"],
        score: "84.17",
    },
    Turn {
        project: "S02",
        phases: STARTUP,
        marks: ["9889", "8888", "9998"],
        totals: ["85.0", "80.0", "87.5"],
        score: "84.17",
    },
];

/// A line of a ranking.
#[derive(Debug, Deserialize, PartialEq)]
struct Standing<'a> {
    place: u32,
    project: &'a str,
    score: &'a str,
    award: Option<&'a str>,
}

const fn standing<'a>(
    place: u32,
    project: &'a str,
    score: &'a str,
    award: Option<&'a str>,
) -> Standing<'a> {
    Standing { place, project, score, award }
}

/// The rankings of both groups. Of the two that are equal the marks for technology decide: 9 + 8 + 9
/// against 8 + 9 + 7.
const RANKINGS: [[Standing<'_>; 2]; 2] = [
    [
        standing(1, "E02", "85.33", Some("First prize")),
        standing(2, "E01", "82.67", Some("Merit award")),
    ],
    [standing(1, "S02", "84.17", Some("First prize")), standing(2, "S01", "84.17", None)],
];

impl Standing<'_> {
    /// What the board names, however large its digits are.
    fn name(&self) -> String {
        format!("Sample project {}", self.project)
    }
}

/// Everybody in the room.
struct Room {
    hub: HubProcess,
    host: Screen,
    judges: [Screen; 3],
    board: Screen,
    timer: Screen,
}

impl Room {
    fn open() -> Self {
        let session = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/evening/session.toml");
        let hub = HubProcess::start(session.to_str().unwrap());
        let open = |seat: &str| {
            Screen::open(&["join", &hub.link(seat).to_string(), "--lang", "en"], 100, 30)
        };
        let judges = ["A/judge/A1", "A/judge/A2", "A/judge/A3"].map(open);
        let [host, board, timer] = ["A/host", "A/board", "A/timer"].map(open);
        Self { hub, host, judges, board, timer }
    }

    /// Presses a key once the console announces that step; Enter only once it says that it is heard.
    fn press(&mut self, key: &str, what: &str) {
        let (ready, unready) = (format!(" Enter  {what}"), format!("        {what}"));
        let announces = |line: &str| {
            line.starts_with(&ready) || key != key::ENTER && line.starts_with(&unready)
        };
        self.host.until(|text| text.lines().any(announces));
        self.host.press(key);
    }

    /// Waits until the console says that this has been done.
    fn recorded(&self, what: &str) {
        let what = format!(": {what}");
        self.host.until(|text| text.contains("recorded, no. ") && text.contains(&what));
    }

    fn step(&mut self, key: &str, what: &str) {
        self.press(key, what);
        self.recorded(what);
    }

    /// A step that takes its answer too.
    fn agreed(&mut self, question: &str, what: &str) {
        self.host.shows(question);
        self.host.press("y");
        self.recorded(what);
    }

    /// From the call-up to the released score.
    fn play(&mut self, turn: &Turn) {
        let Turn { project, phases, score, .. } = turn;
        self.host.keys_pressed();
        self.step("n", &format!("call up {project}"));
        for (at, phase) in phases.iter().enumerate() {
            self.step(key::ENTER, &format!("start the {phase} clock, {project}"));
            let title = format!("Sample project {project}");
            for screen in [&self.board, &self.timer] {
                screen.until(|text| text.contains(&title) && text.contains(phase));
            }
            if at == 0 {
                self.judges.iter_mut().enumerate().for_each(|(at, judge)| hand_in(judge, turn, at));
            }
            for screen in [&self.timer, &self.host] {
                screen.until(|text| text.contains(phase) && text.contains("time up"));
            }
            let next = phases.get(at + 1).unwrap_or(&"scoring");
            self.step(key::ENTER, &format!("go on to {next}, {project}"));
        }
        self.step("l", &format!("lock {project}"));
        for judge in &self.judges {
            judge.shows("locked, read only");
        }
        let release = format!("release the score of {project}");
        self.press("r", &release);
        self.agreed("cannot be taken back.", &release);
        let keys = self.host.keys_pressed();
        assert!(keys <= HOST_KEYS, "{project} takes the host {keys} keys");

        self.host.shows(&format!("Sample project {project}, final score {score}, "));
        let line = format!("{project} Sample project {project} {score}");
        self.board.until(|text| text.contains("Final score") && words(text).contains(&line));
        for judge in &self.judges {
            judge.shows("released, read only");
        }
    }

    /// Begins the ceremony that has this digit in the menu; nobody is named yet.
    fn begin_ceremony(&mut self, digit: &str, group: &str) {
        self.host.press("v");
        self.host.shows(&format!("{digit} {group}: begin the ceremony"));
        self.host.press(digit);
        self.host.press(key::ENTER);
        self.agreed("y confirm", &format!("begin the ceremony, {group}"));
        self.board.until(|text| text.contains(&format!("{group} Award ceremony")) && !names(text));
    }

    /// Takes the next step of the ceremony; what the hall waits for takes a second key.
    fn reveal(&mut self, keys: &[&str], what: &str) {
        for (key, says) in keys.iter().zip(["next", "once more"]) {
            self.press(key, &format!("{says}: {what}"));
        }
        self.recorded(what);
    }

    /// What anybody can compute from the journal.
    fn results(&self) -> Value {
        let journal = self.hub.journal();
        let mut results = roadshow();
        results.args(["results", "--lang", "en", "--format", "json"]).arg(journal);
        serde_json::from_slice(&results.output().unwrap().stdout).unwrap()
    }
}

/// A judge gives whole marks, and reads the total before the sheet goes out.
fn hand_in(judge: &mut Screen, turn: &Turn, seat: usize) {
    let (project, marks, total) = (turn.project, turn.marks[seat], turn.totals[seat]);
    let name = format!("Sample project {project}");
    judge.until(|text| text.contains(&name) && text.contains("Not submitted"));
    judge.keys_pressed();
    for mark in marks.chars() {
        judge.press(&mark.to_string());
        judge.press(key::ENTER);
    }
    judge.shows(&format!("Submit {project} {name}, total {total}?"));
    judge.press(key::ENTER);
    judge.shows("Received, revision 1, receipt #");
    let (keys, most) = (judge.keys_pressed(), judge_keys(marks.len()));
    assert!(keys <= most, "{project} takes a judge {keys} keys");
}

/// What stands on a screen, however far apart.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a project is named.
fn names(text: &str) -> bool {
    text.contains("Sample project")
}

#[test]
fn an_evening_by_keys_from_the_first_call_up_to_the_last_award() {
    let mut room = Room::open();
    room.board.shows("Welcome");
    for turn in &TURNS {
        room.play(turn);
    }
    room.host.shows("everything in this room is done");
    room.timer.until(|text| !names(text) && text.contains("Room A"));
    two_awards(&mut room);
    one_award(&mut room);

    let names = RANKINGS.each_ref().map(|places| places.each_ref().map(Standing::name));
    room.board.until(|text| names.as_flattened().iter().all(|name| text.contains(name)));
    let results = room.results();
    for (places, group) in RANKINGS.iter().zip(results["groups"].as_array().unwrap()) {
        let standings = Vec::<Standing<'_>>::deserialize(&group["standings"]).unwrap();
        assert_eq!(standings, places);
    }
}

/// From the last place to the first, with a step back; an award is announced before anybody is named.
fn two_awards(room: &mut Room) {
    let (enter, right) = (key::ENTER, key::RIGHT);
    let (merit, first) = ("announce Merit award (1)", "announce First prize (1)");
    let second = "Merit award, place 2: E01 Sample project E01";
    let below = RANKINGS[0][1].name();
    room.begin_ceremony("1", "Enterprise group");
    room.reveal(&[right], merit);
    room.board.until(|text| text.contains("goes to one project") && !names(text));
    room.reveal(&[enter, right], second);
    room.board.until(|text| words(text).contains("Merit award place 2"));
    room.host.press(key::LEFT);
    room.recorded(merit);
    room.board.until(|text| text.contains("goes to one project") && !names(text));
    room.reveal(&[enter, right], second);
    room.board.until(|text| words(text).contains("Merit award place 2"));
    room.reveal(&[enter], first);
    let shown =
        room.board.until(|text| text.contains("goes to one project") && text.contains(&below));
    assert!(!shown.contains("E02"), "the first place is still to come: {shown}");
    room.reveal(&[right, enter], "First prize, place 1: E02 Sample project E02");
    room.board.until(|text| words(text).contains("First prize place 1") && text.contains(&below));
    room.reveal(&[right, enter], "end the ceremony, Enterprise group");
}

/// Who takes no award is named before any is announced.
fn one_award(room: &mut Room) {
    let (enter, right) = (key::ENTER, key::RIGHT);
    let below = RANKINGS[1][1].name();
    room.begin_ceremony("3", "Startup group");
    room.reveal(&[right], "the 1 without an award");
    room.board.until(|text| text.contains("The other finalist") && text.contains(&below));
    room.reveal(&[enter], "announce First prize (1)");
    room.reveal(&[right, enter], "First prize, place 1: S02 Sample project S02");
    room.board.until(|text| words(text).contains("First prize place 1") && text.contains(&below));
    room.reveal(&[right, enter], "end the ceremony, Startup group");
}
