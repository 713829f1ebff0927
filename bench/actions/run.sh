#!/bin/sh
# Decides the next best action of a million made customers under a budget, twice in other parts: bench/actions/run.sh [customers].
# Needs a JDK 17; everything goes below bench/actions/target, about 1 GB for a million customers.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
export LINKAGE_COMPILER="${LINKAGE_COMPILER:-thorough}" LINKAGE_MEMORY="${LINKAGE_MEMORY:-1500m}"
exec "$here/../../linkage" bench-actions --conf "$here" --warehouse "$here/target" --customers "${1:-1000000}"
