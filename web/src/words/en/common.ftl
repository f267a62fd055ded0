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
common-problem-code-invalid_request = Something in this is not valid
common-problem-code-not_signed_in = You are not signed in
common-problem-code-wrong_credentials = User name or password is wrong
common-problem-code-wrong_signature = The signature is wrong
common-problem-code-too_many_attempts = Too many failed attempts: wait a while
common-problem-code-forbidden = You may not do this
common-problem-code-not_found = There is nothing of this name or number
common-problem-code-method_not_allowed = This cannot be done here
common-problem-code-no_free_case = No free case is left
common-problem-code-nothing_assessed = Nothing has been assessed yet
common-problem-code-locked_by_other = A colleague has this case
common-problem-code-lock_lost = The case is no longer yours
common-problem-code-stale = Somebody changed this in the meantime
common-problem-code-precondition_required = Which version was read was not said: load the page anew
common-problem-code-conflict = This does not fit what stands there now
common-problem-code-idempotency_mismatch = The same act was sent twice with different content: load the page anew
common-problem-code-too_late = It is too late for this
common-problem-code-too_large = This is too large
common-problem-code-unreadable = The message cannot be read
common-problem-code-unsupported_encoding = This encoding is not read
common-problem-code-rate_limited = Too many requests: wait a moment
common-problem-code-unavailable = The server is busy just now: try again in a moment
common-problem-code-internal = Something failed on the server: tell the administrator the request
common-fault-bad_value = This value does not fit here
common-fault-bad_length = There are too many of these, or none
common-fault-in_the_future = This lies in the future
common-fault-in_the_past = This lies in the past
common-fault-missing = This is missing
common-fault-unknown = This is not known here
common-fault-unknown_host = The server does not answer under this name
common-fault-unknown_parameter = This part of the address is unknown
common-fault-repeated = This stands there twice
common-fault-foreign_origin = This was not sent by the console’s own page
common-fault-wrong_password = The present password is another one
common-fault-password_too_short = The password is too short: { $minimum } characters at least
common-fault-password_too_long = The password is too long
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
common-menu = Menu
common-skip = Skip to the content
common-notices = Notices
common-screen-not-loaded = This screen could not be fetched. The console may have been renewed: load the page anew.

## Search box
common-search-label = Search by any number or name
common-search-placeholder = Container, document, MRN, vessel, party…
common-search-hits = Search results
common-search-nearest = nearest match
common-search-none = Nothing found, not even something near.
common-search-older = { $count ->
    [one] { $shown } older case has this number
   *[other] { $shown } older cases have this number
}
common-search-failed = The search did not answer. Press Enter to try again.
common-search-all = All results
common-consignments = { $count ->
    [one] { $shown } consignment
   *[other] { $shown } consignments
}
common-kind-container = Container
common-kind-transport_document = Transport document
common-kind-declaration = Declaration
common-kind-vessel = Vessel
common-kind-party = Party
common-kind-hs_code = HS code
common-kind-seal = Seal
common-kind-consignment = Consignment

## Person
common-person-menu = { $name }: language, colours, sign out
common-role-officer = Targeting officer
common-role-analyst = Analyst
common-role-supervisor = Supervisor
common-role-administrator = Administrator
common-language = Language
common-theme = Colours
common-theme-system = As the machine
common-theme-light = Light
common-theme-dark = Dark
common-shortcuts = Keyboard shortcuts
common-shortcuts-off = Shortcuts are switched off in your profile.
common-shortcuts-everywhere = Everywhere
common-shortcuts-here = On this screen
common-key-search = Search
common-key-undo = Undo the last act while it can be undone
common-sign-out = Sign out
common-preferences-not-saved = The change could not be saved.

## Signing in
common-sign-in = Sign in
common-sign-in-login = User name
common-sign-in-password = Password
common-sign-in-or = Or sign in with
common-sign-in-not-set-up = No other way of signing in is set up here.
common-sign-in-unavailable = The sign-in service does not answer. Try again in a moment, or tell your administrator.
common-sign-in-declined = The sign-in service did not let you through, or you broke off there.
common-sign-in-expired = This sign-in took too long or was begun elsewhere. Begin again.
common-sign-in-unverified = What the sign-in service sent could not be verified, so nobody was signed in. Begin again.
common-sign-in-no-login = The sign-in service told no user name that can be used here. Tell your administrator.
common-sign-in-no-role = The sign-in service gives you no role here. Ask your administrator for one.
common-sign-in-login-taken = Your user name belongs to another account here. Tell your administrator.
common-sign-in-closed = Your account is locked or closed. Ask your administrator.
common-sign-in-internal = Signing in failed here. Tell your administrator the request.
common-session-ended = Sign in again
common-session-ended-text = Your session has ended. What you typed is kept; you go on where you were.

## Banners
common-connection-lost = The server does not answer. What you typed is kept; trying again.
common-world-demo = Demonstration world, invented from end to end. Its time stands at { $time }.
common-world-fixed = These data stand at { $time }.

## No such place, no right
common-not-found = Not found
common-not-found-path = There is nothing at { $path }.
common-not-found-text = The address may be mistyped or cut off. Search with / by any number, or go to the queue.
common-no-right = No access
common-no-right-role = As { $role } you may not see this screen.
common-no-right-who = Who may: { $roles }. An administrator changes roles.
common-to-queue = To the queue

## Differences of texts
common-diff-removed = removed line
common-diff-added = added line
common-diff-gap = { $count ->
    [one] { $count } line that is the same
   *[other] { $count } lines that are the same
}

## First visit
common-guide = First visit
common-guide-count = Step { $number } of { $of }
common-guide-queue = Each row is one consignment on its way here, the riskiest first. The reasons stand on the row: what was seen, the limit, and with whom it was compared.
common-guide-take = Press t, or “Take next”: you get the most urgent free case, and colleagues see that you have it.
common-guide-evidence = Reasons stand in order of weight. Each opens what it rests on: the messages themselves, the usual route or price beside this one. Read the first one.
common-guide-finding = Now decide: record what an inspection found, or that it found nothing. You have ten seconds to undo it. That is the whole loop.
common-guide-next = Next
common-guide-skip = Skip, and do not show again
