#!/bin/sh
# Writes into docs/questions.md what the demo's release answers. LINKAGE_WAREHOUSE names its warehouse; without it the demo's night
# is run below readers/target. PYTHON names the Python.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
target=$here/target
readers=$("$here/environment.sh" readers)
if [ -z "${LINKAGE_WAREHOUSE:-}" ]; then
    (cd "$target" && "$here/../linkage" nightly --demo >&2)
    LINKAGE_WAREHOUSE=$target/warehouse/demo
fi
export LINKAGE_WAREHOUSE
"$readers/bin/python" "$here/questions.py"
