package io.linkage.model.action.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.linkage.model.value.spark.OwnMargin;
import io.linkage.settings.Action;
import io.linkage.table.mart.CustomerValue;
import org.apache.spark.sql.Column;

/**
 * Offers the dearer kind of a family: what the pieces of the last year would have cost more at the price that a quarter of its
 * buyers pays, at the customer's own margin, and not more than the value that goes elsewhere where that is known.
 */
final class UpSell implements Candidate {
    @Override
    public Action action() {
        return Action.UP_SELL;
    }

    @Override
    public Column applies() {
        return Baskets.isBuyer();
    }

    @Override
    public Column probability() {
        return lit(1.0);
    }

    @Override
    public Column stake() {
        Column margin = OwnMargin.of(
                CustomerValue.MARGIN_AMOUNT.col(),
                CustomerValue.NET_REVENUE_AMOUNT.col(),
                CustomerValue.RETURN_AMOUNT.col());
        Column dearer = col(Baskets.UP_AMOUNT).multiply(margin);
        Column elsewhere = CustomerValue.POTENTIAL_VALUE_AMOUNT.col().cast("double");
        return when(elsewhere.lt(dearer), elsewhere).otherwise(dearer);
    }

    @Override
    public Column subject() {
        return col(Baskets.UP_FAMILY);
    }
}
