area-title = { $name }: what passes here
area-unknown = No port area has this code
area-unknown-text = Asked for:
area-to-map = Map
area-to-queue = Cases that are transhipped here
area-since = Calls since { $since }, as known at
area-truncated = only the latest { $count } are counted
area-nothing = No container is known to have called here in this time.
area-calls = calls
area-there = boxes there now
area-role-load = loaded
area-role-transhipment = transhipped
area-role-discharge = discharged
area-this-week = { $count } this week
area-usual-week = { $count } usual
area-unusual = What is unusual this week
area-unusual-text = { $weeks ->
    [one] The last seven days against the week before. Listed is what lies three standard deviations off or more.
   *[other] The last seven days against the { $weeks } weeks before. Listed is what lies three standard deviations off or more.
}
area-unusual-too-few = { $weeks ->
    [0] There are no weeks before this one to compare with.
    [one] Only one week before this one is known: too little to compare with.
   *[other] Only { $weeks } weeks before this one are known: too little to compare with.
}
area-unusual-none = Nothing lies so far off. That is what most weeks are like.
area-above = { $deviations } deviations above
area-below = { $deviations } deviations below
area-open-rows = Open the rows
area-weeks = Week by week
area-weeks-label = Calls by week, the latest at the right. The table below says the same.
area-week = Week
area-week-this = this week
area-week-usual = usual week
area-flagged = trips with a strong reason
area-doubted = with a doubted report
area-origins = Where boxes come from
area-destinations = Where boxes go to
area-from-here = first loaded here
area-to-here = last discharged here
area-no-flows = The other end of no trip is known.
area-port = Port
area-share = Share
area-show-all = Show all { $count }
area-stays = How long boxes stay
area-no-stays = No stay has ended that is known from its beginning.
area-stay-count = { $count ->
    [one] one stay
   *[other] { $count } stays
}
area-stay-median = half under { $hours }
area-stay-high = one in ten over { $hours }
area-stay-week = this week half under { $hours }, of { $count }
area-histogram = { $what }: half stay under { $median }, nine in ten under { $high }. The table behind says the same.
area-mark-median = half are shorter
area-mark-high = one in ten is longer
area-mark-week = this week’s half
area-as-table = As a table
area-from-hours = From
area-to-hours = To
area-how-many = Stays
area-rows = The calls
area-rows-none = No call is of this kind.
area-rows-shown = { $shown } of { $total }
area-more-rows = Show more
area-chips = Narrowed down to
area-chip-from = from { $name }
area-chip-to = to { $name }
area-chip-week = { $count ->
    [one] the week before
   *[other] { $count } weeks before
}
area-chip-min = at least { $hours }
area-chip-max = under { $hours }
area-chip-away = Take away: { $what }
area-chips-none = All calls
area-container = Container
area-role = What
area-from = From
area-to = To
area-here = here
area-came = Came
area-left = Left
area-stay = Stay
area-why = What is odd
area-still-there = still there
area-doubted-reports = { $count ->
    [one] one doubted
   *[other] { $count } doubted
}
area-weeks-note = What was discharged lately may yet be transhipped.
