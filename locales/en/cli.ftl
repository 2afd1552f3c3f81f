### The command line: what commands and arguments are for, and what they say.

cli = Runs the live finals of a startup contest: hub, host's console, judges' terminals, scoreboard, timer.
cli-lang = The language to speak: zh or en, on papers both [default: the session's, or the environment's]

cli-check = Checks rubrics and sessions, and prints every problem with its place
cli-check-files = Rubric or session files (TOML)
cli-check-good = { $file }: no problems
cli-problems = { $count ->
    [one] One problem.
   *[other] { $count } problems.
}

cli-hub = Runs the hub for a session, and prints a join link for every seat
cli-hub-session = The session file (TOML)
cli-hub-listen = Where to listen, at port 7878 where none is said; port 0 takes a free port and prints it
cli-hub-address = An address that links name instead of those found; may be given several times
cli-hub-data = The journal [default: SESSION-ID.journal in the user's data folder]
cli-hub-links = Also writes the join links to this file, as JSON
cli-hub-copies = Copies journal, key and address to this folder at every lock, release and close; may be given several times
cli-hub-copies-passphrase-file = Encrypts the copies by the passphrase in this file, or opens an encrypted one with it
cli-hub-from-copy = Goes on from this copy: takes it, with key and address, to the journal's place first
cli-hub-plain = Does not encrypt although other machines can reach the hub: passes and marks can be read along
cli-hub-tls = Encrypts on this machine's own loopback addresses as well
cli-hub-as-begun = Goes on with the definition that the journal was begun with, although the session file has changed
cli-hub-open =
    { $title }
    { $where }
    The journal is { $journal }, with { $records ->
        [one] one record
       *[other] { $records } records
    }.
    One link per seat. A link holds the seat's pass: give it to nobody else.
    Open it with: roadshow join LINK
cli-hub-listens = The hub listens on { $address }.
cli-hub-reached = It can be reached at { $addresses }.
cli-hub-encrypted = Connections are encrypted; every link names the hub's key { $key }.
cli-hub-clear = NOTHING IS ENCRYPTED (--plain): whoever is on this network can read every pass and every mark, take any seat and send marks in a judge's name. Leave --plain out to encrypt.
cli-hub-rehearsal = REHEARSAL: every record, every screen and every paper says so. Its results count for nothing, and nothing can make a final of it.
cli-hub-epoch = This hub was opened on a copy: epoch { $epoch }. Terminals that have been here refuse the old hub; do not start it again.
cli-hub-few-connections = This system lets the hub have { $connections } connections at once instead of { $most }: raise the limit to open files (ulimit -n) where more terminals and boards are to join.
cli-hub-seal = Seal key { $key } (signs the journal at an orderly close; write it down)
# What the system tells of why the computer may not sleep.
cli-awake = A contest is running
cli-hub-end = Ctrl-C closes the hub.
cli-hub-closed = The hub is closed, and so is the journal.
cli-hub-broken = The hub had to close: { $detail }. All that was acknowledged is in the journal: start the hub again.

cli-rehearse = A rehearsal: as hub, but records, screens and papers say “rehearsal”, and nothing counts; with --faults it plays itself, and says what held
cli-rehearse-session = { cli-hub-session }
cli-rehearse-listen = { cli-hub-listen }
cli-rehearse-address = { cli-hub-address }
cli-rehearse-plain = { cli-hub-plain }
cli-rehearse-tls = { cli-hub-tls }
cli-rehearse-data = The journal [default: SESSION-ID.rehearsal.journal in the user's data folder]
cli-rehearse-copies = { cli-hub-copies }
cli-rehearse-copies-passphrase-file = { cli-hub-copies-passphrase-file }
cli-rehearse-from-copy = { cli-hub-from-copy }
cli-rehearse-links = { cli-hub-links }
cli-rehearse-as-begun = { cli-hub-as-begun }
cli-rehearse-scripted = Scripted people play the evening, against a hub in a process of its own and a journal in a folder of its own; in the end a report, and exit code 1 when something does not hold
cli-rehearse-faults = The same while hub and links are killed and cut by the seed
cli-rehearse-speed = How many times as fast as the wall clock the evening runs [default: 1; 800 where scripted people play it, so that fifty projects in two rooms take about two minutes]
cli-rehearse-seed = What marks and faults follow from
cli-rehearse-keep = Keeps journals and logs in a new or empty folder; without it they are kept when something does not hold
cli-rehearse-format = The report as a table or as JSON
cli-rehearse-attended = Ends when its stdin is closed, for a program that starts it

cli-join = Opens the screen that a join link is for
cli-join-link = The link that the hub printed for the seat; or @FILE, the first link in a file, which no shell shows
cli-join-theme = The screen's theme; plain draws no lines that some terminals show too wide
cli-join-ascii = The same as --theme plain
cli-join-quiet = Rings no bell; the screen flashes all the same
cli-join-bell-command = A command to run at every bell besides; ROADSHOW_RINGS in its environment is the number of rings, or long
cli-join-state = Takes over first what a dead terminal has left of this seat: its state folder, on a stick or on its disk
takeover = From { $folder }, of { $seat }:
takeover-drafts = Marks and notes of { $projects } are here now.
takeover-drafts-replaced = Marks and notes of { $projects } are newer there and are here now; the older ones of this laptop lie in { $kept }.
takeover-drafts-left = Marks and notes of { $projects } are newer on this laptop and stay as they are here.
takeover-drafts-foreign = { $path } says that it is of another seat or another evening. It is not taken.
takeover-secrets = { $count ->
    [one] What opens one sealed sheet is here now.
   *[other] What opens { $count } sealed sheets is here now.
}
takeover-wishes = { $count ->
    [one] One wish had no answer; it is asked again and done once.
   *[other] { $count } wishes had no answer; they are asked again and done once each.
}
takeover-wishes-foreign = { $count ->
    [one] One wish was made by another link of this seat. It is not taken: hand the sheet in again.
   *[other] { $count } wishes were made by another link of this seat. They are not taken: hand the sheets in again.
}
takeover-heads = { $count ->
    [one] One head of the journal is here now.
   *[other] { $count } heads of the journal are here now.
}
takeover-heads-foreign = { $count ->
    [one] One head is of another journal. It is not taken.
   *[other] { $count } heads are of another journal. They are not taken.
}
takeover-name = To the hub this laptop is the same terminal now. Do not open the old one again.
takeover-enter = Enter opens the screen.
cli-no-terminal = A screen needs a terminal: standard input or output is a pipe or a file. Run it in a terminal window; the demo also runs without, with --headless.
cli-terminal-failed = The terminal failed: { $detail }. Nothing is lost: open the link again.
cli-output-failed = The output could not be written: { $detail }.
cli-system-failed = The system refused what the program needs: { $detail }.

cli-links = Prints the join links of a journal again, without its hub
cli-links-journal = The journal of a final; its key lies beside it
cli-links-address = An address that links name instead of those the hub was opened with last; may be given several times
cli-links-seat = Only this seat, as A/judge/A3 or supervisor; may be given several times
cli-links-format = The form: lines, one page to print per seat, JSON, or QR symbols for this terminal

cli-results = Prints rankings and awards from a journal
cli-results-journal = The journal of a final, running or over
cli-results-robustness = Which awards would change with a judge or criterion left out, or rounded or trimmed otherwise
cli-results-released = Of the robustness: only released projects, not locked ones too
cli-results-format = The form

## Places to listen and to write.
place-port-taken = { $address } is taken, perhaps by a hub that is running already. Close it, or give another port: --listen 127.0.0.1:0 takes a free one.
place-cannot-listen = Cannot listen on { $address }: { $detail }. Give an address of this computer with --listen.
place-no-address = The addresses of this computer cannot be told ({ $detail }). Name one that the other laptops can reach: --address 192.168.1.10.
place-not-an-address = “{ $address }” is no address. Give a host and, after a colon, a port: --address 192.168.1.10 or --address 192.168.1.10:7878.
place-address-unknown = No hub has been opened on { $journal } yet, so its address is not known. Name it: --address 192.168.1.10:7878.
place-unreadable-address = { $path } does not say where the hub is: { $detail }. Name it with --address, or open the hub again, which writes it anew.
place-no-such-seat = The session { $session } has no seat { $seat }. Without --seat all are printed.
place-no-such-project = The session { $session } has no project { $project }. Check its number.
place-no-such-kind = There are no records of the kind { $kind }. The column kind of --format csv has the kinds of an evening.
place-cannot-read = Cannot read { $path }: { $detail }.
place-cannot-write = Cannot write { $path }: { $detail }. Give a file in a folder of yours.
place-no-folder = { $path } is no folder. Name one with --to, or a new one: it is made.
place-name-is-no-id = A new session's id is made of its file's name, and “{ $name }” cannot be one. Name the file with 1 to { $most } letters a–z, A–Z, digits, “-” and “_”, as in --to final-2026.toml; the session's title may be Chinese (--title).
place-other-ending = { $path } does not end in .{ $ending }, and that is what is written. Give a name that does.
place-evening-begun = Nothing is written: an evening has begun with { $session } as it is, in { $journal }. It goes by the session in its journal, so nothing here would change it; and with a changed file the same roadshow hub command would refuse to go on without --as-begun. Changes during the evening are made at the host's console. To change the file all the same, add --although-begun.
place-file-there = { $path } is there already. Nothing is written over: give the name of a new file.
place-no-state = There is no terminal's state in { $folder }. Give the copied folder itself (on Linux ~/.local/state/roadshow), or the home that it lies in.
place-own-state = { $folder } is this laptop's own: there is nothing to take over. Open the link without --state.
place-nothing-left = { $folder } has nothing of { $seat }. Is it the right laptop's? Without --state the seat opens with what the hub has.
place-not-ours = { $path } was not written by this program, or was changed since; nothing was written. Move it away, or name another folder with --to.
place-other-papers = { $folder } holds the papers of another session, or of its rehearsal; nothing was written. Name another folder with --to.
place-folder-not-empty = There is something in { $folder }. A rehearsal is kept in a folder that is new or empty; name another one with --keep.
place-no-data-folder = There is no user folder to keep the journal in. Say where with --data FILE.

## A session on a journal.
opening-other-session = { $journal } is the journal of the session { $theirs }, and this is { $ours }. Give another file with --data.
opening-changed-session = { $journal } was begun with another version of the session { $session }: “{ $change }” differs. Take the file it was begun with, go on with the old definition by --as-begun, or begin anew with another --data FILE.
opening-draw-pending = The session { $session } has a commitment for its run order, and the order is not drawn yet. Draw it first: roadshow draw SESSION --reveal.
opening-is-rehearsal = { $journal } is the journal of a rehearsal, which can never become a final. Begin the final with another --data FILE, or go on with the rehearsal: roadshow rehearse.
opening-is-live = { $journal } is the journal of a final and cannot be rehearsed on. Give the rehearsal another --data FILE, or go on with the final: roadshow hub.
opening-mixed-rehearsal = Record { $seq } of { $journal } does not say what its opening says: one is of a rehearsal, the other is not. No hub writes that. Keep this file as evidence and use a copy.
opening-no-opening = { $journal } does not begin with a session. It was not made by a hub.

cli-tally = Ranks score sheets from a CSV file by a rubric's rules, without a hub
cli-tally-rubric = The rubric (TOML)
cli-tally-sheets = The score sheets (CSV in UTF-8: project,judge and a column for every criterion)
cli-tally-awards = The awards, highest first, each with its number of places
cli-tally-chair = What the jury chair has decided about ties (TOML)
cli-tally-robustness = Which awards would change with a judge or criterion left out, or rounded or trimmed otherwise
cli-tally-format = The form

cli-demo = Plays a whole final with scripted people: on screen, or headless to its results
cli-demo-session = The session file [default: the founding final, compiled in]
cli-demo-speed = How many times as fast as the wall clock, on screen
cli-demo-seed = What the scripted judges' marks follow from; equal seeds give equal results
cli-demo-data = Keeps the journal in this file, and goes on with it if it is there
cli-demo-after = Begins on screen when so many projects have been played [default: a quarter of them]
cli-demo-headless = Needs no terminal and does not wait: progress on stderr, results on stdout
cli-demo-format = The form of the headless results
cli-demo-theme = The screens' theme; plain draws no lines that some terminals show too wide
cli-demo-ascii = The same as --theme plain
cli-demo-quiet = Rings no bell; the screen flashes all the same
cli-demo-bell-command = A command to run at every bell besides; ROADSHOW_RINGS in its environment is the number of rings, or long
cli-interrupted = Interrupted.

cli-verify = Checks a journal from its bytes to its awards by a second computation, and says what it proves
cli-verify-journal = The journal of a final, running or over
cli-verify-heads = Heads that terminals or people have kept: files of their lines, or lines such as 412 3f2a 9c1b
cli-verify-key = The hub's public key, as it was printed at its start: the seal must be of it
cli-verify-results = Results as JSON (roadshow results --format json) that must be the same
cli-verify-format = The form

cli-log = Prints the evening, one line a record
cli-log-journal = The journal of a final, running or over
cli-log-project = Only what is about this project
cli-log-seat = Only what this seat asked for, or is about it: A/host, A/judge/A3, A3, supervisor
cli-log-kind = Only these kinds of records: locked,released …
cli-log-marks = With marks, and with scores as they were locked
cli-log-format = The form

cli-papers = Write the official forms into a folder: score sheets, running sheets, summary, slips, draw, ranking, awards, notice, bulletins, log
cli-papers-journal = The journal of a final, while it is on or afterwards
cli-papers-to = The folder; only what an earlier run wrote there, and nobody has changed since, is written over
cli-papers-form = Only these forms [default: all]
cli-papers-format = HTML to print on A4, Excel, or both
cli-papers-blank = Only blank score sheets, for an evening on paper
cli-papers-anonymous = Leave judges' names out, and write seats only
cli-both-is-for-papers = --lang both is for `roadshow papers`, `roadshow report --to` and `roadshow import --template` only

cli-export = Sheets, standings, timings and the log of an evening for other programs, and the session's projects, judges and recusals
cli-export-journal = The journal of a final, while it is on or afterwards; or a session (.toml)
cli-export-needs-journal = A session that has had no evening has no sheets, standings, timings or log: name projects, judges or recusals, or give a journal
cli-export-format = CSV (a file for each table), JSON, or one Excel workbook
export-written = { $file } is written.
cli-export-to = A folder for CSV, a file for JSON and XLSX; no file is written over [default: stdout]
cli-export-table = Only these tables [default: all]
cli-export-bom = Begin CSV with a byte order mark, by which Excel knows UTF-8
cli-export-anonymous = Leave judges' names out, and write seats only
cli-export-csv-needs-to = Each table is a CSV file of its own: say where with --to DIR, or name one with --table
cli-export-xlsx-needs-to = A workbook goes into a file: name one with --to FILE.xlsx
cli-export-bom-is-for-csv = --bom is for CSV only

cli-report = The report of the evening: scores with every judge's total, severity, agreement, order, times, awards, corrections, links
cli-report-journal = The journal of a final, while it is on or afterwards
cli-report-to = A page (HTML) of its own; no file is written over [default: to the terminal]
cli-report-anonymous = Leave judges' names out, and write seats only
cli-report-log = The hub's log of the evening, which knows whose link was lost
cli-report-ascii = On the terminal draw with ASCII only, for one in which ● takes two columns
place-not-a-log = { $path } holds no line of a hub's log. Keep the hub's stderr (roadshow hub … 2> hub.log) and name that file.
