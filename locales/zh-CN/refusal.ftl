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
refusal-stale-revision = { $project } 已有更新的评分表（第 { $revision } 版），请查看后在那一版上修改。
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
refusal-panel-incomplete = { $project } 无法锁定：{ $panel }已交 { $sheets } 份评分表，规则要求 { $needed } 份；请等待其余评分表。
refusal-not-stored = 服务端未能保存，未做任何改动；请检查服务端磁盘后重试。
refusal-not-understood = 服务端无法识别本屏的请求（{ $detail }），未做任何改动；请确认两端版本一致。

refusal-unknown = 服务端拒绝了请求，本版本无法识别其原因。请在所有电脑上使用同一版本的 roadshow。
refusal-not-sent = 操作未能从本终端发出，未作任何改动。请在服务端恢复后重试。
