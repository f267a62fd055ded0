#!/usr/bin/env bash
# Assessment of about 100,000 open consignments, beside a plain join and count in DuckDB over the same history.
# shellcheck source=bench/setup.sh
source "$(dirname "$0")/setup.sh"
"$BENCH_PYTHON" bench/assess.py
