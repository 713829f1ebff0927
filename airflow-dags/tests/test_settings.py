"""Settings and plans, good and bad."""

from pathlib import Path

import pytest
from conftest import DAGS, HOME

from linkage_airflow.job import command
from linkage_airflow.plan import Plan
from linkage_airflow.settings import Settings, SettingsError

NEEDED = "conf: c\nwarehouse: w\nplan: p.json\n"


def test_the_sample_is_sound():
    read = Settings.read(DAGS / "companies" / "demo.yaml")

    assert (read.conf, read.home) == (HOME / "conf" / "demo", HOME)
    assert [job.name for job in Plan.read(read.plan, read.conf).jobs] == ["ingest", "conform", "score", "mart", "publish"]


def test_every_fault_is_named_at_once(tmp_path):
    text = (
        "conf: 7\nplan: p\nengine: rocket\nretries: many\nretrys: 1\nstart: soon\nsubmit: [spark-submit, --deploy-mode, cluster]"
    )

    with pytest.raises(SettingsError) as told:
        Settings.read(written(tmp_path, text))

    for part in ("faulty.yaml", "conf must", "warehouse is missing", "engine must", "retries must", "retrys is no", "start must", "cluster"):
        assert part in str(told.value)


@pytest.mark.parametrize("text", ["", "just words", "a: [", "- list"])
def test_a_file_of_another_kind_is_refused(tmp_path, text):
    with pytest.raises(SettingsError, match="faulty.yaml"):
        Settings.read(written(tmp_path, text))


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"company": "c", "time_zone": "UTC", "jobs": [{}]}'])
def test_a_plan_that_is_none_says_how_to_make_it(tmp_path, text):
    file = written(tmp_path, text)

    with pytest.raises(SettingsError, match="linkage plan --conf conf/acme --json"):
        Plan.read(file, Path("conf/acme"))


def test_a_setting_chooses_what_starts_a_job(tmp_path):
    launched = command(Settings.read(written(tmp_path, NEEDED)), "mart", "2026-06-30", False)
    submitted = command(Settings.read(written(tmp_path, NEEDED + "engine: spark-submit\n")), "mart", "2026-06-30", True)

    rest = ["run", "mart", "--conf", str(tmp_path / "c"), "--warehouse", str(tmp_path / "w"), "--date", "2026-06-30"]
    assert launched == [str(HOME / "linkage"), *rest]
    assert submitted[:5] == ["spark-submit", "--master", "local[*]", "--deploy-mode", "client"]
    assert submitted[5:] == [
        "--class", "io.linkage.jobs.Main", str(HOME / "jobs/target/linkage.jar"), *rest, "--force"
    ]  # fmt: skip


def written(folder: Path, text: str) -> Path:
    """A settings file with this text."""
    file = folder / "faulty.yaml"
    file.write_text(text)
    return file
