#!/bin/sh
# Reads a release with every tool that docs/readers tells of, tests the data contracts on it, and opens its report in a browser.
# LINKAGE_WAREHOUSE names the warehouse; without it the demo's night is run below readers/target. PYTHON names the Python.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
target=$here/target
readers=$("$here/environment.sh" readers)
contracts=$("$here/environment.sh" contracts)
pages=$("$here/environment.sh" pages)
if [ -z "${LINKAGE_WAREHOUSE:-}" ]; then
    (cd "$target" && "$here/../linkage" nightly --demo >&2)
    LINKAGE_WAREHOUSE=$target/warehouse/demo
fi
[ -f "$LINKAGE_WAREHOUSE/curated/current/manifest.json" ] || {
    echo "There is no release in $LINKAGE_WAREHOUSE, which LINKAGE_WAREHOUSE names: run a night, or unset the variable." >&2
    exit 2
}
LINKAGE_WAREHOUSE=$(CDPATH='' cd -- "$LINKAGE_WAREHOUSE" && pwd -P)
export LINKAGE_WAREHOUSE

cd "$here"
status=0
"$readers/bin/python" -m pytest -q -p no:cacheprovider --ignore test_contracts.py --ignore test_report.py || status=$?
"$contracts/bin/python" -m pytest -q -p no:cacheprovider --disable-warnings test_contracts.py || status=$?
"$pages/bin/python" -m pytest -q -p no:cacheprovider test_report.py || status=$?
exit "$status"
