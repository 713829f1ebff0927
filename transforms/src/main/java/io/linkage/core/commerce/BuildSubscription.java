package io.linkage.core.commerce;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.column.Money;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.core.Events;
import io.linkage.core.Lookup;
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

/** Contract spells that had begun; a spell ends where the next of its contract begins, and an end still to come is not known. */
public final class BuildSubscription {
    public static final Build BUILD = Build.of(FctSubscription.TABLE)
            .reads(
                    BuildSubscription::from,
                    Subscription.TABLE,
                    FxRate.TABLE,
                    CustomerIdentity.TABLE,
                    DimCustomer.TABLE,
                    DimDate.TABLE);

    private BuildSubscription() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> begun = Events.upTo(
                in,
                in.rows(Subscription.TABLE),
                Subscription.STARTED_DATE.col(),
                FctSubscription.STARTED_DATE,
                FctSubscription.STARTED_DATE_KEY);
        Dataset<Row> rated = Rates.with(in, cut(begun, in), Subscription.CURRENCY_CODE, FctSubscription.STARTED_DATE);
        Dataset<Row> known = Lookup.customer(in, rated, Subscription.CUSTOMER_SOURCE_ID, FctSubscription.STARTED_DATE);
        Column amount = Money.cents(Subscription.MONTHLY_PRICE.col().multiply(col(Rates.RATE)));
        return FctSubscription.TABLE.shape(
                known.withColumn(FctSubscription.MONTHLY_AMOUNT.name(), FctSubscription.MONTHLY_AMOUNT.is(amount)));
    }

    private static Dataset<Row> cut(Dataset<Row> spells, Inputs in) {
        Column next = lead(Subscription.STARTED_DATE.col(), 1)
                .over(Window.partitionBy(Subscription.SUBSCRIPTION_ID.col()).orderBy(Subscription.STARTED_DATE.col()));
        Column ended = Subscription.ENDED_DATE.col();
        Column happened = ended.leq(Days.day(in.asOf()));
        return spells.withColumn("_next", next)
                .withColumn(FctSubscription.IS_LAST.name(), col("_next").isNull())
                .withColumn(
                        FctSubscription.END_REASON_CODE.name(), when(happened, FctSubscription.END_REASON_CODE.col()))
                .withColumn(FctSubscription.ENDED_DATE.name(), least(when(happened, ended), col("_next")));
    }
}
