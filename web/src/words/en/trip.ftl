trip-title = Trips of { $container }
trip-heading = Trips of
trip-loading = Reading the trips of { $container }
trip-crumb = Where you are
trip-to-queue = Queue
trip-search = Search this number
trip-choose = Trip
trip-number-of = trip { $number } of { $total }
trip-option-reasons = { $count ->
    [one] one reason
   *[other] { $count } reasons
}
trip-no-calls = no port
trip-way = Ports of call
trip-score = Score of the trip alone
trip-status = Status
trip-open = open
trip-closed = closed
trip-uncertain = uncertain
trip-empty = empty, being repositioned
trip-box = physical box { $number }
trip-when = From – to
trip-carrier = Carrier
trip-sure = Sure
trip-silence = Longest silence
trip-cases = Cases it carried
trip-odd = { $count ->
    [0] Nothing odd
    [one] What is odd: one reason
   *[other] What is odd: { $count } reasons
}
trip-odd-text = Go to a reason with j and k: its part lights up on the time line, the map and the tables.
trip-nothing-odd = No indicator of the trip fires. What declarations say is judged with the case.
trip-strong = strong
trip-middling = middling
trip-weak = weak
trip-stands-on = { $count ->
    [one] Stands on one message
   *[other] Stands on { $count } messages
}
trip-not-judged = { $count ->
    [one] One indicator could not be judged
   *[other] { $count } indicators could not be judged
}
trip-key-next-reason = Next reason
trip-key-previous-reason = Previous reason
trip-key-earlier = Earlier trip of this container
trip-key-later = Later trip of this container
trip-in-time = In time, by source
trip-calls = Calls and legs
trip-in-space = On the map, against the normal routes
trip-stays = Stays, among the stays of their place
trip-reports = Every report
trip-legs = Legs
trip-leg = Leg
trip-leg-vessel = Vessel
trip-leg-hours = Took
trip-leg-usual = Usual
trip-leg-long = longer than usual
trip-unknown-time = not known
trip-no-pair = The trip has no two ends that a route could be compared by.
trip-routes-listed = The normal routes one by one
trip-no-stays = No stay is known with its beginning.
trip-stay-lasts = lasts
trip-area-page = What passes here
trip-drawing-label = Time line of the reports. Left and right arrow go from report to report; the line below reads it.
trip-drawing = Time line of container { $container } from { $start } to { $end }. { $sources }.
trip-lane = { $source }: { $believed } believed, { $doubted } doubted
trip-lane-counts = { $believed } believed{ $doubted ->
    [0] {""}
   *[other] , { $doubted } doubted
}{ $foreseen ->
    [0] {""}
   *[other] , { $foreseen } foreseen
}
trip-doubted-word = doubted
trip-believed = believed report
trip-foreseen = forecast
trip-doubted = doubted report
trip-report-before = Report before
trip-report-after = Report after
trip-report-of = { $number } of { $total }
trip-reported-by = reported by
trip-report-none = { $total ->
    [one] One event on this trip. Choose it with the arrows or on the drawing.
   *[other] { $total } events on this trip. Choose one with the arrows or on the drawing.
}
trip-unknown = No message tells of this container
trip-unknown-text = Asked for:
trip-nearest = The nearest numbers that messages tell of
trip-repaired = put right
