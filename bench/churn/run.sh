#!/bin/sh
# Holds the churn models of the example telco beside scikit-learn's on the same ten folds: bench/churn/run.sh
# Needs a JDK 17 and Python 3.11; the warehouse and the environment go below bench/churn/target.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
peer=$("$here/../../readers/environment.sh" peer "$here")
"$here/../../linkage" nightly --conf "$here/../../conf/examples/telco" --date 2019-12-31 --warehouse "$here/target/warehouse"
exec "$peer/bin/python" "$here/peer.py" "$here/target/warehouse"
