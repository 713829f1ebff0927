package io.linkage.model.action.spark;

import static org.apache.spark.sql.functions.col;

import io.linkage.settings.Action;
import io.linkage.table.mart.CustomerValue;
import org.apache.spark.sql.Column;

/** Offers a product family not bought yet: that family's part of what goes elsewhere, with the chance of being bought. */
final class CrossSell implements Candidate {
    @Override
    public Action action() {
        return Action.CROSS_SELL;
    }

    @Override
    public Column applies() {
        return Baskets.isBuyer();
    }

    @Override
    public Column probability() {
        return col(Baskets.CROSS_PROBABILITY);
    }

    @Override
    public Column stake() {
        return CustomerValue.POTENTIAL_VALUE_AMOUNT.col().multiply(col(Baskets.CROSS_SHARE));
    }

    @Override
    public Column subject() {
        return col(Baskets.CROSS_FAMILY);
    }
}
