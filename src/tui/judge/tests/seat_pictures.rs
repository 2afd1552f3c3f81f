//! What a judge sees of where the seat stands, and of what the panel is told.

use insta::assert_snapshot;
use ratatui::crossterm::event::KeyCode::{Enter, Home, PageUp, Tab};

use super::{
    evening::Evening,
    pictures::{UP, look, running},
};
use crate::{
    contest::{Act, Ms, Phase, Text, Wish},
    words::Lang,
};

fn returned() -> Evening {
    let mut evening = running("E07");
    evening.submit(["9", "8.5", "8", "9.1", "7"]);
    evening.finish("E07");
    evening.other_judge_submits("E07");
    evening.lock("E07");
    evening.give_back("E07", "两项分数填反");
    evening
}

#[test]
fn a_long_reason_is_read_to_its_end_where_there_is_room() {
    let mut evening = returned();
    evening.submit([""; 5]);
    evening.give_back(
        "E07",
        "与纸质评分表核对，技术和产品与商业模式两项填反，请评委本人按原始记录重新打分后提交",
    );
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 80, 24), @"
    增材制造大赛决赛                  A 厅 评委 A1                          ● 已连接
     E07
     示例项目 大尺寸金属构件的增材制造                    评分
     企业组 · 金属增材
     ▲ 退回更正：第 2 版不计，请核对后重新提交。原因：与纸质评分表核对，技术和产品与
       商业模式两项填反，请评委本人按原始记录重新打分后提交
    ▶ 技术和产品           0-10 权重 2 [   9.0] 很好

      商业模式及实施方案   0-10 权重 2 [   8.5] 较好

      行业及市场           0-10 权重 2 [   8.0] 较好

      团队                 0-10 权重 2 [   9.1] 很好

      财务分析             0-10 权重 2 [   7.0] 较好


      技术和产品 · 0-10
      很好 9-10  较好 7-9  一般 4-7
      技术的创新性、成熟度，产品的性能与知识产权
     合计 83.2 / 100 · 精确到 0.1 · 已评 5/5                                   提交

    回车 下一项  ? 帮助  右 加一档  左 减一档  上 上移  下 下移  Tab 我的评分表
    Page Up 前一个项目  Page Down 后一个项目  m 笔记  q 退出  退格 删一位
    ");
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 40, 12), @"
    增材制造大赛… A 厅 评委 A1      ● 已连接
     E07  示例项目 大尺寸金属构件的增…  评分
     ▲ 退回更正：第 2 版不计，请核对后重新…
    ▶ 技术和产品             0-10 [   9.0]
      商业模式及实施方案     0-10 [   8.5]
      行业及市场             0-10 [   8.0]
      团队                   0-10 [   9.1]
      财务分析               0-10 [   7.0]
      很好 9-10  较好 7-9  一般 4-7 …
     合计 83.2 / 100 · 已评 5/5        提交

    回车 下一项  ? 帮助  右 加一档
    ");
}

#[test]
fn why_a_judge_stays_out_is_asked_with_number_and_name() {
    let mut evening = Evening::new();
    evening.call_up("E07");
    evening.ask_to_recuse();
    evening.write("3");
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 80, 24), @"
    增材制造大赛决赛                  A 厅 评委 A1                          ● 已连接
     E07                                                          █  █▀█ ▄ █▀█ █▀█
     示例项目 大尺寸金属构件的增材制造                  已上场    █  █ █ ▄ █ █ █ █
     企业组 · 金属增材                                    准备    ▀  ▀▀▀   ▀▀▀ ▀▀▀
     ○ 还未开始：可先填写，展示开始后提交
      技术和产品           0-10 权重 2 [      ]
        很好┌ 回避 ────────────────────────────────────────────────────────┐
        技术│ 回避 E07 示例项目 大尺寸金属构件的增材制造：本席不再评这个项 │
      商业模│ 目。按数字选原因，或自己写：                                 │
        很好│ 1  亲属或师生关系                                            │
        模式│ 2  投资或顾问关系                                            │
      行业及│ 3  同一单位                                                  │
        很好│ 4  其他利害关系                                              │
        市场│                                                              │
      团队  │ 同一单位                                                     │
        很好│                                                              │
        核心│ 回车 确认  Esc 取消                                          │
      财务分└──────────────────────────────────────────────────────────────┘
        很好 9-10  较好 7-9  一般 4-7
        收入、成本与融资计划

     合计 0.0 / 100 · 精确到 0.1 · 已评 0/5 · 缺：技术和产品、商业模式及实施方案、…

    ? 帮助  Tab 我的评分表  Page Up 前一个项目  Page Down 后一个项目  m 笔记  q 退出
    ");
    assert_snapshot!(look(&evening, Lang::En, &UP, 80, 24), @"
    Additive manufacturing final     Room A judge A1                        ● online
     E07                                                          █  █▀█ ▄ █▀█ █▀█
     Sample: large metal parts                       called up    █  █ █ ▄ █ █ █ █
     Enterprise · metal                                  ready    ▀  ▀▀▀   ▀▀▀ ▀▀▀
     ○ Not begun: fill in now, submit later
      Technology and product    0-10 weight 2 [      ]
        ver ┌ Recuse ──────────────────────────────────────────────────────┐
        How │ Stay out of E07 Sample: large metal parts: this seat will    │
      Busin │ not score it. A digit chooses a reason, or type one:         │
        ver │ 1  family, teacher or student                                │
        Whe │ 2  investor or adviser                                       │
      Indus │ 3  same institution                                          │
        ver │ 4  another interest                                          │
        Siz │                                                              │
      Team  │ 同一单位                                                     │
        ver │                                                              │
        Who │ Enter confirm  Esc cancel                                    │
      Finan └──────────────────────────────────────────────────────────────┘
        very good 9-10  good 7-9  fair 4-7
        Income, costs, funding
     Total 0.0 / 100 · in steps of 0.1 · 0/5 marked · missing: Technology and produ…

    ? help  Tab my sheets  Page Up previous project  Page Down next project  m note
    q quit
    ");
}

#[test]
fn the_list_has_a_word_for_every_seat() {
    let mut evening = Evening::on_stage("E07");
    evening.submit(["9"; 5]);
    evening.finish("E07");
    evening.give_back("E07", "误操作");
    evening.both(Act::Void { project: "E08".into(), seat: "A1".into() }, "评委中途离场");
    evening.call_up("S01");
    evening.tap(Home);
    evening.ask_to_recuse();
    evening.write("2");
    evening.tap(Enter);
    evening.tap(Tab);
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 80, 16), @"
    增材制造大赛决赛                  A 厅 评委 A1                          ● 已连接
     S01  示例项目 生物支架                                        已上场 准备 10:00
     ● 回避：本席不评本项目，不收评分表。原因：投资或顾问关系
     我的评分表  已交 0/1
      E07 示例项目 大尺寸金属构件的增材制造                           90.0  ▲ 已退回
      E08 示例项目 铜合金散热器                                             ▲ 作废
    ▶ S01 示例项目 生物支架                                                 ● 回避







    E07 退回更正，按 Tab 打开重新提交：误操作
    ? 帮助  Tab 我的评分表  Page Up 前一个项目  Page Down 后一个项目  m 笔记  q 退出
    ");
    assert_snapshot!(look(&evening, Lang::En, &UP, 80, 16), @"
    Additive manufacturing final     Room A judge A1                        ● online
     S01  Sample: scaffolds                                    called up ready 10:00
     ● Recused: this seat does not score the project, no sheet is taken. Why: 投资…
     My sheets  0/1 in
      E07 Sample: large metal parts                               90.0  ▲ given back
      E08 Sample: copper heat sinks                                     ▲ void
    ▶ S01 Sample: scaffolds                                             ● recused







    E07 was given back, press Tab and submit it again: 误操作
    ? help  Tab my sheets  Page Up previous project  Page Down next project  m note
    ");
    evening.tap(PageUp);
    assert_eq!(evening.shown(), "E08");
}

#[test]
fn a_small_screen_keeps_one_line_of_the_band() {
    let mut evening = Evening::new();
    evening.tell_the_panel("请各位评委休息后于 14:30 前回到席位，第二场由创业组开始", false);
    let name = Text { zh: "茶歇".to_owned(), en: "Tea break".to_owned() };
    evening.host(&Wish::TakeBreak { room: "A".into(), name, length: Ms::seconds(60) });
    assert_snapshot!(look(&evening, Lang::En, &UP, 40, 12), @"
    Additive ma… Room A judge A1    ● online
     E07  Sample: large metal parts
     ▲ 请各位评委休息后于 14:30 前回到席位…
     ▶ Tea break is over, waiting for the h…
     ○ Not begun yet
    ▶ Technology and product 0-10 [      ]
      Business model and pl… 0-10 [      ]
      Industry and market    0-10 [      ]
    … Team                   0-10 [      ]
     Total 0.0 / 100 · 0/5 marked

    ? help  Up up  Down down  Tab my sheets
    ");
    evening.call_up("E07");
    evening.begin("E07", Phase::Presentation);
    evening.tell_the_panel("closer to the microphone, please", false);
    assert_snapshot!(look(&evening, Lang::En, &UP, 40, 12), @"
    Additive ma… Room A judge A1    ● online
     E07  Sample: … presentation ready 10:00
     ▲ closer to the microphone, please
     ○ Not submitted
    ▶ Technology and product 0-10 [      ]
      Business model and pl… 0-10 [      ]
      Industry and market    0-10 [      ]
      Team                   0-10 [      ]
      Finance                0-10 [      ]
     Total 0.0 / 100 · 0/5 marked

    Enter next  ? help  Right more
    ");
}
