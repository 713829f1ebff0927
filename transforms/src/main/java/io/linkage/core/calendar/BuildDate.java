package io.linkage.core.calendar;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.quarter;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.weekday;
import static org.apache.spark.sql.functions.weekofyear;
import static org.apache.spark.sql.functions.year;

import io.linkage.column.Days;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.core.SpecialMembers;
import io.linkage.table.core.DimDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Days up to two years after the business date. */
public final class BuildDate {
    public static final Build BUILD = Build.of(DimDate.TABLE).reads(BuildDate::from);

    private BuildDate() {}

    static Dataset<Row> from(Inputs in) {
        Column days = sequence(
                Days.day(Days.BEGINNING), Days.day(in.asOf().plusYears(2).withDayOfYear(1)), expr("interval 1 day"));
        return DimDate.TABLE.shape(
                days(in.one().select(explode(days).as("day"))).unionByName(specialMembers(in.one())));
    }

    private static Dataset<Row> days(Dataset<Row> days) {
        Column day = col("day");
        return days.select(
                DimDate.DATE_KEY.is(Days.key(day)),
                DimDate.CALENDAR_DATE.is(day),
                DimDate.DAY_NAME.is(date_format(day, "EEEE")),
                DimDate.ISO_WEEK_NUMBER.is(weekofyear(day)),
                DimDate.ISO_YEAR_NUMBER.is(expr("extract(yearofweek from day)")),
                DimDate.MONTH_DATE.is(Days.month(day)),
                DimDate.QUARTER_NUMBER.is(quarter(day)),
                DimDate.YEAR_NUMBER.is(year(day)),
                DimDate.IS_WORKDAY.is(weekday(day).lt(5)));
    }

    private static Dataset<Row> specialMembers(Dataset<Row> one) {
        return SpecialMembers.of(one)
                .select(
                        DimDate.DATE_KEY.is(col(SpecialMembers.KEY)),
                        DimDate.CALENDAR_DATE.unknown(),
                        DimDate.DAY_NAME.is(col(SpecialMembers.TEXT)),
                        DimDate.ISO_WEEK_NUMBER.unknown(),
                        DimDate.ISO_YEAR_NUMBER.unknown(),
                        DimDate.MONTH_DATE.unknown(),
                        DimDate.QUARTER_NUMBER.unknown(),
                        DimDate.YEAR_NUMBER.unknown(),
                        DimDate.IS_WORKDAY.is(false));
    }
}
