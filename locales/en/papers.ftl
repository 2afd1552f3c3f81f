# Official forms: titles, heads, who signs, and what is said on them.

paper-score-sheets = Score sheet
paper-balance = Judge's running sheet
paper-summary = Score summary
paper-slips = Score slip
paper-draw = Record of the draw
paper-ranking = Ranking
paper-awards = Award list
paper-notice = Public notice of proposed awards (draft)
paper-bulletins = Correction bulletin
paper-reconciliation = Reconciliation of score sheets
paper-bulletin-title = Correction bulletin no. { $number }
paper-log = Log of the evening

paper-state-rehearsal = rehearsal
paper-state-provisional = provisional
paper-state-final = final
paper-state-blank = blank form

paper-fact-group = Group
paper-fact-room = Room
paper-fact-project = Project no.
paper-fact-name = Project
paper-fact-entrant = Entrant
paper-fact-kind = Kind of entrant
paper-fact-field = Field
paper-fact-region = Region
paper-fact-judge = Judge
paper-fact-reason = Reason

paper-head-turn = Turn
paper-head-nth = No.
paper-head-project = Project no.
paper-head-name = Project
paper-head-entrant = Entrant
paper-head-region = Region
paper-head-room = Room
paper-head-signature = Presenter's signature
paper-head-criterion = Criterion
paper-head-bands = Bands (a help)
paper-head-max = Max.
paper-head-weight = Weight
paper-head-mark = Mark
paper-head-weighted = Weighted
paper-head-sum = Total
paper-head-total = Own total
paper-head-note = Note
paper-head-lowest = Lowest dropped
paper-head-highest = Highest dropped
paper-head-counted-sum = Counted sum
paper-head-before = Before deductions
paper-head-coefficient = Room coefficient
paper-head-deductions = Deducted
paper-head-score = Final score
paper-head-place = Place
paper-head-item = Item
paper-head-points = Points
paper-head-award = Award
paper-head-proposed = Proposed award
paper-head-place-before = Place before
paper-head-score-before = Score before
paper-head-award-before = Award before
paper-head-place-after = Place now
paper-head-score-after = Score now
paper-head-award-after = Award now
paper-head-name-or-judge = Project or judge
paper-head-by-terminal = By terminal
paper-head-on-paper = On paper
paper-head-allowed-by = Allowed by
paper-head-keyed-by = Keyed by
paper-head-checked-by = Checked by
paper-head-filed = Filed
paper-allowed = { $by }: { $reason }
paper-to-be-checked = to be keyed again
paper-differs = { $other } has keyed it differently
paper-came-on-paper = On paper, keyed by { $name }, checked by { $other }. The signed sheet is filed with this one.
paper-keyings-open = { $count ->
        [one] One paper sheet is keyed by one person only, or differently by two: it counts nowhere.
       *[other] { $count } paper sheets are keyed by one person only, or differently by two: they count nowhere.
    }

paper-signs-judge = Judge (signature)
paper-signs-clerk = Score clerk (signature)
paper-signs-checker = Checker (signature)
paper-signs-supervisor = Supervisor (signature)
paper-signs-chair = Jury chair (signature)
paper-signs-presenter = Presenter confirms (signature)
paper-signs-drawer = Who drew (signature)
paper-signs-organiser = Organising committee (seal)
paper-date = Date

paper-as-of = as of { $at }
paper-page = page { $page } of { $of }

paper-received = Handed in from the judge's terminal, revision { $revision }, stored { $at }.
paper-does-not-count = This sheet does not count: { $why }.
paper-total-in-words = Total in words: ________________________
paper-strike-once = To correct a number strike it out once, write the right one beside it and sign; never write over it.
paper-remarks = Remarks: ________________________________________________________________
paper-dropped-in-brackets = In brackets: the highest and lowest totals, which were dropped.
paper-dropped-lowest = lowest, dropped
paper-dropped-highest = highest, dropped
paper-seat-without = { $project }: { $seat } { $why }
paper-some-judge = Judge { $nth }
paper-no-objection = I have checked the score above and have no objection.
paper-tie = Tied; separated by { $by }
paper-drawn-as-it-was = The order as it was drawn; later changes stand in the log.
paper-drawn-by-hand = Drawn by hand: { $note }
paper-drawn-commitment = Commitment announced before the draw: { $commitment }
paper-drawn-seed = Seed of the draw: { $seed }
paper-notice-lead = { $title } has been held. The projects of the group “{ $group }” below are proposed for awards.
paper-notice-period = Notice period: from ______________ to ______________. Objections in writing, with name, within this period.
paper-notice-office = Secretariat: name ______________ telephone ______________
paper-notice-discipline = Discipline inspection: name ______________ telephone ______________
paper-nothing-changed = No place, score or award changes.
paper-log-without-marks = This log holds no marks; they stand on the score sheets.

## What `roadshow papers` says.
papers-written = { $file }: { $form }, copies: { $copies }, pages: { $pages }
papers-written-all = { $file }: all forms
papers-nothing = No { $form }: { $why }
papers-without = { $form } without { $groups }: the result is not final, or this is a rehearsal
papers-removed = { $file } removed: an earlier run wrote it, and there is no such form now
papers-nothing-score-sheets = no project is locked yet
papers-nothing-balance = there are no judges' seats
papers-nothing-summary = no project is locked yet
papers-nothing-slips = no score is released yet
papers-nothing-draw = nothing was drawn, the order is the file's
papers-nothing-ranking = no score is released yet
papers-nothing-awards = no group's result is final
papers-nothing-notice = no group's result is final
papers-nothing-bulletins = nothing was corrected after its release
papers-nothing-reconciliation = no sheet is in
papers-nothing-log = there are no records
papers-nothing-blank = there is nothing to score
papers-nothing-rehearsal = this is a rehearsal, which has no award list
papers-nothing-no-awards = the session has no awards, or nobody takes one
