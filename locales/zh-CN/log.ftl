# 操作日志：每种记录怎么说。

log-seq = 序号
log-at = 时间
log-by = 操作席位
log-said = 内容
log-hub = 服务端

fact-opened = 记录开始：{ $title }（{ $id }）
fact-called-up = { $project } 上场
fact-phase-began = { $project }：{ $phase }开始
fact-clock-started = { $project }：{ $phase }计时开始
fact-clock-paused = { $project }：{ $phase }计时暂停（{ $reason }）
fact-clock-resumed = { $project }：{ $phase }计时继续
fact-time-added = { $project }：{ $phase }加时 { $ms }（{ $reason }）
fact-clock-set = { $project }：{ $phase }计时设为 { $left }（{ $reason }）
fact-finished = { $project } 展示完毕
fact-sheet-submitted = { $project }：{ $seat } 提交评分表，第 { $revision } 版{ $marks }
fact-sheet-sealed = { $project }：{ $seat } 提交密封评分表，第 { $revision } 版
fact-sheet-opened = { $project }：{ $seat } 的密封评分表拆封，第 { $revision } 版{ $marks }
fact-paper-allowed = { $project }：{ $seat } 改用纸质评分表（{ $reason }）
fact-paper-disallowed = { $project }：{ $seat } 不再用纸质评分表，已录入的作废（{ $reason }）
fact-sheet-keyed = { $project }：{ $seat } 的纸质评分表由{ $keyed_by }录入{ $marks }
fact-paper-sheet-entered = { $project }：{ $seat } 的评分表，第 { $revision } 版，纸质，{ $keyed_by }录入，{ $checked_by }复录核对一致{ $marks }
fact-keying-dropped = { $project }：{ $seat } 的纸质评分表录入作废（{ $reason }）
fact-locked = { $project } 锁定，{ $sheets } 张评分表{ $score }{ $without_count ->
        [0] { "" }
       *[other] ，不等 { $without }
    }
fact-released = { $project }：公布得分
fact-marked-absent = { $project } 缺席（{ $reason }）
fact-withdrawn = { $project } 弃权（{ $reason }）
fact-disqualified = { $project } 取消资格（{ $reason }）
fact-postponed = { $project } 延后，从头路演（{ $reason }）
fact-order-changed = { $room } 会场：路演顺序改为 { $order }（{ $reason }）
fact-backfilled = { $other } 递补 { $project }（{ $reason }）
fact-recused = { $project }：{ $seat } 回避（{ $reason }）
fact-seat-marked = { $project }：{ $seat } { $mark ->
        [absent] 缺席
        [late] 迟交
       *[expected] 重新等候
    }（{ $reason }）
fact-sheet-returned = { $project }：{ $seat } 的评分表退回更正（{ $reason }）
fact-seat-voided = { $project }：{ $seat } 作废（{ $reason }）
fact-seat-restored = { $project }：{ $seat } 恢复（{ $reason }）
fact-sheet-corrected = { $project }：{ $seat } 的评分表经申诉更正，第 { $revision } 版{ $marks }（{ $reason }）
fact-deducted = { $project }：按「{ $rule }」扣 { $points } 分，第 { $number } 项（{ $reason }）
fact-deduction-removed = { $project }：退还第 { $number } 项扣分（{ $reason }）
fact-undone = { $project }：撤销上一步
fact-scene-shown = { $room } 会场：大屏显示{ $show ->
        [welcome] 标题
        [stage] 台上项目
        [ranking] 排名
        [reveal] 最新得分
        [awards] 奖项
        [break] 休息
        [message] 消息
       *[auto] 当下内容
    }
fact-blanked = { $room } 会场：大屏{ $on ->
        [1] 黑屏
       *[0] 恢复
    }
fact-message-shown = { $room } 会场，致{ $to ->
        [judges] 评委
        [board] 全场
       *[stage] 选手
    }：「{ $text }」
fact-message-cleared = { $room } 会场：撤下致{ $to ->
        [judges] 评委
        [board] 全场
       *[stage] 选手
    }的消息
fact-break-began = { $room } 会场：{ $name }，{ $length }
fact-break-ended = { $room } 会场：休息结束
fact-frozen = { $group }：大屏排名冻结
fact-thawed = { $group }：大屏排名恢复更新
fact-ceremony-at = { $group }：颁奖{ $step ->
        [over] 结束
       *[other] 进行到第 { $step } 步
    }
fact-ruled = { $group }：评委组长裁定 { $order }（{ $reason }）
fact-proposed = 提议 { $number }：{ $act }，{ $project }{ $at_seat }{ $marks }{ $reasoned ->
        [0] { "" }
       *[1] （{ $reason }）
    }
fact-agreed = 提议 { $number } 获同意
fact-declined = 提议 { $number } 被否决（{ $reason }）
fact-corrected = 第 { $number } 号更正公告，{ $project }：{ $changes ->
        [0] 名次无变化
       *[other] { $changes } 个项目有变化
    }（{ $reason }）
fact-sealed = 服务端正常关闭，记录已封存
fact-pass-changed = { $seat } 换发口令，第 { $generation } 个（{ $reason }）
fact-seat-handed-over = { $seat } 由终端 { $from } 移交给终端 { $to }
fact-copy-opened = 服务端由记录的副本接手，此为第 { $epoch } 任服务端
