# Results: heads of columns, and states.
results-place = Place
results-project = No.
results-name = Project
results-score = Score
results-award = Award
results-judges = Judges
results-final = final
results-provisional = provisional

## The hub's page /now.
now-empty-stage = nobody on stage
