package io.linkage.table.core;

import static io.linkage.contract.Privacy.PUBLIC;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Calendar days from 1900 to two years after the business date, and the special members. */
public final class DimDate {
    private static final TableBuilder T = Table.named("dim_date", Layer.CORE)
            .grain("one row per calendar day, and one per special member")
            .meaning("Days with the weeks, months, quarters and years that reports group by.");

    public static final Field DATE_KEY = T.key("date_key", Domain.DATE_KEY, PUBLIC, "The day as yyyyMMdd");
    public static final Field CALENDAR_DATE =
            T.optional("calendar_date", Domain.DATE, PUBLIC, "The day; empty for a special member");
    public static final Field DAY_NAME = T.required("day_name", Domain.TEXT, PUBLIC, "Weekday, or the special member");
    public static final Field ISO_WEEK_NUMBER =
            T.optional("iso_week_number", Domain.NUMBER, PUBLIC, "Week of the ISO year");
    public static final Field ISO_YEAR_NUMBER =
            T.optional("iso_year_number", Domain.NUMBER, PUBLIC, "Year that the ISO week belongs to");
    public static final Field MONTH_DATE =
            T.optional("month_date", Domain.DATE, PUBLIC, "First day of the calendar month");
    public static final Field QUARTER_NUMBER =
            T.optional("quarter_number", Domain.NUMBER, PUBLIC, "Quarter of the calendar year");
    public static final Field YEAR_NUMBER =
            T.optional("year_number", Domain.NUMBER, PUBLIC, "Calendar year of the day");
    public static final Field IS_WORKDAY =
            T.required("is_workday", Domain.FLAG, PUBLIC, "Monday to Friday, holidays not considered");

    public static final Table TABLE = T.build();

    private DimDate() {}
}
