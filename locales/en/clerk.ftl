### The clerk's screen: which sheets are missing.

clerk-place = { $room } clerk
clerk-none-open = No project takes sheets now.
clerk-all-in = all sheets are in
clerk-missing = missing: { $seats }
clerk-apart = not waited for: { $seats }
clerk-in = in: { $seats }
clerk-help = help
clerk-quit = quit
