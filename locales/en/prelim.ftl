# `roadshow prelim`: the command line, the table, its remarks, and last places that are open.

cli-prelim = Ranks a preliminary round, and writes the finalists and the reserve for a session
cli-prelim-rubric = The rubric (TOML)
cli-prelim-sheets = The score sheets (CSV in UTF-8: project, judge, every criterion; and group, where there are several)
cli-prelim-finalists = How many of each group go to the final
cli-prelim-projects = The projects (CSV in UTF-8: project, group, name, entrant, kind, registered, core-members, field, region)
cli-prelim-chair = What the jury chair has decided about ties (TOML)
cli-prelim-both = Lets in all who share the last place
cli-prelim-carry = Lets every project carry its score into the final, under this id
cli-prelim-to = Also writes the projects for the session to this new file (TOML)
cli-prelim-format = The form

prelim-head = { $group }: { $finalists } finalists for { $places } places, { $reserve } in reserve
prelim-status = Result
prelim-by = Scored by
prelim-finalist = finalist
prelim-tied = tied, not decided
prelim-reserve = reserve
prelim-uneven = { $group }: most were scored by { $judges ->
    [one] one judge
   *[other] { $judges } judges
}, these were not. Check that no sheet is missing.
prelim-scored-by = { $group }:   by { $judges ->
    [one] one judge
   *[other] { $judges } judges
}: { $projects }
prelim-too-few = { $group }: only { $finalists } projects have a score, for { $places } places.
prelim-all-in = { $group }: { $projects } share the last of { $places } places and are all let in, so there are { $finalists } finalists.
prelim-reserve-tied = { $group }: { $projects } share place { $place }, and nothing decides who of them moves up first; here they stand in the order of the projects.

prelim-waits-for-chair = { $group }: { $projects } share place { $place }, with { $left } of the final's places left for { $projects_count } projects. They wait for the jury chair's decision: give it with --chair FILE, or let all of them in with --both. Nobody was chosen, and no projects were written.
prelim-shared = { $group }: { $projects } share place { $place }, with { $left } of the final's places left for { $projects_count } projects, and the rules do not separate them. Let all of them in with --both, or add a rule to “ties” in the rubric's [scoring], such as "chair". Nobody was chosen, and no projects were written.
