"""Assessment of about 100,000 open consignments, beside a plain join and count in DuckDB over the same history."""

import datetime
import json
import os

import measure

CONTAINERS = int(os.environ.get("CONTAINERS", 225_000))
DAYS = int(os.environ.get("DAYS", 40))
RUNS = int(os.environ.get("RUNS", 3))
# For scale only. It reads the same Parquet files, takes first and last event, places and vessels of each container
# and joins them with entry summaries and declarations. It rebuilds no trip, learns no route or price, judges no
# indicator, gives no reason and saves nothing.
DUCKDB = """
import sys, duckdb
connection = duckdb.connect()
connection.execute("SET threads = 2")
history = sys.argv[1]
print(connection.execute(f'''
  WITH moves AS (
    SELECT container, count(*) AS events, min(event_time) AS first, max(event_time) AS last,
           count(DISTINCT location) AS places, count(DISTINCT vessel_imo) AS vessels
    FROM '{history}/status_event/*.parquet' WHERE classifier = 'ACT' GROUP BY container),
  entries AS (
    SELECT movement_reference_number AS mrn, unnest(containers) AS container, expected_arrival
    FROM '{history}/entry_summary/*.parquet')
  SELECT count(*), sum(events), avg(places), avg(vessels), sum(value_number)
  FROM entries JOIN moves USING (container)
  LEFT JOIN '{history}/declaration/*.parquet' AS declared ON declared.entry_summary_mrn = entries.mrn
''').fetchone())
"""


def main():
    end = datetime.datetime(2026, 1, 1) + datetime.timedelta(days=DAYS)
    as_of = end.isoformat() + "Z"
    with measure.folder() as folder:
        world, data = folder / "world", folder / "data"
        measure.run(
            measure.BIN, "world", "--out", world, "--containers", CONTAINERS, "--days", DAYS, "--seed", 9
        )
        measure.run(measure.BIN, "ingest", "--known-at-event-time", "--data", data, world)
        ours, theirs = [], []
        for _ in range(RUNS):
            ours.append(measure.run(measure.BIN, "assess", "--json", "--data", data, "--as-of", as_of))
            theirs.append(measure.python(DUCKDB, data / "history"))
        report = json.loads(ours[-1].output)
        print(
            f"{report['open']:,} open consignments of {report['consignments']:,}, {report['status_messages']:,}"
            f" status messages, {report['trips']:,} trips; {os.cpu_count()} cores, {RUNS} runs in turns"
        )
        for name, runs in [("tidewaiter assess", ours), ("DuckDB join and count", theirs)]:
            print(
                f"{name:<22} wall s, median (all): {measure.spread(runs, 'wall_seconds')};"
                f" CPU {measure.median(runs):.2f} s, peak {measure.median(runs, 'peak_megabytes'):.0f} MB"
            )
        print("The join rebuilds no trip, learns nothing, judges nothing and saves nothing: it stands here for scale.")


main()
