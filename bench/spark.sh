#!/usr/bin/env bash
# The job on Spark beside the same on one machine: CPU, memory, what is shuffled and what is kept, for the page on sizing.
# shellcheck source=bench/setup.sh
source "$(dirname "$0")/setup.sh"
spark="${XDG_CACHE_HOME:-$HOME/.cache}/tidewaiter-tests/spark"
if ! cmp -s python/requirements-test.txt "$spark/installed.txt"; then
  [ -x "$spark/bin/python" ] || python3 -m venv "$spark"
  "$spark/bin/pip" install --quiet --disable-pip-version-check -r python/requirements-test.txt
  cp python/requirements-test.txt "$spark/installed.txt"
fi
PYTHONPATH=python "$spark/bin/python" bench/spark.py "$@"
