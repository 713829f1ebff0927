"""The nights of every company under LINKAGE_COMPANIES (default: the folder companies beside this file), as Airflow DAGs."""

from linkage_airflow.companies import companies
from linkage_airflow.night import night

for company in companies().sound:
    dag = night(*company)
    globals()[dag.dag_id] = dag
