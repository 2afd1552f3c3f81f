### The supervisor's screen.

## Places and pages.
supervisor-place = 监督席
supervisor-page-order = 路演顺序
supervisor-page-sheets = 评分表
supervisor-page-ranking = 排名
supervisor-page-matters = 待办与更正
supervisor-page-journal = 日志

## The rooms.
supervisor-stage-empty = 台上无项目
supervisor-room-done = 已完成 { $done }/{ $all }

## The sheets and what they come to.
supervisor-head-total = 合计
supervisor-total = 合计 { $total }
supervisor-revision = 第 { $revision } 版
supervisor-on-paper = 纸质
supervisor-comes-on-paper = 待纸质
supervisor-dropped = 去掉
supervisor-dropped-high = 去最高分
supervisor-dropped-low = 去最低分
supervisor-because = { $what }：{ $reason }
supervisor-replaced-by = 由 { $project } 递补
supervisor-score = 得分 { $score }
supervisor-score-so-far = 目前得分 { $score }
supervisor-exact = 精确值 { $exact }
supervisor-before-deductions = 扣分前 { $score }
supervisor-carried = 带入 { $component } { $value }
supervisor-coefficient = 会场系数 { $coefficient }
supervisor-panel = { $panel } 占 { $weight }：{ $exact }（{ $method }）
supervisor-no-score = 尚无得分：{ $why }
supervisor-method-mean = { $sheets } 份评分表取平均
supervisor-method-median = { $sheets } 份评分表取中位数
supervisor-method-trimmed = { $sheets } 份评分表，去掉 { $dropped } 份后取平均
supervisor-method-trimmed-each = { $sheets } 份评分表，各评分项去掉最高分和最低分后取平均
supervisor-deduction = 扣分 { $points }：{ $rule } { $units } 个单位（第 { $number } 项，{ $reason }）
supervisor-overtime = 超时：{ $phase } { $time }

## Acts that take two persons.
supervisor-act = { $act }：{ $subject }
supervisor-units = { $rule } { $units } 个单位
supervisor-deduction-number = 第 { $number } 项
supervisor-changed = { $what }：由 { $before } 改为 { $after }
supervisor-reason = 原因：{ $reason }
supervisor-proposed-by = { $who }提议
supervisor-ask-units = { $rule }，每个单位 { $points } 分。扣几个单位？
supervisor-then-return = 该席重新提交前不计入；已锁定的，评分重新打开。
supervisor-then-void = 该席位不计入得分，评分表留存备查。
supervisor-then-restore = 该席位恢复：有评分表即计入，没有则等待提交。
supervisor-then-correct = 得分随之重算，名次有变则发更正公告。
supervisor-then-deduct = 得分随之减少，名次有变则发更正公告。
supervisor-then-remove-deduction = 扣分退还，名次有变则发更正公告。
supervisor-then-disqualify = 项目退出排名，不能恢复；名次有变则发更正公告。
supervisor-sign-score = 得分 { $score }：{ $method }
supervisor-sign-left-out = 去掉：{ $what }
supervisor-sign-without = 不计入：{ $seats }
supervisor-sign-place = 在已公布的 { $ranked } 个项目中排第 { $place }
supervisor-sign-no-place = 不参加排名
supervisor-sign-no-tie = ，无同分
supervisor-sign-tie = ；{ $tie }
supervisor-sign-no-alarm = 无异常提示
supervisor-sign-head = 签署范围截至 { $head }
supervisor-separated = { $score } 分 { $projects } 同分，按{ $rules }分先后
supervisor-journal = 共 { $records } 条记录 { $dot } { $head }
supervisor-then-release = 成绩即行公布，进入排名。

## What waits, and what was corrected.
supervisor-waits-for-you = 待您确认 第 { $number } 号 { $what }
supervisor-waits-for-host = 等待主持人 第 { $number } 号 { $what }
supervisor-tie = 等待评委组长裁定 { $group }并列：{ $projects }
supervisor-award = { $group } { $award }（{ $projects }）：{ $variants } 种算法中有 { $changed } 种会改变
supervisor-bulletin = 更正公告第 { $number } 号 { $project }：{ $reason }
supervisor-placed = 第 { $place } 名 { $score } { $award }
supervisor-no-place = 无名次
supervisor-nothing-waits = 没有待办事项
supervisor-count-yours = 待您确认 { $count }
supervisor-count-alarms = 锁定前核对 { $count }
supervisor-count-hosts = 等待主持人 { $count }
supervisor-count-ties = 等待组长裁定 { $count }

## What the hub has answered.
supervisor-do-propose = 提议 { $what }
supervisor-do-agree = 同意 { $what }
supervisor-do-decline = 否决 { $what }
supervisor-hint-no-proposal = 没有选中待确认的提议。
supervisor-hint-no-offer = 对这个项目和席位，现在没有可提议的操作。
supervisor-leave = 关闭监督屏？比赛照常进行，可用同一链接重新进入。
supervisor-leave-unsent = 服务端尚未确认最后一次操作。仍要退出？

## What the keys do.
supervisor-key-page = 换页
supervisor-key-page-back = 前一页
supervisor-key-agree = 同意提议
supervisor-key-decline = 否决提议
supervisor-key-propose = 提议
supervisor-key-help = 帮助
supervisor-key-quit = 退出
supervisor-key-earlier = 前一个项目
supervisor-key-later = 后一个项目
supervisor-key-room = 另一会场
supervisor-key-follow = 跟随台上
supervisor-key-open = 看评分表
supervisor-key-on = 下一步
supervisor-key-up = 向上选择
supervisor-key-down = 向下选择
supervisor-key-page-up = 向上翻页
supervisor-key-page-down = 向下翻页
