### Words of Tidewaiter in English. Every key stands in every language; a test holds that.

## Units
unit-hours = { $n ->
    [one] { $value } hour
   *[other] { $value } hours
}
unit-days = { $n ->
    [one] { $value } day
   *[other] { $value } days
}
unit-distance = { $value } nm
unit-mass = { $value }{"\u00a0"}kg
unit-speed = { $value }{"\u00a0"}km/h
unit-per-kilogram = { $value }/kg

## Things counted
count-boxes = { $population_n ->
    [one] { $population } box
   *[other] { $population } boxes
}
count-stays = { $population_n ->
    [one] { $population } stay
   *[other] { $population } stays
}
count-trips = { $population_n ->
    [one] { $population } trip
   *[other] { $population } trips
}
count-reports = { $population_n ->
    [one] { $population } report
   *[other] { $population } reports
}
count-weighings = { $population_n ->
    [one] { $population } weighing
   *[other] { $population } weighings
}
count-items = { $samples_n ->
    [one] { $samples } item
   *[other] { $samples } items
}
count-earlier = { $earlier_n ->
    [one] { $earlier } consignment
   *[other] { $earlier } consignments
}

## Lanes and arms
lane-red = RED examine
lane-yellow = YELLOW documents
lane-blue = BLUE after release
lane-green = GREEN release
arm-risk = by risk
arm-random = by chance

## The list
queue-heading = Inspection list of { $day }: { $rows } of { $capacity } places, { $open } consignments wait
queue-arrives = arrives { $time } (in { $span })
queue-arrived = arrived { $time } ({ $span } ago)
queue-random = chosen by chance, as a control: its reasons played no part
queue-found = found: { $found }
queue-nothing = nothing found
queue-next = `tidewaiter explain 1` shows why the first is there; `tidewaiter outcome 1 --found TYPE` or `--nothing` records what was found
tally = On the list: { $selected } ({ $random } by chance), inspected { $inspected }, found { $found }. Outcomes ever: { $ever }, with a finding { $found_ever }.
demo-next = What next:

## The explanation
explain-heading = { $id }: score { $score }, number { $rank } of { $open } open consignments as of { $time }
explain-selection = On the list of { $day } at rank { $rank }, { $arm }: { $lane }
explain-no-reason = No indicator fired.
explain-not-evaluated = Could not be judged:
explain-passed = Judged and in order: { $codes }
explain-weight = by itself { $weight } of 1
explain-evidence = { $role }: { $file }, bytes { $start } to { $end }
fact-containers = Containers
fact-transport-document = Transport document
fact-entry = Entry summary
fact-declarations = Import declarations
fact-office = Office
fact-arrival = Expected arrival
fact-consignor = Consignor
fact-consignee = Consignee
fact-goods = Goods
fact-trip = Trip
fact-join = Joined
trip-loaded = loaded { $time }
trip-discharged = discharged { $time }
trip-vessels = vessels { $vessels }
route-bound-for = declared for { $place }

## How records were joined
join-trip-transport-document = trip by transport document { $key } ({ $confidence } sure)
join-trip-container-and-window = trip by container { $key } in the time window ({ $confidence } sure)
join-declaration-mrn = import declaration by entry summary MRN { $key } ({ $confidence } sure)
join-declaration-transport-document = import declaration by transport document { $key } ({ $confidence } sure)
join-declaration-container-and-window = import declaration by container { $key } in the time window ({ $confidence } sure)
join-declaration-declaration = goods item with its declaration { $key } ({ $confidence } sure)

## Columns
column-indicator = indicator
column-fired = fired
column-not-evaluated = not evaluated
column-share = share
column-inspected = inspected
column-precision = precision
column-interval = 95% interval
column-lift = lift
column-random = random
column-by-tax = sort by tax
column-recall = recall by kind at capacity
column-found = found
column-ours = ours
column-wrong = of those wrong
column-honest = honest oddities within capacity
column-value-of = { $hits } of { $of }

## Messages read, and those refused
count-files = { $files ->
    [one] { $files } file
   *[other] { $files } files
}
ingest-file = { $file }: { $counts }
ingest-file-format = { $file } ({ $format }): { $counts }
ingest-file-error = { $file }: not read: { $error }
ingest-hidden = … { count-files } in all; --json names each
ingest-counts = { $read } read = { $accepted } accepted + { $duplicate } duplicate + { $quarantined } quarantined
ingest-conflicts = ({ $conflicts } in conflict with an earlier message of the same id)
ingest-unreadable = { $inputs ->
    [one] { $inputs } input
   *[other] { $inputs } inputs
} could not be read; nothing of them was kept
ingest-quarantined = `tidewaiter quarantine list` shows what was refused and why
diagnostic = { $code } at byte { $start }: expected { $expected }; found `{ $found }`
diagnostic-at = { $code } at byte { $start } { $path }: expected { $expected }; found `{ $found }`
trips-refused-byte = { $file }: refused the row at byte { $byte }
trips-refused-row = { $file }: refused row { $row }
trips-refused-more = … and { $rows } more refused
trips-counts = { $read } read = { $accepted } accepted + { $duplicate } duplicate + { $refused } refused
trips-superseded = of the accepted, left out for a later message of the same source and id: { $rows }
trips-later = of the accepted, left out as received later: { $rows }
trips-written = trips: { $trips }, containers: { $containers }, in { $folder } after { $seconds } s
quarantine-empty = quarantine is empty
quarantine-where = { $file } ({ $format }) bytes { $start }–{ $end }
quarantine-state-replayed = replayed
quarantine-state-discarded = discarded
quarantine-next = { $messages ->
    [one] { $messages } message
   *[other] { $messages } messages
}; `tidewaiter quarantine show N` prints one, `tidewaiter quarantine replay N --with FILE` takes its correction
quarantine-resolved = became a record
quarantine-stays = stays in quarantine
quarantine-replayed = { $tried } tried = { $resolved } resolved + { $remaining } remaining

## The audit trail: what somebody did, behind the name
audit-case-look = looked at the case
audit-case-take = took the case
audit-case-release = gave the case back
audit-outcome-record = recorded an outcome
audit-outcome-withdraw = withdrew an outcome
audit-list-extend = extended the day's list
audit-messages-ingest = brought in messages
audit-quarantine-replay = replayed a message from quarantine
audit-quarantine-discard = discarded a message from quarantine
audit-quarantine-reopen = reopened a message of quarantine
audit-assessment-run = assessed what is open
audit-assessment-ask = asked for an assessment
audit-evaluation-ask = asked for an evaluation
audit-session-start = signed in
audit-session-end = signed out
audit-session-end-all = ended every session
audit-session-refuse = was refused at sign-in
audit-account-create = made an account
audit-account-update = changed an account
audit-account-password = set a password
audit-account-preferences = changed preferences
audit-api-key-create = made an API key
audit-api-key-revoke = revoked an API key
audit-filter-create = saved a filter
audit-filter-update = changed a filter
audit-filter-delete = deleted a filter
audit-setting-set = changed a setting
audit-sound = unbroken; records: { $records }; head: { $head }
audit-broken-changed = broken at record { $sequence }, field { $field }, byte { $byte }: this is not what was written
audit-broken-missing = broken at record { $sequence }: it is missing
audit-broken-added = broken at record { $sequence }: it was not written by this program
audit-broken-head-differs = broken at record { $sequence }: it is not the one that was written last
audit-broken-expected-head-unknown = broken: none of the { $sequence } records has the expected hash; the trail was cut or written anew
audit-sound-before = sound before it: { $records }; head there: { $head }
audit-empty = no record of the audit trail answers to this

## The assessment
count-open = { $open ->
    [one] { $open } open consignment
   *[other] { $open } open consignments
}
count-messages = { $messages ->
    [one] { $messages } status message
   *[other] { $messages } status messages
}
count-journeys = { $trips ->
    [one] { $trips } trip
   *[other] { $trips } trips
}
assess-heading = as of { $time }: { count-open } of { $consignments } assessed from { count-messages } and { count-journeys } in { $seconds } s
assess-next = `tidewaiter queue` lists the strongest
assess-none-open-later = nothing is open as of { $time }; the latest message was received { $latest }: try `--as-of { $latest }`
assess-none-open = nothing is open as of { $time }; an archive is loaded with `tidewaiter ingest --known-at-event-time` into a new data folder and assessed with `--as-of` a time in it

## The measurement and the synthetic world
evaluate-summary = { $assessed ->
    [one] { $assessed } consignment
   *[other] { $assessed } consignments
} assessed while open, { $wrong } wrong ({ $share }), in { $looks ->
    [one] { $looks } look
   *[other] { $looks } looks
} from { $from } to { $to }; { $missed } were never open at a look
evaluate-capacity = ← capacity
world-written = { count-files } with { $bytes } bytes of messages in { $folder }, the truth apart in { $truth }
demo-world = A synthetic world: { $folder }

## Reasons: what was seen, the threshold, compared with whom
id-chk-shape = Container number { $value } is not three letters, a category letter, six digits and a check digit
id-chk-category = Container number { $value } has a category that is neither U, J nor Z
id-chk-check-digit = Container number { $value } has a wrong check digit; it should be { $expected_digit }
id-dup-speed = Two boxes under one number: { $from } at { $earlier } and { $to } at { $later } would need { $value } (limit { $threshold })
id-dup-interleaved = Two boxes under one number: events in { $from } ({ $earlier }) and { $to } ({ $later }) belong to two journeys at the same time
id-dup-travel-time = Two boxes under one number: { $from } at { $earlier } and { $to } at { $later } lie { $value } apart; boxes were never seen to take less than { $threshold }, learned from their journeys as the places have no known position
rt-loop-visited-twice = { $area } is visited { $value } times on one sea journey: { $itinerary }
rt-loop-origin-is-destination = Loaded and last discharged in the same port area { $area }: { $itinerary }
rt-ts-support = Transhipped in { $area }, which { $value } of { count-boxes } of this origin and destination use (limit { $threshold }): { $itinerary }
rt-ts-detour = Transhipped in { $area }: { $added_distance } or { $value } longer than the usual way (limit { $threshold }), which { $support } of { count-boxes } took: { $itinerary }
rt-ts-detour-by-time = Transhipped in { $area }: by the travel times learned { $added_distance } or { $value } longer than the usual way (limit { $threshold }), which { $support } of { count-boxes } took; not all places have coordinates: { $itinerary }
rt-rare = Rare route { $itinerary }: { $same } of { count-boxes } of this origin and destination went so ({ $value } bits of surprise, alarm at { $threshold })
rt-newod-pair = First box of the pair { $pair } in { $months } months, among { count-trips }
rt-newod-rare-pair = { $others_n ->
    [one] Only { $others } other box
   *[other] Only { $others } other boxes
} of the pair { $pair } in { $months } months, among { count-trips }
rt-newod-consignee-route = First time that consignee { $value } receives by { $route }, after { count-earlier } by other routes
rt-newod-shipper-route = First time that shipper { $value } sends by { $route }, after { count-earlier } by other routes
or-orig-transhipment-only = Declared origin { $value } was only a transhipment: container { $container } was loaded full in { $loaded_at } and seen laden in { $laden_in }
or-orig-dispatch-declared = Declared origin { $value }, but container { $container } was loaded in { $loaded_at }, the declared country of dispatch; seen laden in { $laden_in }
or-orig-via-hub = Declared origin { $value }, but container { $container } was loaded in the hub { $loaded_at }; seen laden in { $laden_in }
or-orig-elsewhere = Declared origin { $value }, but container { $container } was loaded in { $loaded_at } and seen laden only in { $laden_in }
or-pol-transhipment-port = Declared place of loading { $declared } was a transhipment; container { $container } was first loaded in { $value }
or-pol-same-country = Declared place of loading { $declared }; container { $container } was loaded in { $value }, in the same country
or-pol-other-country = Declared place of loading { $declared }; container { $container } was loaded in { $value }, in another country
or-pod-transhipment-port = Declared place of unloading { $declared } was a transhipment; container { $container } was last discharged in { $value }
or-pod-same-country = Declared place of unloading { $declared }; container { $container } was discharged in { $value }, in the same country
or-pod-other-country = Declared place of unloading { $declared }; container { $container } was discharged in { $value }, in another country
or-route-missing = Passed { $value }, which the declared routing ({ $declared }) leaves out; container { $container } went { $travelled }
or-route-additional = Declared routing ({ $declared }) names { $value }, where container { $container } never was; it went { $travelled }
tm-dwell-origin = Stayed { $value } before loading in { $area }: usual there { $median }, alarm at { $threshold }, { $compared_with ->
    [area] from { count-stays } there
   *[other] from { count-stays } in all ports
}
tm-dwell-origin-cycle = { $value } from empty pick-up to loading in { $area }: usual { $median }, alarm at { $threshold }, { $compared_with ->
    [area] from { count-boxes } there
   *[other] from { count-boxes } in all ports
}
tm-dwell-transhipment = Stayed { $value } in transhipment in { $area }: usual there { $median }, alarm at { $threshold }, { $compared_with ->
    [area] from { count-stays } there
   *[other] from { count-stays } in all ports
}
tm-dwell-transhipment-reckoned = Stayed at least { $value } in transhipment in { $area }, with up to { $leg } at sea taken off because one end of the stay was not reported: usual there { $median }, alarm at { $threshold }, { $compared_with ->
    [area] from { count-stays } there
   *[other] from { count-stays } in all ports
}
tm-leg-slow = { $value } at sea from { $from } to { $to }: usual { $median }, nearly all below { $threshold }, from { count-trips }
tm-leg-fast = Only { $value } at sea from { $from } to { $to }: usual { $median }, nearly all above { $threshold }, from { count-trips }
tm-leg-impossible = Only { $value } at sea from { $from } to { $to }, { $distance } apart: no container ship needs less than { $threshold }
tm-dwell-transhipment-ongoing = Has waited in { $area } for { $value } for its next vessel and is still there: usual for a transhipment there { $median }, alarm at { $threshold }, { $compared_with ->
    [area] from { count-stays } there
   *[other] from { count-stays } in all ports
}
tm-dwell-destination = Stayed { $value } after discharge in { $area }: usual there { $median }, alarm at { $threshold }, { $compared_with ->
    [area] from { count-stays } there
   *[other] from { count-stays } in all ports
}
tm-dwell-destination-ongoing = Has been in { $area } for { $value } since discharge and is still there: usual { $median }, alarm at { $threshold }, { $compared_with ->
    [area] from { count-stays } there
   *[other] from { count-stays } in all ports
}
tm-dwell-destination-cycle = { $value } from discharge in { $area } to empty return: usual { $median }, alarm at { $threshold }, { $compared_with ->
    [area] from { count-boxes } there
   *[other] from { count-boxes } in all ports
}
ef-conf-empty-at-sea = { $value } of { count-reports } say empty while the laden box was at sea, { $area } at { $time }
ef-conf-changed = Laden turned empty in { $area } at { $time } without stuffing or stripping between ({ $value } of { count-reports })
dc-late-missing = No entry summary; loaded { $loaded }, so it was due by { $threshold } ({ $population } of consignments have one)
dc-late-late = Entry summary lodged { $value }, { $late } after it was due ({ $threshold }); container { $container } was loaded { $loaded }
dc-late-after-loading = Entry summary lodged { $value }, after container { $container } was loaded { $loaded }; due by { $threshold }
dc-gap-milestone = { $value } of { $expected } expected loads and discharges were never reported; this happens on { $usual_share } of the carrier's { count-trips }
dc-gap-silence-aboard = Nothing was reported for { $value } while aboard after { $area } ({ $since }; alarm at { $threshold })
dc-gap-silence-aboard-ongoing = Nothing has been reported for { $value } since the box left { $area } ({ $since }; alarm at { $threshold })
dc-gap-silence-ashore = Nothing was reported for { $value } while laden ashore in { $area } ({ $since }; alarm at { $threshold })
dc-gap-silence-ashore-ongoing = Nothing has been reported for { $value } on the laden box in { $area } ({ $since }; alarm at { $threshold })
vl-kg-low = Value { $value } { $currency } is { $ratio } of the usual { $median } for HS { $hs_code } from { $origin } ({ $deviations } deviations, alarm at { $threshold }); compared with { count-items } of the same { $population ->
    [subheading_and_origin] subheading and origin
    [subheading] subheading
    [heading] heading
   *[other] chapter
}
vl-kg-high = Value { $value } { $currency } is { $ratio } times the usual { $median } for HS { $hs_code } from { $origin } ({ $deviations } deviations, alarm at { $threshold }); compared with { count-items } of the same { $population ->
    [subheading_and_origin] subheading and origin
    [subheading] subheading
    [heading] heading
   *[other] chapter
}
wt-anom-declarations-differ = Import declaration says { $value } gross, entry summary { $declared }: { $difference } or { $share } apart (limit { $threshold })
wt-anom-verified-differs = Terminal reported { $value } gross, declared { $declared }: even allowing for the box's own weight { $difference } or { $share } apart (limit { $threshold })
wt-anom-between-events = Reported gross masses of one journey lie between { $lightest } and { $heaviest }, { $value } apart (limit { $threshold }, { count-weighings })
sl-chg-changed = Seal { $before } became { $value } in { $area } at { $time } without a customs order
sl-chg-resealed = Resealed in { $area } at { $time } without a customs order: { $before } became { $value }
tx-div-stripped = Transit to { $declared } declared, but container { $container } was stripped in { $value } at { $emptied }
tx-div-returned-empty = Transit to { $declared } declared, but container { $container } came back empty in { $value } at { $emptied }
id-swap-seal-and-mass = Seal { $before } and mass went into { $area }, seal { $after } and a mass { $value } apart went on
rt-hrp-place = Called in { $value }, a place on the list: { $itinerary }
rt-hrp-country = Called in { $value }, in a country on the list: { $itinerary }
gt-pin-carrier = Out through the gate in { $area } at { $time } for carrier { $value }; the journey is of { $expected }
gt-pin-at-night = Out through the gate in { $area } at night, at { $time }, { $value } after discharge (limit { $threshold }, { count-stays } known there)
dc-cod-consignee = Consignee { $before } became { $value } at { $changed }, after loading at { $threshold }
dc-cod-destination = Place of unloading { $before } became { $value } at { $changed }, after loading at { $threshold }
dc-cod-notify-party = Notify party { $before } became { $value } at { $changed }, after loading at { $threshold }
st-loc-elsewhere = Container { $container } was stuffed in { $value }; the shipper is in { $declared }
st-loc-before-pick-up = Container { $container } was stuffed in { $area } { $value } before the empty box was picked up (limit { $threshold })

## What was missing for a judgement
missing-no-trip = no trip of its containers is known
missing-no-load = its loading was not reported
missing-no-discharge = its discharge was not reported yet
missing-journey-not-over = the journey is not over yet
missing-no-sea-event = no event at sea was reported
missing-sea-part-incomplete = the sea journey is not complete yet
missing-empty-box = the box travels empty
missing-no-history = there is too little history to compare with
missing-short-history = there is too little history to call anything new
missing-no-stay-with-both-ends = no stay has a known beginning and end
missing-not-reported = nobody reported full or empty
missing-fewer-than-two-seals = fewer than two seal numbers were reported
missing-fewer-than-two-masses = fewer than two gross masses were reported
missing-origin-is-destination = origin and destination are the same
missing-no-declaration = there is no import declaration yet
missing-no-entry-summary = there is no entry summary
missing-only-amendment = only an amendment is known, not the declaration
missing-no-origin-declared = no origin is declared
missing-no-countries-declared = no countries of routing are declared
missing-no-place-declared = no place is declared
missing-place-unknown = the declared place is not a known place
missing-area-unknown = the place of the trip is not a known place
missing-no-route = no route is known
missing-no-second-mass = no second mass to compare with
missing-no-value-or-mass = no value or no net mass is declared
missing-no-consignee = no consignee is declared
missing-no-shipper = no shipper is declared
missing-no-container = no container is declared
missing-no-arrival = no arrival is declared
missing-no-office = no office of entry is declared
missing-no-transit-declared = no transit is declared
missing-import-declared = an import is declared, so it is no transit
missing-no-leg-with-both-ends = no sea leg has a known departure and arrival
missing-no-transhipment = it was not transhipped
missing-nothing-to-compare = seal and mass are not known on both sides
missing-no-list = no places or countries are listed
missing-no-gate-out = its gate-out was not reported
missing-no-amendment = the declaration was not amended
missing-no-stuffing = its stuffing was not reported

## What a piece of evidence shows
role-container-number = container number
role-load-event = load report
role-discharge-event = discharge report
role-vessel-event = vessel report
role-gate-event = gate report
role-earlier-event = earlier event
role-later-event = later event
role-laden-event = laden report
role-empty-event = empty report
role-last-event = last report before
role-next-event = next report after
role-lightest-event = lightest weighing
role-heaviest-event = heaviest weighing
role-seal-before = seal before
role-seal-after = seal after
role-emptied-event = emptied report
role-transit-declared = declared transit
role-declared-origin = declared origin
role-declared-value = declared value
role-declared-time = time of declaration
role-place-of-loading = declared place of loading
role-place-of-unloading = declared place of unloading
role-countries-of-routing = declared routing
role-import-declaration = import declaration
role-entry-gross-mass = gross mass in the entry summary
role-import-gross-mass = gross mass in the import declaration
role-reported-gross-mass = reported gross mass
role-consignee = consignee
role-shipper = shipper
role-declared-before = as first declared
role-declared-after = as declared after loading
role-stuffed-event = stuffing report
role-picked-up-event = pick-up report

## Indicators: short names, and what each tests
indicator-id-chk-title = Container number
indicator-id-chk-meaning = Tests whether the container number has the right shape, category and check digit.
indicator-id-dup-title = Number used twice
indicator-id-dup-meaning = Tests whether two events of one container number can both be true of one box.
indicator-rt-loop-title = Loop in the route
indicator-rt-loop-meaning = Tests whether a port area is visited twice on one sea journey, or the box comes back to where it was loaded.
indicator-rt-rare-title = Rare route
indicator-rt-rare-meaning = Tests how surprising the itinerary is, given origin, destination and carrier.
indicator-rt-newod-title = First time
indicator-rt-newod-meaning = Tests whether this pair of ports, or this party on this route, is seen for the first time.
indicator-or-orig-title = Origin not on the route
indicator-or-orig-meaning = Tests whether the goods were loaded, stuffed or seen laden in the declared country of origin.
indicator-or-pol-title = Place of loading
indicator-or-pol-meaning = Tests whether the declared place of loading is where the trip was loaded.
indicator-or-pod-title = Place of unloading
indicator-or-pod-meaning = Tests whether the declared place of unloading is where the trip was discharged.
indicator-or-route-title = Countries of routing
indicator-or-route-meaning = Tests whether the declared countries of routing are those that the trip passed.
indicator-tm-dwell-title = Long stay
indicator-tm-dwell-meaning = Tests whether the box stayed far longer than boxes usually stay there.
indicator-ef-conf-title = Full or empty
indicator-ef-conf-meaning = Tests whether the box turned from laden to empty, or back, without being stuffed or stripped.
indicator-dc-late-title = Late declaration
indicator-dc-late-meaning = Tests whether the entry summary was lodged in time before loading.
indicator-dc-gap-title = Gap in the reports
indicator-dc-gap-meaning = Tests whether an expected report is missing, or nothing was reported for long.
indicator-vl-kg-title = Value per kilogram
indicator-vl-kg-meaning = Tests whether the value per kilogram is far from that of the same goods and origin.
indicator-wt-anom-title = Mass
indicator-wt-anom-meaning = Tests whether the masses that were declared and weighed agree.
indicator-sl-chg-title = Seal
indicator-sl-chg-meaning = Tests whether the seal changed without a customs order.
indicator-tx-div-title = Transit diverted
indicator-tx-div-meaning = Tests whether goods declared for transit were unpacked inside the territory.
indicator-rt-ts-title = Needless transhipment
indicator-rt-ts-meaning = Tests whether a transhipment is one that neither history nor distance explains.
indicator-id-swap-title = Box swapped
indicator-id-swap-meaning = Tests whether what went on from a transhipment port is what came there.
indicator-rt-hrp-title = Listed place
indicator-rt-hrp-meaning = Tests whether the box called in a place or country that the administration lists.
indicator-tm-leg-title = Time at sea
indicator-tm-leg-meaning = Tests whether a sea leg took a time that it can take and usually takes.
indicator-gt-pin-title = Gate-out
indicator-gt-pin-meaning = Tests whether the box left the port as soon as it was ready, by night, or with an unexpected carrier.
indicator-dc-cod-title = Changed at sea
indicator-dc-cod-meaning = Tests whether consignee, notify party or destination were changed after loading.
indicator-st-loc-title = Place of stuffing
indicator-st-loc-meaning = Tests whether the box was stuffed where the shipper is, and after it was picked up.

## Events of a container
event-pick = Empty picked up
event-stuf = Stuffed
event-gtin = In through the gate
event-gtot = Out through the gate
event-load = Loaded
event-disc = Discharged
event-depa = Vessel departed
event-arri = Vessel arrived
event-move = Moved in the terminal
event-insp = Inspected
event-strp = Stripped
event-drop = Empty returned
event-rsea = Resealed
event-book = Booked
event-repr = Repaired
event-othr = Other event
doubt-contradicts-neighbours = contradicts the events around it
doubt-estimate = foreseen, not reported as done
doubt-inferred = reported by nobody, at the usual time
doubt-superseded = replaced by a later report

## The table of documents
document-transport-document = Transport document
document-containers = Containers
document-seals = Seals
document-gross-mass = Gross mass
document-packages = Packages
document-hs-code = HS code
document-origin = Origin
document-place-of-loading = Place of loading
document-place-of-unloading = Place of unloading
document-consignor = Consignor
document-consignee = Consignee
document-value = Value
document-routing = Countries of routing
column-entry-summary = Entry summary
column-entry-amendment = Amendment
column-import-declaration = Import declaration
column-reports = Reports on { $container }

## What parties are to a consignment
party-consignor = Consignor
party-consignee = Consignee
party-declarant = Declarant
party-notify = Notify party
party-carrier = Carrier

## What can be found
finding-classification = Classification
finding-cigarettes = Cigarettes
finding-controlled-goods = Controlled goods
finding-counterfeit = Counterfeit
finding-description = Description
finding-drugs = Drugs
finding-origin = Origin
finding-other = Other
finding-people = People
finding-prohibited-goods = Prohibited goods
finding-quantity = Quantity
finding-transit-diversion = Transit diversion
finding-undervaluation = Undervaluation
finding-waste = Waste
finding-weapons = Weapons
finding-weight = Weight

## What a case is compared with
compare-value = Value per kilogram of HS { $hs_code }
compare-value-origin = Value per kilogram of HS { $hs_code } from { $origin }
compare-dwell-area = Stays in { $area }
compare-dwell-all = Stays in all ports
compare-routes = Routes from { $from } to { $to }

## Check digits
check-container-holds = The check digit of { $number } holds
check-imo-holds = The check digit of IMO { $number } holds
check-container-category = The fourth character should be U, J or Z
check-digit-should-be = The check digit should be { $expected }
check-wrong = character { $position } may be wrong: { $is } → { $should }
check-wrong-known = character { $position } is probably wrong: { $is } → { $should } gives a known number
check-swapped = characters from { $position } may be swapped: { $is } → { $should }
check-swapped-known = characters from { $position } are probably swapped: { $is } → { $should } gives a known number

## Keys of the filter
filter-origin = Declared country of origin
filter-from = First place of the route: country, port area or place
filter-to = Last place of the route: country, port area or place
filter-via = Place between: country, port area or place
filter-reason = Indicator that fired, or a family such as RT
filter-hs = HS code, or how it begins
filter-goods = Words of the description of goods
filter-lane = Lane
filter-arm = Picked by risk or by chance
filter-list = On a day's list
filter-day = Day of the list, also earlier ones
filter-state = Free, taken or decided
filter-who = Who has it or decided it; me for yourself
filter-office = Customs office
filter-consignee = Name or number of the consignee
filter-consignor = Name or number of the consignor
filter-party = Name or number of consignee or consignor
filter-container = Container number, or how it begins
filter-document = Transport document, or how it begins
filter-declaration = Number of a declaration, or how it begins
filter-vessel = IMO number of a vessel
filter-seal = Seal, or how it begins
filter-id = Consignment
filter-value = Customs value, in the currency declared
filter-at-stake = Duty and tax at stake
filter-score = Score, 0 to 1
filter-rank = Rank by score
filter-arrives = Expected arrival
filter-deadline = When to have decided
filter-overdue = Undecided after the deadline
filter-waiting = Hours since it was first known
filter-found = What was found
filter-decided = When it was decided, also on earlier days

## Values of the filter
filter-value-red = red: examine
filter-value-yellow = yellow: documents
filter-value-blue = blue: after release
filter-value-green = green: release
filter-value-none = none
filter-value-risk = by risk
filter-value-random = by chance
filter-value-today = today
filter-value-any = any
filter-value-free = free
filter-value-taken = taken
filter-value-decided = decided
filter-value-nothing = nothing found
filter-value-yes = yes
filter-value-no = no

## Figures of the overview
figure-waiting = Waiting
figure-taken = In work
figure-overdue = Overdue
figure-decided-today = Decided today
figure-listed = On today's list
figure-list-left = Left of today's list
figure-inspected = Decided
figure-found = With a finding
figure-hit-rate = Share with a finding
figure-value-found = Value found

## What is wrong in a filter
filter-fault-unknown-key = The filter has no key { $found } (character { $place }).
filter-fault-bad-value = { $found } is no value for { $key } (character { $place }).
filter-fault-bad-operator = { $key } cannot be compared with { $found } (character { $place }).
filter-fault-missing-value = A value is missing at character { $place }.
filter-fault-unclosed-quote = The quotation mark at character { $place } is not closed.
filter-fault-too-long = The filter is longer than { $most } characters.
filter-fault-too-many-terms = The filter has more than { $most } terms.
filter-fault-too-many-values = The term at character { $place } has more than { $most } values.
filter-fault-nearest = Did you mean { $nearest }?

## Senders
sender-unnamed = not named (their messages name none, or several)

# Trips of one container.
stay-origin = From the gate to the vessel in { $place }
stay-origin-cycle = From empty pick-up to the vessel in { $place }
stay-transhipment = Between two vessels in { $place }
stay-destination = From the vessel to the gate in { $place }
stay-destination-cycle = From the vessel to empty return in { $place }
route-normal = { $n ->
    [one] The one box known from { $from } to { $to } went { $ways }.
   *[other] { $share } of { $population } boxes from { $from } to { $to } went { $ways }.
}
route-carrier = { $share } of { $carrier }’s { $population } boxes went { $ways }.
route-none = No box is known to have gone from { $from } to { $to } before.
route-direct = direct
route-via = via { $places }
route-either = { $before } or { $last }
route-this = This way went { $count } of { $population } ({ $share }).
route-this-never = { $n ->
    [one] This one went another way.
   *[other] None of these { $population } went this way.
}
route-this-first = There is nothing to compare it with.
check-container-shape = A container number is four letters, six digits and a check digit.
trips-show-heading = { $container } as of { $time }: { $n ->
    [one] one trip
   *[other] { $n } trips
}
trips-show-latest = The latest { $shown } are shown.
trips-show-trip = Trip { $number } of { $total }
trips-show-box = physical box { $number } under this number
trips-show-status-open = open
trips-show-status-closed = closed
trips-show-status-uncertain = uncertain
trips-show-empty = empty, being repositioned
trips-show-carrier = carrier { $carrier }
trips-show-sure = { $share } sure
trips-show-reports = { $n ->
    [one] one report
   *[other] { $n } reports
}
trips-show-score = score { $score }
trips-show-case = Case { $id }, score { $score }: { $goods }
trips-show-calls = calls
trips-show-doubted = { $n } doubted
trips-show-more-sources = { $n ->
    [one] and one more source
   *[other] and { $n } more sources
}
trips-show-key = a small letter is a doubted report, ~ a forecast, + several at once
trips-show-role-load = loaded
trips-show-role-transhipment = transhipped
trips-show-role-discharge = discharged
trips-show-inferred = neither load nor discharge was reported here
trips-show-in = in { $time }
trips-show-out = out { $time }
trips-show-from = from vessel { $vessel }
trips-show-on = on vessel { $vessel }
trips-show-stay = stay { $hours }
trips-show-usual = usually { $median }, nine in ten under { $high }; of { $population }
trips-show-leg = { $hours } at sea
trips-show-doubt = doubted: { $event } { $time }, { $place }, reported by { $sources }: { $why }
trips-show-repair = put right: { $event } { $time }, { $place }, reported by { $sources }: { $why }
trips-show-doubts-cut = { $n } more doubted reports; --json has them
trips-show-whole = Of the whole trip
trips-show-nothing = Nothing stands out.
trips-show-message = ↳ { $message }{ $n ->
    [0] {""}
    [one] {" "}and one more message
   *[other] {" "}and { $n } more messages
}

# A port area.
unusual-calls = { $value } calls this week, where { $usual } are usual.
unusual-role = { $value } boxes { $name } this week, where { $usual } are usual.
unusual-origin = { $value } boxes from { $name } this week, where { $usual } are usual.
unusual-origin-new = { $value } boxes from { $name } this week, and none in the weeks before.
unusual-flagged = { $share } of this week’s { $calls } calls belong to trips with a strong reason; { $usual } are usual.
unusual-doubted = { $share } of this week’s { $calls } calls have a doubted report; { $usual } do usually.
unusual-long-stays = { $what }: { $share } of this week’s stays are longer than { $high }, as one in ten was before.

# What is not believed, and what was put right.
doubt-outvoted = contradicted by most other reports
repair-time-zone = its clock ran whole hours off, as a time zone does, and was put right
repair-whole-days = its date was whole days off and was put right
repair-place = its place was not known and was learned from other reports
repair-code = its code was outvoted by other reports of the moment

## Check
verdict-ok = { $file } ({ $message }): as the standard asks
verdict-rules = { $file } ({ $message }): the structure is right, rules are broken; errors: { $errors }
verdict-structure = { $file } ({ $message }): the structure is wrong; errors: { $errors }
verdict-unreadable = { $file } ({ $message }): cannot be read
verdict-error = line { $line }, column { $column }: { $code } { $text }
verdict-more = further errors, see --jsonl: { $errors }

## Screening
screen-match = { $score }  { $name }  ({ $id })
screen-none = { $query }: nothing on the list
screen-pair = { $score }  { $left } / { $right }
screen-same = “{ $query }” stands there as well
screen-one-name = “{ $query }” and “{ $listed }” are spellings of one name
screen-sound = “{ $query }” sounds like “{ $listed }”
screen-letters = “{ $query }” is nearly “{ $listed }”
screen-initial = “{ $query }” and “{ $listed }”: an initial
screen-legal-form = “{ $query }” and “{ $listed }”: the same legal form
screen-only-query = against it: “{ $query }” is not in the listed name
screen-only-listed = against it: “{ $listed }” was not asked for
