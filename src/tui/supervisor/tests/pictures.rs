//! What the screen looks like.

use insta::assert_snapshot;
use ratatui::crossterm::event::KeyCode::{Char, Down, Enter, Left, Tab};

use super::*;
use crate::{
    client::Trouble,
    contest::{At, Fact},
    tui::screen::every_small_size,
};

/// E02 waits for its last sheets, and A7 has typed the total into one criterion.
fn with_an_alarm() -> Evening {
    let mut evening = Evening::in_the_middle();
    let group = evening.hub.contest.session().group_of(&"E02".into()).unwrap().clone();
    let mark = |(it, _): (&crate::contest::Criterion, _)| {
        let all = it.id.as_str() == "technology";
        (it.id.clone(), if all { it.max } else { rust_decimal::Decimal::ZERO })
    };
    let marks: Marks = group.rubric.unwrap().marked().map(mark).collect();
    evening.ask("A/judge/A7", &Wish::Submit { project: "E02".into(), revision: 2, marks });
    evening
}

/// Two equal scores that the session leaves to the jury chair.
fn tied() -> Evening {
    let mut session = session();
    for group in &mut session.groups {
        if let Some(rubric) = &mut group.rubric {
            rubric.scoring.ties = vec![crate::contest::TieRule::Chair];
        }
    }
    let mut evening = Evening::of(session);
    for project in ["E01", "E02"] {
        evening.released(project, ["8"; 7]);
    }
    evening.released("E03", ["9", "8.5", "8", "9.5", "7", "8", "8.5"]);
    evening
}

impl Evening {
    /// The open dialog alone, in both languages.
    fn dialog(&self) -> String {
        let boxed = |row: &str| {
            let from = row.find(['┌', '│', '└'])?;
            let to = row.rfind(['┐', '│', '┘'])?;
            row.get(from..to).map(|it| format!("{}\n", it.trim_end()))
        };
        let drawn = [Lang::Zh, Lang::En].map(|lang| self.drawn(lang, 80, 24));
        drawn.iter().flat_map(|it| it.lines()).filter_map(boxed).collect()
    }
}

#[test]
fn before_the_first_picture() {
    let evening = Evening { screen: SupervisorScreen::new(), ..Evening::begins() };
    assert_snapshot!(evening.drawn(Lang::Zh, 60, 8), @"
    roadshow                   监督席                   ○ 连接中
                        正在等待服务端的数据





    Tab 换页  ? 帮助  q 退出  左 前一个项目  右 后一个项目
    ");
}

#[test]
fn the_run_orders_of_all_rooms() {
    assert_snapshot!(Evening::in_the_middle().drawn(Lang::Zh, 80, 24), @"
    第十一届“创客中国”增材制造中小企业…  监督席                             ● 已连接
    A 会场  E02 评分  5/7  0:52  已完成 1/30
    B 会场  S01 展示  0/7  9:59  已完成 0/20
    [路演顺序]  评分表   排名   待办与更正   日志
    A 会场
      E01 示例项目 E01 钛合金航空支架一体化打印                         已公布 84.00
    ▶ E02 示例项目 E02 连续碳纤维复合材料打印                           评分     5/7
      E03 示例项目 E03 个性化骨科植入物                                 未上场
      E04 示例项目 E04 高功率激光振镜                                   未上场
      E05 示例项目 E05 气雾化高温合金粉末                               未上场
      E06 示例项目 E06 拓扑优化设计软件                                 未上场
      E07 示例项目 E07 熔池视觉在线监测与缺陷预测                       未上场
      E08 示例项目 E08 大型船舶螺旋桨电弧增材制造与原位铣削复合加工     未上场
      E09 示例项目 E09 多激光大幅面粉末床装备                           未上场
      E10 示例项目 E10 砂型粘结剂喷射                                   未上场
      E11 示例项目 E11 齿科隐形矫治器批量打印                           未上场
      E12 示例项目 E12 再生铝合金粉末                                   未上场
      E13 示例项目 E13 打印变形仿真与自动补偿                           未上场
      E14 示例项目 E14 工艺参数智能推荐                                 未上场
      E15 示例项目 E15 随形冷却注塑模具                                 未上场
      E16 示例项目 E16 高速光固化鞋中底                                 未上场
    没有待办事项

    Tab 换页  p 提议  ? 帮助  q 退出  左 前一个项目  右 后一个项目  r 另一会场
    ");
    assert_snapshot!(Evening::in_the_middle().drawn(Lang::En, 80, 24), @"
    11th Maker in China contest, addi… Supervisor                           ● online
    Room A  E02 scoring  5/7  0:52  done 1/30
    Room B  S01 presentation  0/7  9:59  done 0/20
    [Run order]  Sheets   Ranking   Pending   Journal
    Room A
      E01 Sample project E01: titanium aircraft brackets print…   released     84.00
    ▶ E02 Sample project E02: continuous carbon-fibre printing    scoring        5/7
      E03 Sample project E03: patient-matched orthopaedic impl…   waiting
      E04 Sample project E04: high-power laser scanner heads      waiting
      E05 Sample project E05: gas-atomised superalloy powder      waiting
      E06 Sample project E06: topology optimisation software      waiting
      E07 Sample project E07: vision monitoring of the melt po…   waiting
      E08 Sample project E08: wire-arc additive manufacturing …   waiting
      E09 Sample project E09: large multi-laser powder-bed mac…   waiting
      E10 Sample project E10: binder-jet sand moulds              waiting
      E11 Sample project E11: serial printing of clear dental …   waiting
      E12 Sample project E12: recycled aluminium powder           waiting
      E13 Sample project E13: distortion simulation with autom…   waiting
      E14 Sample project E14: process parameters suggested by …   waiting
      E15 Sample project E15: conformally cooled injection mou…   waiting
      E16 Sample project E16: midsoles by fast photopolymerisa…   waiting
    nothing waits

    Tab next page  p propose  ? help  q quit  Left project before
    ");
}

#[test]
fn the_sheets_of_a_project_while_some_are_waited_for() {
    let mut evening = Evening::in_the_middle();
    evening.types(&[Tab]);
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @"
    第十一届“创客中国”增材制造中小企业…  监督席                             ● 已连接
    A 会场  E02 评分  5/7  0:52  已完成 1/30
    B 会场  S01 展示  0/7  9:59  已完成 0/20
     路演顺序  [评分表]  排名   待办与更正   日志
    E02  示例项目 E02 连续碳纤维复合材料打印
    评分
                       商业模式及
      席位  技术和产品   实施方案  行业及市场  团队  财务分析   合计
    ▶ A1           8.0        8.0         8.0   8.0       8.0  80.0   已交
      A2           7.0        7.0         7.0   7.0       7.0 (70.0)  已交 去最低分
      A3                                                              未交
      A4           9.0        9.0         9.0   9.0       9.0 (90.0)  已交 去最高分
      A5                                                              未交
      A6           8.0        8.0         8.0   8.0       8.0  80.0   已交
      A7           8.0        8.0         8.0   8.0       8.0  80.0   已交
    目前得分 80.00  精确值 80  5 份评分表，去掉 2 份后取平均





    没有待办事项

    Tab 换页  p 提议  ? 帮助  q 退出  左 前一个项目  右 后一个项目  r 另一会场
    ");
    assert_snapshot!(evening.drawn(Lang::En, 80, 24), @"
    11th Maker in China contest, addi… Supervisor                           ● online
    Room A  E02 scoring  5/7  0:52  done 1/30
    Room B  S01 presentation  0/7  9:59  done 0/20
     Run order  [Sheets]  Ranking   Pending   Journal
    E02  Sample project E02: continuous carbon-fibre printing
    scoring
            Technology  Business   Industry
      seat and product model an… and market  Team Finance  total
    ▶ A1           8.0       8.0        8.0   8.0     8.0  80.0   scored
      A2           7.0       7.0        7.0   7.0     7.0 (70.0)  scored lowest out
      A3                                                          no sheet yet
      A4           9.0       9.0        9.0   9.0     9.0 (90.0)  scored highest out
      A5                                                          no sheet yet
      A6           8.0       8.0        8.0   8.0     8.0  80.0   scored
      A7           8.0       8.0        8.0   8.0     8.0  80.0   scored
    score so far 80.00  exactly 80  mean of 5 sheets without 2





    nothing waits

    Tab next page  p propose  ? help  q quit  Left project before
    ");
}

#[test]
fn a_released_project_with_everything_on_its_record() {
    let mut evening = Evening::in_the_middle();
    evening.host_proposes(void("A3"));
    evening.ask("supervisor", &Wish::Agree { proposal: 1 });
    let (project, rule) = ("E01".into(), "overtime".into());
    evening.host_proposes(Act::Deduct { project, rule, units: 2 });
    evening.ask("supervisor", &Wish::Agree { proposal: 2 });
    evening.types(&[Tab, Left]);
    assert_snapshot!(evening.drawn(Lang::En, 80, 24), @"
    11th Maker in China contest, addi… Supervisor                           ● online
    Room A  E02 scoring  5/7  0:48  done 1/30
    Room B  S01 presentation  0/7  9:55  done 0/20
     Run order  [Sheets]  Ranking   Pending   Journal
    E01  Sample project E01: titanium aircraft brackets printed in one piece
    released
            Technology  Business   Industry
      seat and product model an… and market  Team Finance  total
    ▶ A1           9.0       9.0        9.0   9.0     9.0  90.0   scored
      A2           8.5       8.5        8.5   8.5     8.5  85.0   scored
      A3           8.0       8.0        8.0   8.0     8.0  80.0   void
      A4           9.5       9.5        9.5   9.5     9.5 (95.0)  scored highest out
      A5           7.0       7.0        7.0   7.0     7.0 (70.0)  scored lowest out
      A6           8.0       8.0        8.0   8.0     8.0  80.0   scored
      A7           8.5       8.5        8.5   8.5     8.5  85.0   scored
    score 84.00  before deductions 85.00  exactly 85  mean of 6 sheets without 2
    deduction 1.0: overtime, 2 units (no. 1, 查实利害关系)
    A3 void: 查实利害关系



    nothing waits

    Tab next page  p propose  ? help  q quit  Left project before
    ");
    evening.types(&[Tab]);
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @"
    第十一届“创客中国”增材制造中小企业…  监督席                             ● 已连接
    A 会场  E02 评分  5/7  0:48  已完成 1/30
    B 会场  S01 展示  0/7  9:55  已完成 0/20
     路演顺序   评分表  [排名]  待办与更正   日志
    企业组  暂定，已公布 1/30
      1 E01 示例项目 E01 钛合金航空支架一体化打印                       一等奖 84.00







    创业组  暂定，已公布 0/20







    没有待办事项

    Tab 换页  p 提议  ? 帮助  q 退出  左 前一个项目  右 后一个项目  r 另一会场
    ");
}

#[test]
fn a_large_window_shows_the_run_order_the_sheets_and_what_waits() {
    let mut evening = Evening::in_the_middle();
    evening.host_proposes(void("A3"));
    assert_snapshot!(evening.drawn(Lang::Zh, 160, 40), @"
    第十一届“创客中国”增材制造中小企业创新创业大赛决赛                           监督席                                                                     ● 已连接
    A 会场  E02 评分  5/7  0:51  已完成 1/30
    B 会场  S01 展示  0/7  9:58  已完成 0/20
    [路演顺序]  评分表   排名   待办与更正 1   日志
    A 会场                                                          │ E02  示例项目 E02 连续碳纤维复合材料打印
      E01 示例项目 E01 钛合金航空支架一体化打印        已公布 84.00 │ 评分
    ▶ E02 示例项目 E02 连续碳纤维复合材料打印          评分     5/7 │                    商业模式及
      E03 示例项目 E03 个性化骨科植入物                未上场       │   席位  技术和产品   实施方案  行业及市场  团队  财务分析   合计
      E04 示例项目 E04 高功率激光振镜                  未上场       │ ▶ A1           8.0        8.0         8.0   8.0       8.0  80.0   已交
      E05 示例项目 E05 气雾化高温合金粉末              未上场       │   A2           7.0        7.0         7.0   7.0       7.0 (70.0)  已交 去最低分
      E06 示例项目 E06 拓扑优化设计软件                未上场       │   A3                                                              未交
      E07 示例项目 E07 熔池视觉在线监测与缺陷预测      未上场       │   A4           9.0        9.0         9.0   9.0       9.0 (90.0)  已交 去最高分
      E08 示例项目 E08 大型船舶螺旋桨电弧增材制造与…   未上场       │   A5                                                              未交
      E09 示例项目 E09 多激光大幅面粉末床装备          未上场       │   A6           8.0        8.0         8.0   8.0       8.0  80.0   已交
      E10 示例项目 E10 砂型粘结剂喷射                  未上场       │   A7           8.0        8.0         8.0   8.0       8.0  80.0   已交
      E11 示例项目 E11 齿科隐形矫治器批量打印          未上场       │ 目前得分 80.00  精确值 80  5 份评分表，去掉 2 份后取平均
      E12 示例项目 E12 再生铝合金粉末                  未上场       │
      E13 示例项目 E13 打印变形仿真与自动补偿          未上场       │ 待办与更正
      E14 示例项目 E14 工艺参数智能推荐                未上场       │   待您确认 第 1 号 席位作废：E01 A3
      E15 示例项目 E15 随形冷却注塑模具                未上场       │     原因：查实利害关系
      E16 示例项目 E16 高速光固化鞋中底                未上场       │
      E17 示例项目 E17 生物可吸收镁合金血管支架及其…   未上场       │
      E18 示例项目 E18 电子束枪与真空系统              未上场       │
      E19 示例项目 E19 高性能聚醚醚酮线材              未上场       │
      E20 示例项目 E20 晶格结构建模平台                未上场       │
      E21 示例项目 E21 面向分布式工厂的智能排产        未上场       │
      E22 示例项目 E22 火箭发动机推力室                未上场       │
      E23 示例项目 E23 大尺寸颗粒挤出打印              未上场       │ 企业组  暂定，已公布 1/30
      E24 示例项目 E24 手术导板云制造                  未上场       │   1 E01 示例项目 E01 钛合金航空支架一体化打印                                     一等奖 84.00
      E25 示例项目 E25 送粉喷嘴与过程控制              未上场       │
      E26 示例项目 E26 陶瓷光固化浆料                  未上场       │
      E27 示例项目 E27 打印云管家                      未上场       │
      E28 示例项目 E28 逆向建模大模型                  未上场       │ 创业组  暂定，已公布 0/20
      E29 示例项目 E29 铜合金感应线圈                  未上场       │
      E30 示例项目 E30 全自动粉末循环与后处理产线      未上场       │
    B 会场                                                          │
      S01 示例项目 S01 可穿戴康复支具                  展示     0/7 │
     ▲ 待您确认 1

    Tab 换页  a 同意提议  d 否决提议  p 提议  ? 帮助  q 退出  左 前一个项目  右 后一个项目  r 另一会场
    ");
}

#[test]
fn a_large_window_in_english() {
    let mut evening = Evening::in_the_middle();
    evening.host_proposes(void("A3"));
    evening.types(&[Left]);
    assert_snapshot!(evening.drawn(Lang::En, 200, 50), @"
    11th Maker in China contest, additive manufacturing: the final                                 Supervisor                                                                                       ● online
    Room A  E02 scoring  5/7  0:51  done 1/30
    Room B  S01 presentation  0/7  9:58  done 0/20
    [Run order]  Sheets   Ranking   Pending 1   Journal
    Room A                                                                          │ E01  Sample project E01: titanium aircraft brackets printed in one piece
    ▶ E01 Sample project E01: titanium aircraft brackets prin…   released     84.00 │ released
      E02 Sample project E02: continuous carbon-fibre printing   scoring        5/7 │         Technology Business model   Industry
      E03 Sample project E03: patient-matched orthopaedic imp…   waiting            │   seat and product       and plan and market  Team  Finance  total
      E04 Sample project E04: high-power laser scanner heads     waiting            │ ▶ A1           9.0            9.0        9.0   9.0      9.0  90.0   scored
      E05 Sample project E05: gas-atomised superalloy powder     waiting            │   A2           8.5            8.5        8.5   8.5      8.5  85.0   scored
      E06 Sample project E06: topology optimisation software     waiting            │   A3           8.0            8.0        8.0   8.0      8.0  80.0   scored
      E07 Sample project E07: vision monitoring of the melt p…   waiting            │   A4           9.5            9.5        9.5   9.5      9.5 (95.0)  scored highest out
      E08 Sample project E08: wire-arc additive manufacturing…   waiting            │   A5           7.0            7.0        7.0   7.0      7.0 (70.0)  scored lowest out
      E09 Sample project E09: large multi-laser powder-bed ma…   waiting            │   A6           8.0            8.0        8.0   8.0      8.0  80.0   scored
      E10 Sample project E10: binder-jet sand moulds             waiting            │   A7           8.5            8.5        8.5   8.5      8.5  85.0   scored
      E11 Sample project E11: serial printing of clear dental…   waiting            │ score 84.00  exactly 84  mean of 7 sheets without 2
      E12 Sample project E12: recycled aluminium powder          waiting            │
      E13 Sample project E13: distortion simulation with auto…   waiting            │ Pending
      E14 Sample project E14: process parameters suggested by…   waiting            │   waits for you, no. 1: void a seat: E01 A3
      E15 Sample project E15: conformally cooled injection mo…   waiting            │     reason: 查实利害关系
      E16 Sample project E16: midsoles by fast photopolymeris…   waiting            │
      E17 Sample project E17: bioresorbable magnesium vascula…   waiting            │
      E18 Sample project E18: electron-beam guns and vacuum s…   waiting            │
      E19 Sample project E19: high-performance PEEK filament     waiting            │
      E20 Sample project E20: a lattice modelling platform       waiting            │
      E21 Sample project E21: smart scheduling for distribute…   waiting            │
      E22 Sample project E22: rocket engine thrust chambers      waiting            │
      E23 Sample project E23: large-format pellet extrusion      waiting            │ Enterprise group  provisional, 1/30
      E24 Sample project E24: surgical guides from the cloud     waiting            │   1 E01 Sample project E01: titanium aircraft brackets printed in one piece                          First prize 84.00
      E25 Sample project E25: powder nozzles and process cont…   waiting            │
      E26 Sample project E26: ceramic slurry for photopolymer…   waiting            │
      E27 Sample project E27: a print farm manager               waiting            │
      E28 Sample project E28: a large model for reverse engin…   waiting            │
      E29 Sample project E29: copper induction coils             waiting            │ Startup group  provisional, 0/20
      E30 Sample project E30: an automatic line for powder re…   waiting            │
    Room B                                                                          │
      S01 Sample project S01: wearable rehabilitation braces     presentation   0/7 │
      S02 Sample project S02: micro turbines                     waiting            │
      S03 Sample project S03: 3D models from speech              waiting            │
      S04 Sample project S04: degradable filament in place of…   waiting            │ 0 records · journal 0
      S05 Sample project S05: a plug-in for light structures     waiting            │
      S06 Sample project S06: a desktop metal printer            waiting            │
      S07 Sample project S07: 4D-printed soft grippers           waiting            │
      S08 Sample project S08: organ-on-chip printing and a dr…   waiting            │
      S09 Sample project S09: lattice heat sinks                 waiting            │
      S10 Sample project S10: automatic detection of failed p…   waiting            │
      S11 Sample project S11: drone airframes formed in one p…   waiting            │
     ▲ 1 for you to confirm

    Tab next page  a agree  d decline  p propose  ? help  q quit  Left project before  Right project after  r other room  Esc follow the stage
    ");
}

#[test]
fn an_alarm_stands_out_before_the_lock() {
    let mut evening = with_an_alarm();
    evening.types(&[Tab]);
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @"
    第十一届“创客中国”增材制造中小企业…  监督席                             ● 已连接
    A 会场  E02 评分  5/7  0:51  已完成 1/30
    B 会场  S01 展示  0/7  9:58  已完成 0/20
     路演顺序  [评分表]  排名   待办与更正 2   日志
    E02  示例项目 E02 连续碳纤维复合材料打印
    评分
    ▲ A7：总分 20 与评审组中位数 80 相差达到 15。请询问是否属实。
    ▲ A7：全部分数都在 技术和产品（10），其余评分项为零。请询问是否误将总分填入该
    项。
                       商业模式及 行业及       财务
      席位  技术和产品   实施方案   市场  团队 分析   合计
    ▶ A1           8.0        8.0    8.0   8.0  8.0  80.0   已交
      A2           7.0        7.0    7.0   7.0  7.0  70.0   已交
      A3                                                    未交
      A4           9.0        9.0    9.0   9.0  9.0 (90.0)  已交 去最高分
      A5                                                    未交
      A6           8.0        8.0    8.0   8.0  8.0  80.0   已交
      A7          10.0        0.0    0.0   0.0  0.0 (20.0)  已交 第 2 版 去最低分
    目前得分 76.67  精确值 230/3  5 份评分表，去掉 2 份后取平均


     ▲ 锁定前核对 2

    Tab 换页  p 提议  ? 帮助  q 退出  左 前一个项目  右 后一个项目  r 另一会场
    ");
    evening.types(&[Tab, Tab]);
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @"
    第十一届“创客中国”增材制造中小企业…  监督席                             ● 已连接
    A 会场  E02 评分  5/7  0:51  已完成 1/30
    B 会场  S01 展示  0/7  9:58  已完成 0/20
     路演顺序   评分表   排名  [待办与更正 2]  日志
    ▶ ▲ E02  A7：总分 20 与评审组中位数 80 相差达到 15。请询问是否属实。
      ▲ E02  A7：全部分数都在 技术和产品（10），其余评分项为零。请询问是否误将总分填
      入该项。














     ▲ 锁定前核对 2

    Tab 换页  p 提议  ? 帮助  q 退出  左 前一个项目  右 后一个项目  r 另一会场
    ");
}

#[test]
fn an_act_to_agree_to_is_repeated_in_full() {
    let mut evening = Evening::in_the_middle();
    evening.host_proposes(void("A3"));
    evening.types(&[Char('a')]);
    assert_snapshot!(evening.dialog(), @"
    ┌ 同意提议 ──────────────────────────────────────────────────────────
    │ 席位作废：E01 A3
    │ E01 示例项目 E01 钛合金航空支架一体化打印 · 已公布
    │ A3 已交 合计 80
    │ 原因：查实利害关系
    │ 控台提议
    │ 该席位不计入得分，评分表留存备查。
    │
    │ y 确认  Esc 取消
    └────────────────────────────────────────────────────────────────────
    ┌ agree ─────────────────────────────────────────────────────────────
    │ void a seat: E01 A3
    │ E01 Sample project E01: titanium aircraft brackets printed in one
    │ piece · released
    │ A3 scored total 80
    │ reason: 查实利害关系
    │ proposed by the host
    │ The seat does not count; its sheet stays on file.
    │
    │ y confirm  Esc cancel
    └────────────────────────────────────────────────────────────────────
    ");
}

#[test]
fn what_waits_and_what_was_corrected() {
    let mut evening = tied();
    let act = Act::Void { project: "E03".into(), seat: "A1".into() };
    evening.host_proposes(act);
    evening.ask("supervisor", &Wish::Agree { proposal: 1 });
    evening.host_proposes(void("A3"));
    let act = Act::Disqualify { project: "E04".into() };
    evening.ask("supervisor", &Wish::Propose { act, reason: "材料不实".to_owned() });
    evening.types(&[Tab, Tab, Tab, Down]);
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @"
    第十一届“创客中国”增材制造中小企业…  监督席                             ● 已连接
    A 会场  台上无项目  已完成 3/30
    B 会场  台上无项目  已完成 0/20
     路演顺序   评分表   排名  [待办与更正 3]  日志
      待您确认 第 2 号 席位作废：E01 A3
        原因：查实利害关系
    ▶ 等待主持人 第 3 号 取消资格：E04
        原因：材料不实
      等待评委组长裁定 企业组并列：E01、E02
      更正公告第 1 号 E03：查实利害关系
        E03：由 第 1 名 84.00 一等奖 改为 第 1 名 82.50 一等奖










     ▲ 待您确认 1   ▲ 等待主持人 1   ▲ 等待组长裁定 1

    Tab 换页  a 同意提议  d 否决提议  p 提议  ? 帮助  q 退出  左 前一个项目
    ");
    assert_snapshot!(evening.drawn(Lang::En, 80, 24), @"
    11th Maker in China contest, addi… Supervisor                           ● online
    Room A  nobody on stage  done 3/30
    Room B  nobody on stage  done 0/20
     Run order   Sheets   Ranking  [Pending 3]  Journal
      waits for you, no. 2: void a seat: E01 A3
        reason: 查实利害关系
    ▶ waits for the host, no. 3: disqualify: E04
        reason: 材料不实
      waits for the jury chair, tie in Enterprise group: E01, E02
      bulletin no. 1 E03: 查实利害关系
        E03: from place 1 84.00 First prize to place 1 82.50 First prize










     ▲ 1 for you to confirm   ▲ 1 for the host   ▲ 1 for the chair

    Tab next page  a agree  d decline  p propose  ? help  q quit
    ");
}

#[test]
fn an_award_that_hangs_on_one_judge_is_told_once_all_scores_are_locked() {
    let mut evening = Evening::of((*sample::session()).clone());
    evening.types(&[Tab, Tab, Tab]);
    let marks = [("E01", ["10", "9", "6"]), ("E02", ["8", "8", "8"]), ("E03", ["7", "7", "7"])];
    for (project, marks) in marks {
        evening.hub.run_to(project, Stage::Scoring);
        for (judge, mark) in ["A1", "A2", "A3"].into_iter().zip(marks) {
            evening.hub.score(judge, project, mark, mark);
        }
        assert!(!evening.drawn(Lang::En, 100, 16).contains("ways of scoring"), "{project}");
        evening.hub.run_to(project, Stage::Locked);
        evening.show();
    }
    assert_snapshot!(evening.drawn(Lang::Zh, 100, 16), @"
    示例决赛                                       监督席                                       ● 已连接
    A  台上无项目  已完成 0/3  E01 已锁定 3/3  E02 已锁定 3/3  E03 已锁定 3/3
    B  台上无项目  已完成 0/2
     路演顺序   评分表   排名  [待办与更正]  日志
    ▶ enterprise first（E01）：9 种算法中有 2 种会改变
        去掉评委 A1、去掉评委 A2
      enterprise second（E02）：9 种算法中有 2 种会改变
        去掉评委 A1、去掉评委 A2





    没有待办事项

    Tab 换页  p 提议  ? 帮助  q 退出  左 前一个项目  右 后一个项目  r 另一会场
    ");
}

#[test]
fn what_can_be_proposed() {
    let mut evening = Evening::in_the_middle();
    evening.types(&[Left, Char('p')]);
    assert_snapshot!(evening.dialog(), @"
    ┌ 提议 E01 A1 ───────────────────────────────────────────────────────
    │ ▶ 1 申诉更正评分表：E01 A1
    │   2 席位作废：E01 A1
    │   3 申诉扣分：E01 超时
    │   4 取消资格：E01
    │
    │ 回车 下一步  Esc 取消  上 向上选择  下 向下选择
    └────────────────────────────────────────────────────────────────────
    ┌ propose E01 A1 ────────────────────────────────────────────────────
    │ ▶ 1 correct a sheet on appeal: E01 A1
    │   2 void a seat: E01 A1
    │   3 deduct points on appeal: E01 overtime
    │   4 disqualify: E01
    │
    │ Enter go on  Esc cancel  Up up  Down down
    └────────────────────────────────────────────────────────────────────
    ");
}

#[test]
fn a_sheet_is_typed_anew() {
    let mut evening = Evening::in_the_middle();
    evening.types(&[Left, Char('p')]);
    evening.types(&[Enter, Char('8'), Char('5'), Enter, Char('8')]);
    assert_snapshot!(evening.dialog(), @"
    ┌ 申诉更正评分表 E01 A1 ─────────────────────────────────────────────
    │   技术和产品         0-10   [    85] ▲ 只能打 0-10
    │ ▶ 商业模式及实施方案 0-10   [     8] 原 9.0
    │   行业及市场         0-10   [   9.0]
    │   团队               0-10   [   9.0]
    │   财务分析           0-10   [   9.0]
    │
    │ 回车 下一步  Esc 取消  上 向上选择  下 向下选择
    └────────────────────────────────────────────────────────────────────
    ┌ correct a sheet on appeal E01 A1 ──────────────────────────────────
    │   Technology and product  0-10   [    85] ▲ 0-10 only
    │ ▶ Business model and plan 0-10   [     8] was 9.0
    │   Industry and market     0-10   [   9.0]
    │   Team                    0-10   [   9.0]
    │   Finance                 0-10   [   9.0]
    │
    │ Enter go on  Esc cancel  Up up  Down down
    └────────────────────────────────────────────────────────────────────
    ");
}

#[test]
fn a_reason_is_asked_for() {
    let mut evening = Evening::in_the_middle();
    evening.types(&[Left, Char('p'), Char('2'), Char('1')]);
    assert_snapshot!(evening.dialog(), @"
    ┌ 提议 ──────────────────────────────────────────────────────────────
    │ 席位作废：E01 A1
    │ E01 示例项目 E01 钛合金航空支架一体化打印 · 已公布
    │ A1 已交 合计 90
    │ 该席位不计入得分，评分表留存备查。
    │ 记录在案的原因：
    │  1 查实利害关系
    │  2 评委中途离场
    │  3 违反评审纪律
    │  4 终端故障，评分表无法核实
    │  0 自行输入
    │
    │ 查实利害关系
    │ 回车 确认  Esc 取消
    └────────────────────────────────────────────────────────────────────
    ┌ propose ───────────────────────────────────────────────────────────
    │ void a seat: E01 A1
    │ E01 Sample project E01: titanium aircraft brackets printed in one
    │ piece · released
    │ A1 scored total 90
    │ The seat does not count; its sheet stays on file.
    │ Reason for the record:
    │  1 conflict of interest found
    │  2 left the hall
    │  3 broke the rules for judges
    │  4 terminal failed, the sheet cannot be verified
    │  0 in own words
    │
    │ 查实利害关系
    │ Enter confirm  Esc cancel
    └────────────────────────────────────────────────────────────────────
    ");
}

#[test]
fn a_small_window_keeps_what_is_chosen_and_what_waits() {
    let mut evening = Evening::in_the_middle();
    evening.host_proposes(void("A3"));
    evening.types(&[Tab, Left]);
    assert_snapshot!(evening.drawn(Lang::Zh, 40, 12), @"
    第十一届“创客中… 监督席         ● 已连接
     路演顺序  [评分表]  排名   待办与更正 1
    E01  示例项目 E01 钛合金航空支架一体化…
    已公布
            技  商  行       财
      席位 术… 业… 业… 团队 务…   合计
    ▶ A1   9.0 9.0 9.0  9.0 9.0  90.0   已交
      A2   8.5 8.5 8.5  8.5 8.5  85.0   已交
      A3   8.0 8.0 8.0  8.0 8.0  80.0   已交
     ▲ 待您确认 1

    Tab 换页  a 同意提议  d 否决提议  p 提议
    ");
}

#[test]
fn a_lost_link_is_said_with_its_reason() {
    let mut evening = Evening::begins();
    let trouble = Trouble::Silent { hub: "192.168.1.10:7878".to_owned() };
    let lost = LinkState::Lost { since: evening.hub.now + Ms(-12_000), trouble };
    evening.screen.hear(&News::Link(lost), evening.hub.now);
    let text = evening.drawn(Lang::En, 80, 24);
    assert!(text.contains("link lost for 12 s") && text.contains("192.168.1.10:7878"), "{text}");
}

#[test]
fn no_colour_and_no_wide_symbol_is_needed() {
    let mut evening = with_an_alarm();
    evening.types(&[Tab]);
    let text = evening.drawn_as(Lang::En, &Theme::plain(), 80, 24);
    assert!(text.contains("! 2 to check before the lock") && text.contains("(90.0)"), "{text}");
    for foreign in ["▲", "…", "│", "▶"] {
        assert!(!text.contains(foreign), "{foreign}: {text}");
    }
}

#[test]
fn it_is_drawn_at_any_size() {
    let mut evening = with_an_alarm();
    evening.host_proposes(void("A3"));
    let keys =
        [Tab, Tab, Tab, Char('a'), Char('n'), Char('p'), KeyCode::Esc, Left, Char('p'), Enter];
    for key in keys {
        evening.types(&[key]);
        let words = Words::new(Lang::Zh);
        let (theme, now) = (Theme::dark(), At(0));
        let link = &LinkState::Connecting;
        let scene = Scene { words: &words, theme: &theme, now, link };
        every_small_size(|area, buf| evening.screen.draw(&scene, area, buf));
        for (columns, rows) in [(30, 8), (47, 9), (79, 13), (110, 20), (200, 60)] {
            evening.drawn(Lang::En, columns, rows);
        }
    }
}

#[test]
fn the_journal_grows_above_the_page_and_each_room_keeps_its_head() {
    let mut evening = Evening::in_the_middle();
    let fact = Fact::Locked {
        project: "E01".into(),
        without: [].into(),
        sheets: 7,
        method: None,
        score: None,
    };
    evening.heads = Heads::sample(&evening.hub.contest, &fact);
    evening.show();
    let above = |lang, columns| {
        let drawn = evening.drawn(lang, columns, 24);
        drawn.lines().skip(1).take(3).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(above(Lang::Zh, 80), @"
    A 会场  E02 评分  5/7  0:52  已完成 1/30                       E01 412 3f2a 9c1b
    B 会场  S01 展示  0/7  9:59  已完成 0/20
    [路演顺序]  评分表   排名   待办与更正   日志                 日志 412 3f2a 9c1b
    ");
    assert_snapshot!(above(Lang::En, 80), @"
    Room A  E02 scoring  5/7  0:52  done 1/30                      E01 412 3f2a 9c1b
    Room B  S01 presentation  0/7  9:59  done 0/20
    [Run order]  Sheets   Ranking   Pending   Journal          journal 412 3f2a 9c1b
    ");
    assert_snapshot!(above(Lang::Zh, 120), @"
    A 会场  E02 评分  5/7  0:52  已完成 1/30                                                 E01 已锁定 · 日志 412 3f2a 9c1b
    B 会场  S01 展示  0/7  9:59  已完成 0/20
    [路演顺序]  评分表   排名   待办与更正   日志                                                         日志 412 3f2a 9c1b
    ");
    assert_snapshot!(above(Lang::Zh, 40), @"
    A 会场  E02 评分  5/7  0:52  已完成 1/30
    B 会场  S01 展示  0/7  9:59  已完成 0/20
    [路演顺序]  评分表   排名   待办与更正
    ");
}
