#![expect(clippy::too_many_lines, reason = "pictures are long")]

use std::sync::Arc;

use super::{Back, Glyphs, LinkChange, LinkEvent, Links, Report, Screen};
use crate::{
    contest::{
        Act, Method, Ms, Session, Stage, Text, TieRule, Wish,
        sample::{Evening as Asked, hall, session},
    },
    papers::{
        evening::{Evening, Told},
        journal::JournalRow,
        tongues::Tongues,
    },
    words::{Lang, Words},
};

const NARROW: Screen = Screen { width: 80, colour: false, glyphs: Glyphs::SIGNS };

/// Twelve projects in front of five judges, of whom A1 is severe and A5 generous; the highest and the lowest
/// total are dropped, A2 stays out of E04, the chair has nothing to decide.
fn played(change: impl FnOnce(&mut Session)) -> Asked {
    let mut session = hall(12, 5);
    session.title = Text { zh: "示例决赛".into(), en: "Sample final".into() };
    let scoring = &mut session.groups[0].rubric.as_mut().unwrap().scoring;
    (scoring.method, scoring.ties) =
        (Method::TrimmedMean, vec![TieRule::UntrimmedSum, TieRule::Share]);
    session.groups.truncate(1);
    change(&mut session);
    let mut evening = Asked::of(Arc::new(session));
    for nth in 1..=12 {
        pitch(&mut evening, nth);
        evening.run_to(&format!("E{nth:02}"), Stage::Released);
    }
    evening
}

/// One project up to its last sheet; E03 takes too long.
fn pitch(evening: &mut Asked, nth: i32) {
    let project = format!("E{nth:02}");
    if nth == 4 {
        let wish = Wish::Recuse { project: "E04".into(), reason: "same institute".into() };
        evening.ask("A/judge/A2", &wish).unwrap();
    }
    evening.now = evening.now + Ms::seconds(30);
    for (stage, takes) in [(Stage::Presentation, 590), (Stage::Questions, 560)] {
        evening.run_to(&project, stage);
        let (project, phase) = (project.as_str().into(), stage.phase().unwrap());
        evening.ask("A/host", &Wish::StartClock { project, phase }).unwrap();
        let more = if nth == 3 { 25 } else { nth };
        evening.now = evening.now + Ms::seconds(takes + i64::from(more));
    }
    evening.run_to(&project, Stage::Scoring);
    for judge in (1..=5).filter(|judge| (nth, *judge) != (4, 2)) {
        let halves = 9 + (nth * 7) % 9 + (judge * nth) % 3 / 2 + (judge - 3) / 2;
        let mark = format!("{}.{}", halves / 2, halves % 2 * 5);
        evening.score(&format!("A{judge}"), &project, &mark, &mark);
    }
}

fn told(asked: Asked) -> Evening {
    let records = asked.facts.into_iter().zip(asked.askers).zip(1..);
    let record = |(((at, fact), by), seq)| Told { seq, at, wall: None, by: Some(by), fact };
    let records = records.map(record).collect();
    let (head, hash) = ("9 aaaa bbbb".to_owned(), "aa".repeat(32));
    let journal = JournalRow { seq: 9, hash, head, seal: None };
    Evening { contest: asked.contest, records, journal }
}

fn shown(evening: &Evening, lang: Lang) -> String {
    Report::of(evening, false, None).terminal(NARROW, &Words::new(lang))
}

fn page(evening: &Evening, anonymous: bool) -> String {
    Report::of(evening, anonymous, None).html(&Tongues::of(Lang::En))
}

#[test]
fn no_line_of_a_terminal_is_wider_than_it() {
    let evening = told(played(|_| ()));
    let report = Report::of(&evening, false, None);
    for lang in [Lang::Zh, Lang::En] {
        for width in (80..100).chain([140]) {
            let screen = Screen { width, ..NARROW };
            for line in report.terminal(screen, &Words::new(lang)).lines() {
                assert!(unicode_width::UnicodeWidthStr::width(line) <= width, "{width}: {line}");
            }
        }
    }
}

#[test]
fn colours_change_no_column() {
    let evening = told(played(|_| ()));
    let report = Report::of(&evening, false, None);
    let words = Words::new(Lang::Zh);
    let painted = report.terminal(Screen { colour: true, ..NARROW }, &words);
    let mut plain = String::new();
    for (nth, part) in painted.split('\u{1b}').enumerate() {
        let rest = if nth == 0 { part } else { part.split_once('m').unwrap().1 };
        plain += rest;
    }
    assert!(painted.contains('\u{1b}'));
    assert_eq!(plain, report.terminal(NARROW, &words));
}

#[test]
fn what_is_not_locked_is_not_in_the_report() {
    let mut session = hall(3, 3);
    session.groups.truncate(1);
    let mut evening = Asked::of(Arc::new(session));
    evening.run_to("E01", Stage::Scoring);
    for judge in ["A1", "A2", "A3"] {
        evening.score(judge, "E01", "7.5", "7.5");
    }
    let open = told(evening.clone());
    for text in [page(&open, false), shown(&open, Lang::En)] {
        assert!(!text.contains("75.0") && text.contains("No project is locked yet"), "{text}");
    }
    evening.run_to("E01", Stage::Locked);
    let locked = told(evening);
    for text in [page(&locked, false), shown(&locked, Lang::En)] {
        assert!(text.contains("75.00") && text.contains("locked"), "{text}");
    }
    let report = Report::of(&locked, false, None);
    assert_eq!(report.groups[0].lines[0].place, None, "what is not released has no place");
}

#[test]
fn names_are_text_in_the_report_and_nothing_else() {
    let evil = || Text::from("</svg><script>alert(1)</script>&\"'");
    let evening = told(played(|session| {
        session.title = evil();
        session.groups[0].name = evil();
        session.rooms[0].name = evil();
        session.rooms[0].judges[0].name = evil();
        session.projects.edit(|all| all[0].name = evil());
    }));
    let mut named = Report::of(&evening, false, None);
    named.links = Some(Links::default());
    for tongues in [Tongues::of(Lang::Zh), Tongues::both(Lang::En)] {
        let page = named.html(&tongues);
        assert!(!page.contains("<script") && !page.contains("</svg><script"), "{page}");
        assert_eq!(page.matches("<svg").count(), page.matches("</svg>").count());
        assert!(page.contains("&lt;script&gt;alert(1)"));
    }
}

#[test]
fn an_anonymous_report_names_no_judge() {
    let evening = told(played(|session| {
        for judge in &mut session.rooms[0].judges {
            judge.name = "a person".into();
        }
    }));
    assert!(page(&evening, false).contains("A1 a person"));
    let page = page(&evening, true);
    assert!(!page.contains("a person") && page.contains(">A1<"));
    let report = Report::of(&evening, true, None);
    assert!(!report.terminal(NARROW, &Words::new(Lang::En)).contains("a person"));
}

#[test]
fn a_log_is_of_the_evening_by_the_wall_clock() {
    let mut evening = told(played(|_| ()));
    let (day, records) = (Ms::seconds(86_400), evening.records.len());
    for (nth, record) in evening.records.iter_mut().enumerate() {
        // A day ahead of the evening's time, and set back in the end.
        let set = if nth + 1 == records { Ms::seconds(3_600) } else { Ms::ZERO };
        record.wall = Some(record.at + day + Ms(-set.0));
    }
    let (first, last) = (evening.records[0].at + day, evening.records[records - 2].at + day);
    let event = |at, change| LinkEvent { at, seat: "A/board".parse().unwrap(), change };
    let of = |log: &[LinkEvent]| Report::of(&evening, false, Some(log)).links.unwrap();
    let counts = |at| of(&[event(at, LinkChange::Lost(1))]).count();
    let about = [first + Ms(-1), first, last, last + Ms(1)];
    assert_eq!(about.map(counts), [0, 1, 1, 0]);
    let log = [event(first, LinkChange::Lost(1)), event(first + Ms(1), LinkChange::Joined)];
    assert_eq!(of(&log).seats.into_values().next().unwrap()[0].back, Back::After(Ms(1)));
}

#[test]
fn a_rehearsal_says_so() {
    let mut asked = played(|_| ());
    asked.contest.apply(asked.now, &crate::contest::Fact::opened(session(), true));
    let evening = told(asked);
    let text = page(&evening, false);
    assert!(text.contains("this is a rehearsal") && text.contains("<b>rehearsal</b>"));
    assert!(shown(&evening, Lang::En).contains("REHEARSAL"));
}

/// A correction after the release is told with its bulletin, and moves the scores.
#[test]
fn a_correction_is_on_the_record() {
    let mut asked = played(|_| ());
    let act = Act::Void { project: "E01".into(), seat: "A1".into() };
    asked.ask("A/host", &Wish::Propose { act, reason: "appeal".into() }).unwrap();
    asked.ask("supervisor", &Wish::Agree { proposal: 1 }).unwrap();
    let evening = told(asked);
    let report = Report::of(&evening, false, None);
    assert_eq!((report.record.counts.bulletins, report.record.counts.void), (1, 1));
    let shown = shown(&evening, Lang::En);
    assert!(
        shown.contains("one correction after a release, one seat void for a project"),
        "{shown}"
    );
    assert!(shown.contains("E01: A1 is void (appeal)"), "{shown}");
}

#[test]
fn a_terminal_of_80_columns_in_chinese() {
    insta::assert_snapshot!(shown(&told(played(|_| ())), Lang::Zh), @r#"
    示例决赛
    现场报告  最终  日志 9 aaaa bbbb  截至 1970-01-01 04:18:36

    ── 概要 ────────────────────────────────────────────────────────────────────────

    - 12 个项目中 12 个有得分，其中 12 个已公布；共 5 位评委的 59 份评分表。
    - A：12 个项目上场，00:17 至 04:18，历时 4 小时 1 分；最后一个项目叫号比计划晚 2
      分钟。
    - A：5 个项目超时，合计 0:27；最多的是 E03，0:17。
    - 记录在案：回避 1 次。

    ── enterprise  最终  得分与各评委评分 ──────────────────────────────────────────

     名次  编号   得分  奖项    40       50        60         70        80        90
        1  E05   86.67  first                                                 ●─┃──●
        2  E01   81.67  second                                      ○────●─┃──●────○
        2  E10   81.67  second                                      ○────●─┃──●────○
        4  E06   75.00                                         ○────┃────○
        5  E02   71.67                                         ●┃───●
        5  E11   71.67                                         ●┃───●
        7  E07   66.67                              ○─────●┃───●────○
        8  E03   60.00                         ○────┃─────○
        8  E12   60.00                         ○────┃─────○
       10  E08   56.67                         ●─┃──●
       11  E04   51.25               ●────●┃────────●
       12  E09   45.00          ○────┃────○
    ● 一位评委的评分，○ 作为最高分或最低分去掉的评分，┃ 最后得分。

    ── enterprise · A  评委：宽严与离散 ────────────────────────────────────────────

    基于 5 位评委和 12 个项目；各项目平均评分的标准差为 13.1。
    “宽严”是评委的评分与评审组对同一项目的平均分之差的平均值。只有区间不含零时，才能
    说这位评委与评审组不同；这样的区间每二十个中约有一个纯属偶然。

     评委     项目数  平均  宽严      95% 区间  偏严 · 偏宽              离散  相关
     A1 seat      12  62.9  -4.6  [-5.9, -3.3]      ──●─   │             13.4  0.98
     A2 seat      11  69.1  +0.1  [-1.3, +1.5]            ─●──           13.2  0.98
     A3 seat      12  66.2  -1.3  [-1.9, -0.7]           ─●│             12.6  1.00
     A4 seat      12  67.9  +0.4  [-0.9, +1.7]            ─●──           13.4  0.98
     A5 seat      12  72.9  +5.4  [+4.0, +6.8]             │   ──●──     13.2  0.98

    一致性
    基于 5 位评委都评过的 11 个项目，不含缺评分表的 1 个项目。
    排序：肯德尔和谐系数 W 为 0.98（0 为没有共同次序，1 为次序完全相同）；两位评委的
    排序平均相关 0.98。若评委没有共同次序，几乎不会出现这样的结果（p < 0.001，χ² 近
    似）。
    分值：ICC(2,1) 为 0.91（95%：0.68 至 0.97），表示一位评委的评分能在多大程度上说
    明项目的水平；ICC(2,k) 为 0.98（95%：0.91 至 0.99），表示 5 位评委平均分的可靠程
    度：优。

    ── enterprise · A  出场顺序是否影响得分 ────────────────────────────────────────

    按 12 个项目计算，出场每后移一位，得分变化 -1.08 分（95% 区间 [-8.33, +1.36]），
    从首位到末位变化 -11.9 分 [-91.6, +14.9]；等级相关 -0.21。
    未见顺序影响。这并不证明没有影响：全程相差不超过 91.6 分的影响与这些得分并不矛
    盾。

    ── enterprise  奖项是否稳固 ────────────────────────────────────────────────────

    first末位 E05 与其后的 E01 相差 5.00 分；任何一位评委单独打得再高，E01 也不能追
    平。
    second末位 E10 与其后的 E06 相差 6.67 分；任何一位评委单独打得再高，E06 也不能追
    平。

     奖项    去掉一位评委  去掉一个评分项  改变修约     改变去高去低
     first   不变（5/5）   不变（2/2）     不变（2/2）  不变（2/2）
     second  不变（5/5）   不变（2/2）     不变（2/2）  不变（2/2）

    ── A  用时 ─────────────────────────────────────────────────────────────────────

     序  编号      叫号   晚点   展示   超时  答辩  间隔
      1  E01   00:17:11   0:00   9:53         9:22  0:38
      2  E02   00:37:06  -0:05   9:54         9:23  0:38
      3  E03   00:57:03  -0:08  10:17  +0:17  9:46  0:39
      4  E04   01:17:47  +0:36   9:56         9:25  0:37
      5  E05   01:37:47  +0:36   9:57         9:26  0:38
      6  E06   01:57:50  +0:39   9:58         9:27  0:38
      7  E07   02:17:55  +0:44   9:59         9:28  0:38
      8  E08   02:38:02  +0:51  10:00         9:29  0:38
      9  E09   02:58:11  +1:00  10:01  +0:01  9:30  0:38
     10  E10   03:18:22  +1:11  10:02  +0:02  9:31  0:38
     11  E11   03:38:35  +1:24  10:03  +0:03  9:32  0:38
     12  E12   03:58:50  +1:39  10:04  +0:04  9:33

    从离场到下一个叫号（不含休息）：中位数 0:38，最长 0:39；计划 0:00。
    晚点：与计划相比；计划从第一次叫号算起，各阶段、换场与休息均按计划时长。

    ── 裁定与更正 ──────────────────────────────────────────────────────────────────

    记录在案：回避 1 次。
    01:17:16  A2 评委  E04：A2 回避（same institute）

    enterprise  公布顺序
    00:36 E01  00:56 E02  01:17 E03  01:37 E04  01:57 E05  02:17 E06  02:37 E07
    02:57 E08  03:17 E09  03:38 E10  03:58 E11  04:18 E12

    ── 连接与终端 ──────────────────────────────────────────────────────────────────

    日志文件不记录谁在何时断线：谁在线不是本场的事实。服务端的运行日志里有：请保存它
    （roadshow hub … 2> hub.log），再用 --log 指定。
    "#);
}

#[test]
fn a_terminal_of_80_columns_in_english() {
    insta::assert_snapshot!(shown(&told(played(|_| ())), Lang::En), @r#"
    Sample final
    Report of the evening  final  journal 9 aaaa bbbb  as of 1970-01-01 04:18:36

    ── In short ────────────────────────────────────────────────────────────────────

    - 12 of 12 projects have a score, 12 are released; 59 sheets of 5 judges are in
      them.
    - A: 12 turns from 00:17 to 04:18, 4 h 1 min; the last was called up 2 min
      behind the plan.
    - A: 5 projects were over time on stage, 0:27 together; most E03 with 0:17.
    - On the record: one recusal.

    ── enterprise  final  Scores and every judge's total ───────────────────────────

     Place  No.  Score  Award   40       50        60         70        80        90
         1  E05  86.67  first                                                 ●─┃──●
         2  E01  81.67  second                                      ○────●─┃──●────○
         2  E10  81.67  second                                      ○────●─┃──●────○
         4  E06  75.00                                         ○────┃────○
         5  E02  71.67                                         ●┃───●
         5  E11  71.67                                         ●┃───●
         7  E07  66.67                              ○─────●┃───●────○
         8  E03  60.00                         ○────┃─────○
         8  E12  60.00                         ○────┃─────○
        10  E08  56.67                         ●─┃──●
        11  E04  51.25               ●────●┃────────●
        12  E09  45.00          ○────┃────○
    ● a judge's total, ○ dropped as the highest or lowest, ┃ the score.

    ── enterprise · A  Judges: severity and spread ─────────────────────────────────

    With 5 judges and 12 projects; the projects' mean totals are spread by 13.1
    (standard deviation).
    Severity is how far a judge is on average above or below the panel's mean of the
    same projects. Only where the interval leaves out zero is a judge told from the
    panel; of twenty such intervals one does so by chance.

     Judge    Projects  Mean  Severity  95 % interval  low · high      Spread  Along
     A1 seat        12  62.9      -4.6   [-5.9, -3.3]     ─●  │          13.4   0.98
     A2 seat        11  69.1      +0.1   [-1.3, +1.5]        ─●          13.2   0.98
     A3 seat        12  66.2      -1.3   [-1.9, -0.7]       ─●│          12.6   1.00
     A4 seat        12  67.9      +0.4   [-0.9, +1.7]        ─●─         13.4   0.98
     A5 seat        12  72.9      +5.4   [+4.0, +6.8]         │ ─●─      13.2   0.98

    Agreement
    With 5 judges and 11 projects that all of them have scored, without one that
    lacks a sheet.
    Order: Kendall's W is 0.98 (0 no common order, 1 the same one); the orders of
    two judges correlate by 0.98 on average. Judges without a common order would
    hardly come to that (p < 0.001, by χ²).
    Points: ICC(2,1) is 0.91 (95 %: 0.68 to 0.97): so far one judge's total says
    what the project is worth. ICC(2,k) is 0.98 (95 %: 0.91 to 0.99), for the mean
    of all 5: excellent.

    ── enterprise · A  Does the order show in the scores? ──────────────────────────

    Over 12 projects the score changes by -1.08 points a turn (95 % interval [-8.33,
    +1.36]), from the first turn to the last by -11.9 [-91.6, +14.9]; rank
    correlation -0.21.
    No effect of the order is shown. That is no proof of none: one of up to 91.6
    points over the whole run would be compatible with these scores.

    ── enterprise  What the awards hang on ─────────────────────────────────────────

    Below first: E05 and E01 are 5.00 points apart; no single judge's total could
    have drawn E01 level.
    Below second: E10 and E06 are 6.67 points apart; no single judge's total could
    have drawn E06 level.

    - first  Without a judge: stands (5 of 5), Without a criterion: stands (2 of 2),
             Rounded otherwise: stands (2 of 2), Trimmed otherwise: stands (2 of 2)
    - second  Without a judge: stands (5 of 5), Without a criterion: stands (2 of
              2), Rounded otherwise: stands (2 of 2), Trimmed otherwise: stands (2
              of 2)

    ── A  The day by the clock ─────────────────────────────────────────────────────

     Turn  No.    Called   Late  Pitch   Over   Q&A   Gap
        1  E01  00:17:11   0:00   9:53         9:22  0:38
        2  E02  00:37:06  -0:05   9:54         9:23  0:38
        3  E03  00:57:03  -0:08  10:17  +0:17  9:46  0:39
        4  E04  01:17:47  +0:36   9:56         9:25  0:37
        5  E05  01:37:47  +0:36   9:57         9:26  0:38
        6  E06  01:57:50  +0:39   9:58         9:27  0:38
        7  E07  02:17:55  +0:44   9:59         9:28  0:38
        8  E08  02:38:02  +0:51  10:00         9:29  0:38
        9  E09  02:58:11  +1:00  10:01  +0:01  9:30  0:38
       10  E10  03:18:22  +1:11  10:02  +0:02  9:31  0:38
       11  E11  03:38:35  +1:24  10:03  +0:03  9:32  0:38
       12  E12  03:58:50  +1:39  10:04  +0:04  9:33

    From leaving the stage to the next call, breaks left out: 0:38 in the middle,
    0:39 at most; planned 0:00.
    Late: behind the plan, which begins with the first call here, with phases,
    change-overs and breaks as planned.

    ── Decisions and corrections ───────────────────────────────────────────────────

    On the record: one recusal.
    01:17:16  A2 judge  E04: A2 stays out (same institute)

    enterprise  released, in this order
    00:36 E01  00:56 E02  01:17 E03  01:37 E04  01:57 E05  02:17 E06  02:37 E07
    02:57 E08  03:17 E09  03:38 E10  03:58 E11  04:18 E12

    ── Links and terminals ─────────────────────────────────────────────────────────

    The journal does not hold who lost the hub and when: who is there is no fact of
    the evening. The hub's log knows it: keep it (roadshow hub … 2> hub.log) and
    name it with --log.
    "#);
}
