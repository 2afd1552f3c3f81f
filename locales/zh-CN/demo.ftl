### 演示。

demo-progress = 已完成 { $done } / { $all } 个项目
demo-take-over = 接管/交还
demo-other-room = 另一会场
demo-quit = 退出
demo-autopilot = 自动演示
demo-you-drive = 由您操作
