### The command line: what commands and arguments are for, and what they say.

cli = Runs the live finals of a startup contest: hub, host's console, judges' terminals, scoreboard, timer.
cli-lang = The language to speak: zh or en [default: the session's, or the environment's]

cli-check = Checks rubrics and sessions, and prints every problem with its place
cli-check-files = Rubric or session files (TOML)
cli-check-good = { $file }: no problems
cli-problems = { $count ->
    [one] One problem.
   *[other] { $count } problems.
}

cli-hub = Runs the hub for a session, and prints a join link for every seat
cli-hub-session = The session file (TOML)
cli-hub-listen = Where to listen; port 0 takes a free port and prints it
cli-hub-address = The address that links name, where it is not the one listened on
cli-hub-data = The journal [default: SESSION-ID.journal in the user's data folder]
cli-hub-links = Also writes the join links to this file, as JSON
cli-hub-as-begun = Goes on with the definition that the journal was begun with, although the session file has changed
cli-hub-open =
    { $title }
    The hub listens on { $address }.
    The journal is { $journal }, with { $records ->
        [one] one record
       *[other] { $records } records
    }.
    One link per seat. A link holds the seat's pass: give it to nobody else.
    Open it with: roadshow join LINK
cli-hub-end = Ctrl-C closes the hub.
cli-hub-closed = The hub is closed, and so is the journal.
cli-hub-broken = The hub had to close: { $detail }. All that was acknowledged is in the journal: start the hub again.

cli-join = Opens the screen that a join link is for
cli-join-link = The link that the hub printed for the seat
cli-join-theme = The screen's theme; plain draws no lines that some terminals show too wide
cli-join-ascii = The same as --theme plain
cli-join-quiet = Rings no bell; the screen flashes all the same
cli-join-bell-command = A command to run at every bell besides; ROADSHOW_RINGS in its environment is the number of rings, or long
cli-no-terminal = A screen needs a terminal: standard input or output is a pipe or a file. Run it in a terminal window; the demo also runs without, with --headless.
cli-terminal-failed = The terminal failed: { $detail }. Nothing is lost: open the link again.
cli-output-failed = The output could not be written: { $detail }.
cli-system-failed = The system refused what the program needs: { $detail }.

cli-results = Prints rankings and awards from a journal
cli-results-journal = The journal of a final, running or over
cli-results-robustness = Which awards would change with a judge or criterion left out, or rounded or trimmed otherwise
cli-results-released = Of the robustness: only released projects, not locked ones too
cli-results-format = The form

## Places to listen and to write.
place-port-taken = { $address } is taken, perhaps by a hub that is running already. Close it, or give another port: --listen 127.0.0.1:0 takes a free one.
place-cannot-listen = Cannot listen on { $address }: { $detail }. Give an address of this computer with --listen.
place-no-address = Links must name an address that the other laptops can reach. Listen on this computer's own address, as in --listen 192.168.1.10:7878, or name it with --address 192.168.1.10.
place-cannot-write = Cannot write { $path }: { $detail }. Give a file in a folder of yours.
place-file-there = { $path } is there already. Nothing is written over: give the name of a new file.
place-no-data-folder = There is no user folder to keep the journal in. Say where with --data FILE.

## A session on a journal.
opening-other-session = { $journal } is the journal of the session { $theirs }, and this is { $ours }. Give another file with --data.
opening-changed-session = { $journal } was begun with another version of the session { $session }: “{ $change }” differs. Take the file it was begun with, go on with the old definition by --as-begun, or begin anew with another --data FILE.
opening-draw-pending = The session { $session } has a commitment for its run order, and the order is not drawn yet. Draw it first: roadshow draw SESSION --reveal.
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
