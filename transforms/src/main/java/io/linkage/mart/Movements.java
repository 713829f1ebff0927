package io.linkage.mart;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.core.identity.ChangedCustomers;
import io.linkage.model.clv.spark.Revaluation;
import io.linkage.table.mart.CustomerEquity;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.score.ScoreClv;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Customers of two nights side by side, and the one movement that each made. */
final class Movements {
    /** The one movement of a customer beside those of segment and model; empty where nothing changed. */
    static final String CODE = "_movement";
    /** Lifetime value that tonight's models give to what the customer had done the night before. */
    static final String REVALUED = "_revalued";

    private static final String IS_MERGED = "_is_merged";
    private static final String CENTS = "decimal(18,2)";
    private static final String[] CUSTOMER = {CustomerValue.CUSTOMER_KEY.name()};
    private static final List<Field> KEPT = List.of(
            CustomerValue.SEGMENT_CODE,
            CustomerValue.LIFE_CYCLE_PHASE_CODE,
            CustomerValue.IS_PROSPECT,
            CustomerValue.NET_REVENUE_AMOUNT,
            CustomerValue.MARGIN_AMOUNT,
            CustomerValue.CLV_AMOUNT);

    private Movements() {}

    /** One row per customer of the two nights. */
    static Dataset<Row> between(Inputs tonight, LocalDate before) {
        Inputs then = tonight.earlier(before);
        Dataset<Row> now = side(tonight.rows(CustomerValue.TABLE), "now");
        Dataset<Row> was = side(then.rows(CustomerValue.TABLE), "was");
        Dataset<Row> revalued = Revaluation.of(tonight, before)
                .select(ScoreClv.CUSTOMER_KEY.col(), ScoreClv.CLV_AMOUNT.col().as(REVALUED));
        Dataset<Row> merged = ChangedCustomers.since(tonight, before).distinct().withColumn(IS_MERGED, lit(true));
        return now.join(was, CUSTOMER, "full")
                .join(revalued, CUSTOMER, "left")
                .join(merged, CUSTOMER, "left")
                .withColumn(CODE, code());
    }

    /** A column of tonight; empty where the customer is gone. */
    static Column now(Field field) {
        return col(name(field, "now"));
    }

    /** A column of the night before; empty where the customer was not known. */
    static Column was(Field field) {
        return col(name(field, "was"));
    }

    /** An amount, 0 where there is none. */
    static Column cents(Column amount) {
        return coalesce(amount, lit(0).cast(CENTS));
    }

    /** What the customer's own doing changed in the lifetime value. */
    static Column gained() {
        return cents(now(CustomerValue.CLV_AMOUNT)).minus(cents(col(REVALUED)));
    }

    private static Dataset<Row> side(Dataset<Row> customers, String night) {
        Column[] columns = new Column[KEPT.size() + 1];
        columns[0] = CustomerValue.CUSTOMER_KEY.col();
        for (int place = 0; place < KEPT.size(); place++) {
            Field field = KEPT.get(place);
            columns[place + 1] = field.col().as(name(field, night));
        }
        return customers.select(columns);
    }

    private static String name(Field field, String night) {
        return "_" + field.name() + "_" + night;
    }

    private static Column code() {
        Column isKnown = now(CustomerValue.SEGMENT_CODE).isNotNull();
        Column wasLost = is(was(CustomerValue.LIFE_CYCLE_PHASE_CODE), CustomerValue.LOST);
        Column isLost =
                is(now(CustomerValue.LIFE_CYCLE_PHASE_CODE), CustomerValue.LOST).or(isKnown.equalTo(false));
        Column hadNothing = was(CustomerValue.SEGMENT_CODE)
                .isNull()
                .or(is(was(CustomerValue.LIFE_CYCLE_PHASE_CODE), CustomerValue.PROSPECT));
        Column hasNothing =
                isKnown.equalTo(false).or(is(now(CustomerValue.LIFE_CYCLE_PHASE_CODE), CustomerValue.PROSPECT));
        Column earned = cents(now(CustomerValue.MARGIN_AMOUNT)).minus(cents(was(CustomerValue.MARGIN_AMOUNT)));
        Column sold = cents(now(CustomerValue.NET_REVENUE_AMOUNT)).minus(cents(was(CustomerValue.NET_REVENUE_AMOUNT)));
        Column direction = when(gained().notEqual(0), gained())
                .when(earned.notEqual(0), earned)
                .otherwise(sold);
        return when(coalesce(col(IS_MERGED), lit(false)), CustomerEquity.MERGED)
                .when(hadNothing.and(hasNothing.equalTo(false)), CustomerEquity.ACQUIRED)
                .when(wasLost.and(isLost.equalTo(false)), CustomerEquity.WON_BACK)
                .when(wasLost.equalTo(false).and(hadNothing.equalTo(false)).and(isLost), CustomerEquity.LOST)
                .when(direction.gt(0), CustomerEquity.GROWN)
                .when(direction.lt(0), CustomerEquity.SHRUNK);
    }

    private static Column is(Column code, String value) {
        return coalesce(code.equalTo(value), lit(false));
    }
}
