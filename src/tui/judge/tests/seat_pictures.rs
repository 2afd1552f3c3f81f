//! What a judge sees of where the seat stands, and of what the panel is told.

use insta::assert_snapshot;
use ratatui::crossterm::event::KeyCode::{Enter, Home, PageUp, Tab};

use super::{
    evening::Evening,
    pictures::{UP, look, running},
};
use crate::{
    contest::{Act, Ms, Phase, SeatMark, Text, Wish},
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
fn a_sheet_given_back_stands_out_with_its_reason() {
    let mut evening = returned();
    evening.write("8");
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 80, 24), @"
    增材制造大赛决赛                  A 厅 评委 A1                          ● 已连接
     E07
     示例项目 大尺寸金属构件的增材制造                    打分
     企业组 · 金属增材
     ▲ 退回更正：第 1 版不计，请核对后重新提交。原因：两项分数填反
    ▶ 技术和产品           0-10 权重 2 [     8] 原 9 较好
        很好 9-10  较好 7-9  一般 4-7
        技术的创新性、成熟度，产品的性能与知识产权
      商业模式及实施方案   0-10 权重 2 [   8.5] 较好
        很好 9-10  较好 7-9  一般 4-7
        模式是否清晰，方案是否可行
      行业及市场           0-10 权重 2 [     8] 较好
        很好 9-10  较好 7-9  一般 4-7
        市场容量与竞争格局
      团队                 0-10 权重 2 [   9.1] 很好
        很好 9-10  较好 7-9  一般 4-7
        核心成员的经历与分工
      财务分析             0-10 权重 2 [     7] 较好
        很好 9-10  较好 7-9  一般 4-7
        收入、成本与融资计划
     合计 81.2 / 100 · 精确到 0.1 · 已打 5/5                                   提交

    回车 下一项  ? 帮助  右 加一档  左 减一档  上 上移  下 下移  Tab 我的评分表
    Page Up 前一个项目  Page Down 后一个项目  m 笔记  q 退出  退格 删一位
    ");
    assert_snapshot!(look(&evening, Lang::En, &UP, 80, 24), @"
    Additive manufacturing final     Room A judge A1                        ● online
     E07
     Sample: large metal parts                         scoring
     Enterprise · metal
     ▲ Given back: revision 1 does not count, look it over and submit again. Why: 两
       项分数填反
    ▶ Technology and product    0-10 weight 2 [     8] was 9 good

      Business model and plan   0-10 weight 2 [   8.5] good

      Industry and market       0-10 weight 2 [     8] good

      Team                      0-10 weight 2 [   9.1] very good

      Finance                   0-10 weight 2 [     7] good


      Technology and product · 0-10
      very good 9-10  good 7-9  fair 4-7
      How new and how mature it is
     Total 81.2 / 100 · in steps of 0.1 · 5/5 marked                         Submit

    Enter next  ? help  Right more  Left less  Up up  Down down  Tab my sheets
    Page Up previous project  Page Down next project  m note  q quit
    ");
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
     示例项目 大尺寸金属构件的增材制造                    打分
     企业组 · 金属增材
     ▲ 退回更正：第 2 版不计，请核对后重新提交。原因：与纸质评分表核对，技术和产品与
       商业模式两项填反，请评委本人按原始记录重新打分后提交
    ▶ 技术和产品           0-10 权重 2 [     9] 很好

      商业模式及实施方案   0-10 权重 2 [   8.5] 较好

      行业及市场           0-10 权重 2 [     8] 较好

      团队                 0-10 权重 2 [   9.1] 很好

      财务分析             0-10 权重 2 [     7] 较好


      技术和产品 · 0-10
      很好 9-10  较好 7-9  一般 4-7
      技术的创新性、成熟度，产品的性能与知识产权
     合计 83.2 / 100 · 精确到 0.1 · 已打 5/5                                   提交

    回车 下一项  ? 帮助  右 加一档  左 减一档  上 上移  下 下移  Tab 我的评分表
    Page Up 前一个项目  Page Down 后一个项目  m 笔记  q 退出  退格 删一位
    ");
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 40, 12), @"
    增材制造大赛… A 厅 评委 A1      ● 已连接
     E07  示例项目 大尺寸金属构件的增…  打分
     ▲ 退回更正：第 2 版不计，请核对后重新…
    ▶ 技术和产品             0-10 [     9]
      商业模式及实施方案     0-10 [   8.5]
      行业及市场             0-10 [     8]
      团队                   0-10 [   9.1]
      财务分析               0-10 [     7]
      很好 9-10  较好 7-9  一般 4-7
     合计 83.2 / 100 · 已打 5/5        提交

    回车 下一项  ? 帮助  右 加一档
    ");
}

#[test]
fn a_sheet_given_back_elsewhere_is_said_below() {
    let mut evening = running("E07");
    evening.submit(["9"; 5]);
    evening.finish("E07");
    evening.call_up("E08");
    evening.tap(Home);
    evening.give_back("E07", "漏看材料");
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 80, 24), @"
    增材制造大赛决赛                  A 厅 评委 A1                          ● 已连接
     E08                                                          █  █▀█ ▄ █▀█ █▀█
     示例项目 铜合金散热器                              已上场    █  █ █ ▄ █ █ █ █
     企业组 · 金属增材                                    准备    ▀  ▀▀▀   ▀▀▀ ▀▀▀
     ○ 还未开始：可先填写，展示开始后提交
    ▶ 技术和产品           0-10 权重 2 [      ] 85 即 8.5
        很好 9-10  较好 7-9  一般 4-7
        技术的创新性、成熟度，产品的性能与知识产权
      商业模式及实施方案   0-10 权重 2 [      ]
        很好 9-10  较好 7-9  一般 4-7
        模式是否清晰，方案是否可行
      行业及市场           0-10 权重 2 [      ]
        很好 9-10  较好 7-9  一般 4-7
        市场容量与竞争格局
      团队                 0-10 权重 2 [      ]
        很好 9-10  较好 7-9  一般 4-7
        核心成员的经历与分工
      财务分析             0-10 权重 2 [      ]
        很好 9-10  较好 7-9  一般 4-7
        收入、成本与融资计划
     合计 0 / 100 · 精确到 0.1 · 已打 0/5 · 缺：技术和产品、商业模式及实施方案、行…
    E07 退回更正，按 Tab 打开重新提交：漏看材料
    回车 下一项  ? 帮助  右 加一档  左 减一档  上 上移  下 下移  Tab 我的评分表
    Page Up 前一个项目  Page Down 后一个项目  m 笔记  q 退出  Ctrl-R 回避本项目
    ");
    assert_snapshot!(look(&evening, Lang::En, &UP, 80, 24), @"
    Additive manufacturing final     Room A judge A1                        ● online
     E08                                                          █  █▀█ ▄ █▀█ █▀█
     Sample: copper heat sinks                       called up    █  █ █ ▄ █ █ █ █
     Enterprise · metal                                  ready    ▀  ▀▀▀   ▀▀▀ ▀▀▀
     ○ Not begun: fill in now, submit later
    ▶ Technology and product    0-10 weight 2 [      ] 85 is 8.5
        very good 9-10  good 7-9  fair 4-7
        How new and how mature it is
      Business model and plan   0-10 weight 2 [      ]
        very good 9-10  good 7-9  fair 4-7
        Whether the plan can work
      Industry and market       0-10 weight 2 [      ]
        very good 9-10  good 7-9  fair 4-7
        Size and competition
      Team                      0-10 weight 2 [      ]
        very good 9-10  good 7-9  fair 4-7
        Who they are and who does what
      Finance                   0-10 weight 2 [      ]
        very good 9-10  good 7-9  fair 4-7
        Income, costs, funding
     Total 0 / 100 · in steps of 0.1 · 0/5 marked · missing: Technology and product…
    E07 was given back, press Tab and submit it again: 漏看材料
    Enter next  ? help  Right more  Left less  Up up  Down down  Tab my sheets
    Page Up previous project  Page Down next project  m note  q quit  Ctrl-R recuse
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

     合计 0 / 100 · 精确到 0.1 · 已打 0/5 · 缺：技术和产品、商业模式及实施方案、行…

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
     Total 0 / 100 · in steps of 0.1 · 0/5 marked · missing: Technology and product…

    ? help  Tab my sheets  Page Up previous project  Page Down next project  m note
    q quit
    ");
}

#[test]
fn a_recused_seat_has_no_pointer() {
    let mut evening = Evening::new();
    evening.call_up("E07");
    evening.ask_to_recuse();
    evening.write("1");
    evening.tap(Enter);
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 80, 24), @"
    增材制造大赛决赛                  A 厅 评委 A1                          ● 已连接
     E07                                                          █  █▀█ ▄ █▀█ █▀█
     示例项目 大尺寸金属构件的增材制造                  已上场    █  █ █ ▄ █ █ █ █
     企业组 · 金属增材                                    准备    ▀  ▀▀▀   ▀▀▀ ▀▀▀
     ● 回避：本席不评本项目，不收评分表。原因：亲属或师生关系
      技术和产品           0-10 权重 2 [      ]
        很好 9-10  较好 7-9  一般 4-7
        技术的创新性、成熟度，产品的性能与知识产权
      商业模式及实施方案   0-10 权重 2 [      ]
        很好 9-10  较好 7-9  一般 4-7
        模式是否清晰，方案是否可行
      行业及市场           0-10 权重 2 [      ]
        很好 9-10  较好 7-9  一般 4-7
        市场容量与竞争格局
      团队                 0-10 权重 2 [      ]
        很好 9-10  较好 7-9  一般 4-7
        核心成员的经历与分工
      财务分析             0-10 权重 2 [      ]
        很好 9-10  较好 7-9  一般 4-7
        收入、成本与融资计划



    ? 帮助  Tab 我的评分表  Page Up 前一个项目  Page Down 后一个项目  m 笔记  q 退出
    ");
    assert_snapshot!(look(&evening, Lang::En, &UP, 80, 24), @"
    Additive manufacturing final     Room A judge A1                        ● online
     E07                                                          █  █▀█ ▄ █▀█ █▀█
     Sample: large metal parts                       called up    █  █ █ ▄ █ █ █ █
     Enterprise · metal                                  ready    ▀  ▀▀▀   ▀▀▀ ▀▀▀
     ● Recused: this seat does not score the project, no sheet is taken. Why: 亲属或
       师生关系
      Technology and product    0-10 weight 2 [      ]

      Business model and plan   0-10 weight 2 [      ]

      Industry and market       0-10 weight 2 [      ]

      Team                      0-10 weight 2 [      ]

      Finance                   0-10 weight 2 [      ]


      Technology and product · 0-10
      very good 9-10  good 7-9  fair 4-7
      How new and how mature it is


    ? help  Tab my sheets  Page Up previous project  Page Down next project  m note
    q quit
    ");
}

#[test]
fn a_recusal_under_way_and_one_that_was_refused() {
    let mut evening = Evening::on_stage("E07");
    evening.ask_to_recuse();
    evening.write("1");
    let sent = evening.press(Enter);
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 80, 12), @"
    增材制造大赛决赛                  A 厅 评委 A1                          ● 已连接
     E07  示例项目 大尺寸金属构件的增材制造                          展示 准备 10:00
     ○ 未提交
    ▶ 技术和产品           0-10 权重 2 [      ] 85 即 8.5
      商业模式及实施方案   0-10 权重 2 [      ]
      行业及市场           0-10 权重 2 [      ]
      团队                 0-10 权重 2 [      ]
      财务分析             0-10 权重 2 [      ]
      很好 9-10  较好 7-9  一般 4-7
     合计 0 / 100 · 精确到 0.1 · 已打 0/5 · 缺：技术和产品、商业模式及实施方案、行…
    正在送出对 E07 的回避，服务端还未确认
    回车 下一项  ? 帮助  右 加一档  左 减一档  上 上移  下 下移  Tab 我的评分表
    ");
    evening.finish("E07");
    evening.deliver(sent);
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 80, 12), @"
    增材制造大赛决赛                  A 厅 评委 A1                          ● 已连接
     E07  示例项目 大尺寸金属构件的增材制造                         打分 时间到 0:00
     ○ 未提交
    ▶ 技术和产品           0-10 权重 2 [      ] 85 即 8.5
      商业模式及实施方案   0-10 权重 2 [      ]
      行业及市场           0-10 权重 2 [      ]
      团队                 0-10 权重 2 [      ]
      财务分析             0-10 权重 2 [      ]
     合计 0 / 100 · 精确到 0.1 · 已打 0/5 · 缺：技术和产品、商业模式及实施方案、行…
    对 E07 的回避未办理，须回避请告知主持人。E07 现在是「打分」，未做任何改动；请看
    清屏幕，如仍需要请再按一次。
    回车 下一项  ? 帮助  右 加一档  左 减一档  上 上移  下 下移  Tab 我的评分表
    ");
    assert_snapshot!(look(&evening, Lang::En, &UP, 80, 12), @r#"
    Additive manufacturing final     Room A judge A1                        ● online
     E07  Sample: large metal parts                             scoring time up 0:00
     ○ Not submitted
    ▶ Technology and product    0-10 weight 2 [      ] 85 is 8.5
      Business model and plan   0-10 weight 2 [      ]
      Industry and market       0-10 weight 2 [      ]
      Team                      0-10 weight 2 [      ]
     Total 0 / 100 · in steps of 0.1 · 0/5 marked · missing: Technology and product…
    Not recused from E07; tell the host if you have to be. E07 is at "scoring" now,
    so nothing was done. Look at the screen and press again if it is still what you
    want.
    Enter next  ? help  Right more  Left less  Up up  Down down  Tab my sheets
    "#);
}

#[test]
fn a_seat_that_is_not_waited_for() {
    let mut evening = Evening::on_stage("E07");
    evening.mark_seat("E07", SeatMark::Absent);
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 80, 24), @"
    增材制造大赛决赛                  A 厅 评委 A1                          ● 已连接
     E07                                                          █  █▀█ ▄ █▀█ █▀█
     示例项目 大尺寸金属构件的增材制造                    展示    █  █ █ ▄ █ █ █ █
     企业组 · 金属增材                                    准备    ▀  ▀▀▀   ▀▀▀ ▀▀▀
     ▲ 缺席：评审不再等本席，锁定前仍可提交。原因：路上堵车
    ▶ 技术和产品           0-10 权重 2 [      ] 85 即 8.5
        很好 9-10  较好 7-9  一般 4-7
        技术的创新性、成熟度，产品的性能与知识产权
      商业模式及实施方案   0-10 权重 2 [      ]
        很好 9-10  较好 7-9  一般 4-7
        模式是否清晰，方案是否可行
      行业及市场           0-10 权重 2 [      ]
        很好 9-10  较好 7-9  一般 4-7
        市场容量与竞争格局
      团队                 0-10 权重 2 [      ]
        很好 9-10  较好 7-9  一般 4-7
        核心成员的经历与分工
      财务分析             0-10 权重 2 [      ]
        很好 9-10  较好 7-9  一般 4-7
        收入、成本与融资计划
     合计 0 / 100 · 精确到 0.1 · 已打 0/5 · 缺：技术和产品、商业模式及实施方案、行…

    回车 下一项  ? 帮助  右 加一档  左 减一档  上 上移  下 下移  Tab 我的评分表
    Page Up 前一个项目  Page Down 后一个项目  m 笔记  q 退出  Ctrl-R 回避本项目
    ");
    evening.mark_seat("E07", SeatMark::Late);
    assert_snapshot!(look(&evening, Lang::En, &UP, 80, 24), @"
    Additive manufacturing final     Room A judge A1                        ● online
     E07                                                          █  █▀█ ▄ █▀█ █▀█
     Sample: large metal parts                    presentation    █  █ █ ▄ █ █ █ █
     Enterprise · metal                                  ready    ▀  ▀▀▀   ▀▀▀ ▀▀▀
     ▲ Marked late: the panel goes on without this seat; submit until the lock. Why:
       路上堵车
    ▶ Technology and product    0-10 weight 2 [      ] 85 is 8.5

      Business model and plan   0-10 weight 2 [      ]

      Industry and market       0-10 weight 2 [      ]

      Team                      0-10 weight 2 [      ]

      Finance                   0-10 weight 2 [      ]


      Technology and product · 0-10
      very good 9-10  good 7-9  fair 4-7
      How new and how mature it is
     Total 0 / 100 · in steps of 0.1 · 0/5 marked · missing: Technology and product…

    Enter next  ? help  Right more  Left less  Up up  Down down  Tab my sheets
    Page Up previous project  Page Down next project  m note  q quit  Ctrl-R recuse
    ");
}

#[test]
fn a_void_seat_shows_what_does_not_count() {
    let mut evening = Evening::on_stage("E07");
    evening.submit(["9"; 5]);
    evening.both(Act::Void { project: "E07".into(), seat: "A1".into() }, "查实利害关系");
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 80, 24), @"
    增材制造大赛决赛                  A 厅 评委 A1                          ● 已连接
     E07                                                          █  █▀█ ▄ █▀█ █▀█
     示例项目 大尺寸金属构件的增材制造                    展示    █  █ █ ▄ █ █ █ █
     企业组 · 金属增材                                    准备    ▀  ▀▀▀   ▀▀▀ ▀▀▀
     ▲ 作废：本席对本项目的评分不计。原因：查实利害关系
      技术和产品           0-10 权重 2 [     9] 很好
        很好 9-10  较好 7-9  一般 4-7
        技术的创新性、成熟度，产品的性能与知识产权
      商业模式及实施方案   0-10 权重 2 [     9] 很好
        很好 9-10  较好 7-9  一般 4-7
        模式是否清晰，方案是否可行
      行业及市场           0-10 权重 2 [     9] 很好
        很好 9-10  较好 7-9  一般 4-7
        市场容量与竞争格局
      团队                 0-10 权重 2 [     9] 很好
        很好 9-10  较好 7-9  一般 4-7
        核心成员的经历与分工
      财务分析             0-10 权重 2 [     9] 很好
        很好 9-10  较好 7-9  一般 4-7
        收入、成本与融资计划

     合计 90 / 100 · 精确到 0.1 · 已打 5/5

    ? 帮助  Tab 我的评分表  Page Up 前一个项目  Page Down 后一个项目  m 笔记  q 退出
    ");
    assert_snapshot!(look(&evening, Lang::En, &UP, 80, 24), @"
    Additive manufacturing final     Room A judge A1                        ● online
     E07                                                          █  █▀█ ▄ █▀█ █▀█
     Sample: large metal parts                    presentation    █  █ █ ▄ █ █ █ █
     Enterprise · metal                                  ready    ▀  ▀▀▀   ▀▀▀ ▀▀▀
     ▲ Void: what this seat gave the project does not count. Why: 查实利害关系
      Technology and product    0-10 weight 2 [     9] very good
        very good 9-10  good 7-9  fair 4-7
        How new and how mature it is
      Business model and plan   0-10 weight 2 [     9] very good
        very good 9-10  good 7-9  fair 4-7
        Whether the plan can work
      Industry and market       0-10 weight 2 [     9] very good
        very good 9-10  good 7-9  fair 4-7
        Size and competition
      Team                      0-10 weight 2 [     9] very good
        very good 9-10  good 7-9  fair 4-7
        Who they are and who does what
      Finance                   0-10 weight 2 [     9] very good
        very good 9-10  good 7-9  fair 4-7
        Income, costs, funding
     Total 90 / 100 · in steps of 0.1 · 5/5 marked

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
      E07 示例项目 大尺寸金属构件的增材制造                             90  ▲ 已退回
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
      E07 Sample: large metal parts                                 90  ▲ given back
      E08 Sample: copper heat sinks                                     ▲ void
    ▶ S01 Sample: scaffolds                                             ● recused







    E07 was given back, press Tab and submit it again: 误操作
    ? help  Tab my sheets  Page Up previous project  Page Down next project  m note
    ");
    evening.tap(PageUp);
    assert_eq!(evening.shown(), "E08");
}

#[test]
fn the_panel_is_told_in_a_band_with_the_break_below() {
    let mut evening = Evening::new();
    evening.tell_the_panel("请各位评委休息后于 14:30 前回到席位，第二场由创业组开始", true);
    let name = Text { zh: "茶歇".to_owned(), en: "Tea break".to_owned() };
    evening.host(&Wish::TakeBreak { room: "A".into(), name, length: Ms::seconds(900) });
    assert_snapshot!(look(&evening, Lang::Zh, &UP, 80, 24), @"
    增材制造大赛决赛                  A 厅 评委 A1                          ● 已连接
     E07
     示例项目 大尺寸金属构件的增材制造
     企业组 · 金属增材
     ▲ 请各位评委休息后于 14:30 前回到席位，第二场由创业组开始
     ▶ 茶歇，还有 13:37
     ○ 还未开始
    ▶ 技术和产品           0-10 权重 2 [      ] 85 即 8.5

      商业模式及实施方案   0-10 权重 2 [      ]

      行业及市场           0-10 权重 2 [      ]

      团队                 0-10 权重 2 [      ]

      财务分析             0-10 权重 2 [      ]

      技术和产品 · 0-10
      很好 9-10  较好 7-9  一般 4-7
      技术的创新性、成熟度，产品的性能与知识产权
     合计 0 / 100 · 精确到 0.1 · 已打 0/5

    回车 下一项  ? 帮助  上 上移  下 下移  Tab 我的评分表  Page Up 前一个项目
    Page Down 后一个项目  m 笔记  q 退出  Ctrl-R 回避本项目
    ");
    assert_snapshot!(look(&evening, Lang::En, &UP, 80, 24), @"
    Additive manufacturing final     Room A judge A1                        ● online
     E07
     Sample: large metal parts
     Enterprise · metal
     ▲ 请各位评委休息后于 14:30 前回到席位，第二场由创业组开始
     ▶ Tea break, 13:37 left
     ○ Not begun yet
    ▶ Technology and product    0-10 weight 2 [      ] 85 is 8.5

      Business model and plan   0-10 weight 2 [      ]

      Industry and market       0-10 weight 2 [      ]

      Team                      0-10 weight 2 [      ]

      Finance                   0-10 weight 2 [      ]

      Technology and product · 0-10
      very good 9-10  good 7-9  fair 4-7
      How new and how mature it is
     Total 0 / 100 · in steps of 0.1 · 0/5 marked

    Enter next  ? help  Up up  Down down  Tab my sheets  Page Up previous project
    Page Down next project  m note  q quit  Ctrl-R recuse
    ");
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
      Team                   0-10 [      ]
     Total 0 / 100 · 0/5 marked

    Enter next  ? help  Up up  Down down
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
     Total 0 / 100 · 0/5 marked

    Enter next  ? help  Right more
    ");
}
