### 分发的加入链接：席位的用途，以及这一页的用法。

links-for-host = 主持控台：逐步推进本会场。
links-for-judge = 评委席：为本会场的项目评分。
links-for-control = 总控：轮流主持各会场，按 o 切换会场；不会被锁在门外。
links-for-board = 大屏：向全场显示已公布的内容，不接受按键。
links-for-timer = 计时屏：向路演人显示剩余时间。
links-for-clerk = 统分屏：显示哪些评分表未交；评委终端故障时录入纸质评分表。
links-for-supervisor = 监督席：查看每一步；凡需两人同意之处，作为第二人。
links-all-rooms = 所有会场
links-secret = 本页含该席位的口令，请勿交给他人，活动结束后请销毁。
