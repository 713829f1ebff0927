#!/usr/bin/env bash
# Runs one night on one machine's cores and on a Spark cluster, with the same jar, and compares every row of every table.
# The cluster is a standalone master with two workers of one core, from the locked PySpark, on loopback and free ports; rows
# are parted there in other ways than on one machine. LINKAGE_NIGHT names the folder of a night on one machine, with its demo/, conf/
# and warehouse/, as airflow-dags/test.sh leaves one; without it one is run. Needs a JDK 17 and Python 3.11; leaves nothing running.
set -euo pipefail
cd "$(dirname "$0")"
home=$(cd .. && pwd -P)
python=$(../readers/environment.sh readers)/bin/python
SPARK_HOME=$("$python" -c 'import pyspark; print(pyspark.__path__[0])')
run=$PWD/target/run
date=2026-06-30
started=()

stop() {
    if [ "${#started[@]}" -gt 0 ]; then kill "${started[@]}" 2>/dev/null || true; fi
    wait
}
trap stop EXIT
trap 'exit 1' INT TERM

fail() {
    echo "$1 Logs: cluster/target/run/*.log" >&2
    exit 1
}

# A company of files: no database is needed. Its pseudonyms are equal under one key alone.
night_here() {
    mkdir -p "$night/conf"
    (umask 077; head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n' > "$night/key")
    sed -E -e 's/format: jdbc/format: parquet/' -e "s|pseudonym-key: generate|pseudonym-key: \${file:$night/key}|" \
        -e '/location: \$\{DEMO_JDBC\}/{N;s|.*options: \{table: public\.([a-z_]+),.*|      location: ${DEMO}/marketing/\1.parquet|}' \
        "$home/conf/demo/company.yaml" > "$night/conf/company.yaml"
    "$home/linkage" generate --as parquet --customers 300 --seed 7 --out "$DEMO"
    "$home/linkage" nightly --conf "$night/conf" --date "$date" --warehouse "$night/warehouse" > "$run/night.log" 2>&1 ||
        fail "The night on this machine failed."
}

# No step is small on the cluster: every table is worked in parts, by both executors.
conf_of_cluster() {
    mkdir "$run/conf"
    cat "$night/conf/company.yaml" - > "$run/conf/company.yaml" <<< 'run: {small-step-mebibytes: 0}'
}

spark() {
    local log=$run/$1.log
    shift
    "$SPARK_HOME/bin/spark-class" "$@" > "$log" 2>&1 &
    started+=($!)
}

# What docs/cluster.md asks for: a secret in spark-defaults.conf, which Spark's REST server does not know. And what a Hadoop cluster has: an HDFS as default.
cluster() {
    export SPARK_HOME SPARK_LOCAL_IP=127.0.0.1 SPARK_DAEMON_MEMORY=256m SPARK_LOCAL_DIRS=$run/spill
    export SPARK_CONF_DIR=$run/spark HADOOP_CONF_DIR=$run/hadoop
    mkdir -p "$SPARK_CONF_DIR" "$HADOOP_CONF_DIR" "$SPARK_LOCAL_DIRS"
    (umask 077; echo "spark.authenticate true
spark.master.rest.enabled false
spark.authenticate.secret $(head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n')" > "$SPARK_CONF_DIR/spark-defaults.conf")
    echo '<configuration><property><name>fs.defaultFS</name><value>hdfs://nowhere.invalid</value></property></configuration>' \
        > "$HADOOP_CONF_DIR/core-site.xml"
    spark master org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 0 --webui-port 0
    master=$(told master 'spark://127[0-9.:]*') || fail "The master of the cluster did not start."
    for worker in 1 2; do
        spark "worker$worker" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --cores 1 --memory 1g --webui-port 0 \
            --work-dir "$run/work$worker" "$master"
        told "worker$worker" 'Successfully registered' > /dev/null || fail "Worker $worker of the cluster did not start."
    done
}

# Waits up to a minute for words in a log.
told() {
    for _ in $(seq 120); do
        grep -om1 "$2" "$run/$1.log" && return
        sleep 0.5
    done
    return 1
}

# The shipped settings, but for what this machine is smaller in. Plans are compiled here, as those of large tables are, and interpreted in
# the night on one machine and in all other tests: so that both ways give the same rows, this may take its time.
submit() {
    "$SPARK_HOME/bin/spark-submit" --properties-file "$home/conf/spark/standalone.conf" --load-spark-defaults \
        --master "$master" --driver-memory 1g --executor-memory 1g --executor-cores 1 --total-executor-cores 2 \
        --conf spark.driver.host=127.0.0.1 --conf spark.driver.bindAddress=127.0.0.1 --conf spark.sql.shuffle.partitions=3 \
        --driver-java-options -XX:TieredStopAtLevel=1 --conf spark.executor.extraJavaOptions=-XX:TieredStopAtLevel=1 \
        --class io.linkage.jobs.Main "$home/jobs/target/linkage.jar" "$@"
}

rm -rf "$run"
mkdir -p "$run"
night=${LINKAGE_NIGHT:-$run/night}
export DEMO=$night/demo
[ -n "${LINKAGE_NIGHT:-}" ] || night_here
conf_of_cluster
cluster
submit nightly --conf "$run/conf" --date "$date" --warehouse "$run/warehouse" > "$run/cluster.log" 2>&1 ||
    fail "The night on the cluster failed."
! grep -q ' INFO ' "$run/cluster.log" || fail "Spark's own words reached the terminal."
for worker in 1 2; do
    compgen -G "$run/work$worker/app-*/*/stderr" > /dev/null || fail "Worker $worker had no part in the night."
done
tail -n 4 "$run/cluster.log"
"$python" compare.py "$night/warehouse" "$run/warehouse"
