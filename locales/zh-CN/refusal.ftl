### Why a wish was not granted, to the host or judge who made it: what is so, and what to do.

refusal-not-yours = 本席位不能在此进行这项操作，请到相应的席位操作。
refusal-no-such-project = 本场没有项目 { $project }，请核对路演顺序中的编号。
refusal-stage-taken = { $on_stage } 还在台上，请先结束它的答辩。
refusal-wrong-stage = { $project } 现在是「{ $stage }」，未做任何改动；请看清屏幕，如仍需要请再按一次。
refusal-clock-not-running = { $project } 的「{ $phase }」倒计时没有在走，请先开始计时。
refusal-no-such-phase = { $project } 没有「{ $phase }」环节，请直接进入下一步。
refusal-too-much-time = 一次最多加减 { $most } 秒，请分几次调整。
refusal-sheets-closed = { $project } 现在是「{ $stage }」，不再接收评分表；如须计入，请联系主持人。
refusal-not-scored = { $project } 在本场不评分，无需提交。
refusal-seal-needed = 本场评分表须先密封，{ $project } 不收未密封的评分表；请关闭本屏，换用新版程序加入。
refusal-no-seal-needed = 本场评分表不密封，请直接提交 { $project } 的评分表。
refusal-not-open-yet = { $project } 的评分表尚不能启封：须在评分阶段且全部评分表交齐后启封。已填分数不会丢失。
refusal-seal-broken = { $project } 的分数与密封时不一致，请核对后重新密封。
refusal-seals-stand = { $project } 已有评分表拆封，此后各密封均不得更换。请在密封时所用的终端上拆封，或告知主持人。
refusal-paper-stands = 您对 { $project } 的评分表已按纸质评分表录入，以纸质为准。如有错误，请申请退回更正。
refusal-paper-not-allowed = 主持尚未同意 { $seat } 对 { $project } 的评分表改用纸质。请主持在控台按 m，选「评分表改用纸质」。
refusal-too-many-keyings = { $seat } 对 { $project } 的纸质评分表已录入 { $most } 次。请将原件交主持查看，由主持撤回许可后重新许可。
refusal-same-person = { $seat } 对 { $project } 的纸质评分表须由另一人在另一台终端上复录。
refusal-keyed-by-two = { $seat } 对 { $project } 的纸质评分表已在另外两台终端上录入。请由其中一台核对差异，或作废后重新录入。
refusal-not-a-name = 姓名为一行，1 至 { $most } 个字。
refusal-stale-revision = { $project } 已有更新的评分表（第 { $revision } 版），请查看后在那一版上修改。
refusal-revision-ahead = { $project } 的评分表现为第 { $revision } 版，这一版超前了 { $most } 版以上。请重新提交。
refusal-too-many-revisions = { $project } 的评分表已修改 { $most } 次，不能再改。以最后收到的为准；若有误，请告知主持人。
refusal-mark-missing = 评分项 { $criterion } 漏项，请补上分数后再提交。
refusal-no-such-criterion = 评分表里没有评分项 { $criterion }，请关闭本屏后重新加入。
refusal-mark-out-of-range = { $criterion }：{ $mark } 不在 0 到 { $max } 之间，请改正后再提交。
refusal-mark-off-step = { $criterion }：{ $mark } 不是 { $step } 的整数倍，请改正后再提交。
refusal-sheets-missing = { $missing_count ->
    [0] { $project } 没有锁定：评分表现已交齐，请再锁定一次。
   *[other] { $project } 没有锁定：{ $missing } 未交评分表；请等待，或确认不计这些席位后锁定。
  }
refusal-no-sheets = { $project } 还没有任何评分表，无法锁定；请等待第一份。
refusal-cannot-lock = { $project } 无法锁定：已交 { $sheets } 份评分表，规则要求 { $needed } 份；请等待其余评分表。
refusal-unknown-seat = 本场没有席位 { $seat }。
refusal-nobody-waits = 该终端已不再等候 { $seat }，或席位已由别的终端使用；请重新查看等候情况。
refusal-not-seated = 本席位由别的终端使用，未做任何改动；请控台移交席位。
refusal-panel-incomplete = { $project } 无法锁定：{ $panel }已交 { $sheets } 份评分表，规则要求 { $needed } 份；请等待其余评分表。
refusal-not-stored = 服务端未能保存，未做任何改动；请检查服务端磁盘后重试。
refusal-not-understood = 服务端无法识别本屏的请求（{ $detail }），未做任何改动；请确认两端版本一致。

refusal-unknown = 服务端拒绝了请求，本版本无法识别其原因。请在所有电脑上使用同一版本的 roadshow。
refusal-not-sent = 操作未能从本终端发出，未作任何改动。请在服务端恢复后重试。
refusal-too-late = 未及时得到服务端答复，该操作不再发送。请先看屏幕确认是否已生效，需要时再按一次。
refusal-reason-missing = 此操作要记录在案，须说明原因；请填写后重试。
refusal-no-such-seat = { $project } 的评审组没有席位 { $seat }，请核对席位。
refusal-wrong-seat-state = { $seat } 对 { $project } 的状态是「{ $state }」，未做任何改动；请先看清评审组。
refusal-sheets-returned = { $project } 无法锁定：退回给 { $seats } 的评分表尚未重新提交；请等待，或与监督一同将该席位作废。
refusal-no-such-rule = 本场没有扣分规则「{ $rule }」，请选择本场的规则。
refusal-too-many-units = { $rule }：{ $most ->
    [0] 按此规则不能再扣
   *[other] 可扣 1 到 { $most } 个单位
  }，请改正。
refusal-no-such-deduction = { $project } 没有第 { $number } 项扣分，可能已经退还。
refusal-no-such-tie = { $group } 没有等待评委组长裁定的此项并列，请重新查看排名。
refusal-not-an-order = 这不是 { $room } 会场的有效顺序：只有未上场的项目可以调换；请重新查看路演顺序。
refusal-no-backfill = 按本场规则，{ $project } 的名额不再递补。
refusal-reserve-empty = { $group } 已没有可递补的项目。
refusal-no-such-proposal = 第 { $proposal } 号提议已不在等待：已同意或已否决。
refusal-second-person-needed = 第 { $proposal } 号提议由本席位提出，须由另一人同意。
refusal-too-many-proposals = 本会场已有 { $most } 项提议等待确认，请先同意或否决其中一些。
refusal-nothing-to-undo = { $project } 没有可撤销的操作：已超过十秒，或之后又有其他操作。
refusal-not-a-message = 消息须为一行、1 到 { $most } 个字；请改短后重试。
refusal-no-break-now = { $room } 会场现在不能休息：台上有项目，或正在休息。
refusal-not-final = { $group } 的排名还不是最终结果；请先公布其余成绩并裁定并列。
refusal-no-such-step = { $group } 的颁奖揭晓共 { $steps } 步；请看清屏幕后再按。
