### The projected board.

## The project on stage.
board-turn = no. { $at } of { $of }
board-next = Next
board-awaiting = score to be announced

## Scores and places.
board-final-score = Final score
board-place = place { $place }
board-place-shared = shared place { $place }
board-rank-shared = { $place }=

## Rankings.
board-provisional = provisional { $ranked }/{ $projects }
board-frozen = frozen at { $ranked }/{ $projects }
board-final = final
board-award-provisional = ({ $award })
board-awards = Awards
board-nothing-released = no score announced yet
board-page = page { $page }/{ $pages }

## A score judge by judge.
board-dropped = dropped
board-deducted = { $before } before { $deducted } deducted

## The award ceremony.
board-ceremony = Award ceremony
board-others = { $projects ->
    [one] The other finalist
   *[other] The other { $projects } finalists
  }
board-award-places = { $places ->
    [one] goes to one project
   *[other] goes to { $places } projects
  }

## When nobody is on stage.
board-welcome = Welcome
board-group = { $projects ->
    [one] { $name }: one project
   *[other] { $name }: { $projects } projects
  }
board-over = All projects have been shown

## What keys do.
board-previous-page = previous page
board-next-page = next page
board-help = help
board-quit = quit
