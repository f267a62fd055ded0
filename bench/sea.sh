#!/usr/bin/env bash
# Sea distances beside published ones, and how long a route takes.
# shellcheck source=bench/setup.sh
source "$(dirname "$0")/setup.sh"
"$TIDEWAITER_EXAMPLES/sea_route"
