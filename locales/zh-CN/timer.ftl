### The presenter's timer, and how a countdown stands on every public screen.

## How a countdown stands.
timer-ready = 准备
timer-paused = 暂停
timer-time-up = 时间到
timer-overtime = 超时
timer-last-minutes = 最后 { $minutes } 分钟
timer-last-seconds = 最后 { $seconds } 秒

## Nobody is on stage.
timer-wait = 请等待上场

## A break.
pause-until = 至 { $until }
pause-over = 即将开始

## What keys do.
timer-help = 帮助
timer-quit = 退出
