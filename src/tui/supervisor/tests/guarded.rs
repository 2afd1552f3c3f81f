//! Sealed sheets, the second signature under a release, tie rules and the journal's growth.

use insta::assert_snapshot;
use ratatui::crossterm::event::KeyCode::{BackTab, Char, Tab};
use serde_json::Value;
use uuid::Uuid;

use super::*;
use crate::{
    contest::{CriterionId, Keyer, Safeguards, Seal},
    protocol::HeadLine,
    tui::screen::every_small_size,
};

fn guarded() -> Evening {
    let mut session = session();
    session.safeguards =
        Safeguards { co_signed_release: true, sealed_sheets: true, ..Safeguards::default() };
    Evening::of(session)
}

/// The supervisor sees the host's word at once, and of what came on paper that it did.
#[test]
fn a_sheet_that_comes_or_came_on_paper_is_said_to() {
    let mut evening = Evening::of(session());
    evening.hub.run_to("E01", Stage::Scoring);
    evening.score("A2", "E01", "8");
    evening.hub.allow_paper("E01", "A1");
    evening.show();
    let seat = |evening: &Evening, lang, seat: &str| {
        let drawn = evening.drawn(lang, 120, 30);
        let line = drawn.lines().find(|line| line.contains(&format!(" {seat} ")));
        line.unwrap_or_else(|| panic!("{drawn}")).trim_end().to_owned()
    };
    assert!(
        seat(&evening, Lang::En, "A1").ends_with("no sheet yet comes on paper"),
        "{}",
        evening.drawn(Lang::En, 120, 30)
    );
    assert!(seat(&evening, Lang::Zh, "A1").ends_with("未交 待纸质"));
    let marks = evening.hub.contest.run(&"E01".into()).unwrap().counted().next().unwrap().1.clone();
    for (name, n) in [("Wang", 1), ("Li", 2)] {
        let keyed_by = Keyer { name: name.to_owned(), terminal: Uuid::from_u128(n) };
        let (project, seat, marks) = ("E01".into(), "A1".into(), marks.clone());
        evening.ask("A/clerk", &Wish::KeySheet { project, seat, marks, keyed_by });
    }
    evening.show();
    assert!(
        seat(&evening, Lang::En, "A1").contains(" on paper"),
        "{}",
        evening.drawn(Lang::En, 120, 30)
    );
    assert!(!seat(&evening, Lang::En, "A2").contains("paper"));
}

/// E01 and E02 have equal scores, told apart by technology; E02 is locked and signed by the host.
fn signed() -> Evening {
    let mut session = session();
    session.safeguards = Safeguards { co_signed_release: true, ..Safeguards::default() };
    for rubric in session.groups.iter_mut().filter_map(|it| it.rubric.as_mut()) {
        rubric.scoring.ties = vec!["criterion:technology".parse().unwrap()];
    }
    let mut evening = Evening::of(session);
    evening.sheets("E01", ["8", "8"]);
    evening.ask("A/host", &Wish::Release { project: "E01".into() });
    evening.ask("supervisor", &Wish::Agree { proposal: 1 });
    evening.sheets("E02", ["9", "7"]);
    evening.ask("A/host", &Wish::Release { project: "E02".into() });
    evening.grow();
    evening
}

impl Evening {
    /// Brings a project to its lock with equal sheets: so much for technology and for the model, 8 for
    /// the others; A1 gives half a point more for the team, A7 as much less.
    fn sheets(&mut self, project: &str, [technology, model]: [&str; 2]) {
        self.hub.run_to(project, Stage::Scoring);
        let group = self.hub.contest.session().group_of(&project.into()).unwrap().clone();
        let rubric = group.rubric.unwrap();
        for (judge, team) in (1..=7).zip(["8.5", "8", "8", "8", "8", "8", "7.5"]) {
            let mark = |id: &CriterionId| match id.as_str() {
                "technology" => technology,
                "model" => model,
                "team" => team,
                _ => "8",
            };
            let marks: Marks = rubric
                .marked()
                .map(|(it, _)| (it.id.clone(), mark(&it.id).parse().unwrap()))
                .collect();
            let wish = Wish::Submit { project: project.into(), revision: 1, marks };
            self.ask(&format!("A/judge/A{judge}"), &wish);
        }
        self.hub.run_to(project, Stage::Locked);
    }

    /// The journal of what has happened so far, each hash made up of its number.
    fn grow(&mut self) {
        self.heads = Heads::default();
        for (seq, (at, fact)) in (1..).zip(&self.hub.facts) {
            let head = HeadLine { seq, hash: format!("{seq:08x}").repeat(8) };
            let by = seat("A/host");
            self.heads.note(&self.hub.contest, (*at, Some(&by)), fact, head);
        }
        self.show();
    }

    /// A judge's sheet comes in sealed.
    fn seals(&mut self, judge: &str) {
        let seal = Seal::of((&"E01".into(), &judge.into(), 1), &Marks::new(), "nonce");
        let wish = Wish::SealSheet { project: "E01".into(), revision: 1, seal };
        self.ask(&format!("A/judge/{judge}"), &wish);
    }

    fn below_the_tabs(&self, lang: Lang) -> String {
        let picture = self.drawn(lang, 80, 24);
        let lines: Vec<_> = picture.lines().skip(4).take(17).map(str::trim_end).collect();
        lines.join("\n").trim_end().to_owned()
    }
}

#[test]
fn a_release_is_signed_after_everything_it_rests_on_was_shown() {
    let mut evening = signed();
    assert_eq!(evening.press(Char('a')), []);
    let boxed = |lang| {
        let picture = evening.drawn(lang, 80, 24);
        let inside = |row: &str| {
            let (from, to) = (row.find(['┌', '│', '└'])?, row.rfind(['┐', '│', '┘'])?);
            row.get(from..to).map(|it| it.trim_end().to_owned())
        };
        picture.lines().filter_map(inside).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(boxed(Lang::Zh), @"
    ┌ 同意提议 ──────────────────────────────────────────────────────────
    │ 公布成绩：E02
    │ E02 示例项目 E02 连续碳纤维复合材料打印 · 已锁定
    │ 得分 80.00：7 份评分表，去掉 2 份后取平均
    │ 去掉：A1 81、A7 79
    │ 在已公布的 2 个项目中排第 1；80.00 分 E02、E01 同分，按技术和产品
    │ 得分分先后
    │ 无异常提示
    │ 签署范围截至 日志 33 0000 0021
    │ 控台提议
    │ 成绩即行公布，进入排名。
    │
    │ y 确认  Esc 取消
    └────────────────────────────────────────────────────────────────────
    ");
    assert_snapshot!(boxed(Lang::En), @"
    ┌ agree ─────────────────────────────────────────────────────────────
    │ release: E02
    │ E02 Sample project E02: continuous carbon-fibre printing · locked
    │ score 80.00: mean of 7 sheets without 2
    │ left out: A1 81, A7 79
    │ place 1 of 2 released; 80.00 E02, E01: told apart by Technology
    │ and product
    │ no alarm
    │ you sign for what is there up to journal 33 0000 0021
    │ proposed by the host
    │ The score becomes public and is ranked.
    │
    │ y confirm  Esc cancel
    └────────────────────────────────────────────────────────────────────
    ");
    assert_eq!(evening.sends(Char('y')), Wish::Agree { proposal: 2 });
    evening.answers();
    assert_eq!(evening.hub.contest.stage_of(&"E02".into()), Stage::Released);
}

#[test]
fn what_changes_before_it_is_signed_takes_the_question_away() {
    let mut evening = signed();
    evening.press(Char('a'));
    let deduct = Wish::Deduct {
        project: "E02".into(),
        rule: "overtime".into(),
        units: 1,
        reason: "overtime".into(),
    };
    evening.ask("A/host", &deduct);
    assert!(evening.screen.question.is_none());
    assert_eq!(evening.press(Char('y')), [Effect::NoSuchKey]);
}

#[test]
fn a_release_that_waits_stands_among_what_is_pending() {
    let mut evening = signed();
    evening.types(&[Tab, Tab, Tab]);
    assert_snapshot!(evening.below_the_tabs(Lang::En), @"
    ▶ waits for you, no. 2: release: E02
        score 80.00: mean of 7 sheets without 2
        left out: A1 81, A7 79
        place 1 of 2 released; 80.00 E02, E01: told apart by Technology and product
        no alarm
        you sign for what is there up to journal 33 0000 0021
    ");
}

#[test]
fn the_journal_grows_in_the_words_of_the_log() {
    let mut evening = signed();
    evening.types(&[BackTab]);
    assert_snapshot!(evening.below_the_tabs(Lang::Zh), @"
    共 34 条记录 · 日志 34 0000 0022
    E02 已锁定 · 日志 33 0000 0021
     23 00:16:59 A 控台  E02：答辩计时开始
     24 00:17:00 A 控台  E02：评分开始
     25 00:17:00 A 控台  E02：评分计时开始
     26 00:17:01 A 控台  E02：A1 提交评分表，第 1 版
     27 00:17:02 A 控台  E02：A2 提交评分表，第 1 版
     28 00:17:03 A 控台  E02：A3 提交评分表，第 1 版
     29 00:17:04 A 控台  E02：A4 提交评分表，第 1 版
     30 00:17:05 A 控台  E02：A5 提交评分表，第 1 版
     31 00:17:06 A 控台  E02：A6 提交评分表，第 1 版
     32 00:17:07 A 控台  E02：A7 提交评分表，第 1 版
     33 00:17:08 A 控台  E02 锁定，7 张评分表
     34 00:17:09 A 控台  提议 2：公布成绩，E02
    ");
    assert_snapshot!(evening.below_the_tabs(Lang::En), @"
    34 records · journal 34 0000 0022
    E02 locked · journal 33 0000 0021
     23 00:16:59 A host  E02: the clock of questions starts
     24 00:17:00 A host  E02: scoring begins
     25 00:17:00 A host  E02: the clock of scoring starts
     26 00:17:01 A host  E02: sheet of A1, revision 1
     27 00:17:02 A host  E02: sheet of A2, revision 1
     28 00:17:03 A host  E02: sheet of A3, revision 1
     29 00:17:04 A host  E02: sheet of A4, revision 1
     30 00:17:05 A host  E02: sheet of A5, revision 1
     31 00:17:06 A host  E02: sheet of A6, revision 1
     32 00:17:07 A host  E02: sheet of A7, revision 1
     33 00:17:08 A host  E02 locked with 7 sheets
     34 00:17:09 A host  Proposal 2: release, E02
    ");
    for lang in [Lang::Zh, Lang::En] {
        every_small_size(|area, _| _ = evening.drawn(lang, area.width, area.height));
    }
}

#[test]
fn the_rules_that_separated_equals_stand_below_the_ranking() {
    let mut evening = signed();
    evening.ask("supervisor", &Wish::Agree { proposal: 2 });
    evening.types(&[Tab, Tab]);
    assert_snapshot!(evening.below_the_tabs(Lang::Zh), @"
    企业组  暂定，已公布 2/30
      1 E02 示例项目 E02 连续碳纤维复合材料打印                         一等奖 80.00
      2 E01 示例项目 E01 钛合金航空支架一体化打印                       二等奖 80.00





    创业组  暂定，已公布 0/20







    80.00 分 E02、E01 同分，按技术和产品得分分先后
    ");
    assert_snapshot!(evening.below_the_tabs(Lang::En), @"
    Enterprise group  provisional, 2/30
      1 E02 Sample project E02: continuous carbon-fibre printing  First prize  80.00
      2 E01 Sample project E01: titanium aircraft brackets print… Second prize 80.00





    Startup group  provisional, 0/20







    80.00 E02, E01: told apart by Technology and product
    ");
}

#[test]
fn a_sealed_sheet_is_said_to_be_sealed_and_is_no_score() {
    let mut evening = guarded();
    evening.hub.run_to("E01", Stage::Scoring);
    evening.show();
    for judge in ["A1", "A2"] {
        evening.seals(judge);
    }
    evening.types(&[Tab]);
    assert_snapshot!(evening.below_the_tabs(Lang::Zh), @"
    E01  示例项目 E01 钛合金航空支架一体化打印
    评分
    已密封，待评委交齐：A1、A2
                       商业模式及
      席位  技术和产品   实施方案  行业及市场  团队  财务分析 合计
    ▶ A1                                                            已密封
      A2                                                            已密封
      A3                                                            未交
      A4                                                            未交
      A5                                                            未交
      A6                                                            未交
      A7                                                            未交
    尚无得分：未评分
    ");
    for judge in ["A3", "A4", "A5", "A6", "A7"] {
        evening.seals(judge);
    }
    assert_snapshot!(evening.below_the_tabs(Lang::En), @"
    E01  Sample project E01: titanium aircraft brackets printed in one piece
    scoring
    waits for sealed sheets to open: A1, A2, A3, A4, A5, A6, A7
            Technology Business model   Industry
      seat and product       and plan and market  Team  Finance total
    ▶ A1                                                               sealed
      A2                                                               sealed
      A3                                                               sealed
      A4                                                               sealed
      A5                                                               sealed
      A6                                                               sealed
      A7                                                               sealed
    no score yet: not scored
    ");
}

/// Nobody is told of a record in more than its own line, and marks are told on sheets only.
#[test]
fn the_newest_records_are_few_and_hold_no_marks() {
    let evening = signed();
    let journal: Value = evening.picture().part("journal").unwrap();
    let (records, journal) = (journal["newest"].as_array().unwrap().len(), journal.to_string());
    assert_eq!((records, journal.contains("marks\":{\"technology")), (12, false));
    assert!(journal.len() < 4000, "{}", journal.len());
}
