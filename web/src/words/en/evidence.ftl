### Words of the evidence screen, and of the drawings that it shows.

## The case and its head
evidence-case = Case
evidence-window-title = Case { $title }
evidence-crumb = Where you are
evidence-to-queue = Queue
evidence-loading = Loading the evidence…
evidence-more-containers = { $count ->
    [one] and { $count } more container
   *[other] and { $count } more containers
}
evidence-more-goods = { $count ->
    [one] and { $count } more line
   *[other] and { $count } more lines
}
evidence-no-goods = No goods stated
evidence-no-goods-text = Neither the entry summary nor a declaration received so far describes the goods.
evidence-arm-random = By chance
evidence-by-chance = Chosen by chance, as a control. Its reasons played no part in the choice: treat it as you would any consignment.
evidence-score = Score
evidence-rank = no. { $rank } of { $open } open
evidence-lane = Lane
evidence-no-lane = Not on a list
evidence-listed = place { $rank } on the list of { $day }, by risk
evidence-listed-chance = place { $rank } on the list of { $day }, by chance
evidence-arrival = Arrives
evidence-deadline = Decide by
evidence-no-deadline = No deadline
evidence-overdue = Overdue
evidence-due = decide
evidence-at-stake = Money at stake
evidence-of-value = of a value of
evidence-holder = Who has it
evidence-holder-you = You have it
evidence-holder-until = until
evidence-nobody = nobody
evidence-state = State
evidence-state-free = Free
evidence-state-taken = Taken
evidence-state-decided = Decided
evidence-transport-document = Transport document
evidence-route = Route
evidence-unknown = Unknown

## Acts
evidence-actions = Acts on this case
evidence-take = Take
evidence-release = Release
evidence-next = Next case
evidence-take-next = Take the next
evidence-print = Print dossier
evidence-take-anyway = Take it anyway
evidence-has-it-since = has had this case since
evidence-lock-ends = the lock ends by itself at
evidence-override-title = Take this case from a colleague?
evidence-override-text = { $name } loses the lock and is told so. It stands in the audit trail.
evidence-none-free = No free case is left in this queue.
evidence-assessed-anew = Assessed anew: score { $before } → { $score }.
evidence-decided-elsewhere = A colleague has recorded a finding on this case meanwhile.
evidence-show-anew = Show it as it stands now
evidence-shown-anew = The case is shown as it stands now.
evidence-taken-announce = You have this case.
evidence-released-announce = The case is free again.
evidence-past = You see what was known at { $time }.
evidence-past-now = Show the present
evidence-past-read-only = A past state is for reading only.

## Keys, for the sheet
evidence-key-take = Take this case; once decided, the next
evidence-key-release = Release this case
evidence-key-nothing = Nothing found; Enter records it
evidence-key-finding = Go to the finding
evidence-key-show-anew = Show what changed
evidence-key-print = Print the dossier
evidence-key-next-listed = Next case in the list
evidence-key-previous-listed = Previous case in the list
evidence-list-end = There is no further case in this list.
evidence-list-previous = Previous in the list
evidence-list-next = Next in the list
evidence-key-back = Back to the queue
evidence-key-next-reason = Next reason
evidence-key-previous-reason = Previous reason
evidence-key-open-reason = Open or close the reason
evidence-key-open-all = Open or close all reasons
evidence-key-nth-reason = Open the first to ninth reason

## Reasons and what they stand on
evidence-reasons = { $count ->
    [one] { $count } reason
   *[other] { $count } reasons
}
evidence-reasons-random = They played no part in choosing this case, and are shown so that you can check them.
evidence-no-reasons = No indicator fired
evidence-no-reasons-text = What could be judged is in order. What could not be judged is listed further down.
evidence-no-reasons-random = This case was chosen by chance, and nothing speaks against it so far.
evidence-open-all = Open all
evidence-close-all = Close all
evidence-weight = Weight by itself, of 1:
evidence-strong = strong
evidence-middling = middling
evidence-weak = weak
evidence-compared = Compared with
evidence-stands-on = { $count ->
    [one] It stands on { $count } message
   *[other] It stands on { $count } messages
}
evidence-no-pieces = This reason stands on the figures above, not on a single message.
evidence-received = received
evidence-excerpt = Excerpt: { $role }
evidence-bytes = bytes { $start }–{ $end }
evidence-whole-message = Whole message
evidence-raw-bytes = Raw bytes
evidence-show-all-messages = { $count ->
    [one] Show { $count } message
   *[other] Show all { $count } messages
}
evidence-show-all = { $count ->
    [one] Show { $count }
   *[other] Show all { $count }
}
evidence-trip-part-heading = The part of the trip it is about
evidence-trip-part = Marked: { $from } to { $to }
evidence-show-on-trip = Show on time line and map

## The message
evidence-message-title = Message as received
evidence-message-loading = Loading the message…
evidence-message-file = File
evidence-message-sender = Sender
evidence-message-received = Received
evidence-message-place = Place in the file
evidence-message-cut = Cut here: the raw bytes are whole.

## Charts
evidence-as-table = As a table
evidence-unit-per-kg = { $value }/kg
evidence-unit-kg = { $value } kg
evidence-chart-this = this: { $value }
evidence-chart-threshold = alarm at { $value }
evidence-chart-median = median { $value }
evidence-chart-lower-than = Lower than about { $share } of { $population }
evidence-chart-higher-than = Higher than about { $share } of { $population }
evidence-chart-from = From
evidence-chart-to = To
evidence-chart-count = How many
evidence-chart-this-here = this one
evidence-routes-this = This route
evidence-routes-usual = Usual route { $number }
evidence-routes-share = { $share } ({ $count } of { $population })
evidence-routes-never = never among { $population }
evidence-routes-not-usual = not on the usual route
evidence-routes-none = No other route is known for this pair.

## The trip
evidence-trip = The trip
evidence-trip-of = Trip of
evidence-no-trip = No trip is known
evidence-no-trip-text = No status message of a carrier or terminal could be joined with this consignment, so its way can only be taken from the documents.
evidence-trip-open = under way
evidence-trip-closed = ended
evidence-trip-uncertain = uncertain
evidence-trip-carrier = Carrier
evidence-trip-vessels = Vessels
evidence-trip-sure = { $share } sure
evidence-trip-silence = longest silence { $hours }
evidence-lanes = One lane for each source
evidence-lanes-left-out = { $count ->
    [one] { $count } further source stands in the table only
   *[other] { $count } further sources stand in the table only
}
evidence-timeline-description = Time line of container { $container } from { $start } to { $end }. Calls: { $calls }. { $reports } reports, { $doubted } of them doubted.
evidence-legend-stay = stay in port
evidence-legend-beyond = longer than usual
evidence-legend-believed = report
evidence-legend-foreseen = forecast
evidence-legend-doubted = doubted report
evidence-legend-highlight = what the reason is about
evidence-map-label = Map of the trip of { $container }. Arrows move, plus and minus zoom, 0 shows the whole trip. The table of calls says the same.
evidence-map-in = Zoom in
evidence-map-out = Zoom out
evidence-map-whole = Whole trip
evidence-map-this = this trip
evidence-map-usual = usual route
evidence-map-ways = normal routes of the pair, the more usual the thicker
evidence-map-no-outlines = The coastlines could not be loaded.
evidence-calls = Calls
evidence-call = Call
evidence-call-role = What happened
evidence-call-load = loaded
evidence-call-transhipment = transhipped
evidence-call-discharge = discharged
evidence-call-declared = declared
evidence-call-arrived = Arrived
evidence-call-departed = Left
evidence-call-stay = Stay
evidence-call-usual = Usual there
evidence-call-usual-text = { $median }, high { $high } (of { $population })
evidence-call-vessels = Vessels
evidence-call-inferred = inferred
evidence-call-long = long
evidence-doubted = { $count ->
    [one] { $count } report is not believed
   *[other] { $count } reports are not believed
}
evidence-all-reports = { $count ->
    [one] { $count } report, with its time
   *[other] All { $count } reports, with their times
}
evidence-report-time = Time
evidence-report-event = Event
evidence-report-place = Place
evidence-report-what = Details
evidence-report-sources = Reported by
evidence-report-belief = Believed
evidence-actual = actual
evidence-estimated = estimated
evidence-planned = planned
evidence-laden = laden
evidence-empty = empty
evidence-seal = seal
evidence-message-short = message { $number }
evidence-more-messages = and { $count } more
evidence-believed = yes
evidence-not-believed = no
evidence-left-out = { $count ->
    [one] { $count } further report is left out on paper; the console shows it.
   *[other] { $count } further reports are left out on paper; the console shows them.
}

## Documents, goods, parties
evidence-documents = Documents
evidence-disagreements = { $count ->
    [one] { $count } disagreement
   *[other] { $count } disagreements
}
evidence-all-agree = all agree
evidence-disagree = disagree
evidence-only-disagreeing = Only where they disagree
evidence-document-field = What
evidence-not-stated = not stated
evidence-no-documents = No document has arrived
evidence-no-documents-text = No entry summary, import declaration or terminal report could be joined so far.
evidence-one-document = Only one document has arrived, so there is nothing to compare it with yet.
evidence-goods = { $count ->
    [one] { $count } goods line
   *[other] { $count } goods lines
}
evidence-goods-hs = HS code
evidence-goods-description = Description
evidence-goods-origin = Origin
evidence-goods-gross = Gross mass
evidence-goods-net = Net mass
evidence-goods-value = Value
evidence-parties = Parties
evidence-no-parties = No party is named
evidence-no-parties-text = The documents received so far name neither consignor nor consignee.
evidence-party-earlier = earlier consignments
evidence-party-inspected = inspected
evidence-party-found = with a finding
evidence-party-first = First consignment known to us.
evidence-party-recent = { $count ->
    [one] The latest case
   *[other] The latest { $count } cases
}
evidence-earlier = Earlier cases
evidence-earlier-container = Of the same container
evidence-earlier-consignee = Of the same consignee
evidence-earlier-route = On the same route
evidence-earlier-none = None is known.
evidence-case-open = open
evidence-not-inspected = not inspected

## Judged, facts and history
evidence-judged = Other indicators
evidence-not-evaluated = { $count } could not be judged
evidence-all-evaluated = Every indicator had what it needs.
evidence-passed = { $count } judged and in order
evidence-facts = Facts
evidence-as-of = As of
evidence-run = Assessment run
evidence-reference = Reference
evidence-joins = How the records were joined
evidence-history = Who looked, took and decided
evidence-history-none = Nobody has touched this case yet.
evidence-history-more = Show earlier

## The finding
evidence-finding = Finding
evidence-finding-what = What was found
evidence-finding-choose = Choose…
evidence-nothing = Nothing found
evidence-finding-missing = Say what was found, or that nothing was.
evidence-finding-value = Value
evidence-finding-value-in = Value in { $currency }
evidence-finding-value-hint = Duties or goods; may stay empty
evidence-finding-value-bad = Write an amount such as 1250.50
evidence-finding-note = Note
evidence-finding-keys = Keys: n, then Enter for nothing found; Ctrl+Enter records from the note.
evidence-record = Record
evidence-recording = Recording…
evidence-clear = Clear
evidence-recorded = Finding on { $id } recorded
evidence-recorded-announce = Finding recorded. Press u to undo, t for the next case.
evidence-undo = Undo ({ $seconds } s)
evidence-undo-short = Undo
evidence-undone = Finding taken back
evidence-undo-failed = The finding stands: { $why }
evidence-withdrawn = taken back
evidence-record-another = Record another finding
evidence-no-finding = No finding yet
evidence-no-right-to-decide = Officers and supervisors record findings; your role reads.
evidence-stale-title = The case changed while you decided
evidence-stale-no-change = Nothing that is shown here differs; another person touched the case.
evidence-record-anyway = Record all the same
evidence-locked-title = Not recorded: a colleague has this case
evidence-typed-kept = What you typed is kept.
evidence-sent-when-back = The server does not answer. Your finding is kept here and will be sent once, as soon as it is back.

## Unknown case
evidence-unknown-title = No such case
evidence-unknown-text = Nothing is known under
evidence-unknown-never = This consignment is known from messages, but was never assessed: it was no longer open at the first assessment.
evidence-unknown-nearest = Nearest
evidence-unknown-search = Search for it

## On paper
evidence-dossier = Dossier of consignment { $id }
evidence-printed-by = Printed by { $name } on { $time }
evidence-page = Page
evidence-page-of = of
evidence-trip-page = Trip page
