package io.linkage.model.feature;

import static org.apache.spark.sql.functions.min;

import io.linkage.column.Days;
import io.linkage.contract.Inputs;
import io.linkage.settings.ValueSettings;
import io.linkage.table.core.FctCostToServe;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/**
 * The whole months whose costs are set against what customers did in them: the recent ones, from the first that the ledger has.
 * What was done before cost something too, which nobody knows.
 *
 * @param since first day of the months
 * @param until first day after them
 */
public record CostMonths(LocalDate since, LocalDate until) {

    /** Those of the night; one small job where there is a ledger. */
    public static CostMonths of(Inputs in) {
        CostMonths recent = recent(in);
        Row ledger = in.rows(FctCostToServe.TABLE)
                .agg(min(FctCostToServe.MONTH_DATE.col()))
                .first();
        LocalDate first = ledger.isNullAt(0) ? recent.since : ledger.getDate(0).toLocalDate();
        return first.isAfter(recent.since) ? new CostMonths(first, recent.until) : recent;
    }

    /** The recent months of the settings, whatever the ledger has. */
    public static CostMonths recent(Inputs in) {
        return new CostMonths(in.settings(ValueSettings.class).since(in.asOf()), ValueSettings.until(in.asOf()));
    }

    /** Whether a day falls in these months. */
    public Column hold(Column day) {
        return day.geq(Days.day(since)).and(day.lt(Days.day(until)));
    }
}
