### 统分屏：哪些评分表未交。

clerk-place = { $room } 统分
clerk-none-open = 现在没有项目在收评分表。
clerk-all-in = 评分表已交齐
clerk-missing = 未交：{ $seats }
clerk-apart = 不再等候：{ $seats }
clerk-in = 已交：{ $seats }
clerk-help = 帮助
clerk-quit = 退出
