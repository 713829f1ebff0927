#!/bin/sh
# Reads a release with every tool that docs/readers tells of, and tests the data contracts on it.
# LINKAGE_WAREHOUSE names the warehouse; without it the demo's night is run below readers/target. PYTHON names the Python.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
target=$here/target
python=${PYTHON:-python3}

# A virtual environment with exactly what a lock file names; made anew when the lock changes.
environment() {
    if cmp -s "$here/$1.txt" "$target/$1/lock.txt"; then return; fi
    echo "Installing $1.txt below readers/target ..." >&2
    "$python" -m venv --clear "$target/$1"
    "$target/$1/bin/python" -m pip install -q --disable-pip-version-check -r "$here/$1.txt"
    cp "$here/$1.txt" "$target/$1/lock.txt"
}

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "The readers' tests need Python 3.11 or newer, and $python is older: set PYTHON to a newer one." >&2
    exit 2
}
mkdir -p "$target"
environment readers
environment contracts
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
"$target/readers/bin/python" -m pytest -q -p no:cacheprovider --ignore test_contracts.py || status=$?
"$target/contracts/bin/python" -m pytest -q -p no:cacheprovider --disable-warnings test_contracts.py || status=$?
exit "$status"
