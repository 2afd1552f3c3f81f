//! Sealed sheets and co-signed releases at the console.

use insta::assert_snapshot;
use ratatui::crossterm::event::KeyCode::{Char, Enter, Esc};

use super::{small::small, *};
use crate::contest::{Safeguards, Seal};

const NONCE: &str = "9a0364b9e99bb480dd25e1f0284c8555";

/// The small final with both safeguards, in the scoring window of E01.
fn guarded() -> Evening {
    let mut session = (**small().contest.session()).clone();
    session.safeguards =
        Safeguards { co_signed_release: true, sealed_sheets: true, ..Safeguards::default() };
    let mut evening = Evening::of(Arc::new(session));
    evening.run_to("E01", Stage::Scoring);
    evening.later(1_000);
    evening
}

fn marks() -> Marks {
    crate::contest::sample::marks("8", "9")
}

impl Evening {
    fn seal(&mut self, judge: &str) {
        let seal = Seal::of((&"E01".into(), &judge.into(), 1), &marks(), NONCE);
        let wish = Wish::SealSheet { project: "E01".into(), revision: 1, seal };
        self.does(&Seat::Judge("A".into(), judge.into()), &wish).unwrap();
        self.show();
    }

    fn open(&mut self, judge: &str) {
        let (marks, nonce) = (marks(), NONCE.to_owned());
        let wish = Wish::OpenSheet { project: "E01".into(), revision: 1, marks, nonce };
        self.does(&Seat::Judge("A".into(), judge.into()), &wish).unwrap();
        self.show();
    }

    /// The panel, and the lines at the bottom.
    fn panel_and_steps(&self, lang: Lang) -> String {
        let drawn = self.drawn(lang, 80, 24);
        let lines: Vec<_> = drawn.lines().collect();
        let right = |it: &&str| it.split_once('│').map(|(_, right)| right.trim().to_owned());
        let panel = lines.iter().skip(11).filter_map(right).filter(|it| !it.is_empty());
        let last = lines.iter().rev().take(5).rev().map(|it| it.trim_end().to_owned());
        panel.chain(last).collect::<Vec<_>>().join("\n")
    }
}

#[test]
fn a_sealed_sheet_is_no_score_and_the_console_says_what_it_waits_for() {
    let mut evening = guarded();
    evening.seal("A1");
    evening.seal("A2");
    assert_snapshot!(evening.panel_and_steps(Lang::Zh), @"
    A2 seat ▲ 无响应 ○ 已密封
    A3 seat ● 在线   ○ 未交
    E01 未交：A3；已密封，待评委交齐：A1、A2
    完成   计划   预计  差（分钟）
    enterpri…   1/3  16:13  15:53         -20
     画面 自动  大屏 1  计时屏 1
           已密封，待评委交齐：A1、A2，还不能锁定 E01 评分（未交：A3；已密封未拆封…
     u 撤销 E01 上一步（9 秒）   n 请 E02 上场

    ? 帮助  m 更多  p 暂停/继续  b 黑屏/恢复  s 画面  t 提示  Tab 顺序/排名/进度
    ");
    evening.seal("A3");
    assert_snapshot!(evening.panel_and_steps(Lang::En), @"
    ██████████      ██████████  ██████████
    seat    link     E01 0/3
    A1 seat ● online ○ sealed
    A2 seat ▲ silent ○ sealed
    A3 seat ● online ○ sealed
    E01 waits for sealed sheets to open: A1,
    A2, A3
     hall sees auto  1 board  1 timer
            not yet (waits for sealed sheets to open: A1, A2, A3): lock E01 (sealed…
     u undo the last step of E01 (9 s)   n call up E02

    ? help  m more  p pause/resume  b blank/show  s scene  t message
    ");
    assert_eq!(evening.press(Enter), []);
    assert!(evening.drawn(Lang::En, 80, 24).contains("The sheets are sealed; they open by"));
}

#[test]
fn a_lock_without_a_sealed_sheet_says_what_is_lost() {
    let mut evening = guarded();
    for judge in ["A1", "A2", "A3"] {
        evening.seal(judge);
    }
    evening.open("A1");
    evening.open("A2");
    evening.later(1_000);
    assert_snapshot!(evening.panel_and_steps(Lang::Zh), @"
    ██████████      ██████████  ██████████
    席位    连接     E01 2/3
    A1 seat ● 在线   ● 已交
    A2 seat ▲ 无响应 ● 已交
    A3 seat ● 在线   ○ 已密封
    E01 等待拆封：A3
    2 份：平均分
     画面 自动  大屏 1  计时屏 1
     回车  锁定 E01 评分（已密封未拆封：A3）
     u 撤销 E01 上一步（8 秒）   n 请 E02 上场

    ? 帮助  m 更多  p 暂停/继续  b 黑屏/恢复  s 画面  t 提示  Tab 顺序/排名/进度
    ");
    assert_eq!(evening.press(Enter), []);
    assert_snapshot!(evening.boxed(Lang::Zh), @"
    ┌ 锁定 E01 评分（已密封未拆封：A3） ───────────────────────────┐
    │ E01 E01                                                      │
    │ 2 份：平均分                                                 │
    │ A3 已密封而未拆封：现在锁定，这些评分就不再计入；锁定前终端  │
    │ 恢复，会自动拆封。                                           │
    │                                                              │
    │ y 确认  Esc 取消                                             │
    └──────────────────────────────────────────────────────────────┘
    ");
    assert_snapshot!(evening.boxed(Lang::En), @"
    ┌ lock E01 (sealed, not opened: A3) ───────────────────────────┐
    │ E01 E01                                                      │
    │ 2 sheets: plain mean                                         │
    │ A3: sealed and not opened. Whoever locks now goes without    │
    │ these marks for good; a terminal that comes back before      │
    │ opens its sheet by itself.                                   │
    │                                                              │
    │ y confirm  Esc cancel                                        │
    └──────────────────────────────────────────────────────────────┘
    ");
    assert_eq!(evening.press(Esc), []);
    evening.open("A3");
    evening.later(1_000);
    assert!(evening.drawn(Lang::En, 80, 24).contains("E01 can be locked"));
}

#[test]
fn a_release_is_the_host_s_signature_and_waits_for_the_supervisor() {
    let mut evening = guarded();
    for judge in ["A1", "A2", "A3"] {
        evening.seal(judge);
    }
    for judge in ["A1", "A2", "A3"] {
        evening.open(judge);
    }
    evening.run_to("E01", Stage::Locked);
    evening.later(1_000);
    evening.attendance.at(&Seat::Supervisor).screens = 0;
    evening.show();
    assert_eq!(evening.press(Enter), []);
    assert_snapshot!(evening.boxed(Lang::Zh), @"
    ┌ 签署公布 E01 得分 ───────────────────────────────────────────┐
    │ E01 E01                                                      │
    │ 监督也签署后得分才公布（监督屏未连接）。此前该项目若有变动， │
    │ 您的签署即作废。                                             │
    │                                                              │
    │ y 确认  Esc 取消                                             │
    └──────────────────────────────────────────────────────────────┘
    ");
    assert_snapshot!(evening.boxed(Lang::En), @"
    ┌ sign the release of E01 ─────────────────────────────────────┐
    │ E01 E01                                                      │
    │ The score becomes public when the supervisor has signed too  │
    │ (who is not connected). Whatever happens to the project      │
    │ before then undoes your signature.                           │
    │                                                              │
    │ y confirm  Esc cancel                                        │
    └──────────────────────────────────────────────────────────────┘
    ");
    assert_eq!(evening.sends(Char('y')), Wish::Release { project: "E01".into() });
    evening.answers();
    evening.attendance.at(&Seat::Supervisor).screens = 1;
    evening.show();
    assert_snapshot!(evening.panel_and_steps(Lang::Zh), @"
    A2 seat ▲ 无响应
    A3 seat ● 在线
    完成   计划   预计  差（分钟）
    enterpri…   1/3  16:13  15:53         -20
     画面 自动  大屏 1  计时屏 1
     回车  请 E02 上场  E02

    已记录（本席第 17 条）：签署公布 E01 得分
    g 待处理事项  ? 帮助  m 更多  b 黑屏/恢复  s 画面  t 提示  Tab 顺序/排名/进度
    ");
    assert_snapshot!(evening.panel_and_steps(Lang::En), @"
    A2 seat ▲ silent
    A3 seat ● online
    done   plan   ends  min
    enterprise   1/3  16:13  15:53  -20
     hall sees auto  1 board  1 timer
     Enter  call up E02  E02

    recorded, no. 17 of this seat: sign the release of E01
    g decisions  ? help  m more  b blank/show  s scene  t message
    ");
    evening.does(&Seat::Supervisor, &Wish::Agree { proposal: 1 }).unwrap();
    evening.show();
    assert!(!evening.drawn(Lang::En, 80, 24).contains("waits for the supervisor"));
}
