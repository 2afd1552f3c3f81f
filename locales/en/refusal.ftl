### Why a wish was not granted, to the host or judge who made it: what is so, and what to do.

refusal-not-yours = This seat may not do that here. Use the seat that it belongs to.
refusal-no-such-project = This session has no project { $project }. Check its number in the run order.
refusal-stage-taken = { $on_stage } is still on stage. End its questions first.
refusal-wrong-stage = { $project } is at "{ $stage }" now, so nothing was done. Look at the screen and press again if it is still what you want.
refusal-clock-not-running = The clock of { $project } for "{ $phase }" is not running. Start it first.
refusal-no-such-phase = { $project } has no part called "{ $phase }". Go on to the next step.
refusal-too-much-time = At most { $most } seconds can be given or taken at once. Do it in smaller steps.
refusal-sheets-closed = { $project } takes no sheets: it is at "{ $stage }". Speak to the host if your sheet must still count.
refusal-not-scored = { $project } is not scored in this session. There is nothing to hand in.
refusal-seal-needed = Sheets of this session are sealed: { $project } takes none in the clear. Close this screen and join with a newer program.
refusal-no-seal-needed = Sheets of this session are not sealed. Submit the sheet for { $project } as it is.
refusal-not-open-yet = The sheets for { $project } are not opened yet: that is done in the scoring window, when every sheet is in. Nothing is lost.
refusal-seal-broken = The marks for { $project } are not those that were sealed. Look the sheet over and seal it again.
refusal-seals-stand = A sheet for { $project } has been opened, and from then on every seal stands: no new one is taken. Open yours on the terminal that sealed it, or tell the host.
refusal-paper-stands = Your sheet for { $project } has come in on paper, and that one counts. If it is wrong, have it given back.
refusal-paper-not-allowed = The host has not said that { $seat }'s sheet for { $project } comes on paper. Ask the host: at the console m, then "a sheet comes on paper". What is typed here is kept.
refusal-too-many-keyings = { $seat }'s paper sheet for { $project } has been keyed { $most } times. Lay it before the host, who takes the permission back and gives it again.
refusal-same-person = The second keying of { $seat }'s paper sheet for { $project } takes another person, at another terminal.
refusal-keyed-by-two = { $seat }'s paper sheet for { $project } has been keyed at two other terminals. One of them settles what differs, or it is dropped and keyed from the start.
refusal-not-a-name = A name is one line of 1 to { $most } characters.
refusal-stale-revision = A newer sheet for { $project } is there already (revision { $revision }). Look at it and change that one.
refusal-revision-ahead = The sheet for { $project } is there in revision { $revision }, and this one is more than { $most } ahead of it. Please send it again.
refusal-too-many-revisions = The sheet for { $project } has been changed { $most } times, which is as often as one can be. What was received last counts; if it is wrong, tell the host.
refusal-mark-missing = There is no mark for { $criterion }. Give one and submit again.
refusal-no-such-criterion = The sheet has no criterion { $criterion }. Close this screen and join again.
refusal-mark-out-of-range = { $criterion }: { $mark } is not between 0 and { $max }. Correct it and submit again.
refusal-mark-off-step = { $criterion }: { $mark } does not fit the step of { $step }. Round it to the step and submit again.
refusal-sheets-missing = { $missing_count ->
    [0] { $project } was not locked: all sheets are in now. Lock it again.
   *[other] { $project } was not locked: { $missing } without a sheet. Wait for them, or confirm that it goes without.
  }
refusal-no-sheets = { $project } has no sheet at all, so there is nothing to lock. Wait for the first one.
refusal-cannot-lock = { $project } cannot be locked: { $sheets ->
    [one] one sheet is in
   *[other] { $sheets } sheets are in
  }, and the rules ask for { $needed }. Wait for more.
refusal-unknown-seat = This session has no seat { $seat }.
refusal-nobody-waits = That terminal no longer waits for { $seat }, or another one holds it now. Look again at who waits.
refusal-not-seated = Another terminal has this seat, so nothing was done. Ask the host to hand the seat over.
refusal-panel-incomplete = { $project } cannot be locked: of { $panel } { $sheets ->
    [0] no sheet is in
    [one] one sheet is in
   *[other] { $sheets } sheets are in
  }, and the rules ask for { $needed }. Wait for more.
refusal-not-stored = The hub could not store it, and nothing has changed. Look at the hub's disk, then try again.
refusal-not-understood = The hub did not understand this screen ({ $detail }). Nothing has changed. Check that both run the same version.

refusal-unknown = The hub refused, for a reason that this version does not know. Use the same version of roadshow on all computers.
refusal-not-sent = The wish did not leave this terminal, and nothing has changed. Do it again once the hub is back.
refusal-too-late = The hub did not answer in time, and the wish is not sent any more. Look whether it was done, and do it again if need be.
refusal-reason-missing = This goes on the record and needs a reason. Give one and try again.
refusal-no-such-seat = The panel of { $project } has no seat { $seat }. Check the seat.
refusal-wrong-seat-state = { $seat } stands at "{ $state }" for { $project }, so nothing was done. Look at the panel first.
refusal-sheets-returned = { $project } cannot be locked: the sheet given back to { $seats } has not come in again. Wait for it, or void the seat together with the supervisor.
refusal-no-such-rule = This session deducts nothing for "{ $rule }". Choose one of its rules.
refusal-too-many-units = { $rule }: { $most ->
    [0] nothing more can be deducted by this rule
   *[other] from 1 to { $most } units can be deducted
  }. Correct the number.
refusal-no-such-deduction = { $project } has no deduction number { $number }. It may have been given back already.
refusal-no-such-tie = No such tie in { $group } waits for the jury chair. Look at the ranking again.
refusal-not-an-order = This is no order for room { $room }: only projects that still wait can change places. Look at the run order again.
refusal-no-backfill = The place of { $project } is not filled from the reserve any more, by the rules of this session.
refusal-reserve-empty = Nobody is left in the reserve of { $group }.
refusal-no-such-proposal = Proposal { $proposal } does not wait any more: it was agreed to or declined.
refusal-second-person-needed = Proposal { $proposal } was made at this seat. The other person has to agree to it.
refusal-too-many-proposals = { $most } proposals wait in this room already. Agree to some or decline them first.
refusal-nothing-to-undo = There is no step of { $project } to undo: it was more than ten seconds ago, or something came after it.
refusal-not-a-message = A message is one line of 1 to { $most } characters. Shorten it and try again.
refusal-no-break-now = Room { $room } cannot have a break now: somebody is on stage, or a break is being held.
refusal-not-final = The ranking of { $group } is not final yet. Release what is left, and settle the ties, first.
refusal-no-such-step = The ceremony of { $group } has { $steps } steps. Look at the screen and press again.
