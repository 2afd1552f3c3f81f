### The demonstration.

## Without a screen, on standard error.
demo-begins = { $title }: { $projects } projects in { $rooms ->
    [one] one room
   *[other] { $rooms } rooms
}
demo-progress = { $done } of { $all } projects
demo-journal = The journal is kept at { $path }.

## What ends it early.
demo-no-folder = No temporary folder can be made for the journal: { $detail }
demo-no-port = No port of this machine is to be had: { $detail }
demo-stopped = The demonstration cannot go on: { $detail }

## Before its screens open, and when they do.
demo-prepares = Preparing the evening: { $projects } of { $all } projects
demo-greeting = A demonstration: scripted people, a real hub. F1-F4 and F7 change screens, F5 lets you host.

## The bar below its screens.
demo-take-over = take over
demo-hand-back = hand back
demo-supervisor = supervisor
demo-other-room = room
demo-quit = quit
demo-host-is-played = The script has the host's keys; F5 takes over, at normal speed
demo-over = the demonstration is over, F10 leaves
demo-autopilot = auto
demo-you-drive = manual

# Why the jury chair of the play decides a tie as it does.
demo-ruling = The play's jury chair decides by the order of the run.
