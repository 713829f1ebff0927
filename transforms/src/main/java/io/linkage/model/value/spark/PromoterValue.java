package io.linkage.model.value.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Answers;
import io.linkage.column.Money;
import io.linkage.contract.Inputs;
import io.linkage.model.clv.Horizon;
import io.linkage.model.feature.CostMonths;
import io.linkage.settings.ClvSettings;
import io.linkage.settings.ValueSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.score.ScoreClv;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What customers bring in by recommending: the lifetime value of the recent newcomers whom an NPS group recommended, per member
 * of the group, kept up over the horizon. Off, and empty, where fewer newcomers than a setting name a known referrer.
 */
public final class PromoterValue {
    private static final String[] CUSTOMER = {ScoreClv.CUSTOMER_KEY.name()};
    private static final String GROUP = "_nps_group";
    private static final String BROUGHT = "_brought";

    private PromoterValue() {}

    /** Adds the value to customers with their lifetime value. */
    public static Dataset<Row> of(Inputs in, Dataset<Row> valued) {
        ValueSettings settings = in.settings(ValueSettings.class);
        Dataset<Row> referred = referred(in);
        if (referred.count() < settings.leastReferrals()) {
            return valued.withColumn(ScoreClv.PROMOTER_VALUE_AMOUNT.name(), ScoreClv.PROMOTER_VALUE_AMOUNT.unknown());
        }
        Dataset<Row> groups = in.rows(FeatureCustomer.TABLE)
                .filter(coalesce(FeatureCustomer.FIRST_PURCHASE_DATE.col(), FeatureCustomer.FIRST_CONTRACT_DATE.col())
                        .isNotNull())
                .select(
                        FeatureCustomer.CUSTOMER_KEY.col(),
                        Answers.npsGroup(FeatureCustomer.LAST_NPS_SCORE.col()).as(GROUP));
        Column value = lit(null).cast("double");
        for (Row group : brought(valued, referred, groups)) {
            double each = group.getDecimal(1).doubleValue() / group.getLong(2) * repeated(in, settings);
            value = when(col(GROUP).equalTo(group.getString(0)), lit(each)).otherwise(value);
        }
        return valued.join(groups, CUSTOMER, "left")
                .withColumn(
                        ScoreClv.PROMOTER_VALUE_AMOUNT.name(),
                        ScoreClv.PROMOTER_VALUE_AMOUNT.is(Money.cents(value.cast("decimal(24,6)"))));
    }

    /** Newcomers of whole months, which the horizon is counted in, with the customer who recommended us to them. */
    private static Dataset<Row> referred(Inputs in) {
        Dataset<Row> newcomers = in.rows(FeatureCustomer.TABLE)
                .filter(CostMonths.recent(in).hold(RecentCosts.first()))
                .select(FeatureCustomer.CUSTOMER_KEY.col());
        return in.rows(DimCustomer.TABLE)
                .filter(DimCustomer.IS_CURRENT
                        .col()
                        .and(DimCustomer.REFERRER_KEY.col().gt(0))
                        .and(DimCustomer.REFERRER_KEY.col().notEqual(DimCustomer.CUSTOMER_KEY.col())))
                .select(DimCustomer.CUSTOMER_KEY.col(), DimCustomer.REFERRER_KEY.col())
                .join(newcomers, CUSTOMER, "inner");
    }

    /** Of each NPS group what its recommendations are worth, and its size: at most three rows. */
    private static List<Row> brought(Dataset<Row> valued, Dataset<Row> referred, Dataset<Row> groups) {
        Dataset<Row> byReferrer = referred.join(
                        valued.select(ScoreClv.CUSTOMER_KEY.col(), ScoreClv.CLV_AMOUNT.col()), CUSTOMER, "inner")
                .groupBy(DimCustomer.REFERRER_KEY.col().as(ScoreClv.CUSTOMER_KEY.name()))
                .agg(sum(ScoreClv.CLV_AMOUNT.col()).as(BROUGHT));
        Column none = lit(0).cast(ScoreClv.CLV_AMOUNT.domain().type());
        return groups.filter(col(GROUP).isNotNull())
                .join(byReferrer, CUSTOMER, "left")
                .groupBy(col(GROUP))
                .agg(sum(coalesce(col(BROUGHT), none)), count(lit(1)))
                .collectAsList();
    }

    /** How often the recent months fit into the horizon, what comes later being worth less. */
    private static double repeated(Inputs in, ValueSettings settings) {
        ClvSettings clv = in.settings(ClvSettings.class);
        double times = (double) clv.horizonMonths() / settings.costMonths();
        return times
                * Horizon.ofYearlyRate(clv.horizonMonths(), clv.yearlyDiscountRate())
                        .meanDiscount();
    }
}
