#!/bin/sh
# Measures lifetime values from order lines by Linkage beside DuckDB + lifetimes: bench/clv/run.sh [customers …] [--rounds N].
# Needs a JDK 17 and Python 3.11; everything goes below bench/clv/target, about 2 GB for ten million customers.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
peer=$("$here/../../readers/environment.sh" peer "$here")
exec "$peer/bin/python" "$here/run.py" "$@"
