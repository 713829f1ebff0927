"""What a company's DAG needs to know, read from one YAML file."""

from dataclasses import MISSING, dataclass, fields
from datetime import date
from pathlib import Path

import yaml

ENGINES = ("launcher", "spark-submit")
SUBMIT = ("spark-submit", "--master", "local[*]", "--deploy-mode", "client")


class SettingsError(ValueError):
    """A settings file that cannot be used; the text has every fault of it."""


@dataclass(frozen=True)
class Settings:
    """The settings of one company's nights. Relative paths start at the folder of the file."""

    conf: Path
    """Folder of the company's company.yaml."""
    warehouse: Path
    """Folder of its warehouse."""
    plan: Path
    """File that ``linkage plan --json`` wrote."""
    home: Path = Path(__file__).parents[2]
    """Folder of Linkage, with its launcher."""
    engine: str = "launcher"
    """What starts a job: launcher or spark-submit."""
    submit: tuple[str, ...] = SUBMIT
    """With spark-submit: the command up to --class, in client mode."""
    schedule: str = "0 2 * * *"
    """When the night of the day before begins, as cron, in the company's time zone."""
    start: date = date(1990, 1, 1)
    """First business date; runs dated earlier would end well without doing anything."""
    retries: int = 3
    """Further tries after exit codes 1 and 5."""
    retry_seconds: int = 300
    """Wait before a further try."""
    job_minutes: int = 180
    """Longest time of a job, after which it is stopped."""
    night_minutes: int = 600
    """Longest time of a whole night."""
    pool: str = "linkage"
    """Airflow's pool for these jobs; it must exist."""

    @staticmethod
    def read(file: Path) -> "Settings":
        """The settings of a file, or a SettingsError that names every fault."""
        try:
            given = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
        except (OSError, ValueError, yaml.YAMLError) as fault:
            raise SettingsError(f"{file} cannot be read: {fault}. Mend the file.") from fault
        if not isinstance(given, dict):
            raise SettingsError(f"{file} must hold lines of the form 'key: value'. See docs/airflow.md.")
        values = {key: _typed(key, value, file.parent) for key, value in given.items()}
        faults = [*_unknown(given), *_missing(given), *_wrong(values)]
        if faults:
            raise SettingsError(f"{file}: " + "; ".join(faults) + ". Mend the file; docs/airflow.md has every key.")
        return Settings(**values)


PATHS = ("conf", "warehouse", "plan", "home")
NUMBERS = {"retries": 0, "retry_seconds": 0, "job_minutes": 1, "night_minutes": 1}


def _typed(key: str, value: object, folder: Path) -> object:
    if key in PATHS and isinstance(value, str):
        return (folder / value).resolve()
    return tuple(value) if key == "submit" and isinstance(value, list) else value


def _unknown(given: dict) -> list[str]:
    known = [each.name for each in fields(Settings)]
    return [f"{key} is no setting (there are {', '.join(known)})" for key in given if key not in known]


def _missing(given: dict) -> list[str]:
    needed = [each.name for each in fields(Settings) if each.default is MISSING]
    return [f"{key} is missing" for key in needed if key not in given]


def _wrong(values: dict) -> list[str]:
    faults = []
    for key, value in values.items():
        if key in PATHS and not isinstance(value, Path):
            faults.append(f"{key} must be a path but is {value!r}")
        if key in NUMBERS and (type(value) is not int or value < NUMBERS[key]):
            faults.append(f"{key} must be a whole number from {NUMBERS[key]} on but is {value!r}")
        if key in ("schedule", "pool") and not isinstance(value, str):
            faults.append(f"{key} must be text but is {value!r}")
        if key == "engine" and value not in ENGINES:
            faults.append(f"engine must be one of {', '.join(ENGINES)} but is {value!r}")
        if key == "start" and type(value) is not date:
            faults.append(f"start must be a date like 2026-01-31 but is {value!r}")
        if key == "submit":
            faults.extend(_submit(value))
    return faults


def _submit(value: object) -> list[str]:
    if not isinstance(value, tuple) or not value or not all(isinstance(each, str) for each in value):
        return [f"submit must be a list of words but is {value!r}"]
    if "cluster" in value or "--deploy-mode=cluster" in value:
        return ["submit asks for cluster mode, in which spark-submit ends with 0 though the job failed; use client mode"]
    return []
