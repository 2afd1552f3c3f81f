# 成绩：表头与状态。
results-place = 名次
results-project = 编号
results-name = 项目
results-score = 得分
results-award = 奖项
results-judges = 有效评委
results-coefficient = 会场系数
results-deductions = 扣分
results-deducted = { $project }：扣 { $points } 分（{ $reason }）
results-final = 最终
results-provisional = 暂定
results-rehearsal = 彩排
results-is-rehearsal = 【彩排】本场为彩排，以下结果不作数。
results-journal = 日志 { $head }
results-waiting = 等待评委组长裁定：{ $projects }

## Why sheets make no score, and more about it.
reason-unscored = 未评分
reason-too-few-sheets = 评分表不足
reason-too-few-to-trim = 评分表不足，无法去掉最高分和最低分
reason-ineligible = 不符合资格
unranked-unscored = 没有评分表
unranked-too-few-sheets = 需 { $needed } 份，有 { $sheets } 份
unranked-too-few-to-trim = 需 { $needed } 份，有 { $sheets } 份
unranked-ineligible = 未通过 { $gates }
unranked-in-panel = { $panel }：{ $why }

## The hub's page /now.
now-empty-stage = 场上暂无项目
results-ruling = 评委组长裁定：{ $order }（{ $reason }）
results-bulletin = 更正公告第 { $number } 号，项目 { $project }：{ $reason }
results-placed = 第 { $place } 名 { $score }
results-no-place = 无名次
