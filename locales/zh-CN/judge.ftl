### The judges' sheets.

## The keys.
judge-key-next = 下一项
judge-key-pass = 通过
judge-key-fail = 不通过
judge-key-to-stage = 转到台上项目
judge-key-list = 我的评分表
judge-key-help = 帮助
judge-key-quit = 退出
judge-key-up = 上移
judge-key-down = 下移
judge-key-more = 加一档
judge-key-less = 减一档
judge-key-earlier = 前一个项目
judge-key-later = 后一个项目
judge-key-note = 笔记
judge-key-recuse = 回避本项目
judge-key-back = 返回，或撤回刚输入的分数
judge-key-erase = 删一位
judge-key-type = 评分；10 分制 85 即 8.5

## The head.
judge-place = { $room } { $seat }
judge-no-picture = 正在等待服务端的数据
judge-not-scored = 本组不评分

## What the whole panel is told.
judge-break = { $name }，还有 { $left }
judge-break-over = { $name }时间已到，请等主持人继续

## Where the sheet is.
judge-state-waiting = 还未开始
judge-state-early = 还未开始：可先填写，展示开始后提交
judge-state-unsent = 未提交
judge-state-gone = 服务端已换用备份，没有收到过这份评分表：请核对后重新提交
judge-state-changed = 有改动未提交；有效的仍是第 { $revision } 版
judge-state-sending = 正在发送，服务端还未确认
judge-state-sending-offline = 还未送达：已断线，恢复后自动送达
judge-state-received = 已收到 第 { $revision } 版
judge-state-receipt = 已收到 第 { $revision } 版 回执 #{ $receipt } { $time }
judge-state-sealed = 已密封 第 { $revision } 版，评委交齐后自动拆封
judge-state-sealed-receipt = 已密封 第 { $revision } 版 回执 #{ $receipt } { $time }，评委交齐后自动拆封
judge-state-fragile = 。请勿关闭本终端：未能存入本机硬盘
judge-state-opening = 评委已交齐：正在拆封第 { $revision } 版
judge-state-opened = 已拆封并收到 第 { $revision } 版，不再改动
judge-state-on-paper = 已按纸质评分表录入 第 { $revision } 版，以纸质为准
judge-state-lost = 本终端无法拆封已密封的第 { $revision } 版：请重新填写并提交
judge-state-lost-late = 本终端无法拆封已密封的第 { $revision } 版：请在密封时所用的终端上拆封，或告知主持人；已有评分表拆封后不再接受新的密封
judge-state-replaces = ，取代第 { $revision } 版
judge-state-returned = 退回更正：第 { $revision } 版不计，请核对后重新提交
judge-state-not-waited = { $state }：评审不再等本席，锁定前仍可提交
judge-state-recused = 回避：本席不评本项目，不收评分表
judge-state-void = 作废：本席对本项目的评分不计
judge-state-why = 。原因：{ $reason }
judge-state-head = { $state } { $dot } { $head }
judge-state-closed = { $stage }，只读
judge-state-closed-without = { $stage }，本席未提交
judge-state-edited-late = { $stage }，未提交的改动不计，以下为服务端所存

## The same in a word, for the list.
judge-short-unsent = 未提交
judge-short-draft = 草稿
judge-short-sending = 发送中
judge-short-opening = 拆封中
judge-short-lost = 须重交
judge-short-opened = 已拆封
judge-short-on-paper = 纸质
judge-short-received = 已收到

## The form.
judge-range = 0-{ $max }
judge-range-weighted = 0-{ $max } 权重 { $weight }
judge-step = 精确到 { $step }
judge-gate = 通过/不通过
judge-gate-pass = 通过
judge-gate-fail = 不通过
judge-was = 原 { $mark }
judge-total = 合计 { $total } / { $full }
judge-total-of = 合计，满分 { $full }
judge-filled = 已评 { $filled }/{ $all }
judge-gaps = 缺：{ $names }
judge-reads = { $keys } 即 { $mark }
judge-unfinished = 小数点后未写完
judge-mark-out-of-range = 只能打 0-{ $max }
judge-mark-off-step = 须为 { $step } 的倍数

## What is asked and what is said below the form.
judge-submit = 提交
judge-confirm = 提交 { $project } { $name }，合计 { $total }？
judge-confirm-marks = 各项得分：{ $marks }
judge-confirm-yes = 回车 确认
judge-confirm-no = Esc 返回
judge-confirm-fail = 注意：{ $gates } 判为不通过
judge-restored = 已恢复本机 { $time } 保存的草稿，请核对后提交
judge-note = 笔记：{ $text }
judge-note-ask = 笔记（只存本机，不提交）：
judge-refused = { $project } 未被接收：{ $why }
judge-elsewhere = 当前项目 { $project }（{ $stage }），按 Home 转到
judge-unsent = 还未提交：{ $projects }，按 Tab 打开
judge-returned = { $project } 退回更正，按 Tab 打开重新提交：{ $reason }
judge-recusing = 正在送出对 { $project } 的回避，服务端还未确认
judge-recusal-refused = 对 { $project } 的回避未办理，须回避请告知主持人。{ $why }
judge-recuse-title = 回避
judge-recuse = 回避 { $project } { $name }：本席不再评这个项目。按数字选原因，或自己写：
judge-recuse-why-1 = 亲属或师生关系
judge-recuse-why-2 = 投资或顾问关系
judge-recuse-why-3 = 同一单位
judge-recuse-why-4 = 其他利害关系
judge-note-done = 回车 完成
judge-quit-title = 退出
judge-quit-sealed = { $projects } 已密封，须由本终端拆封，评审在等。仍要退出？重新打开后会自动拆封。
judge-quit = { $projects } 还未提交。草稿留在本机，再次打开时恢复。仍要退出？

## The list of own sheets.
judge-list-title = 我的评分表
judge-list-count = 已交 { $received }/{ $all }
