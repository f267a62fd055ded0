## The screen
settings-title = Settings
settings-tab-settings = Settings
settings-tab-assessment = Assessment
settings-tab-evaluation = Measuring the ranking
settings-loading = Loading the settings

## The text
settings-text = Settings text (TOML)
settings-from-defaults = Nothing is set yet: every value is the default. What you write here takes its place.
settings-from-database = These settings are kept in the database. What is left out keeps its default.
settings-from-file = A settings file in the data folder rules on this server, so they can only be read here. Change the file and restart the server, or remove it to set them here.
settings-draft-restored = Your unsaved changes were kept.
settings-changed = Changed, not saved yet.
settings-unchanged = Nothing is changed.
settings-check = Compare and save
settings-revert = Drop my changes
settings-errors = { $count ->
    [one] { $count } thing is wrong; nothing was saved
   *[other] { $count } things are wrong; nothing was saved
}
settings-line = Line { $line }
settings-effective = In force
settings-effective-text = All that the kept settings say, defaults included.

## Saving
settings-save-title = Save these settings?
settings-save-effective = What would change of what is in force
settings-save-text = What changes in the text
settings-save-same = Nothing of what is in force would change: the text sets the same values.
settings-save-then = They apply at once.
settings-save-then-assess = They apply at once, and a new assessment begins: scores, lists or deadlines depend on what changes.
settings-restart = The settings file was changed since the server was started: what it says now applies once the server is started again.
settings-save-back = Keep editing
settings-save = Save
settings-saved = The settings were saved and apply.
settings-saved-assess = The settings were saved and apply. A new assessment begins.
settings-stale-title = Somebody saved other settings while you were editing.
settings-stale-text = Nothing of yours was saved or lost. Keep your text and compare it with theirs before you save, or drop it and begin from theirs.
settings-stale-keep = Keep my text, compare with theirs
settings-stale-drop = Drop my text, take theirs

## Assessing
settings-assess-lead = Assesses every open consignment anew with what is known now. The server also does it by itself when messages arrive.
settings-assess-now = Assess now
settings-assess-running = Assessing, for { $seconds } s so far.
settings-assess-ended = The assessment has ended.
settings-runs = Latest runs
settings-runs-loading = Loading the runs
settings-runs-empty-title = Nothing was assessed yet
settings-runs-empty-text = Send messages first, then assess.
settings-run = Run
settings-run-as-of = As of
settings-run-assessed = Consignments assessed

## Measuring
settings-evaluation-lead = Replays the loaded world, whose wrongdoing is known, and measures how much of it the ranking brings to the top, beside chance and beside sorting by tax.
settings-evaluation-loading = Loading the evaluation
settings-evaluation-none-title = The loaded data have no known truth
settings-evaluation-none-text = Only a synthetic world tells which consignments were wrong. On real data, the overview compares the risk arm with the random arm.
settings-evaluation-empty-title = Not measured yet
settings-evaluation-empty-text = Run it for a capacity of { $percent } %; it takes some minutes.
settings-evaluation-run = Measure
settings-evaluation-running = Measuring; you may leave this screen.
settings-evaluation-ended = The measurement has ended.
settings-evaluation-failed = The last measurement failed; the server's log says why.
settings-evaluation-of = { $assessed } consignments assessed while open, { $wrong } of them with planted wrongdoing, { $from } to { $to }, { $looks } looks.
settings-evaluation-missed = { $count ->
    [one] { $count } was never assessed while open.
   *[other] { $count } were never assessed while open.
}
settings-evaluation-how = Intervals hold 95 % (Wilson's score interval). The lift's is that of the share found, divided by the share among all.
settings-capacity = Capacity in percent
settings-capacity-hint = Share of consignments that can be inspected.
settings-capacity-wrong = Give a percentage above 0 and up to 100.
settings-table-shares = The ranking at each share inspected
settings-table-kinds = Found of each kind of wrongdoing, at { $share } inspected
settings-table-indicators = How often each indicator fired, and how often rightly
settings-table-honest = Honest oddities that the ranking lists
settings-col-share = Inspected share
settings-col-asked = (asked for)
settings-col-inspected = Inspected
settings-col-by-score = Wrong, by score
settings-col-by-tax = Wrong, by tax
settings-col-base = Wrong, by chance
settings-col-lift = Lift over chance
settings-col-kind = Kind
settings-col-indicator = Indicator
settings-col-oddity = Oddity
settings-col-of = Of
settings-col-hits = Hits
settings-col-recall = Found
settings-col-recall-tax = Found by tax
settings-col-right = Rightly
settings-col-listed = Listed
settings-inspected-of = { $inspected } of { $considered }
settings-interval = ({ $low } to { $high })
settings-times = { $value } ×
settings-none-counted = none counted
