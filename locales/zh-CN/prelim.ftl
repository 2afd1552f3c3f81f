# `roadshow prelim`：命令行、表格、说明，以及未定的末位。

cli-prelim = 统计初赛排名，写出决赛名单与候补名单
cli-prelim-rubric = 评分标准（TOML）
cli-prelim-sheets = 评分表数据（UTF-8 的 CSV：project、judge、每个评分项各一列；有多个组别时加 group 列）
cli-prelim-finalists = 各组进入决赛的名额
cli-prelim-projects = 项目名单（UTF-8 的 CSV：project,group,name,entrant,kind,registered,core-members,field）
cli-prelim-chair = 评委组长对同分的裁定（TOML）
cli-prelim-both = 末位同分的项目全部进入决赛
cli-prelim-carry = 让各项目以此编号把初赛得分带入决赛
cli-prelim-to = 同时把赛事文件用的项目写入这个新文件（TOML）
cli-prelim-format = 输出格式

prelim-head = { $group }：{ $places } 个名额，{ $finalists } 个进入决赛，{ $reserve } 个候补
prelim-status = 结果
prelim-by = 评分评委
prelim-finalist = 进入决赛
prelim-tied = 末位同分，未定
prelim-reserve = 候补
prelim-uneven = { $group }：多数项目有 { $judges } 位评委评分，以下不是。请核对有无漏交的评分表。
prelim-scored-by = { $group }：  { $judges } 位评委：{ $projects }
prelim-too-few = { $group }：有得分的项目只有 { $finalists } 个，名额有 { $places } 个。
prelim-all-in = { $group }：{ $projects } 末位同分，全部进入决赛；名额 { $places } 个，实际 { $finalists } 个。
prelim-reserve-tied = { $group }：{ $projects } 并列第 { $place } 名，谁先递补尚无依据；这里按项目的先后排列。

prelim-waits-for-chair = { $group }：{ $projects } 并列第 { $place } 名，{ $projects_count } 个项目争决赛余下的 { $left } 个名额，等待评委组长裁定。请用 --chair 文件 给出裁定，或用 --both 让它们全部进入。没有取舍任何一个，也没有写出项目。
prelim-shared = { $group }：{ $projects } 并列第 { $place } 名，{ $projects_count } 个项目争决赛余下的 { $left } 个名额，规则分不出先后。请用 --both 让它们全部进入，或在评分标准 [scoring] 的 ties 中增加规则，如 "chair"。没有取舍任何一个，也没有写出项目。
