# `roadshow draw`：命令行、输出，以及没有抽签的原因。

cli-draw = 在各组内抽签决定路演顺序，任何人都能重抽验证
cli-draw-session = 赛事文件（TOML）
cli-draw-commit = 取定种子（或由程序生成），公布它的哈希作为承诺值
cli-draw-reveal = 公开种子，抽签，并把顺序写入赛事文件
cli-draw-check = 只凭文件重抽一次，看是否与记录的顺序相同
cli-draw-manual = 录入纸质或公证抽签的结果：项目编号每行一个，按抽出的顺序
cli-draw-seed = 种子
cli-draw-note = 由谁抽签、谁监督，记录在案

draw-turn = 顺序
draw-room = 会场

draw-committed =
    承诺值：{ $commitment }
    请当众宣读，并说明各组项目数：{ $projects }。
draw-seed-kept =
    种子存放在 { $seed }，只有文件所有者可读。请妥善封存：知道种子就知道顺序。
    当众抽签时运行：roadshow draw { $session } --reveal
draw-seed-yours =
    种子没有写入任何文件：请一字不差地保存并封存。知道种子就知道顺序。
    当众抽签时运行：roadshow draw { $session } --reveal --seed 种子
draw-seed-short = 种子太短，可以从承诺值逐个试出来。最好删去 [draw]，改用一句话作种子。
draw-revealed =
    种子与公布的承诺值相符，路演顺序已抽出。
    种子：  { $seed }
    承诺值：{ $commitment }
draw-checked =
    重抽结果与记录的顺序相同，种子与公布的承诺值相符。
    种子：  { $seed }
    承诺值：{ $commitment }
draw-entered =
    抽签结果已录入。
    备注：{ $note }
draw-checked-by-hand =
    这是人工抽签，无法重抽；每个项目都恰好出现一次。
    备注：{ $note }

draw-drawn = { $session } 的路演顺序已经抽出，不能再抽。要重来，请手工删去文件中的 [draw]，并公开说明原因。
draw-not-committed = { $session } 还没有承诺值。请先公布：roadshow draw { $session } --commit。
draw-already-committed = { $session } 已有承诺值。请用 roadshow draw { $session } --reveal 抽签；要重来，请手工删去文件中的 [draw]，并公开说明原因。
draw-not-drawn = { $session } 的路演顺序还没有抽出，没有可核对的内容。
draw-no-seed = { $path } 中没有种子。请用 --seed 给出。
draw-seed-there = { $path } 已经存在，里面是另一次抽签的种子。请先移走。
draw-no-such-seed = 种子必须是一行有内容的文字。
draw-no-such-note = 备注要写明由谁抽签、谁监督，写成一行文字。
draw-other-seed = 这不是公布过的种子：它的哈希是 { $hash }，承诺值是 { $commitment }。没有抽签。请逐字核对，包括空格。
draw-odd-table = 无法写入 { $session }：文件中 [draw] 的写法与本程序不同。请在 [draw] 下让 by 和 commitment 各占一行。
