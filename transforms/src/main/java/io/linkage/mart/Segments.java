package io.linkage.mart;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.linkage.contract.Inputs;
import io.linkage.settings.SegmentSettings;
import io.linkage.table.core.FctSubscription;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.score.FeatureCustomer;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The one place that puts customers into segments: life-cycle phase, RFM, value and potential, the company's rules. */
final class Segments {
    private static final String OTHER = "other";
    private static final int BEST = 5;

    private Segments() {}

    /** Customers with a code of each scheme; they need features, scores and wallets under the names of the mart. */
    static Dataset<Row> coded(Dataset<Row> customers, Inputs in) {
        SegmentSettings settings = in.settings(SegmentSettings.class);
        Dataset<Row> coded = customers
                .join(
                        LifeCycle.contracts(
                                in.rows(FctSubscription.TABLE),
                                in.rows(FeatureCustomer.TABLE),
                                settings.lostDays(),
                                in.asOf()),
                        new String[] {CustomerValue.CUSTOMER_KEY.name()},
                        "left")
                .crossJoin(Fifths.of(in))
                .withColumn(CustomerValue.LIFE_CYCLE_PHASE_CODE.name(), LifeCycle.phase(settings, in.asOf()))
                .withColumn(CustomerValue.RFM_CODE.name(), rfm(in))
                .withColumn(CustomerValue.VALUE_SEGMENT_CODE.name(), valueAndPotential());
        return coded.withColumn(CustomerValue.RULE_SEGMENT_CODE.name(), firstRule(settings.ordered()));
    }

    private static Column rfm(Inputs in) {
        Column code = concat(
                Fifths.score(Fifths.Measure.RECENCY, Fifths.recency(in.asOf())),
                Fifths.score(Fifths.Measure.FREQUENCY, FeatureCustomer.PURCHASE_DAY_COUNT.col()),
                Fifths.score(Fifths.Measure.MONEY, FeatureCustomer.NET_REVENUE_AMOUNT.col()));
        return when(isBuyer(), code);
    }

    private static Column valueAndPotential() {
        Column value = level(Fifths.Measure.VALUE, CustomerValue.CLV_AMOUNT.col());
        Column potential = level(Fifths.Measure.POTENTIAL, CustomerValue.POTENTIAL_VALUE_AMOUNT.col());
        Column isValued = isBuyer().or(CustomerValue.CLV_AMOUNT.col().isNotNull());
        return when(isValued, concat(lit("value-"), value, lit("-potential-"), potential));
    }

    private static Column level(Fifths.Measure measure, Column amount) {
        return when(amount.isNull(), "unknown")
                .when(Fifths.score(measure, amount).equalTo(BEST), "high")
                .otherwise("low");
    }

    private static Column firstRule(List<SegmentSettings.Rule> rules) {
        if (rules.isEmpty()) {
            return CustomerValue.RULE_SEGMENT_CODE.unknown();
        }
        Column code = lit(OTHER);
        for (int place = rules.size() - 1; place >= 0; place--) {
            SegmentSettings.Rule rule = rules.get(place);
            code = when(expr(rule.condition()), rule.code()).otherwise(code);
        }
        return code;
    }

    private static Column isBuyer() {
        return FeatureCustomer.FIRST_PURCHASE_DATE.col().isNotNull();
    }
}
