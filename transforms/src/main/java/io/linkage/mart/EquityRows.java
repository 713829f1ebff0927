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
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What each customer adds to states and movements: parts that add up to closing less opening for every amount. */
final class EquityRows {
    private static final Column NO_VALUE = CustomerEquity.CLV_AMOUNT.unknown();

    private EquityRows() {}

    /** The first night: all there is came with it. */
    static Dataset<Row> ofFirstNight(Dataset<Row> customers) {
        return parts(customers, state(CustomerEquity.CLOSING), state(CustomerEquity.FIRST_NIGHT));
    }

    /** Customers of two nights, as {@link Movements} has them. */
    static Dataset<Row> ofMovements(Dataset<Row> customers) {
        Column was = Movements.was(CustomerValue.SEGMENT_CODE);
        Column now = Movements.now(CustomerValue.SEGMENT_CODE);
        Column moved = was.notEqual(now);
        Column here = coalesce(now, was);
        Column before = Movements.was(CustomerValue.CLV_AMOUNT);
        Column remodelled = Movements.cents(col(Movements.REVALUED)).minus(Movements.cents(before));
        Column wasBuyer = not(Movements.was(CustomerValue.IS_PROSPECT));
        Column isBuyer = coalesce(not(Movements.now(CustomerValue.IS_PROSPECT)), wasBuyer);
        Column revenue = Movements.was(CustomerValue.NET_REVENUE_AMOUNT);
        Column margin = Movements.was(CustomerValue.MARGIN_AMOUNT);
        return parts(
                customers,
                when(was.isNotNull(), part(lit(CustomerEquity.OPENING), was, wasBuyer, revenue, margin, before)),
                when(
                        moved,
                        part(
                                lit(CustomerEquity.MOVED_OUT),
                                was,
                                wasBuyer,
                                revenue.multiply(-1),
                                margin.multiply(-1),
                                Movements.cents(before).multiply(-1))),
                when(
                        moved,
                        part(lit(CustomerEquity.MOVED_IN), now, wasBuyer, revenue, margin, Movements.cents(before))),
                when(
                        remodelled.notEqual(0),
                        part(lit(CustomerEquity.MODEL_CHANGE), here, wasBuyer, zero(), zero(), remodelled)),
                when(
                        col(Movements.CODE).isNotNull(),
                        part(
                                col(Movements.CODE),
                                here,
                                isBuyer,
                                change(CustomerValue.NET_REVENUE_AMOUNT),
                                change(CustomerValue.MARGIN_AMOUNT),
                                Movements.gained())),
                when(col(Movements.CODE).isNotNull(), effort(here)),
                when(
                        now.isNotNull(),
                        part(
                                lit(CustomerEquity.CLOSING),
                                now,
                                isBuyer,
                                Movements.now(CustomerValue.NET_REVENUE_AMOUNT),
                                Movements.now(CustomerValue.MARGIN_AMOUNT),
                                Movements.now(CustomerValue.CLV_AMOUNT))));
    }

    /** Cost without a customer's head, for the closing of a segment. */
    static Dataset<Row> ofCosts(Dataset<Row> costs, Column segment, Column acquiring, Column keeping) {
        return parts(
                costs,
                row(
                        lit(CustomerEquity.CLOSING),
                        segment,
                        lit(0),
                        lit(0),
                        zero(),
                        zero(),
                        NO_VALUE,
                        acquiring,
                        zero(),
                        keeping,
                        zero()));
    }

    /** Money without a customer's head. */
    static Column nobody(String movement, Column segment, Column revenue, Column margin) {
        return row(lit(movement), segment, lit(0), lit(0), revenue, margin, NO_VALUE, zero(), zero(), zero(), zero());
    }

    /** Rows of several parts each. */
    static Dataset<Row> parts(Dataset<Row> rows, Column... parts) {
        return rows.select(explode(array_compact(array(parts))).as("part")).select(col("part.*"));
    }

    private static Column state(String movement) {
        return part(
                lit(movement),
                CustomerValue.SEGMENT_CODE.col(),
                not(CustomerValue.IS_PROSPECT.col()),
                CustomerValue.NET_REVENUE_AMOUNT.col(),
                CustomerValue.MARGIN_AMOUNT.col(),
                CustomerValue.CLV_AMOUNT.col());
    }

    private static Column part(
            Column movement, Column segment, Column isBuyer, Column revenue, Column margin, Column value) {
        return row(
                movement,
                segment,
                lit(1),
                when(isBuyer, 1).otherwise(0),
                revenue,
                margin,
                value,
                zero(),
                zero(),
                zero(),
                zero());
    }

    /** The value that acquiring and keeping brought, beside which their cost will stand. */
    private static Column effort(Column segment) {
        Column movement = col(Movements.CODE);
        Column acquired = when(movement.equalTo(CustomerEquity.ACQUIRED), Movements.gained())
                .otherwise(zero());
        Column retained = when(
                        movement.isin(
                                CustomerEquity.GROWN,
                                CustomerEquity.SHRUNK,
                                CustomerEquity.LOST,
                                CustomerEquity.WON_BACK),
                        Movements.gained())
                .otherwise(zero());
        return row(
                lit(CustomerEquity.CLOSING),
                segment,
                lit(0),
                lit(0),
                zero(),
                zero(),
                NO_VALUE,
                zero(),
                acquired,
                zero(),
                retained);
    }

    private static Column row(
            Column movement,
            Column segment,
            Column customers,
            Column buyers,
            Column revenue,
            Column margin,
            Column value,
            Column acquiring,
            Column acquired,
            Column keeping,
            Column retained) {
        return struct(
                CustomerEquity.MOVEMENT_CODE.is(movement),
                CustomerEquity.SEGMENT_CODE.is(segment),
                CustomerEquity.CUSTOMER_COUNT.is(customers),
                CustomerEquity.BUYER_COUNT.is(buyers),
                CustomerEquity.NET_REVENUE_AMOUNT.is(revenue),
                CustomerEquity.MARGIN_AMOUNT.is(margin),
                CustomerEquity.CLV_AMOUNT.is(value),
                CustomerEquity.ACQUISITION_COST_AMOUNT.is(acquiring),
                CustomerEquity.ACQUIRED_VALUE_AMOUNT.is(acquired),
                CustomerEquity.RETENTION_COST_AMOUNT.is(keeping),
                CustomerEquity.RETAINED_VALUE_AMOUNT.is(retained));
    }

    private static Column change(Field amount) {
        return Movements.cents(Movements.now(amount)).minus(Movements.cents(Movements.was(amount)));
    }

    private static Column zero() {
        return lit(0);
    }
}
