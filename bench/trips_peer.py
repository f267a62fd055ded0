"""The peer of trips_quality.py: what an analyst does in DuckDB today. Canonical CSV and areas in, trips out.

Reports of one event of a container in one area become one event while they follow within two days; the time is the
median, and one report alone is not believed. A trip ends with an empty return, before an empty pick-up, or after 60
days without a message; its itinerary is the areas of loading and discharge in order. The score is the share of trips
between the same ends that went another way, and how rare the pair is. `python trips_peer.py MESSAGES AREAS OUT`
"""

import sys

import duckdb

SQL = """
create table areas as select location, any_value(area) as area from read_csv('{areas}', header=true) group by 1;
create table reports as
select m.container, m.event, cast(m.event_time as timestamptz) as time, coalesce(a.area, m.location) as area
from read_csv('{messages}', header=true, all_varchar=true) m left join areas a using (location)
where {actual};
create table events as
with gaps as (
  select *, time - lag(time) over w > interval 2 days as is_new from reports
  window w as (partition by container, event, area order by time)
), numbered as (
  select *, count(*) filter (is_new) over (partition by container, event, area order by time) as number from gaps
)
select container, event, area, number, median(epoch(time)) as time, count(*) as reports
from numbered group by all having count(*) >= 2;
create table cut as
select *, count(*) filter (is_new) over (partition by container order by time, event) as trip from (
  select *, coalesce(event = 'PICK' or lag(event) over w = 'DROP' or time - lag(time) over w > 60 * 86400, true) as is_new
  from events window w as (partition by container order by time, event));
create table calls as
select container, trip, list(area order by time, event) as areas from (
  select *, area is distinct from lag(area) over (partition by container, trip order by time, event) as moved
  from cut where event in ('LOAD', 'DISC'))
where moved group by all;
create table trips as
select container, trip, to_timestamp(min(time)) as start, to_timestamp(max(time)) as "end",
  any_value(areas[1]) as load_area, any_value(areas[-1]) as discharge_area,
  any_value(array_to_string(areas, '>')) as itinerary
from cut left join calls using (container, trip) group by 1, 2;
copy (
  with counted as (
    select *, count(*) over (partition by itinerary) as same, count(*) over (partition by load_area, discharge_area) as pair
    from trips)
  select container, trip, strftime(start at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ') as start,
    strftime("end" at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ') as "end", coalesce(load_area, '') as load_area,
    coalesce(discharge_area, '') as discharge_area, coalesce(itinerary, '') as itinerary,
    case when itinerary is null or load_area = itinerary then 0 else 1 - (same / pair) * (1 - 1 / pair) end as score
  from counted
) to '{out}' (header);
"""


def main(messages, areas, out):
    base = duckdb.connect()
    base.execute("set threads = 1")
    columns = [row[0] for row in base.execute(f"describe select * from read_csv('{messages}', header=true)").fetchall()]
    actual = "coalesce(m.classifier, 'ACT') = 'ACT'" if "classifier" in columns else "true"
    base.execute(SQL.format(messages=messages, areas=areas, out=out, actual=actual))


main(*sys.argv[1:])
