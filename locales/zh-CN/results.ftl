# 成绩：表头与状态。
results-place = 名次
results-project = 编号
results-name = 项目
results-score = 得分
results-award = 奖项
results-judges = 有效评委
results-final = 最终
results-provisional = 暂定

## The hub's page /now.
now-empty-stage = 场上暂无项目
