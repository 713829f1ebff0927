"""Which business date a DAG run is for."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo


def business_date(asked: str | None, interval_start: datetime | None, run_after: datetime, zone: str) -> date:
    """The date that was asked for; else the day, where the company is, on which the data interval begins; else yesterday.

    Airflow's own ``ds`` is the day in UTC: 02:00 in Auckland would be the day before. Runs that were started by hand without
    a logical date, or by an asset, have no data interval: they take the last day that is over where the company is, as
    ``linkage nightly`` does.
    """
    if asked:
        return date.fromisoformat(asked)
    if interval_start:
        return interval_start.astimezone(ZoneInfo(zone)).date()
    return run_after.astimezone(ZoneInfo(zone)).date() - timedelta(days=1)
