#!/usr/bin/env bash
# How well the ranking finds planted wrongdoing, on worlds whose seeds were fixed before anything was scored.
# shellcheck source=bench/setup.sh
source "$(dirname "$0")/setup.sh"
"$BENCH_PYTHON" bench/detection.py
