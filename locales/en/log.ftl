# The log of an evening: what every kind of record says.

log-seq = No.
log-at = Time
log-by = Who
log-said = What
log-hub = hub

fact-opened = The journal begins: { $title } ({ $id })
fact-called-up = { $project } called up
fact-phase-began = { $project }: { $phase } begins
fact-clock-started = { $project }: the clock of { $phase } starts
fact-clock-paused = { $project }: the clock of { $phase } is paused ({ $reason })
fact-clock-resumed = { $project }: the clock of { $phase } goes on
fact-time-added = { $project }: { $ms } added to { $phase } ({ $reason })
fact-clock-set = { $project }: the clock of { $phase } is set to { $left } ({ $reason })
fact-finished = { $project } has been shown
fact-sheet-submitted = { $project }: sheet of { $seat }, revision { $revision }{ $marks }
fact-sheet-sealed = { $project }: sheet of { $seat }, revision { $revision }, comes in sealed
fact-sheet-opened = { $project }: the sealed sheet of { $seat }, revision { $revision }, is opened{ $marks }
fact-paper-allowed = { $project }: the sheet of { $seat } comes on paper ({ $reason })
fact-paper-disallowed = { $project }: the sheet of { $seat } does not come on paper, what was keyed of it is dropped ({ $reason })
fact-sheet-keyed = { $project }: the paper sheet of { $seat } is keyed by { $keyed_by }{ $marks }
fact-paper-sheet-entered = { $project }: sheet of { $seat }, revision { $revision }, on paper, keyed by { $keyed_by }, checked by { $checked_by }{ $marks }
fact-keying-dropped = { $project }: what was keyed of the paper sheet of { $seat } is dropped ({ $reason })
fact-locked = { $project } locked with { $sheets ->
        [one] one sheet
       *[other] { $sheets } sheets
    }{ $score }{ $without_count ->
        [0] { "" }
       *[other] , without { $without }
    }
fact-released = { $project }: score released
fact-marked-absent = { $project } is absent ({ $reason })
fact-withdrawn = { $project } has withdrawn ({ $reason })
fact-disqualified = { $project } is disqualified ({ $reason })
fact-postponed = { $project } pitches later, from the start ({ $reason })
fact-order-changed = Room { $room }: the run order is { $order } ({ $reason })
fact-backfilled = { $other } moves up for { $project } ({ $reason })
fact-recused = { $project }: { $seat } stays out ({ $reason })
fact-seat-marked = { $project }: { $seat } is { $mark ->
        [absent] absent
        [late] late
       *[expected] waited for again
    } ({ $reason })
fact-sheet-returned = { $project }: the sheet of { $seat } goes back ({ $reason })
fact-seat-voided = { $project }: { $seat } is void ({ $reason })
fact-seat-restored = { $project }: { $seat } counts again ({ $reason })
fact-sheet-corrected = { $project }: the sheet of { $seat } is corrected on appeal, revision { $revision }{ $marks } ({ $reason })
fact-deducted = { $project }: { $points } points off by “{ $rule }”, number { $number } ({ $reason })
fact-deduction-removed = { $project }: deduction number { $number } is given back ({ $reason })
fact-undone = { $project }: the last step is undone
fact-scene-shown = Room { $room }: the projector shows { $show ->
        [welcome] the title
        [stage] the stage
        [ranking] the ranking
        [reveal] the last score
        [awards] the awards
        [break] the break
        [message] the message
       *[auto] what fits the moment
    }
fact-blanked = Room { $room }: the projector is { $on ->
        [1] blank
       *[0] on again
    }
fact-message-shown = Room { $room }, to { $to ->
        [judges] the judges
        [board] the hall
       *[stage] the stage
    }: “{ $text }”
fact-message-cleared = Room { $room }: the message to { $to ->
        [judges] the judges
        [board] the hall
       *[stage] the stage
    } is taken away
fact-break-began = Room { $room }: { $name }, { $length }
fact-break-ended = Room { $room }: the break is over
fact-frozen = { $group }: the ranking on the boards is frozen
fact-thawed = { $group }: the ranking on the boards goes on
fact-ceremony-at = { $group }: the ceremony { $step ->
        [over] is over
       *[other] stands at step { $step }
    }
fact-ruled = { $group }: the jury chair's decision is { $order } ({ $reason })
fact-proposed = Proposal { $number }: { $act }, { $project }{ $at_seat }{ $marks }{ $reasoned ->
        [0] { "" }
       *[1] {" "}({ $reason })
    }
fact-agreed = Proposal { $number } is agreed to
fact-declined = Proposal { $number } is declined ({ $reason })
fact-corrected = Correction bulletin { $number } about { $project }: { $changes ->
        [0] no place changes
        [one] one project changes
       *[other] { $changes } projects change
    } ({ $reason })
fact-sealed = The hub closed in order and sealed the journal
fact-pass-changed = { $seat } has a new pass, number { $generation } ({ $reason })
fact-seat-handed-over = { $seat } is handed over, from terminal { $from } to terminal { $to }
fact-copy-opened = The hub was opened on a copy of the journal: epoch { $epoch } begins
