## roadshow bench: whether a network will do tonight.
cli-bench = Measures the network of a venue for a minute: round trip, joining, clocks, lost links and, at a rehearsal, how fast a change is on every screen; with a verdict
cli-bench-links = Join links, or @FILE for all links in a file: a board's, and the console's as well for how fast changes are. A live final is only looked at
cli-bench-boards = How many boards come to a rehearsal's hub; 8 look at a live one
cli-bench-seconds = For how long to measure
cli-bench-format = The form
place-not-one-hub = These links do not all lead to one hub. Give links that one hub has printed.

bench-coming = Boards are coming: { $there } of { $screens }
bench-progress = { $second } of { $seconds } s, { $there } of { $screens } connected{ $trip }
bench-progress-trip = , round trip { $median } ms
bench-about = From here to { $address }, session { $session }, { $occasion }: { $screens ->
        [one] one connection
       *[other] { $screens } connections
    }, { $seconds } s.
bench-live = the live final
bench-rehearsal = a rehearsal
bench-part = What this means for tonight
bench-verdict-green = This network will do tonight.
bench-verdict-amber = This network will do tonight, once somebody has read what is amber.
bench-verdict-red = This network will not do tonight as it is.
bench-verdict-none = Of the network nothing is known yet: this was the hub's own laptop.
bench-row-unit = milliseconds
bench-row-median = half within
bench-row-p99 = 99 of 100
bench-row-worst = slowest
bench-row-round-trip = round trip
bench-row-joining = until a screen has joined
bench-row-looking = until it can be looked at
bench-row-stored = until a wish is stored
bench-row-shown = until the last screen shows it
bench-slowest = Slowest second: number { $second }, 99 of 100 round trips within { $p99 } ms.

bench-own-laptop = { $address } is this very laptop: no network lies between.
bench-own-laptop-advice = Run it on another laptop, where the boards or the judges will be.
bench-cut-short = It was ended after { $seconds } of { $planned } s.
bench-cut-short-advice = What is rare was perhaps not seen: let it run to its end.
bench-laptop = This laptop itself was up to { $late } ms late: it is too slow or too busy for this.
bench-laptop-advice = Close other programs, plug it in, or take fewer --boards; until then the figures say more of it than of the network.
bench-joined = { $screens ->
        [one] One screen joined
       *[other] { $screens } screens joined
    }: half within { $median } ms, the slowest in { $worst } ms.
bench-joined-advice = After a cut, screens will take as long to come back. Use a cable, or another access point.
bench-looked = The hub let itself be looked at { $looks ->
        [one] once
       *[other] { $looks } times
    }: half within { $median } ms, the slowest in { $worst } ms.
bench-looked-advice = Screens will take as long to join. Use a cable, or another access point.
bench-full = The hub took { $joined } of { $screens } screens: it has no room for more, or not for more of one address.
bench-full-advice = Run it with fewer --boards, or see what the hub says about open files at its start.
bench-not-joined = Only { $joined } of { $screens } screens could join.
bench-not-joined-advice = Something on the way refuses connections: look at router and firewall, use a cable, then measure again.
bench-round-trip = A round trip takes { $median } ms; 99 of 100 take at most { $p99 } ms, the slowest of { $count } took { $worst } ms.
bench-round-trip-advice = From 100 ms on keys feel slow. Use a cable; on Wi-Fi go nearer to the access point, or take one of your own and the 5 GHz band.
bench-no-answer = The hub answered nothing while it was measured.
bench-no-answer-advice = See whether the hub runs, and whether both laptops are on the same network.
bench-links-kept = { $screens ->
        [one] The link was
       *[other] All { $screens } links were
    } kept for { $seconds } s.
bench-links-lost = Links were lost { $losses ->
        [one] once
       *[other] { $losses } times
    }; the longest was away for { $longest } s.
bench-links-lost-advice = A lost screen goes on by itself, but tonight is longer than this. Use a cable, or another access point; keep the audience's phones off this network.
bench-still-away = { $away } of { $screens } screens were lost and had not come back in the end.
bench-still-away-advice = Do not hold the evening on this network as it is: use a cable or another access point, then measure again.
bench-hub-gone = From second { $second } on the hub could not be reached any more, and did not come back.
bench-hub-gone-advice = See whether the hub still runs and its laptop is awake; then cable, switch and access point; then measure again.
bench-countdowns = Countdowns on two screens are at most { $apart } ms apart.
bench-countdowns-advice = They will be seen to tick apart, as answers take unevenly long. Use a cable for the boards and timers that stand side by side.
bench-wall-clock = This laptop's own clock is { $apart } s { $direction } the hub's; countdowns do not go by it.
bench-wall-clock-advice = Set it by the network's time, or papers and logs will say another time.
bench-stored = A wish is on the hub's disk and acknowledged within { $median } ms; 99 of 100 within { $p99 } ms. So long a judge waits for “received”.
bench-stored-advice = If the round trip is fast, the hub's disk is slow: see roadshow preflight SESSION.toml on the hub's laptop.
bench-not-stored = { $missing } of { $asked } wishes were not granted.
bench-not-stored-advice = See what the host's screen and the hub say: perhaps nothing can be stored, or the network was down.
bench-last-screen = A change is on the last of { $screens ->
        [one] one screen
       *[other] { $screens } screens
    } within { $median } ms; 99 of 100 within { $p99 } ms.
bench-last-screen-advice = If the round trip is fast, the network or this laptop cannot carry so many screens at once: use a cable, or fewer screens on one access point.
bench-not-shown = { $missing } of { $asked } changes did not reach every screen.
bench-not-shown-advice = Do not hold the evening on this network as it is: use a cable or another access point, then measure again.
bench-only-looked = This is the live final: it was only looked at, and nothing was changed. How fast a change is on every screen was not measured.
bench-only-looked-advice = For that run a rehearsal's hub on the hub's laptop: roadshow rehearse SESSION.toml --listen 0.0.0.0:7878 --links links.json; and here: roadshow bench @links.json
bench-no-screen = No screens joined, as no board's or timer's link was given: how fast a change is on every screen was not measured.
bench-no-screen-advice = Give a board's link and the console's, or all: roadshow bench @links.json
bench-no-console = How fast a change is on every screen was not measured, as no link to the console was given.
bench-no-console-advice = Give the console's link as well, or all: roadshow bench @links.json
bench-console-away = How fast a change is on every screen was not measured: the console could not be had.
bench-console-away-advice = If the host's seat is held, give the link of the console over all rooms, which is the first that the hub prints.
bench-not-undone = The hub could not be told to take the test message away: it may still stand on the rehearsal's screens.
bench-not-undone-advice = The host takes it away by t.
