package io.linkage.model.action.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.linkage.settings.Action;
import io.linkage.table.mart.CustomerValue;
import org.apache.spark.sql.Column;

/** Sells more of what is bought already: the part of what goes elsewhere that falls on the families bought. */
final class DeepSell implements Candidate {
    @Override
    public Action action() {
        return Action.DEEP_SELL;
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
        return CustomerValue.POTENTIAL_VALUE_AMOUNT.col().multiply(col(Baskets.OWN_SHARE));
    }
}
