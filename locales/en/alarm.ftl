### What a supervisor should look at before a score is locked: what is so, and what to ask.

alarm-spread = { $seat }: a total of { $total } is { $limit } or more from the panel's median of { $median }. Ask whether it is meant.
alarm-against-panel = { $seat } orders the last { $projects } projects the other way round than the panel: { $against } pairs against, { $along } along. Ask whether high marks are for the best.
alarm-same-share = { $seat }: on each of the last { $sheets } sheets all criteria have the same share of their maxima. Ask whether they were looked at one by one.
alarm-same-total = { $seat } gave each of the last { $sheets } projects the same total, { $total }. Ask whether it is meant.
alarm-all-in-one = { $seat }: all points are in { $criterion } ({ $mark }), and all other criteria have none. Ask whether a total was typed in there.
alarm-exchanged = { $seat }: the marks for { $criterion } and { $other } look exchanged. Ask which is which.
