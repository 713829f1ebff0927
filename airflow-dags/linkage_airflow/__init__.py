"""Linkage's nights in Airflow: settings, the business date, the job that a task runs, and the DAG made from a plan."""
