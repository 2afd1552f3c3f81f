### What several screens say.

## Where a project is in its life.
stage-waiting = 未上场
stage-called-up = 已上场
stage-presentation = 展示
stage-questions = 答辩
stage-scoring = 评分
stage-locked = 已锁定
stage-released = 已公布
stage-shown = 已展示
stage-absent = 缺席
stage-withdrawn = 已退赛
stage-disqualified = 取消资格

## The parts of its time that have a clock.
phase-presentation = 展示
phase-questions = 答辩
phase-scoring = 评分

## Who sits where.
role-host = 控台
role-judge = 评委
role-board = 大屏
role-timer = 计时屏
role-clerk = 统分
role-control = 总控
role-supervisor = 监督

## What stands behind a project.
kind-company = 企业
kind-start-up = 初创企业
kind-team = 团队

## The link to the hub.
link-connecting = 连接中
link-online = 已连接
link-lost = 已断线 { $seconds } 秒
link-closed = 服务已关闭
link-held = 等候席位
link-unseated = 席位已由别处接管
link-renewed = 口令已换发

## Between the items of a list.
list-separator = 、

## Frames, keys and dialogs.
too-small = 窗口太小：需要 { $width } 列 { $height } 行，现在是 { $has_width } 列 { $has_height } 行。
help-title = 按键
help-more = 其余按 F9 查看；按任意键关闭
help-close = 按任意键关闭
dialog-confirm = 确认
dialog-cancel = 取消

## The names of keys.
key-space = 空格
key-enter = 回车
key-up = 上
key-down = 下
key-left = 左
key-right = 右
key-backspace = 退格

# 评委席对一个项目的状态。
state-expected = 未交
state-scored = 已交
state-sealed = 已密封
state-returned = 已退回
state-recused = 回避
state-absent = 缺席
state-late = 迟交
state-void = 作废

# 同分规则，用于“按……分先后”。
tie-by-untrimmed-sum = 全部评委总分之和
tie-by-criterion = { $criterion }得分
tie-by-highest-single = 单个评委最高分
tie-by-carried = 前一轮成绩
tie-by-chair = 评委组长裁定
tie-by-share = 并列

# 须控台与监督两人共同完成的操作。
act-return = 退回评分表更正
act-void = 席位作废
act-restore = 恢复席位
act-correct = 申诉更正评分表
act-deduct = 申诉扣分
act-remove-deduction = 申诉退还扣分
act-disqualify = 取消资格
act-release = 公布成绩

## Corrections of released results.
bulletin-title = 更正公告 第 { $number } 号  { $project }
bulletin-placed = 第 { $place } 名 { $score }
bulletin-no-place = 无名次
bulletin-more = 另有 { $more } 项变化

## 各屏幕都有的按键，与最后一行的提示。
anywhere-menu = 菜单
anywhere-language = 语言 zh/en
anywhere-look = 外观：深色、浅色、纯文本
anywhere-again = 再次申请席位
anywhere-redraw = 重画屏幕
menu-title = 菜单：现在能做的事
menu-search = 查找
menu-nothing = 没有这样的操作
menu-take = 执行
menu-up = 上移
menu-down = 下移
menu-close = 关闭
key-does-nothing = 按键 { $key } 在这里没有作用；? 列出全部按键，F9 列出现在能做的事
look-dark = 外观：深色（F8 更换）
look-light = 外观：浅色（F8 更换）
look-plain = 外观：纯文本，无线框与色彩（F8 更换）
link-other-machine = { $hub } 上应答的是另一台机器，未向它发送任何内容：请告知主办方
link-other-machine-short = 应答的是另一台机器，请告知主办方
link-lost-own-clock-short = 已断线 { $seconds } 秒，按本机时钟计时
link-lost-own-clock = 已断线 { $seconds } 秒：画面停在断线时；倒计时按本机时钟继续

## 谁在使用本席位，显示在屏幕下方。
seat-held = { $from } 的终端自 { $since } 起使用本席位；空出或由控台移交后，本机自动接上
seat-replaced = 本机失去联系期间，席位已由 { $from } 的终端接替；按 Ctrl-T 再次申请
seat-handed-over = 控台已将席位移交给 { $from } 的终端；按 Ctrl-T 重新等候
seat-too-many = 使用或等候本席位的终端过多；按 Ctrl-T 重试

## The journal's heads, read aloud and compared.
head-short = 日志 { $head }
head-mark = { $project } { $what } { $dot } { $head }
head-corrected = 已更正

## A rehearsal, over every screen.
rehearsal = 彩排
rehearsal-band = 本场为彩排，结果不作数
