package io.linkage.model.value.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.contract.Inputs;
import io.linkage.model.feature.CostMonths;
import io.linkage.model.value.CostRates;
import io.linkage.settings.ContractSettings;
import io.linkage.table.core.DimCampaign;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctCostToServe;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.staging.ActivityCost;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Average costs of the recent months: as many rows reach the driver as there are acquisition channels. Marketing spend is that
 * of the ledger; where it holds none on acquiring, that of the campaigns.
 */
final class RecentCosts {
    private static final String ANY_CHANNEL = "";

    private final Inputs in;
    private final CostMonths months;

    RecentCosts(Inputs in) {
        this.in = in;
        this.months = CostMonths.of(in);
    }

    CostRates rates() {
        Map<String, Map<String, BigDecimal>> ledger = ledger();
        Map<String, BigDecimal> acquire =
                ledger.containsKey(ActivityCost.ACQUIRE) ? ledger.get(ActivityCost.ACQUIRE) : campaigns();
        if (ledger.isEmpty() && acquire.isEmpty()) {
            return new CostRates(OptionalDouble.empty(), OptionalDouble.empty(), Map.of());
        }
        Business business = business();
        return new CostRates(
                ledger.containsKey(ActivityCost.SERVE) ? business.perUnit(business.serve()) : OptionalDouble.empty(),
                ledger.containsKey(ActivityCost.KEEP) ? business.perUnit(business.keep()) : OptionalDouble.empty(),
                CostRates.perNewcomer(acquire, business.newcomers()));
    }

    /** Whether a customer came in these months or after them, and so bears what acquiring costs. */
    Column isNew() {
        return coalesce(first().geq(Days.day(months.since())), lit(false));
    }

    /** Day on which a customer came: first purchase or first contract. */
    static Column first() {
        return least(FeatureCustomer.FIRST_PURCHASE_DATE.col(), FeatureCustomer.FIRST_CONTRACT_DATE.col());
    }

    /** Ledger cost by goal and channel. */
    private Map<String, Map<String, BigDecimal>> ledger() {
        List<Row> rows = in.rows(FctCostToServe.TABLE)
                .filter(months.hold(FctCostToServe.MONTH_DATE.col()))
                .groupBy(
                        FctCostToServe.GOAL_CODE.col(),
                        coalesce(FctCostToServe.CHANNEL_CODE.col(), lit(ANY_CHANNEL))
                                .as("channel"))
                .agg(sum(FctCostToServe.COST_AMOUNT.col()).as("cost"))
                .collectAsList();
        Map<String, Map<String, BigDecimal>> goals = new HashMap<>();
        rows.forEach(row -> goals.computeIfAbsent(row.getString(0), goal -> new TreeMap<>())
                .put(row.getString(1), row.getDecimal(2)));
        return goals;
    }

    /** Cost of the campaigns that began in these months to acquire. */
    private Map<String, BigDecimal> campaigns() {
        Row total = in.rows(DimCampaign.TABLE)
                .filter(DimCampaign.GOAL_CODE
                        .col()
                        .equalTo(ActivityCost.ACQUIRE)
                        .and(months.hold(DimCampaign.STARTED_DATE.col())))
                .agg(sum(DimCampaign.COST_AMOUNT.col()))
                .first();
        return total.isNullAt(0) ? Map.of() : Map.of(ANY_CHANNEL, total.getDecimal(0));
    }

    private Business business() {
        Dataset<Row> channels = in.rows(DimCustomer.TABLE)
                .filter(DimCustomer.IS_CURRENT.col())
                .select(DimCustomer.CUSTOMER_KEY.col(), DimCustomer.ACQUISITION_CHANNEL_CODE.col());
        List<Row> rows = in.rows(FeatureCustomer.TABLE)
                .join(channels, new String[] {DimCustomer.CUSTOMER_KEY.name()}, "inner")
                .groupBy(DimCustomer.ACQUISITION_CHANNEL_CODE.col())
                .agg(
                        count(when(months.hold(first()), 1)),
                        sum(FeatureCustomer.RECENT_COST_TO_SERVE_AMOUNT.col()),
                        sum(FeatureCustomer.RECENT_RETENTION_COST_AMOUNT.col()),
                        sum(FeatureCustomer.RECENT_PURCHASE_DAY_COUNT.col()),
                        sum(FeatureCustomer.RECENT_CONTRACT_MONTHS.col()))
                .collectAsList();
        Map<String, Long> newcomers = new TreeMap<>();
        BigDecimal serve = BigDecimal.ZERO;
        BigDecimal keep = BigDecimal.ZERO;
        long days = 0;
        long months = 0;
        for (Row row : rows) {
            newcomers.put(row.getString(0), row.getLong(1));
            serve = serve.add(row.getDecimal(2));
            keep = keep.add(row.getDecimal(3));
            days += row.getLong(4);
            months += row.getLong(5);
        }
        double periods = (double) months / in.settings(ContractSettings.class).periodMonths();
        return new Business(newcomers, serve, keep, days + periods);
    }

    /** What all customers together cost and did. */
    private record Business(Map<String, Long> newcomers, BigDecimal serve, BigDecimal keep, double units) {
        OptionalDouble perUnit(BigDecimal cost) {
            return units > 0 ? OptionalDouble.of(cost.doubleValue() / units) : OptionalDouble.empty();
        }
    }
}
