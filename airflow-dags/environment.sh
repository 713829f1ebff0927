#!/bin/sh
# Makes the virtual environment of the DAGs and their tests below airflow-dags/target, from both locks, and prints its folder.
# Needs Python 3.11, which the locks are for; PYTHON names it.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
PYTHON=${PYTHON:-python3.11} exec "$here/../readers/environment.sh" venv "$here" requirements.txt requirements-test.txt
