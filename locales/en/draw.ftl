# `roadshow draw`: the command line, what it says, and why nothing was drawn.

cli-draw = Draws the run order inside each group, so that anyone can draw it again
cli-draw-session = The session file (TOML)
cli-draw-commit = Takes a seed, or makes one, and announces its hash
cli-draw-reveal = Opens the seed, draws, and enters the order into the session file
cli-draw-check = Draws again from the file alone, and says whether it is the order on record
cli-draw-manual = Enters a draw on paper or before a notary: the projects' numbers, one a line, as they were drawn
cli-draw-seed = The seed
cli-draw-note = Who drew and who watched, for the record

draw-turn = Turn
draw-room = Room

draw-committed =
    Commitment: { $commitment }
    Read it aloud, and with it how many projects each group has: { $projects }.
draw-seed-kept =
    The seed is in { $seed }, which only its owner can read. Keep it shut away: whoever has it knows the order.
    To draw before the witnesses: roadshow draw { $session } --reveal
draw-seed-yours =
    The seed is written nowhere: keep it shut away, letter for letter. Whoever has it knows the order.
    To draw before the witnesses: roadshow draw { $session } --reveal --seed TEXT
draw-seed-short = The seed is short: it can be found from the commitment by trying. Better to delete [draw] and take a sentence.
draw-revealed =
    The seed is the one that was announced. The run order is drawn.
    Seed:       { $seed }
    Commitment: { $commitment }
draw-checked =
    Drawn again: it is the order on record, and the seed is the one that was announced.
    Seed:       { $seed }
    Commitment: { $commitment }
draw-entered =
    The draw is entered.
    Note: { $note }
draw-checked-by-hand =
    Drawn by hand, so there is nothing to draw again; every project is there once.
    Note: { $note }

draw-drawn = The run order of { $session } is drawn already, and is not drawn twice. To start over, delete [draw] from the file by hand, and say why in public.
draw-not-committed = { $session } has no commitment yet. Announce one first: roadshow draw { $session } --commit.
draw-already-committed = { $session } has a commitment already. Draw with roadshow draw { $session } --reveal; to start over, delete [draw] from the file by hand, and say why in public.
draw-not-drawn = The run order of { $session } is not drawn, so there is nothing to check.
draw-no-seed = The seed is not in { $path }. Give it with --seed TEXT.
draw-seed-there = { $path } is there already, with the seed of another draw. Put it away first.
draw-no-such-seed = A seed says something and is one line of text.
draw-no-such-note = The note says who drew and who watched, on one line of text.
draw-other-seed = This seed is not the one that was announced: its hash is { $hash }, the commitment is { $commitment }. Nothing was drawn. Check every letter and space.
draw-odd-table = Nothing could be added to { $session }: its [draw] is laid out otherwise than this program writes it. Put “by” and “commitment” on lines of their own under [draw].
