### The supervisor's screen.

## Places and pages.
supervisor-place = Supervisor
supervisor-page-order = Run order
supervisor-page-sheets = Sheets
supervisor-page-ranking = Ranking
supervisor-page-matters = Pending
supervisor-page-journal = Journal

## The rooms.
supervisor-stage-empty = nobody on stage
supervisor-room-done = done { $done }/{ $all }

## The sheets and what they come to.
supervisor-head-total = total
supervisor-total = total { $total }
supervisor-revision = rev. { $revision }
supervisor-on-paper = on paper
supervisor-comes-on-paper = comes on paper
supervisor-dropped = out
supervisor-dropped-high = highest out
supervisor-dropped-low = lowest out
supervisor-because = { $what }: { $reason }
supervisor-replaced-by = replaced by { $project }
supervisor-score = score { $score }
supervisor-score-so-far = score so far { $score }
supervisor-exact = exactly { $exact }
supervisor-before-deductions = before deductions { $score }
supervisor-carried = carried in: { $component } { $value }
supervisor-coefficient = room coefficient { $coefficient }
supervisor-panel = { $panel }, weight { $weight }: { $exact } ({ $method })
supervisor-no-score = no score yet: { $why }
supervisor-method-mean = mean of { $sheets ->
    [one] one sheet
   *[other] { $sheets } sheets
  }
supervisor-method-median = median of { $sheets ->
    [one] one sheet
   *[other] { $sheets } sheets
  }
supervisor-method-trimmed = mean of { $sheets } sheets without { $dropped }
supervisor-method-trimmed-each = mean of { $sheets } sheets, each criterion without its highest and lowest
supervisor-deduction = deduction { $points }: { $rule }, { $units ->
    [one] one unit
   *[other] { $units } units
  } (no. { $number }, { $reason })
supervisor-overtime = overtime: { $phase } { $time }

## Acts that take two persons.
supervisor-act = { $act }: { $subject }
supervisor-units = { $rule }, { $units ->
    [one] one unit
   *[other] { $units } units
  }
supervisor-deduction-number = no. { $number }
supervisor-changed = { $what }: from { $before } to { $after }
supervisor-reason = reason: { $reason }
supervisor-proposed-by = proposed by the { $who }
supervisor-ask-units = { $rule }, { $points } points a unit. How many units?
supervisor-then-return = It does not count until the judge hands it in again; a locked score is open again.
supervisor-then-void = The seat does not count; its sheet stays on file.
supervisor-then-restore = The seat is back: its sheet counts, or is waited for.
supervisor-then-correct = The score is computed again; a bulletin says what changes.
supervisor-then-deduct = The score goes down; a bulletin says what changes.
supervisor-then-remove-deduction = The points come back; a bulletin says what changes.
supervisor-then-disqualify = The project leaves the ranking for good; a bulletin says what changes.
supervisor-sign-score = score { $score }: { $method }
supervisor-sign-left-out = left out: { $what }
supervisor-sign-without = without: { $seats }
supervisor-sign-place = place { $place } of { $ranked } released
supervisor-sign-no-place = no place
supervisor-sign-no-tie = , no equal score
supervisor-sign-tie = ; { $tie }
supervisor-sign-no-alarm = no alarm
supervisor-sign-head = you sign for what is there up to { $head }
supervisor-separated = { $score } { $projects }: told apart by { $rules }
supervisor-journal = { $records } records { $dot } { $head }
supervisor-then-release = The score becomes public and is ranked.

## What waits, and what was corrected.
supervisor-waits-for-you = waits for you, no. { $number }: { $what }
supervisor-waits-for-host = waits for the host, no. { $number }: { $what }
supervisor-tie = waits for the jury chair, tie in { $group }: { $projects }
supervisor-award = { $group }, { $award } ({ $projects }): { $changed } of { $variants } ways of scoring change it
supervisor-bulletin = bulletin no. { $number } { $project }: { $reason }
supervisor-placed = place { $place } { $score } { $award }
supervisor-no-place = no place
supervisor-nothing-waits = nothing waits
supervisor-count-yours = { $count } for you to confirm
supervisor-count-alarms = { $count } to check before the lock
supervisor-count-hosts = { $count } for the host
supervisor-count-ties = { $count } for the chair

## What the hub has answered.
supervisor-do-propose = propose { $what }
supervisor-do-agree = agree to { $what }
supervisor-do-decline = decline { $what }
supervisor-hint-no-proposal = No proposal is selected that waits.
supervisor-hint-no-offer = Nothing can be proposed for this project and seat now.
supervisor-leave = Close this screen? The contest goes on; the same link opens it again.
supervisor-leave-unsent = The hub has not confirmed the last step. Quit all the same?

## What the keys do.
supervisor-key-page = next page
supervisor-key-page-back = page before
supervisor-key-agree = agree
supervisor-key-decline = decline
supervisor-key-propose = propose
supervisor-key-help = help
supervisor-key-quit = quit
supervisor-key-earlier = project before
supervisor-key-later = project after
supervisor-key-room = other room
supervisor-key-follow = follow the stage
supervisor-key-open = its sheets
supervisor-key-on = go on
supervisor-key-up = up
supervisor-key-down = down
supervisor-key-page-up = ten lines up
supervisor-key-page-down = ten lines down
