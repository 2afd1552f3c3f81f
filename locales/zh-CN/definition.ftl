# 评分表与赛事文件的问题及处理办法:每种问题一条 `problem-<code>`。

problem-file-missing = 找不到文件 { $path }。请检查路径；评分表的路径从赛事文件所在的文件夹算起。
problem-file-unreadable = 无法读取 { $path }：{ $reason }。请确认它是文件，并且有读取权限。
problem-not-utf8 = 文件从这里起不是 UTF-8 编码（可能是 GBK）。请用编辑器另存为 UTF-8。
problem-syntax = 这里不是合法的 TOML：{ $detail }。请检查本行和上一行的引号、括号和等号；改好后再检查其余内容。
problem-neither-kind = 这个文件既不是评分表，也不是赛事。评分表要有 [[criteria]]，赛事要有 [[groups]]、[[rooms]] 和 [[projects]]。
problem-not-a-rubric = 这是赛事文件，这里需要评分表，即它的组别所引用的、写有 [[criteria]] 的文件。
problem-not-a-session = 这是评分表，这里需要赛事文件，即引用它的、写有 [[groups]]、[[rooms]] 和 [[projects]] 的文件。
problem-missing-key = 缺少“{ $key }”。请在这里补上。
problem-misspelt-key = 没有“{ $key }”这个键。是不是“{ $nearest }”？
problem-unknown-key = 这里没有“{ $key }”这个键。请删去，或改用：{ $known }。
problem-wrong-type = “{ $key }”应为{ $expected ->
        [id] 编号，即带引号的文字
        [decimal] 带引号的数，如 "2.5"，或整数
        [integer] 不带引号的整数
        [flag] 不带引号的 true 或 false
        [span] 带引号的时长，如 "10:00" 或 "60s"
        [instant] 时刻，如 2026-08-20T09:00:00+08:00
        [day] 日期，如 "2024-01-01"
        [array] 列表：每一项上方用双方括号写名称，如 { "[[" }groups{ "]]" }，或写 { $key } = [ … ]
        [table] 表：用花括号 { "{" } … { "}" } 写，或另起一个标题
       *[text] 带引号的文字
    }，这里却是{ $found ->
        [integer] 整数
        [float] 小数
        [boolean] 真假值（true 或 false）
        [datetime] 日期
        [array] 列表
        [table] 表
       *[string] 文字
    }。
problem-empty-text = “{ $key }”没有内容。请在引号内填写；可以省略的键也可删去。
problem-control-character = “{ $key }”里有换行或其他控制字符，屏幕无法显示。请写成一行。
problem-hidden-character = “{ $key }”里有看不见的字符（{ $sign }）：它没有宽度，或会颠倒书写方向。请删去，最好重新键入，不要粘贴。
problem-name-too-long = “{ $key }”超过 { $most } 个字符，屏幕和表格都放不下。请缩短。
problem-bad-id = “{ $id }”不能作编号。请用 1 到 { $most } 个英文字母、数字、“-”和“_”，中文名称写在 name 里。
problem-float = 不带引号的 { $value } 会失去精确。请加引号："{ $value }"。
problem-not-a-decimal = “{ $value }”不是数。请写数字，最多一个小数点，如 "2.5"。
problem-too-fine = “{ $value }”的小数位太多。最多 { $most } 位。
problem-too-large = { $value } 太大，无法保证精确。分值、权重和满分都不要超过 { $most }。
problem-not-positive = “{ $key }”是 { $value }，必须大于零。
problem-not-a-count = “{ $key }”是 { $value }，必须是不小于 1 的整数。没有则不要写。
problem-out-of-range = “{ $key }”是 { $value }，必须是 0 到 { $most } 的整数。
problem-not-a-span = “{ $value }”不是时长。请写分和秒，如 "10:00"，或只写秒，如 "60s"。
problem-span-without-unit = 只写 { $value } 分不清是分还是秒。分钟请写 "{ $value }:00"，秒请写 "{ $value }s"。
problem-span-out-of-range = “{ $value }”不能作时长。请用 "1s" 到一天之间的时长；没有提问环节时写 questions = "none"。
problem-not-an-instant = “{ $value }”不是时刻。请写日期、时间和时区，如 2026-08-20T09:00:00+08:00。
problem-not-a-day = “{ $value }”不是日期。请写全年、月、日，如 "2024-01-01"。
problem-not-a-choice = “{ $key }”不能是“{ $value }”。请从中选择：{ $choices }。
problem-empty-list = “{ $key }”是空的。请至少填一项；可以省略的键也可删去。
problem-duplicate-id = { $kind ->
        [criterion] 评分项
        [group] 组别
        [room] 会场
        [seat] 评委席
        [panel] 评审组
        [component] 带入成绩
        [deduction] 扣分规则
       *[project] 项目
    }编号“{ $id }”已在第 { $line } 行用过。请换一个编号。
problem-total-mismatch = 各评分项合计 { $sum } 分，与写明的总分 { $total } 不符。请改分值和权重，或改总分。
problem-step-mismatch = 满分 { $max } 不是步长 { $step } 的整数倍，打不出来。请换一个能整除的步长，或改满分。
problem-band-outside = 分档从 { $from } 开始，超出 0 到 { $max }。请移到范围之内。
problem-band-order = 分档从 { $from } 开始，没有低于上一档的 { $above }。请从高到低排列。
problem-same-project = 与第 { $line } 行的项目 { $first } 名称和参赛单位都相同。请删去一个，或用名称区分。
problem-only-gates = 评分项全是门槛项，没有任何分数。请至少加一个写有 max 的评分项。
problem-drop-too-large = 两端各去掉 { $drop } 个时，{ $drop_from } 份评分表不够去。请把 drop-from 设为至少 { $needed }，或少去几个。
problem-idle-tie-rule = 同分规则“{ $rule }”永远用不上：它重复出现，或排在“share”之后。请删去，或调整顺序。
problem-unknown-id = 没有{ $kind ->
        [room] 会场
        [criterion] 计分的评分项
        [finalist] 要抽签的项目
        [panel] 评审组
        [component] 带入成绩
       *[group] 组别
    }“{ $id }”。请从中选择：{ $known }。
problem-group-listed-twice = 这个会场把组别 { $group } 写了两次。请删去一个。
problem-group-without-room = 没有会场安排组别 { $group }。请把它加进某个会场的 groups。
problem-group-without-projects = 组别 { $group } 没有项目。请补上项目，或删去这个组别。
problem-room-without-projects = 没有项目在会场 { $room } 路演。请用项目的 room 安排，或删去这个会场。
problem-room-needed = 组别 { $group } 分在会场 { $rooms }。请用 room 写明项目 { $project } 在哪一个会场。
problem-wrong-room = 会场 { $room } 没有安排项目 { $project } 所在的组别 { $group }。请换会场，或把组别加进这个会场。
problem-room-without-judges = 组别 { $group } 要在会场 { $room } 评分，会场却没有评委席。请补上 [[rooms.judges]]；只展示不评分时，删去组别的 rubric。
problem-panel-too-small = 会场 { $room } 有 { $judges } 个评委席，组别 { $group } 的评分表要求 { $needed } 份，因此永远无法锁定。请增加评委席，或调低 [scoring] 的 at-least 或 drop-from。
problem-too-many-projects = 组别 { $group } 有 { $projects } 个项目，只能有 { $finalists } 个进入决赛。请减少项目，或改 finalists。
problem-too-many-awards = 组别 { $group } 设 { $places } 个奖，却只有 { $projects } 个项目。请减少名额。
problem-registered-too-early = { $project } 注册于 { $registered }，本组要求 { $since } 或以后。请核对日期，或换组别。
problem-registration-missing = { $project } 是企业，本组要求 { $since } 或以后注册。请补上 registered；不是企业的写 kind = "team"。
problem-too-many-members = { $project } 有 { $members } 名核心成员，本组最多 { $most } 名。请与参赛方核对。
problem-weights-not-one = 各评审组的权重合计 { $sum }，必须等于 1。请改正。
problem-carry-too-heavy = 带入成绩的权重合计 { $sum }，没有给本次决赛留下份额。权重合计请小于 1。
problem-means-nothing = 没有写“{ $needs }”，“{ $key }”不起作用。请补上“{ $needs }”，或删去“{ $key }”。
problem-panel-seats = 会场 { $room } 有 { $seats } 个属于评审组 { $panel } 的席位，组别 { $group } 的评分表要求每个评审组 { $needed } 份，因此永远无法锁定。请增加席位，或调低 [scoring] 的 at-least 或 drop-from。
problem-carried-tie-rule = 组别 { $group } 的评分表用“carried”区分同分，本赛事却没有带入成绩。请补上 carry，或从评分表删去这条规则。
problem-points-too-fine = 扣 { $points } 分放不进组别 { $group } 的得分，得分只有 { $decimals } 位小数。请改扣分，或调高 [scoring] 的 decimals。
problem-below-zero = “{ $key }”是 { $value }，不能小于零。
problem-warning-too-long = 结束前 { $warning } 的提醒放不进 { $length } 的{ $phase ->
        [questions] 提问
       *[presentation] 展示
    }环节。请缩短提醒，或给这个组别单独设 timing。

## 路演顺序:候补、间歇、回避、抽签。
problem-reserve-twice = 候补第 { $rank } 位已是项目 { $first }。请给本组每个候补项目各排一个名次。
problem-reserve-gap = 有候补第 { $rank } 位，却没有第 { $missing } 位。请把本组候补按 1、2、3 依次编号，不要跳号。
problem-break-order = 第 { $after } 个之后的间歇排在了第 { $before } 个之后的间歇后面。请按先后排列，每处只写一次。
problem-break-outside = 这个会场只有 { $turns } 个项目，第 { $after } 个之后不能再安排间歇。请放在两个项目之间。
problem-recused-elsewhere = { $project } 不在这位评委所在的会场 { $room } 路演。请从中选择：{ $known }。
problem-recused-twice = 评委 { $seat } 对 { $project } 的回避写了两次。请删去一个。
problem-too-many-recused = 这些评委回避后，{ $project } 只剩 { $left } 位评委，按评分表算不出得分。请增加评委席，或调低 [scoring] 的 at-least 或 drop-from。
problem-not-a-commitment = 这不是承诺值：承诺值有 { $digits } 位，由 0–9 和 a–f 组成。请填写当众宣布的那一个。
problem-seed-mismatch = 这不是宣布过的种子：它的哈希是 { $hash }，承诺值是 { $commitment }。请找出当时承诺的种子。
problem-order-before-seed = 已有顺序，却没有抽出它的种子。请删去顺序，再用 roadshow draw 赛事文件 --reveal 抽签。
problem-group-drawn-twice = 组别 { $group } 有两份顺序。请删去一份。
problem-drawn-twice = { $project } 已在第 { $line } 行抽过。每个项目只抽一次。
problem-not-drawn = 抽签漏了组别 { $group } 的：{ $projects }。除候补外，每个项目都要抽一次。
problem-order-not-of-seed = 这不是种子为组别 { $group } 抽出的顺序；抽出的是 { $drawn }。抽签之后顺序或项目名单被改过：请改回来，或删去 [draw] 重新抽签。

## 评分表数据与组长裁定。
problem-not-commas = 这里的单元格用{ $sign ->
        [tab] 制表符
       *[other] “{ $sign }”
    }分隔。请把文件另存为用逗号分隔的 CSV。
problem-unknown-column = 没有“{ $column }”这一列。请删去，或改用：{ $known }。
problem-column-twice = “{ $column }”这一列出现了两次。请删去一列。
problem-missing-column = 缺少“{ $column }”这一列。请补上表头和各行的内容。
problem-empty-cell = “{ $column }”是空的。请按签字的评分表补上；没有评分的评委不要写这一行。
problem-extra-cell = “{ $value }”超出了最后一列。请删去，或检查是否多了逗号；含逗号的文字要加引号。
problem-open-quote = 这个引号没有收尾。请补上；属于文字的引号请写两次。
problem-text-after-quote = 收尾的引号与下一个逗号之间不能有内容。属于文字的引号请写两次。
problem-mark-outside = { $criterion }：{ $mark } 不在 0 到 { $max } 之间。请与签字的评分表核对。
problem-mark-between-steps = { $criterion }：{ $mark } 不是步长 { $step } 的整数倍。请与签字的评分表核对。
problem-not-a-pass = { $criterion } 是门槛项，“{ $value }”无法识别。请写 pass（通过）或 fail（不通过）。
problem-sheet-twice = 评委 { $judge } 对 { $project } 的评分表已在第 { $line } 行。请删去一份。
problem-too-many-sheets = { $project } 的评分表超过 { $most } 份。请检查项目列和评委列。
problem-cell-missing = “{ $column }”是空的。请补上。
problem-not-entered = 项目名单里没有 { $project }。请在名单中补上，或核对编号。
problem-group-differs = 第 { $line } 行写明 { $project } 属于组别 { $group }。请让它在每一行都写同一个组别。
problem-more-problems = 从这里起还有更多问题。请先改好以上各处。
problem-no-such-tie = 没有恰好由 { $projects } 组成、等待组长裁定的同分。{ $waiting ->
        [none] 目前没有任何同分等待裁定：请删去这条裁定。
       *[other] 等待裁定的有：{ $waiting }。
    }
problem-ruled-twice = 同一项目写了两次，或同一处同分裁定了两次。请只留一个。
problem-not-a-list = 这既不是工作簿（.xlsx），也不是文本表格（CSV）。请用表格软件打开后另存为 .xlsx。
problem-broken-workbook = 无法读取这个工作簿：{ $detail }。请用表格软件打开后重新另存为 .xlsx。
problem-old-workbook = 这是另一种格式的工作簿（.xls 或 .ods）。请用表格软件打开后另存为 .xlsx。
problem-encrypted-list = 这个工作簿有密码。请取消密码，或另存一份不加密的。
problem-list-too-large = { $what ->
        [megabytes] 文件超过 { $most } 兆字节
        [unpacked] 工作簿解压后超过 { $most } 兆字节
        [parts] 工作簿内含的文件超过 { $most } 个
        [rows] 表格超过 { $most } 行
        [columns] 表格超过 { $most } 列
       *[cells] 文件超过 { $most } 个单元格
    }，不会是决赛名单。请把名单各行复制到新工作簿。
problem-no-such-list = 找不到这个文件。请检查文件名和所在文件夹。
problem-no-rows = 这里只有表头，下面没有任何一行。请填写名单、保存后再读取。
problem-nothing-listed = 文件里没有内容。请核对是否选错文件，或是否已保存。
problem-no-headings = 这里没有一行是名单的表头，例如：{ $known }。请在名单上方写上表头，或用 --sheet、--column 指明。
problem-no-such-sheet = 没有名为“{ $sheet }”的工作表。可用：{ $known }。
problem-no-such-heading = 没有单元格写着“{ $heading }”。请照抄该列上方的表头。
problem-cell-is-error = 这里的公式出错：{ $value }。请直接填写内容。
problem-cell-not-computed = 这个公式没有保存结果。请用 Excel 打开工作簿并保存后再读取，或直接填写内容。
problem-cell-is-a-date = 表格软件把这个编号变成了日期 { $value }。请把单元格设为文本格式，再重新填写。
problem-listed-twice = { $kind ->
        [seat] 席位 { $id }
        [recusal] 回避 { $id }
       *[project] 项目 { $id }
    } 已在 { $first } 出现。请删去一处{ $kind ->
        [recusal] 。
       *[other] ，或改用别的编号。
    }
problem-same-as-listed = 与 { $first } 的项目 { $project } 名称和参赛单位都相同。请删去一个，或用名称区分。
problem-not-listed = 名单和赛事中都没有{ $kind ->
        [seat] 评委
       *[project] 项目
    }“{ $id }”。{ $nearest ->
        [none] 请核对写法，或在相应名单中补上。
       *[other] 最相近的是 { $nearest }。
    }
problem-several-seats = “{ $name }”是几个席位的名称：{ $seats }。请改写席位。
