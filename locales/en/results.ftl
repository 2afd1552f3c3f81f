# Results: heads of columns, and states.
results-place = Place
results-project = No.
results-name = Project
results-score = Score
results-award = Award
results-judges = Judges
results-coefficient = Room coefficient
results-deductions = Deducted
results-deducted = { $project }: { $points } points off ({ $reason })
results-final = final
results-provisional = provisional
results-rehearsal = rehearsal
results-is-rehearsal = REHEARSAL: nothing below counts.
results-journal = journal { $head }
results-waiting = Waits for the jury chair's decision: { $projects }

## Why sheets make no score, and more about it.
reason-unscored = not scored
reason-too-few-sheets = too few sheets
reason-too-few-to-trim = too few sheets to trim
reason-ineligible = ineligible
unranked-unscored = no sheet
unranked-too-few-sheets = { $sheets } of { $needed } sheets
unranked-too-few-to-trim = { $sheets } of { $needed } sheets
unranked-ineligible = failed at { $gates }
unranked-in-panel = { $panel }: { $why }

## The hub's page /now.
now-empty-stage = nobody on stage
results-ruling = The jury chair's decision: { $order } ({ $reason })
results-bulletin = Correction no. { $number }, about { $project }: { $reason }
results-placed = place { $place }, { $score }
results-no-place = no place
