"""The companies that have nights."""

import os
from dataclasses import dataclass
from pathlib import Path

from linkage_airflow.night import plain
from linkage_airflow.plan import Plan
from linkage_airflow.settings import Settings, SettingsError

BESIDE = Path(__file__).parents[1] / "companies"


@dataclass(frozen=True)
class Companies:
    """What the files of a folder say."""

    sound: list[tuple[Settings, Plan]]
    """Settings and plan of each company that has both."""
    faults: list[str]
    """What is wrong with the others."""


def companies() -> Companies:
    """Every company of the folder LINKAGE_COMPANIES, or else of the folder beside the DAGs."""
    sound, faults, named = [], [], {}
    for file in sorted(Path(os.environ.get("LINKAGE_COMPANIES") or BESIDE).glob("*.yaml")):
        try:
            settings = Settings.read(file)
            plan = Plan.read(settings.plan, settings.conf)
            first = named.setdefault(plain(plan.company), file)
            if first != file:
                raise SettingsError(f"{file} and {first} are both of {plan.company}, which has one DAG. Take one of them away.")
            sound.append((settings, plan))
        except SettingsError as fault:
            faults.append(str(fault))
    return Companies(sound, faults)
