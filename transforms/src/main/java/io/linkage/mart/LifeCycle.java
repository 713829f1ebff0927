package io.linkage.mart;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.core.ContractSpells;
import io.linkage.settings.SegmentSettings;
import io.linkage.table.core.FctSubscription;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.score.FeatureCustomer;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** The one place that says where a customer stands: by days since purchases, and by contracts. */
final class LifeCycle {
    private static final String RUNS = "_contract_runs";
    private static final String RESUMED = "_contract_resumed";
    private static final String STAYED = "_contract_ran_in_pause";
    private static final String[] CUSTOMER = {FeatureCustomer.CUSTOMER_KEY.name()};

    private LifeCycle() {}

    /**
     * One row per customer who ever had a contract: whether one runs, last start after none ran, and whether one ran throughout the
     * pause in purchases but for the days after which a customer is lost.
     */
    static Dataset<Row> contracts(Dataset<Row> spells, Dataset<Row> features, int lostDays, LocalDate asOf) {
        Column start = FctSubscription.STARTED_DATE.col();
        WindowSpec earlier = Window.partitionBy(FctSubscription.CUSTOMER_KEY.col())
                .orderBy(start, FctSubscription.SUBSCRIPTION_ID.col())
                .rowsBetween(Window.unboundedPreceding(), -1);
        Column back = FeatureCustomer.PAUSE_ENDED_DATE.col();
        Column lost = date_add(FeatureCustomer.PAUSE_STARTED_DATE.col(), lostDays);
        Dataset<Row> pauses = features.filter(back.isNotNull())
                .select(FeatureCustomer.CUSTOMER_KEY.col(), FeatureCustomer.PAUSE_STARTED_DATE.col(), back);
        Column throughout = FctSubscription.CONTRACT_STARTED_DATE
                .col()
                .leq(lost)
                .and(start.lt(back))
                .and(ContractSpells.until().geq(back));
        return spells.filter(FctSubscription.CUSTOMER_KEY.col().gt(0))
                .withColumn("_until", max(ContractSpells.until()).over(earlier))
                .join(pauses, CUSTOMER, "left")
                .groupBy(FctSubscription.CUSTOMER_KEY.col())
                .agg(
                        max(ContractSpells.runs(asOf)).as(RUNS),
                        max(when(start.gt(col("_until")), start)).as(RESUMED),
                        max(throughout).as(STAYED));
    }

    /** The phase, of rows of features with {@link #contracts} beside them. */
    static Column phase(SegmentSettings settings, LocalDate asOf) {
        Column bought = FeatureCustomer.LAST_PURCHASE_DATE.col();
        Column runs = coalesce(col(RUNS), lit(false));
        Column first = least(FeatureCustomer.FIRST_PURCHASE_DATE.col(), FeatureCustomer.FIRST_CONTRACT_DATE.col());
        // A pause between contracts makes nobody lost who bought meanwhile, nor one in purchases whose contract ran.
        Column again = when(coalesce(col(STAYED), lit(false)).equalTo(false), FeatureCustomer.PAUSE_ENDED_DATE.col());
        Column back = greatest(again, when(bought.isNull(), col(RESUMED)));
        Column idle = days(bought, asOf);
        return when(first.isNull(), CustomerValue.PROSPECT)
                .when(not(FeatureCustomer.isKnown()), CustomerValue.LOST)
                .when(runs.equalTo(false).and(coalesce(idle.gt(settings.lostDays()), lit(true))), CustomerValue.LOST)
                .when(days(back, asOf).leq(settings.newDays()), CustomerValue.WON_BACK)
                .when(days(first, asOf).leq(settings.newDays()), CustomerValue.NEW)
                .when(runs.equalTo(false).and(idle.gt(settings.lapsingDays())), CustomerValue.LAPSING)
                .otherwise(CustomerValue.ACTIVE);
    }

    private static Column days(Column since, LocalDate asOf) {
        return datediff(Days.day(asOf), since);
    }
}
