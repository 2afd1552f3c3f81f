### The demonstration.

## Without a screen, on standard error.
demo-begins = { $title }：{ $projects } 个项目，{ $rooms } 个会场
demo-progress = 已完成 { $done } / { $all } 个项目
demo-journal = 日志文件保存在 { $path }。

## What ends it early.
demo-no-folder = 无法为日志文件建立临时文件夹：{ $detail }
demo-no-port = 本机没有可用的端口：{ $detail }
demo-stopped = 演示无法继续：{ $detail }

## Before its screens open, and when they do.
demo-prepares = 正在准备：先走完 { $all } 个项目中的 { $projects } 个
demo-greeting = 演示：主持和评委由脚本扮演，服务端和画面都是真的。F1-F4 与 F7 换屏，F5 亲自主持。

## The bar below its screens.
demo-take-over = 接管
demo-hand-back = 交还
demo-supervisor = 监督
demo-other-room = 换会场
demo-quit = 退出
demo-host-is-played = 控台按键由脚本操作；F5 接管，恢复正常速度
demo-over = 演示结束，按 F10 退出
demo-autopilot = 自动
demo-you-drive = 手动

# 演示中评委组长裁定并列的理由。
demo-ruling = 演示中的评委组长按上场顺序裁定
