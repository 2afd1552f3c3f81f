### The presenter's timer, and how a countdown stands on every public screen.

## How a countdown stands.
timer-ready = ready
timer-paused = paused
timer-time-up = time up
timer-overtime = overtime
timer-last-minutes = { $minutes ->
    [one] last minute
   *[other] last { $minutes } minutes
  }
timer-last-seconds = last { $seconds } seconds

## Nobody is on stage.
timer-wait = Waiting for the next project

## A break.
pause-until = until { $until }
pause-over = we are about to begin

## What keys do.
timer-help = help
timer-quit = quit
