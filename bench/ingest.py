"""Canonical CSV to committed Parquet, beside DuckDB copying the same file to Parquet with the same distinct."""

import os
import shutil

import measure

MESSAGES = int(os.environ.get("MESSAGES", 2_000_000))
RUNS = int(os.environ.get("RUNS", 5))
# One thread, as our ingest has; all columns with their types as DuckDB finds them.
DUCKDB = """
import sys, duckdb
connection = duckdb.connect()
connection.execute("SET threads = 1")
connection.execute(f"COPY (SELECT DISTINCT * FROM read_csv('{sys.argv[1]}')) TO '{sys.argv[2]}' (FORMAT parquet)")
print(connection.execute(f"SELECT count(*) FROM '{sys.argv[2]}'").fetchone()[0])
"""


def size(path):
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return sum(file.stat().st_size for file in files) / 1e6


def main():
    with measure.folder() as folder:
        source, data, copy = folder / "status.csv", folder / "data", folder / "copy.parquet"
        bytes_in = measure.status_csv(source, MESSAGES)
        print(f"{MESSAGES:,} messages, {bytes_in / MESSAGES:.1f} bytes a row, distinct ids; {RUNS} runs in turns")
        ours, again, theirs, start = [], [], [], []
        for _ in range(RUNS):
            shutil.rmtree(data, ignore_errors=True)
            ours.append(measure.run(measure.BIN, "ingest", "--data", data, source))
            ours_size = size(data / "history")
            again.append(measure.run(measure.BIN, "ingest", "--data", data, source))
            theirs.append(measure.python(DUCKDB, source, copy))
            start.append(measure.python("import duckdb; duckdb.connect()"))
        rate = lambda runs: MESSAGES / measure.median(runs) / 1e6
        for name, runs in [("tidewaiter ingest", ours), ("the same file again", again), ("DuckDB", theirs)]:
            print(
                f"{name:<20} {rate(runs):5.2f} M messages/s of CPU time; CPU s, median (all): {measure.spread(runs)};"
                f" wall {measure.median(runs, 'wall_seconds'):.2f} s,"
                f" peak {measure.median(runs, 'peak_megabytes'):.0f} MB"
            )
        print(f"{'DuckDB starting':<20} {measure.median(start):.2f} s of the CPU time above are Python and its import")
        ratio = measure.median(ours) / measure.median(theirs)
        print(f"ours / DuckDB: {ratio:.2f} of its CPU time ({ours_size:.0f} MB written, the bytes of every message")
        print(f"among them, against {size(copy):.0f} MB); ours also checks each value and keeps where it stood")


main()
