package io.linkage.model.contract.spark;

import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.months_between;
import static org.apache.spark.sql.functions.struct;
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

/** Contracts of known customers with their age in periods; a new price or product is no new contract. */
final class Contracts {
    /** Periods, as a real number, from the first spell's beginning to the end, or to the business date. */
    static final String AGE = "_age";
    /** Whether it has ended. */
    static final String HAS_ENDED = "_has_ended";

    private static final String BEGAN = "_began";
    private static final String LAST = "_last";

    private Contracts() {}

    /** One row per contract, with customer, segment and the price of its last spell. */
    static Dataset<Row> of(Inputs in) {
        Column last = struct(
                FctSubscription.CUSTOMER_KEY.col(),
                FctSubscription.MONTHLY_AMOUNT.col(),
                FctSubscription.ENDED_DATE.col());
        Column ended = FctSubscription.ENDED_DATE.of(LAST);
        Column until = coalesce(ended, Days.day(in.asOf()));
        Column months = months_between(until, col(BEGAN));
        Dataset<Row> segments = in.rows(DimCustomer.TABLE)
                .filter(DimCustomer.CUSTOMER_KEY.col().gt(0).and(DimCustomer.IS_CURRENT.col()))
                .select(DimCustomer.CUSTOMER_KEY.col(), DimCustomer.SEGMENT_CODE.col());
        return in.rows(FctSubscription.TABLE)
                .groupBy(FctSubscription.SUBSCRIPTION_ID.col())
                .agg(
                        min(FctSubscription.STARTED_DATE.col()).as(BEGAN),
                        max_by(last, FctSubscription.STARTED_DATE.col()).as(LAST))
                .select(
                        FctSubscription.CUSTOMER_KEY.of(LAST),
                        FctSubscription.MONTHLY_AMOUNT.of(LAST),
                        ended.isNotNull().as(HAS_ENDED),
                        greatest(months, lit(0.0))
                                .divide(in.settings(ContractSettings.class).periodMonths())
                                .as(AGE))
                .join(segments, new String[] {DimCustomer.CUSTOMER_KEY.name()}, "inner");
    }

    /** By segment: as many rows reach the driver as there are segments and ages, however many contracts. */
    static Map<String, List<CountedTenure>> tenures(Inputs in) {
        Column periods = when(col(HAS_ENDED), greatest(ceil(col(AGE)), lit(1L))).otherwise(floor(col(AGE)));
        return of(in)
                .groupBy(DimCustomer.SEGMENT_CODE.col(), periods.as("periods"), col(HAS_ENDED))
                .agg(count(lit(1)).as("contracts"))
                .collectAsList()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.getString(0),
                        TreeMap::new,
                        Collectors.mapping(
                                row -> new CountedTenure(row.getLong(1), row.getBoolean(2), row.getLong(3)),
                                Collectors.toList())));
    }
}
