//! What the console looks like.

use insta::assert_snapshot;

use super::*;
use crate::{
    client::Trouble,
    contest::Fact,
    tui::{keys::help, screen::every_small_size},
};

/// E01 waits for two sheets while E02 presents and its last minute runs.
fn in_the_middle() -> Evening {
    let mut evening = Evening::begins();
    evening.steps(5);
    evening.sheets("E01", &["A1", "A2", "A4", "A6", "A7"]);
    evening.does(&Evening::host(), &Wish::CallUp { project: "E02".into() }).unwrap();
    evening.step();
    evening.later(600_000 - 48_200);
    evening.sheets("E02", &["A1"]);
    evening
}

#[test]
fn before_the_first_picture() {
    let evening = Evening { console: HostScreen::new(), ..Evening::begins() };
    assert_snapshot!(evening.drawn(Lang::Zh, 60, 8), @r"
    roadshow                    控台                    ○ 连接中
                        正在等待服务端的数据





    ? 帮助  q 退出
    ");
}

#[test]
fn before_the_first_call_up() {
    assert_snapshot!(Evening::begins().drawn(Lang::Zh, 80, 24), @"
    第十一届“创客中国”增材制造中小企…  A 会场 控台                          ● 已连接
      E01 示例项目 E01 钛合金航… 候场    │ 台上暂无项目
      E02 示例项目 E02 连续碳纤维复合材… │
      E03 示例项目 E03 个性化骨科植入物  │
      E04 示例项目 E04 高功率激光振镜    │ 候场
      E05 示例项目 E05 气雾化高温合金粉… │ █▀▀▀▀ ▄▀▀▀▄  ▄█
      E06 示例项目 E06 拓扑优化设计软件  │ █▄▄▄  █ ▄ █   █
      E07 示例项目 E07 熔池视觉在线监测… │ █     █   █   █
      E08 示例项目 E08 大型船舶螺旋桨电… │ ▀▀▀▀▀  ▀▀▀   ▀▀▀
      E09 示例项目 E09 多激光大幅面粉末… │ 示例项目 E01 钛合金航空支架一体化打印
      E10 示例项目 E10 砂型粘结剂喷射    │ 席位             连接
      E11 示例项目 E11 齿科隐形矫治器批… │ A1 行业专家      ● 在线
      E12 示例项目 E12 再生铝合金粉末    │ A2 行业专家      ▲ 无响应
      E13 示例项目 E13 打印变形仿真与自… │ A3 行业专家      ● 在线
      E14 示例项目 E14 工艺参数智能推荐  │ A4 行业专家      ● 在线
      E15 示例项目 E15 随形冷却注塑模具  │ A5 财务/投资专家 ○ 离线
      E16 示例项目 E16 高速光固化鞋中底  │ A6 财务/投资专家 ● 在线
      E17 示例项目 E17 生物可吸收镁合金… │ A7 财务/投资专家 ● 在线
     预计 00:13 结束
     画面 自动  大屏 1  计时屏 1
     回车  请 E01 上场  示例项目 E01 钛合金航空支架一体化打印


    ? 帮助  b 黑屏/恢复  s 画面  t 提示  Tab 顺序/排名/进度  k 休息  q 退出
    ");
    assert_snapshot!(Evening::begins().drawn(Lang::En, 80, 24), @"
    11th Maker in China contest, addi… Room A host                          ● online
      E01 Sample project E01: … on deck  │ Nobody is on stage
      E02 Sample project E02: continuou… │
      E03 Sample project E03: patient-m… │
      E04 Sample project E04: high-powe… │ on deck
      E05 Sample project E05: gas-atomi… │ E01  Sample project E01: titanium
      E06 Sample project E06: topology … │ aircraft brackets printed in one piece
      E07 Sample project E07: vision mo… │ Sample company E01
      E08 Sample project E08: wire-arc … │
      E09 Sample project E09: large mul… │
      E10 Sample project E10: binder-je… │ seat                         link
      E11 Sample project E11: serial pr… │ A1 industry expert           ● online
      E12 Sample project E12: recycled … │ A2 industry expert           ▲ silent
      E13 Sample project E13: distortio… │ A3 industry expert           ● online
      E14 Sample project E14: process p… │ A4 industry expert           ● online
      E15 Sample project E15: conformal… │ A5 finance/investment expert ○ offline
      E16 Sample project E16: midsoles … │ A6 finance/investment expert ● online
      E17 Sample project E17: bioresorb… │ A7 finance/investment expert ● online
     ends 00:13
     hall sees auto  1 board  1 timer
     Enter  call up E01  Sample project E01: titanium aircraft brackets printed in …


    ? help  b blank/show  s scene  t message  Tab order/ranking/progress  k break
    ");
}

#[test]
fn the_last_minute_of_a_pitch_while_the_one_before_waits_for_sheets() {
    assert_snapshot!(in_the_middle().drawn(Lang::Zh, 80, 24), @"
    第十一届“创客中国”增材制造中小企…  A 会场 控台                          ● 已连接
      E01 示例项目 E01 钛合…  评分   5/7 │ E02  示例项目 E02 连续碳纤维复合材料打印
    ▶ E02 示例项目 E02 连续…  展示   1/7 │ 示例企业 E02
      E03 示例项目 E03 个性…  候场       │ 展示  最后 1 分钟
      E04 示例项目 E04 高功率激光振镜    │            █▀▀▀█ ▄ █   █ █▀▀▀█
      E05 示例项目 E05 气雾化高温合金粉… │            █   █ ▄ ▀▀▀▀█ ▀▀▀▀█
      E06 示例项目 E06 拓扑优化设计软件  │            ▀▀▀▀▀       ▀ ▀▀▀▀▀
      E07 示例项目 E07 熔池视觉在线监测… │ 席位            连接     E01 5/7 E02 1/7
      E08 示例项目 E08 大型船舶螺旋桨电… │ A1 行业专家     ● 在线   ● 已交  ● 已交
      E09 示例项目 E09 多激光大幅面粉末… │ A2 行业专家     ▲ 无响应 ● 已交  ○ 未交
      E10 示例项目 E10 砂型粘结剂喷射    │ A3 行业专家     ● 在线   ○ 未交  ○ 未交
      E11 示例项目 E11 齿科隐形矫治器批… │ A4 行业专家     ● 在线   ● 已交  ○ 未交
      E12 示例项目 E12 再生铝合金粉末    │ A5 财务/投资专… ○ 离线   ○ 未交  ○ 未交
      E13 示例项目 E13 打印变形仿真与自… │ A6 财务/投资专… ● 在线   ● 已交  ○ 未交
      E14 示例项目 E14 工艺参数智能推荐  │ A7 财务/投资专… ● 在线   ● 已交  ○ 未交
      E15 示例项目 E15 随形冷却注塑模具  │ E01 未交：A3、A5
      E16 示例项目 E16 高速光固化鞋中底  │ 5 份：去掉一个最高分、一个最低分，取其余
      E17 示例项目 E17 生物可吸收镁合金… │ 3 份平均
     候场 E03 示例项目 E03 个性化骨科植…   预计 23:53 结束（计划 00:13，早 20 分钟）
     画面 自动  大屏 1  计时屏 1
     回车  E02 进入答辩环节
     l 锁定 E01 评分（A3、A5 未交）

    ? 帮助  m 更多  p 暂停/继续  b 黑屏/恢复  s 画面  t 提示  Tab 顺序/排名/进度
    ");
}

#[test]
fn the_same_in_english() {
    assert_snapshot!(in_the_middle().drawn(Lang::En, 80, 24), @"
    11th Maker in China contest, addi… Room A host                          ● online
      E01 Sample proje… scoring      5/7 │ E02  Sample project E02: continuous
    ▶ E02 Sample proje… presentation 1/7 │ carbon-fibre printing
      E03 Sample proje… on deck          │ presentation  last minute
      E04 Sample project E04: high-powe… │            █▀▀▀█ ▄ █   █ █▀▀▀█
      E05 Sample project E05: gas-atomi… │            █   █ ▄ ▀▀▀▀█ ▀▀▀▀█
      E06 Sample project E06: topology … │            ▀▀▀▀▀       ▀ ▀▀▀▀▀
      E07 Sample project E07: vision mo… │ seat           link      E01 5/7 E02 1/7
      E08 Sample project E08: wire-arc … │ A1 industry e… ● online  ● in    ● in
      E09 Sample project E09: large mul… │ A2 industry e… ▲ silent  ● in    ○ none
      E10 Sample project E10: binder-je… │ A3 industry e… ● online  ○ none  ○ none
      E11 Sample project E11: serial pr… │ A4 industry e… ● online  ● in    ○ none
      E12 Sample project E12: recycled … │ A5 finance/in… ○ offline ○ none  ○ none
      E13 Sample project E13: distortio… │ A6 finance/in… ● online  ● in    ○ none
      E14 Sample project E14: process p… │ A7 finance/in… ● online  ● in    ○ none
      E15 Sample project E15: conformal… │ E01 no sheet yet: A3, A5
      E16 Sample project E16: midsoles … │ 5 sheets: without the highest and the
      E17 Sample project E17: bioresorb… │ lowest, mean of the other 3
     on deck E03 Sample project E03: pat…   ends 23:53 (planned 00:13, 20 min early)
     hall sees auto  1 board  1 timer
     Enter  go on to questions, E02
     l lock E01 (no sheet: A3, A5)

    ? help  m more  p pause/resume  b blank/show  s scene  t message
    ");
}

#[test]
fn the_same_in_a_large_window() {
    assert_snapshot!(in_the_middle().drawn(Lang::Zh, 200, 50), @"
    第十一届“创客中国”增材制造中小企业创新创业大赛决赛                                             A 会场 控台                                                                                      ● 已连接
      E01 示例项目 E01 钛合金航空支架一体化打印                                        评分   5/7 │ E02  示例项目 E02 连续碳纤维复合材料打印
    ▶ E02 示例项目 E02 连续碳纤维复合材料打印                                          展示   1/7 │ 示例企业 E02
      E03 示例项目 E03 个性化骨科植入物                                                候场       │ 展示  最后 1 分钟
      E04 示例项目 E04 高功率激光振镜                                                  未上场     │                         ███████████████         ███         ███   ███████████████
      E05 示例项目 E05 气雾化高温合金粉末                                              未上场     │                         ███▀▀▀▀▀▀▀▀▀███         ███         ███   ███▀▀▀▀▀▀▀▀▀███
      E06 示例项目 E06 拓扑优化设计软件                                                未上场     │                         ███         ███         ███         ███   ███         ███
      E07 示例项目 E07 熔池视觉在线监测与缺陷预测                                      未上场     │                         ███         ███   ███   ███         ███   ███         ███
      E08 示例项目 E08 大型船舶螺旋桨电弧增材制造与原位铣削复合加工                    未上场     │                         ███         ███   ▀▀▀   ███         ███   ███         ███
      E09 示例项目 E09 多激光大幅面粉末床装备                                          未上场     │                         ███         ███         ███▄▄▄▄▄▄▄▄▄███   ███▄▄▄▄▄▄▄▄▄███
      E10 示例项目 E10 砂型粘结剂喷射                                                  未上场     │                         ███         ███         ███████████████   ███████████████
      E11 示例项目 E11 齿科隐形矫治器批量打印                                          未上场     │                         ███         ███                     ███               ███
      E12 示例项目 E12 再生铝合金粉末                                                  未上场     │                         ███         ███   ███               ███               ███
      E13 示例项目 E13 打印变形仿真与自动补偿                                          未上场     │                         ███         ███   ▀▀▀               ███               ███
      E14 示例项目 E14 工艺参数智能推荐                                                未上场     │                         ███         ███                     ███               ███
      E15 示例项目 E15 随形冷却注塑模具                                                未上场     │                         ███████████████                     ███   ███████████████
      E16 示例项目 E16 高速光固化鞋中底                                                未上场     │                         ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀                     ▀▀▀   ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
      E17 示例项目 E17 生物可吸收镁合金血管支架及其表面改性技术的产业化                未上场     │ 席位             连接     E01 5/7 E02 1/7
      E18 示例项目 E18 电子束枪与真空系统                                              未上场     │ A1 行业专家      ● 在线   ● 已交  ● 已交
      E19 示例项目 E19 高性能聚醚醚酮线材                                              未上场     │ A2 行业专家      ▲ 无响应 ● 已交  ○ 未交
      E20 示例项目 E20 晶格结构建模平台                                                未上场     │ A3 行业专家      ● 在线   ○ 未交  ○ 未交
      E21 示例项目 E21 面向分布式工厂的智能排产                                        未上场     │ A4 行业专家      ● 在线   ● 已交  ○ 未交
      E22 示例项目 E22 火箭发动机推力室                                                未上场     │ A5 财务/投资专家 ○ 离线   ○ 未交  ○ 未交
      E23 示例项目 E23 大尺寸颗粒挤出打印                                              未上场     │ A6 财务/投资专家 ● 在线   ● 已交  ○ 未交
      E24 示例项目 E24 手术导板云制造                                                  未上场     │ A7 财务/投资专家 ● 在线   ● 已交  ○ 未交
      E25 示例项目 E25 送粉喷嘴与过程控制                                              未上场     │ E01 未交：A3、A5
      E26 示例项目 E26 陶瓷光固化浆料                                                  未上场     │ 5 份：去掉一个最高分、一个最低分，取其余 3 份平均
      E27 示例项目 E27 打印云管家                                                      未上场     │
      E28 示例项目 E28 逆向建模大模型                                                  未上场     │         完成   计划   预计  差（分钟）
      E29 示例项目 E29 铜合金感应线圈                                                  未上场     │ 企业组  1/30  00:13  23:53         -20
      E30 示例项目 E30 全自动粉末循环与后处理产线                                      未上场     │ 全场    1/30  00:13  23:53         -20
                                                                                                  │
                                                                                                  │ 企业组  暂定，已公布 0/30
                                                                                                  │
                                                                                                  │
                                                                                                  │
                                                                                                  │
                                                                                                  │
                                                                                                  │ 创业组  暂定，已公布 0/20
                                                                                                  │
                                                                                                  │
                                                                                                  │
                                                                                                  │
                                                                                                  │
     候场 E03 示例项目 E03 个性化骨科植入物   预计 23:53 结束（计划 00:13，早 20 分钟）
     画面 自动  大屏 1  计时屏 1
     回车  E02 进入答辩环节
     l 锁定 E01 评分（A3、A5 未交）

    ? 帮助  m 更多  p 暂停/继续  b 黑屏/恢复  s 画面  t 提示  Tab 顺序/排名/进度  + 加 30 秒  - 减 30 秒  f 技术故障  q 退出  v 颁奖/封榜
    ");
}

#[test]
fn the_same_in_a_small_window() {
    assert_snapshot!(in_the_middle().drawn(Lang::Zh, 40, 12), @"
    第十一届“创客… A 会场 控台      ● 已连接
    E02  示例项目 E02 连续碳纤维复合材料打印
    展示  0:49  最后 1 分钟
    E01 5/7  未交：A3、A5
    E02 1/7  未交：A2、A3、A4、A5、A6、A7
    离线席位：A5
      E01 示例项目 E01 钛合金航…  评分   5/7
    ▶ E02 示例项目 E02 连续碳纤…  展示   1/7
      E03 示例项目 E03 个性化骨…  候场
     回车  E02 进入答辩环节
     l 锁定 E01 评分（A3、A5 未交）
    ? 帮助  m 更多  p 暂停/继续  b 黑屏/恢复
    ");
    assert_snapshot!(in_the_middle().drawn(Lang::En, 60, 24), @"
    11th Maker in China con… Room A host                ● online
    E02  Sample project E02: continuous carbon-fibre printing
    presentation  last minute
                         █▀▀▀█   █   █ █▀▀▀█
                         █   █ ▀ █   █ █   █
                         █   █   ▀▀▀▀█ ▀▀▀▀█
                         █   █ ▀     █     █
                         ▀▀▀▀▀       ▀ ▀▀▀▀▀
    E01 5/7  no sheet yet: A3, A5
    E02 1/7  no sheet yet: A2, A3, A4, A5, A6, A7
    offline: A5
      E01 Sample project E01: titanium aircraf… scoring      5/7
    ▶ E02 Sample project E02: continuous carbo… presentation 1/7
      E03 Sample project E03: patient-matched … on deck
      E04 Sample project E04: high-power laser scanner heads
      E05 Sample project E05: gas-atomised superalloy powder
      E06 Sample project E06: topology optimisation software
      E07 Sample project E07: vision monitoring of the melt poo…
     on deck E03 Sam…   ends 23:53 (planned 00:13, 20 min early)
     hall sees auto  1 board  1 timer
     Enter  go on to questions, E02
     l lock E01 (no sheet: A3, A5)

    ? help  m more  p pause/resume  b blank/show  s scene
    ");
    assert_snapshot!(in_the_middle().drawn(Lang::Zh, 100, 12), @"
    第十一届“创客中国”增材制造中小企业创新创业…  A 会场 控台                                    ● 已连接
      E01 示例项目 E01 钛合金航空支架…  评分   5/7 │ E02  示例项目 E02 连续碳纤维复合材料打印
    ▶ E02 示例项目 E02 连续碳纤维复合…  展示   1/7 │ 展示  最后 1 分钟
      E03 示例项目 E03 个性化骨科植入物 候场       │                 █▀▀▀█ ▄ █   █ █▀▀▀█
      E04 示例项目 E04 高功率激光振镜              │                 █   █ ▄ ▀▀▀▀█ ▀▀▀▀█
      E05 示例项目 E05 气雾化高温合金粉末          │                 ▀▀▀▀▀       ▀ ▀▀▀▀▀
      E06 示例项目 E06 拓扑优化设计软件            │ E01 5/7  未交：A3、A5
      E07 示例项目 E07 熔池视觉在线监测与缺陷预测  │ E02 1/7  未交：A2、A3、A4、A5、A6、A7
      E08 示例项目 E08 大型船舶螺旋桨电弧增材制造… │ 离线席位：A5
     回车  E02 进入答辩环节
     l 锁定 E01 评分（A3、A5 未交）
    ? 帮助  m 更多  p 暂停/继续  b 黑屏/恢复  s 画面  t 提示  Tab 顺序/排名/进度  + 加 30 秒  - 减 30 秒
    ");
}

#[test]
fn overtime_with_the_link_lost() {
    let mut evening = in_the_middle();
    evening.later(60_000);
    let trouble = Trouble::Silent { hub: "hub".to_owned() };
    let since = evening.now + Ms(-12_400);
    evening.console.hear(&News::Link(LinkState::Lost { since, trouble }), evening.now);
    evening.press(KeyCode::Enter);
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @"
    第十一届“创客中国”增材制造中小企…  A 会场 控台                    ▲ 已断线 12 秒
      E01 示例项目 E01 钛合…  评分   5/7 │ E02  示例项目 E02 连续碳纤维复合材料打印
    ▶ E02 示例项目 E02 连续…  展示   1/7 │ 示例企业 E02
      E03 示例项目 E03 个性…  候场       │ 展示  超时 +0:11
      E04 示例项目 E04 高功率激光振镜    │           █   █▀▀▀█ ▄   █     █
      E05 示例项目 E05 气雾化高温合金粉… │         ▀▀█▀▀ █   █ ▄   █     █
      E06 示例项目 E06 拓扑优化设计软件  │           ▀   ▀▀▀▀▀     ▀     ▀
      E07 示例项目 E07 熔池视觉在线监测… │ 席位             连接    E01 5/7 E02 1/7
      E08 示例项目 E08 大型船舶螺旋桨电… │ A1 行业专家      ○ 未知  ● 已交  ● 已交
      E09 示例项目 E09 多激光大幅面粉末… │ A2 行业专家      ○ 未知  ● 已交  ○ 未交
      E10 示例项目 E10 砂型粘结剂喷射    │ A3 行业专家      ○ 未知  ○ 未交  ○ 未交
      E11 示例项目 E11 齿科隐形矫治器批… │ A4 行业专家      ○ 未知  ● 已交  ○ 未交
      E12 示例项目 E12 再生铝合金粉末    │ A5 财务/投资专家 ○ 未知  ○ 未交  ○ 未交
      E13 示例项目 E13 打印变形仿真与自… │ A6 财务/投资专家 ○ 未知  ● 已交  ○ 未交
      E14 示例项目 E14 工艺参数智能推荐  │ A7 财务/投资专家 ○ 未知  ● 已交  ○ 未交
      E15 示例项目 E15 随形冷却注塑模具  │ E01 未交：A3、A5
      E16 示例项目 E16 高速光固化鞋中底  │ 5 份：去掉一个最高分、一个最低分，取其余
      E17 示例项目 E17 生物可吸收镁合金… │ 3 份平均
     候场 E03 示例项目 E03 个性化骨科植…   预计 23:53 结束（计划 00:13，早 20 分钟）
     画面 自动  断线，其他屏幕情况未知
     回车  E02 进入答辩环节
     · 锁定 E01 评分（A3、A5 未交）
    等待服务端，连上后自动发送：E02 进入答辩环节
    ? 帮助  Tab 顺序/排名/进度  q 退出
    ");
    assert_snapshot!(evening.drawn(Lang::En, 80, 24), @"
    11th Maker in China contest, addi… Room A host              ▲ link lost for 12 s
      E01 Sample proje… scoring      5/7 │ E02  Sample project E02: continuous
    ▶ E02 Sample proje… presentation 1/7 │ carbon-fibre printing
      E03 Sample proje… on deck          │ presentation  overtime +0:11
      E04 Sample project E04: high-powe… │           █   █▀▀▀█ ▄   █     █
      E05 Sample project E05: gas-atomi… │         ▀▀█▀▀ █   █ ▄   █     █
      E06 Sample project E06: topology … │           ▀   ▀▀▀▀▀     ▀     ▀
      E07 Sample project E07: vision mo… │ seat           link      E01 5/7 E02 1/7
      E08 Sample project E08: wire-arc … │ A1 industry e… ○ unknown ● in    ● in
      E09 Sample project E09: large mul… │ A2 industry e… ○ unknown ● in    ○ none
      E10 Sample project E10: binder-je… │ A3 industry e… ○ unknown ○ none  ○ none
      E11 Sample project E11: serial pr… │ A4 industry e… ○ unknown ● in    ○ none
      E12 Sample project E12: recycled … │ A5 finance/in… ○ unknown ○ none  ○ none
      E13 Sample project E13: distortio… │ A6 finance/in… ○ unknown ● in    ○ none
      E14 Sample project E14: process p… │ A7 finance/in… ○ unknown ● in    ○ none
      E15 Sample project E15: conformal… │ E01 no sheet yet: A3, A5
      E16 Sample project E16: midsoles … │ 5 sheets: without the highest and the
      E17 Sample project E17: bioresorb… │ lowest, mean of the other 3
     on deck E03 Sample project E03: pat…   ends 23:53 (planned 00:13, 20 min early)
     hall sees auto  link lost, other screens unknown
     Enter  go on to questions, E02
     · lock E01 (no sheet: A3, A5)
    waiting for the hub, goes out when it is back: go on to questions, E02
    ? help  Tab order/ranking/progress  q quit
    ");
}

#[test]
fn a_lock_names_the_seats_it_leaves_out() {
    let mut evening = in_the_middle();
    evening.letter('l');
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @"
    第十一届“创客中国”增材制造中小企…  A 会场 控台                          ● 已连接
      E01 示例项目 E01 钛合…  评分   5/7 │ E02  示例项目 E02 连续碳纤维复合材料打印
    ▶ E02 示例项目 E02 连续…  展示   1/7 │ 示例企业 E02
      E03 示例项目 E03 个性…  候场       │ 展示  最后 1 分钟
      E04 示例项目 E04 高功率激光振镜    │            █▀▀▀█ ▄ █   █ █▀▀▀█
      E05 示例项目 E05 气雾化高温合金粉… │            █   █ ▄ ▀▀▀▀█ ▀▀▀▀█
      E06 示例项目 E06 拓扑优化设计软件  │            ▀▀▀▀▀       ▀ ▀▀▀▀▀
      E07 示例项目 E07 熔池视觉在线监测… │ 席位            连接     E01 5/7 E02 1/7
      E08 示┌ 锁定 E01 评分（A3、A5 未交） ────────────────────────────────┐  已交
      E09 示│ E01 示例项目 E01 钛合金航空支架一体化打印                    │  未交
      E10 示│ 5 份：去掉一个最高分、一个最低分，取其余 3 份平均            │  未交
      E11 示│ A3、A5 未交评分表：锁定后记为迟交，不计入平均分，也不按零分  │  未交
      E12 示│ 计。锁定后不再接收评分表。                                   │  未交
      E13 示│                                                              │  未交
      E14 示│ y 确认  Esc 取消                                             │  未交
      E15 示└──────────────────────────────────────────────────────────────┘
      E16 示例项目 E16 高速光固化鞋中底  │ 5 份：去掉一个最高分、一个最低分，取其余
      E17 示例项目 E17 生物可吸收镁合金… │ 3 份平均
     候场 E03 示例项目 E03 个性化骨科植…   预计 23:53 结束（计划 00:13，早 20 分钟）
     画面 自动  大屏 1  计时屏 1
     回车  E02 进入答辩环节
     l 锁定 E01 评分（A3、A5 未交）

    ? 帮助  m 更多  p 暂停/继续  b 黑屏/恢复  s 画面  t 提示  Tab 顺序/排名/进度
    ");
    assert_snapshot!(evening.boxed(Lang::En), @"
    ┌ lock E01 (no sheet: A3, A5) ─────────────────────────────────┐
    │ E01 Sample project E01: titanium aircraft brackets printed   │
    │ in one piece                                                 │
    │ 5 sheets: without the highest and the lowest, mean of the    │
    │ other 3                                                      │
    │ No sheet from A3, A5: late from the lock on, left out of the │
    │ mean, not counted as zero. No sheet is taken after the lock. │
    │                                                              │
    │ y confirm  Esc cancel                                        │
    └──────────────────────────────────────────────────────────────┘
    ");
}

#[test]
fn a_withdrawal_says_what_follows_and_asks_why() {
    let mut evening = in_the_middle();
    evening.press(KeyCode::Down);
    evening.letter('w');
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @"
    第十一届“创客中国”增材制造中小企…  A 会场 控台                          ● 已连接
      E01 示例项目 E01 钛合…  评分   5/7 │ E02  示例项目 E02 连续碳纤维复合材料打印
      E02 示例项目 E02 连续…  展示   1/7 │ 示例企业 E02
    ▶ E03 示例项目 E03 个性…  候场       │ 展示  最后 1 分钟
      E04 示例项目 E04 高功率激光振镜    │            █▀▀▀█ ▄ █   █ █▀▀▀█
      E05 示例项目 E05 气雾化高温合金粉… │            █   █ ▄ ▀▀▀▀█ ▀▀▀▀█
      E06 示┌ E03 退赛 ────────────────────────────────────────────────────┐
      E07 示│ E03 示例项目 E03 个性化骨科植入物                            │ 02 1/7
      E08 示│ 该项目退出比赛，不能恢复。                                   │  已交
      E09 示│ 记录在案的原因：                                             │  未交
      E10 示│  1 项目方弃权                                                │  未交
      E11 示│  2 资格不符                                                  │  未交
      E12 示│  3 身体原因                                                  │  未交
      E13 示│  4 组委会决定                                                │  未交
      E14 示│  0 自行输入                                                  │  未交
      E15 示│                                                              │
      E16 示│                                                              │ 取其余
      E17 示│ 1-4 选用  回车 确认  Esc 取消                                │
     候场 E └──────────────────────────────────────────────────────────────┘  分钟）
     画面 自动  大屏 1  计时屏 1
     回车  E02 进入答辩环节
     · 锁定 E01 评分（A3、A5 未交）

    ? 帮助  m 更多  p 暂停/继续  b 黑屏/恢复  s 画面  t 提示  Tab 顺序/排名/进度
    ");
    assert_snapshot!(evening.drawn(Lang::En, 44, 12), @"
    ┌ withdraw E03 ────────────────────────────┐
    │ E03 Sample project E03: patient-matched  │
    │ orthopaedic implants                     │
    │ The project leaves the contest. It       │
    │ cannot come back.                        │
    │ Reason for the record:                   │
    │  1 the team forfeits                     │
    │  2 not eligible                          │
    │  3 health reasons                        │
    │                                          │
    │ 1-4 pick  Enter confirm  Esc cancel      │
    └──────────────────────────────────────────┘
    ");
}

#[test]
fn the_rankings_are_a_page_of_their_own() {
    let mut evening = in_the_middle();
    evening.sheets("E01", &["A3", "A5"]);
    let lock = Wish::Lock { project: "E01".into(), without: [].into() };
    evening.does(&Evening::host(), &lock).unwrap();
    evening.does(&Evening::host(), &Wish::Release { project: "E01".into() }).unwrap();
    evening.show();
    evening.press(KeyCode::Tab);
    assert_snapshot!(evening.drawn(Lang::Zh, 80, 24), @"
    第十一届“创客中国”增材制造中小企…  A 会场 控台                          ● 已连接
    企业组  暂定，已公布 1/30            │ E02  示例项目 E02 连续碳纤维复合材料打印
      1 E01 示例项目 E01 … 一等奖 100.00 │ 示例企业 E02
                                         │ 展示  最后 1 分钟
                                         │            █▀▀▀█ ▄ █   █ █▀▀▀█
                                         │            █   █   █▄▄▄█ █▄▄▄█
                                         │            █   █ ▄     █     █
                                         │            ▀▀▀▀▀       ▀ ▀▀▀▀▀
                                         │ 席位             连接     E02 1/7
    创业组  暂定，已公布 0/20            │ A1 行业专家      ● 在线   ● 已交
                                         │ A2 行业专家      ▲ 无响应 ○ 未交
                                         │ A3 行业专家      ● 在线   ○ 未交
                                         │ A4 行业专家      ● 在线   ○ 未交
                                         │ A5 财务/投资专家 ○ 离线   ○ 未交
                                         │ A6 财务/投资专家 ● 在线   ○ 未交
                                         │ A7 财务/投资专家 ● 在线   ○ 未交
     宣读  E01 示例项目 E01 钛合金航空支架一体化打印，去掉一个最高分 100.00、一个最
           低分 100.00，最后得分 100.00，暂列第 1 名
     候场 E03 示例项目 E03 个性化骨科植…   预计 23:53 结束（计划 00:13，早 20 分钟）
     画面 自动  大屏 1  计时屏 1
     回车  E02 进入答辩环节


    ? 帮助  m 更多  p 暂停/继续  b 黑屏/恢复  s 画面  t 提示  Tab 顺序/排名/进度
    ");
}

#[test]
fn the_help_lists_every_key() {
    let console = Evening::begins().console;
    let drawn = help::drawn(|words| console.help(words), &Words::new(Lang::En), (80, 24));
    assert_snapshot!(drawn, @"
      ┌ Keys ─────────────────────────────────────────────────────────────────────┐
      │ Enter      the next step              Esc        unselect                 │
      │ n          call up the next project   c          call up the selected     │
      │ l          lock the scoring           a          absent                   │
      │ r          release the score          w          withdraw                 │
      │ g          decisions                  k          break                    │
      │ ?          help                       f          technical fault          │
      │ m          more                       q          quit                     │
      │ p          pause/resume               v          ceremony                 │
      │ b          blank/show                 o          next room                │
      │ s          scene                      e          new pass                 │
      │ t          message                    d          marks (hold)             │
      │ Right      ceremony: next             Up         select the one above     │
      │ Left       ceremony: back             Down       select the one below     │
      │ u          undo the last step         Page Up    ten lines up             │
      │ Tab        order/ranking/progress     Page Down  ten lines down           │
      │ +          give 30 s                  F9         menu                     │
      │ -          take 30 s                  F12        language zh/en           │
      │ ]          give 10 s                  F8         look: dark, light, plain │
      │ [          take 10 s                  Ctrl-L     draw the screen afresh   │
      │                                                                           │
      │ any key closes this                                                       │
      └───────────────────────────────────────────────────────────────────────────┘
    ");
}

#[test]
fn a_theme_without_block_characters_says_the_same() {
    let plain = in_the_middle().drawn_as(Lang::En, &Theme::plain(), 80, 24);
    assert!(plain.is_ascii(), "{plain}");
}

#[test]
fn a_link_that_is_refused_says_why() {
    let mut evening = in_the_middle();
    let trouble = Trouble::WrongPass { hub: "192.168.1.10:7878".to_owned() };
    evening.console.hear(&News::Link(LinkState::Refused { trouble }), evening.now);
    let drawn = evening.drawn(Lang::En, 100, 24);
    assert!(drawn.contains("192.168.1.10:7878 does not know this pass"), "{drawn}");
}

#[test]
fn no_size_is_too_small_to_draw() {
    let words = [Lang::Zh, Lang::En].map(Words::new);
    let sizes = (0..90).step_by(7).flat_map(|x| (0..30).step_by(3).map(move |y| (x, y)));
    let sizes: Vec<_> = sizes.chain([(300, 90), (30, 8), (70, 8)]).collect();
    let mut evening = in_the_middle();
    evening.later(60_000);
    for key in [' ', 'l', 'w', 'm'] {
        evening.letter(key);
        for words in &words {
            let (theme, now, link) = (&Theme::plain(), evening.now, &evening.console.link);
            let scene = Scene { words, theme, now, link };
            let draw = |area, buf: &mut _| evening.console.draw(&scene, area, buf);
            for (columns, rows) in &sizes {
                screen(*columns, *rows, draw);
            }
            every_small_size(draw);
        }
        evening.press(KeyCode::Esc);
        if key == ' ' {
            evening.answers();
        }
    }
}

#[test]
fn the_journals_head_is_always_there_to_be_read_aloud() {
    let mut evening = in_the_middle();
    evening.heads = Heads::sample(&evening.contest, &Fact::Released { project: "E01".into() });
    evening.show();
    let hall = |lang, columns, rows| {
        let drawn = evening.drawn(lang, columns, rows);
        let line = drawn.lines().find(|line| line.contains("3f2a 9c1b"));
        line.unwrap_or_else(|| panic!("{drawn}")).to_owned()
    };
    assert_snapshot!(hall(Lang::Zh, 80, 24), @" 画面 自动  大屏 1  计时屏 1                                 日志 412 3f2a 9c1b");
    assert_snapshot!(hall(Lang::En, 80, 24), @" hall sees auto  1 board  1 timer                         journal 412 3f2a 9c1b");
    assert_snapshot!(hall(Lang::Zh, 120, 30), @" 画面 自动  大屏 1  计时屏 1                                                            E01 已公布 · 日志 412 3f2a 9c1b");
}
