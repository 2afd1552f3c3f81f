### The host's console.

## Where this console is: in one room, or over all rooms and looking at one.
host-place = { $room } host
host-place-of-all-rooms = { $room }, of all rooms

## Before the first picture.
host-waiting-for-hub = Waiting for the hub
host-nobody-yet = Nobody is on stage

## The clock.
host-clock-running = running
host-clock-overtime = overtime { $time }
host-clock-given = { $seconds } s given
host-clock-taken = { $seconds } s taken

host-waited = waited { $time }
host-waited-too-long = waited { $time } ({ $key }: absent)
host-break = Break
host-on-break = break
host-break-until = until { $time }
host-break-over = its time is up

## The panel and the other screens.
host-head-seat = seat
host-head-link = link
host-head-total = total
host-marks-held = shown while the key is held
host-link-online = online
host-link-stale = silent
host-link-offline = offline
host-link-unknown = unknown
host-screens-unknown = link lost, other screens unknown
host-sheet-in = in
host-sheet-missing = none
host-sheet-keyed = paper
host-sheet-on-paper = on paper
host-all-in = all sheets are in
host-standing = { $state }: { $seats }
host-and = { "; " }
host-sealed = sealed until all are in: { $seats }
host-waits-to-open = waits for sealed sheets to open: { $seats }
host-too-few = at least { $needed } sheets are needed
host-lock-ready = { $project } can be locked
host-lock-waits = { $project } { $blockers }
host-rule-mean = { $sheets ->
    [one] { $sheets } sheet
   *[other] { $sheets } sheets
  }: plain mean
host-rule-median = { $sheets ->
    [one] { $sheets } sheet
   *[other] { $sheets } sheets
  }: median
host-rule-trimmed = { $sheets } sheets: without the { $drop ->
    [1] highest and the lowest
   *[other] { $drop } highest and { $drop } lowest
  }, mean of the other { $rest }
host-seats-offline = offline: { $seats }
host-boards = { $screens ->
    [one] { $screens } board
   *[other] { $screens } boards
  }{ $stale ->
    [0] { "" }
   *[other] { " " }({ $stale } silent)
  }
host-timers = { $screens ->
    [one] { $screens } timer
   *[other] { $screens } timers
  }{ $stale ->
    [0] { "" }
   *[other] { " " }({ $stale } silent)
  }
host-slow-screens = a screen too slow, cut off { $let_go ->
    [one] once
   *[other] { $let_go } times
  } (it comes back by itself)

## What the hall sees.
host-hall-sees = hall sees
host-hall-blank = nothing ({ $scene })
host-scene-auto = auto
host-scene-welcome = welcome
host-scene-stage = the project on stage
host-scene-ranking = all rankings
host-scene-group = ranking, { $group }
host-scene-reveal = the latest score
host-scene-awards = awards, { $group }
host-scene-break = the break
host-scene-message = the message alone
host-scene-break-without = the break (none is held: welcome)
host-scene-message-without = the message alone (there is none: welcome)
host-scene-ceremony = ceremony { $step }/{ $steps } { $what }
host-scene-now = { $scene } (now)
host-audience-stage = stage
host-audience-judges = judges
host-audience-board = hall
host-message = { $to }: { $text }{ $blinks ->
    [yes] { " " }(blinks)
   *[no] { "" }
  }
host-say = message to { $to }{ $has ->
    [yes] { "  " }{ $now }
   *[no] { "" }
  }
host-unsay = take away from { $to }: { $now }
host-say-what = What (a digit puts one in, or type up to 80):
host-blinks = blinks
host-blinks-not = does not blink
host-say-stage-1 = closer to the microphone, please
host-say-stage-2 = one minute left
host-say-stage-3 = please finish
host-say-stage-4 = one moment, please
host-say-stage-5 = please face the judges
host-say-judges-1 = please hand in your sheets
host-say-judges-2 = one moment, please
host-say-judges-3 = short questions, please
host-say-judges-4 = closer to the microphone, please
host-say-judges-5 = jury chair to the console, please
host-say-board-1 = one moment, please
host-say-board-2 = quiet, please
host-say-board-3 = please mute your phones
host-say-board-4 = technical problem, we go on shortly
host-say-board-5 = teams to the waiting area, please

## The plan.
host-stage-on-deck = on deck
host-on-deck = on deck { $project } { $name }
host-ends = ends { $time }
host-ends-planned = ends { $time } (planned { $planned }, { $late })
host-on-time = on time
host-late = { $minutes } min late
host-early = { $minutes } min early
host-over = over
host-plan-day = room
host-plan-done = done
host-plan-planned = plan
host-plan-projected = ends
host-plan-late = min

## What is read aloud when a score is released.
host-aloud = read
host-aloud-comma = ,{ " " }
host-aloud-dropped = { $count ->
    [1] without the highest { $high } and the lowest { $low }
   *[other] without the { $count } highest { $high } and the { $count } lowest { $low }
  }
host-aloud-deducted = score { $before } less { $points }
host-aloud-score = final score { $score }
host-aloud-place = { $final ->
    [yes] { "" }
   *[no] provisionally{ " " }
  }{ $shared ->
    [yes] sharing place
   *[no] in place
  } { $place }

## What is read aloud at a step of a ceremony.
host-aloud-ceremony = The award ceremony of the group { $group } begins
host-aloud-others = { $count ->
    [one] One finalist takes no award; thank you for taking part
   *[other] { $count } finalists take no award; thank you for taking part
  }
host-aloud-award = { $places ->
    [one] Now the { $award }, which goes to one project
   *[other] Now the { $award }, which goes to { $places } projects
  }
host-aloud-taken = The { $award } goes to { $projects }, { $shared ->
    [yes] shared place
   *[no] place
  } { $place }{ $score ->
    [none] { "" }
   *[other] , final score { $score }
  }

## The ceremony.
host-next-is = next: { $what }
host-once-more = once more: { $what }
host-reveals-others = the { $count } without an award
host-reveals-award = announce { $award } ({ $places })
host-reveals-place = { $award }, place { $place }: { $projects }

## The rankings.
host-ranking-provisional = provisional, { $count }
host-ranking-final = final, { $count } released

## Steps, as the keys take them.
host-do-call-up = call up { $project }
host-do-begin = go on to { $phase }, { $project }
host-do-start = start the { $phase } clock, { $project }
host-do-pause = pause the { $phase } clock, { $project }
host-do-resume = resume the { $phase } clock, { $project }
host-do-give = give { $project } { $seconds } s more { $phase }
host-do-take = take { $seconds } s of { $phase } from { $project }
host-do-finish = end the presentation of { $project }
host-do-lock = lock { $project }{ $missing ->
    [0] { "" }
   *[other] { " " }(no sheet: { $seats })
  }
host-do-lock-sealed = lock { $project } ({ $missing ->
    [0] { "" }
   *[other] no sheet: { $seats };{ " " }
  }sealed, not opened: { $sealed })
host-do-release-signed = sign the release of { $project }
host-do-release = release the score of { $project }
host-do-absent = mark { $project } absent
host-do-renew-pass = new pass for { $seat }
host-do-hand-over = hand { $seat } to the terminal at { $from }
host-do-withdraw = withdraw { $project }
host-do-mark-seat = { $project }: seat { $seat } { $mark }
host-do-allow-paper = { $project }: { $seat }'s sheet comes on paper
host-do-disallow-paper = { $project }: { $seat }'s sheet does not come on paper
host-do-deduct = deduct from { $project }: { $cost }
host-do-remove-deduction = give back deduction { $number } of { $project }
host-do-postpone = move { $project } to the end of the half-day
host-do-backfill = { $by } takes the place of { $project }
host-do-reorder = reorder the projects that wait
host-do-rule = the chair's ruling: { $places }
host-do-propose = propose: { $act }
host-do-agree = agree to proposal { $number }
host-do-decline = decline proposal { $number }
host-do-set-clock = set { $phase } of { $project } to { $left }
host-do-undo = undo the last step of { $project }
host-do-show-scene = projector: { $scene }
host-do-blank = make the projector blank
host-do-unblank = show the projector again
host-do-say = message to { $to }: { $text }
host-do-unsay = take the message to { $to } away
host-do-take-break = begin: { $name } ({ $minutes } min)
host-do-end-break = end the break
host-do-freeze = freeze the ranking, { $group }
host-do-thaw = thaw the ranking, { $group }
host-do-ceremony = begin the ceremony, { $group }
host-do-ceremony-end = end the ceremony, { $group }
host-next-waits = not yet ({ $why }): { $what }
host-waits-first-sheet = no sheet is in
host-waits-stage = { $project } is on stage
host-undo-left = { $what } ({ $seconds } s)
host-all-done = everything in this room is done
host-all-but-decisions = every project is done, but decisions are still waited for
host-moves = (moving)

## What the hub has answered.
host-sending = sending: { $what }
host-sending-waits = waiting for the hub, goes out when it is back: { $what }
host-still-sending = that key did nothing, still sending: { $what }
host-granted = recorded, no. { $seq } of this seat: { $what }
host-hint-no-step = There is no next step in this room.
host-hint-no-lock = No scoring to lock now. If another project is selected, press Esc first.
host-hint-no-release = No score to release now; lock the scoring first.
host-hint-no-call-up = Nobody to call up now: the stage is taken, or all have been called.
host-hint-choose-first = Select a project of the run order first, with the arrow keys.
host-hint-no-clock = No clock has been started.
host-hint-no-absence = Only who waits or has been called up can be marked absent.
host-hint-no-withdrawal = It has left, or its score is locked: then m offers disqualification.
host-hint-no-act = Nothing can be done about this project now.
host-hint-no-decision = No proposal and no tie waits for a decision.
host-hint-no-undo = Nothing can be undone: only the last step, within ten seconds.
host-hint-no-fault = Nobody is on stage.
host-hint-still-sealed = The sheets are sealed; they open by themselves when the whole panel is in.
host-hint-no-marks = The session keeps the marks off this console (marks-on-console).
host-hint-no-sheets = No sheet is in yet for the project that is up.
host-hint-hold-for-marks = Hold the key: the marks are shown until it is let go.
host-hint-no-ranking = This room has no ranking.
host-hint-no-ceremony = No ceremony is being held, or it is at its first step.
host-hint-no-break = No break while a project is on stage.
host-hint-no-other-room = There is no other room for this console.
host-hint-unreadable = The hub's picture cannot be read and is not shown; check that both ends have the same version.

## What follows from a step that cannot be taken back.
host-then-renew-pass = The old link is dead at once, and screens that came in by it are closed. Print the new link at the hub: roadshow links JOURNAL --seat { $seat }{ $own ->
    [yes] { "" } This may be the seat of this very console.
   *[no] { "" }
  }
host-then-hand-over = The terminal at { $from } has waited since { $since }. The one at { $holder } loses the seat at once and is told so; marks not handed in stay on it.
host-then-lock = No sheet from { $seats }: late from the lock on, left out of the mean, not counted as zero. No sheet is taken after the lock.
host-then-lock-all = All sheets are in. None is taken after the lock.
host-then-lock-paper = { $seats }: the sheet comes on paper and is not keyed by two yet. Nothing is keyed after the lock.
host-then-allow-paper = Two persons can key the signed sheet at two clerk's terminals from now on. It ends when a sheet of the seat is in, and with the lock.
host-then-disallow-paper = What has been keyed of it is dropped.
host-then-lock-sealed = { $seats }: sealed and not opened. Whoever locks now goes without these marks for good; a terminal that comes back before opens its sheet by itself.
host-then-release-signed = The score becomes public when the supervisor has signed too{ $there ->
    [yes] { "" }
   *[no] {" "}(who is not connected)
  }. Whatever happens to the project before then undoes your signature.
host-then-release = The score goes to the board and into the ranking at once. It cannot be taken back.
host-then-absent = The project is marked absent and has no place. If it turns up, select it and press c.
host-then-withdraw = The project leaves the contest. It cannot come back.
host-then-over = The presentation is over its time by { $over }; nothing of it is lost.
host-then-cut = { $left } of the presentation is left, and is lost if it ends now.
host-then-postpone = The project pitches again from the start at the end of the half-day; sheets handed in go back to their judges.
host-then-backfill = { $by } takes its place in the run order.
host-then-reorder = The new order: { $order }
host-then-propose = It is done once the supervisor agrees. { $there ->
    [yes] The supervisor's screen is connected.
   *[no] The supervisor's screen is not connected!
  }
host-then-rule-again = The hall has seen the first decision. Another one goes out as a numbered correction bulletin with every place that changes, and ends a ceremony of the group.
host-then-set-clock = The clock stands; p lets it go on.
host-then-freeze = Boards keep the ranking as it is now, whatever is released, until it is thawed or its ceremony ends.
host-then-thaw = Boards show the whole ranking at once.
host-then-ceremony = The board reveals the places from the last one on: Enter goes on, Left goes back.
host-then-ceremony-end = The board leaves the ceremony; a frozen ranking is thawed.
host-then-show-all = The board shows all awards at once, not step by step.
host-break-minutes = How many minutes:
host-left-what = What is left, at most { $most }, such as 4:30:
host-reason = Reason: { $reason }
host-leave = Close the console? The contest and its clocks go on; the same link opens it again.
host-leave-unsent = The hub has not confirmed the last step. Close the console all the same?

## What can be done about a project, in the menu.
host-act-seat = a judge's seat: absent, late, waited for again
host-act-paper = a sheet comes on paper, or not after all
host-takes-paper-back = on paper: take it back
host-act-deduct = deduct points
host-act-deduct-appeal = deduct points on appeal (with the supervisor)
host-act-give-back = give deducted points back
host-act-give-back-appeal = give points back on appeal (with the supervisor)
host-act-postpone = move to the end of the half-day
host-act-reorder = reorder the projects that wait
host-act-absent = mark absent
host-act-withdraw = withdraw
host-act-backfill = fill the place from the reserve
host-act-return = give a sheet back (with the supervisor)
host-act-void = void a seat (with the supervisor)
host-act-restore = restore a seat (with the supervisor)
host-act-rule-again = another decision of the chair about its tie
host-act-disqualify = disqualify (with the supervisor)
host-mark-expected = waited for again
host-units = { $rule } x { $units }, { $points } off
host-measured = as measured

host-act-fault = technical fault
host-fault-stop = stop the clock
host-fault-resume = let the clock go on
host-fault-stopped = back to where it stopped: { $left }
host-fault-whole = start again: { $left }
host-fault-typed = another time
host-act-ceremony = { $group }: begin the ceremony
host-act-ceremony-end = { $group }: end the ceremony
host-act-freeze = { $group }: freeze the ranking
host-act-thaw = { $group }: thaw the ranking

## What waits for a decision.
host-act-passes = New pass for a seat
host-act-hand-over = { $seat }: hand over to { $from }
host-seat-waits = { $seat }: a second terminal at { $from } waits; { $holder } has the seat
host-act-decisions = Waiting for a decision
host-act-agree = agree: { $act }
host-act-decline = decline: { $act }
host-act-take-back = take the own proposal back: { $act }
host-tie = { $group }: { $projects } are tied
host-tie-waits = the jury chair decides: { $tie }; until then the ranking is not final
host-proposal = proposed by the { $by }: { $act }
host-proposal-waits = { $by ->
    [host] waits for the supervisor{ $there ->
        [yes] { "" }
       *[no] { " " }(not connected)
      }:
   *[supervisor] the supervisor proposes:
  } { $act }{ $reasoned ->
        [0] { "" }
       *[1] {" "}({ $reason })
    }

## Reasons for the record; a digit puts one in.
host-why = Reason for the record:
host-why-own = in own words
host-why-pick = pick
host-why-needed = A reason is needed: 1-4 puts one in, 0 begins own words
host-sure-needed = y confirms, Esc goes back
host-sort-needed = The order is as it was: Up and Down move, Esc goes back
host-say-needed = A text is needed: a digit puts one in, or type it
host-break-needed = Minutes are needed, 1440 at most
host-left-needed = A time is needed, no longer than the most, such as 4:30
host-why-pause-1 = equipment failure
host-why-pause-2 = projection failure
host-why-pause-3 = disturbance in the hall
host-why-pause-4 = judges' request
host-why-set-clock-1 = equipment failure
host-why-set-clock-2 = projector failure
host-why-set-clock-3 = network failure
host-why-set-clock-4 = clock operated wrongly
host-why-give-1 = to make up for a failure
host-why-give-2 = interpreting took time
host-why-give-3 = timing error
host-why-give-4 = judges' request
host-why-take-1 = timing error
host-why-take-2 = too much was given
host-why-take-3 = spoke before the clock started
host-why-take-4 = judges' request
host-why-absent-1 = did not come when called
host-why-absent-2 = did not check in
host-why-absent-3 = delayed on the way
host-why-absent-4 = cannot be reached
host-why-withdraw-1 = the team forfeits
host-why-withdraw-2 = not eligible
host-why-withdraw-3 = health reasons
host-why-withdraw-4 = committee's decision
host-why-seat-expected-1 = the judge has arrived
host-why-seat-expected-2 = the judge goes on scoring
host-why-seat-expected-3 = marked by mistake
host-why-seat-expected-4 = committee's decision
host-why-seat-absent-1 = the judge is not there
host-why-seat-absent-2 = the judge has left
host-why-seat-absent-3 = health reasons
host-why-seat-absent-4 = committee's decision
host-why-seat-late-1 = no sheet in time
host-why-seat-late-2 = terminal failure
host-why-seat-late-3 = network failure
host-why-seat-late-4 = committee's decision
host-why-allow-paper-1 = terminal dead, signed sheet in hand
host-why-allow-paper-2 = network failure, signed sheet in hand
host-why-allow-paper-3 = judge asked for paper, signed sheet in hand
host-why-allow-paper-4 = committee's decision
host-why-disallow-paper-1 = the terminal works again
host-why-disallow-paper-2 = allowed for the wrong seat
host-why-disallow-paper-3 = no signed sheet was handed in
host-why-disallow-paper-4 = committee's decision
host-why-deduct-early-1 = presentation overtime
host-why-deduct-early-2 = questions overtime
host-why-deduct-early-3 = rules of the contest broken
host-why-deduct-early-4 = the jury's decision
host-why-remove-early-1 = deducted by mistake
host-why-remove-early-2 = timing error
host-why-remove-early-3 = a failure took the time
host-why-remove-early-4 = the jury's decision
host-why-postpone-1 = equipment failure
host-why-postpone-2 = demonstration failure
host-why-postpone-3 = team delayed on the way
host-why-postpone-4 = committee's decision
host-why-reorder-1 = a team is not here yet
host-why-reorder-2 = equipment to be prepared
host-why-reorder-3 = judges' schedule
host-why-reorder-4 = committee's decision
host-why-backfill-1 = the project withdrew
host-why-backfill-2 = the project was disqualified
host-why-backfill-3 = by the rules for the reserve
host-why-backfill-4 = committee's decision
host-why-rule-1 = the jury has conferred
host-why-rule-2 = jury chair's decision
host-why-rule-3 = result of a tie-break round
host-why-rule-4 = by the regulations
host-why-renew-pass-1 = link lost
host-why-renew-pass-2 = link seen by others
host-why-renew-pass-3 = another person takes the seat
host-why-renew-pass-4 = a stranger came in
host-why-overtime = { $phase } overtime { $time }
host-why-return-1 = two marks exchanged
host-why-return-2 = material overlooked
host-why-return-3 = typed by mistake
host-why-return-4 = judge's request
host-why-void-1 = conflict of interest found
host-why-void-2 = left the hall
host-why-void-3 = broke the rules for judges
host-why-void-4 = terminal failed, the sheet cannot be verified
host-why-restore-1 = voided by mistake
host-why-restore-2 = no conflict of interest after all
host-why-restore-3 = the judge is back
host-why-restore-4 = committee's decision
host-why-correct-1 = appeal upheld: differs from the paper sheet
host-why-correct-2 = appeal upheld: two marks exchanged
host-why-correct-3 = appeal upheld: typed wrongly
host-why-correct-4 = committee's decision
host-why-deduct-1 = overtime
host-why-deduct-2 = appeal upheld: overtime not deducted
host-why-deduct-3 = broke the rules
host-why-deduct-4 = committee's decision
host-why-remove-deduction-1 = appeal upheld: timing error
host-why-remove-deduction-2 = appeal upheld: equipment failure took the time
host-why-remove-deduction-3 = deducted by mistake
host-why-remove-deduction-4 = committee's decision
host-why-disqualify-1 = not eligible
host-why-disqualify-2 = false documents
host-why-disqualify-3 = broke the rules
host-why-disqualify-4 = committee's decision
host-why-decline-1 = not reason enough
host-why-decline-2 = to be checked first
host-why-decline-3 = wrong project or seat
host-why-decline-4 = not needed any more

## What the keys do.
host-key-next = the next step
host-key-call-up-next = call up the next project
host-key-lock = lock the scoring
host-key-release = release the score
host-key-help = help
host-key-pause = pause/resume
host-key-give = give 30 s
host-key-take = take 30 s
host-key-give-little = give 10 s
host-key-take-little = take 10 s
host-key-follow = unselect
host-key-call-up-chosen = call up the selected
host-key-absent = absent
host-key-withdraw = withdraw
host-key-acts = more
host-key-decisions = decisions
host-key-pick = pick
host-key-sorted = done
host-key-hold = take/drop
host-key-share = equal
host-key-up = select the one above
host-key-down = select the one below
host-key-page-up = ten lines up
host-key-page-down = ten lines down
host-key-page = order/ranking/progress
host-key-quit = quit
host-key-blank = blank/show
host-key-scenes = scene
host-key-messages = message
host-key-marks = marks (hold)
host-key-ceremonies = ceremony
host-key-ahead = ceremony: next
host-key-back = ceremony: back
host-key-undo = undo the last step
host-key-break = break
host-key-passes = new pass
host-key-other-room = next room
host-key-fault = technical fault
host-key-blink = blink
