//! What a judge sees.

use insta::assert_snapshot;
use ratatui::crossterm::event::KeyCode::Tab;

use super::evening::Evening;
use crate::{
    client::LinkState,
    contest::{Fact, Ms, Phase, Wish},
    tui::{Scene, Screen, keys::help, screen::screen, theme::Theme, wall::time_of_day},
    words::{Lang, Words},
};

pub(super) const UP: LinkState = LinkState::Up { round_trip: None };

pub(super) fn look(
    evening: &Evening,
    lang: Lang,
    link: &LinkState,
    columns: u16,
    rows: u16,
) -> String {
    look_in(&Words::new(lang), evening, link, columns, rows)
}

fn look_in(words: &Words, evening: &Evening, link: &LinkState, columns: u16, rows: u16) -> String {
    let theme = Theme::dark();
    let now = evening.at + Ms(83_400);
    let scene = Scene { words, theme: &theme, now, link };
    let seen = screen(columns, rows, |area, buf| evening.screen.draw(&scene, area, buf));
    seen.replace(&time_of_day(evening.at), "14:13:20") // Wherever the test runs.
}

pub(super) fn running(project: &str) -> Evening {
    let mut evening = Evening::on_stage(project);
    evening.host(&Wish::StartClock { project: project.into(), phase: Phase::Presentation });
    evening
}

#[test]
fn a_sheet_being_filled_in() {
    let mut evening = running("E07");
    evening.fill(["9", "8.5"]);
    evening.write("12.5");
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 80, 24), @"
    增材制造大赛决赛                  A 厅 评委 A1                          ● 已连接
     E07                                                           █▀█ ▄ ▀▀█ ▀▀█
     示例项目 大尺寸金属构件的增材制造                    展示     █▀█ ▄ ▀▀█   █
     企业组 · 金属增材                                             ▀▀▀   ▀▀▀   ▀
     ○ 未提交
      技术和产品           0-10 权重 2 [   9.0] 很好
        很好 9-10  较好 7-9  一般 4-7
        技术的创新性、成熟度，产品的性能与知识产权
      商业模式及实施方案   0-10 权重 2 [   8.5] 较好
        很好 9-10  较好 7-9  一般 4-7
        模式是否清晰，方案是否可行
    ▶ 行业及市场           0-10 权重 2 [  12.5] ▲ 只能打 0-10
        很好 9-10  较好 7-9  一般 4-7
        市场容量与竞争格局
      团队                 0-10 权重 2 [      ]
        很好 9-10  较好 7-9  一般 4-7
        核心成员的经历与分工
      财务分析             0-10 权重 2 [      ]
        很好 9-10  较好 7-9  一般 4-7
        收入、成本与融资计划
     合计 35.0 / 100 · 精确到 0.1 · 已评 2/5 · 缺：行业及市场、团队、财务分析

    回车 下一项  ? 帮助  右 加一档  左 减一档  上 上移  下 下移  Tab 我的评分表
    Page Up 前一个项目  Page Down 后一个项目  m 笔记  q 退出  退格 删一位
    ");
    assert_snapshot!(look(&evening, Lang::En, &UP, 80, 24), @"
    Additive manufacturing final     Room A judge A1                        ● online
     E07                                                           █▀█ ▄ ▀▀█ ▀▀█
     Sample: large metal parts                    presentation     █▀█ ▄ ▀▀█   █
     Enterprise · metal                                            ▀▀▀   ▀▀▀   ▀
     ○ Not submitted
      Technology and product    0-10 weight 2 [   9.0] very good

      Business model and plan   0-10 weight 2 [   8.5] good

    ▶ Industry and market       0-10 weight 2 [  12.5] ▲ 0-10 only

      Team                      0-10 weight 2 [      ]

      Finance                   0-10 weight 2 [      ]


      Industry and market · 0-10
      very good 9-10  good 7-9  fair 4-7
      Size and competition
     Total 35.0 / 100 · in steps of 0.1 · 2/5 marked · missing: Industry and market…

    Enter next  ? help  Right more  Left less  Up up  Down down  Tab my sheets
    Page Up previous project  Page Down next project  m note  q quit
    Backspace delete a digit
    ");
}

#[test]
fn the_question_repeats_number_name_and_total() {
    let mut evening = running("E07");
    evening.fill(["9", "8.5", "8", "9.1", "7"]);
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 80, 24), @"
    增材制造大赛决赛                  A 厅 评委 A1                          ● 已连接
     E07                                                           █▀█ ▄ ▀▀█ ▀▀█
     示例项目 大尺寸金属构件的增材制造                    展示     █▀█ ▄ ▀▀█   █
     企业组 · 金属增材                                             ▀▀▀   ▀▀▀   ▀
     ○ 未提交
      技术和产品           0-10 权重 2 [   9.0] 很好
        很好 9-10  较好 7-9  一般 4-7
        技术的创新性、成熟度，产品的性能与知识产权
      商业模式及实施方案   0-10 权重 2 [   8.5] 较好
        很好 9-10  较好 7-9  一般 4-7
        模式是否清晰，方案是否可行
      行业及市场           0-10 权重 2 [   8.0] 较好
        很好 9-10  较好 7-9  一般 4-7
        市场容量与竞争格局
      团队                 0-10 权重 2 [   9.1] 很好
        很好 9-10  较好 7-9  一般 4-7
        核心成员的经历与分工
      财务分析             0-10 权重 2 [   7.0] 较好
        很好 9-10  较好 7-9  一般 4-7
        收入、成本与融资计划
     合计 83.2 / 100 · 精确到 0.1 · 已评 5/5
    各项得分：9.0、8.5、8.0、9.1、7.0
    提交 E07 示例项目 大尺寸金属构件的增材制造，合计 83.2？  回车 确认   Esc 返回
    ? 帮助  Tab 我的评分表  Page Up 前一个项目  Page Down 后一个项目  q 退出
    ");
}

#[test]
fn the_list_of_own_sheets_on_a_narrow_screen() {
    let mut evening = running("E07");
    evening.submit(["9", "8.5", "8", "9.1", "7"]);
    evening.finish("E07");
    evening.call_up("E08");
    evening.tap(Tab);
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 80, 24), @"
    增材制造大赛决赛                  A 厅 评委 A1                          ● 已连接
     E08                                                          █  █▀█ ▄ █▀█ █▀█
     示例项目 铜合金散热器                              已上场    █  █ █ ▄ █ █ █ █
     企业组 · 金属增材                                    准备    ▀  ▀▀▀   ▀▀▀ ▀▀▀
     ○ 还未开始：可先填写，展示开始后提交
     我的评分表  已交 1/3
      E07 示例项目 大尺寸金属构件的增材制造                           83.2  ● 已收到
    ▶ E08 示例项目 铜合金散热器                                             ○ 已上场
      S01 示例项目 生物支架                                                   未上场











     合计 0.0 / 100 · 精确到 0.1 · 已评 0/5 · 缺：技术和产品、商业模式及实施方案、…

    ? 帮助  Tab 我的评分表  Page Up 前一个项目  Page Down 后一个项目  m 笔记  q 退出
    Esc 返回，或撤回刚输入的分数
    ");
}

#[test]
fn a_wide_screen_has_all_helps_and_the_list_beside_the_form() {
    let mut evening = running("E07");
    evening.fill(["9", "8.5"]);
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 200, 50), @"
    增材制造大赛决赛                                                                              A 厅 评委 A1                                                                                      ● 已连接
      ██████████    ██████    ██████████                                                                                                                       ██████████      ██████████  ██████████
      ██          ██      ██          ██                                                                                                                       ██      ██  ██          ██          ██
      ██          ██      ██        ██                                                                                                                         ██      ██              ██          ██
      ████████    ██  ██  ██      ██       示 例 项 目  大 尺 寸 金 属 构 件 的 增 材 制 造                                                         展示       ██████████      ██████████          ██
      ██          ██      ██    ██         企业组 · 金属增材                                                                                                   ██      ██              ██          ██
      ██          ██      ██    ██                                                                                                                             ██      ██  ██          ██          ██
      ██████████    ██████      ██                                                                                                                             ██████████      ██████████          ██

     ○ 未提交
      技术和产品           0-10 权重 2 [   9.0] 很好                   █▀▀▀█   █▀▀▀█                                          我的评分表  已交 0/3
        很好 9-10  较好 7-9  一般 4-7                                  ▀▀▀▀█   █   █                                         ▶ E07 示例项目 大尺寸金属构件的增材制造                                ▲ 草稿
        技术的创新性、成熟度，产品的性能与知识产权                     ▀▀▀▀▀ ▀ ▀▀▀▀▀                                           E08 示例项目 铜合金散热器                                              未上场
                                                                                                                               S01 示例项目 生物支架                                                  未上场
      商业模式及实施方案   0-10 权重 2 [   8.5] 较好                   █▀▀▀█   █▀▀▀▀
        很好 9-10  较好 7-9  一般 4-7                                  █▀▀▀█   ▀▀▀▀█
        模式是否清晰，方案是否可行                                     ▀▀▀▀▀ ▀ ▀▀▀▀▀

    ▶ 行业及市场           0-10 权重 2 [      ] 85 即 8.5
        很好 9-10  较好 7-9  一般 4-7
        市场容量与竞争格局

      团队                 0-10 权重 2 [      ]
        很好 9-10  较好 7-9  一般 4-7
        核心成员的经历与分工

      财务分析             0-10 权重 2 [      ]
        很好 9-10  较好 7-9  一般 4-7
        收入、成本与融资计划














               ▀▀▀▀█ █▀▀▀▀   █▀▀▀█
                   █ █       █   █
               ▀▀▀▀█ ▀▀▀▀█   █   █           合计，满分 100 · 精确到 0.1 · 已评 2/5 · 缺：行业及市场、团队、财务分析
                   █     █   █   █
               ▀▀▀▀▀ ▀▀▀▀▀ ▀ ▀▀▀▀▀

    回车 下一项  ? 帮助  右 加一档  左 减一档  上 上移  下 下移  Tab 我的评分表  Page Up 前一个项目  Page Down 后一个项目  m 笔记  q 退出
    ");
}

#[test]
fn a_small_window_still_takes_marks_and_asks_with_all_of_them() {
    let mut evening = running("S01");
    evening.fill(["15"]);
    evening.write("16.5");
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 40, 12), @"
    增材制造大赛… A 厅 评委 A1      ● 已连接
     S01  示例项目 生物支架        展示 8:37
     ○ 未提交
      想象力与创意 0-30
        新颖性               0-15 [  15  ]
    ▶   实用性               0-15 [  16.5] ▲
      表达                   0-10 [      ]


     合计 15 / 50 · 已评 1/3 · 缺：实用性、…
    只能打 0-15
    回车 下一项  ? 帮助  右 加一档
    ");
    let mut evening = running("E07");
    evening.fill(["85", "10", "75", "9", "7"]);
    assert_snapshot!(look(&evening, Lang::En, &UP, 40, 12), @"
    Additive ma… Room A judge A1    ● online
     E07  Sample: large m… presentation 8:37
     ○ Not submitted
    … Business model and pl… 0-10 [  10.0]
      Industry and market    0-10 [   7.5]
      Team                   0-10 [   9.0]
      Finance                0-10 [   7.0]
     Total 84.0 / 100 · 5/5 marked
    Marks: 8.5, 10.0, 7.5, 9.0, 7.0
    Submit E07 Sample: large m…, total 84.0?
      Enter yes   Esc back
    ? help  Tab my sheets
    ");
}

#[test]
fn the_question_before_quitting_lies_over_everything() {
    let mut evening = running("E07");
    evening.write("9q");
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 60, 12), @"
    增材制造大赛决赛        A 厅 评委 A1                ● 已连接
     E07  示例项目 大尺寸金属构件的增材制造            展示 8:37
     ○ 未提交
      技术和产品                                 0-10 [   9  ]
     ┌ 退出 ──────────────────────────────────────────────────┐
     │ E07 还未提交。草稿留在本机，再次打开时恢复。仍要退出？ │
     │                                                        │
     │ 回车 确认  Esc 取消                                    │
     └────────────────────────────────────────────────────────┘
     合计 18.0 / 100 · 已评 1/5 · 缺：商业模式及实施方案、行业…

    ? 帮助  Tab 我的评分表  Page Up 前一个项目
    ");
    assert_snapshot!(look(&evening, Lang::En, &UP, 60, 12), @"
    Additive manufacturin… Room A judge A1              ● online
     E07  Sample: large metal parts            presentation 8:37
     ○ Not submitted
     ┌ Quit ───────────────────────────────────────────────────┐
     │ E07 not submitted. The draft stays on this terminal and │
     │ comes back with it. Quit all the same?                  │
     │                                                         │
     │ Enter confirm  Esc cancel                               │
     └─────────────────────────────────────────────────────────┘
     Total 18.0 / 100 · 1/5 marked · missing: Business model an…

    ? help  Tab my sheets  Page Up previous project
    ");
}

#[test]
fn the_help_fits_in_two_columns() {
    let screen = running("E07").screen;
    let drawn = |lang| help::drawn(|words| screen.help(words), &Words::new(lang), (80, 24));
    assert_snapshot!(drawn(Lang::En), @"
    ┌ Keys ─────────────────────────────────────────────────────────────────────┐
    │ Enter      next                       Page Down  next project             │
    │ Home       to the project on stage    m          note                     │
    │ ?          help                       q          quit                     │
    │ y          pass                       Ctrl-R     recuse                   │
    │ n          fail                       Esc        back, or undo typing     │
    │ Right      more                       Backspace  delete a digit           │
    │ Left       less                       0-9        mark; of 10, 85 is 8.5   │
    │ Up         up                         F9         menu                     │
    │ Down       down                       F12        language zh/en           │
    │ Tab        my sheets                  F8         look: dark, light, plain │
    │ Page Up    previous project           Ctrl-L     draw the screen afresh   │
    │                                                                           │
    │ any key closes this                                                       │
    └───────────────────────────────────────────────────────────────────────────┘
    ");
    assert_snapshot!(drawn(Lang::Zh), @"
    ┌ 按键 ─────────────────────────────────────────────────────────────────────┐
    │ 回车       下一项                     Page Down  后一个项目               │
    │ Home       转到台上项目               m          笔记                     │
    │ ?          帮助                       q Ctrl-C   退出                     │
    │ y          通过                       Ctrl-R     回避本项目               │
    │ n          不通过                     Esc        返回，或撤回刚输入的分数 │
    │ 右 + =     加一档                     退格 Del   删一位                   │
    │ 左 -       减一档                     0-9 .      评分；10 分制 85 即 8.5  │
    │ 上         上移                       F9 Ctrl-P  菜单                     │
    │ 下         下移                       F12        语言 zh/en               │
    │ Tab        我的评分表                 F8         外观：深色、浅色、纯文本 │
    │ Page Up    前一个项目                 Ctrl-L     重画屏幕                 │
    │                                                                           │
    │ 按任意键关闭                                                              │
    └───────────────────────────────────────────────────────────────────────────┘
    ");
}

#[test]
fn a_gate_has_keys_of_its_own() {
    let evening = Evening::gated();
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 80, 24), @"
    增材制造大赛决赛                  A 厅 评委 A1                          ● 已连接
     G01                                                          █  █▀█ ▄ █▀█ █▀█
     示例项目 生物支架                                    展示    █  █ █ ▄ █ █ █ █
     创业组 · 金属增材                                    准备    ▀  ▀▀▀   ▀▀▀ ▀▀▀
     ○ 未提交
    ▶ 合规性审查   通过/不通过 [      ]

      表达         0-10 权重 2 [      ]












     合计 0 / 20 · 已评 0/2 · 缺：合规性审查、表达

    回车 下一项  ? 帮助  y 通过  n 不通过  上 上移  下 下移  Tab 我的评分表
    Page Up 前一个项目  Page Down 后一个项目  m 笔记  q 退出  Ctrl-R 回避本项目
    ");
}

#[test]
fn a_note_is_written_below_the_marks() {
    let mut evening = running("E07");
    evening.submit(["9", "8.5", "8", "9.1", "7"]);
    evening.submit(["8.5", "", "", "", ""]);
    evening.write("m技术过硬，财务数字前后不一致，问答时追问现金流");
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 80, 24), @"
    增材制造大赛决赛                  A 厅 评委 A1                          ● 已连接
     E07                                                           █▀█ ▄ ▀▀█ ▀▀█
     示例项目 大尺寸金属构件的增材制造                    展示     █▀█ ▄ ▀▀█   █
     企业组 · 金属增材                                             ▀▀▀   ▀▀▀   ▀
     ● 已收到 第 2 版 回执 #105 14:13:20，取代第 1 版
      技术和产品           0-10 权重 2 [   8.5] 较好
        很好 9-10  较好 7-9  一般 4-7
        技术的创新性、成熟度，产品的性能与知识产权
      商业模式及实施方案   0-10 权重 2 [   8.5] 较好
        很好 9-10  较好 7-9  一般 4-7
        模式是否清晰，方案是否可行
      行业及市场           0-10 权重 2 [   8.0] 较好
        很好 9-10  较好 7-9  一般 4-7
        市场容量与竞争格局
      团队                 0-10 权重 2 [   9.1] 很好
        很好 9-10  较好 7-9  一般 4-7
        核心成员的经历与分工
      财务分析             0-10 权重 2 [   7.0] 较好
        很好 9-10  较好 7-9  一般 4-7
        收入、成本与融资计划
     笔记（只存本机，不提交）： 技术过硬，财务数字前后不一致，问答时追问现金流
     合计 82.2 / 100 · 精确到 0.1 · 已评 5/5

    回车 完成
    ");
}

#[test]
fn a_middling_window_has_large_type_and_the_list_beside_the_form() {
    let mut evening = running("E07");
    evening.fill(["9", "8.5"]);
    evening.restart_the_terminal();
    assert_snapshot!(look(&evening, Lang::En, &UP, 110, 30), @"
    Additive manufacturing final                    Room A judge A1                                       ● online
     █▀▀▀▀ ▄▀▀▀▄ ▀▀▀▀█                                                                    █▀▀▀█ ▄ ▀▀▀▀█ ▀▀▀▀█
     █▄▄▄  █ ▄ █   ▄▀    Sample: large metal parts                      presentation      █▄▄▄█   ▄▄▄▄█     █
     █     █   █  █      Enterprise · metal                                               █   █ ▄     █     █
     ▀▀▀▀▀  ▀▀▀   ▀                                                                       ▀▀▀▀▀   ▀▀▀▀▀     ▀

     ○ Not submitted
      Technology and product    0-10 weight 2 [   9.0] very good        My sheets  0/3 in
        very good 9-10  good 7-9  fair 4-7                             ▶ E07 Sample: large metal par…    ▲ draft
        How new and how mature it is                                     E08 Sample: copper heat sin…      waiting
      Business model and plan   0-10 weight 2 [   8.5] good              S01 Sample: scaffolds             waiting
        very good 9-10  good 7-9  fair 4-7
        Whether the plan can work
    ▶ Industry and market       0-10 weight 2 [      ] 85 is 8.5
        very good 9-10  good 7-9  fair 4-7
        Size and competition
      Team                      0-10 weight 2 [      ]
        very good 9-10  good 7-9  fair 4-7
        Who they are and who does what
      Finance                   0-10 weight 2 [      ]
        very good 9-10  good 7-9  fair 4-7
        Income, costs, funding




     Total 35.0 / 100 · in steps of 0.1 · 2/5 marked · missing: Industry and market, Team, Finance
    The draft of 14:13:20 on this terminal is back; look it over and submit
    Enter next  ? help  Right more  Left less  Up up  Down down  Tab my sheets  Page Up previous project
    Page Down next project  m note  q quit
    ");
}

#[test]
fn nothing_heard_yet_is_said() {
    let mut evening = Evening::new();
    evening.screen = crate::tui::judge::JudgeScreen::new();
    assert_snapshot!(look(&evening, Lang::Zh, &LinkState::Connecting, 60, 8), @"
                                                        ○ 连接中



                        正在等待服务端的数据


    ? 帮助  Tab 我的评分表  Page Up 前一个项目
    ");
}

#[test]
fn every_size_can_be_drawn() {
    let mut evening = running("S01");
    evening.fill(["15", "99"]);
    let mut confirming = running("E07");
    confirming.fill(["9"; 5]);
    let mut listing = running("E07");
    listing.tap(Tab);
    let words = Words::new(Lang::En);
    let screens = [evening, confirming, listing];
    for columns in (0..90).step_by(9).chain([30, 40, 64, 110, 300]) {
        for rows in (0..30).step_by(2).chain([50, 90]) {
            for evening in &screens {
                look_in(&words, evening, &UP, columns, rows);
            }
        }
    }
}

#[test]
fn the_head_of_a_lock_is_read_beside_the_sheet_and_then_below_the_next_one() {
    let mut evening = running("E07");
    evening.submit(["9", "8.5", "8", "9.1", "7"]);
    evening.finish("E07");
    evening.other_judge_submits("E07");
    evening.lock("E07");
    evening.keeps(&Fact::Released { project: "E07".into() });
    let shows = |evening: &Evening, lang, text: &str| {
        let look = look(evening, lang, &UP, 80, 24);
        assert!(look.contains(text), "{look}");
    };
    shows(&evening, Lang::Zh, "已锁定，只读 · 日志 412 3f2a 9c1b\n");
    shows(&evening, Lang::En, "locked, read only · journal 412 3f2a 9c1b\n");
    evening.call_up("E08");
    shows(&evening, Lang::Zh, "\nE07 已公布 · 日志 412 3f2a 9c1b\n");
    shows(&evening, Lang::En, "\nE07 released · journal 412 3f2a 9c1b\n");
}
