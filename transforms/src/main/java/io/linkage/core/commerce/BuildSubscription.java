package io.linkage.core.commerce;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.column.Money;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.core.Events;
import io.linkage.core.Lookup;
import io.linkage.settings.ContractSettings;
import io.linkage.table.core.CustomerIdentity;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.DimDate;
import io.linkage.table.core.FctSubscription;
import io.linkage.table.staging.FxRate;
import io.linkage.table.staging.Subscription;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Contract spells that had begun; a spell ends where the next of its contract begins, and an end still to come is not known. A
 * contract ends where it pauses.
 */
public final class BuildSubscription {
    public static final Build BUILD = Build.of(FctSubscription.TABLE)
            .reads(
                    BuildSubscription::from,
                    Subscription.TABLE,
                    FxRate.TABLE,
                    CustomerIdentity.TABLE,
                    DimCustomer.TABLE,
                    DimDate.TABLE);

    private static final Column START = Subscription.STARTED_DATE.col();
    private static final String BEGINS = "_begins";
    private static final String NEXT = "_next";

    private BuildSubscription() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> begun = Events.upTo(
                in,
                ListedContracts.of(in),
                Subscription.STARTED_DATE.col(),
                FctSubscription.STARTED_DATE,
                FctSubscription.STARTED_DATE_KEY);
        Dataset<Row> rated = Rates.beside(in, begun, Subscription.CURRENCY_CODE, FctSubscription.STARTED_DATE.col());
        Dataset<Row> spells = joined(contracts(cut(rated, in), in));
        Dataset<Row> known = Lookup.customer(in, spells, Subscription.CUSTOMER_SOURCE_ID, FctSubscription.STARTED_DATE);
        Column amount = Money.cents(Subscription.MONTHLY_PRICE.col().multiply(col(Rates.RATE)));
        Dataset<Row> begunAt =
                known.withColumn(FctSubscription.MONTHLY_AMOUNT.name(), amount).drop(Rates.RATE);
        return FctSubscription.TABLE.shape(Rates.beside(in, begunAt, Subscription.CURRENCY_CODE, lastDay(in))
                .withColumn(FctSubscription.CURRENT_MONTHLY_AMOUNT.name(), amount));
    }

    /** The business date while it runs: what is still to be paid is worth what the money is worth now, not years ago. */
    private static Column lastDay(Inputs in) {
        Column last = coalesce(date_sub(FctSubscription.ENDED_DATE.col(), 1), Days.day(in.asOf()));
        return greatest(last, FctSubscription.STARTED_DATE.col());
    }

    /** Each spell ends where the next of its identifier begins, if it had not ended before. */
    private static Dataset<Row> cut(Dataset<Row> spells, Inputs in) {
        Column ended = Subscription.ENDED_DATE.col();
        Column happened = ended.leq(Days.day(in.asOf()));
        Column next = lead(START, 1).over(ofIdentifier());
        return spells.withColumn(
                        FctSubscription.END_REASON_CODE.name(), when(happened, FctSubscription.END_REASON_CODE.col()))
                .withColumn(FctSubscription.ENDED_DATE.name(), least(when(happened, ended), next));
    }

    /** The spells of an identifier from one pause to the next are one contract, known by its first day. */
    private static Dataset<Row> contracts(Dataset<Row> spells, Inputs in) {
        int pause = in.settings(ContractSettings.class).pauseDays();
        Column before = date_add(lag(FctSubscription.ENDED_DATE.col(), 1).over(ofIdentifier()), pause);
        return spells.withColumn(BEGINS, when(coalesce(before.lt(START), lit(true)), START))
                .withColumn(
                        FctSubscription.CONTRACT_STARTED_DATE.name(),
                        max(col(BEGINS)).over(ofIdentifier()));
    }

    /** What waits for a rate is no spell of its own, but no end either: the one before lasts until it has ended. */
    private static Dataset<Row> joined(Dataset<Row> spells) {
        WindowSpec contract = Window.partitionBy(
                        Subscription.SUBSCRIPTION_ID.col(), FctSubscription.CONTRACT_STARTED_DATE.col())
                .orderBy(START);
        WindowSpec later = contract.rowsBetween(1, Window.unboundedFollowing());
        WindowSpec all = contract.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
        Column isRated = col(Rates.RATE).isNotNull();
        Column isLast = FctSubscription.IS_LAST.col();
        return spells.withColumn(NEXT, min(when(isRated, START)).over(later))
                .withColumn(FctSubscription.IS_LAST.name(), col(NEXT).isNull())
                .withColumn(
                        FctSubscription.END_REASON_CODE.name(),
                        when(isLast, last(FctSubscription.END_REASON_CODE.col()).over(all))
                                .otherwise(FctSubscription.END_REASON_CODE.col()))
                .withColumn(
                        FctSubscription.ENDED_DATE.name(),
                        when(isLast, last(FctSubscription.ENDED_DATE.col()).over(all))
                                .otherwise(col(NEXT)))
                .filter(isRated);
    }

    private static WindowSpec ofIdentifier() {
        return Window.partitionBy(Subscription.SUBSCRIPTION_ID.col()).orderBy(START);
    }
}
