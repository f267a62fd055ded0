#!/usr/bin/env python3
"""Reads every history table of a data folder with DuckDB and with pandas, and compares the counts with the catalogue.

usage: history_check.py DATA_FOLDER
needs: duckdb, pandas, pyarrow (`pip install duckdb pandas pyarrow`)

Prints one line a table; exits 1 when a count differs, 2 on wrong use.
"""

import os
import sqlite3
import sys
import urllib.parse

import duckdb
import pandas

# The column of each table that must read as a real time, not as a number.
TIMES = {
    "status_event": ["event_time", "received", "created"],
    "entry_summary": ["received", "declared", "expected_arrival"],
    "declaration": ["received", "accepted"],
    "assessment": ["as_of"],
}


def check_table(folder, table, paths, expected):
    files = [os.path.join(folder, path) for path in paths]
    by_duckdb = duckdb.execute("SELECT count(*) FROM read_parquet(?)", [files]).fetchone()[0]
    frames = [pandas.read_parquet(file) for file in files]
    by_pandas = sum(len(frame) for frame in frames)
    good = by_duckdb == by_pandas == expected
    for column in TIMES.get(table, []):
        query = f"SELECT typeof({column}) FROM read_parquet(?) LIMIT 1"
        kind = duckdb.execute(query, [files]).fetchone()[0]
        if kind != "TIMESTAMP WITH TIME ZONE":
            print(f"{table}.{column}: DuckDB reads {kind}, expected a time", file=sys.stderr)
            good = False
        if not all(isinstance(frame[column].dtype, pandas.DatetimeTZDtype) for frame in frames):
            print(f"{table}.{column}: pandas does not read a time", file=sys.stderr)
            good = False
    word = "ok" if good else "DIFFERENT"
    print(f"{table:<14} catalogue {expected:>9}  duckdb {by_duckdb:>9}  pandas {by_pandas:>9}  {word}")
    return good


def main():
    if len(sys.argv) != 2 or not os.path.isfile(os.path.join(sys.argv[1], "tidewaiter.db")):
        print(__doc__, file=sys.stderr)
        return 2
    folder = os.path.abspath(sys.argv[1])
    address = "file:" + urllib.parse.quote(os.path.join(folder, "tidewaiter.db")) + "?mode=ro"
    rows = sqlite3.connect(address, uri=True).execute(
        "SELECT history_table, path, rows_count FROM segment ORDER BY history_table, id"
    )
    tables = {}
    for table, path, count in rows:
        paths, total = tables.setdefault(table, ([], 0))
        tables[table] = (paths + [path], total + count)
    if not tables:
        print("the catalogue names no history yet")
    results = [check_table(folder, table, paths, count) for table, (paths, count) in tables.items()]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
