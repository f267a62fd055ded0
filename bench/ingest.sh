#!/usr/bin/env bash
# Canonical CSV to committed Parquet, beside DuckDB copying the same file to Parquet with the same distinct.
# shellcheck source=bench/setup.sh
source "$(dirname "$0")/setup.sh"
"$BENCH_PYTHON" bench/ingest.py
