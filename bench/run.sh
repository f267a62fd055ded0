#!/usr/bin/env bash
# Runs every bench, one after another. None of them passes or fails: each prints its figures and those of its peer.
source "$(dirname "$0")/setup.sh"
for bench in sea ens ingest memory assess detection trips_quality; do
  printf '\n== %s\n' "$bench"
  "bench/$bench.sh"
done
