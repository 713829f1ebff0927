package io.linkage.mart;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.linkage.contract.Field;
import io.linkage.table.mart.CustomerEquity;
import io.linkage.table.mart.CustomerValue;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What each customer adds to states and movements: parts that add up to closing less opening for every amount. */
final class EquityRows {
    private static final Column NO_VALUE = CustomerEquity.CLV_AMOUNT.unknown();

    private EquityRows() {}

    /** The three amounts that are bridged. */
    private record Amounts(Column revenue, Column margin, Column value) {
        static final Amounts NONE = new Amounts(lit(0), lit(0), NO_VALUE);

        static Amounts of(Function<Field, Column> night) {
            return new Amounts(
                    night.apply(CustomerValue.NET_REVENUE_AMOUNT),
                    night.apply(CustomerValue.MARGIN_AMOUNT),
                    night.apply(CustomerValue.CLV_AMOUNT));
        }

        Amounts times(int factor) {
            return new Amounts(
                    revenue.multiply(factor),
                    margin.multiply(factor),
                    Movements.cents(value).multiply(factor));
        }
    }

    /** Cost and value of acquiring and keeping. */
    private record Effort(Column acquiring, Column acquired, Column keeping, Column retained) {
        static final Effort NONE = new Effort(lit(0), lit(0), lit(0), lit(0));
    }

    /** The first night: all there is came with it. */
    static Dataset<Row> ofFirstNight(Dataset<Row> customers) {
        Column segment = CustomerValue.SEGMENT_CODE.col();
        Column isBuyer = not(CustomerValue.IS_PROSPECT.col());
        Amounts all = Amounts.of(Field::col);
        return parts(
                customers,
                customer(CustomerEquity.CLOSING, segment, isBuyer, all),
                customer(CustomerEquity.FIRST_NIGHT, segment, isBuyer, all));
    }

    /** Customers of two nights, as {@link Movements} has them. */
    static Dataset<Row> ofMovements(Dataset<Row> customers) {
        Column was = Movements.was(CustomerValue.SEGMENT_CODE);
        Column now = Movements.now(CustomerValue.SEGMENT_CODE);
        Column wasBuyer = not(Movements.was(CustomerValue.IS_PROSPECT));
        Column isBuyer = coalesce(not(Movements.now(CustomerValue.IS_PROSPECT)), wasBuyer);
        Amounts before = Amounts.of(Movements::was);
        Column moved = was.notEqual(now);
        return parts(
                customers,
                when(was.isNotNull(), customer(CustomerEquity.OPENING, was, wasBuyer, before)),
                when(moved, customer(CustomerEquity.MOVED_OUT, was, wasBuyer, before.times(-1))),
                when(moved, customer(CustomerEquity.MOVED_IN, now, wasBuyer, before.times(1))),
                modelChange(coalesce(now, was), wasBuyer),
                ownMovement(coalesce(now, was), isBuyer),
                effort(coalesce(now, was)),
                when(now.isNotNull(), customer(CustomerEquity.CLOSING, now, isBuyer, Amounts.of(Movements::now))));
    }

    /** Cost without a customer's head, for the closing of a segment. */
    static Dataset<Row> ofCosts(Dataset<Row> costs, Column segment, Column acquiring, Column keeping) {
        Effort spent = new Effort(acquiring, lit(0), keeping, lit(0));
        return parts(costs, row(lit(CustomerEquity.CLOSING), segment, lit(0), lit(0), Amounts.NONE, spent));
    }

    /** Money without a customer's head. */
    static Column nobody(String movement, Column segment, Column revenue, Column margin) {
        return row(lit(movement), segment, lit(0), lit(0), new Amounts(revenue, margin, NO_VALUE), Effort.NONE);
    }

    /** Rows of several parts each; a part that is null is none. */
    static Dataset<Row> parts(Dataset<Row> rows, Column... parts) {
        return rows.select(explode(array_compact(array(parts))).as("part")).select(col("part.*"));
    }

    private static Column modelChange(Column segment, Column wasBuyer) {
        Column before = Movements.cents(Movements.was(CustomerValue.CLV_AMOUNT));
        Column changed = Movements.cents(col(Movements.REVALUED)).minus(before);
        Amounts amounts = new Amounts(lit(0), lit(0), changed);
        return when(changed.notEqual(0), customer(CustomerEquity.MODEL_CHANGE, segment, wasBuyer, amounts));
    }

    private static Column ownMovement(Column segment, Column isBuyer) {
        Amounts change = new Amounts(
                change(CustomerValue.NET_REVENUE_AMOUNT), change(CustomerValue.MARGIN_AMOUNT), Movements.gained());
        Column movement = col(Movements.CODE);
        return when(movement.isNotNull(), row(movement, segment, lit(1), head(isBuyer), change, Effort.NONE));
    }

    /** The value that acquiring and keeping brought, beside which their cost will stand. */
    private static Column effort(Column segment) {
        Column movement = col(Movements.CODE);
        Column isAcquired = movement.equalTo(CustomerEquity.ACQUIRED);
        Column isRetained = movement.isin(
                CustomerEquity.GROWN, CustomerEquity.SHRUNK, CustomerEquity.LOST, CustomerEquity.WON_BACK);
        Effort brought = new Effort(
                lit(0),
                when(isAcquired, Movements.gained()).otherwise(0),
                lit(0),
                when(isRetained, Movements.gained()).otherwise(0));
        return when(
                movement.isNotNull(), row(lit(CustomerEquity.CLOSING), segment, lit(0), lit(0), Amounts.NONE, brought));
    }

    private static Column customer(String movement, Column segment, Column isBuyer, Amounts amounts) {
        return row(lit(movement), segment, lit(1), head(isBuyer), amounts, Effort.NONE);
    }

    private static Column row(
            Column movement, Column segment, Column customers, Column buyers, Amounts amounts, Effort effort) {
        return struct(
                CustomerEquity.MOVEMENT_CODE.is(movement),
                CustomerEquity.SEGMENT_CODE.is(segment),
                CustomerEquity.CUSTOMER_COUNT.is(customers),
                CustomerEquity.BUYER_COUNT.is(buyers),
                CustomerEquity.NET_REVENUE_AMOUNT.is(amounts.revenue()),
                CustomerEquity.MARGIN_AMOUNT.is(amounts.margin()),
                CustomerEquity.CLV_AMOUNT.is(amounts.value()),
                CustomerEquity.ACQUISITION_COST_AMOUNT.is(effort.acquiring()),
                CustomerEquity.ACQUIRED_VALUE_AMOUNT.is(effort.acquired()),
                CustomerEquity.RETENTION_COST_AMOUNT.is(effort.keeping()),
                CustomerEquity.RETAINED_VALUE_AMOUNT.is(effort.retained()));
    }

    private static Column head(Column isBuyer) {
        return when(isBuyer, 1).otherwise(0);
    }

    private static Column change(Field amount) {
        return Movements.cents(Movements.now(amount)).minus(Movements.cents(Movements.was(amount)));
    }
}
