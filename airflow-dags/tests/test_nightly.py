"""The DAG as real Airflow loads it, and a real night of the demo company in it."""

import json
import os
import secrets
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from airflow.dag_processing.dagbag import BundleDagBag
from conftest import DAGS, HOME, launcher, settings

LAUNCHER = str(HOME / "linkage")
# Stays: the readers' tests read its release, and the cluster's test runs it again.
NIGHT = DAGS / "target" / "night"


@pytest.fixture(scope="module")
def dag(airflow):
    """The sample's DAG, without an error on the way."""
    bag = BundleDagBag(dag_folder=DAGS, bundle_path=DAGS, bundle_name="dags-folder")
    assert bag.import_errors == {}
    assert list(bag.dags) == ["linkage_demo"]
    return bag.dags["linkage_demo"]


def test_it_has_a_task_for_every_job_in_their_order(dag):
    assert [task.task_id for task in dag.topological_sort()] == ["ingest", "conform", "score", "mart", "publish"]
    assert all(len(task.downstream_task_ids) == 1 for task in dag.tasks if task.task_id != "publish")


def test_one_night_at_a_time_and_none_without_end(dag):
    assert (dag.max_active_runs, dag.catchup, dag.dagrun_timeout.total_seconds()) == (1, False, 36000)
    for task in dag.tasks:
        assert (task.pool, task.retries, task.execution_timeout.total_seconds()) == ("linkage", 3, 10800)


def test_publish_alone_has_an_asset_for_every_published_table(dag):
    plan = json.loads((DAGS / "companies" / "demo.json").read_text())
    uris = {task.task_id: {asset.uri for asset in task.outlets} for task in dag.tasks}

    assert uris.pop("publish") == {f"x-linkage://demo/{table}" for table in plan["jobs"][-1]["publishes"]}
    assert set().union(*uris.values()) == set()


def test_faulty_settings_are_an_import_error_and_hide_no_other_company(tmp_path, monkeypatch):
    settings(tmp_path, "faulty", engine="rocket")
    (settings(tmp_path, "latin") / "latin.yaml").write_bytes("# caf\u00e9".encode("latin-1"))
    twice = settings(tmp_path, "sound") / "sound.yaml"
    twice.with_name("sounder.yaml").write_bytes(twice.read_bytes())
    monkeypatch.setenv("LINKAGE_COMPANIES", str(settings(tmp_path, "sound")))

    bag = BundleDagBag(dag_folder=DAGS, bundle_path=DAGS, bundle_name="dags-folder")

    assert list(bag.dags) == ["linkage_sound"]
    assert [Path(file).name for file in bag.import_errors] == ["faults.py"]
    told = "".join(bag.import_errors.values())
    for part in ("engine must be one of launcher, spark-submit", "latin.yaml cannot be read", "sounder.yaml and"):
        assert part in told


def test_a_backfill_has_the_business_dates_before_its_end(airflow):
    assert airflow("dags", "reserialize", companies=DAGS / "companies").returncode == 0

    range_ = ("--from-date", "2026-06-28", "--to-date", "2026-07-01")
    told = airflow("backfill", "create", "--dry-run", "--dag-id", "linkage_demo", *range_, companies=DAGS / "companies").stdout

    assert [line[2:12] for line in told.splitlines() if "02:00:00" in line] == ["2026-06-28", "2026-06-29", "2026-06-30"]


def test_out_of_memory_is_a_fault_and_not_bad_data(tmp_path):
    words = [LAUNCHER, "plan", "--conf", str(HOME / "conf" / "demo"), "--json"]

    done = subprocess.run(words, env={**os.environ, "LINKAGE_MEMORY": "5m", "DEMO": "/demo"}, capture_output=True, text=True)

    assert "OutOfMemoryError" in done.stdout + done.stderr
    assert done.returncode == 1


def test_spark_submit_passes_the_exit_code_on(tmp_path, dags_test):
    options, jars = HOME / "conf" / "jvm.options", HOME / "jobs" / "target" / "spark" / "*"
    script = f"""exec java @{options} -cp '{jars}' org.apache.spark.deploy.SparkSubmit "$@" """
    submit = [str(launcher(tmp_path / "spark", script) / "linkage"), "--master", "local[1]", "--deploy-mode", "client"]

    run = dags_test(settings(tmp_path, "submitted", engine="spark-submit", submit=submit), "submitted")

    assert run.states["ingest"] == ("failed", 1)
    assert "ended with exit code 2" in run.text and "company.yaml" in run.text


def test_a_night_of_the_demo_ends_well(dags_test):
    shutil.rmtree(NIGHT, ignore_errors=True)
    demo, warehouse = NIGHT / "demo", NIGHT / "warehouse"
    conf = demo_of_files(NIGHT)
    size = ("--customers", "300", "--seed", "7")
    subprocess.run([LAUNCHER, "generate", "--as", "parquet", *size, "--out", str(demo)], check=True)

    run = dags_test(settings(NIGHT, "demo", conf=str(conf)), "demo", DEMO=str(demo))

    assert run.code == 0, run.text
    assert run.states == {job: ("success", 1) for job in ("ingest", "conform", "score", "mart", "publish")}
    assert {summary["business_date"] for summary in run.summaries.values()} == {"2026-06-30"}
    manifest = json.loads((warehouse / "curated/current/manifest.json").read_text())
    assert {f"x-linkage://demo/{each['table']}" for each in manifest["tables"]} <= set(run.events)
    assert run.events["x-linkage://demo/mart_customer_value"]["run"] == run.summaries["publish"]["run"]


def demo_of_files(folder: Path) -> Path:
    """The demo's configuration, its marketing silo being files of ``generate --as parquet``, under a key that is kept."""
    company = yaml.safe_load((HOME / "conf" / "demo" / "company.yaml").read_text())
    for source in [each for sources in company["feeds"].values() for each in sources if each["format"] == "jdbc"]:
        table = source.pop("options")["table"].removeprefix("public.")
        source.update(format="parquet", location=f"${{DEMO}}/marketing/{table}.parquet")
    conf, key = folder / "conf", folder / "key"
    conf.mkdir(parents=True)
    key.touch(mode=0o600)
    key.write_text(secrets.token_hex(32))
    company["privacy"]["pseudonym-key"] = f"${{file:{key}}}"
    (conf / "company.yaml").write_text(yaml.safe_dump(company, sort_keys=False))
    return conf
