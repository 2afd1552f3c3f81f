# 核验记录：证明了什么，哪里不对，哪些无从得知。

verify-head = 核验 { $journal }，用一套与程序本身毫无共用的算法
verify-proven = 已证明
verify-wrong = 不成立
verify-open = 仅凭此文件无法证明

verify-chain = 赛事 { $session } 共 { $records } 条记录，{ $from } 至 { $to }。哈希链完整，校验码为 { $head }。
verify-recomputed = 所有得分、名次和奖项均由评分重新算出：{ $groups } 个组，{ $places } 个名次，{ $awards } 个奖项；连同 { $locks } 次锁定、{ $bulletins } 份更正公告。每条记录都出自有权的席位，也都可能发生在所在之处；须两人同意的事，均由一人提出、另一人同意。
verify-rehearsal = 这是彩排，其结果一概无效。
verify-final = 结果是最终结果。
verify-provisional = 结果尚未最终确定。
verify-engine-same = 与程序自己的结果一致。
verify-results-same = 与 { $file } 一致。
verify-sealed = 第 { $record } 条是封存签名，密钥 { $key }，覆盖此前全部记录；{ $since ->
        [0] 其后没有再添加。
       *[other] 其后又添加了 { $since } 条。
    }
verify-key-fits = 正是所给的密钥。
verify-heads = 所给 { $given } 个校验码中有 { $found } 个在此记录里，最后一个在第 { $last } 条。

verify-head-beyond = 校验码 { $seq } { $digits } 在此记录末尾之后：末尾被截去了。
verify-head-differs = 校验码 { $seq } { $digits } 不在此记录里：第 { $seq } 条或它之前的记录已不是原样。
verify-heads-prove-nothing = 所给的校验码没有一个属于此记录：文件里没有校验码，或这是另一份记录，或它从开头起被整个重写过。
verify-key-differs = 封存签名用的不是所给的密钥。
verify-key-without-seal = 给了密钥，记录却没有封存签名。
verify-engine-differs = 程序自己的结果不同：{ $at }，算得 { $computed }，程序为 { $claimed }
verify-results-differ = { $file } 不同：{ $at }，算得 { $computed }，文件为 { $claimed }
verify-more = …… 另有 { $count } 处；--format json 列出全部。

verify-heads-of-another-session = 有 { $count } 个校验码属于别的赛事，未作比对。
verify-heads-of-another-journal = 有 { $count } 个校验码属于本赛事的另一份记录（如彩排，或从头重开的一晚），未作比对。哪一份才是当晚的，问保存它们的人。
verify-open-unpinned = 这就是当晚写下的那份文件：没有给出有人保存的、属于它的校验码，也没有给出密钥。能改写文件的人可以连同哈希链全部重写。用 --heads 给出保存的校验码，或用 --key 给出服务端的密钥。
verify-open-after = 第 { $last } 条之后的记录出自当晚：所给的校验码都不在其后，也没有所给密钥的封存签名。
verify-open-cut = 第 { $last } 条之后没有记录被截去：只有更靠后的校验码才能显示。
verify-open-not-sealed = 是谁写的：没有封存签名。服务端正常关闭时才会封存。
verify-open-whose-key = 封存签名的密钥属于主办方。请与服务端启动时打印的密钥比对，并用 --key 给出。
verify-open-kept-key = 除主办方外没有人拿到过服务端的密钥文件。
verify-open-meant = 评分就是评委的本意：只知道它们是从各席位提交的。

## 记录哪里不对。
flaw-cannot-read = 文件无法读取：{ $detail }。
flaw-not-a-journal = 不是已知格式的记录：{ $detail } 不符。
flaw-damaged = 文件在第 { $whole } 条之后损坏：{ $detail }
flaw-empty = 里面没有记录。
flaw-missing = 缺第 { $record } 条，或那里是别的记录。
flaw-changed = 第 { $record } 条不是原来写下的：被改动或移动过。
flaw-not-understood = 第 { $record } 条无法理解：{ $detail }。可能由更新版本的 roadshow 写成。
flaw-impossible = 第 { $record } 条不可能发生：{ $why }（{ $about }）。
flaw-other-lock = 第 { $record } 条锁定 { $project } 时记为 { $given }，由评分表算得 { $computed }（括号内为评分表张数）。
flaw-other-bulletin = 第 { $record } 条，第 { $number } 号更正公告，与实际变动不符。
flaw-no-bulletin = 第 { $record } 条改变了已公布的结果，其后却没有更正公告。
flaw-wrong-seal = 第 { $record } 条的封存签名与此前的记录不符。

why-opening = 记录以赛事定义开头，且只有一次
why-rehearsal = 它属于彩排而开头不是，或相反
why-unknown = 没有这个项目、席位、会场或提议
why-others-sheet = 评分表来自他人的席位
why-closed = 当时不接受那里的评分表
why-mark = 有一项评分缺失或不合评分表
why-seal-needed = 评分表未密封，而本赛事须密封评分
why-no-seal = 没有可拆封的评分表，或本赛事不用密封
why-too-early = 还有评分表未交，就已拆封
why-seal-broken = 分数与随机数合不成当初的密封值
why-seals-stand = 已有评分表拆封，此后不再接受新的密封
why-not-locked = 未锁定就公布
why-one-person = 须两人同意，而两人并未都同意
why-nothing-to-undo = 没有可撤销的步骤
why-author = 做此事的席位无权这样做，或没有记下是谁
why-other-room = 由别的会场的主持做出
why-stage = 项目当时所处的阶段不可能有这一步
why-stage-taken = 台上还有别的项目
why-break = 当时正在休息，或没有可结束的休息
why-clock = 计时当时不是这种状态
why-not-scored = 那里不评分
why-seat = 该席位当时不是这种状态
why-unsettled = 锁定时所略去的席位与尚未交表的席位不符
why-no-score = 评分表不足以成绩，却已锁定
why-score-missing = 锁定时没有记下得分
why-deduction = 没有这项扣分，或不合本赛事的扣分规则
why-reserve = 不是下一个候补，或该名额不再递补
why-order = 不可能接在原顺序之后的路演顺序
why-no-tie = 并没有须由组长裁定的同分
why-not-final = 此时的排名没有这一步揭晓
why-number = 编号不相接
why-no-change = 本来就是如此
why-not-allowed = 主持未同意该评分表改用纸质
why-not-done = 两人已同意，却没有照办
why-too-late = 已过了可撤销的时间

## 命令为何结束。
proof-does-not-hold = { $journal } 不成立：{ $why }
proof-cannot-read = { $path } 无法读取：{ $detail }。请检查路径。
proof-no-head = { $path }:{ $line }:1：这不是校验码。请写成 412 3f2a 9c1b，或给出终端保存的文件。
proof-no-results = { $path }:{ $line }:{ $column }：不是 JSON。请给出 roadshow results --format json 写出的文件。
