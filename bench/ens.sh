#!/usr/bin/env bash
# ENS XML to verdicts (structure and rules) and to records on one core, beside lxml parsing the same files and reading every element's text.
# shellcheck source=bench/setup.sh
source "$(dirname "$0")/setup.sh"
"$BENCH_PYTHON" bench/ens.py
