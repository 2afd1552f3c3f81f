# `roadshow import`：命令行、预览与模板。

cli-import = 把组委会的项目、评委与回避名单导入赛事文件；先显示将有哪些改动
cli-import-lists = 名单：工作簿（.xlsx）或 CSV 文件
cli-import-into = 合并到这个赛事文件
cli-import-to = 用名单新建赛事文件；须与 --like、--title 同用
cli-import-like = 新赛事所仿照的赛事文件，或模板所用的组别与会场的来源
cli-import-title = 新赛事的名称
cli-import-write = 写入所显示的改动；不加则什么都不写
cli-import-although-begun = 即使赛事已开场仍写入；此后须加 --as-begun 才能继续运行服务端
cli-import-remove-absent = 删去名单中没有的内容；不加则保留并列出
cli-import-sheet = 名单所在的工作表（按名称或表头认不出时）：projects、judges 或 recusals
cli-import-column = 某列的表头（认不出时）：name=参赛题目
cli-import-template = 写一个供填写的工作簿
cli-import-overwrite = 模板可覆盖已有文件

import-template-written = 已写入 { $file }。填写保存后，用 roadshow import 读入。
import-read = { $place }：{ $kind ->
        [projects] { $count } 个项目
        [judges] { $count } 位评委
       *[recusals] { $count } 条回避
    }
import-columns = 读取：{ $columns }
import-columns-left-out = 不读取：{ $columns }
import-rows-example = 作为示例略过：第 { $rows } 行
import-rows-note = 作为注释或合计略过：第 { $rows } 行
import-rows-headings = 作为重复表头略过：第 { $rows } 行
import-hidden = { $place }：隐藏的工作表，略过
import-no-list = { $place }：不是名单，略过
import-new = { $kind ->
        [projects] 新增项目
        [judges] 新增评委
       *[recusals] 新增回避
    }（{ $count }）
import-changed = { $kind ->
        [projects] 有改动的项目
        [judges] 有改动的评委
       *[recusals] 有改动的回避
    }（{ $count }）
import-removed = { $kind ->
        [projects] 删去的项目
        [judges] 删去的评委
       *[recusals] 删去的回避
    }（{ $count }）
import-absent = { $kind ->
        [projects] 名单中没有的项目
        [judges] 名单中没有的评委
       *[recusals] 名单中没有的回避
    }（{ $count }）：保留不动，加 --remove-absent 则删去
import-sum = 新增 { $new }，改动 { $changed }，删去 { $removed }，名单中没有 { $absent }，不变 { $unchanged }。
import-none = （无）
import-members = 核心成员 { $count } 人
import-reserve = 候补 { $rank }
import-nothing = { $file } 中已全部如此，没有写入。
import-written = 已写入 { $file }。
import-not-written = 尚未写入：同一命令加 --write 即写入。
import-evening = 这个赛事已有日志：{ $journal }。已开场的决赛以日志中的赛事定义为准，此处的改动对它不起作用；文件改动之后，同一条 roadshow hub 命令须加 --as-begun 才能继续。因此写入须加 --although-begun。

import-projects-project = 项目编号
import-projects-group = 组别
import-projects-name = 项目名称
import-projects-name-en = 项目名称（英文）
import-projects-entrant = 参赛单位
import-projects-entrant-en = 参赛单位（英文）
import-projects-kind = 主体类型
import-projects-registered = 注册日期
import-projects-core-members = 核心成员数
import-projects-field = 领域
import-projects-field-en = 领域（英文）
import-projects-region = 所在地区
import-projects-region-en = 所在地区（英文）
import-projects-room = 会场
import-projects-reserve = 候补顺序
import-judges-judge = 席位
import-judges-room = 会场
import-judges-name = 席位名称
import-judges-name-en = 席位名称（英文）
import-judges-field = 专业领域
import-judges-field-en = 专业领域（英文）
import-judges-panel = 评审组
import-recusals-judge = 席位
import-recusals-project = 项目编号
import-recusals-reason = 回避原因

import-sheet-projects = 项目
import-sheet-judges = 评委
import-sheet-recusals = 回避
import-sheet-notes = 填写说明
import-lead-projects = 项目名单：一行一个项目。带 * 的列必填；以“示例”开头的一行不会读入。
import-lead-judges = 评委名单：一行一个席位。带 * 的列必填；以“示例”开头的一行不会读入。
import-lead-recusals = 回避名单：哪位评委回避哪个项目，为什么。以“示例”开头的一行不会读入。
import-example = 示例
import-example-name = 项目名称，即现场宣读的名称
import-example-entrant = 企业或团队名称
import-example-field = 增材制造
import-example-region = 江苏
import-example-judge = 评委 A1 席
import-example-judge-field = 行业专家
import-example-reason = 在参赛单位任职
import-note-number = 项目编号和席位为 1 到 24 个字母 a–z、A–Z、数字、“-”与“_”，会出现在现场和链接中。
import-note-english = 英文各列可以不填：两种语言就用同一文字。
import-note-empty = 合并到已有赛事时，空单元格不改动原有内容；要删去原有内容，请写“无”。
import-note-registered = 日期写作 2021-03-01。
import-note-recusal = 回避名单中，评委写席位或姓名，项目写编号；一格写多个时用顿号或逗号隔开。
import-note-more = 电话等其他各列不会读入。现场用不到的内容请不要填。
import-note-check = 然后运行 roadshow import 文件.xlsx --into 赛事.toml：会列出全部问题和改动，不加 --write 不写入任何内容。
