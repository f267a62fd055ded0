## Screen
map-heading = Map
map-summary = { $count ->
    [one] { $number } consignment
   *[other] { $number } consignments
}
map-truncated = Only the first { $number } by score are drawn: narrow the filter to see all.
map-unplaced = { $count ->
    [one] { $number } has no trip with known places and is not drawn.
   *[other] { $number } have no trip with known places and are not drawn.
}
map-loading = Loading the map
map-empty = No consignment to draw
map-empty-filter = No consignment of this filter has a trip with known places. Widen the filter.
map-empty-all = No consignment has been assessed yet, or no trip has known places. Load messages and assess them first.
map-key-filter = Go to the filter
map-to-queue = Same filter in the queue

## The picture
map-canvas-label = Map of consignments
map-keys-hint = Arrow keys move the map, plus and minus zoom, 0 shows the first view. All that is on the map stands in the table beside it.
map-zoom-group = Zoom
map-zoom-in = Zoom in
map-zoom-out = Zoom out
map-zoom-reset = First view
map-key-pan = Move the map (while it has the focus)
map-outlines-missing = The outlines of countries could not be loaded. Points and lines are right without them.
map-caption = At { $time }: { $shown } on the map, { $port } in port, { $sea } under way, { $over } after their last known call.
map-caption-places = Most in:
map-place-count = { $place } { $number }

## Legend
map-legend = Lanes
map-no-lane = not on the list
map-legend-port = Filled: in port or at the last known call. Hollow: under way.
map-clusters = Join near points to circles
map-lines = Lines of the trips
map-lines-note = Lines join calls; they are not the ships’ tracks.
map-lines-left-out = { $number } lines with the fewest consignments are left out.

## Time
map-time-group = Time
map-time = Time on the map
map-from = Start of the time slider
map-to = End of the time slider
map-step-back = Previous event
map-step-on = Next event
map-play = Play
map-pause = Pause
map-mode = Which consignments
map-mode-cumulative = All up to this time
map-mode-moment = Only at this time

## Table
map-table-heading = On the map at this time
map-table-empty = Nothing is on the map at this time. Move the time, or show all up to it.
map-column-consignment = Consignment
map-column-last = Last call
map-column-where = At this time
map-column-next = Next call
map-none-yet = none yet
map-call-number = { $number } of { $all }
map-where-port = in { $place }
map-where-sea = under way from { $from } to { $to }
map-where-over = after its last known call, { $place }
map-where-before = not begun
map-where-past = over
map-next-none = none known
map-show = Show { $id } on the map
map-rows = { $from }–{ $to } of { $all }
map-pages = Pages of the table
map-page-back = Previous
map-page-on = Next
map-select-next = Select the next consignment
map-select-previous = Select the previous consignment
map-selected = Selected
map-show-whole = Show its whole way
map-unselect = Unselect
map-circle = Chosen circle
map-circle-count = { $count ->
    [one] { $number } consignment of the chosen circle
   *[other] { $number } consignments of the chosen circle
}
map-circle-all = List all
