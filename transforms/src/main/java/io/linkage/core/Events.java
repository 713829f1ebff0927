package io.linkage.core;

import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.from_utc_timestamp;

import io.linkage.column.Days;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.settings.ReportingSettings;
import java.time.ZoneId;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What happened up to the business date: later events wait for the night of their own date. */
public final class Events {
    private Events() {}

    /** The day of a moment in the company's time zone. */
    public static Column local(Field moment, Inputs in) {
        return Days.local(moment.col(), zone(in));
    }

    /** The company's time zone, in which its days begin. */
    public static ZoneId zone(Inputs in) {
        return in.settings(ReportingSettings.class).timeZone();
    }

    /** Whether a moment is the first of its day in the company's time zone: what is booked by its date alone has no other. */
    public static Column isMidnight(Column moment, Inputs in) {
        Column local = from_utc_timestamp(moment, zone(in).getId());
        return local.equalTo(date_trunc("day", local));
    }

    /** Adds the day of each event and its key, and leaves out what is later than the business date. */
    public static Dataset<Row> upTo(Inputs in, Dataset<Row> rows, Column day, Field date, Field dateKey) {
        return rows.withColumn(date.name(), day)
                .filter(date.col().leq(Days.day(in.asOf())))
                .withColumn(dateKey.name(), Days.key(date.col()));
    }
}
