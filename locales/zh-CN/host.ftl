### The host's console.

## Before the first picture.
host-waiting-for-hub = 正在等待服务端的数据
host-nobody-yet = 尚未叫号

## The clock.
host-clock-running = 计时中
host-clock-overtime = 超时 { $time }
host-clock-given = 已续时 { $seconds } 秒
host-clock-taken = 已减时 { $seconds } 秒

## The panel and the other screens.
host-head-seat = 席位
host-head-link = 连接
host-link-online = 在线
host-link-stale = 无响应
host-link-offline = 离线
host-sheet-in = 已交
host-sheet-missing = 未交
host-all-in = 已交齐
host-missing = 未交：{ $seats }
host-seats-offline = 离线席位：{ $seats }
host-boards = 大屏 { $screens }{ $stale ->
    [0] { "" }
   *[other] （无响应 { $stale }）
  }
host-timers = 计时屏 { $screens }{ $stale ->
    [0] { "" }
   *[other] （无响应 { $stale }）
  }
host-slow-screens = 慢屏：略过画面 { $skipped }，断开 { $let_go }

## The rankings.
host-ranking-provisional = 暂定，已公布 { $count }
host-ranking-final = 最终，已公布 { $count }

## Steps, as the keys take them.
host-do-call-up = 叫号：{ $project } 上场
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
host-do-release = 公布 { $project } 得分
host-do-absent = { $project } 记为缺席
host-do-withdraw = { $project } 退赛
host-all-done = 本会场流程已全部完成

## What the hub has answered.
host-sending = 正在发送：{ $what }
host-sending-waits = 等待服务端，连上后自动发送：{ $what }
host-granted = 已记录（第 { $seq } 条）：{ $what }
host-hint-no-step = 本会场没有下一步。
host-hint-no-lock = 现在没有可锁定的评分；如已选中其他项目，按 Esc 取消选择。
host-hint-no-release = 现在没有可公布的得分；请先锁定评分。
host-hint-no-call-up = 现在不能叫下一号：台上还有项目，或已全部叫过。
host-hint-choose-first = 请先用上下键在路演顺序中选中项目。
host-hint-no-clock = 没有已开始的计时。
host-hint-unreadable = 无法识别服务端的数据，画面没有更新；请确认两端版本一致。

## What follows from a step that cannot be taken back.
host-then-lock = { $seats } 未交评分表，不计入平均分，也不按零分计。锁定后不再接收评分表。
host-then-lock-all = 评分表已交齐。锁定后不再接收评分表。
host-then-release = 得分立即在大屏公布并计入排名，不能收回。
host-then-absent = 该项目记为缺席，没有名次。之后到场可选中它按 c 重新叫号。
host-then-withdraw = 该项目退出比赛，不能恢复。
host-leave = 关闭控台？比赛和计时照常进行，可用同一链接重新进入。
host-leave-unsent = 最后一步还没有得到服务端确认。仍然关闭控台？

## Reasons for the record; a digit chooses one.
host-why = 原因（按数字，或输入）：
host-why-pause-1 = 设备故障
host-why-pause-2 = 投屏故障
host-why-pause-3 = 现场秩序
host-why-pause-4 = 评委要求
host-why-give-1 = 补回故障占用的时间
host-why-give-2 = 翻译占用时间
host-why-give-3 = 计时操作有误
host-why-give-4 = 评委要求
host-why-take-1 = 计时操作有误
host-why-take-2 = 续时过多
host-why-take-3 = 提前开讲
host-why-take-4 = 评委要求
host-why-absent-1 = 叫号未到场
host-why-absent-2 = 未签到
host-why-absent-3 = 途中延误
host-why-absent-4 = 无法联系
host-why-withdraw-1 = 项目方弃权
host-why-withdraw-2 = 资格不符
host-why-withdraw-3 = 身体原因
host-why-withdraw-4 = 组委会决定
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
host-key-call-up-next = 叫下一号
host-key-lock = 锁定评分
host-key-release = 公布得分
host-key-help = 帮助
host-key-pause = 暂停/继续
host-key-give = 加 30 秒
host-key-take = 减 30 秒
host-key-give-little = 加 10 秒
host-key-take-little = 减 10 秒
host-key-follow = 取消选择
host-key-call-up-chosen = 叫选中项目上场
host-key-absent = 缺席
host-key-withdraw = 退赛
host-key-up = 向上选择
host-key-down = 向下选择
host-key-page-up = 向上翻页
host-key-page-down = 向下翻页
host-key-page = 顺序/排名
host-key-quit = 退出
