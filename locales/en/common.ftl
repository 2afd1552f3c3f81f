### What several screens say.

## Where a project is in its life.
stage-waiting = waiting
stage-called-up = called up
stage-presentation = presentation
stage-questions = questions
stage-scoring = scoring
stage-locked = locked
stage-released = released
stage-shown = shown
stage-absent = absent
stage-withdrawn = withdrawn
stage-disqualified = disqualified

## The parts of its time that have a clock.
phase-presentation = presentation
phase-questions = questions
phase-scoring = scoring

## Who sits where.
role-host = host
role-judge = judge
role-board = board
role-timer = timer
role-clerk = clerk
role-control = all rooms' host
role-supervisor = supervisor

## What stands behind a project.
kind-company = company
kind-start-up = start-up
kind-team = team

## The link to the hub.
link-connecting = connecting
link-online = online
link-lost = link lost for { $seconds } s
link-closed = hub closed
link-held = waiting for the seat
link-unseated = seat taken over
link-renewed = seat has a new pass

## Between the items of a list.
list-separator = { ", " }

## Frames, keys and dialogs.
too-small = This window is too small: it needs { $width } columns and { $height } rows and has { $has_width } and { $has_height }.
help-title = Keys
help-more = more under F9; any key closes this
help-close = any key closes this
dialog-confirm = confirm
dialog-cancel = cancel

## The names of keys.
key-space = Space
key-enter = Enter
key-up = Up
key-down = Down
key-left = Left
key-right = Right
key-backspace = Backspace

# Where a judge's seat stands with a project.
state-expected = no sheet yet
state-scored = scored
state-sealed = sealed
state-returned = given back
state-recused = recused
state-absent = absent
state-late = late
state-void = void

# Tie rules, in “told apart by …”.
tie-by-untrimmed-sum = the sum of all totals
tie-by-criterion = { $criterion }
tie-by-highest-single = the highest single total
tie-by-carried = the earlier round
tie-by-chair = the jury chair's decision
tie-by-share = sharing the place

# Acts that take the host and the supervisor.
act-return = give a sheet back
act-void = void a seat
act-restore = restore a seat
act-correct = correct a sheet on appeal
act-deduct = deduct points on appeal
act-remove-deduction = give deducted points back on appeal
act-disqualify = disqualify
act-release = release

## Corrections of released results.
bulletin-title = correction no. { $number }  { $project }
bulletin-placed = place { $place }, { $score }
bulletin-no-place = no place
bulletin-more = and { $more } more changes

## The keys of every screen, and what the last line says of a key.
anywhere-menu = menu
anywhere-language = language zh/en
anywhere-look = look: dark, light, plain
anywhere-again = ask for the seat again
anywhere-redraw = draw the screen afresh
menu-title = Menu: what can be done now
menu-search = Find
menu-nothing = there is nothing like it
menu-take = do it
menu-up = up
menu-down = down
menu-close = close
key-does-nothing = The key { $key } does nothing here; ? lists all keys, F9 what can be done now
look-dark = Look: dark (F8 changes it)
look-light = Look: light (F8 changes it)
look-plain = Look: plain, without lines and colours (F8 changes it)
link-other-machine = Another machine answers at { $hub } and is sent nothing: tell the organiser
link-other-machine-short = Wrong machine: tell the organiser
link-lost-own-clock-short = Lost { $seconds } s: counting by own clock
link-lost-own-clock = Link lost for { $seconds } s: last picture; countdowns go on by this computer's clock

## Who has the seat, below a screen.
seat-held = The terminal at { $from } has had this seat since { $since }; this one takes it when it is free, or when the host hands it over
seat-replaced = The terminal at { $from } has the seat now, as this one was not heard; Ctrl-T asks for it again
seat-handed-over = The host has handed the seat to the terminal at { $from }; Ctrl-T waits for it again
seat-too-many = Too many terminals have this seat or wait for it; Ctrl-T tries again

## The journal's heads, read aloud and compared.
head-short = journal { $head }
head-mark = { $project } { $what } { $dot } { $head }
head-corrected = corrected

## A rehearsal, over every screen.
rehearsal = REHEARSAL
rehearsal-band = this is a rehearsal: nothing counts
