package io.linkage.mart;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.column.Money;
import io.linkage.contract.Build;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.contract.Table;
import io.linkage.model.clv.spark.BuildScoreClv;
import io.linkage.model.clv.spark.EquityInterval;
import io.linkage.settings.ClvSettings;
import io.linkage.table.core.CustomerIdentity;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctCostToServe;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.mart.CustomerEquity;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.score.ScoreClv;
import io.linkage.table.staging.ActivityCost;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The bridge from last night's value to tonight's; money of nobody known stands under its special member. */
public final class BuildCustomerEquity {
    public static final Build BUILD = Build.of(CustomerEquity.TABLE).reads(BuildCustomerEquity::from, reads());

    private static final String NOBODY = "no customer: ";
    private static final String[] CUSTOMER = {CustomerValue.CUSTOMER_KEY.name()};

    private static final String[] STATE = {CustomerEquity.SEGMENT_CODE.name(), CustomerEquity.MOVEMENT_CODE.name()};

    private BuildCustomerEquity() {}

    static Dataset<Row> from(Inputs in) {
        Optional<LocalDate> before = in.before(CustomerValue.TABLE);
        Dataset<Row> parts = before.map(night ->
                        EquityRows.ofMovements(Movements.between(in, night)).unionByName(costs(in, night)))
                .orElseGet(() -> EquityRows.ofFirstNight(in.rows(CustomerValue.TABLE)))
                .unionByName(nobody(in, before));
        Dataset<Row> rows = parts.groupBy(CustomerEquity.SEGMENT_CODE.col(), CustomerEquity.MOVEMENT_CODE.col())
                .agg(
                        total(CustomerEquity.CUSTOMER_COUNT),
                        total(CustomerEquity.BUYER_COUNT),
                        total(CustomerEquity.NET_REVENUE_AMOUNT),
                        total(CustomerEquity.MARGIN_AMOUNT),
                        total(CustomerEquity.CLV_AMOUNT),
                        total(CustomerEquity.ACQUISITION_COST_AMOUNT),
                        total(CustomerEquity.ACQUIRED_VALUE_AMOUNT),
                        total(CustomerEquity.RETENTION_COST_AMOUNT),
                        total(CustomerEquity.RETAINED_VALUE_AMOUNT));
        return CustomerEquity.TABLE.shape(compared(rows, before.isPresent())
                .join(interval(in), STATE, "left")
                .withColumn(CustomerEquity.AS_OF_DATE.name(), Days.day(in.asOf())));
    }

    /** Of the states of tonight. */
    private static Dataset<Row> interval(Inputs in) {
        return EquityInterval.of(in, in.rows(CustomerValue.TABLE))
                .withColumn(CustomerEquity.MOVEMENT_CODE.name(), lit(CustomerEquity.CLOSING));
    }

    private static Table[] reads() {
        return Stream.concat(
                        Stream.of(
                                CustomerValue.TABLE,
                                FctOrderLine.TABLE,
                                DimCustomer.TABLE,
                                CustomerIdentity.TABLE,
                                FctCostToServe.TABLE,
                                ScoreClv.TABLE),
                        BuildScoreClv.BUILD.reads().stream())
                .distinct()
                .toArray(Table[]::new);
    }

    private static Column total(Field measure) {
        return sum(measure.col()).as(measure.name());
    }

    /** Cost beside value, with the closing alone; on the first night there is nothing to compare. */
    private static Dataset<Row> compared(Dataset<Row> rows, boolean isBridge) {
        Column shown = CustomerEquity.MOVEMENT_CODE
                .col()
                .equalTo(CustomerEquity.CLOSING)
                .and(lit(isBridge));
        Dataset<Row> kept = rows;
        for (Field amount : new Field[] {
            CustomerEquity.ACQUISITION_COST_AMOUNT,
            CustomerEquity.ACQUIRED_VALUE_AMOUNT,
            CustomerEquity.RETENTION_COST_AMOUNT,
            CustomerEquity.RETAINED_VALUE_AMOUNT
        }) {
            kept = kept.withColumn(amount.name(), when(shown, amount.col()));
        }
        return kept.withColumn(
                        CustomerEquity.ACQUISITION_RATIO.name(),
                        Money.ratio(
                                CustomerEquity.ACQUIRED_VALUE_AMOUNT.col(),
                                CustomerEquity.ACQUISITION_COST_AMOUNT.col()))
                .withColumn(
                        CustomerEquity.RETENTION_RATIO.name(),
                        Money.ratio(
                                CustomerEquity.RETAINED_VALUE_AMOUNT.col(),
                                CustomerEquity.RETENTION_COST_AMOUNT.col()));
    }

    /** Ledger cost of marketing in months that ended since the night before. */
    private static Dataset<Row> costs(Inputs in, LocalDate before) {
        Column end = last_day(FctCostToServe.MONTH_DATE.col());
        Column cost = FctCostToServe.COST_AMOUNT.col();
        Column goal = FctCostToServe.GOAL_CODE.col();
        Dataset<Row> ended = in.rows(FctCostToServe.TABLE)
                .filter(end.gt(Days.day(before)).and(end.leq(Days.day(in.asOf()))))
                .filter(goal.notEqual(ActivityCost.SERVE))
                .groupBy(FctCostToServe.CUSTOMER_KEY.col())
                .agg(
                        sum(when(goal.equalTo(ActivityCost.ACQUIRE), cost)).as("_acquiring"),
                        sum(when(goal.equalTo(ActivityCost.KEEP), cost)).as("_keeping"));
        Dataset<Row> segments = in.rows(CustomerValue.TABLE)
                .select(CustomerValue.CUSTOMER_KEY.col(), CustomerValue.SEGMENT_CODE.col())
                .unionByName(members(in));
        return EquityRows.ofCosts(
                ended.join(segments, CUSTOMER, "inner"),
                CustomerValue.SEGMENT_CODE.col(),
                Movements.cents(col("_acquiring")),
                Movements.cents(col("_keeping")));
    }

    private static Dataset<Row> members(Inputs in) {
        return in.rows(DimCustomer.TABLE)
                .filter(DimCustomer.CUSTOMER_KEY.col().leq(0))
                .select(
                        DimCustomer.CUSTOMER_KEY.col(),
                        concat(lit(NOBODY), DimCustomer.SEGMENT_CODE.col()).as(CustomerValue.SEGMENT_CODE.name()));
    }

    /** Money of nobody known tonight, and as the night before left it. */
    private static Dataset<Row> nobody(Inputs in, Optional<LocalDate> before) {
        Column segment = CustomerEquity.SEGMENT_CODE.col();
        Column revenue = CustomerEquity.NET_REVENUE_AMOUNT.col();
        Column margin = CustomerEquity.MARGIN_AMOUNT.col();
        String change = before.isPresent() ? CustomerEquity.NO_CUSTOMER : CustomerEquity.FIRST_NIGHT;
        Dataset<Row> now = EquityRows.parts(
                bought(in),
                EquityRows.nobody(CustomerEquity.CLOSING, segment, revenue, margin),
                EquityRows.nobody(change, segment, revenue, margin));
        return before.map(night -> now.unionByName(EquityRows.parts(
                        closingOf(in.before(), night),
                        EquityRows.nobody(CustomerEquity.OPENING, segment, revenue, margin),
                        EquityRows.nobody(change, segment, revenue.multiply(-1), margin.multiply(-1)))))
                .orElse(now);
    }

    private static Dataset<Row> closingOf(Dataset<Row> equity, LocalDate night) {
        return equity.filter(CustomerEquity.AS_OF_DATE
                .col()
                .equalTo(Days.day(night))
                .and(CustomerEquity.MOVEMENT_CODE.col().equalTo(CustomerEquity.CLOSING))
                .and(CustomerEquity.SEGMENT_CODE.col().startsWith(NOBODY)));
    }

    private static Dataset<Row> bought(Inputs in) {
        Column revenue = FctOrderLine.REVENUE_AMOUNT.col();
        Column margin = Money.margin(
                revenue,
                FctOrderLine.COST_AMOUNT.col(),
                in.settings(ClvSettings.class).marginShare());
        return in.rows(FctOrderLine.TABLE)
                .filter(FctOrderLine.CUSTOMER_KEY.col().leq(0))
                .select(FctOrderLine.CUSTOMER_KEY.col(), revenue, margin.as("_margin"))
                .join(members(in), CUSTOMER, "inner")
                .groupBy(CustomerEquity.SEGMENT_CODE.col())
                .agg(
                        sum(FctOrderLine.REVENUE_AMOUNT.col()).as(CustomerEquity.NET_REVENUE_AMOUNT.name()),
                        sum("_margin").as(CustomerEquity.MARGIN_AMOUNT.name()));
    }
}
