search-heading = Search: { $query }
search-count = { $count ->
    [one] { $count } result
   *[other] { $count } results
}
search-ask = Search by any number
search-ask-text = Container, transport document, MRN, vessel by IMO number or name, party, HS code, seal. Half a number is enough; a mistyped one finds its nearest.
search-none = Nothing found for { $query }
search-none-text = Not even a number one or two characters away is known. Perhaps its message has not come yet, or it stands in quarantine.
search-only-near = { $query } itself is not known. These are the nearest.
search-near = { $count ->
    [one] nearest: { $count } character differs
   *[other] nearest: { $count } characters differ
}
search-all = { $count ->
    [one] { $shown } consignment in the queue
   *[other] All { $shown } in the queue
}
search-no-consignment = in no open consignment
search-check = Check digit
search-check-known = Known with that change:
search-trips = Where it went
search-older = Older cases with this number
search-older-how = Cases that are neither open nor of the last three months. Older ones are found by the whole number only.
search-older-later = Older cases are still being read after the start of the server: for them, search again in a moment.
search-older-more = { $count ->
    [one] and { $shown } more, older still
   *[other] and { $shown } more, older still
}
search-ports = Ports
search-port-page = what passes there
