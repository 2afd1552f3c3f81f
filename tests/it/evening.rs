//! An evening as its people see it: the real program in real terminals, worked by keys alone.

use std::{net::TcpListener, process::Stdio};

use ratatui::{buffer::Buffer, layout::Rect, style::Style};
use roadshow::{
    clock::Clock,
    contest::Ms,
    protocol::{JoinLink, Whereabouts},
    tui::{digits::draw_digits, theme::Pixels},
};

use crate::{
    pty::{self, Screen, key},
    support::{HubProcess, roadshow},
};

/// A seat's screen, in the language that is asked for; otherwise in the session's.
fn open(hub: &HubProcess, seat: &str, lang: Option<&str>) -> Screen {
    let link = hub.link(seat).to_string();
    let lang: Vec<&str> = lang.into_iter().flat_map(|lang| ["--lang", lang]).collect();
    Screen::open(&[&["join", &link], &lang[..]].concat(), 100, 30)
}

pub(crate) fn english(hub: &HubProcess, seat: &str) -> Screen {
    open(hub, seat, Some("en"))
}

/// The host takes the next step once it is the one that is meant, and sees it recorded.
pub(crate) fn step(host: &mut Screen, what: &str) {
    host.until(|text| text.contains(&format!(" Enter  {what}")) && !text.contains("sending:"));
    host.press(key::ENTER);
    host.until(|text| text.contains("recorded, no. ") && text.contains(&format!(": {what}")));
}

/// The steps from an empty stage to the project's presentation.
pub(crate) fn begin(host: &mut Screen, project: &str) {
    step(host, &format!("call up {project}"));
    step(host, &format!("start the presentation clock, {project}"));
}

/// A presentation with time left is not left without a question.
fn end_early(host: &mut Screen, project: &str) {
    host.shows(&format!(" Enter  go on to questions, {project}"));
    host.press(key::ENTER);
    host.shows("of the presentation is left");
    host.press("y");
    host.until(|text| text.contains(&format!(": go on to questions, {project}")));
}

/// The steps from the presentation to the scoring.
pub(crate) fn go_on_to_scoring(host: &mut Screen, project: &str) {
    end_early(host, project);
    step(host, &format!("start the questions clock, {project}"));
    step(host, &format!("go on to scoring, {project}"));
}

/// A judge fills in the sheet that is open, each mark with Enter after it.
pub(crate) fn fill_in(judge: &mut Screen, marks: [&str; 5]) {
    for mark in marks {
        judge.press(mark);
        judge.press(key::ENTER);
    }
}

/// The rubric weighs every criterion by 2. A1 first gives 2 × (9 + 8.5 + 8 + 7.5 + 8) = 82 and then
/// 9.3 for the last, 84.6; A2 gives 2 × (7.3 + 8.1 + 6.9 + 9 + 10) = 82.6; A3 never comes, and is no
/// zero. The mean of 84.6 and 82.6 is 83.6.
#[test]
fn one_project_from_call_up_to_the_released_score() {
    let hub = HubProcess::start("tryout.toml");
    let mut host = english(&hub, "A/host");
    let [mut first, mut second] = ["A/judge/A1", "A/judge/A2"].map(|seat| english(&hub, seat));
    let board = english(&hub, "A/board");
    board.shows("Welcome");

    host.until(|text| text.contains("A2 industry expert           ● online"));
    begin(&mut host, "E01");
    board.until(|text| text.contains("E01  Sample project E01") && text.contains("presentation"));

    first.shows("Not submitted");
    fill_in(&mut first, ["9", "8.5", "8", "7.5", "8"]);
    first.until(|text| {
        text.contains("Submit E01 Sample project E01") && text.contains("total 82.0?")
    });
    first.press(key::ENTER);
    first.shows("Received, revision 1, receipt #");
    go_on_to_scoring(&mut host, "E01");

    second.shows("Not submitted");
    fill_in(&mut second, ["7.3", "8.1", "6.9", "9", "10"]);
    second.shows("total 82.6?");
    second.press(key::ENTER);
    second.shows("Received, revision 1, receipt #");
    fill_in(&mut first, ["", "", "", "", "9.3"]);
    first.shows("total 84.6?");
    first.press(key::ENTER);
    first.shows("Received, revision 2, receipt #");

    host.until(|text| {
        text.contains(" Enter  lock E01 (no sheet: A3)")
            && text.contains("A3 finance/investment expert ○ offline ○ none")
    });
    host.press(key::ENTER);
    host.shows("No sheet from A3: late from the lock on");
    host.press("y");
    host.until(|text| text.contains("recorded, no. ") && text.contains(": lock E01"));
    for judge in [&first, &second] {
        judge.shows("locked, read only");
    }
    board.shows("score to be announced");

    host.shows(" Enter  release the score of E01");
    host.press(key::ENTER);
    host.shows("cannot be taken back.");
    for screen in [&host, &first, &second, &board] {
        screen.never_showed("83.6");
    }
    for (screen, others) in [(&host, "84.6"), (&first, "82.6"), (&second, "84.6")] {
        screen.never_showed(others);
    }
    host.press("y");
    host.until(|text| {
        text.contains("recorded, no. ") && text.contains(": release the score of E01")
    });
    board.until(|text| text.contains("Final score") && text.contains("83.60"));
    first.shows("released, read only");
    host.shows(" Enter  call up E02");
    host.press(key::TAB);
    host.shows("83.60");
}

/// 2 × (9 + 9 + 9 + 9 + 9) = 90, 2 × (8 + 8 + 8 + 8 + 8.1) = 80.2 and 2 × (7 + 7 + 7 + 7 + 7.1) = 70.2:
/// the mean of the three, 80.1333…, is rounded once.
#[test]
fn a_whole_panel_locks_without_being_asked_about_anybody() {
    let hub = HubProcess::start("tryout.toml");
    let mut host = english(&hub, "A/host");
    let seats = ["A/judge/A1", "A/judge/A2", "A/judge/A3"];
    let mut judges = seats.map(|seat| english(&hub, seat));
    let board = english(&hub, "A/board");
    begin(&mut host, "E01");
    go_on_to_scoring(&mut host, "E01");
    let sheets =
        [["9", "9", "9", "9", "9"], ["8", "8", "8", "8", "8.1"], ["7", "7", "7", "7", "7.1"]];
    for (judge, marks) in judges.iter_mut().zip(sheets) {
        judge.shows("Not submitted");
        fill_in(judge, marks);
        judge.shows("Enter yes");
        judge.press(key::ENTER);
        judge.shows("Received, revision 1, receipt #");
    }
    host.shows("scoring 3/3");
    step(&mut host, "lock E01");
    host.shows(" Enter  release the score of E01");
    host.press(key::ENTER);
    host.shows("cannot be taken back.");
    host.press("y");
    board.shows("80.13");
}

/// A3 never comes: once that is on the record, the lock asks about nobody. A1 alone gives 2 × 41 = 82.
#[test]
fn a_seat_marked_absent_from_the_menu_is_not_waited_for() {
    let hub = HubProcess::start("tryout.toml");
    let mut host = english(&hub, "A/host");
    let mut judge = english(&hub, "A/judge/A1");
    begin(&mut host, "E01");
    judge.shows("Not submitted");
    fill_in(&mut judge, ["9", "8.5", "8", "7.5", "8"]);
    judge.shows("total 82.0?");
    judge.press(key::ENTER);
    judge.shows("Received, revision 1, receipt #");
    go_on_to_scoring(&mut host, "E01");
    host.shows("E01 no sheet yet: A2, A3");
    for (pick, seat) in [("1", "A2"), ("2", "A3")] {
        host.press("m");
        host.shows("a judge's seat: absent, late, waited for again");
        host.press("1");
        host.shows(&format!("{pick} {seat}"));
        host.press(pick);
        host.shows("1 absent");
        host.press("1");
        host.shows("1 the judge is not there");
        host.press("1");
        host.press(key::ENTER);
        host.shows("Reason: 评委缺席");
        host.press("y");
        host.until(|text| {
            text.contains("recorded, no. ") && text.contains(&format!(": E01: seat {seat} absent"))
        });
    }
    host.until(|text| text.contains("E01 can be locked") && text.contains("1 sheet: plain mean"));
    step(&mut host, "lock E01");
}

/// Without `--lang` a screen speaks the session's language. A1 alone gives
/// 2 × (9.5 + 8.8 + 9 + 8.6 + 8.5) = 88.8.
#[test]
fn an_evening_in_chinese() {
    let hub = HubProcess::start("tryout.toml");
    let [mut host, mut judge, board] =
        ["A/host", "A/judge/A1", "A/board"].map(|seat| open(&hub, seat, None));
    let step = |host: &mut Screen, what: &str, sure: &str| {
        host.until(|text| text.contains(&format!(" 回车  {what}")) && !text.contains("正在发送"));
        host.press(key::ENTER);
        if !sure.is_empty() {
            host.shows(sure);
            host.press("y");
        }
        host.until(|text| {
            text.contains("已记录（本席第 ") && text.contains(&format!("条）：{what}"))
        });
    };
    step(&mut host, "请 E01 上场", "");
    board.shows("示例项目 E01 钛合金航空支架一体化打印");
    judge.shows("还未开始：可先填写，展示开始后提交");
    step(&mut host, "开始展示计时 E01", "");
    step(&mut host, "E01 进入答辩环节", "剩余时间作废");
    step(&mut host, "开始答辩计时 E01", "");
    step(&mut host, "E01 进入评分环节", "");

    judge.shows("未提交");
    fill_in(&mut judge, ["9.5", "8.8", "9", "8.6", "8.5"]);
    judge.shows("88.8");
    judge.press(key::ENTER);
    judge.shows("已收到");
    host.shows("A1 行业专家      ● 在线  ● 已交");
    step(&mut host, "锁定 E01 评分（A2、A3 未交）", "锁定后记为迟交");
    judge.shows("已锁定");
    board.never_showed("88.8");
    step(&mut host, "公布 E01 得分", "得分立即在大屏公布并计入排名，不能收回。");
    board.shows("88.80");
}

/// The seconds that the smallest timer's big digits say.
fn seconds(text: &str) -> Option<u16> {
    (0..=60).find(|left| {
        let area = Rect::new(0, 0, 30, 4);
        let mut digits = Buffer::empty(area);
        let reading = format!("{}:{:02}", left / 60, left % 60);
        draw_digits(&reading, Style::new(), Pixels::HalfBlocks, area, &mut digits);
        let line =
            |row: Rect| row.positions().map(|cell| digits[cell].symbol()).collect::<String>();
        let mut wanted = area.rows().map(|row| line(row).trim_end().to_owned());
        let shown: Vec<&str> = text.lines().skip(3).take(4).map(str::trim_end).collect();
        shown.len() == 4 && wanted.all(|line| shown.contains(&line.as_str()))
    })
}

#[test]
fn the_timer_counts_the_presentation_down() {
    let hub = HubProcess::start("tryout.toml");
    let mut host = english(&hub, "A/host");
    let link = hub.link("A/timer").to_string();
    let timer = Screen::open(&["join", &link, "--lang", "en"], 30, 8);
    timer.shows("Waiting for the next project");
    step(&mut host, "call up E01");
    timer.until(|text| text.contains("called up   ready") && seconds(text) == Some(60));
    step(&mut host, "start the presentation clock, E01");
    let shown = timer.until(|text| text.contains("presentation") && seconds(text) < Some(60));
    let before = seconds(&shown);
    assert!(shown.contains("E01  Sample project E01"), "{shown}");
    timer.until(|text| seconds(text).is_some() && seconds(text) < before);
    timer.never_showed("time up");
}

/// A command line stays on the shell's screen; a file with a table of links does not show the pass.
#[test]
fn a_screen_takes_its_link_from_a_file() {
    let hub = HubProcess::start("tryout.toml");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("board.link");
    std::fs::write(&file, format!("A    board  A  {}\n", hub.link("A/board"))).unwrap();
    let mut board =
        Screen::open(&["join", &format!("@{}", file.display()), "--lang", "en"], 100, 30);
    board.shows("Welcome");
    board.press("q");
    board.shows("The hall will see the terminal behind it.");
    board.press("y");
    assert_eq!(board.ended(), 0);
    board.never_showed(&hub.link("A/board").pass);
}

const SEATS: [&str; 5] = ["A/host", "A/judge/A1", "A/board", "A/timer", "supervisor"];

/// What a screen asks before it closes; a judge's asks only with a sheet in hand.
fn asks_before_it_closes(seat: &str) -> Option<&'static str> {
    match seat {
        "A/host" => Some("Close the console?"),
        "A/judge/A1" => None,
        _ => Some("Close this screen?"),
    }
}

#[test]
fn a_screen_gives_the_terminal_back() {
    let hub = HubProcess::start("tryout.toml");
    for leave in ["q", key::CTRL_C] {
        for seat in SEATS {
            let mut screen = english(&hub, seat);
            screen.shows("● online");
            screen.press(leave);
            if let Some(question) = asks_before_it_closes(seat) {
                screen.shows(question);
                screen.press("y");
            }
            assert_eq!(screen.ended(), 0, "{seat}");
        }
    }
}

/// Not only when the link next stirs, which it does every second.
#[test]
fn a_key_is_answered_at_once() {
    let hub = HubProcess::start("tryout.toml");
    let mut board = english(&hub, "A/board");
    board.shows("Welcome");
    let clock = Clock::system();
    let began = clock.now();
    for _ in 0..10 {
        board.press("?");
        board.shows("any key closes this");
        board.press("?");
        board.hides("any key closes this");
    }
    assert!(clock.now() - began < Ms::seconds(5));
}

#[cfg(unix)]
#[test]
fn a_screen_that_is_told_to_end_gives_the_terminal_back() {
    let hub = HubProcess::start("tryout.toml");
    for signal in ["TERM", "HUP", "INT"] {
        let screens = SEATS.map(|seat| english(&hub, seat));
        for screen in &screens {
            screen.shows("● online");
            screen.signal(signal);
        }
        for screen in &screens {
            assert_eq!(screen.ended(), 0);
        }
    }
}

/// Then there is nobody to complain to, and to try all the same would be a panic, code 101. It ends well
/// or with an error, whichever comes first: the signal, or a frame that cannot be written.
#[cfg(unix)]
#[test]
fn a_screen_whose_window_is_closed_ends_without_a_panic() {
    let hub = HubProcess::start("tryout.toml");
    for seat in SEATS {
        let link = hub.link(seat).to_string();
        let code = pty::closed(&["join", &link, "--lang", "en"]);
        assert!(code < 2, "{seat}: {code}");
    }
}

#[test]
fn a_judge_is_asked_before_leaving_an_unsent_sheet() {
    let hub = HubProcess::start("tryout.toml");
    let (mut host, mut judge) = (english(&hub, "A/host"), english(&hub, "A/judge/A1"));
    step(&mut host, "call up E01");
    judge.shows("Not begun: fill in now");
    judge.press("8.5");
    judge.shows("8.5]");
    judge.press("q");
    judge.shows("E01 not submitted. The draft stays on this terminal");
    judge.press("n");
    judge.hides("The draft stays");
    judge.shows("8.5]");
    judge.press("q");
    judge.shows("The draft stays");
    judge.press(key::ENTER);
    assert_eq!(judge.ended(), 0);
}

/// Until the hub has the sheet, the terminal has it: on disk soon after the key, without a word.
#[cfg(target_os = "linux")] // Elsewhere the folder is another.
#[test]
fn a_judge_goes_on_after_the_terminal_was_killed() {
    let hub = HubProcess::start("tryout.toml");
    let (mut host, mut judge) = (english(&hub, "A/host"), english(&hub, "A/judge/A1"));
    let link = hub.link("A/judge/A1").to_string();
    let join = ["join", link.as_str(), "--lang", "en"];
    begin(&mut host, "E01");
    judge.shows("Not submitted");
    fill_in(&mut judge, ["9", "8.5", "8", "7.5", ""]);
    judge.press("mask about cash");
    judge.press(key::ENTER);
    judge.shows("Note: ask about cash");
    judge.until_kept("drafts", |text| text.contains("ask about cash"));
    judge.kill();
    let mut judge = judge.again(&join, 100, 30);
    judge.shows("on this terminal is back; look it over and submit");
    judge.shows("Total 66.0 / 100");
    fill_in(&mut judge, ["", "", "", "", "8"]);
    judge.shows("total 82.0?");
    judge.press(key::ENTER);
    judge.shows("Received, revision 1, receipt #");
    judge.until_kept("drafts", |text| !text.contains("typed"));
    judge.kill();
    let judge = judge.again(&join, 100, 30);
    judge.shows("Received, revision 1");
    judge.shows("Note: ask about cash");
    judge.never_showed("is back");
}

/// Neither the hub nor the terminal lives to see the sheet in; the next terminal sends it, once.
#[cfg(target_os = "linux")]
#[test]
fn a_sheet_goes_out_by_the_terminal_that_comes_after_the_one_that_died() {
    let mut hub = HubProcess::start("tryout.toml");
    let (mut host, mut judge) = (english(&hub, "A/host"), english(&hub, "A/judge/A1"));
    let link = hub.link("A/judge/A1").to_string();
    begin(&mut host, "E01");
    judge.shows("Not submitted");
    fill_in(&mut judge, ["9", "8.5", "8", "7.5", "8"]);
    judge.shows("total 82.0?");
    hub.kill();
    judge.shows("link lost for ");
    judge.press(key::ENTER);
    judge.shows("Sending: the link is down, it will go out by itself");
    judge.until_kept("outbox", |text| text.contains("submit"));
    judge.kill();
    hub.restart();
    let judge = judge.again(&["join", &link, "--lang", "en"], 100, 30);
    judge.shows("Received, revision 1");
    host.until(|text| text.contains("A1 industry expert           ● online  ● in"));
    hub.kill();
    let mut sheets = 0;
    roadshow::journal::read(&hub.journal(), |record| {
        sheets += u32::from(matches!(record.fact, roadshow::contest::Fact::SheetSubmitted { .. }));
    })
    .unwrap();
    assert_eq!(sheets, 1);
}

#[test]
fn a_sheet_is_filled_in_with_digits_and_clicks() {
    let hub = HubProcess::start("tryout.toml");
    let (mut host, mut judge) = (english(&hub, "A/host"), english(&hub, "A/judge/A1"));
    begin(&mut host, "E01");
    judge.shows("Not submitted");
    fill_in(&mut judge, ["9", "8.5", "8", "", "8"]);
    judge.click("Team");
    judge.press("7.5");
    judge.click("Submit");
    judge.shows("total 82.0?");
    judge.click("Enter yes");
    judge.shows("Received, revision 1, receipt #");
    judge.press("q");
    assert_eq!(judge.ended(), 0);
}

/// A sheet that was confirmed meanwhile goes out by itself.
#[test]
fn every_screen_says_that_the_hub_is_gone_and_goes_on_when_it_is_back() {
    let mut hub = HubProcess::start("tryout.toml");
    let [mut host, mut judge, board, timer, _] = SEATS.map(|seat| english(&hub, seat));
    begin(&mut host, "E01");
    judge.shows("Not submitted");
    fill_in(&mut judge, ["9", "8.5", "8", "7.5", "8"]);
    judge.shows("total 82.0?");
    hub.kill();
    for screen in [&host, &judge, &board, &timer] {
        screen.until(|text| text.contains("link lost for ") && text.contains("E01"));
    }
    judge.press(key::ENTER);
    judge.shows("Sending: the link is down, it will go out by itself");
    hub.restart();
    for screen in [&host, &judge, &board, &timer] {
        let text = screen.until(|text| text.contains("● online") && !text.contains("link lost"));
        assert!(text.contains("Sample project E01"), "{text}");
    }
    judge.shows("Received, revision 1, receipt #");
    host.until(|text| text.contains("A1 industry expert           ● online  ● in"));
    end_early(&mut host, "E01");
}

/// The promise is three seconds; two more are for a loaded machine.
#[cfg(unix)]
#[test]
fn a_hub_that_hangs_is_told_of_as_soon() {
    let hub = HubProcess::start("tryout.toml");
    let screens = SEATS.map(|seat| english(&hub, seat));
    for screen in &screens {
        screen.shows("● online");
    }
    hub.signal("STOP");
    let clock = Clock::system();
    let stopped = clock.now();
    for screen in &screens {
        screen.shows("link lost for ");
    }
    assert!(clock.now() - stopped < Ms::seconds(3 + 2));
    hub.signal("CONT");
    for screen in &screens {
        screen.shows("● online");
    }
}

/// What a command says without a terminal, with its exit code.
fn said(arguments: &[&str]) -> (String, Option<i32>) {
    let home = tempfile::tempdir().unwrap();
    let mut command = roadshow();
    command.args(arguments).env("HOME", home.path()).env("XDG_DATA_HOME", home.path());
    let output = command.stdin(Stdio::null()).output().unwrap();
    assert!(output.stdout.is_empty(), "{output:?}");
    (String::from_utf8(output.stderr).unwrap(), output.status.code())
}

#[test]
fn a_link_that_opens_nothing_is_explained_in_one_sentence() {
    let hub = HubProcess::start("tryout.toml");
    let link = hub.link("A/board");
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let dead = JoinLink { at: Whereabouts::plain(free.parse().unwrap()), ..link.clone() };
    let wrong = JoinLink { pass: "0".repeat(26), ..link.clone() };
    let cases = [
        (dead.to_string(), "No hub answers at "),
        (wrong.to_string(), "does not know this pass."),
        (link.to_string(), "A screen needs a terminal: "),
        ("hello".to_owned(), "This is no join link."),
        ("roadshow://127.0.0.1/A/board/x".to_owned(), "does not say where the hub is"),
        ("@/no/such/file".to_owned(), "Cannot read /no/such/file: "),
    ];
    for (link, sentence) in cases {
        let (text, code) = said(&["join", &link, "--lang", "en"]);
        assert!(text.contains(sentence) && text.lines().count() == 1, "{text}");
        assert_eq!(code, Some(1), "{text}");
    }
}

#[test]
fn arguments_that_make_no_sense_are_another_exit_code() {
    for arguments in [&["join"][..], &["joint"], &["join", "x", "y"], &["demo", "--speed", "0"]] {
        let (text, code) = said(arguments);
        assert_eq!(code, Some(2), "{text}");
        assert!(!text.is_empty());
    }
}

#[test]
fn a_window_that_is_too_small_says_so_until_it_is_larger() {
    let hub = HubProcess::start("tryout.toml");
    for seat in SEATS {
        let link = hub.link(seat).to_string();
        let mut screen = Screen::open(&["join", &link, "--lang", "en"], 20, 5);
        let text = screen.shows("This window is too");
        assert!(text.contains("small"), "{text}");
        screen.resize(80, 24);
        let text = screen.shows("● online");
        assert!(!text.contains("too small"), "{text}");
        screen.press("q");
        if let Some(question) = asks_before_it_closes(seat) {
            screen.shows(question);
            screen.press("y");
        }
        assert_eq!(screen.ended(), 0, "{seat}");
    }
}

/// The host's key, whatever the step is that the script has left off at.
fn do_the_next_step(demo: &mut Screen) {
    loop {
        demo.shows(" Enter "); // A key pressed twice within half a second is pressed once.
        demo.press(key::ENTER);
        let said = |text: &str| text.lines().nth(27).unwrap_or_default().to_owned();
        let text = demo.until(|text| {
            let said = said(text);
            text.contains("Esc cancel") || !said.is_empty() && !said.starts_with("sending")
        });
        if said(&text).starts_with("recorded, no. ") {
            return;
        }
        demo.press("y"); // Either it is asked about, or the script was faster.
    }
}

#[test]
fn a_demonstration_can_be_walked_through_and_taken_over() {
    let mut demo = Screen::open(&["demo", "--after", "0", "--lang", "en"], 100, 30);
    demo.until(|text| text.contains(" board 60x auto ") && text.contains("E01"));
    for (key, bar) in [
        (key::F2, " host 60x auto "),
        (key::F3, " judge 60x auto "),
        (key::F4, " timer 60x auto "),
        (key::F7, " supervisor 60x auto "),
        (key::F1, " board 60x auto "),
        (key::F5, " host 1x manual "),
    ] {
        demo.press(key);
        demo.shows(bar);
    }
    do_the_next_step(&mut demo);
    demo.press(key::F10);
    assert_eq!(demo.ended(), 0);
}

#[test]
fn a_ceremony_goes_forwards_and_back_by_keys() {
    let hub = HubProcess::start_played("tryout.toml");
    let open =
        |seat: &str| Screen::open(&["join", &hub.link(seat).to_string(), "--lang", "en"], 100, 30);
    let (mut host, board) = (open("A/host"), open("A/board"));
    host.shows("everything in this room is done");
    host.press("v");
    host.shows("begin the ceremony");
    host.press("1");
    host.press(key::ENTER);
    host.shows("y confirm");
    host.press("y");
    host.shows("ceremony 0/5");
    // A key that is held down is one press: the console shows when the next one counts.
    let onward = |host: &mut Screen, next: &str| {
        host.shows(&format!(" Enter  {next}"));
        host.press(key::ENTER);
    };
    onward(&mut host, "next: ");
    host.shows("ceremony 1/5 the 1 without an award");
    onward(&mut host, "next: announce Merit award");
    host.shows("ceremony 2/5");
    let announced = board.shows("goes to one project");
    assert!(!announced.contains("project E02"), "an award is announced before anybody is named");
    onward(&mut host, "next: ");
    onward(&mut host, "once more: ");
    host.shows("ceremony 3/5");
    let named = board.shows("project E02");
    assert!(!named.contains("project E03"), "the first place is still to come");
    host.press(key::LEFT);
    host.shows("ceremony 2/5");
    board.hides("project E02");
}
