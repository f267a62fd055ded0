#!/bin/sh
# Rebuilds crates/model/tables from pinned packages. Needs Python 3.11 or newer and the package index.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
environment=${TIDEWAITER_REFERENCE_VENV:-"$here/../../target/reference-venv"}
[ -x "$environment/bin/python" ] || python3 -m venv "$environment"
"$environment/bin/pip" install --quiet --requirement "$here/requirements.txt"
for step in places countries country_names harmonized_system sea_network; do
    echo "building $step" >&2
    "$environment/bin/python" "$here/$step.py"
done
