### What is wrong with a link to the hub. Client troubles and unreadable links.

trouble-not-a-link = This is no join link. A link looks like roadshow://192.168.1.10:7878/A/judge/A1/PASS; copy it whole from the hub.
trouble-no-hub = The link does not say where the hub is: host and port are missing. Copy it whole from the hub.
trouble-no-seat = The link does not name a seat and its pass. Copy it whole from the hub.
trouble-unreachable = No hub answers at { $hub } ({ $detail }). Is it running, and is this computer on its network?
trouble-silent = The hub at { $hub } has fallen silent.
trouble-closing = The hub at { $hub } was closed.
trouble-wrong-pass = The hub at { $hub } does not know this pass. Take the link that it prints now.
trouble-no-such-seat = The hub at { $hub } runs a session without the seat { $seat }. Take the link that it prints now.
trouble-other-version = The hub at { $hub } speaks { $theirs } and this program { $ours }. Use the same version of roadshow on all computers.
trouble-not-a-hub = What answers at { $hub } is no roadshow hub ({ $detail }). Check host and port.
