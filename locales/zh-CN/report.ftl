# 当晚报告：各部分的标题、数字与说明。

report-title = 现场报告
report-part-summary = 概要
report-part-scores = 得分与各评委评分
report-part-marks = 各评委评分
report-part-unranked = 没有得分的项目
report-part-judges = 评委：宽严与离散
report-part-agreement = 一致性
report-part-order = 出场顺序是否影响得分
report-part-awards = 奖项是否稳固
report-part-times = 用时
report-part-record = 裁定与更正
report-part-clocks = 计时：暂停、校正、加减时间
report-part-releases = 公布顺序
report-part-links = 连接与终端
report-part-notes = 计算方法
report-sentence-gap = { "" }

report-head-place = 名次
report-head-project = 编号
report-head-name = 项目
report-head-score = 得分
report-head-award = 奖项
report-head-judge = 评委
report-head-projects = 项目数
report-head-mean = 平均
report-head-severity = 宽严
report-head-bounds = 95% 区间
report-head-verdict = 与评审组相比
report-head-plot = 偏严 · 偏宽
report-head-spread = 离散
report-head-range = 最低 – 最高
report-head-along = 相关
report-head-turn = 序
report-head-called = 叫号
report-head-late = 晚点
report-head-pitch = 展示
report-head-questions = 答辩
report-head-over = 超时
report-head-added = 加时
report-head-stopped = 停表
report-head-gap = 间隔

report-written = { $file }：现场报告

## 概要。
report-hours = { $hours } 小时 { $minutes } 分
report-summary-scores = { $all } 个项目中 { $scored } 个有得分，其中 { $released } 个已公布；共 { $judges } 位评委的 { $sheets } 份评分表。
report-summary-provisional = 本场尚未结束，或有待裁定事项：以下内容都可能变化。
report-summary-day = { $room }：{ $turns } 个项目上场，{ $began } 至 { $ended }，历时 { $length }；最后一个项目叫号{ $drift ->
        [late] 比计划晚 { $minutes } 分钟
        [early] 比计划早 { $minutes } 分钟
       *[none] 与计划一致
    }。
report-summary-over = { $room }：{ $count ->
        [0] 无项目超时。
       *[other] { $count } 个项目超时，合计 { $sum }；最多的是 { $project }，{ $most }。
    }
report-counts = 记录在案：{ $list }。
report-count-nothing = 没有更正、退回或扣分，没有评委缺席，也没有撤销的操作。
report-count-bulletins = 公布后更正 { $count } 次
report-count-returned = 退回评分表 { $count } 份
report-count-void = 席位作废 { $count } 次
report-count-missing = 缺席或迟交 { $count } 份
report-count-recused = 回避 { $count } 次
report-count-on-paper = 纸质评分表 { $count } 份
report-count-deductions = 扣分 { $count } 项
report-count-undone = 撤销操作 { $count } 次

## 得分。
report-scores-none = 还没有锁定的项目。
report-scores-key-terminal = { $counted } 一位评委的评分，{ $has_dropped ->
        [yes] { $dropped } 作为最高分或最低分去掉的评分，{ $score } 最后得分
       *[no] { $score } 最后得分
    }。
report-deducted = { $project }：扣 { $points } 分。
report-plot-scores = 得分与各评委评分
report-shows-scores = 每个项目一行，按名次排列：圆点为各评委的评分，空心为去掉的评分，竖条为最后得分。数字见下表。
report-key-scores = 圆点：一位评委的评分；{ $has_dropped ->
        [yes] 空心：作为最高分或最低分去掉；
       *[no] { "" }
    }竖条：最后得分。{ $has_cuts ->
        [yes] 虚线为奖项分界。
       *[no] { "" }
    }

## 评委。
report-judges-lead = 基于 { $judges } 位评委和 { $projects } 个项目{ $projects ->
        [1] 。
       *[other] ；各项目平均评分的标准差为 { $spread }。
    }
report-judges-note = “宽严”是评委的评分与评审组对同一项目的平均分之差的平均值。只有区间不含零时，才能说这位评委与评审组不同；这样的区间每二十个中约有一个纯属偶然。
report-judges-few = 不足 { $fewest } 个项目，不足以判断宽严：差别取决于个别评分表。
report-verdict-few = 不足以判断
report-verdict-severe = 偏严
report-verdict-generous = 偏宽
report-verdict-usual = 未见差别
report-plot-judges = 评委宽严
report-shows-judges = 每位评委一行：圆点为与评审组平均分之差，色带为其 95% 区间；零线左侧偏严，右侧偏宽。数字见下表。
report-key-judges = 圆点：与评审组平均分之差；色带：其 95% 区间。左侧偏严，右侧偏宽。

## 一致性。
report-agreement-lead = 基于 { $judges } 位评委都评过的 { $projects } 个项目{ $without ->
        [0] { "" }
       *[other] ，不含缺评分表的 { $without } 个项目
    }{ $left_out_count ->
        [0] { "" }
       *[other] ，也不含评过的项目不到一半的 { $left_out }
    }。
report-agreement-few = 不足以判断：{ $judges } 位评委都评过的项目有 { $projects } 个；至少需要 { $fewest_projects } 个项目和 { $fewest_judges } 位评委。
report-agreement-undefined = 所有评分都相同，没有次序可比。
report-agreement-w = 排序：肯德尔和谐系数 W 为 { $w }（0 为没有共同次序，1 为次序完全相同）；两位评委的排序平均相关 { $pair }。{ $known ->
        [yes] 若评委没有共同次序，几乎不会出现这样的结果
       *[no] 即使评委没有共同次序，也可能出现这样的结果
    }（p { $p }，χ² 近似）。
report-agreement-icc = 分值：ICC(2,1) 为 { $one }{ $of_one }，表示一位评委的评分能在多大程度上说明项目的水平；ICC(2,k) 为 { $mean }{ $of_mean }，表示 { $judges } 位评委平均分的可靠程度：{ $grade }。
report-bounds = （95%：{ $low } 至 { $high }）
report-unbounded = { "" }
report-grades = 按区间介于“{ $low }”与“{ $high }”之间
report-grade-poor = 差
report-grade-moderate = 中
report-grade-good = 良
report-grade-excellent = 优

## 出场顺序。
report-order-few = 不足以判断：只有 { $projects } 个项目，至少需要 { $fewest } 个。
report-order-lead = 按 { $projects } 个项目计算，出场每后移一位，得分变化 { $slope } 分（95% 区间 { $of_slope }），从首位到末位变化 { $whole } 分 { $of_whole }；等级相关 { $rho }。
report-order-none = 未见顺序影响。这并不证明没有影响：全程相差不超过 { $up_to } 分的影响与这些得分并不矛盾。
report-order-up = 靠后的项目得分较高，超出偶然的常见范围（二十场中约有一场会偶然如此）。得分本身不能说明原因：靠后的项目可能确实更好。
report-order-down = 靠后的项目得分较低，超出偶然的常见范围（二十场中约有一场会偶然如此）。得分本身不能说明原因：靠后的项目可能确实较弱。
report-axis-turn = 顺位
report-plot-order = 得分与出场顺位
report-shows-order = 每个项目一个圆点：横向为顺位，纵向为得分；直线穿过中间位置。
report-key-order = 圆点：项目扣分前的得分，按在会场内的顺位。{ $has_trend ->
        [yes] 直线：斜率的中位数（Theil–Sen）。
       *[no] { "" }
    }

## 奖项。
report-awards-lead = 每次只改变一项算法，重新计算；{ $looked }。
report-cut = { $award }末位 { $last } 与其后的 { $next } 相差 { $apart } 分{ $known ->
        [level] ：由同分规则分出先后
        [yes] ；若有一位评委的评分高 { $by_one } 分，{ $next } 即可追平
        [nobody] ；任何一位评委单独打得再高，{ $next } 也不能追平
       *[no] { "" }
    }。
report-awards-stand = 无论改变哪一项，各奖项的获奖项目都不变。

## 用时。
report-times-gap = 从离场到下一个叫号（不含休息）：中位数 { $middle }，最长 { $longest }{ $known ->
        [yes] ；计划 { $planned }
       *[no] { "" }
    }。
report-times-plan = 晚点：与计划相比；计划从场次规定的开始时间算起，各阶段、换场与休息均按计划时长。
report-times-plan-from-first = 晚点：与计划相比；计划从第一次叫号算起，各阶段、换场与休息均按计划时长。
report-times-break = { $name }：{ $began } 开始，历时 { $took }（计划 { $planned }）。
report-plot-day = 全天用时
report-shows-day = 每个项目一行，横向为钟点：色条为展示、答辩与评分，超时部分另用一种颜色，竖线为计划叫号时间。数字见下表。
report-key-day = 深色：展示；浅色：答辩；灰色：评分{ $has_over ->
        [yes] ；橙色：超时
       *[no] { "" }
    }{ $has_plan ->
        [yes] ；竖线：计划叫号时间
       *[no] { "" }
    }{ $has_breaks ->
        [yes] ；底色：休息
       *[no] { "" }
    }。
report-plot-drift = 比计划晚的分钟数
report-shows-drift = 每个项目一个圆点：叫号比计划晚多少分钟；零线以下为提前。
report-key-drift = 叫号时比计划晚的分钟数，按顺位；零线以下为提前。

## 连接。
report-links-unknown = 日志文件不记录谁在何时断线：谁在线不是本场的事实。服务端的运行日志里有：请保存它（roadshow hub … 2> hub.log），再用 --log 指定。
report-links-count = { $count ->
        [0] 服务端的运行日志中，本场没有断线。
       *[other] 服务端的运行日志中，{ $seats } 个席位断线 { $count } 次。
    }
report-links-usual = 该日志按通常级别记录，没有恢复连接的时间；ROADSHOW_LOG=info 时才有。
report-loss = { $at }{ $times ->
        [1] { "" }
       *[other] （{ $times } 次）
    }{ $known ->
        [known] ，{ $back } 后恢复
        [unnoticed] ，发现前已恢复
       *[open] { "" }
    }

## 计算方法。
report-note-scores = 名次、得分与奖项同 roadshow results。已锁定而未公布的项目计入各项统计；评委仍可修改的不计入。
report-note-severity = 评委的宽严，是本人评分减去同一项目全部评分的平均分，再对本人评过的项目取平均；区间用学生 t 分布。离散是本人评分的标准差。“相关”是本人评分与其他评委平均分的相关系数：接近 1 表示与他人同样区分优劣，小于 0 则相反。
report-note-agreement = 肯德尔 W 含同分校正及其 χ² 近似；ICC 按 Shrout & Fleiss（1979），双向随机、绝对一致；等级用语按 Koo & Li（2016）。只计入每位评委都有评分表的项目。
report-note-order = 斜率是每两个项目之间斜率的中位数（Theil、Sen），区间按 Sen。全部公式与出处见 roadshow 的 docs/report.md。
report-note-privacy = 本页含各评委的评分。--anonymous 不写姓名；但在场的人仍可能认出席位。
