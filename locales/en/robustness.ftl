# Whether awards hang on one judge, one criterion or one detail of the rules: columns and lines.
robustness-head = { $projects ->
    [one] one project
   *[other] { $projects } projects
  }, { $variants ->
    [one] one variant
   *[other] { $variants } variants
  }
robustness-award = Award
robustness-judges = Without a judge
robustness-criteria = Without a criterion
robustness-rounding = Rounded otherwise
robustness-trimming = Trimmed otherwise
robustness-cell = { $of ->
    [0] -
   *[other] { $changed ->
        [0] stands ({ $of } of { $of })
       *[other] changes ({ $changed } of { $of })
      }
  }
robustness-open = open: a tie waits
robustness-nobody = nobody has it yet
robustness-none = no award
robustness-change = { $variant }: { $project } would take { $to } instead of { $from }
robustness-unscored = { $variant }: { $project } would have no score ({ $note })
robustness-waiting = { $variant }: { $projects } would wait for the jury chair
robustness-moves = { $project } takes { $to } instead of { $from }
robustness-loses = { $project } has no score ({ $note })
robustness-waits = { $projects } wait for the jury chair

## What is done otherwise.
variant-without-judge = Without judge { $seat }
variant-without-criterion = Without { $name }
variant-rounded-later = Ranked by the exact score
variant-rounded-sooner = Ranked by the announced score
variant-halves-otherwise = Halves rounded the other way
variant-plain-mean = Plain mean
variant-trimmed-by-total = Highest and lowest totals dropped
variant-trimmed-by-criterion = Highest and lowest marks dropped by criterion
