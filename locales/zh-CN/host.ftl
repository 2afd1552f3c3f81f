### The host's console.

## Where this console is: in one room, or over all rooms and looking at one.
host-place = { $room } 控台
host-place-of-all-rooms = { $room } 总控

## Before the first picture.
host-waiting-for-hub = 正在等待服务端的数据
host-nobody-yet = 台上暂无项目

## The clock.
host-clock-running = 计时中
host-clock-overtime = 超时 { $time }
host-clock-given = 已续时 { $seconds } 秒
host-clock-taken = 已减时 { $seconds } 秒

host-waited = 已等 { $time }
host-waited-too-long = 已等 { $time }，可记缺席（按 { $key }）
host-break = 休息
host-on-break = 休息中
host-break-until = { $time } 继续
host-break-over = 休息时间已到

## The panel and the other screens.
host-head-seat = 席位
host-head-link = 连接
host-head-total = 合计
host-marks-held = 按住该键时显示
host-link-online = 在线
host-link-stale = 无响应
host-link-offline = 离线
host-link-unknown = 未知
host-screens-unknown = 断线，其他屏幕情况未知
host-sheet-in = 已交
host-sheet-missing = 未交
host-sheet-keyed = 纸质录入
host-sheet-on-paper = 待纸质
host-all-in = 已交齐
host-standing = { $state }：{ $seats }
host-and = ；
host-sealed = 已密封，待评委交齐：{ $seats }
host-waits-to-open = 等待拆封：{ $seats }
host-too-few = 至少须有 { $needed } 份
host-lock-ready = { $project } 可以锁定
host-lock-waits = { $project } { $blockers }
host-rule-mean = { $sheets } 份：平均分
host-rule-median = { $sheets } 份：取中位数
host-rule-trimmed = { $sheets } 份：去掉{ $drop ->
    [1] 一
    [2] 两
   *[other] { " " }{ $drop }{ " " }
  }个最高分、{ $drop ->
    [1] 一
    [2] 两
   *[other] { " " }{ $drop }{ " " }
  }个最低分，取其余 { $rest } 份平均
host-seats-offline = 离线席位：{ $seats }
host-boards = 大屏 { $screens }{ $stale ->
    [0] { "" }
   *[other] （无响应 { $stale }）
  }
host-timers = 计时屏 { $screens }{ $stale ->
    [0] { "" }
   *[other] （无响应 { $stale }）
  }
host-slow-screens = 有屏幕接收过慢，已断开 { $let_go } 次（会自动重连）

## What the hall sees.
host-hall-sees = 画面
host-hall-blank = 黑屏（{ $scene }）
host-scene-auto = 自动
host-scene-welcome = 欢迎页
host-scene-stage = 台上项目
host-scene-ranking = 全部排名
host-scene-group = { $group }排名
host-scene-reveal = 最新得分
host-scene-awards = { $group }获奖名单
host-scene-break = 休息
host-scene-message = 只显示大屏提示
host-scene-break-without = 休息（现在没有休息，显示欢迎页）
host-scene-message-without = 只显示大屏提示（现在没有提示，显示欢迎页）
host-scene-ceremony = 颁奖 { $step }/{ $steps } { $what }
host-scene-now = { $scene }（现在）
host-audience-stage = 台上
host-audience-judges = 评委
host-audience-board = 大屏
host-message = { $to }「{ $text }」{ $blinks ->
    [yes] 闪烁
   *[no] { "" }
  }
host-say = 提示{ $to }{ $has ->
    [yes] { "  " }{ $now }
   *[no] { "" }
  }
host-unsay = 撤下{ $to }的提示：{ $now }
host-say-what = 内容（数字选入，或直接输入，最多 80 字）：
host-blinks = 闪烁：开
host-blinks-not = 闪烁：关
host-say-stage-1 = 请靠近话筒
host-say-stage-2 = 还有一分钟
host-say-stage-3 = 请结束
host-say-stage-4 = 请稍候
host-say-stage-5 = 请面向评委
host-say-judges-1 = 请提交评分表
host-say-judges-2 = 请稍候
host-say-judges-3 = 请精简提问
host-say-judges-4 = 请靠近话筒
host-say-judges-5 = 评委组长请到控台
host-say-board-1 = 请稍候
host-say-board-2 = 请保持安静
host-say-board-3 = 手机请静音
host-say-board-4 = 设备检修中，马上继续
host-say-board-5 = 请项目方到候场区

## The plan.
host-stage-on-deck = 候场
host-on-deck = 候场 { $project } { $name }
host-ends = 预计 { $time } 结束
host-ends-planned = 预计 { $time } 结束（计划 { $planned }，{ $late }）
host-on-time = 准点
host-late = 晚 { $minutes } 分钟
host-early = 早 { $minutes } 分钟
host-over = 已结束
host-plan-day = 全场
host-plan-done = 完成
host-plan-planned = 计划
host-plan-projected = 预计
host-plan-late = 差（分钟）

## What is read aloud when a score is released.
host-aloud = 宣读
host-aloud-comma = ，
host-aloud-dropped = 去掉{ $count ->
    [1] 一
    [2] 两
   *[other] { " " }{ $count }{ " " }
  }个最高分 { $high }、{ $count ->
    [1] 一
    [2] 两
   *[other] { " " }{ $count }{ " " }
  }个最低分 { $low }
host-aloud-deducted = 得分 { $before }，扣 { $points } 分
host-aloud-score = 最后得分 { $score }
host-aloud-place = { $final ->
    [yes] { "" }
   *[no] 暂
  }{ $shared ->
    [yes] 并列
   *[no] 列
  }第 { $place } 名

## What is read aloud at a step of a ceremony.
host-aloud-ceremony = { $group }颁奖典礼现在开始
host-aloud-others = 未获奖的 { $count } 个决赛项目，感谢参赛
host-aloud-award = 下面揭晓{ $award }，共 { $places } 个项目
host-aloud-taken = 获得{ $award }的是 { $projects }，{ $shared ->
    [yes] 并列
   *[no] { "" }
  }第 { $place } 名{ $score ->
    [none] { "" }
   *[other] ，最后得分 { $score }
  }

## The ceremony.
host-next-is = 下一步：{ $what }
host-once-more = 再按一次：{ $what }
host-reveals-others = 未获奖的 { $count } 个项目
host-reveals-award = 宣布{ $award }（{ $places } 个）
host-reveals-place = { $award }，第 { $place } 名 { $projects }

## The rankings.
host-ranking-provisional = 暂定，已公布 { $count }
host-ranking-final = 最终，已公布 { $count }

## Steps, as the keys take them.
host-do-call-up = 请 { $project } 上场
host-do-begin = { $project } 进入{ $phase }环节
host-do-start = 开始{ $phase }计时 { $project }
host-do-pause = 暂停{ $phase }计时 { $project }
host-do-resume = 继续{ $phase }计时 { $project }
host-do-give = { $project } { $phase }续时 { $seconds } 秒
host-do-take = { $project } { $phase }减时 { $seconds } 秒
host-do-finish = { $project } 展示结束
host-do-lock = 锁定 { $project } 评分{ $missing ->
    [0] { "" }
   *[other] （{ $seats } 未交）
  }
host-do-lock-sealed = 锁定 { $project } 评分（{ $missing ->
    [0] { "" }
   *[other] 未交：{ $seats }；
  }已密封未拆封：{ $sealed }）
host-do-release-signed = 签署公布 { $project } 得分
host-do-release = 公布 { $project } 得分
host-do-absent = { $project } 记为缺席
host-do-renew-pass = 为{ $seat }换发口令
host-do-hand-over = 将{ $seat }移交给 { $from } 的终端
host-do-withdraw = { $project } 退赛
host-do-mark-seat = { $project } 席位 { $seat } 记为{ $mark }
host-do-allow-paper = { $project } 席位 { $seat } 改用纸质评分表
host-do-disallow-paper = { $project } 席位 { $seat } 不再用纸质评分表
host-do-deduct = { $project } 扣分：{ $cost }
host-do-remove-deduction = { $project } 退还第 { $number } 项扣分
host-do-postpone = { $project } 移到本半天最后
host-do-backfill = { $by } 递补 { $project }
host-do-reorder = 调整未上场项目的顺序
host-do-rule = 评委组长裁定：{ $places }
host-do-propose = 提议：{ $act }
host-do-agree = 同意第 { $number } 号提议
host-do-decline = 否决第 { $number } 号提议
host-do-set-clock = { $project } { $phase }停在 { $left }
host-do-undo = 撤销 { $project } 上一步
host-do-show-scene = 大屏切到：{ $scene }
host-do-blank = 大屏黑屏
host-do-unblank = 大屏恢复
host-do-say = 提示{ $to }：{ $text }
host-do-unsay = 撤下{ $to }的提示
host-do-take-break = 开始{ $name }（{ $minutes } 分钟）
host-do-end-break = 结束休息
host-do-freeze = { $group }封榜
host-do-thaw = { $group }解除封榜
host-do-ceremony = { $group }颁奖开始
host-do-ceremony-end = { $group }颁奖结束
host-next-waits = { $why }，还不能{ $what }
host-waits-first-sheet = 尚无评分表
host-waits-stage = { $project } 还在台上
host-undo-left = { $what }（{ $seconds } 秒）
host-all-done = 本会场流程已全部完成
host-all-but-decisions = 流程已完成，但还有待处理事项
host-moves = （移动中）

## What the hub has answered.
host-sending = 正在发送：{ $what }
host-sending-waits = 等待服务端，连上后自动发送：{ $what }
host-still-sending = 按键未执行，上一步仍在发送：{ $what }
host-granted = 已记录（本席第 { $seq } 条）：{ $what }
host-hint-no-step = 本会场没有下一步。
host-hint-no-lock = 现在没有可锁定的评分；如已选中其他项目，按 Esc 取消选择。
host-hint-no-release = 现在没有可公布的得分；请先锁定评分。
host-hint-no-call-up = 现在不能请下一个项目上场：台上还有项目，或已全部上过场。
host-hint-choose-first = 请先用上下键在路演顺序中选中项目。
host-hint-no-clock = 没有已开始的计时。
host-hint-no-absence = 只有未上场或刚请上场的项目才能记为缺席。
host-hint-no-withdrawal = 该项目已退出或已锁定评分，不能再退赛；取消资格请按 m。
host-hint-no-act = 现在对该项目没有可做的操作。
host-hint-no-decision = 没有待处理的提议或并列。
host-hint-no-undo = 没有可撤销的操作：只能在十秒内撤销上一步。
host-hint-no-fault = 台上没有项目。
host-hint-still-sealed = 评分表已密封，评委交齐后自动拆封。
host-hint-no-marks = 本次赛事不在控台显示评分（marks-on-console）。
host-hint-no-sheets = 当前项目还没有收到评分表。
host-hint-hold-for-marks = 请按住该键查看评分，松开即隐藏。
host-hint-no-ranking = 本会场没有排名。
host-hint-no-ceremony = 没有正在进行的颁奖，或已在第一步。
host-hint-no-break = 台上有项目，不能休息。
host-hint-no-other-room = 本控台没有其他会场可切换。
host-hint-unreadable = 无法识别服务端的数据，画面没有更新；请确认两端版本一致。

## What follows from a step that cannot be taken back.
host-then-renew-pass = 旧链接立即失效，由它进入的屏幕随即断开。请在服务端打印新链接：roadshow links 日志 --seat { $seat }{ $own ->
    [yes] { "" }这可能就是本控台的席位。
   *[no] { "" }
  }
host-then-hand-over = { $from } 的终端自 { $since } 起等候。{ $holder } 的终端立即失去席位并得到提示；其上未提交的分数仍留在该机。
host-then-lock = { $seats } 未交评分表：锁定后记为迟交，不计入平均分，也不按零分计。锁定后不再接收评分表。
host-then-lock-all = 评分表已交齐。锁定后不再接收评分表。
host-then-lock-paper = { $seats } 改用纸质评分表，尚未由两人录入完毕。锁定后不再录入。
host-then-allow-paper = 此后可由两人在两台统分终端上录入签字的评分表。该席位的评分表一经收到，或项目锁定，即告失效。
host-then-disallow-paper = 已录入的内容将作废。
host-then-lock-sealed = { $seats } 已密封而未拆封：现在锁定，这些评分就不再计入；锁定前终端恢复，会自动拆封。
host-then-release-signed = 监督也签署后得分才公布{ $there ->
    [yes] { "" }
   *[no] （监督屏未连接）
  }。此前该项目若有变动，您的签署即作废。
host-then-release = 得分立即在大屏公布并计入排名，不能收回。
host-then-absent = 该项目记为缺席，没有名次。之后到场可选中它按 c 再请上场。
host-then-withdraw = 该项目退出比赛，不能恢复。
host-then-cut = 展示还剩 { $left }。现在结束，剩余时间作废。
host-then-over = 展示已超时 { $over }，现在结束不损失时间。
host-then-postpone = 该项目在本半天最后重新展示，已交的评分表退回评委。
host-then-backfill = { $by } 接替其上场位置。
host-then-reorder = 新的上场顺序：{ $order }
host-then-propose = 须监督在监督屏上同意后才生效。{ $there ->
    [yes] 监督屏已连接。
   *[no] 监督屏未连接！
  }
host-then-rule-again = 原裁定已经公布。重新裁定会发布一份编号的更正公告，列出所有名次变化；该组正在进行的颁奖随之结束。
host-then-set-clock = 计时停住，按 p 继续。
host-then-freeze = 大屏上的排名停在现在，之后公布的得分不显示，直到解除封榜或颁奖结束。
host-then-thaw = 大屏立即显示当前的完整排名。
host-then-ceremony = 大屏从最后一名起逐步揭晓，回车向前，左键后退。
host-then-ceremony-end = 大屏不再显示揭晓过程；如已封榜，同时解除。
host-then-show-all = 大屏立即显示全部获奖项目，不再逐步揭晓。
host-break-minutes = 休息几分钟：
host-left-what = 剩余时间，最多 { $most }，如 4:30：
host-reason = 原因：{ $reason }
host-leave = 关闭控台？比赛和计时照常进行，可用同一链接重新进入。
host-leave-unsent = 最后一步还没有得到服务端确认。仍然关闭控台？

## What can be done about a project, in the menu.
host-act-seat = 评委席位：缺席、迟交、重新等待
host-act-paper = 评分表改用纸质，或撤回
host-takes-paper-back = 待纸质，撤回
host-act-deduct = 扣分
host-act-deduct-appeal = 申诉扣分（须监督同意）
host-act-give-back = 退还扣分
host-act-give-back-appeal = 申诉退还扣分（须监督同意）
host-act-postpone = 移到本半天最后
host-act-reorder = 调整未上场项目的顺序
host-act-absent = 记为缺席
host-act-withdraw = 退赛
host-act-backfill = 递补
host-act-return = 退回评分表更正（须监督同意）
host-act-void = 席位作废（须监督同意）
host-act-restore = 恢复席位（须监督同意）
host-act-rule-again = 评委组长重新裁定同分
host-act-disqualify = 取消资格（须监督同意）
host-mark-expected = 重新等待评分
host-units = { $rule }：{ $units } 个单位，扣 { $points } 分
host-measured = 按实测超时

host-act-fault = 技术故障
host-fault-stop = 停住计时
host-fault-resume = 继续计时
host-fault-stopped = 回到上次停下时：{ $left }
host-fault-whole = 重新计时：{ $left }
host-fault-typed = 设为其他时间
host-act-ceremony = { $group }：开始颁奖
host-act-ceremony-end = { $group }：结束颁奖
host-act-freeze = { $group }：封榜
host-act-thaw = { $group }：解除封榜

## What waits for a decision.
host-act-passes = 为席位换发口令
host-act-hand-over = { $seat }：移交给 { $from }
host-seat-waits = { $seat }：{ $from } 的第二台终端在等候，现由 { $holder } 使用
host-act-decisions = 待处理事项
host-act-agree = 同意：{ $act }
host-act-decline = 否决：{ $act }
host-act-take-back = 撤回本方提议：{ $act }
host-tie = { $group } { $projects } 同分
host-tie-waits = 待评委组长裁定：{ $tie }；裁定前排名不是最终结果
host-proposal = { $by }提议：{ $act }
host-proposal-waits = { $by ->
    [host] 等监督同意{ $there ->
        [yes] { "" }
       *[no] （监督屏未连接）
      }：
   *[supervisor] 监督提议：
  }{ $act }{ $reasoned ->
        [0] { "" }
       *[1] （{ $reason }）
    }

## Reasons for the record; a digit puts one in.
host-why = 记录在案的原因：
host-why-own = 自行输入
host-why-pick = 选用
host-why-needed = 须写明原因：按 1-4 选用，或按 0 自行输入
host-sure-needed = 按 y 确认，按 Esc 返回
host-sort-needed = 顺序没有变：上下键移动，按 Esc 返回
host-say-needed = 须有内容：按数字选用，或直接输入
host-break-needed = 请填休息几分钟，最多 1440
host-left-needed = 请填时间，不超过上限，如 4:30
host-why-pause-1 = 设备故障
host-why-pause-2 = 投屏故障
host-why-pause-3 = 现场秩序
host-why-pause-4 = 评委要求
host-why-set-clock-1 = 设备故障
host-why-set-clock-2 = 投屏故障
host-why-set-clock-3 = 网络中断
host-why-set-clock-4 = 计时操作有误
host-why-give-1 = 补回故障占用的时间
host-why-give-2 = 翻译占用时间
host-why-give-3 = 计时操作有误
host-why-give-4 = 评委要求
host-why-take-1 = 计时操作有误
host-why-take-2 = 续时过多
host-why-take-3 = 提前开讲
host-why-take-4 = 评委要求
host-why-absent-1 = 请上场时未到
host-why-absent-2 = 未签到
host-why-absent-3 = 途中延误
host-why-absent-4 = 无法联系
host-why-withdraw-1 = 项目方弃权
host-why-withdraw-2 = 资格不符
host-why-withdraw-3 = 身体原因
host-why-withdraw-4 = 组委会决定
host-why-seat-expected-1 = 评委已到场
host-why-seat-expected-2 = 评委继续评分
host-why-seat-expected-3 = 操作有误
host-why-seat-expected-4 = 组委会决定
host-why-seat-absent-1 = 评委缺席
host-why-seat-absent-2 = 评委中途离场
host-why-seat-absent-3 = 身体原因
host-why-seat-absent-4 = 组委会决定
host-why-seat-late-1 = 逾时未交
host-why-seat-late-2 = 终端故障
host-why-seat-late-3 = 网络中断
host-why-seat-late-4 = 组委会决定
host-why-allow-paper-1 = 终端故障，已收签字评分表
host-why-allow-paper-2 = 网络中断，已收签字评分表
host-why-allow-paper-3 = 评委要求用纸质，已收签字评分表
host-why-allow-paper-4 = 组委会决定
host-why-disallow-paper-1 = 终端已恢复
host-why-disallow-paper-2 = 席位选错
host-why-disallow-paper-3 = 未收到签字评分表
host-why-disallow-paper-4 = 组委会决定
host-why-deduct-early-1 = 展示超时
host-why-deduct-early-2 = 答辩超时
host-why-deduct-early-3 = 违反比赛规则
host-why-deduct-early-4 = 评委组决定
host-why-remove-early-1 = 扣分有误
host-why-remove-early-2 = 计时有误
host-why-remove-early-3 = 设备故障占用时间
host-why-remove-early-4 = 评委组决定
host-why-postpone-1 = 设备故障
host-why-postpone-2 = 演示故障
host-why-postpone-3 = 项目方途中延误
host-why-postpone-4 = 组委会决定
host-why-reorder-1 = 项目方未到
host-why-reorder-2 = 设备准备
host-why-reorder-3 = 评委时间安排
host-why-reorder-4 = 组委会决定
host-why-backfill-1 = 项目退赛
host-why-backfill-2 = 项目取消资格
host-why-backfill-3 = 按规则递补
host-why-backfill-4 = 组委会决定
host-why-rule-1 = 评委组合议
host-why-rule-2 = 评委组长裁定
host-why-rule-3 = 加赛结果
host-why-rule-4 = 按章程规定
host-why-renew-pass-1 = 链接遗失
host-why-renew-pass-2 = 链接被他人看到
host-why-renew-pass-3 = 席位换人
host-why-renew-pass-4 = 有陌生人进入
host-why-overtime = { $phase }超时 { $time }
host-why-return-1 = 两项分数填反
host-why-return-2 = 漏看材料
host-why-return-3 = 误操作
host-why-return-4 = 评委要求
host-why-void-1 = 查实利害关系
host-why-void-2 = 评委中途离场
host-why-void-3 = 违反评审纪律
host-why-void-4 = 终端故障，评分表无法核实
host-why-restore-1 = 作废有误
host-why-restore-2 = 经核实无利害关系
host-why-restore-3 = 评委已返回
host-why-restore-4 = 组委会决定
host-why-correct-1 = 申诉成立：与纸质评分表不一致
host-why-correct-2 = 申诉成立：两项分数填反
host-why-correct-3 = 申诉成立：录入有误
host-why-correct-4 = 组委会决定
host-why-deduct-1 = 超时
host-why-deduct-2 = 申诉成立：超时未扣
host-why-deduct-3 = 违反比赛规则
host-why-deduct-4 = 组委会决定
host-why-remove-deduction-1 = 申诉成立：计时有误
host-why-remove-deduction-2 = 申诉成立：设备故障占用时间
host-why-remove-deduction-3 = 扣分有误
host-why-remove-deduction-4 = 组委会决定
host-why-disqualify-1 = 资格不符
host-why-disqualify-2 = 材料不实
host-why-disqualify-3 = 违反比赛规则
host-why-disqualify-4 = 组委会决定
host-why-decline-1 = 理由不足
host-why-decline-2 = 需先核实
host-why-decline-3 = 对象有误
host-why-decline-4 = 已不需要

## What the keys do.
host-key-next = 下一步
host-key-call-up-next = 下一个项目上场
host-key-lock = 锁定评分
host-key-release = 公布得分
host-key-help = 帮助
host-key-pause = 暂停/继续
host-key-give = 加 30 秒
host-key-take = 减 30 秒
host-key-give-little = 加 10 秒
host-key-take-little = 减 10 秒
host-key-follow = 取消选择
host-key-call-up-chosen = 选中项目上场
host-key-absent = 缺席
host-key-withdraw = 退赛
host-key-acts = 更多
host-key-decisions = 待处理事项
host-key-pick = 选定
host-key-sorted = 排定
host-key-hold = 拿起/放下
host-key-share = 并列
host-key-up = 向上选择
host-key-down = 向下选择
host-key-page-up = 向上翻页
host-key-page-down = 向下翻页
host-key-page = 顺序/排名/进度
host-key-quit = 退出
host-key-blank = 黑屏/恢复
host-key-scenes = 画面
host-key-messages = 提示
host-key-marks = 按住看分
host-key-ceremonies = 颁奖/封榜
host-key-ahead = 颁奖：下一步
host-key-back = 颁奖：上一步
host-key-undo = 撤销上一步
host-key-break = 休息
host-key-passes = 换发口令
host-key-other-room = 下一会场
host-key-fault = 技术故障
host-key-blink = 闪烁
