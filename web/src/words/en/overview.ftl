## Screen
overview-heading = Overview
overview-as-of = as of
overview-loading = Loading the overview
overview-no-figures = No figures yet.
overview-of = of { $number }
overview-interval = { $low } to { $high }
overview-none = none
overview-cases = Cases
overview-share = Compared with the largest group

## Work
overview-work = Work today
overview-found = Found

## Arms
overview-arms = Hit rate of the two arms
overview-arm = Arm
overview-arm-risk = By risk
overview-arm-random = By chance
overview-found-of = Found of inspected
overview-found-of-value = { $found } of { $inspected }
overview-rate = Hit rate
overview-interval-heading = 95 % interval on a scale from 0 to { $end }
overview-too-few = { $count ->
    [0] None inspected yet.
    [one] Only { $number } inspected: too few to say.
   *[other] Only { $number } inspected: too few to say.
}
overview-times = { $number } times
overview-lift = The risk arm finds { $value } as often as chance.
overview-lift-interval = The risk arm finds { $value } as often as chance (95 % interval: { $low } to { $high }).
overview-lift-unproven = The interval includes 1: it is not yet shown that the ranking is better than chance.
overview-lift-none = How much better the risk arm is than chance cannot be said yet: the random arm has too few findings.
overview-arms-note = The random arm is chosen by chance among all open cases. It shows what would be found without ranking.

## Age
overview-age = Age of waiting cases
overview-age-waiting = Waiting
overview-age-under = under { $to }
overview-age-between = { $from } to { $to }
overview-age-over = { $from } and more
overview-age-none = No case is waiting.

## People
overview-people = People today
overview-person = Person
overview-looked = Looked at
overview-decided = Decided
overview-with-finding = With a finding
overview-holding = Holding
overview-people-none = Nobody has looked at a case today.

## Indicators
overview-indicators = Indicators
overview-indicator = Indicator
overview-fired = In open cases
overview-fired-bar = Compared
overview-inspected = Inspected
overview-few = too few
overview-indicators-none = No indicator has fired yet. Load messages and assess them first.
overview-indicators-note = A hit rate is given from { $number } inspections on.

## Senders
overview-senders = Messages by sender
overview-sender = Sender
overview-sender-unknown = sender not known
overview-messages = Messages
overview-accepted = Accepted
overview-duplicate = Duplicates
overview-quarantined = In quarantine
overview-refused-share = Refused
overview-last-received = Last received
overview-never = never
overview-senders-none = No message has come in yet.

## Days
overview-days = Messages by day
overview-day = Day
overview-days-label = Messages by day from { $from } to { $to }; the table below holds the numbers.
overview-days-table = Show as a table
overview-days-none = No message has come in yet.

## Doors
overview-doors = Doors for messages
overview-door = Door
overview-door-folder = Watched folder
overview-door-mqtt = Broker
overview-door-state = State
overview-door-open = open
overview-door-shut = not open
overview-door-kept = Kept
overview-door-not-read = Not read
overview-door-detail = Detail
