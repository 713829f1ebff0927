package io.linkage.mart.steering;

import static org.apache.spark.sql.functions.sum;

import io.linkage.column.Money;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.table.mart.CustomerEquity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What acquiring and keeping customers brought over what it cost. Each night has the value since the night before, and the last
 * night of a month the cost of the whole of it: only the nights of a month together can be held against its cost.
 */
final class Gains {
    static final String ACQUISITION = "_acquisition_ratio";
    static final String RETENTION = "_retention_ratio";

    private Gains() {}

    /**
     * Adds both ratios to one row: of the months that ended since the night before; empty where none did, and where its nights do not
     * reach back to its beginning.
     */
    static Dataset<Row> beside(Inputs in, Dataset<Row> one) {
        return nights(in).stream()
                .map(night -> night.rows(CustomerEquity.TABLE))
                .reduce(Dataset::unionByName)
                .map(rows -> one.crossJoin(ratios(rows)))
                .orElseGet(() -> one.withColumn(ACQUISITION, Measured.NONE).withColumn(RETENTION, Measured.NONE));
    }

    private static Dataset<Row> ratios(Dataset<Row> rows) {
        return rows.filter(CustomerEquity.MOVEMENT_CODE.col().equalTo(CustomerEquity.CLOSING))
                .agg(
                        total(CustomerEquity.ACQUIRED_VALUE_AMOUNT),
                        total(CustomerEquity.ACQUISITION_COST_AMOUNT),
                        total(CustomerEquity.RETAINED_VALUE_AMOUNT),
                        total(CustomerEquity.RETENTION_COST_AMOUNT))
                .select(
                        Money.ratio(
                                        CustomerEquity.ACQUIRED_VALUE_AMOUNT.col(),
                                        CustomerEquity.ACQUISITION_COST_AMOUNT.col())
                                .as(ACQUISITION),
                        Money.ratio(
                                        CustomerEquity.RETAINED_VALUE_AMOUNT.col(),
                                        CustomerEquity.RETENTION_COST_AMOUNT.col())
                                .as(RETENTION));
    }

    private static Column total(Field amount) {
        return sum(amount.col()).as(amount.name());
    }

    /** Those of the months that ended since the night before, tonight first. */
    private static List<Inputs> nights(Inputs in) {
        Optional<LocalDate> last = in.before(CustomerEquity.TABLE);
        LocalDate begin = last.orElse(in.asOf()).plusDays(1).withDayOfMonth(1);
        if (begin.plusMonths(1).isAfter(in.asOf().plusDays(1))) {
            return List.of();
        }
        List<Inputs> nights = new ArrayList<>(List.of(in));
        for (Optional<LocalDate> night = last; night.isPresent(); ) {
            if (night.get().isBefore(begin)) {
                return nights;
            }
            Inputs then = in.earlier(night.get());
            nights.add(then);
            night = then.before(CustomerEquity.TABLE);
        }
        return List.of();
    }
}
