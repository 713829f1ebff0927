package io.linkage.model.value.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Money;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.model.clv.Horizon;
import io.linkage.model.value.CostRates;
import io.linkage.settings.ClvSettings;
import io.linkage.settings.ContractSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.score.ScoreClv;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the margin of a customer must still pay for: serving and keeping, as recent months cost per purchase day or period under
 * contract, and acquiring where the customer is new. A customer's own cost per unit is drawn towards that of all, as if each
 * had one unit more at the mean.
 */
public final class NetValue {
    private static final String[] CUSTOMER = {ScoreClv.CUSTOMER_KEY.name()};

    /** The columns of {@code feature_customer} that costs rest on. */
    public static final List<Field> FEATURES = List.of(
            FeatureCustomer.FIRST_PURCHASE_DATE,
            FeatureCustomer.FIRST_CONTRACT_DATE,
            FeatureCustomer.RECENT_PURCHASE_DAY_COUNT,
            FeatureCustomer.RECENT_CONTRACT_MONTHS,
            FeatureCustomer.RECENT_COST_TO_SERVE_AMOUNT,
            FeatureCustomer.RECENT_RETENTION_COST_AMOUNT);

    private NetValue() {}

    /** Adds costs and net value to customers with their forecasts and the columns of {@link #FEATURES}. */
    public static Dataset<Row> of(Inputs in, Dataset<Row> forecasts) {
        RecentCosts costs = new RecentCosts(in);
        CostRates rates = costs.rates();
        return withNet(acquired(in, rates.acquisition(), costs.isNew(), forecasts)
                .withColumn(
                        ScoreClv.COST_TO_SERVE_AMOUNT.name(),
                        expected(
                                in,
                                rates.servePerUnit(),
                                FeatureCustomer.RECENT_COST_TO_SERVE_AMOUNT,
                                ScoreClv.COST_TO_SERVE_AMOUNT))
                .withColumn(
                        ScoreClv.RETENTION_COST_AMOUNT.name(),
                        expected(
                                in,
                                rates.keepPerUnit(),
                                FeatureCustomer.RECENT_RETENTION_COST_AMOUNT,
                                ScoreClv.RETENTION_COST_AMOUNT)));
    }

    private static Column expected(Inputs in, OptionalDouble mean, Field recent, Field expected) {
        if (mean.isEmpty()) {
            return expected.unknown();
        }
        ClvSettings clv = in.settings(ClvSettings.class);
        int months = in.settings(ContractSettings.class).periodMonths();
        Column had = FeatureCustomer.RECENT_PURCHASE_DAY_COUNT
                .col()
                .plus(FeatureCustomer.RECENT_CONTRACT_MONTHS
                        .col()
                        .cast("double")
                        .divide(months));
        Column coming = coalesce(ScoreClv.EXPECTED_PURCHASES.col(), lit(0.0))
                .plus(coalesce(ScoreClv.EXPECTED_RENEWALS.col(), lit(0.0)));
        double discount = Horizon.ofYearlyRate(clv.horizonMonths(), clv.yearlyDiscountRate())
                .meanDiscount();
        Column perUnit = recent.col().cast("double").plus(mean.getAsDouble()).divide(had.plus(1));
        return expected.is(
                Money.cents(perUnit.multiply(coming).multiply(discount).cast("decimal(24,6)")));
    }

    private static Dataset<Row> acquired(
            Inputs in, Map<String, BigDecimal> rates, Column isNew, Dataset<Row> customers) {
        if (rates.isEmpty()) {
            return customers.withColumn(
                    ScoreClv.ACQUISITION_COST_AMOUNT.name(), ScoreClv.ACQUISITION_COST_AMOUNT.unknown());
        }
        Column[] byChannel = new TreeMap<>(rates)
                .entrySet().stream()
                        .flatMap(rate -> Stream.of(lit(rate.getKey()), lit(rate.getValue())))
                        .toArray(Column[]::new);
        Dataset<Row> channels = in.rows(DimCustomer.TABLE)
                .filter(DimCustomer.IS_CURRENT.col())
                .select(DimCustomer.CUSTOMER_KEY.col(), DimCustomer.ACQUISITION_CHANNEL_CODE.col());
        Column cost = element_at(map(byChannel), DimCustomer.ACQUISITION_CHANNEL_CODE.col());
        return customers
                .join(channels, CUSTOMER, "inner")
                .withColumn(
                        ScoreClv.ACQUISITION_COST_AMOUNT.name(),
                        ScoreClv.ACQUISITION_COST_AMOUNT.is(when(isNew, coalesce(cost, lit(BigDecimal.ZERO)))
                                .otherwise(lit(BigDecimal.ZERO))));
    }

    private static Dataset<Row> withNet(Dataset<Row> customers) {
        Column net = ScoreClv.CLV_AMOUNT.col();
        for (Field cost : new Field[] {
            ScoreClv.COST_TO_SERVE_AMOUNT, ScoreClv.RETENTION_COST_AMOUNT, ScoreClv.ACQUISITION_COST_AMOUNT
        }) {
            net = net.minus(coalesce(cost.col(), lit(0).cast(cost.domain().type())));
        }
        return customers.withColumn(ScoreClv.NET_VALUE_AMOUNT.name(), ScoreClv.NET_VALUE_AMOUNT.is(net));
    }
}
