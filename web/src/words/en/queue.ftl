## The screen
queue-heading = Queue
queue-table = Consignments waiting
queue-count = { $count ->
    [one] { $shown } consignment
   *[other] { $shown } consignments
}
queue-sum-free = { $count ->
    [one] { $shown } free
   *[other] { $shown } free
}
queue-sum-taken = { $count ->
    [one] { $shown } in work
   *[other] { $shown } in work
}
queue-sum-overdue = { $count ->
    [one] { $shown } overdue
   *[other] { $shown } overdue
}
queue-sum-listed = { $count ->
    [one] { $shown } on today’s list
   *[other] { $shown } on today’s list
}
queue-take-next = Take next
queue-reload = Reload
queue-reloaded = { $count ->
    [one] List read anew: { $shown } consignment
   *[other] List read anew: { $shown } consignments
}
queue-no-free = No free case is left.
queue-no-free-filter = No free case matches this filter.

## Columns
queue-column-select = Select
queue-column-risk = Risk
queue-column-what = Container
queue-column-route = Route
queue-column-goods = Goods and parties
queue-column-arrival = Arrival, deadline
queue-column-reasons = Strongest reasons
queue-column-money = At stake
queue-column-state = Lane, who

## A row
queue-row-rank = Number { $rank }, score { $score }
queue-rank = Number
queue-select-row = Select { $number }
queue-transport-document = Transport document
queue-from = from
queue-to = to
queue-due = due { $span }
queue-overdue = overdue, { $span }
queue-random = Chosen by chance, as a control: its reasons play no part.
queue-no-reason = No indicator fired.
queue-also = also
queue-of-value = of
queue-arm-random = by chance
queue-outcome-found = decided: found
queue-outcome-nothing = decided: nothing
queue-mine = you have it
queue-held-by = { $name } has it
queue-row-coming = Row { $number } is being fetched…

## Order
queue-order = Order
queue-sort-risk = risk
queue-sort-urgency = urgency
queue-sort-arrival = arrival
queue-sort-at-stake = money at stake
queue-sort-value = value
queue-sort-consignee = consignee
queue-sort-office = office
queue-sort-turned = { $order }, turned round

## Filter
queue-filter = Filter, for example origin:CN reason:RT-TS value>50000
queue-filter-completions = Completions
queue-filter-apply = Filter
queue-filter-clear = Clear filter
queue-filter-nearest = Did you mean { $nearest }?
queue-chips = Common filters
queue-chip-list = Today’s list
queue-chip-free = Free
queue-chip-mine = Mine
queue-chip-overdue = Overdue
queue-chip-red = Red lane
queue-chip-random = By chance

## Saved filters
queue-saved = Saved filters
queue-saved-none = None yet. Set a filter, then save it under a name.
queue-saved-count = consignments
queue-saved-all = (no filter)
queue-saved-shared = shared
queue-saved-shared-by = shared by { $name }
queue-saved-new = Save this filter
queue-saved-edit = Change
queue-saved-edit-name = Change { $name }
queue-saved-delete = Delete
queue-saved-delete-name = Delete { $name }
queue-saved-delete-text = The filter “{ $name }” will be deleted. Consignments are not touched.
queue-saved-delete-shared = The filter “{ $name }” will be deleted for everybody with whom it is shared.
queue-saved-deleted = Filter “{ $name }” deleted.
queue-saved-name = Name
queue-saved-share = Share with everybody
queue-saved-take = Take the present filter and order
queue-saved-save = Save
queue-saved-done = Filter “{ $name }” saved.

## Selection and outcome
queue-selected = { $count ->
    [one] { $count } selected
   *[other] { $count } selected
}
queue-selected-clear = Clear
queue-selected-max = At most { $count } can be decided at once.
queue-bulk = Record outcome
queue-bulk-title = { $count ->
    [one] Outcome of { $count } consignment
   *[other] One outcome for { $count } consignments
}
queue-bulk-text = The same finding is recorded for each of them, under your name. It can be undone for ten seconds.
queue-bulk-found = What was found
queue-bulk-nothing = Nothing
queue-bulk-value = Value at stake of each
queue-bulk-value-hint = Optional; a number in the currency of the declaration
queue-bulk-value-wrong = Write a number such as 1250 or 1250.50.
queue-bulk-note = Note
queue-bulk-record = { $count ->
    [one] Record for { $count }
   *[other] Record for { $count }
}
queue-bulk-done = { $count ->
    [one] { $count } outcome recorded.
   *[other] { $count } outcomes recorded.
}
queue-bulk-refused = { $count ->
    [one] { $count } was not recorded:
   *[other] { $count } were not recorded:
}
queue-undo = Undo
queue-undone = { $count ->
    [one] { $count } outcome withdrawn.
   *[other] { $count } outcomes withdrawn.
}
queue-undo-late = { $count ->
    [one] { $count } outcome could no longer be withdrawn.
   *[other] { $count } outcomes could no longer be withdrawn.
}
queue-undo-failed = The outcome could not be withdrawn.

## News
queue-pending = { $count ->
    [one] { $count } new or changed
   *[other] { $count } new or changed
}
queue-pending-first = { $count ->
    [one] At least { $count } new or changed
   *[other] At least { $count } new or changed
}
queue-pending-show = Show

## Nothing to show
queue-empty = Nothing waits
queue-empty-text = Every consignment known has been decided or is past. New ones appear here by themselves.
queue-empty-filter = No consignment matches this filter
queue-empty-filter-text = Terms narrow each other down. Take one out, or clear the filter.
queue-nothing-assessed = Nothing has been assessed yet
queue-nothing-assessed-may = Messages are read, but no run has judged them. Start one; the queue fills when it is done.
queue-nothing-assessed-ask = Messages are read, but no run has judged them. Who may start one: { $roles }.
queue-assess = Assess now
queue-assessing = Assessing… the queue appears by itself.

## Keys
queue-key-take = Take the most urgent free case
queue-key-next = Next row
queue-key-previous = Previous row
queue-key-open = Open the case
queue-key-select = Select or unselect the row
queue-key-bulk = Record one outcome for the selected
queue-key-clear = Clear the selection
queue-key-filter = To the filter
queue-key-reload = Read the list anew

## What is wrong in a filter
queue-fault-unknown_key = { $found } is no key of the filter.
queue-fault-bad_value = { $found } is no value for this key.
queue-fault-bad_operator = This key cannot be compared so.
queue-fault-missing_value = A value is missing here.
queue-fault-unclosed_quote = The quotation mark is not closed.
queue-fault-too_long = The filter is too long.
queue-fault-too_many_terms = The filter has too many terms.
