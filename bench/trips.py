"""Trips of a whole archive, CSV in to CSV out, beside DuckDB's SQL on the same file, and how our job grows.

The peer does what SQL does well: reports of one event in one area and half a day become one event, a trip ends with an
empty return, before an empty pick-up or after 60 days of silence, itineraries are the areas of loading and discharge in
order, and routes are counted. Ours does that job alone (`--no-events --no-score`), with its consensus and its repairs,
and the whole job but for the table of events (`--no-events`).

CONTAINERS (50,000) and DAYS (1,095) set the size, RUNS (3) how often each job runs, in turns. MESSAGES names a folder
with `status.csm.csv` and `areas.csv` to use instead. GROWTH=1 also measures a tenth of it, GROWTH=10 ten times as well,
which needs some 40 GB of disk.
"""

import os
import shutil
from pathlib import Path

import measure

CONTAINERS = int(os.environ.get("CONTAINERS", 50_000))
DAYS = int(os.environ.get("DAYS", 1_095))
RUNS = int(os.environ.get("RUNS", 3))
GROWTH = int(os.environ.get("GROWTH", 0))
MESSAGES = os.environ.get("MESSAGES")
# Two threads, as ours has on the machine of the published figures; its memory is limited as ours is.
DUCKDB = r"""
import sys, duckdb
messages, areas, out = sys.argv[1:4]
with open(messages) as file:
    names = file.readline().strip().split(",")
columns = repr({name: "timestamptz" if name == "event_time" else "varchar" for name in names})
connection = duckdb.connect(config={"threads": 2})
connection.execute("SET preserve_insertion_order = false")
connection.execute(f'''
create temp table areas as select location, any_value(area) as area from read_csv('{areas}', header = true) group by 1;
create temp table cut as
with events as (
  select m.container, m.event, coalesce(a.area, m.location) as area, min(m.event_time) as time, count(*) as reports
  from read_csv('{messages}', header = true, columns = {columns}) m left join areas a using (location)
  group by 1, 2, 3, epoch(m.event_time) // 43200
), marked as (
  select *, coalesce(event = 'PICK' or lag(event) over w = 'DROP' or time - lag(time) over w > interval 60 days, true)
    as begins
  from events window w as (partition by container order by time, event)
)
select container, event, area, time, reports, count(*) filter (begins) over (partition by container order by time, event
  rows unbounded preceding) as trip from marked;
create temp table ways as
select container, trip, string_agg(area, '>' order by time, event) as itinerary from (
  select *, area is distinct from lag(area) over (partition by container, trip order by time, event) as moved
  from cut where event in ('LOAD', 'DISC'))
where moved group by 1, 2;
create temp table trips as
select container, trip, min(time) as start, max(time) as "end", count(*) as events, sum(reports) as reports,
  any_value(itinerary) as itinerary
from cut left join ways using (container, trip) group by 1, 2;
copy (
  select *, count(*) over (partition by itinerary) as trips_of_route from trips order by container, trip
) to '{out}' (header);
''')
"""


def workload(folder, name, containers):
    if MESSAGES and containers == CONTAINERS:
        return Path(MESSAGES)
    out = folder / name
    made = [measure.BIN, "world", "--out", out, "--workload", "trips", "--made-up-places"]
    measure.run(*made, "--containers", containers, "--days", DAYS, "--truth", folder / "truth")
    (folder / "truth" / "areas.csv").rename(out / "areas.csv")
    shutil.rmtree(folder / "truth", ignore_errors=True)
    return out


def files(folder):
    status = next(iter(sorted(folder.rglob("*.csm.csv"))))
    return status, next(iter(sorted(folder.rglob("areas.csv"))))


def rebuild(status, areas, out, *more):
    return measure.run(measure.BIN, "trips", status, "--areas", areas, "--out", out, "--no-events", "--threads", 2, *more)


def show(name, runs, messages, peer=None):
    cpu = measure.median(runs)
    ratio = f"; {cpu / peer:.2f} of DuckDB's" if peer else ""
    print(
        f"{name:<34} CPU s {measure.spread(runs)}, {cpu * 1e9 / messages:.0f} ns a message, wall"
        f" {measure.median(runs, 'wall_seconds'):.1f} s, peak {max(run.peak_megabytes for run in runs):.0f} MB{ratio}",
        flush=True,
    )
    return cpu


def main():
    with measure.folder() as folder:
        status, areas = files(workload(folder, "messages", CONTAINERS))
        messages = rows_of(status)
        print(f"{messages:,} messages, {status.stat().st_size / messages:.0f} bytes each; {RUNS} runs in turns", flush=True)
        peer, alone, whole = [], [], []
        for _ in range(RUNS):
            peer.append(measure.python(DUCKDB, status, areas, folder / "peer.csv"))
            alone.append(rebuild(status, areas, folder / "alone", "--no-score"))
            whole.append(rebuild(status, areas, folder / "whole"))
        theirs = show("DuckDB", peer, messages)
        base = {
            "--no-events --no-score": show("tidewaiter, the same job alone", alone, messages, theirs),
            "--no-events": show("tidewaiter, judged and scored", whole, messages, theirs),
        }
        for factor in [0.1, 10][:GROWTH and (1 if GROWTH < 10 else 2)]:
            grown, places = files(workload(folder, f"messages-{factor}", int(CONTAINERS * factor)))
            count = rows_of(grown)
            for words, cpu in base.items():
                run = rebuild(grown, places, folder / "grown", *[word for word in words.split() if word != "--no-events"])
                each = show(f"{count:,} {words}", [run], count) / count
                print(f"{'':<34} {each / (cpu / messages):.2f} times the CPU time a message")
            shutil.rmtree(grown.parent, ignore_errors=True)


def rows_of(status):
    with open(status, "rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b"")) - 1


main()
