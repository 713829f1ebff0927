"""Companies of which nightly.py makes no DAG, as an import error of Airflow: one file that is faulty hides no other company."""

from linkage_airflow.companies import companies
from linkage_airflow.settings import SettingsError

if faults := companies().faults:
    raise SettingsError("\n".join(faults))
