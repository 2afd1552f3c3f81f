### The projected board.

## The project on stage.
board-turn = 第 { $at }/{ $of } 个
board-next = 下一个
board-awaiting = 等待公布得分

## Scores and places.
board-final-score = 最后得分
board-place = 第 { $place } 名
board-place-shared = 并列第 { $place } 名
board-rank-shared = 并列 { $place }

## Rankings.
board-provisional = 暂定 { $ranked }/{ $projects }
board-frozen = 封榜 { $ranked }/{ $projects }
board-final = 最终
board-award-provisional = 暂列{ $award }
board-awards = 获奖名单
board-nothing-released = 尚未公布得分
board-page = { $page }/{ $pages } 页

## A score judge by judge.
board-dropped = 去掉
board-deducted = 扣分前 { $before }，扣 { $deducted } 分

## The award ceremony.
board-ceremony = 颁奖典礼
board-others = 其余 { $projects } 个决赛项目
board-award-places = 共 { $places } 个项目获奖

## When nobody is on stage.
board-welcome = 欢迎
board-group = { $name } { $projects } 个项目
board-over = 本场展示结束

## What keys do.
board-previous-page = 上一页
board-next-page = 下一页
board-help = 帮助
board-quit = 退出
