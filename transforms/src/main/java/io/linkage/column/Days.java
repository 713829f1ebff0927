package io.linkage.column;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.trunc;

import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.spark.sql.Column;

/** Days, months and weeks. */
public final class Days {
    /** First day of the first version of everything. */
    public static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);
    /** End of a version that still holds. */
    public static final LocalDate END = LocalDate.of(9999, 12, 31);

    private static final double DAYS_OF_WEEK = 7.0;

    private Days() {}

    /** A constant day. */
    public static Column day(LocalDate date) {
        return lit(Date.valueOf(date));
    }

    /** The day on which a moment (UTC) falls in a time zone. */
    public static Column local(Column moment, ZoneId zone) {
        return to_date(from_utc_timestamp(moment, zone.getId()));
    }

    /** First day of the month. */
    public static Column month(Column date) {
        return trunc(date, "month");
    }

    /** yyyyMMdd, or 0 where there is no day. */
    public static Column key(Column date) {
        return coalesce(date_format(date, "yyyyMMdd").cast("int"), lit(0));
    }

    /** Weeks from one day to another, as a real number. */
    public static Column weeks(Column from, Column to) {
        return datediff(to, from).divide(DAYS_OF_WEEK);
    }
}
