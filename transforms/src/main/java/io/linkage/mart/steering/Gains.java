package io.linkage.mart.steering;

import static org.apache.spark.sql.functions.sum;

import io.linkage.contract.Inputs;
import io.linkage.table.mart.CustomerEquity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;

/**
 * What acquiring and keeping customers brought and cost. Each night has the value since the night before, and the last night of a
 * month the cost of the whole of it: only the nights of a month together can be held against its cost.
 */
record Gains(BigDecimal acquired, BigDecimal acquiring, BigDecimal retained, BigDecimal keeping) {

    /** Of the months that ended since the night before; empty where none did, or where its nights do not reach back to its beginning. */
    static Optional<Gains> ofEndedMonths(Inputs in) {
        Optional<LocalDate> last = in.before(CustomerEquity.TABLE);
        LocalDate begin = last.orElse(in.asOf()).plusDays(1).withDayOfMonth(1);
        if (begin.plusMonths(1).isAfter(in.asOf().plusDays(1))) {
            return Optional.empty();
        }
        Gains sum = of(in);
        for (Optional<LocalDate> night = last; night.isPresent(); ) {
            if (night.get().isBefore(begin)) {
                return Optional.of(sum);
            }
            Inputs then = in.earlier(night.get());
            sum = sum.plus(of(then));
            night = then.before(CustomerEquity.TABLE);
        }
        return Optional.empty();
    }

    OptionalDouble acquisitionRatio() {
        return ratio(acquired, acquiring);
    }

    OptionalDouble retentionRatio() {
        return ratio(retained, keeping);
    }

    private static OptionalDouble ratio(BigDecimal value, BigDecimal cost) {
        return cost.signum() > 0 ? OptionalDouble.of(value.doubleValue() / cost.doubleValue()) : OptionalDouble.empty();
    }

    private static Gains of(Inputs in) {
        Row sums = in.rows(CustomerEquity.TABLE)
                .filter(CustomerEquity.MOVEMENT_CODE.col().equalTo(CustomerEquity.CLOSING))
                .agg(
                        sum(CustomerEquity.ACQUIRED_VALUE_AMOUNT.col()),
                        sum(CustomerEquity.ACQUISITION_COST_AMOUNT.col()),
                        sum(CustomerEquity.RETAINED_VALUE_AMOUNT.col()),
                        sum(CustomerEquity.RETENTION_COST_AMOUNT.col()))
                .first();
        return new Gains(orZero(sums, 0), orZero(sums, 1), orZero(sums, 2), orZero(sums, 3));
    }

    private static BigDecimal orZero(Row sums, int at) {
        return sums.isNullAt(at) ? BigDecimal.ZERO : sums.getDecimal(at);
    }

    private Gains plus(Gains other) {
        return new Gains(
                acquired.add(other.acquired),
                acquiring.add(other.acquiring),
                retained.add(other.retained),
                keeping.add(other.keeping));
    }
}
