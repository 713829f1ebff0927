package io.linkage.core;

import static org.apache.spark.sql.functions.coalesce;

import io.linkage.column.Days;
import io.linkage.table.core.FctSubscription;
import java.time.LocalDate;
import org.apache.spark.sql.Column;

/** How long a spell of {@code fct_subscription} lasts. */
public final class ContractSpells {
    private ContractSpells() {}

    /** First day after it; of one of which no end is known, the last of all days. */
    public static Column until() {
        return coalesce(FctSubscription.ENDED_DATE.col(), Days.day(Days.END));
    }

    /** Whether it still lasts after the day. */
    public static Column runs(LocalDate day) {
        return until().gt(Days.day(day));
    }
}
