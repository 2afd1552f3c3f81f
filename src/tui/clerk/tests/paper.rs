//! Paper sheets keyed at two clerks' terminals, under the real rules.

use super::*;
use crate::{
    contest::{
        SeatWord, Stage, Wish,
        sample::{Evening, marks, seat, session},
    },
    protocol::{Attendance, Heads, views::picture},
    tui::keys::check_table,
};

/// Two clerks' terminals in a room where E01 is being scored; keys go to one of them.
struct Office {
    evening: Evening,
    terminals: [ClerkScreen; 2],
    /// The wishes that were sent.
    sent: Vec<Wish>,
}

impl Office {
    fn scoring() -> Self {
        let mut evening = Evening::of(session());
        evening.run_to("E01", Stage::Scoring);
        for seat in ["A1", "A2", "A3"] {
            evening.allow_paper("E01", seat);
        }
        Self::of(evening)
    }

    fn of(evening: Evening) -> Self {
        let terminals = [1, 2].map(|n| ClerkScreen::new(Uuid::from_u128(n)));
        let mut office = Self { evening, terminals, sent: Vec::new() };
        office.look();
        office
    }

    fn look(&mut self) {
        let up = News::Link(LinkState::Up { round_trip: None });
        let (there, heads) = (Attendance::default(), Heads::default());
        let sections = picture(&self.evening.contest, &there, &heads, &seat("A/clerk"));
        for terminal in &mut self.terminals {
            terminal.hear(&up, self.evening.now);
            terminal.hear(&News::Picture(sections.clone()), self.evening.now);
        }
    }

    /// Presses keys at a terminal, `↵` Enter, `⎋` Esc, `↓` Down; what it asks is asked and answered.
    fn press(&mut self, terminal: usize, keys: &str) -> &mut Self {
        for key in keys.chars() {
            let code = match key {
                '↵' => KeyCode::Enter,
                '⎋' => KeyCode::Esc,
                '↓' => KeyCode::Down,
                other => KeyCode::Char(other),
            };
            for effect in self.terminals[terminal].press(code.into(), self.evening.now) {
                let Effect::Ask { id, wish } = effect else { continue };
                let answer = match self.evening.ask("A/clerk", &wish) {
                    Ok(_) => News::Granted { id, seq: 1 },
                    Err(refusal) => News::Refused { id, refusal },
                };
                self.sent.push(wish);
                self.terminals[terminal].hear(&answer, self.evening.now);
            }
            self.look();
        }
        self
    }

    fn shown(&self, terminal: usize, lang: Lang, (columns, rows): (u16, u16)) -> String {
        let (words, theme, screen) = (Words::new(lang), Theme::dark(), &self.terminals[terminal]);
        let scene =
            Scene { words: &words, theme: &theme, now: self.evening.now, link: &screen.link };
        screen_of(columns, rows, |area, buf| screen.draw(&scene, area, buf))
    }

    fn word(&self) -> SeatWord {
        self.evening.contest.run(&"E01".into()).unwrap().seats[&"A1".into()].word()
    }
}

#[test]
fn the_tables_hold() {
    check_table(&KEYS);
}

#[test]
fn a_paper_sheet_is_keyed_as_on_the_judge_s_form_and_counts_when_keyed_again() {
    let mut office = Office::scoring();
    office.press(0, "p↵Wang↵");
    assert_snapshot!(office.shown(0, Lang::En, (80, 16)), @"
    Sample final                         A clerk                            ● online
    E01  paper sheet of A1 seat  E01
    ▶ idea   0-10 weight 6 [      ] 85 is 8.5

      team   0-10 weight 4 [      ]









     Total 0.0 / 100 · in steps of 0.5 · 0/2 marked · missing: idea, team
    Enter next  Esc back  Up up  Down down  Backspace delete a digit  ? help  q quit
    ");
    office.press(0, "8585↵↵");
    assert_eq!(office.word(), SeatWord::Expected);
    office.press(1, "p↵Li↵8585↵");
    assert_snapshot!(office.shown(1, Lang::Zh, (80, 16)), @"
    示例决赛                             A 统分                             ● 已连接
    E01  A1 seat 的纸质评分表  E01
      idea   0-10 权重 6 [   8.5]

      team   0-10 权重 4 [   8.5]








     合计 85.0 / 100 · 精确到 0.5 · 已评 2/2
    合计 85.0，与纸质评分表一致？回车提交，Esc 返回。
    ");
    office.press(1, "↵");
    assert_eq!(office.word(), SeatWord::Scored);
    let sheet = office.evening.contest.run(&"E01".into()).unwrap().seats[&"A1".into()].clone();
    assert_eq!(sheet.counted().unwrap().marks, marks("8.5", "8.5"));
    assert_snapshot!(office.press(1, "r").shown(1, Lang::En, (80, 8)), @"
    Sample final                         A clerk                            ● online
    Sheets on paper: 1 in, 0 still being keyed. All others came from terminals. File
    the signed paper of each.
      E01  A1 seat  on paper, keyed by Wang, checked by Li



    p key a paper sheet  Esc back  ? help  q quit
    ");
}

/// What may be keyed is the host's word; without it the page says whom to ask, and no key leads on.
#[test]
fn only_what_the_host_has_allowed_can_be_chosen() {
    let mut evening = Evening::of(session());
    evening.run_to("E01", Stage::Scoring);
    let mut office = Office::of(evening);
    office.press(0, "p↵");
    assert_snapshot!(office.shown(0, Lang::En, (80, 8)), @r#"
    Sample final                         A clerk                            ● online
    Paper sheets: whose is to be keyed?
    No sheet may be keyed: the host has not said of any seat that its sheet comes on
    paper. Ask the host: at the console m, then "a sheet comes on paper".



    r reconcile  Esc back  w who keys  ? help  q quit
    "#);
    assert_snapshot!(office.shown(0, Lang::Zh, (60, 8)), @"
    示例决赛                   A 统分                   ● 已连接
    纸质评分表：录入哪一席？
    没有可录入的评分表：主持尚未同意任何席位改用纸质。请主持在控
    台按 m，选「评分表改用纸质」。



    r 核对  Esc 返回  w 录入人  ? 帮助  q 退出
    ");
    office.evening.allow_paper("E01", "A2");
    office.look();
    assert_snapshot!(office.shown(0, Lang::Zh, (60, 8)), @"
    示例决赛                   A 统分                   ● 已连接
    纸质评分表：录入哪一席？
    ▶ E01  A2 seat  改用纸质，待录入（terminal dead, signed she…




    回车 下一项  r 核对  Esc 返回  上 上移  下 下移  w 录入人
    ");
    office.press(0, "⎋");
    assert_snapshot!(office.shown(0, Lang::En, (80, 12)), @"
    Sample final                         A clerk                            ● online
    E01  0/3  scoring  E01
      missing: A1 seat, A2 seat, A3 seat
      A2: comes on paper, to be keyed (terminal dead, signed sheet in hand)

    E01  scoring  E01
    E02  waiting  E02
    E03  waiting  E03



    p key a paper sheet  r reconcile  ? help  q quit
    ");
    // Taken back while it is being keyed: the form is gone, and what was typed with it.
    office.press(0, "p↵Wang↵85");
    let (project, seat) = ("E01".into(), "A2".into());
    let back = Wish::DisallowPaper { project, seat, reason: "wrong seat".to_owned() };
    office.evening.ask("A/host", &back).unwrap();
    office.look();
    let told = office.shown(0, Lang::En, (80, 8));
    assert!(told.contains("Ask the host"), "{told}");
    assert_eq!(office.sent, []);
}

#[test]
fn the_second_keying_shows_nothing_of_the_first() {
    let [one, other] = ["8585↵↵", "1545↵↵"].map(|keys| {
        let mut office = Office::scoring();
        office.press(0, "p↵Wang↵").press(0, keys).press(1, "p↵Li↵");
        let seen = office.shown(1, Lang::En, (100, 30));
        assert!(seen.contains("paper sheet of A1"), "{seen}");
        seen
    });
    assert_eq!(one, other);
}

#[test]
fn of_a_paper_sheet_a_clerk_sees_only_what_differs() {
    let told = |first: &str, second: &str| {
        let mut office = Office::scoring();
        office.press(0, &format!("p↵Wang↵{first}↵↵")).press(1, &format!("p↵Li↵{second}↵↵"));
        serde_json::to_string(&office.terminals[0].view).unwrap()
    };
    // Alike in the first criterion: what it is stands nowhere.
    assert_eq!(told("8585", "8590"), told("1585", "1590"));
    assert_ne!(told("8585", "8590"), told("8585", "8580"));
}

#[test]
fn what_is_typed_is_kept_and_only_what_differs_is_keyed_anew() {
    let mut office = Office::scoring();
    // Left and come back to.
    office.press(0, "p↵Wang↵85⎋↵85↵↵").press(1, "p↵Li↵8590↵↵");
    assert_eq!(office.word(), SeatWord::Expected);
    office.press(1, "↵");
    assert_snapshot!(office.shown(1, Lang::En, (80, 16)), @"
    Sample final                         A clerk                            ● online
    E01  paper sheet of A1 seat  E01
    Two have keyed this sheet differently. Look at the paper and key these marks
    anew:
      team: 8.5 (Wang), 9.0 (Li)
      idea   0-10 weight 6 [   8.5]

    ▶ team   0-10 weight 4 [      ] 85 is 8.5






     Total 51.0 / 100 · in steps of 0.5 · 1/2 marked · missing: team
    Enter next  Esc back  Up up  Down down  Backspace delete a digit  ? help  q quit
    ");
    assert_snapshot!(office.shown(0, Lang::Zh, (60, 10)), @"
    示例决赛                   A 统分                   ● 已连接
    纸质评分表：录入哪一席？
    本机录入人：Wang
    ▶ E01  A1 seat  纸质，Wang与Li所录有 1 项不一致
      E01  A2 seat  改用纸质，待录入（terminal dead, signed she…
      E01  A3 seat  改用纸质，待录入（terminal dead, signed she…



    回车 下一项  r 核对  Esc 返回  上 上移  下 下移  d 录入作废
    ");
    // The one mark that was wrong is keyed anew; the other is still there.
    office.press(1, "85↵↵");
    assert_eq!(office.word(), SeatWord::Scored);
    assert_eq!(office.sent.len(), 3);
}

#[test]
fn a_refused_keying_is_said_and_kept() {
    let mut office = Office::scoring();
    office.press(0, "p↵Wang↵8585↵↵").press(1, "p↵Wang↵8585↵↵");
    let told = office.shown(1, Lang::En, (120, 16));
    assert!(told.contains("takes another person"), "{told}");
    assert_eq!(office.word(), SeatWord::Expected);
    // Under the right name it is handed in as it stands.
    office.press(1, "w");
    for _ in 0..4 {
        office.terminals[1].press(KeyCode::Backspace.into(), office.evening.now);
    }
    office.press(1, "Li↵↵↓↵↵");
    assert_eq!(office.word(), SeatWord::Scored);
}

#[test]
fn what_was_keyed_for_the_wrong_seat_is_dropped_with_a_reason() {
    let mut office = Office::scoring();
    office.press(0, "p↵Wang↵8585↵↵").press(1, "pdwrong seat↵");
    let dropped = matches!(office.sent.last(), Some(Wish::DropKeying { reason, .. }) if reason == "wrong seat");
    assert!(dropped, "{:?}", office.sent.last());
    assert!(office.evening.contest.run(&"E01".into()).unwrap().keyings.is_empty());
}

#[test]
fn a_sheet_with_a_gap_is_not_handed_in() {
    let mut office = Office::scoring();
    office.press(0, "p↵Wang↵85↵↵↵y");
    assert_eq!(office.sent, []);
}

#[test]
fn whoever_has_typed_is_asked_before_the_screen_is_closed() {
    let mut office = Office::scoring();
    office.press(0, "p↵Wang↵85");
    let quit = |office: &mut Office| {
        office.terminals[0].press(KeyCode::Char('q').into(), office.evening.now)
    };
    assert_eq!(quit(&mut office), []);
    assert_eq!(
        office.terminals[0].press(KeyCode::Enter.into(), office.evening.now),
        [Effect::Quit]
    );
}

#[test]
fn every_page_fits_any_window() {
    let mut office = Office::scoring();
    let (words, theme) = (Words::new(Lang::Zh), Theme::plain());
    for keys in ["p", "↵", "Wang↵", "8585↵", "↵", "d", "⎋", "r"] {
        office.press(0, keys);
        let screen = &office.terminals[0];
        let now = office.evening.now;
        let scene = Scene { words: &words, theme: &theme, now, link: &screen.link };
        every_small_size(|area, buf| screen.draw(&scene, area, buf));
        for size in [(30, 8), (80, 24), (200, 60)] {
            screen_of(size.0, size.1, |area, buf| screen.draw(&scene, area, buf));
        }
    }
}
