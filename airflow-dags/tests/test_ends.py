"""What each end of a job means to Airflow, in real task runs of a launcher that ends as the test wants."""

import threading
import time

import pytest
from airflow.sdk.exceptions import AirflowException, AirflowFailException
from conftest import launcher, settings

from linkage_airflow.job import LinkageJob, failure
from linkage_airflow.settings import Settings

# Takes the next exit code of its job from the file named so; 0 where there is none left.
ENDS_AS_TOLD = """
echo "$*" >> "$here/calls"
ends="$here/$2"
code=$(head -n 1 "$ends" 2>/dev/null || true)
sed -i 1d "$ends" 2>/dev/null || true
printf '{"run": "r1", "job": "%s", "exit": %s, "failure": "Because."}' "$2" "${code:-0}" > "$here/$2.json"
echo "Summary: $here/$2.json"
exit "${code:-0}"
"""


@pytest.mark.parametrize("code", [1, 5, -9, 137, 143])
def test_a_retry_may_mend_faults_sources_and_kills(code):
    assert type(failure(code, "ingest", None)) is AirflowException


@pytest.mark.parametrize("code", [2, 3, 4, 126, 127])
def test_a_retry_mends_nothing_else(code):
    assert type(failure(code, "ingest", None)) is AirflowFailException


def test_5_and_1_are_tried_again_and_3_is_not(tmp_path, dags_test):
    home = launcher(tmp_path / "home", ENDS_AS_TOLD)
    for job, ends in {"ingest": "5\n", "conform": "1\n", "score": "3\n"}.items():
        (home / job).write_text(ends)

    run = dags_test(settings(tmp_path, "retried", home=str(home), retry_seconds=0), "retried")

    assert run.code != 0
    assert run.states == {
        "ingest": ("success", 2),
        "conform": ("success", 2),
        "score": ("failed", 1),
        "mart": ("upstream_failed", 0),
        "publish": ("upstream_failed", 0),
    }
    jobs = [call.split()[1] for call in (home / "calls").read_text().splitlines()]
    assert jobs == ["ingest", "ingest", "conform", "conform", "score"]
    assert "--date 2026-06-30" in (home / "calls").read_text()
    assert "score of retried for 2026-06-30 ended with exit code 3: the data stopped the night" in run.text
    assert run.summaries["score"]["failure"] == "Because."
    assert run.events == {}


def test_a_locked_warehouse_fails_at_once_and_has_a_summary_too(tmp_path, dags_test):
    home = launcher(tmp_path / "home", 'echo once >> "$here/calls"; exit 4')

    run = dags_test(settings(tmp_path, "locked", home=str(home), retry_seconds=0), "locked")

    assert run.states["ingest"] == ("failed", 1)
    assert (home / "calls").read_text() == "once\n"
    assert run.summaries["ingest"] == {"company": "locked", "job": "ingest", "business_date": "2026-06-30", "exit": 4}


def test_a_run_takes_the_date_and_the_force_it_is_given(tmp_path, dags_test):
    home = launcher(tmp_path / "home", ENDS_AS_TOLD)
    companies = settings(tmp_path, "asked", home=str(home))

    run = dags_test(companies, "asked", "--conf", '{"business_date": "2011-12-09", "force": true}')

    assert run.code == 0, run.text
    calls = (home / "calls").read_text().splitlines()
    assert len(calls) == 5
    assert all(call.endswith("--date 2011-12-09 --force") for call in calls)
    assert run.events["x-linkage://asked/mart_customer_value"] == {"business_date": "2011-12-09", "run": "r1"}


def test_a_job_that_is_stopped_may_end_what_it_is_at(tmp_path):
    script = """trap 'echo stopped > "$here/end"; exit 1' TERM; echo on; while :; do sleep 0.1; done"""
    home = launcher(tmp_path / "home", script)
    read = Settings.read(settings(tmp_path, "stopped", home=str(home)) / "stopped.yaml")
    job = LinkageJob(task_id="ingest", company="stopped", zone="UTC", settings=read)
    ended = []
    running = threading.Thread(target=lambda: ended.append(job._run([str(home / "linkage")])))

    running.start()
    time.sleep(1)
    job.on_kill()
    running.join(10)

    assert ended == [(1, None)]
    assert (home / "end").read_text() == "stopped\n"


def test_a_launcher_that_is_not_there_fails_at_once(tmp_path):
    read = Settings.read(settings(tmp_path, "missing", home=str(tmp_path)) / "missing.yaml")
    job = LinkageJob(task_id="ingest", company="missing", zone="UTC", settings=read)

    with pytest.raises(AirflowFailException, match="cannot be started"):
        job._run([str(tmp_path / "linkage")])
