### The judges' sheets.

## The keys.
judge-key-next = next
judge-key-pass = pass
judge-key-fail = fail
judge-key-to-stage = to the project on stage
judge-key-list = my sheets
judge-key-help = help
judge-key-quit = quit
judge-key-up = up
judge-key-down = down
judge-key-more = more
judge-key-less = less
judge-key-earlier = previous project
judge-key-later = next project
judge-key-note = note
judge-key-recuse = recuse
judge-key-back = back, or undo typing
judge-key-erase = delete a digit
judge-key-type = mark; of 10, 85 is 8.5

## The head.
judge-place = { $room } { $seat }
judge-no-picture = Waiting for the hub
judge-not-scored = This group is not scored

## What the whole panel is told.
judge-break = { $name }, { $left } left
judge-break-over = { $name } is over, waiting for the host

## Where the sheet is.
judge-state-waiting = Not begun yet
judge-state-early = Not begun: fill in now, submit later
judge-state-unsent = Not submitted
judge-state-gone = The hub does not have this sheet any more: it goes on from a copy. Please submit it again
judge-state-changed = Changes not submitted; revision { $revision } still counts
judge-state-sending = Sending, not acknowledged yet
judge-state-sending-offline = Sending: the link is down, it will go out by itself
judge-state-received = Received, revision { $revision }
judge-state-receipt = Received, revision { $revision }, receipt #{ $receipt }, { $time }
judge-state-sealed = Sealed, revision { $revision }; opens by itself when the whole panel is in
judge-state-sealed-receipt = Sealed, revision { $revision }, receipt #{ $receipt }, { $time }; opens by itself when the whole panel is in
judge-state-fragile = . Leave this terminal running: it could not be kept on its disk
judge-state-opening = The panel is in: opening revision { $revision }
judge-state-opened = Opened and received, revision { $revision }; the marks stand
judge-state-on-paper = In on paper, revision { $revision }; the paper sheet counts
judge-state-lost = This terminal cannot open sealed revision { $revision }: please fill in and submit again
judge-state-lost-late = This terminal cannot open sealed revision { $revision }: open it on the one that sealed it, or tell the host; once a sheet is open no new one is taken
judge-state-replaces = , replaces revision { $revision }
judge-state-returned = Given back: revision { $revision } does not count, look it over and submit again
judge-state-not-waited = Marked { $state }: the panel goes on without this seat; submit until the lock
judge-state-recused = Recused: this seat does not score the project, no sheet is taken
judge-state-void = Void: what this seat gave the project does not count
judge-state-why = . Why: { $reason }
judge-state-head = { $state } { $dot } { $head }
judge-state-closed = { $stage }, read only
judge-state-closed-without = { $stage }, no sheet from this seat
judge-state-edited-late = { $stage }, unsent changes do not count; shown is what the hub has

## The same in a word, for the list.
judge-short-unsent = open
judge-short-draft = draft
judge-short-sending = sending
judge-short-opening = opening
judge-short-lost = seal anew
judge-short-opened = opened
judge-short-on-paper = on paper
judge-short-received = received

## The form.
judge-range = 0-{ $max }
judge-range-weighted = 0-{ $max } weight { $weight }
judge-step = in steps of { $step }
judge-gate = pass/fail
judge-gate-pass = pass
judge-gate-fail = fail
judge-was = was { $mark }
judge-total = Total { $total } / { $full }
judge-total-of = in total, of { $full }
judge-filled = { $filled }/{ $all } marked
judge-gaps = missing: { $names }
judge-reads = { $keys } is { $mark }
judge-unfinished = no digit after the point
judge-mark-out-of-range = 0-{ $max } only
judge-mark-off-step = { $step } steps only

## What is asked and what is said below the form.
judge-submit = Submit
judge-confirm = Submit { $project } { $name }, total { $total }?
judge-confirm-marks = Marks: { $marks }
judge-confirm-yes = Enter yes
judge-confirm-no = Esc back
judge-confirm-fail = Take care: it fails at { $gates }
judge-restored = The draft of { $time } on this terminal is back; look it over and submit
judge-note = Note: { $text }
judge-note-ask = Note (stays on this terminal):
judge-refused = { $project } was not taken: { $why }
judge-elsewhere = Now: { $project } ({ $stage }), press Home to go there
judge-unsent = Not submitted yet: { $projects }, press Tab to open
judge-returned = { $project } was given back, press Tab and submit it again: { $reason }
judge-recusing = Sending the recusal from { $project }, not acknowledged yet
judge-recusal-refused = Not recused from { $project }; tell the host if you have to be. { $why }
judge-recuse-title = Recuse
judge-recuse = Stay out of { $project } { $name }: this seat will not score it. A digit chooses a reason, or type one:
judge-recuse-why-1 = family, teacher or student
judge-recuse-why-2 = investor or adviser
judge-recuse-why-3 = same institution
judge-recuse-why-4 = another interest
judge-note-done = Enter done
judge-quit-title = Quit
judge-quit-sealed = { $projects } is sealed: the panel waits for this terminal to open it. Quit all the same? It opens when it comes back.
judge-quit = { $projects } not submitted. The draft stays on this terminal and comes back with it. Quit all the same?

## The list of own sheets.
judge-list-title = My sheets
judge-list-count = { $received }/{ $all } in
