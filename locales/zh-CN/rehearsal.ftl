## roadshow rehearse --scripted 与 --faults：无人参与的整场彩排及其报告。
rehearsal-progress = 已完成 { $done } / { $all } 个项目，故障 { $faults } 次
rehearsal-was = 整场彩排：种子 { $seed }，{ $speed } 倍速，{ $terminals } 个席位，用时 { $seconds } 秒。
rehearsal-faults = 共 { $count } 次故障：{ $faults }。
rehearsal-kept = 日志与 faults.jsonl 保存在 { $path }。
rehearsal-sum = 通过 { $passed } 项，未通过 { $failed } 项。
rehearsal-passed = ✓ 通过
rehearsal-failed = ✗ 未通过
rehearsal-not-begun = 彩排无法开始：{ $detail }
rehearsal-did-not-pass = 彩排有 { $count } 项未通过。重演命令：{ $again }

rehearsal-fault-hub-killed = 服务端被强行终止 { $count } 次
rehearsal-fault-hub-killed-behind-a-cut = 某终端断线时服务端被强行终止 { $count } 次
rehearsal-fault-laptop-died = 更换服务端电脑 { $count } 次
rehearsal-fault-second-hub = 启动第二个服务端 { $count } 次
rehearsal-fault-terminal-died = 终端被强行终止 { $count } 次
rehearsal-fault-cut = 单个终端断线 { $count } 次
rehearsal-fault-all-cut = 全部终端断线 { $count } 次
rehearsal-fault-held = 单个终端双向无声 { $count } 次
rehearsal-fault-deaf = 终端收不到消息 { $count } 次
rehearsal-fault-mute = 终端发不出消息 { $count } 次
rehearsal-fault-slow = 网络迟缓 { $count } 次

rehearsal-came-to-its-end = 全场顺利结束：{ $projects } 个项目，授出奖项 { $awards } 个。
rehearsal-stopped = 完成 { $done } / { $all } 个项目后中止：{ $why }
rehearsal-stood-still = 完成 { $done } / { $all } 个项目后停滞：{ $seconds } 秒内毫无进展。
rehearsal-all-there = 已确认的 { $sheets } 张评分表与 { $steps } 个步骤都在日志中，各一次，编号相符{ $gone ->
        [0] 。
       *[other] ；另有 { $gone } 条在最后一次备份之后随旧电脑丢失。
    }
rehearsal-not-there = { $seat } 收到确认「{ $wish }」为其第 { $number } 条记录，日志中却没有；此类共 { $count } 条。
rehearsal-done-twice = { $seat } 的第 { $record } 条记录重复了已做过的事；此类共 { $count } 条。
rehearsal-verified = 日志核验通过：{ $records } 条记录，链条与结果均重新计算。
rehearsal-not-verified = 日志核验未通过：{ $why }
rehearsal-same-scores = 全部 { $count } 个得分、名次与奖项均与同一种子的无故障场次一致。
rehearsal-other-scores = { $project } 的结果为 { $here }，无故障场次为 { $there }。
rehearsal-clocks-true = { $count } 次倒计时均按真实时间结束；各终端时间误差不超过 { $off } 毫秒。
rehearsal-clock-moved = { $project } 的倒计时被移动；此类共 { $count } 次。
rehearsal-clock-wrong = { $seat } 与服务端时间相差 { $off } 毫秒，允许 { $bound } 毫秒。
rehearsal-all-came-back = 共断线 { $losses } 次；恢复后最慢的终端用了 { $longest } 毫秒接上，允许 { $bound } 毫秒。
rehearsal-stayed-away = { $seat } 在通路恢复 { $bound } 毫秒后仍未接上；此类共 { $count } 次。
rehearsal-nothing-older = 共 { $pictures } 幅画面，没有旧画面出现在新画面之后。
rehearsal-shown-older = { $seat } 在新画面之后又显示了旧画面，共 { $count } 次。
rehearsal-seconds-refused = 在同一日志上启动的第二个服务端被拒绝，共 { $count } 次。
rehearsal-second-opened = 在同一日志上启动的第二个服务端未被拒绝。
rehearsal-taken-over = 另一台电脑从最新备份接续 { $count } 次；旧服务端重新出现后被各终端拒绝 { $turned_down } 次。
rehearsal-copy-behind = 主持被告知备份到第 { $said } 条记录，备份却止于第 { $last } 条。
rehearsal-followed-the-old = { $seat } 在旧服务端重新出现后跟随了它。
