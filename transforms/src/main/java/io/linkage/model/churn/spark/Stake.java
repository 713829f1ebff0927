package io.linkage.model.churn.spark;

import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import io.linkage.contract.Inputs;
import io.linkage.model.quality.Retention;
import io.linkage.settings.ClvSettings;
import io.linkage.settings.RetentionSettings;
import io.linkage.table.score.FeatureChurn;
import org.apache.spark.sql.Column;

/**
 * What the company loses with a customer who leaves, as it could be known on the day: a fixed sum, or the margin of the year up
 * to the day, of contracts that of their price, over the horizon of values. The lifetime value of tonight would know who left.
 */
final class Stake {
    private static final double CENTS = 100;
    private static final double YEAR_MONTHS = 12;

    private Stake() {}

    /** In cents, never negative: whole numbers, whose sums do not depend on order. */
    static Column cents(Inputs in) {
        double fixed = in.settings(RetentionSettings.class).customerValue();
        return fixed > 0 ? lit(Math.round(fixed * CENTS)) : own(in.settings(ClvSettings.class));
    }

    private static Column own(ClvSettings clv) {
        double months = clv.horizonMonths() * clv.marginShare();
        Column monthly = when(
                        FeatureChurn.DEFINITION_CODE.col().equalTo(FeatureChurn.NO_PURCHASE),
                        FeatureChurn.NET_REVENUE_365D_AMOUNT
                                .col()
                                .cast("double")
                                .divide(YEAR_MONTHS))
                .otherwise(FeatureChurn.CONTRACT_MONTHLY_AMOUNT.col().cast("double"));
        return round(greatest(monthly, lit(0.0)).multiply(months * CENTS)).cast("long");
    }

    /** The terms of the campaign that would keep customers. */
    static Retention campaign(Inputs in) {
        RetentionSettings settings = in.settings(RetentionSettings.class);
        return new Retention(
                settings.offerCost(), settings.contactCost(), settings.acceptAlpha(), settings.acceptBeta());
    }

    /** From cents to money. */
    static double amount(long cents) {
        return cents / CENTS;
    }
}
