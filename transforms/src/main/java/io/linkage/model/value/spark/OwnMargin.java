package io.linkage.model.value.spark;

import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Money;
import org.apache.spark.sql.Column;

/** What a customer leaves of each euro bought, at today's cost of goods and returns. */
public final class OwnMargin {
    private OwnMargin() {}

    /**
     * Margin over sales before returns, which a customer who brings nearly all back still has; empty without sales. From -1, as
     * whoever is sold to below cost would be so elsewhere too, to 1: more than the whole of a sale cannot be left.
     *
     * @param margin so far
     * @param revenue so far, returns taken off
     * @param returned so far, as a negative amount
     */
    public static Column of(Column margin, Column revenue, Column returned) {
        Column sales = revenue.minus(returned);
        Column share = Money.ratio(margin, sales);
        return when(sales.gt(0), greatest(lit(-1.0), least(lit(1.0), share)));
    }
}
