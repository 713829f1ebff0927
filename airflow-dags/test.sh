#!/bin/sh
# Tests Linkage's DAGs with real Airflow: a virtual environment under target/, the locked requirements, then pytest, with a
# night of the demo company in it. Needs a JDK 17 and Python 3.11; words after the name go to pytest.
set -eu
cd "$(dirname "$0")"

venv=$(./environment.sh)

# Builds the jar where it is missing or older than its sources.
../linkage --version

exec "$venv/bin/python" -m pytest -q -p no:cacheprovider --disable-warnings --durations=5 tests "$@"
