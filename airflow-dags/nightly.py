"""The nights of every company under LINKAGE_COMPANIES (default: the folder companies beside this file), as Airflow DAGs."""

import os
from pathlib import Path

from linkage_airflow.night import night
from linkage_airflow.settings import Settings

folder = Path(os.environ.get("LINKAGE_COMPANIES") or Path(__file__).parent / "companies")
for file in sorted(folder.glob("*.yaml")):
    dag = night(Settings.read(file))
    globals()[dag.dag_id] = dag
