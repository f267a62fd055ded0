## Lanes and stops
common-lane-red = Red
common-lane-yellow = Yellow
common-lane-blue = Blue
common-lane-green = Green
common-stop-load = loaded in { $place }
common-stop-transhipment = transhipped in { $place }
common-stop-discharge = discharged in { $place }
common-stop-declared = declared for { $place }

## Acts
common-retry = Try again
common-close = Close
common-cancel = Cancel
common-sort = Sort by this column
common-loading = Loading…

## Problems
common-problem-offline = The server does not answer
common-problem-unknown = Something went wrong
common-problem-holder = { $name } has it.
common-problem-request = Request

## Navigation
common-nav = Main navigation
common-nav-queue = Queue
common-nav-search = Search
common-nav-map = Map
common-nav-overview = Overview
common-nav-quarantine = Quarantine
common-nav-audit = Audit
common-nav-accounts = Accounts
common-nav-settings = Settings
common-nav-profile = Profile
