### The demonstration.

demo-progress = { $done } of { $all } projects
demo-take-over = take over / hand back
demo-other-room = other room
demo-quit = quit
demo-autopilot = autopilot
demo-you-drive = you have the keys
