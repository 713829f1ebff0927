"""What the tests share: an Airflow of their own with SQLite, and ways to run its command line."""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

HOME = Path(__file__).parents[2]
DAGS = HOME / "airflow-dags"
_aside = tempfile.TemporaryDirectory(prefix="linkage-airflow-")
AIRFLOW_HOME = Path(_aside.name)

# Before Airflow is imported: it reads these once.
os.environ.update(
    AIRFLOW_HOME=str(AIRFLOW_HOME),
    AIRFLOW__CORE__DAGS_FOLDER=str(DAGS),
    AIRFLOW__CORE__LOAD_EXAMPLES="False",
    AIRFLOW__CORE__UNIT_TEST_MODE="False",
)
sys.path.insert(0, str(DAGS))

import pytest  # noqa: E402

RUN_AT = "2026-07-01T02:00:00+00:00"


@dataclass
class Run:
    """How a DAG run went."""

    code: int
    text: str
    states: dict[str, tuple[str, int]]
    """State and number of tries of each task."""
    summaries: dict[str, dict]
    events: dict[str, dict]
    """Extra of each asset event."""


@pytest.fixture(scope="session")
def airflow():
    """Calls Airflow's command line on a fresh database."""

    def call(*words: str, companies: Path, **environment: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [sys.executable, "-m", "airflow", *words],
            env={**os.environ, "LINKAGE_COMPANIES": str(companies), **environment},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=1500,
        )  # fmt: skip

    migrated = call("db", "migrate", companies=DAGS / "companies")
    assert migrated.returncode == 0, migrated.stdout
    return call


@pytest.fixture
def dags_test(airflow):
    """Runs ``airflow dags test`` and tells what the database says of it."""

    def run(companies: Path, company: str, *words: str, **environment: str) -> Run:
        done = airflow("dags", "test", f"linkage_{company}", RUN_AT, *words, companies=companies, **environment)
        with sqlite3.connect(AIRFLOW_HOME / "airflow.db") as database:
            mine = (f"linkage_{company}",)
            states = database.execute("select task_id, state, try_number from task_instance where dag_id = ?", mine)
            xcoms = database.execute("select task_id, value from xcom where key = 'summary' and dag_id = ?", mine)
            events = database.execute(
                "select a.uri, e.extra from asset_event e join asset a on a.id = e.asset_id where e.source_dag_id = ?", mine
            )
            return Run(
                done.returncode,
                done.stdout,
                {task: (state, tries) for task, state, tries in states},
                {task: _value(value) for task, value in xcoms},
                {uri: json.loads(extra) for uri, extra in events},
            )

    return run


def _value(stored: str) -> dict:
    value = json.loads(stored)
    return json.loads(value) if isinstance(value, str) else value


def settings(folder: Path, company: str, **more: object) -> Path:
    """Writes the settings and a plan of a company that has the demo's plan; gives the folder that LINKAGE_COMPANIES names."""
    companies = folder / "companies"
    companies.mkdir(exist_ok=True)
    plan = json.loads((DAGS / "companies" / "demo.json").read_text())
    (companies / "plan.json").write_text(json.dumps({**plan, "company": company}))
    values = {"conf": str(folder), "warehouse": str(folder / "warehouse"), "plan": "plan.json", **more}
    (companies / f"{company}.yaml").write_text(json.dumps(values))
    return companies


def launcher(folder: Path, script: str) -> Path:
    """A Linkage whose launcher is this shell script; gives its home."""
    folder.mkdir()
    file = folder / "linkage"
    file.write_text(f'#!/bin/sh\nhere=$(dirname "$0")\n{script}')
    file.chmod(0o755)
    return folder
