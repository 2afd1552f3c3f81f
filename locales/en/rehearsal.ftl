## roadshow rehearse --scripted and --faults: an evening that needs nobody, and its report.
rehearsal-progress = { $done } of { $all } projects, { $faults ->
        [one] { $faults } fault
       *[other] { $faults } faults
    }
rehearsal-was = An evening by seed { $seed }, { $speed } times as fast as the clock, { $terminals } people, { $seconds } s.
rehearsal-faults = { $count ->
        [one] One fault
       *[other] { $count } faults
    }: { $faults }.
rehearsal-kept = Journals, logs and faults.jsonl are kept in { $path }.
rehearsal-sum = { $passed } passed, { $failed } failed.
rehearsal-passed = ✓ passed
rehearsal-failed = ✗ failed
rehearsal-not-begun = The rehearsal cannot begin: { $detail }
rehearsal-did-not-pass = { $count ->
        [one] One check
       *[other] { $count } checks
    } of the rehearsal failed. To repeat it: { $again }

rehearsal-fault-hub-killed = hub killed { $count }×
rehearsal-fault-hub-killed-behind-a-cut = hub killed while a terminal was cut off { $count }×
rehearsal-fault-laptop-died = hub's laptop replaced { $count }×
rehearsal-fault-second-hub = second hub started { $count }×
rehearsal-fault-terminal-died = a terminal killed { $count }×
rehearsal-fault-cut = a terminal cut off { $count }×
rehearsal-fault-all-cut = all terminals cut off { $count }×
rehearsal-fault-held = a terminal's link silent { $count }×
rehearsal-fault-deaf = silent towards a terminal { $count }×
rehearsal-fault-mute = silent towards the hub { $count }×
rehearsal-fault-slow = a slow link { $count }×

rehearsal-came-to-its-end = The evening came to its end: { $projects } projects, { $awards ->
        [0] no awards
        [one] one award
       *[other] { $awards } awards
    } given.
rehearsal-stopped = The evening stopped after { $done } of { $all } projects: { $why }
rehearsal-stood-still = The evening stood still after { $done } of { $all } projects: nothing happened for { $seconds } s.
rehearsal-all-there = { $sheets } acknowledged sheets and { $steps } steps are in the journal, each once and under its record{ $gone ->
        [0] .
        [one] ; one more went with a laptop after its last copy.
       *[other] ; { $gone } more went with a laptop after its last copy.
    }
rehearsal-not-there = { $seat } was told that “{ $wish }” is its record { $number }; the journal has no such record{ $count ->
        [one] .
       *[other] . There are { $count } of this kind.
    }
rehearsal-done-twice = Record { $record } by { $seat } does once more what was done{ $count ->
        [one] .
       *[other] . There are { $count } of this kind.
    }
rehearsal-verified = The journal verifies: { $records } records, chain and results computed again.
rehearsal-not-verified = The journal does not verify: { $why }
rehearsal-same-scores = All { $count } scores, places and awards are those of the same evening without a fault.
rehearsal-other-scores = { $project } came to { $here }; in the same evening without a fault to { $there }.
rehearsal-clocks-true = { $count } countdowns ended when true time says; no terminal was more than { $off } ms off.
rehearsal-clock-moved = The countdown of { $project } was moved{ $count ->
        [one] .
       *[other] , and so were { $count } in all.
    }
rehearsal-clock-wrong = { $seat } was { $off } ms off the hub's time; { $bound } ms are allowed.
rehearsal-all-came-back = Links were lost { $losses } times; the slowest terminal was back after { $longest } ms, { $bound } ms are allowed.
rehearsal-stayed-away = { $seat } was not back { $bound } ms after its way was free{ $count ->
        [one] .
       *[other] ; it happened { $count } times in all.
    }
rehearsal-nothing-older = { $pictures } pictures, and none older than the one before.
rehearsal-shown-older = { $seat } was shown an older picture after a newer one, { $count ->
        [one] once
       *[other] { $count } times
    }.
rehearsal-seconds-refused = A second hub on the same journal was refused, { $count ->
        [one] once
        [2] twice
       *[other] { $count } times
    }.
rehearsal-second-opened = A second hub on the same journal was not refused.
rehearsal-taken-over = Another laptop went on from the newest copy { $count ->
        [one] once
        [2] twice
       *[other] { $count } times
    }; the old hub came back and was turned down { $turned_down } times.
rehearsal-copy-behind = Hosts were told of a copy up to record { $said }; the copy ends with record { $last }.
rehearsal-followed-the-old = { $seat } followed the old hub when it came back.
