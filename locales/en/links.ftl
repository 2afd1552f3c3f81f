### Join links to hand out: what a seat is for, and what to do with its page.

links-for-host = Host's console: runs the room, step by step.
links-for-judge = Judge's seat: marks the projects of this room.
links-for-control = Host's console over all rooms: runs each room in turn; o switches rooms. It is never locked out.
links-for-board = Projected board: shows the hall what is released. It takes no keys.
links-for-timer = Timer: shows the presenter the time that is left.
links-for-clerk = Clerk's screen: shows which sheets are still missing, and takes signed paper sheets for a dead terminal.
links-for-supervisor = Supervisor's seat: sees every step, and is the second person where it takes two.
links-all-rooms = All rooms
links-secret = This page holds the seat's pass: give it to nobody else, and destroy it after the evening.
