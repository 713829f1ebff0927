#!/bin/sh
# Tests Linkage's DAGs with real Airflow: a virtual environment under target/, the locked requirements, then pytest, with a
# night of the demo company in it. Needs a JDK 17 and Python 3.11; words after the name go to pytest.
set -eu
cd "$(dirname "$0")"

locks="requirements.txt requirements-test.txt"
venv=target/venv
if ! cat $locks | cmp -s - "$venv/installed.txt"; then
    echo "Installing Airflow into airflow-dags/$venv ..." >&2
    rm -rf "$venv"
    python="${PYTHON:-python3.11}"
    "$python" -m venv "$venv" || {
        echo "The DAG tests need Python 3.11 with its venv module: install it, or name it with PYTHON=." >&2
        exit 2
    }
    "$venv/bin/python" -m pip install --quiet --no-input -r requirements.txt -r requirements-test.txt
    cat $locks > "$venv/installed.txt"
fi

# Builds the jar where it is missing or older than its sources.
../linkage --version

exec "$venv/bin/python" -m pytest -q -p no:cacheprovider --disable-warnings --durations=5 tests "$@"
