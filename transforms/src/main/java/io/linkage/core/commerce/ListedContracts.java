package io.linkage.core.commerce;

import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.contract.Inputs;
import io.linkage.table.staging.Subscription;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Each spell of a contract as it was told last. One that a full extract no longer has ended by the night that missed it, as
 * extracts of running contracts tell the end of none; unless it was a correction, after which the contract has other spells.
 */
public final class ListedContracts {
    private static final Column START = Subscription.STARTED_DATE.col();
    private static final Column NIGHT = Subscription.LOADED_DATE.col();
    private static final Column MISSED = Subscription.IS_DELETED.col().eqNullSafe(true);
    private static final Column ENDED = orNever(Subscription.ENDED_DATE.col());
    private static final Column TERMS = struct(
            Subscription.CUSTOMER_SOURCE_ID.col(),
            Subscription.PRODUCT_SOURCE_ID.col(),
            Subscription.MONTHLY_PRICE.col(),
            Subscription.CURRENCY_CODE.col());

    private static final String UNTIL = "_until";
    private static final String TOLD = "_told";

    private ListedContracts() {}

    /** The spells, in the columns of {@link Subscription}. */
    public static Dataset<Row> of(Inputs in) {
        Column next = lead(NIGHT, 1)
                .over(Window.partitionBy(Subscription.SUBSCRIPTION_ID.col(), START)
                        .orderBy(NIGHT));
        Column told = struct(
                START.as("start"),
                ENDED.as("end"),
                TERMS.as("terms"),
                NIGHT.as("from"),
                col(UNTIL).as("until"));
        Column ofContract =
                collect_list(when(not(MISSED), told)).over(Window.partitionBy(Subscription.SUBSCRIPTION_ID.col()));
        return in.rows(Subscription.TABLE)
                .withColumn(UNTIL, orNever(next))
                .withColumn(TOLD, ofContract)
                .filter(col(UNTIL).equalTo(Days.day(Days.END)))
                .filter(not(MISSED).or(ran()))
                .withColumn(
                        Subscription.ENDED_DATE.name(),
                        when(MISSED, least(ENDED, NIGHT)).otherwise(Subscription.ENDED_DATE.col()))
                .drop(UNTIL, TOLD);
    }

    /**
     * Whether a spell was true until it was missed. The extract that misses it may have other spells of its contract: then it was,
     * if it ends before the next of them begins or that has another price, product or holder, and none of them runs on its first
     * day. Else its first day was corrected, or it was taken back.
     */
    private static Column ran() {
        Column others = filter(
                col(TOLD),
                spell -> spell.getField("from")
                        .leq(NIGHT)
                        .and(spell.getField("until").gt(NIGHT)));
        Column next = array_min(filter(others, spell -> spell.getField("start").gt(START)));
        Column follows =
                ENDED.leq(next.getField("start")).or(not(next.getField("terms").eqNullSafe(TERMS)));
        Column isCovered = exists(
                others,
                spell -> spell.getField("start")
                        .lt(START)
                        .and(spell.getField("end").gt(START)));
        Column isPast = next.isNotNull().and(follows).and(not(isCovered));
        return START.lt(NIGHT).and(size(others).equalTo(0).or(isPast));
    }

    private static Column orNever(Column date) {
        return coalesce(date, Days.day(Days.END));
    }
}
