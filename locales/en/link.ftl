### What is wrong with a link to the hub. Client troubles and unreadable links.

trouble-not-a-link = This is no join link. A link looks like roadshow://192.168.1.10:7878/A/judge/A1/PASS; copy it whole from the hub.
trouble-bad-fingerprint = Column { $column } of the link: what stands before the @ is no fingerprint of a hub's key. Copy the link whole from the hub.
trouble-no-hub = Column { $column } of the link: it does not say where the hub is; a host and a port belong here. Copy it whole from the hub.
trouble-no-seat = Column { $column } of the link: it does not name a seat and its pass. Copy it whole from the hub.
trouble-no-pass = Column { $column } of the link: a pass has letters and digits only. Copy it whole from the hub, without the sign behind it.
trouble-unreachable = No hub answers at { $hub }. Is it running, and is this computer on its network?
trouble-silent = The hub at { $hub } has fallen silent.
trouble-closing = The hub at { $hub } was closed.
trouble-wrong-pass = The hub at { $hub } does not know this pass. Take the link that it prints now.
trouble-pass-renewed = The hub at { $hub } has given this seat a new pass, and this link is dead. Ask the host for the new link.
trouble-no-such-seat = The hub at { $hub } runs a session without the seat { $seat }. Take the link that it prints now.
trouble-other-version = The hub at { $hub } speaks { $theirs } and this program { $ours }. Use the same version of roadshow on all computers.
trouble-other-machine = Another machine answers at { $hub }: it does not have the key that the link names, and has been sent nothing. Take the link that the hub prints now; if it is the same one, tell the organiser that somebody stands between.
trouble-not-encrypted = What answers at { $hub } does not encrypt, and this link demands it; nothing has been sent. If the hub was opened again with --plain, take the link that it prints now.
trouble-only-encrypted = The hub at { $hub } takes encrypted connections only, and this link names no key. Take the link that it prints now.
trouble-old-hub = The hub at { $hub } is an older one: this terminal has already been with a hub that was opened on a copy. Close the old hub; the evening goes on at the newer one.
trouble-full = The hub at { $hub } is full: as many terminals and boards have joined as it takes, or as many from here.
trouble-not-a-hub = What answers at { $hub } is no roadshow hub. Check host and port.

trouble-detail = { $trouble } ({ $detail })

# How storing goes, on the console and the supervisor's screen.
storage-trouble = NOTHING IS BEING STORED: { $why }
storage-copy-trouble = No copy in { $folder } since { $time }: { $why }
storage-copy = Copy in { $folder }: { $time }, { $head }
storage-copy-none = Copy in { $folder }: being made
