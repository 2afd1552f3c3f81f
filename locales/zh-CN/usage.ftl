### 命令行写错时的提示，以及帮助中的用语。

## 帮助中的用语。
cli-help = 显示本帮助，或某个命令的帮助
cli-help-command = 命令
usage-heading = 用法：
usage-commands = 命令
usage-arguments = 参数
usage-options = 选项
usage-help = 显示本帮助
usage-version = 显示版本
usage-default = {" "}[默认：{ $values }]
usage-possible = {" "}[可选：{ $values }]

## 命令行哪里写错。
usage-more = 详见 --help
usage-no-command = 缺少命令。
usage-unknown-command = 没有“{ $given }”这个命令。
usage-unknown-argument = 这里没有“{ $given }”。
usage-nearest = 是不是“{ $nearest }”？
usage-between-quoted = ”、“
usage-dash = 以“-”开头的值要写成 --option=value。
usage-missing = 缺少：{ $missing }
usage-no-value = “{ $argument }”缺少值。
usage-no-value-here = “{ $argument }”后面不能写值。
usage-wrong-value = “{ $argument }”不能是“{ $given }”，只能是：{ $valid }。
usage-misfit = “{ $argument }”不能是“{ $given }”：{ $why }
usage-conflict = “{ $argument }”与“{ $other }”不能同时使用，请只保留其中一个。
usage-twice = “{ $argument }”出现了两次。请去掉一个。
usage-not-utf8 = 有一处不是文字（UTF-8）。
usage-other = 这样写没有意义。

## 值为什么不对。
misfit-whole = 要写整数。
misfit-number = 要写 { $given } 的整数。
misfit-language = 请写 zh 或 en，表格可用 both。
misfit-listen = 请写本机的一个地址，如 192.168.1.10，或表示全部地址的 0.0.0.0；端口不是 { $given } 时写在后面，如 0.0.0.0:8000。
misfit-seat = “{ $given }”不是席位。席位写作 A/host、A/judge/A1、A/board、A/timer、A/clerk、A/control 或 supervisor。
misfit-id = 编号由 1 至 24 个字母 a–z、A–Z、数字、“-”和“_”组成。
misfit-finalists = “{ $given }”不是组别加名额。写法如“enterprise=30,startup=20”。
misfit-finalists-none = 没有写组别。写法如“enterprise=30,startup=20”。
misfit-finalists-twice = 组别“{ $given }”出现了两次。
misfit-award = “{ $given }”不是奖项加名额。写法如“一等奖=1，二等奖=3”。
misfit-sheet = “{ $given }”没有写明工作表。写法如“projects=Sheet1”，前面写 projects、judges 或 recusals。
misfit-heading = “{ $given }”没有写明表头。写法如“name=项目名称”。
