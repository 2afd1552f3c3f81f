//! What a judge is told in every state that a sheet can be in: of the screen at 80×24 the rows below
//! the head that are not those of an ordinary sheet, in both languages.

#![expect(clippy::too_many_lines, reason = "every state is in it")]

use std::collections::BTreeSet;

use insta::assert_snapshot;
use ratatui::crossterm::event::KeyCode::{Enter, Home, PageUp};

use super::{
    evening::Evening,
    pictures::{UP, look, running},
};
use crate::{
    client::{LinkState, Trouble},
    contest::{Act, Ms, Refusal, SeatMark, Text, Wish},
    tui::Effect,
    words::Lang,
};

/// How a state comes about.
type Way = fn() -> Evening;

/// Every state by its name.
const STATES: [(&str, Way); 25] = [
    ("waiting", Evening::new),
    ("called up", || {
        let mut evening = Evening::new();
        evening.call_up("E07");
        evening
    }),
    ("marked in part", || {
        let mut evening = running("E07");
        evening.fill(["9", "85", "12.5"]);
        evening
    }),
    ("asked", filled),
    ("asked with a failed gate", || {
        let mut evening = Evening::gated();
        evening.write("n9");
        evening.tap(Enter);
        evening
    }),
    ("under way", || {
        let mut evening = filled();
        evening.press(Enter);
        evening
    }),
    ("refused", || {
        let mut evening = filled();
        for effect in evening.press(Enter) {
            let Effect::Ask { id, .. } = effect else { continue };
            evening.hear_refused(id, Refusal::NotStored);
        }
        evening
    }),
    ("received by a hub that was lost", || {
        let mut evening = running("E07");
        let copy = evening.copy();
        evening.submit(["9"; 5]);
        evening.goes_on_from(copy);
        evening
    }),
    ("received", received),
    ("received, with another on stage", || {
        let mut evening = received();
        evening.finish("E07");
        evening.call_up("E08");
        evening.write("6");
        evening.tap(PageUp);
        evening
    }),
    ("changed", || {
        let mut evening = received();
        evening.write("8");
        evening
    }),
    ("replaced, with a note", || {
        let mut evening = received();
        evening.submit(["8.5", "", "", "", ""]);
        evening.write("m技术过硬，问答时追问现金流");
        evening.tap(Enter);
        evening
    }),
    ("restored", || {
        let mut evening = running("E07");
        evening.fill(["9"; 2]);
        evening.restart_the_terminal();
        evening
    }),
    ("locked", || locked(received())),
    ("locked over a change", || {
        let mut evening = received();
        evening.write("45");
        locked(evening)
    }),
    ("locked without a sheet", || locked(running("E07"))),
    ("given back", || {
        let mut evening = locked(received());
        evening.give_back("E07", "两项分数填反");
        evening
    }),
    ("given back, with another on stage", || {
        let mut evening = received();
        evening.finish("E07");
        evening.call_up("E08");
        evening.tap(Home);
        evening.give_back("E07", "漏看材料");
        evening
    }),
    ("recusal under way", || {
        let mut evening = Evening::on_stage("E07");
        evening.ask_to_recuse();
        evening.write("1");
        evening.press(Enter);
        evening
    }),
    ("recusal too late", || {
        let mut evening = Evening::on_stage("E07");
        evening.ask_to_recuse();
        evening.write("1");
        let sent = evening.press(Enter);
        evening.finish("E07");
        evening.deliver(sent);
        evening
    }),
    ("recused", || {
        let mut evening = Evening::on_stage("E07");
        evening.ask_to_recuse();
        evening.write("1");
        evening.tap(Enter);
        evening
    }),
    ("absent", || marked(SeatMark::Absent)),
    ("late", || marked(SeatMark::Late)),
    ("void", || {
        let mut evening = received();
        evening.both(Act::Void { project: "E07".into(), seat: "A1".into() }, "查实利害关系");
        evening
    }),
    ("message and break", || {
        let mut evening = Evening::new();
        evening.tell_the_panel("请各位评委于 14:30 前回到席位", true);
        let name = Text { zh: "茶歇".to_owned(), en: "Tea break".to_owned() };
        evening.host(&Wish::TakeBreak { room: "A".into(), name, length: Ms::seconds(900) });
        evening
    }),
];

fn filled() -> Evening {
    let mut evening = running("E07");
    evening.fill(["9"; 5]);
    evening
}

fn received() -> Evening {
    let mut evening = filled();
    evening.tap(Enter);
    evening
}

fn locked(mut evening: Evening) -> Evening {
    evening.finish("E07");
    evening.other_judge_submits("E07");
    evening.lock("E07");
    evening
}

fn marked(seat: SeatMark) -> Evening {
    let mut evening = Evening::on_stage("E07");
    evening.mark_seat("E07", seat);
    evening
}

/// The rows below the head.
fn rows(evening: &Evening, lang: Lang, link: &LinkState) -> Vec<String> {
    let picture = look(evening, lang, link, 80, 24);
    picture.lines().skip(4).filter(|row| !row.is_empty()).map(str::to_owned).collect()
}

/// All states, each with its rows but for those of a form that is marked as usual.
fn told(lang: Lang) -> String {
    let of_the_form = |row: &String| row.starts_with("  ") || row.starts_with("▶ ");
    let crowded = [Evening::new(), filled(), received()].map(|mut evening| {
        evening.tell_the_panel("-", false);
        evening.write("m-");
        evening.tap(Enter);
        rows(&evening, lang, &UP).into_iter().filter(of_the_form).collect()
    });
    let usual = [Evening::on_stage("E07"), received()].map(|it| rows(&it, lang, &UP));
    let usual = usual.into_iter().flat_map(|rows: Vec<_>| rows.into_iter().skip(1));
    let usual: BTreeSet<_> =
        crowded.into_iter().flat_map(|rows: Vec<_>| rows).chain(usual).collect();
    let silent = Trouble::Silent { hub: "hub".to_owned() };
    let mut told = Vec::new();
    for (name, way) in STATES {
        let evening = way();
        let lost = LinkState::Lost { since: evening.at + Ms(71_000), trouble: silent.clone() };
        let links = if name == "under way" { vec![UP, lost] } else { vec![UP] };
        for link in links {
            told.push(format!("{name}:"));
            told.extend(rows(&evening, lang, &link).into_iter().filter(|it| !usual.contains(it)));
        }
    }
    told.join("\n")
}

#[test]
fn every_state_is_told_in_chinese() {
    assert_snapshot!(told(Lang::Zh), @"
    waiting:
     ○ 还未开始
     合计 0.0 / 100 · 精确到 0.1 · 已评 0/5
    ? 帮助  上 上移  下 下移  Tab 我的评分表  Page Up 前一个项目
    Page Down 后一个项目  m 笔记  q 退出  Ctrl-R 回避本项目
    called up:
     ○ 还未开始：可先填写，展示开始后提交
    marked in part:
     ○ 未提交
      商业模式及实施方案   0-10 权重 2 [   8.5] 较好
      行业及市场           0-10 权重 2 [  12.5] ▲ 只能打 0-10
    ▶ 团队                 0-10 权重 2 [      ] 85 即 8.5
     合计 35.0 / 100 · 精确到 0.1 · 已评 2/5 · 缺：行业及市场、团队、财务分析
    Page Up 前一个项目  Page Down 后一个项目  m 笔记  q 退出
    asked:
     ○ 未提交
    各项得分：9.0、9.0、9.0、9.0、9.0
    提交 E07 示例项目 大尺寸金属构件的增材制造，合计 90.0？  回车 确认   Esc 返回
    ? 帮助  Tab 我的评分表  Page Up 前一个项目  Page Down 后一个项目  q 退出
    asked with a failed gate:
     ○ 未提交
      合规性审查   通过/不通过 [不通过]
      表达         0-10 权重 2 [     9]
     合计 18 / 20 · 已评 2/2
     ▲ 注意：合规性审查 判为不通过
    各项得分：不通过、9
    提交 G01 示例项目 生物支架，合计 18？  回车 确认   Esc 返回
    ? 帮助  Tab 我的评分表  Page Up 前一个项目  Page Down 后一个项目  q 退出
    under way:
     ▶ 正在发送，服务端还未确认
    回车 下一项  ? 帮助  上 上移  下 下移  Tab 我的评分表  Page Up 前一个项目
    Page Down 后一个项目  m 笔记  q 退出
    under way:
     ▶ 还未送达：已断线，恢复后自动送达
    回车 下一项  ? 帮助  上 上移  下 下移  Tab 我的评分表  Page Up 前一个项目
    Page Down 后一个项目  m 笔记  q 退出
    refused:
     ○ 未提交
     合计 90.0 / 100 · 精确到 0.1 · 已评 5/5                                   提交
    E07 未被接收：服务端未能保存，未做任何改动；请检查服务端磁盘后重试。
    received by a hub that was lost:
     ▲ 服务端已换用备份，没有收到过这份评分表：请核对后重新提交
     合计 90.0 / 100 · 精确到 0.1 · 已评 5/5                                   提交
    received:
     ● 已收到 第 1 版 回执 #104 14:13:20
    received, with another on stage:
     ● 已收到 第 1 版 回执 #104 14:13:20
    当前项目 E08（已上场），按 Home 转到
    还未提交：E08，按 Tab 打开
    回车 下一项  Home 转到台上项目  ? 帮助  右 加一档  左 减一档  上 上移  下 下移
    Tab 我的评分表  Page Up 前一个项目  Page Down 后一个项目  m 笔记  q 退出
    退格 删一位
    changed:
     ▲ 有改动未提交；有效的仍是第 1 版
    ▶ 技术和产品           0-10 权重 2 [   8  ] 原 9.0 较好
     合计 88.0 / 100 · 精确到 0.1 · 已评 5/5                                   提交
    replaced, with a note:
     ● 已收到 第 2 版 回执 #105 14:13:20，取代第 1 版
    ▶ 技术和产品           0-10 权重 2 [   8.5] 较好
     笔记：技术过硬，问答时追问现金流
     合计 89.0 / 100 · 精确到 0.1 · 已评 5/5
    restored:
     ○ 未提交
    ▶ 行业及市场           0-10 权重 2 [      ] 85 即 8.5
     合计 36.0 / 100 · 精确到 0.1 · 已评 2/5 · 缺：行业及市场、团队、财务分析
    已恢复本机 14:13:20 保存的草稿，请核对后提交
    Page Up 前一个项目  Page Down 后一个项目  m 笔记  q 退出
    locked:
     ● 已锁定，只读
    ? 帮助  上 上移  下 下移  Tab 我的评分表  Page Up 前一个项目
    Page Down 后一个项目  m 笔记  q 退出
    locked over a change:
     ▲ 已锁定，未提交的改动不计，以下为服务端所存
    ? 帮助  上 上移  下 下移  Tab 我的评分表  Page Up 前一个项目
    Page Down 后一个项目  m 笔记  q 退出
    locked without a sheet:
     ○ 已锁定，本席未提交
     合计 0.0 / 100 · 精确到 0.1 · 已评 0/5
    ? 帮助  上 上移  下 下移  Tab 我的评分表  Page Up 前一个项目
    Page Down 后一个项目  m 笔记  q 退出
    given back:
     ▲ 退回更正：第 1 版不计，请核对后重新提交。原因：两项分数填反
     合计 90.0 / 100 · 精确到 0.1 · 已评 5/5                                   提交
    given back, with another on stage:
     ○ 还未开始：可先填写，展示开始后提交
    E07 退回更正，按 Tab 打开重新提交：漏看材料
    recusal under way:
     ○ 未提交
    正在送出对 E07 的回避，服务端还未确认
    recusal too late:
     ○ 未提交
    对 E07 的回避未办理，须回避请告知主持人。E07 现在是「评分」，未做任何改动；请看
    清屏幕，如仍需要请再按一次。
    Page Up 前一个项目  Page Down 后一个项目  m 笔记  q 退出
    recused:
     ● 回避：本席不评本项目，不收评分表。原因：亲属或师生关系
      技术和产品           0-10 权重 2 [      ]
    ? 帮助  Tab 我的评分表  Page Up 前一个项目  Page Down 后一个项目  m 笔记  q 退出
    absent:
     ▲ 缺席：评审不再等本席，锁定前仍可提交。原因：路上堵车
    late:
     ▲ 迟交：评审不再等本席，锁定前仍可提交。原因：路上堵车
    void:
     ▲ 作废：本席对本项目的评分不计。原因：查实利害关系
    ? 帮助  Tab 我的评分表  Page Up 前一个项目  Page Down 后一个项目  m 笔记  q 退出
    message and break:
     ▲ 请各位评委于 14:30 前回到席位
     ▶ 茶歇，还有 13:37
     ○ 还未开始
     合计 0.0 / 100 · 精确到 0.1 · 已评 0/5
    ? 帮助  上 上移  下 下移  Tab 我的评分表  Page Up 前一个项目
    Page Down 后一个项目  m 笔记  q 退出  Ctrl-R 回避本项目
    ");
}

#[test]
fn every_state_is_told_in_english() {
    assert_snapshot!(told(Lang::En), @r#"
    waiting:
     ○ Not begun yet
     Total 0.0 / 100 · in steps of 0.1 · 0/5 marked
    ? help  Up up  Down down  Tab my sheets  Page Up previous project
    Page Down next project  m note  q quit  Ctrl-R recuse
    called up:
     ○ Not begun: fill in now, submit later
    marked in part:
     ○ Not submitted
      Business model and plan   0-10 weight 2 [   8.5] good
      Industry and market       0-10 weight 2 [  12.5] ▲ 0-10 only
    ▶ Team                      0-10 weight 2 [      ] 85 is 8.5
     Total 35.0 / 100 · in steps of 0.1 · 2/5 marked · missing: Industry and market…
    asked:
     ○ Not submitted
    Marks: 9.0, 9.0, 9.0, 9.0, 9.0
    Submit E07 Sample: large metal parts, total 90.0?  Enter yes   Esc back
    ? help  Tab my sheets  Page Up previous project  Page Down next project  q quit
    asked with a failed gate:
     ○ Not submitted
      Within the rules   pass/fail     [  fail]
      Delivery           0-10 weight 2 [     9]
     Total 18 / 20 · 2/2 marked
     ▲ Take care: it fails at Within the rules
    Marks: fail, 9
    Submit G01 Sample: scaffolds, total 18?  Enter yes   Esc back
    ? help  Tab my sheets  Page Up previous project  Page Down next project  q quit
    under way:
     ▶ Sending, not acknowledged yet
    Enter next  ? help  Up up  Down down  Tab my sheets  Page Up previous project
    Page Down next project  m note  q quit
    under way:
     ▶ Sending: the link is down, it will go out by itself
    Enter next  ? help  Up up  Down down  Tab my sheets  Page Up previous project
    Page Down next project  m note  q quit
    refused:
     ○ Not submitted
     Total 90.0 / 100 · in steps of 0.1 · 5/5 marked                         Submit
    E07 was not taken: The hub could not store it, and nothing has changed. Look at
    the hub's disk, then try again.
    received by a hub that was lost:
     ▲ The hub does not have this sheet any more: it goes on from a copy. Please
       submit it again
     Total 90.0 / 100 · in steps of 0.1 · 5/5 marked                         Submit
    received:
     ● Received, revision 1, receipt #104, 14:13:20
    received, with another on stage:
     ● Received, revision 1, receipt #104, 14:13:20
    Now: E08 (called up), press Home to go there
    Not submitted yet: E08, press Tab to open
    Enter next  Home to the project on stage  ? help  Right more  Left less  Up up
    Down down  Tab my sheets  Page Up previous project  Page Down next project
    m note  q quit  Backspace delete a digit
    changed:
     ▲ Changes not submitted; revision 1 still counts
    ▶ Technology and product    0-10 weight 2 [   8  ] was 9.0 good
     Total 88.0 / 100 · in steps of 0.1 · 5/5 marked                         Submit
    replaced, with a note:
     ● Received, revision 2, receipt #105, 14:13:20, replaces revision 1
    ▶ Technology and product    0-10 weight 2 [   8.5] good
     Note: 技术过硬，问答时追问现金流
     Total 89.0 / 100 · in steps of 0.1 · 5/5 marked
    restored:
     ○ Not submitted
    ▶ Industry and market       0-10 weight 2 [      ] 85 is 8.5
     Total 36.0 / 100 · in steps of 0.1 · 2/5 marked · missing: Industry and market…
    The draft of 14:13:20 on this terminal is back; look it over and submit
    locked:
     ● locked, read only
    ? help  Up up  Down down  Tab my sheets  Page Up previous project
    Page Down next project  m note  q quit
    locked over a change:
     ▲ locked, unsent changes do not count; shown is what the hub has
    ? help  Up up  Down down  Tab my sheets  Page Up previous project
    Page Down next project  m note  q quit
    locked without a sheet:
     ○ locked, no sheet from this seat
     Total 0.0 / 100 · in steps of 0.1 · 0/5 marked
    ? help  Up up  Down down  Tab my sheets  Page Up previous project
    Page Down next project  m note  q quit
    given back:
     ▲ Given back: revision 1 does not count, look it over and submit again. Why: 两
       项分数填反
     Total 90.0 / 100 · in steps of 0.1 · 5/5 marked                         Submit
    given back, with another on stage:
     ○ Not begun: fill in now, submit later
    E07 was given back, press Tab and submit it again: 漏看材料
    recusal under way:
     ○ Not submitted
    Sending the recusal from E07, not acknowledged yet
    recusal too late:
     ○ Not submitted
    Not recused from E07; tell the host if you have to be. E07 is at "scoring" now,
    so nothing was done. Look at the screen and press again if it is still what you
    want.
    recused:
     ● Recused: this seat does not score the project, no sheet is taken. Why: 亲属或
       师生关系
      Technology and product    0-10 weight 2 [      ]
    ? help  Tab my sheets  Page Up previous project  Page Down next project  m note
    q quit
    absent:
     ▲ Marked absent: the panel goes on without this seat; submit until the lock.
       Why: 路上堵车
    late:
     ▲ Marked late: the panel goes on without this seat; submit until the lock. Why:
       路上堵车
    void:
     ▲ Void: what this seat gave the project does not count. Why: 查实利害关系
    ? help  Tab my sheets  Page Up previous project  Page Down next project  m note
    q quit
    message and break:
     ▲ 请各位评委于 14:30 前回到席位
     ▶ Tea break, 13:37 left
     ○ Not begun yet
     Total 0.0 / 100 · in steps of 0.1 · 0/5 marked
    ? help  Up up  Down down  Tab my sheets  Page Up previous project
    Page Down next project  m note  q quit  Ctrl-R recuse
    "#);
}
