# The report of the evening: parts, figures, and what is said of them.

report-title = Report of the evening
report-part-summary = In short
report-part-scores = Scores and every judge's total
report-part-marks = Totals by judge
report-part-unranked = Without a score
report-part-judges = Judges: severity and spread
report-part-agreement = Agreement
report-part-order = Does the order show in the scores?
report-part-awards = What the awards hang on
report-part-times = The day by the clock
report-part-record = Decisions and corrections
report-part-clocks = Clocks: stopped, set, time given or taken
report-part-releases = released, in this order
report-part-links = Links and terminals
report-part-notes = How this is computed
report-sentence-gap = { " " }

report-head-place = Place
report-head-project = No.
report-head-name = Project
report-head-score = Score
report-head-award = Award
report-head-judge = Judge
report-head-projects = Projects
report-head-mean = Mean
report-head-severity = Severity
report-head-bounds = 95 % interval
report-head-verdict = Beside the panel
report-head-plot = low · high
report-head-spread = Spread
report-head-range = Lowest – highest
report-head-along = Along
report-head-turn = Turn
report-head-called = Called
report-head-late = Late
report-head-pitch = Pitch
report-head-questions = Q&A
report-head-over = Over
report-head-added = Added
report-head-stopped = Stops
report-head-gap = Gap

report-written = { $file }: the report of the evening

## In short.
report-hours = { $hours } h { $minutes } min
report-summary-scores = { $scored } of { $all } projects have a score, { $released } are released; { $sheets } sheets of { $judges } judges are in them.
report-summary-provisional = The evening is not over, or a decision is open: everything here may change.
report-summary-day = { $room }: { $turns ->
        [one] one turn
       *[other] { $turns } turns
    } from { $began } to { $ended }, { $length }; the last was called up { $drift ->
        [late] { $minutes } min behind the plan
        [early] { $minutes } min ahead of the plan
       *[none] as planned
    }.
report-summary-over = { $room }: { $count ->
        [0] nobody was on stage over time.
        [one] one project was over time on stage: { $project } by { $most }.
       *[other] { $count } projects were over time on stage, { $sum } together; most { $project } with { $most }.
    }
report-counts = On the record: { $list }.
report-count-nothing = Nothing was corrected, given back or deducted; no seat was missing, and no step undone.
report-count-bulletins = { $count ->
        [one] one correction after a release
       *[other] { $count } corrections after a release
    }
report-count-returned = { $count ->
        [one] one sheet given back
       *[other] { $count } sheets given back
    }
report-count-void = { $count ->
        [one] one seat void for a project
       *[other] { $count } seats void for a project
    }
report-count-missing = { $count ->
        [one] one sheet missing (absent or late)
       *[other] { $count } sheets missing (absent or late)
    }
report-count-recused = { $count ->
        [one] one recusal
       *[other] { $count } recusals
    }
report-count-on-paper = { $count ->
        [one] one sheet on paper
       *[other] { $count } sheets on paper
    }
report-count-deductions = { $count ->
        [one] one deduction
       *[other] { $count } deductions
    }
report-count-undone = { $count ->
        [one] one step undone
       *[other] { $count } steps undone
    }

## Scores.
report-scores-none = No project is locked yet.
report-scores-key-terminal = { $counted } a judge's total, { $has_dropped ->
        [yes] { $dropped } dropped as the highest or lowest, { $score } the score
       *[no] { $score } the score
    }.
report-deducted = { $project }: { $points } points off.
report-plot-scores = scores and judges' totals
report-shows-scores = Every project has a line, by place: the judges' totals as dots, dropped ones hollow, and the score as a bar. The table below has the numbers.
report-key-scores = Dot: a judge's total{ $has_dropped ->
        [yes] ; hollow: dropped as highest or lowest
       *[no] { "" }
    }; bar: the score.{ $has_cuts ->
        [yes] {" "}Dashed lines lie between awards.
       *[no] { "" }
    }

## Judges.
report-judges-lead = With { $judges ->
        [one] one judge
       *[other] { $judges } judges
    } and { $projects ->
        [one] one project.
       *[other] { $projects } projects; the projects' mean totals are spread by { $spread } (standard deviation).
    }
report-judges-note = Severity is how far a judge is on average above or below the panel's mean of the same projects. Only where the interval leaves out zero is a judge told from the panel; of twenty such intervals one does so by chance.
report-judges-few = Fewer than { $fewest } projects are too few to tell who is severe and who is generous: such differences hang on single sheets.
report-verdict-few = too few to tell
report-verdict-severe = more severe
report-verdict-generous = more generous
report-verdict-usual = no difference shown
report-plot-judges = severity of the judges
report-shows-judges = Every judge has a line: a dot for the mean difference from the panel, a band for its 95 % interval. Left of zero is severe, right of it generous. The table below has the numbers.
report-key-judges = Dot: mean difference from the panel's mean; band: its 95 % interval. Left: more severe; right: more generous.

## Agreement.
report-agreement-lead = With { $judges } judges and { $projects } projects that all of them have scored{ $without ->
        [0] { "" }
        [one] , without one that lacks a sheet
       *[other] , without { $without } that lack a sheet
    }{ $left_out_count ->
        [0] { "" }
       *[other] , and without { $left_out }, who scored fewer than half
    }.
report-agreement-few = Too few to tell: { $projects ->
        [one] one project has
       *[other] { $projects } projects have
    } a sheet of each of { $judges ->
        [one] one judge
       *[other] { $judges } judges
    }; agreement takes { $fewest_projects } projects and { $fewest_judges } judges.
report-agreement-undefined = All totals are equal: there is no order to agree on.
report-agreement-w = Order: Kendall's W is { $w } (0 no common order, 1 the same one); the orders of two judges correlate by { $pair } on average. { $known ->
        [yes] Judges without a common order would hardly come to that
       *[no] Judges without a common order could come to that as well
    } (p { $p }, by χ²).
report-agreement-icc = Points: ICC(2,1) is { $one }{ $of_one }: so far one judge's total says what the project is worth. ICC(2,k) is { $mean }{ $of_mean }, for the mean of all { $judges }: { $grade }.
report-bounds = { " " }(95 %: { $low } to { $high })
report-unbounded = { "" }
report-grades = between { $low } and { $high }, by the interval
report-grade-poor = poor
report-grade-moderate = moderate
report-grade-good = good
report-grade-excellent = excellent

## Order.
report-order-few = Too few to tell: { $projects ->
        [one] one project
       *[other] { $projects } projects
    }; it takes { $fewest }.
report-order-lead = Over { $projects } projects the score changes by { $slope } points a turn (95 % interval { $of_slope }), from the first turn to the last by { $whole } { $of_whole }; rank correlation { $rho }.
report-order-none = No effect of the order is shown. That is no proof of none: one of up to { $up_to } points over the whole run would be compatible with these scores.
report-order-up = Later projects have higher scores, more than chance makes likely (one in twenty such runs looks so by chance). Why, the scores cannot tell: later projects may have been better.
report-order-down = Later projects have lower scores, more than chance makes likely (one in twenty such runs looks so by chance). Why, the scores cannot tell: later projects may have been weaker.
report-axis-turn = turn
report-plot-order = scores by turn
report-shows-order = Every project is a dot: across the turn that it came in, upwards its score. The line goes through their middle.
report-key-order = Dot: a project's score before deductions, by its turn in the room.{ $has_trend ->
        [yes] {" "}Line: median slope (Theil–Sen).
       *[no] { "" }
    }

## Awards.
report-awards-lead = Computed again with one thing done otherwise at a time; { $looked }.
report-cut = Below { $award }: { $last } and { $next } are { $apart } points apart{ $known ->
        [level] : a rule for ties parted them
        [yes] ; one judge's total { $by_one } points higher would have drawn { $next } level
        [nobody] ; no single judge's total could have drawn { $next } level
       *[no] { "" }
    }.
report-awards-stand = Whatever is done otherwise, the same projects take each award.

## The clock.
report-times-gap = From leaving the stage to the next call, breaks left out: { $middle } in the middle, { $longest } at most{ $known ->
        [yes] ; planned { $planned }
       *[no] { "" }
    }.
report-times-plan = Late: behind the plan, which begins when the session says, with phases, change-overs and breaks as planned.
report-times-plan-from-first = Late: behind the plan, which begins with the first call here, with phases, change-overs and breaks as planned.
report-times-break = { $name }: { $began }, { $took } (planned { $planned }).
report-plot-day = the day by the clock
report-shows-day = Every turn has a line with bars for presentation, questions and scoring, along the time of day. What was over time is in another colour, and a stroke tells when the turn was planned to begin. The table below has the numbers.
report-key-day = Dark: presentation; light: questions; grey: scoring{ $has_over ->
        [yes] ; orange: over time
       *[no] { "" }
    }{ $has_plan ->
        [yes] ; upright stroke: planned call
       *[no] { "" }
    }{ $has_breaks ->
        [yes] ; shaded: break
       *[no] { "" }
    }.
report-plot-drift = minutes behind the plan
report-shows-drift = Every turn is a dot: how many minutes behind the plan it was called up. Below zero is ahead of it.
report-key-drift = Minutes behind the plan at the call, by turn; below zero ahead of it.

## Links.
report-links-unknown = The journal does not hold who lost the hub and when: who is there is no fact of the evening. The hub's log knows it: keep it (roadshow hub … 2> hub.log) and name it with --log.
report-links-count = { $count ->
        [0] The hub's log tells of no lost link during the evening.
        [one] The hub's log tells of one lost link.
       *[other] The hub's log tells of { $count } lost links at { $seats ->
            [one] one seat
           *[other] { $seats } seats
        }.
    }
report-links-usual = It was kept at its usual level, which does not tell when a screen was back; ROADSHOW_LOG=info does.
report-loss = { $at }{ $times ->
        [one] { "" }
       *[other] {" "}({ $times } times)
    }{ $known ->
        [known] {" "}back after { $back }
        [unnoticed] {" "}back before it was noticed
       *[open] { "" }
    }

## How it is computed.
report-note-scores = Places, scores and awards are those of roadshow results. What is locked and not released is in the figures too; what its judges can still change is not.
report-note-severity = A judge's severity is the mean of own total less the mean of all totals of the same project, over the projects that the judge has scored; its interval is Student's t. Spread is the standard deviation of own totals. “Along” is the correlation of own totals with the means of the others': near 1 the judge tells good from bad as they do, below 0 the other way round.
report-note-agreement = Kendall's W with the correction for ties and its χ² approximation; ICC after Shrout & Fleiss (1979), two-way random, absolute agreement; words after Koo & Li (2016). Only projects with a sheet of every judge are in them.
report-note-order = The slope is the median of the slopes between every two projects (Theil, Sen), its interval Sen's. Every formula and its source: docs/report.md of roadshow.
report-note-privacy = This page holds every judge's totals. --anonymous leaves names out; a seat can still be known to who was there.
