"""The DAG of a company's nights, made from its plan."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from airflow.sdk import DAG, Asset, CronDataIntervalTimetable, Param, chain

from linkage_airflow.job import LinkageJob
from linkage_airflow.plan import Plan, PlannedJob
from linkage_airflow.settings import Settings

PARAMS = {
    "business_date": Param(None, type=["null", "string"], format="date", description="Overrides the date of the data interval"),
    "force": Param(False, type="boolean", description="Run jobs that are complete once more"),
}


def asset(company: str, table: str) -> Asset:
    """A published table, as other DAGs name it in their schedule."""
    return Asset(f"x-linkage://{plain(company)}/{table}")


def plain(company: str) -> str:
    """The company's name in signs that Airflow takes in identifiers, as in the name of its default warehouse."""
    return re.sub(r"[^a-z0-9._-]", "-", company.lower())


def night(settings: Settings, plan: Plan) -> DAG:
    """One task per job, in the order of the plan; the data interval is explicit, so that no setting of Airflow moves dates."""
    zone = ZoneInfo(plan.zone)
    with DAG(
        dag_id=f"linkage_{plain(plan.company)}",
        description=f"Linkage's nights of {plan.company}",
        schedule=CronDataIntervalTimetable(settings.schedule, timezone=plan.zone),
        start_date=datetime.combine(settings.start, datetime.min.time(), tzinfo=zone),
        catchup=False,
        max_active_runs=1,
        dagrun_timeout=timedelta(minutes=settings.night_minutes),
        params=PARAMS,
        tags=["linkage"],
    ) as dag:
        chain(*[_task(job, plan, settings) for job in plan.jobs])
    return dag


def _task(job: PlannedJob, plan: Plan, settings: Settings) -> LinkageJob:
    return LinkageJob(
        task_id=job.name,
        company=plan.company,
        zone=plan.zone,
        settings=settings,
        outlets=[asset(plan.company, table) for table in job.publishes],
        retries=settings.retries,
        retry_delay=timedelta(seconds=settings.retry_seconds),
        execution_timeout=timedelta(minutes=settings.job_minutes),
        pool=settings.pool,
        doc_md="\n".join(f"- {step}" for step in job.steps),
    )
