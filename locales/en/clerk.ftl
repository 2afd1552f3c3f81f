### The clerk's screen: which sheets are missing.

clerk-place = { $room } clerk
clerk-none-open = No project takes sheets now.
clerk-all-in = all sheets are in
clerk-missing = missing: { $seats }
clerk-apart = not waited for: { $seats }
clerk-in = in: { $seats }
clerk-help = help
clerk-quit = quit
clerk-next = next
clerk-paper = key a paper sheet
clerk-reconcile = reconcile
clerk-back = back
clerk-up = up
clerk-down = down
clerk-drop = drop what was keyed
clerk-who = who keys
clerk-choose = Paper sheets: whose is to be keyed?
clerk-none-to-key = No sheet may be keyed: the host has not said of any seat that its sheet comes on paper. Ask the host: at the console m, then "a sheet comes on paper".
clerk-allowed = comes on paper, to be keyed ({ $reason })
clerk-keys-here = Keyed here by { $name }
clerk-unsent = { " " }typed, not handed in
clerk-keyed-here = keyed here; somebody else keys it again at another terminal
clerk-keyed-once = on paper, keyed by { $name }; to be keyed again by somebody else
clerk-keyed-differently = on paper, keyed by { $name } and { $other }: { $count ->
        [one] one mark differs
       *[other] { $count } marks differ
    }
clerk-on-paper = on paper, keyed by { $name }, checked by { $other }
clerk-sheet-of = paper sheet of { $seat }
clerk-differs = Two have keyed this sheet differently. Look at the paper and key these marks anew:
clerk-differing = { $criterion }: { $first } ({ $name }), { $second } ({ $other })
clerk-confirm = Total { $total }: is it the total on the paper? Enter hands in, Esc goes back.
clerk-reconciled = Sheets on paper: { $present } in, { $open } still being keyed. All others came from terminals. File the signed paper of each.
clerk-who-title = Who keys
clerk-who-ask = Your name, for the record:
clerk-drop-title = Drop
clerk-drop-ask = What was keyed of { $seat }'s paper sheet for { $project } is dropped. Why:
clerk-quit-title = Quit
clerk-quit-ask = Marks have been typed here that are not handed in. They are lost with this screen.
