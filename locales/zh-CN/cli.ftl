### 命令行：各命令与参数的用途，以及它们的输出。

cli = 创业大赛决赛现场：服务端、主持控台、评委终端、大屏与计时屏。
cli-lang = 使用的语言：zh 或 en，表格可用 both [默认：场次的语言，或系统环境]

cli-check = 检查评分标准与场次文件，列出全部问题及其位置
cli-check-files = 评分标准或场次文件（TOML）
cli-check-good = { $file }：没有问题
cli-problems = 共 { $count } 个问题。

cli-hub = 为一个场次运行服务端，并为每个席位打印一条加入链接
cli-hub-session = 场次文件（TOML）
cli-hub-listen = 监听地址，不写端口即为 7878；端口 0 表示任选空闲端口并打印出来
cli-hub-address = 链接中写明的地址，代替自动找到的地址；可多次给出
cli-hub-data = 日志文件 [默认：用户数据目录下的 场次编号.journal]
cli-hub-links = 同时把加入链接以 JSON 写入此文件
cli-hub-copies = 每次锁定、公布和关闭时，把记录、密钥和地址复制到此文件夹；可多次给出
cli-hub-copies-passphrase-file = 用此文件中的密码加密副本，或打开加密的副本
cli-hub-from-copy = 用此副本接着进行：先把它连同密钥和地址取到日志文件的位置
cli-hub-plain = 其他机器能访问服务端时也不加密：口令和评分可能被截读
cli-hub-tls = 在本机回环地址上也加密
cli-hub-as-begun = 场次文件已改动时，仍按日志开始时的定义继续
cli-hub-open =
    { $title }
    { $where }
    日志文件 { $journal }，现有 { $records } 条记录。
    每个席位一条链接。链接中含该席位的口令，请勿交给他人。
    打开方式：roadshow join 链接
cli-hub-listens = 服务端监听于 { $address }。
cli-hub-reached = 可通过以下地址访问：{ $addresses }。
cli-hub-encrypted = 连接已加密；每条链接都写明服务端的密钥 { $key }。
cli-hub-clear = 一切均未加密（--plain）：同一网络中的任何人都能读到所有口令和评分，占用任何席位，并以评委的名义提交评分。去掉 --plain 即可加密。
cli-hub-rehearsal = 【彩排】本场为彩排：每条记录、每块屏幕、每份文件都标明「彩排」，结果不作数，也永远不能转为正式比赛。
cli-hub-epoch = 本服务端由副本接手，是第 { $epoch } 任服务端。连接过本服务端的终端会拒绝旧服务端；请勿再启动旧的。
cli-hub-few-connections = 本系统只允许服务端同时有 { $connections } 个连接，而不是 { $most } 个：若有更多终端和大屏要加入，请提高可打开文件数的上限（ulimit -n）。
cli-hub-seal = 封存公钥 { $key }（正常关闭时用它签名，请抄下保存）
# What the system tells of why the computer may not sleep.
cli-awake = 正在举行比赛
cli-hub-end = 按 Ctrl-C 关闭服务端。
cli-hub-closed = 服务端与日志均已关闭。
cli-hub-broken = 服务端被迫关闭：{ $detail }。已确认的内容都在日志中，请重新启动服务端。

cli-rehearse = 彩排：与 hub 相同，但记录、屏幕与文件都标明「彩排」，结果不作数；加 --faults 则自动走完全场并报告哪些经受住了
cli-rehearse-session = { cli-hub-session }
cli-rehearse-listen = { cli-hub-listen }
cli-rehearse-address = { cli-hub-address }
cli-rehearse-plain = { cli-hub-plain }
cli-rehearse-tls = { cli-hub-tls }
cli-rehearse-data = 日志文件 [默认：用户数据目录下的 场次编号.rehearsal.journal]
cli-rehearse-copies = { cli-hub-copies }
cli-rehearse-copies-passphrase-file = { cli-hub-copies-passphrase-file }
cli-rehearse-from-copy = { cli-hub-from-copy }
cli-rehearse-links = { cli-hub-links }
cli-rehearse-as-begun = { cli-hub-as-begun }
cli-rehearse-scripted = 由程序扮演全部人员走完全场：服务端是单独的进程，日志在单独的目录；结束时给出报告，有未通过项时退出码为 1
cli-rehearse-faults = 同上，并按种子强行终止服务端、切断网络
cli-rehearse-speed = 以几倍速进行 [默认：1；由程序扮演人员时为 800，两个会场五十个项目约两分钟]
cli-rehearse-seed = 评分与故障所依据的种子
cli-rehearse-keep = 把日志保存到新目录或空目录；不指定时，仅在有未通过项时保存
cli-rehearse-format = 报告格式：表格或 JSON
cli-rehearse-attended = 标准输入关闭时结束，供启动它的程序使用

cli-join = 打开加入链接对应的屏幕
cli-join-link = 服务端为该席位打印的链接；或 @文件，取文件中的第一个链接，这样命令行里看不到口令
cli-join-theme = 屏幕主题；plain 不使用某些终端会画宽的线条
cli-join-ascii = 同 --theme plain
cli-join-quiet = 不响铃；到时屏幕仍会闪烁
cli-join-bell-command = 响铃时另外运行的命令；环境变量 ROADSHOW_RINGS 为响铃次数或 long
cli-join-state = 先接过坏掉的终端为本席位留下的内容：它的状态文件夹，在 U 盘上或在它的硬盘上
takeover = 来自 { $folder }，席位 { $seat }：
takeover-drafts = 已取来 { $projects } 的评分与笔记。
takeover-drafts-replaced = { $projects } 的评分与笔记那边较新，已取来；本机较旧的保存在 { $kept }。
takeover-drafts-left = { $projects } 的评分与笔记本机较新，保持不变。
takeover-drafts-foreign = { $path } 写明属于另一席位或另一场活动，未取。
takeover-secrets = 已取来打开 { $count } 份密封评分表所需的内容。
takeover-wishes = 有 { $count } 个请求没有得到答复；将重新发送，只算一次。
takeover-wishes-foreign = 有 { $count } 个请求出自本席位的另一条链接，未取：请重新提交评分表。
takeover-heads = 已取来 { $count } 个校验码。
takeover-heads-foreign = 有 { $count } 个校验码属于另一份日志，未取。
takeover-name = 对服务端来说，本机现在就是那台终端。请不要再打开旧的。
takeover-enter = 按回车打开屏幕。
cli-no-terminal = 屏幕需要终端，而标准输入或输出是管道或文件。请在终端窗口中运行；演示也可加 --headless 无界面运行。
cli-terminal-failed = 终端出错：{ $detail }。数据没有丢失，请重新打开链接。
cli-output-failed = 无法写出结果：{ $detail }。
cli-system-failed = 系统拒绝了程序所需的资源：{ $detail }。

cli-links = 不用服务端，从日志重新打印加入链接
cli-links-journal = 决赛的日志文件；密钥在它旁边
cli-links-address = 链接中写明的地址，代替服务端上次打开时的地址；可多次给出
cli-links-seat = 只打印此席位，如 A/judge/A3 或 supervisor；可多次给出
cli-links-format = 形式：逐行、每席位一页供打印、JSON，或本终端中的二维码

cli-results = 从日志打印排名与奖项
cli-results-journal = 决赛的日志文件，进行中或已结束均可
cli-results-robustness = 去掉一位评委或一个评分项、改变修约或去高去低时，哪些奖项会变
cli-results-released = 稳健性检查只看已公布的项目，不含仅锁定的
cli-results-format = 输出格式

## 监听与写入的位置。
place-port-taken = { $address } 已被占用，可能已有服务端在运行。请先关闭它，或改用其他端口：--listen 127.0.0.1:0 会任选空闲端口。
place-cannot-listen = 无法监听 { $address }：{ $detail }。请用 --listen 给出本机的地址。
place-no-address = 无法得知本机的地址（{ $detail }）。请给出其他电脑能访问的地址：--address 192.168.1.10。
place-not-an-address = “{ $address }”不是地址。请写主机名，可加冒号与端口：--address 192.168.1.10 或 --address 192.168.1.10:7878。
place-address-unknown = { $journal } 上还没有打开过服务端，不知道它的地址。请指定：--address 192.168.1.10:7878。
place-unreadable-address = { $path } 没有写明服务端的位置：{ $detail }。请用 --address 指定，或重新打开服务端以写入此文件。
place-no-such-seat = 场次 { $session } 没有席位 { $seat }。不带 --seat 则打印全部。
place-no-such-project = 场次 { $session } 没有项目 { $project }。请核对编号。
place-no-such-kind = 没有「{ $kind }」这类记录。各类名称见 --format csv 的 kind 一列。
place-cannot-read = 无法读取 { $path }：{ $detail }。
place-cannot-write = 无法写入 { $path }：{ $detail }。请指定自己目录中的文件。
place-no-folder = { $path } 不是文件夹。请用 --to 指定文件夹，或写一个新文件夹的名字，程序会建立。
place-name-is-no-id = 新赛事的编号取自文件名，而“{ $name }”不能作编号。请用 1 到 { $most } 个英文字母、数字、“-”和“_”为文件命名，例如 --to final-2026.toml；赛事名称可用中文（--title）。
place-other-ending = { $path } 的扩展名不是 .{ $ending }，而写出的正是这种文件。请换用 .{ $ending } 的文件名。
place-evening-begun = 没有写入：已有一场比赛按 { $session } 现在的内容开场，日志为 { $journal }。它以日志中的赛事定义为准，此处的改动对它不起作用；文件改动之后，同一条 roadshow hub 命令不加 --as-begun 就不能继续。比赛中的变动请在主持人控制台处理。确实要改文件，请加 --although-begun。
place-file-there = { $path } 已经存在。程序不覆盖文件：请换一个新文件名。
place-no-state = { $folder } 中没有终端的状态。请给出复制来的文件夹（Linux 上为 ~/.local/state/roadshow），或它所在的用户目录。
place-own-state = { $folder } 就是本机自己的，没有可接过的内容。请不带 --state 打开链接。
place-nothing-left = { $folder } 中没有 { $seat } 的内容。是那台电脑的吗？不带 --state 打开，席位上是服务端已有的内容。
place-not-ours = { $path } 不是程序写的，或者之后被改动过，因此没有写入任何文件。请移走它，或用 --to 指定另一个文件夹。
place-other-papers = { $folder } 里是另一个场次（或彩排）的表格，因此没有写入任何文件。请用 --to 指定另一个文件夹。
place-folder-not-empty = { $folder } 不是空目录。彩排须保存在新目录或空目录中，请用 --keep 另行指定。
place-no-data-folder = 找不到存放日志的用户目录。请用 --data 文件 指定位置。

## 场次与日志。
opening-other-session = { $journal } 是场次 { $theirs } 的日志，而当前场次是 { $ours }。请用 --data 指定其他文件。
opening-changed-session = { $journal } 开始时使用的是场次 { $session } 的另一版本：「{ $change }」不同。请使用当时的场次文件，或加 --as-begun 按原定义继续，或用 --data 指定新文件重新开始。
opening-draw-pending = 场次 { $session } 已公布抽签的承诺值，但顺序还没有抽出。请先抽签：roadshow draw 赛事文件 --reveal。
opening-is-rehearsal = { $journal } 是彩排的日志。彩排永远不能转为正式比赛：请用 --data 指定新文件开始正式比赛，或用 roadshow rehearse 继续彩排。
opening-is-live = { $journal } 是正式比赛的日志，不能用来彩排。请用 --data 为彩排指定另一个文件，或用 roadshow hub 继续比赛。
opening-mixed-rehearsal = { $journal } 的第 { $seq } 条记录与开头不一致：一处是彩排，一处不是。服务端不会写出这样的日志；请保留此文件留档，改用备份。
opening-no-opening = { $journal } 不以场次定义开头，不是服务端生成的日志。

cli-tally = 不用服务端，按评分标准统计 CSV 中的评分表并排名
cli-tally-rubric = 评分标准（TOML）
cli-tally-sheets = 评分表数据（UTF-8 的 CSV：project,judge 与每个评分项各一列）
cli-tally-awards = 各奖项及其名额，从高到低
cli-tally-chair = 评委组长对同分的裁定（TOML）
cli-tally-robustness = 去掉一位评委或一个评分项、改变修约或去高去低时，哪些奖项会变
cli-tally-format = 输出格式

cli-demo = 用脚本人员演示整场决赛：在屏幕上，或无界面直到出成绩
cli-demo-session = 场次文件 [默认：内置的首场决赛]
cli-demo-speed = 屏幕演示的倍速
cli-demo-seed = 脚本评委评分的种子；相同的种子得到相同的结果
cli-demo-data = 把日志保存在此文件；文件已存在时接着进行
cli-demo-after = 先演完多少个项目再显示屏幕 [默认：四分之一]
cli-demo-headless = 无需终端，也不等待：进度写到标准错误，结果写到标准输出
cli-demo-format = 无界面结果的输出格式
cli-demo-theme = 屏幕主题；plain 不使用某些终端会画宽的线条
cli-demo-ascii = 同 --theme plain
cli-demo-quiet = 不响铃；到时屏幕仍会闪烁
cli-demo-bell-command = 响铃时另外运行的命令；环境变量 ROADSHOW_RINGS 为响铃次数或 long
cli-interrupted = 已中断。

cli-verify = 从字节到奖项核验一份记录，用另一套算法，并说明证明了什么
cli-verify-journal = 决赛的日志文件，进行中或已结束
cli-verify-heads = 终端或人保存的校验码：逐行的文件，或如 412 3f2a 9c1b 的行
cli-verify-key = 服务端启动时打印的公钥：封存签名必须出自它
cli-verify-results = 必须一致的结果 JSON（roadshow results --format json）
cli-verify-format = 格式

cli-log = 打印当晚经过，每条记录一行
cli-log-journal = 决赛的日志文件，进行中或已结束
cli-log-project = 只列与此项目有关的
cli-log-seat = 只列此席位提出或与之有关的：A/host、A/judge/A3、A3、supervisor
cli-log-kind = 只列这些种类的记录：locked,released ……
cli-log-marks = 连同评分，以及锁定时的得分
cli-log-format = 格式

cli-papers = 把正式表格写入文件夹：评分表、平衡表、汇总表、成绩单、抽签记录、排名、获奖名单、公示稿、更正公告、操作日志
cli-papers-journal = 决赛的日志文件，进行中或已结束均可
cli-papers-to = 写入的文件夹；只覆盖程序以前写的、之后没有改动过的文件
cli-papers-form = 只写这些表格 [默认：全部]
cli-papers-format = 可打印的 HTML（A4）、Excel，或两者
cli-papers-blank = 只写空白评分表，供纸质评分
cli-papers-anonymous = 不写评委姓名，只写席位
cli-both-is-for-papers = --lang both 只用于 roadshow papers、roadshow report --to 和 roadshow import --template

cli-export = 导出评分表、名次、用时与操作日志，以及赛事的项目、评委与回避，供其他程序使用
cli-export-journal = 决赛的日志文件，进行中或已结束均可；或赛事文件（.toml）
cli-export-needs-journal = 尚未开场的赛事没有评分表、名次、用时和日志：请选 projects、judges 或 recusals，或给出日志文件
cli-export-format = CSV（每张表一个文件）、JSON，或一个 Excel 工作簿
export-written = 已写出 { $file }。
cli-export-to = CSV 为文件夹，JSON 与 XLSX 为文件；不覆盖已有文件 [默认：标准输出]
cli-export-table = 只导出这些表 [默认：全部]
cli-export-bom = 在 CSV 开头写入字节顺序标记，供 Excel 识别 UTF-8
cli-export-anonymous = 不导出评委姓名，只导出席位
cli-export-csv-needs-to = 每张表是一个 CSV 文件：请用 --to 文件夹 指定位置，或用 --table 只选一张
cli-export-xlsx-needs-to = 工作簿须写入文件：请用 --to 文件.xlsx 指定
cli-export-bom-is-for-csv = --bom 只用于 CSV

cli-report = 现场报告：得分与各评委评分、宽严、一致性、顺序、用时、奖项、更正、连接
cli-report-journal = 决赛的日志文件，进行中或已结束均可
cli-report-to = 写成单独的网页（HTML）；不覆盖已有文件 [默认：输出到终端]
cli-report-anonymous = 不写评委姓名，只写席位
cli-report-log = 服务端当晚的运行日志，其中有断线的席位
cli-report-ascii = 在终端上只用 ASCII 字符，供 ● 占两列的终端使用
place-not-a-log = { $path } 里没有服务端运行日志的内容。请保存 roadshow hub 的标准错误输出（roadshow hub … 2> hub.log），并指定该文件。
