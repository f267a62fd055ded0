## The screen
quarantine-title = Quarantine
quarantine-lead = Messages that could not become records wait here until they are corrected and replayed, or discarded with a reason.
quarantine-tab-refused = Refused messages
quarantine-tab-in = Messages in

## Filters
quarantine-state = State
quarantine-state-open = Open
quarantine-state-replayed = Replayed
quarantine-state-discarded = Discarded
quarantine-is-open = Open
quarantine-is-replayed = Replayed
quarantine-is-discarded = Discarded
quarantine-state-all = All
quarantine-by-code = By code
quarantine-by-sender = By sender
quarantine-filter-off = Take this filter away
quarantine-filter-more = { $count ->
    [one] { $count } more
   *[other] { $count } more
}
quarantine-clear = Clear the filters

## The list
quarantine-loading = Loading the refused messages
quarantine-list = { $count ->
    [one] { $count } refused message
   *[other] { $count } refused messages
}
quarantine-select-page = Select this page
quarantine-select-one = Select message { $id }
quarantine-refused = Refused
quarantine-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
quarantine-no-sender = sender not named
quarantine-replay-selected = { $count ->
    [one] Replay { $count } selected
   *[other] Replay { $count } selected
}
quarantine-replay-all = Replay all open
quarantine-replay-all-title = Replay all open messages?
quarantine-replay-all-text = Each is read again as it was sent. What can be read now leaves quarantine; the others stay.
quarantine-replayed = { $tried ->
    [one] { $tried } message tried: { $resolved } resolved, { $remaining } still refused
   *[other] { $tried } messages tried: { $resolved } resolved, { $remaining } still refused
}
quarantine-pages = Pages
quarantine-first-page = First page
quarantine-next-page = Next page
quarantine-empty-filtered-title = No refused message fits these filters
quarantine-empty-filtered-text = Another state, code or sender may have some.
quarantine-empty-open-title = Nothing waits in quarantine
quarantine-empty-replayed-title = No message was replayed yet
quarantine-empty-discarded-title = No message was discarded yet
quarantine-empty-all-title = No message was ever refused
quarantine-empty-text = Every message that came in became a record, was known already, or was dealt with here.

## One message
quarantine-back = Back to the list
quarantine-message-title = Refused message { $id }
quarantine-loading-one = Loading the message
quarantine-message = The message
quarantine-sender = Sender
quarantine-file = File
quarantine-format = Format
quarantine-received = Received
quarantine-place-in-file = Place in the file
quarantine-bytes-from = { $size } from byte { $start }
quarantine-wrong = { $count ->
    [one] { $count } thing is wrong
   *[other] { $count } things are wrong
}
quarantine-was-wrong = { $count ->
    [one] What was wrong
   *[other] What was wrong: { $count } things
}
quarantine-still-wrong = { $count ->
    [one] { $count } thing is still wrong in your correction
   *[other] { $count } things are still wrong in your correction
}
quarantine-severity-error = Error
quarantine-severity-warning = Warning
quarantine-path = Where
quarantine-expected = Expected
quarantine-found = Found
quarantine-found-nothing = nothing
quarantine-show-place = Line { $line }, column { $column }
quarantine-show-bytes = Byte { $start }
quarantine-view = How the message is shown
quarantine-view-text = As sent
quarantine-view-correct = Correct
quarantine-view-bytes = Bytes
quarantine-truncated = The message is longer than what is shown here.
quarantine-loading-bytes = Loading the bytes
quarantine-more-bytes = { $count ->
    [one] Show { $count } more byte
   *[other] Show { $count } more bytes
}
quarantine-not-editable = This message cannot be corrected here: it is too long, or it is not text. Ask the sender for a new one, or replay it as it was sent.
quarantine-replay-as-sent = Replay as sent
quarantine-correct = Correct
quarantine-discard = Discard
quarantine-next = Next message
quarantine-last = This is the last of the list.

## Correcting
quarantine-correct-label = Text of the message
quarantine-draft-restored = Your unsent correction was kept.
quarantine-draft-kept = Kept as a draft until you send it.
quarantine-unchanged = Nothing is changed.
quarantine-as-sent = Back to what was sent
quarantine-check-and-send = Compare and send
quarantine-send-title = Send this correction?
quarantine-send-text = The message as it was sent stays in the archive. The correction is read in its place, and the audit keeps who made it.
quarantine-send-diff = What your correction changes
quarantine-keep-editing = Keep editing
quarantine-send = Send

## Results
quarantine-result-resolved = Message { $id } is resolved.
quarantine-result-as-sent = It could be read as it was sent: it is a record now, or was known already.
quarantine-result-corrected = Your correction could be read: it is a record now, or was known already.
quarantine-result-refused = { $count ->
    [one] Still refused: { $count } thing is wrong.
   *[other] Still refused: { $count } things are wrong.
}
quarantine-result-refused-as-sent = Read again as it was sent; what is wrong is listed below.
quarantine-result-refused-corrected = Your correction is kept as a draft; what is still wrong with it is listed below.
quarantine-discarded = Message { $id } was discarded.
quarantine-discard-title = Discard message { $id }?
quarantine-discard-text = It leaves quarantine and never becomes a record. Its bytes stay in the archive.
quarantine-discard-reason = Reason
quarantine-discard-hint = Kept in the audit with your name.
quarantine-discard-missing = Say why it is discarded.

## Files received
quarantine-files = Files received
quarantine-files-of = Files of { $sender }
quarantine-files-empty-title = No file was received yet
quarantine-files-empty-send = Send the first one above, or let a sender's machine do it with an API key.
quarantine-files-empty-text = They appear here as soon as somebody sends them.
quarantine-loading-files = Loading the files
quarantine-count-read = Read
quarantine-count-accepted = Accepted
quarantine-count-duplicate = Duplicate
quarantine-count-quarantined = Refused
quarantine-count-conflicts = Conflicts
quarantine-upload = Send files
quarantine-upload-pick = Choose files
quarantine-upload-drop = or drop them here
quarantine-upload-hint = Any format that Tidewaiter reads, also compressed. What was received before is recognised and counted as duplicate.
quarantine-upload-waiting = waiting
quarantine-upload-sending = sending…
quarantine-upload-too-many = { $count ->
    [one] Only { $limit } files are taken at once; { $count } was left out.
   *[other] Only { $limit } files are taken at once; { $count } were left out.
}
quarantine-upload-announce = { $name } received: { $accepted } accepted, { $quarantined } refused
quarantine-receipts = { $count ->
    [one] Receipt
   *[other] Receipts of { $count } files
}
quarantine-receipts-clear = Clear the receipts

## Keys
quarantine-key-down = Next message of the list
quarantine-key-up = Message before
quarantine-key-select = Select or unselect
quarantine-key-replay = Replay the selected
quarantine-key-next = Next message
quarantine-key-correct = Correct the message
quarantine-key-replay-one = Replay as sent
quarantine-key-discard = Discard
quarantine-key-back = Back to the list
