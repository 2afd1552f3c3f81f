# What is wrong in a rubric or session file, and what to do: `problem-<code>` of each complaint.

problem-file-missing = There is no file { $path }. Check the path; a rubric's path begins where the session file lies.
problem-file-unreadable = { $path } cannot be read: { $reason }. Check that it is a file and that you may read it.
problem-not-utf8 = From here on the file is not UTF-8. Open it in an editor and save it as UTF-8.
problem-syntax = This is not TOML: { $detail }. Check quotes, brackets and equals signs here and on the line above; the rest is checked once this is mended.
problem-neither-kind = This is neither a rubric nor a session. A rubric has [[criteria]], a session has [[groups]], [[rooms]] and [[projects]].
problem-not-a-rubric = This is a session, and a rubric is needed: the file with [[criteria]] that its groups name.
problem-not-a-session = This is a rubric, and a session is needed: the file with [[groups]], [[rooms]] and [[projects]] that names it.
problem-missing-key = “{ $key }” is missing. Add it here.
problem-misspelt-key = There is no key “{ $key }”. Did you mean “{ $nearest }”?
problem-unknown-key = There is no key “{ $key }” here. Delete it, or use one of: { $known }.
problem-wrong-type = “{ $key }” must be { $expected ->
        [id] an id: a text in quotes
        [decimal] a number in quotes, such as "2.5", or a whole number
        [integer] a whole number without quotes
        [flag] true or false, without quotes
        [span] a time in quotes, such as "10:00" or "60s"
        [instant] a point in time, such as 2026-08-20T09:00:00+08:00
        [day] a day, such as "2024-01-01"
        [array] a list: above each entry its name in double brackets, as in { "[[" }groups{ "]]" }, or { $key } = [ … ]
        [table] a table: write it in braces, { "{" } … { "}" }, or under a heading of its own
       *[text] a text in quotes
    }, but this is { $found ->
        [integer] a whole number
        [float] a number with a point
        [boolean] true or false
        [datetime] a date
        [array] a list
        [table] a table
       *[string] a text
    }.
problem-empty-text = “{ $key }” says nothing. Write something between the quotes, or delete the key if it may be absent.
problem-control-character = “{ $key }” has a line break or another control character, which screens cannot show. Write it on one line.
problem-hidden-character = “{ $key }” has a hidden sign ({ $sign }), which has no width or turns the writing around. Delete it: type the text anew instead of pasting it.
problem-name-too-long = “{ $key }” is longer than { $most } characters, which no board or form has room for. Shorten it.
problem-bad-id = “{ $id }” cannot be an id. Use 1 to { $most } letters a–z, A–Z, digits, “-” and “_”; put the wording into “name”.
problem-float = { $value } without quotes would lose exactness. Write it in quotes: "{ $value }".
problem-not-a-decimal = “{ $value }” is not a number. Write digits with at most one point, such as "2.5".
problem-too-fine = “{ $value }” has too many digits after the point. Use at most { $most }.
problem-too-large = { $value } is too large to stay exact. Keep marks, weights and the full total within { $most }.
problem-not-positive = “{ $key }” is { $value }, but must be above zero.
problem-not-a-count = “{ $key }” is { $value }, but must be a whole number from 1. If there is none, leave it out.
problem-out-of-range = “{ $key }” is { $value }, but must be a whole number from 0 to { $most }.
problem-not-a-span = “{ $value }” is not a time. Write minutes and seconds, "10:00", or seconds, "60s".
problem-span-without-unit = { $value } alone may mean minutes or seconds. Write "{ $value }:00" for minutes or "{ $value }s" for seconds.
problem-span-out-of-range = “{ $value }” cannot be the length of anything here. Use from "1s" to a day; for no questions write questions = "none".
problem-not-an-instant = “{ $value }” is not a point in time. Write day, time and offset, such as 2026-08-20T09:00:00+08:00.
problem-not-a-day = “{ $value }” is not a day. Write year, month and day in full, such as "2024-01-01".
problem-not-a-choice = “{ $key }” cannot be “{ $value }”. Choose one of: { $choices }.
problem-empty-list = “{ $key }” is empty. Put in at least one, or delete the key if it may be absent.
problem-duplicate-id = The { $kind ->
        [criterion] criterion
        [group] group
        [room] room
        [seat] judge seat
        [panel] panel
        [component] component
        [deduction] deduction
       *[project] project
    } id “{ $id }” is taken on line { $line } already. Give this one another id.
problem-total-mismatch = The criteria add up to { $sum }, but the total is said to be { $total }. Mend the maxima and weights, or the total.
problem-step-mismatch = The maximum { $max } cannot be given in steps of { $step }. Choose a step that divides it, or another maximum.
problem-band-outside = The band begins at { $from }, outside 0 to { $max }. Move it inside.
problem-band-order = The band begins at { $from }, not below the { $above } of the band before it. List bands from high to low.
problem-same-project = This has the name and the entrant of project { $first } on line { $line }. Delete one of them, or tell them apart by name.
problem-only-gates = All criteria are gates, so nothing brings points. Add at least one criterion with a “max”.
problem-drop-too-large = With { $drop } dropped at each end, { $drop_from } sheets are too few to trim. Set drop-from to at least { $needed }, or drop fewer.
problem-idle-tie-rule = The tie rule “{ $rule }” never decides anything: it stands twice, or after “share”. Delete it, or change the order.
problem-unknown-id = There is no { $kind ->
        [room] room
        [criterion] criterion with points
        [finalist] project to be drawn
        [panel] panel
        [component] carried component
       *[group] group
    } “{ $id }”. Use one of: { $known }.
problem-group-listed-twice = The room lists group { $group } twice. Delete one.
problem-group-without-room = No room holds group { $group }. Add it to the groups of a room.
problem-group-without-projects = No project competes in group { $group }. Add its projects, or delete the group.
problem-room-without-projects = No project pitches in room { $room }. Send projects there with their “room”, or delete the room.
problem-room-needed = Group { $group } is held in rooms { $rooms }. Say with “room” which of them project { $project } pitches in.
problem-wrong-room = Room { $room } does not hold group { $group } of project { $project }. Choose a room that does, or add the group to this one.
problem-room-without-judges = Group { $group } is scored in room { $room }, which has no judges. Add [[rooms.judges]], or take the group's “rubric” away for a showcase.
problem-panel-too-small = Room { $room } has { $judges } judges; the rubric of group { $group } asks for { $needed } sheets, so nothing could ever be locked. Add judges, or lower “at-least” or “drop-from” in [scoring].
problem-too-many-projects = Group { $group } has { $projects } projects, but only { $finalists } finalists are allowed. Take projects out, or mend “finalists”.
problem-too-many-awards = Group { $group } has { $places } awards for { $projects } projects. Lower the places.
problem-registered-too-early = { $project } was registered on { $registered }; its group asks for { $since } or later. Check the day, or move the project to another group.
problem-registration-missing = { $project } is a company in a group that asks for a registration on or after { $since }. Add “registered”, or set kind = "team" if it is no company.
problem-too-many-members = { $project } names { $members } core members; its group allows { $most }. Check the number with the entrant.
problem-weights-not-one = The weights of the panels add up to { $sum }, but must add up to 1. Mend them.
problem-carry-too-heavy = What is carried in weighs { $sum } together, which leaves nothing to this final. Keep the weights below 1 together.
problem-means-nothing = “{ $key }” says nothing without “{ $needs }”, which is not there. Add “{ $needs }”, or delete “{ $key }”.
problem-panel-seats = Room { $room } has { $seats } seats of panel { $panel }; the rubric of group { $group } asks each panel for { $needed } sheets, so nothing could ever be locked. Add seats, or lower “at-least” or “drop-from” in [scoring].
problem-carried-tie-rule = The rubric of group { $group } separates ties by “carried”, but this session carries nothing in. Add “carry”, or take the rule out of the rubric.
problem-points-too-fine = { $points } points would not fit a score of group { $group }, which has { $decimals } decimals. Round the points, or raise “decimals” in [scoring].
problem-below-zero = “{ $key }” is { $value }, but must not be below zero.
problem-warning-too-long = The warning { $warning } before the end does not fit into { $phase ->
        [questions] the questions
       *[presentation] the presentation
    } of { $length }. Use a shorter warning, or give the group a timing of its own.

## Run orders: reserve, breaks, recusals, the draw.
problem-reserve-twice = Rank { $rank } in reserve is project { $first }'s already. Give every project of the group a rank of its own.
problem-reserve-gap = Rank { $rank } in reserve, but there is no rank { $missing }. Number the group's reserve 1, 2, 3, … without a gap.
problem-break-order = This break after turn { $after } stands behind one after turn { $before }. List breaks in the order of their turns, one at each.
problem-break-outside = The room has { $turns } turns, so there is no break after turn { $after }. Put it between two turns.
problem-recused-elsewhere = { $project } does not pitch in room { $room }, where this judge sits. Use one of: { $known }.
problem-recused-twice = Judge { $seat } is recused from { $project } twice. Delete one.
problem-too-many-recused = With these judges recused { $left } are left for { $project }, too few for a score by its rubric. Add judges, or lower “at-least” or “drop-from” in [scoring].
problem-not-a-commitment = This is no commitment: it has { $digits } digits 0–9 and a–f. Take the one that was announced.
problem-seed-mismatch = This seed is not the one that was announced: its hash is { $hash }, the commitment is { $commitment }. Look for the seed that was committed to.
problem-order-before-seed = There are orders, but not the seed they were drawn from. Delete them, and draw with: roadshow draw SESSION --reveal.
problem-group-drawn-twice = Group { $group } has two orders. Delete one.
problem-drawn-twice = { $project } was drawn on line { $line } already. Every project is drawn once.
problem-not-drawn = The draw leaves out of group { $group }: { $projects }. Every project is drawn once, but for those in reserve.
problem-order-not-of-seed = This is not the order that the seed draws for group { $group }; that is { $drawn }. An order or the list of projects was changed after the draw: undo it, or delete [draw] and draw again.

## Score sheets and the chair's decisions.
problem-not-commas = Cells are separated by { $sign ->
        [tab] tabs
       *[other] “{ $sign }”
    } here. Save the file once more with commas between them.
problem-unknown-column = There is no column “{ $column }”. Delete it, or use one of: { $known }.
problem-column-twice = The column “{ $column }” stands twice. Delete one of them.
problem-missing-column = The column “{ $column }” is missing. Add its heading, and what belongs below it in every row.
problem-empty-cell = “{ $column }” is empty. Fill it in from the signed sheet; a judge who did not score the project has no row.
problem-extra-cell = “{ $value }” stands after the last column. Delete it, or check for a comma too many; a text with a comma needs quotes.
problem-open-quote = This quote is never closed. Close it, or double it if it belongs to the text.
problem-text-after-quote = Between a closing quote and the next comma there must be nothing. Double the quotes that belong to the text.
problem-mark-outside = { $criterion }: { $mark } is not between 0 and { $max }. Compare it with the signed sheet.
problem-mark-between-steps = { $criterion }: { $mark } does not fit the step of { $step }. Compare it with the signed sheet.
problem-not-a-pass = { $criterion } is passed or failed, so “{ $value }” says nothing. Write pass or fail.
problem-sheet-twice = Judge { $judge } has a sheet for { $project } on line { $line } already. Delete one of them.
problem-too-many-sheets = { $project } has more than { $most } sheets. Check the columns of project and judge.
problem-cell-missing = “{ $column }” is empty. Fill it in.
problem-not-entered = { $project } is not in the file of projects. Enter it there, or check the number.
problem-group-differs = { $project } is in group { $group } on line { $line }. Give it the same group in all its rows.
problem-more-problems = There are more problems from here on. Mend these first.
problem-no-such-tie = No tie of exactly { $projects } waits for the chair. { $waiting ->
        [none] None waits at all: delete the ruling.
       *[other] Those that wait: { $waiting }.
    }
problem-ruled-twice = A project is named twice, or the tie is decided twice. Leave one.
problem-not-a-list = This is neither a workbook (.xlsx) nor a table of text (CSV). Open it with a spreadsheet program and save it as .xlsx.
problem-broken-workbook = The workbook cannot be read: { $detail }. Open it with a spreadsheet program and save it as .xlsx once more.
problem-old-workbook = This is a workbook of another kind (.xls or .ods). Open it with a spreadsheet program and save it as .xlsx.
problem-encrypted-list = The workbook has a password. Take the password off, or save a copy without one.
problem-list-too-large = { $what ->
        [megabytes] The file is larger than { $most } megabytes
        [unpacked] The workbook unpacks to more than { $most } megabytes
        [parts] The workbook has more than { $most } files in it
        [rows] The table has more than { $most } rows
        [columns] The table has more than { $most } columns
       *[cells] The file has more than { $most } cells
    }, which no list of finalists has. Copy the rows of the list into a new workbook.
problem-no-such-list = There is no such file. Check its name and the folder it lies in.
problem-no-rows = There are headings here and no rows below them. Fill in the list, save it, and read it again.
problem-nothing-listed = There is nothing in this file. Is it the right one, and was it saved?
problem-no-headings = No row here has the headings of a list, such as: { $known }. Write them above the list, or say with --sheet and --column which these are.
problem-no-such-sheet = There is no worksheet “{ $sheet }”. Use one of: { $known }.
problem-no-such-heading = No cell says “{ $heading }”. Write the heading as it stands above the column.
problem-cell-is-error = A formula failed here: { $value }. Write the value itself.
problem-cell-not-computed = This formula has no saved result. Open the workbook in Excel, save it, and read it again; or write the value itself.
problem-cell-is-a-date = The spreadsheet has made the date { $value } of this number. Format the cell as text and type the number again.
problem-listed-twice = { $kind ->
        [seat] Judge seat { $id }
        [recusal] The recusal { $id }
       *[project] Project { $id }
    } stands at { $first } already. Delete one{ $kind ->
        [recusal] .
       *[other] , or give it another number.
    }
problem-same-as-listed = This has the name and the entrant of project { $project } at { $first }. Delete one of them, or tell them apart by name.
problem-not-listed = There is no { $kind ->
        [seat] judge
       *[project] project
    } “{ $id }”, neither in the lists nor in the session. { $nearest ->
        [none] Check how it is written, or add it to its list.
       *[other] Most like it is { $nearest }.
    }
problem-several-seats = “{ $name }” is the name of several seats: { $seats }. Write the seat instead.
