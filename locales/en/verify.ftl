# The audit of a journal: what it proves, what is wrong, and what nobody can know from it.

verify-head = Audit of { $journal }, by a second computation that shares nothing with the program's own
verify-proven = Proven
verify-wrong = DOES NOT HOLD
verify-open = Not proven by this file

verify-chain = { $records ->
        [one] One record
       *[other] { $records } records
    } of the session { $session }, from { $from } to { $to }. The chain is whole up to the head { $head }.
verify-recomputed = All scores, places and awards were computed again from the marks: { $places ->
        [one] one place
       *[other] { $places } places
    } and { $awards ->
        [one] one award
       *[other] { $awards } awards
    } in { $groups ->
        [one] one group
       *[other] { $groups } groups
    }; with them { $locks ->
        [one] one lock
       *[other] { $locks } locks
    } and { $bulletins ->
        [one] one correction bulletin
       *[other] { $bulletins } correction bulletins
    }. Every record is by a seat that may do it and could happen where it stands; what takes two persons was proposed by one and agreed to by the other.
verify-rehearsal = This is a REHEARSAL. Its results count for nothing.
verify-final = The results are final.
verify-provisional = The results are provisional.
verify-engine-same = The program's own results are the same.
verify-results-same = { $file } is the same.
verify-sealed = Record { $record } is a seal by the key { $key }, over all records before it{ $since ->
        [0] . Nothing was added since.
        [one] ; one record was added since.
       *[other] ; { $since } records were added since.
    }
verify-key-fits = That is the key that was given.
verify-heads = { $found } of { $given } heads given are in this journal, the last one at record { $last }.

verify-head-beyond = The head { $seq } { $digits } lies beyond the end of this journal: its end was cut off.
verify-head-differs = The head { $seq } { $digits } is not in this journal: record { $seq }, or one before it, is not what it was.
verify-heads-prove-nothing = No head that was given is of this journal: there were none in the file, or it is another journal than theirs, or it was written anew from its opening on.
verify-key-differs = The seal is by another key than the one given.
verify-key-without-seal = A key was given, and there is no seal.
verify-engine-differs = The program's own results differ at { $at }: computed { $computed }, the program says { $claimed }
verify-results-differ = { $file } differs at { $at }: computed { $computed }, the file says { $claimed }
verify-more = … and { $count } more; --format json has all.

verify-heads-of-another-session = { $count ->
        [one] One head belongs
       *[other] { $count } heads belong
    } to another session and { $count ->
        [one] was
       *[other] were
    } not compared.
verify-heads-of-another-journal = { $count ->
        [one] One head belongs
       *[other] { $count } heads belong
    } to another journal of this session, as of a rehearsal or of an evening begun anew, and { $count ->
        [one] was
       *[other] were
    } not compared. Whoever kept them can say which journal is the evening's.
verify-open-unpinned = That this is the file that was written in the evening: no head of it that somebody kept was given, and no key. Whoever can write the file could have written all of it anew, chain included. Give kept heads with --heads, or the hub's key with --key.
verify-open-after = That the records after { $last } are those of the evening: no head given lies beyond it, and no seal by a key given.
verify-open-cut = That nothing followed record { $last } and was cut off: only a later head would show it.
verify-open-not-sealed = Who wrote it: there is no seal. A hub sets one when it closes in order.
verify-open-whose-key = That the key of the seal is the organiser's. Compare it with what the hub printed at its start, and give it with --key.
verify-open-kept-key = That nobody but the organiser has had the file of the hub's key.
verify-open-meant = That the marks are what the judges meant: they are what was handed in from their seats.

## What is wrong with a journal.
flaw-cannot-read = The file cannot be read: { $detail }.
flaw-not-a-journal = It is no journal of a format known here: { $detail } is not as it must be.
flaw-damaged = The file is damaged after record { $whole }: { $detail }
flaw-empty = There is no record in it.
flaw-missing = Record { $record } is missing, or another one stands in its place.
flaw-changed = Record { $record } is not what was written: it was changed, or moved.
flaw-not-understood = Record { $record } is not understood: { $detail }. A newer roadshow may have written it.
flaw-impossible = Record { $record } cannot have happened: { $why } ({ $about }).
flaw-other-lock = Record { $record } locked { $project } with { $given }; the sheets come to { $computed } (in brackets the number of sheets).
flaw-other-bulletin = Record { $record }, correction bulletin { $number }, does not say what the correction changed.
flaw-no-bulletin = Record { $record } changed a released result, and no correction bulletin follows.
flaw-wrong-seal = The seal in record { $record } is not that of the records before it.

why-opening = a journal begins with its definition, once
why-rehearsal = it is of a rehearsal and the opening is not, or the other way round
why-unknown = there is no such project, seat, room or proposal
why-others-sheet = a sheet from somebody else's seat
why-closed = no sheet was taken from there then
why-mark = a mark is missing or not on the form
why-seal-needed = a sheet in the clear, and this session's sheets are sealed
why-no-seal = there was no seal to open, or this session asks for none
why-too-early = a sheet was opened while another was still waited for
why-seal-broken = marks and nonce do not make the seal
why-seals-stand = a sheet had been opened, and no seal was taken any more
why-not-locked = it was released without a lock
why-one-person = it takes two persons, and both have not agreed to it
why-nothing-to-undo = there was nothing to undo
why-author = by a seat that may not do it, or by nobody
why-other-room = by the host of another room
why-stage = the project was at a stage at which this cannot happen
why-stage-taken = another project had the stage
why-break = a break was being held, or there was none to end
why-clock = the clock did not stand so
why-not-scored = nothing is scored there
why-seat = the seat did not stand so
why-unsettled = locked although the seats it went without are not those that were waited for
why-no-score = locked although the sheets make no score
why-score-missing = locked without the score that a lock records
why-deduction = no such deduction, or not by the session's rules
why-reserve = not the next in reserve, or the place was not to be filled
why-order = no run order that could follow the one before
why-no-tie = the chair decided about no tie that there was
why-not-final = a step of a ceremony that this ranking does not have
why-number = its number does not follow
why-no-change = it was so already
why-not-allowed = the host had not said that this sheet comes on paper
why-not-done = both had agreed to it, and it was not done
why-too-late = the time to undo it was over

## Why a command ends.
proof-does-not-hold = { $journal } does not hold: { $why }
proof-cannot-read = { $path } cannot be read: { $detail }. Check the path.
proof-no-head = { $path }:{ $line }:1: this is no head. Write a line as 412 3f2a 9c1b, or give the file that a terminal has kept.
proof-no-results = { $path }:{ $line }:{ $column }: this is no JSON. Give what roadshow results --format json has written.
