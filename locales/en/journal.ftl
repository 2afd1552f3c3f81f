# What can be wrong with the journal and the key beside it: what happened, and what to do.

journal-missing = There is no journal at { $path }. Check the path.
journal-not-a-journal =
    { $found ->
        [folder] { $path } is a folder, not a journal. Name a journal file in it.
        [empty-file] { $path } is an empty file, not a journal. Choose another path, or move it away first.
       *[other-file] { $path } is not a roadshow journal. Choose another path; the file has not been changed.
    }
journal-newer-format = { $path } was written by a newer roadshow (format { $format }; this one reads up to { $known }). Open it with the newer version.
journal-in-use = Another program is using { $path }. Stop the other hub first, or choose another journal.
journal-cannot-create = A journal cannot be written at { $path }: { $detail }. Check the folder and its permissions, or choose another place.
journal-cannot-read = { $path } cannot be read: { $detail }. Check its permissions and the disk.
journal-damaged =
    { $whole ->
        [0] { $path } is damaged or cut short: { $detail }. It has not been changed. A hub cuts off a damaged end; if the damage is further up, use a copy.
       *[other] { $path } is damaged or cut short: whole up to record { $whole }, then: { $detail }. It has not been changed. A hub cuts off a damaged end; if the damage is further up, use a copy.
    }
journal-missing-record = { $path } has no record { $seq }, but later ones. Keep this file as evidence and use a copy.
journal-changed-record = Record { $seq } of { $path } is not what was written: it was changed, moved, or damaged. If it is the last one, a hub cuts it off; otherwise keep this file as evidence and use a copy.
journal-unreadable-record = Record { $seq } of { $path } is whole, but this program does not understand it: { $detail }. Most likely a newer roadshow wrote it; open it with that.
journal-unstorable = This step cannot be stored and has not been done: { $detail }. This is a bug; please report it.
journal-disk-full = The disk is full: nothing could be written to { $path }, and the last step has not been done. Make room and do it again.
journal-not-stored = Nothing could be written to { $path }: { $detail }. The last step has not been done. Check the disk and do it again.
journal-moved-on = Another program has written to { $path }: its last record is { $found }, and this hub knows { $expected }. This hub has closed so that there is only one; all that it acknowledged is in the journal. Go on with the other hub, or stop it and start this one again.
journal-deleted = { $path } was deleted or moved away while the hub was writing it. The last step has not been done. The hub puts the file back from what it still holds open: do the step again, and find out who deletes files there.
journal-replaced = Another file lies at { $path }, without the records that this hub has stored. Nothing can be stored. Move that file away; the hub then puts its own back.
journal-not-a-copy = { $path } is not an older copy of this journal, so it is not replaced. Choose another folder for copies, or move that file away.
journal-copy-not-written = { $path } could not be written: { $detail }. Is the folder there, and is there room?
journal-copy-not-read = { $path } could not be read: { $detail }.
journal-copy-broke = The copy in { $path } broke down by a bug. The next one is tried all the same; the journal itself goes on.
journal-no-copies = No copies are made: { $detail }. Close other programs and start the hub again at the next break.
journal-no-passphrase = There is no passphrase in { $path }. Write one into it.
journal-copy-is-encrypted = { $path } is encrypted. Give its passphrase with --copies-passphrase-file.
journal-wrong-passphrase = { $path } does not open: the passphrase is another one, or the file was changed.
journal-place-taken = { $path } is there already, and a copy does not replace it. Name another journal with --data.
journal-cut = THE END OF { $path } WAS DAMAGED and has been cut off: the journal now ends with record { $whole }. The damaged files are kept as { $aside }. Compare what judges and host see with what was last acknowledged to them.

key-missing = There is no { $path }. Every pass follows from it: put it back beside the journal.
key-not-a-key = { $path } does not hold a key. Put the right file back; if it is lost, move this one away, start again and hand out all join links anew.
key-cannot-read = The key in { $path } cannot be read: { $detail }. Check its permissions.
key-cannot-create = The key cannot be kept in { $path }: { $detail }. Check the folder and its permissions.
