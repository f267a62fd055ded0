## The screen
audit-title = Audit
audit-lead = Who looked, who decided, on what evidence.
audit-loading = Loading the records
audit-export = { $count ->
    [one] Save { $count } record as JSON lines
   *[other] Save { $count } records as JSON lines
}
audit-empty-title = Nothing was recorded yet
audit-empty-text = Every look, decision and change leaves a record here.
audit-empty-filtered-title = No record fits these filters
audit-empty-filtered-text = Persons, actions and objects are matched as they are written in a record.
audit-pages = Pages
audit-first-page = Newest records
audit-next-page = Earlier records

## Filters
audit-filter = Filter the records
audit-actor = Person
audit-action = Action
audit-object = Object
audit-from = From day
audit-to = To day
audit-apply = Filter
audit-clear = Clear the filters
audit-days-wrong = The last day lies before the first.

## One record
audit-open = Open
audit-all-of-object = All records of it
audit-all-of-actor = All by this person
audit-all-of-action = All of this action
audit-time = Time
audit-origin = From where
audit-request = Request
audit-sequence = Number
audit-hash = Hash
audit-changes = What changed
audit-changed-nothing = This act changed nothing: it is kept that it happened.
audit-field = Field
audit-before = Before
audit-after = After
audit-value = Value
audit-none = none
audit-too-many-fields = Only the first { $limit } fields are shown; the exported record has all.

## The chain
audit-chain = Chain of records
audit-chain-lead = Each record carries a hash over itself and the one before. Verifying reads them all and names the first byte that was changed, if any was.
audit-verify = Verify the chain
audit-chain-whole = { $records ->
    [one] The chain is unbroken: { $records } record.
   *[other] The chain is unbroken: { $records } records.
}
audit-chain-broken = { $records ->
    [one] The chain is broken. { $records } record was read.
   *[other] The chain is broken. { $records } records were read.
}
audit-broken-where = The first broken record is number { $sequence }: field { $field }, byte { $byte }.
audit-broken-record = The first broken record is number { $sequence }: field { $field }.
audit-head = Hash of the last record:
audit-head-why = Note it down outside this machine: whoever later cuts the chain and builds it anew cannot arrive at it again.
audit-checked = Verified { $time }

## Keys
audit-key-down = Next record
audit-key-up = Record before
audit-key-filter = To the filters
