package io.linkage.model.feature;

import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.months_between;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.column.Exact;
import io.linkage.contract.Inputs;
import io.linkage.core.ContractSpells;
import io.linkage.table.core.FctCostToServe;
import io.linkage.table.core.FctSubscription;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.staging.ActivityCost;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What customers cost, and how long they were under contract, in the whole months whose costs are looked at. */
final class RecentBusiness {
    private RecentBusiness() {}

    static Dataset<Row> costs(Inputs in, CostMonths months) {
        return in.rows(FctCostToServe.TABLE)
                .filter(FctCostToServe.CUSTOMER_KEY.col().gt(0).and(months.hold(FctCostToServe.MONTH_DATE.col())))
                .groupBy(FctCostToServe.CUSTOMER_KEY.col())
                .agg(
                        FeatureCustomer.RECENT_COST_TO_SERVE_AMOUNT.is(of(ActivityCost.SERVE)),
                        FeatureCustomer.RECENT_RETENTION_COST_AMOUNT.is(of(ActivityCost.KEEP)));
    }

    private static Column of(String goal) {
        return sum(when(FctCostToServe.GOAL_CODE.col().equalTo(goal), FctCostToServe.COST_AMOUNT.col()));
    }

    static Dataset<Row> contracts(Inputs in, CostMonths months) {
        Column until = Days.day(months.until());
        Column from = greatest(FctSubscription.STARTED_DATE.col(), Days.day(months.since()));
        Column to = least(ContractSpells.until(), until);
        return in.rows(FctSubscription.TABLE)
                .filter(FctSubscription.CUSTOMER_KEY.col().gt(0))
                .groupBy(FctSubscription.CUSTOMER_KEY.col())
                .agg(
                        FeatureCustomer.FIRST_CONTRACT_DATE.is(min(FctSubscription.STARTED_DATE.col())),
                        FeatureCustomer.RECENT_CONTRACT_MONTHS.is(
                                round(Exact.total(greatest(months_between(to, from), lit(0.0))))));
    }
}
