package io.linkage.model.contract.spark;

import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.months_between;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.contract.Inputs;
import io.linkage.model.contract.CountedTenure;
import io.linkage.settings.ContractSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctSubscription;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Contracts of known customers with their age in periods; a new price or product is no new contract, a pause ends one. */
final class Contracts {
    /** Periods, as a real number, from the contract's beginning to the business date. */
    static final String AGE = "_age";
    /** The same to the end; empty while it runs. */
    static final String LIFE = "_life";

    private Contracts() {}

    /** One row per contract, with customer, segment and the price of its last spell at the rate of today. */
    static Dataset<Row> of(Inputs in) {
        Dataset<Row> segments = in.rows(DimCustomer.TABLE)
                .filter(DimCustomer.CUSTOMER_KEY.col().gt(0).and(DimCustomer.IS_CURRENT.col()))
                .select(DimCustomer.CUSTOMER_KEY.col(), DimCustomer.SEGMENT_CODE.col());
        return in.rows(FctSubscription.TABLE)
                .filter(FctSubscription.IS_LAST.col())
                .select(
                        FctSubscription.CUSTOMER_KEY.col(),
                        FctSubscription.CURRENT_MONTHLY_AMOUNT.col(),
                        FctSubscription.CONTRACT_STARTED_DATE.col(),
                        periods(in, FctSubscription.ENDED_DATE.col()).as(LIFE),
                        periods(in, Days.day(in.asOf())).as(AGE))
                .join(segments, new String[] {DimCustomer.CUSTOMER_KEY.name()}, "inner");
    }

    /** Periods from the beginning of a contract to a day, as a real number. */
    private static Column periods(Inputs in, Column day) {
        return months_between(day, FctSubscription.CONTRACT_STARTED_DATE.col())
                .divide(in.settings(ContractSettings.class).periodMonths());
    }

    /**
     * By segment: as many rows reach the driver as there are segments and ages, however many contracts. An end counts once
     * the renewal that it missed is past: those that were not missed in the same period are counted no sooner.
     */
    static Map<String, List<CountedTenure>> tenures(Inputs in) {
        Column over = floor(col(AGE));
        Column missed = greatest(ceil(col(LIFE)), lit(1L));
        Column hasEnded = col(LIFE).isNotNull().and(missed.leq(over));
        Column entered = in.settings(ContractSettings.class)
                .observedSince()
                .map(day -> least(entered(periods(in, Days.day(day))), over))
                .orElse(lit(0L));
        return of(in)
                .select(
                        DimCustomer.SEGMENT_CODE.col(),
                        entered.as("entered"),
                        when(hasEnded, missed).otherwise(over).as("periods"),
                        hasEnded.as("has_ended"))
                // What ended before it could be observed is no part of an extract that holds the others.
                .filter(col("periods").geq(col("entered").plus(col("has_ended").cast("int"))))
                .groupBy(col(DimCustomer.SEGMENT_CODE.name()), col("entered"), col("periods"), col("has_ended"))
                .agg(count(lit(1)).as("contracts"))
                .collectAsList()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.getString(0),
                        TreeMap::new,
                        Collectors.mapping(Contracts::tenure, Collectors.toList())));
    }

    /**
     * Of the period in which contracts came into sight those that ended before are not seen: a contract is at risk from the first
     * renewal whose period was seen as a whole, as one of those that lived to its beginning.
     */
    private static Column entered(Column age) {
        return greatest(ceil(age), lit(0L));
    }

    private static CountedTenure tenure(Row row) {
        return new CountedTenure(row.getLong(1), row.getLong(2), row.getBoolean(3), row.getLong(4));
    }
}
