"""The plan that ``linkage plan --json`` wrote."""

import json
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from linkage_airflow.settings import SettingsError


@dataclass(frozen=True)
class PlannedJob:
    """One job of a night."""

    name: str
    """As ``linkage run`` takes it."""
    steps: tuple[str, ...]
    """What it does, in order."""
    publishes: tuple[str, ...]
    """Tables that readers see anew when it is done."""


@dataclass(frozen=True)
class Plan:
    """What a company's nights consist of."""

    company: str
    zone: str
    """The company's time zone."""
    jobs: tuple[PlannedJob, ...]
    """In order."""

    @staticmethod
    def read(file: Path, conf: Path) -> "Plan":
        """The plan of a file, or a SettingsError that says how to make it."""
        try:
            plan = json.loads(file.read_text(encoding="utf-8"))
            ZoneInfo(plan["time_zone"])
            return Plan(plan["company"], plan["time_zone"], tuple(_job(each) for each in plan["jobs"]))
        except (OSError, ValueError, KeyError, TypeError) as fault:
            raise SettingsError(
                f"{file} is no plan of a company: {type(fault).__name__} {fault}."
                f" Make it by: linkage plan --conf {conf} --json > {file}.new && mv {file}.new {file}"
            ) from fault


def _job(job: dict) -> PlannedJob:
    return PlannedJob(job["job"], tuple(step["step"] for step in job["steps"]), tuple(job["publishes"]))
