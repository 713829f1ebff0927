"""The rule of the business date."""

from datetime import UTC, date, datetime, timedelta

import pytest
from airflow.timetables.base import TimeRestriction
from airflow.timetables.interval import CronDataIntervalTimetable
from pendulum import datetime as moment

from linkage_airflow.business_date import business_date

LATE = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)


def test_the_date_that_was_asked_for_goes_first():
    assert business_date("2011-12-09", LATE, LATE, "UTC") == date(2011, 12, 9)


def test_a_date_that_is_none_is_refused():
    with pytest.raises(ValueError):
        business_date("2026-02-30", None, LATE, "UTC")


def test_the_day_is_that_of_the_company_and_not_of_utc():
    assert business_date(None, LATE, LATE, "Europe/Amsterdam") == date(2026, 7, 2)
    assert business_date(None, LATE, LATE, "America/New_York") == date(2026, 7, 1)


def test_without_a_data_interval_it_is_yesterday_where_the_company_is():
    assert business_date(None, None, LATE, "Europe/Amsterdam") == date(2026, 7, 1)
    assert business_date(None, None, LATE, "America/New_York") == date(2026, 6, 30)


@pytest.mark.parametrize("zone", ["UTC", "Europe/Amsterdam", "America/New_York", "Pacific/Auckland"])
@pytest.mark.parametrize("cron", ["0 2 * * *", "30 0 * * *", "0 23 * * *"])
def test_a_year_of_nights_has_every_day_once_through_both_clock_changes(zone, cron):
    timetable = CronDataIntervalTimetable(cron, timezone=zone)
    year = TimeRestriction(earliest=moment(2026, 1, 1, tz=zone), latest=moment(2027, 1, 1, tz=zone), catchup=True)
    days, last = [], None
    while run := timetable.next_dagrun_info(last_automated_data_interval=last, restriction=year):
        last = run.data_interval
        days.append(business_date(None, last.start, run.run_after, zone))
        assert business_date(None, last.start, run.run_after, zone) < run.run_after.in_timezone(zone).date()

    assert days[:365] == [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
