### What is ready and what is not, before the doors open.

cli-preflight = Says in green, amber and red what is ready before the doors open; changes nothing
cli-preflight-what = On the hub's laptop the session file; on any laptop join links, or @FILE for all links in a file
cli-preflight-listen = { cli-hub-listen }
cli-preflight-address = { cli-hub-address }
cli-preflight-data = { cli-hub-data }
cli-preflight-copies = A folder that copies are to go to; may be given several times
cli-preflight-copies-passphrase-file = The file with the passphrase of the copies
cli-preflight-as-begun = { cli-hub-as-begun }
cli-preflight-plain = As a hub that does not encrypt
cli-preflight-tls = { cli-hub-tls }
cli-preflight-rehearsal = For a rehearsal, whose journal is another one
cli-preflight-quiet = Does not ring the bell
cli-preflight-format = The form
place-links-or-session = Give either join links, or one session file: roadshow preflight LINK…, or roadshow preflight SESSION.toml on the hub's laptop.

preflight-part-hub = The hub's laptop, for { $name }
preflight-part-link = The link of { $name }, from here
preflight-part-terminal = This terminal
preflight-light-green = ✓ green
preflight-light-amber = ! amber
preflight-light-red = ✗ red
preflight-sum = { $green } green, { $amber } amber, { $red } red.
preflight-red = { $count ->
    [one] One thing is red: do not open the doors before it is put right.
   *[other] { $count } things are red: do not open the doors before they are put right.
}

preflight-session-good = Session { $session }: no problems; { $projects ->
    [one] one project
   *[other] { $projects } projects
} in { $rooms ->
    [one] one room
   *[other] { $rooms } rooms
}.
preflight-session-bad = { $count ->
    [one] The session file has a problem
   *[other] The session file has { $count } problems, the first
}: { $why } All of them: roadshow check.
preflight-journal-new = No journal yet; one will be begun at { $path }.
preflight-journal-goes-on = The hub goes on with { $records ->
    [one] one record
   *[other] { $records } records
} of { $path }.
preflight-journal-refused = { $why }
preflight-key-new = The hub's key, and with it its certificate and all passes, will be made at the first start.
preflight-key-kept = The hub's key is { $key }; links that were printed go on working.
preflight-key-lost = { $path } is missing: a new key will be made, and links that were printed before do not work. Put the file back, or print the links anew.
preflight-key-refused = { $why }
preflight-room = { $mib } MiB are free in { $folder }.
preflight-room-unknown = How much is free in { $folder } cannot be told here: look for yourself.
preflight-sync = A record is on the disk in { $median } ms, the slowest of { $times } in { $worst } ms.
preflight-not-writable = Nothing can be written in { $folder }: { $detail }.
preflight-copies-none = No copies are made (--copies): if this disk dies, so does the evening's record.
preflight-copy-first = The first copy will go to { $folder }.
preflight-copy-older = An older copy of this journal in { $folder } will be replaced.
preflight-copy-folder-new = The folder { $folder } is not there. Is the stick plugged in? Otherwise the hub makes the folder on this laptop's own disk.
preflight-copy-same-disk = { $folder } is on the same disk as the journal: a copy there does not outlive that disk.
preflight-copy-refused = { $why }
preflight-copy-made = The copy in { $folder } is of { $time }, { $head }.
preflight-copy-waits = The first copy in { $folder } is being made.
preflight-copy-fails = No new copy in { $folder }: { $why }
preflight-storage-good = The hub stores what it is told.
preflight-storage-cut = { $why }
preflight-storage-fails = Nothing can be stored: { $why }
preflight-port-free = { $address } is free to listen on.
preflight-port-ours = The hub of this journal is open on { $address } already.
preflight-port-other-hub = Another hub is open on { $address }: of another journal, or with other settings. Close it, or give another port with --listen.
preflight-port-refused = { $why }
preflight-addresses = Other laptops reach it at { $addresses }.
preflight-addresses-only-here = Only this laptop reaches it, at { $addresses }. For others: --listen 0.0.0.0:7878.
preflight-addresses-unknown = { $why }
preflight-in-the-clear = Nothing is encrypted (--plain): whoever is on the network reads every pass and every mark.
preflight-connections = The system lets the hub have { $connections } connections at the same time.
preflight-wall-clock = The clock says { $time }, zone { $zone }. Compare it with a watch.
preflight-wall-clock-behind = The clock says { $time }, zone { $zone }, which is before { $last }: it is wrong. Set it before the hub is opened.
preflight-awake = The system promises not to sleep while a hub or a screen runs.
preflight-may-sleep = The system does not promise to stay awake: turn sleep off in its settings, and mind the lid.
preflight-reached = { $address }: answers, encrypts with the link's key where others could listen, speaks { $protocol }, knows the pass.
preflight-reached-in-the-clear = { $address }: answers, speaks { $protocol }, knows the pass; nothing is encrypted on the way.
preflight-address-of-hub = { $address }: leads on the hub's own laptop only, as it should; another address works here.
preflight-address-dead = { $why } Another address of the link works.
preflight-unreached = { $why }
preflight-versions = The hub is version { $hub }, this program { $own }.
preflight-round-trip = A round trip takes { $best } ms at best and { $worst } ms at worst.
preflight-apart = This laptop's clock is { $apart } s { $direction } the hub's; countdowns do not go by it.
direction-ahead = ahead of
direction-behind = behind
preflight-seat-free = { $seat } is free.
preflight-seat-ours = { $seat } is held by this laptop, since { $since }.
preflight-seat-held = { $seat } is held by another terminal, from { $from }, since { $since }. Whoever comes now waits for it.
preflight-seat-connected = { $seat }: { $count ->
    [one] connected
   *[other] { $count } screens
} from { $from }, since { $since }.
preflight-seat-silent = { $seat }: a terminal from { $from }, there since { $since }, has fallen silent.
preflight-seat-empty = { $seat }: nobody is there yet.
preflight-size = { $columns } columns and { $rows } rows; a screen needs 80 and 24, a board 100 columns.
preflight-no-terminal = Not a terminal but a pipe or a file: its size, signs and bell cannot be measured.
preflight-widths = Chinese takes two columns, and { $signs } take one, as they should.
preflight-widths-unknown = The terminal does not say where its cursor stands: how wide it shows Chinese cannot be measured.
preflight-chinese-narrow = { $signs } do not take two columns: Chinese lines will not stand right. Take another terminal program.
preflight-signs-wide = { $signs } take two columns instead of one: join with --theme plain, or set the terminal's “ambiguous width” to narrow.
preflight-colours = { $count } colours; themes are made of 256, with fewer join with --theme plain.
preflight-bell = The bell has just rung once: was it heard?
