package io.linkage.table.mart;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Additivity;
import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** How much of revenue, margin and value sits in the best part of the buyers. */
public final class ValueConcentration {
    private static final Domain BALANCE = Domain.AMOUNT.additive(Additivity.SEMI_ADDITIVE);

    private static final TableBuilder T = Table.named("mart_value_concentration", Layer.MART)
            .grain("one row per business date, measure and percentile of the buyers, best first")
            .meaning("How much of revenue, margin and lifetime value the best buyers hold.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field MEASURE_CODE = T.key(
            "measure_code",
            Domain.CODE.oneOf("revenue", "margin", "value"),
            INTERNAL,
            "Measure by which the buyers are ranked");
    public static final Field PERCENTILE_NUMBER = T.key(
            "percentile_number", Domain.NUMBER.between("1", "100"), INTERNAL, "1 is the best hundredth of the buyers");
    public static final Field CUSTOMER_COUNT = T.required(
            "customer_count", Domain.COUNT.additive(Additivity.SEMI_ADDITIVE), INTERNAL, "Buyers in the percentile");
    public static final Field MEASURE_AMOUNT =
            T.required("measure_amount", BALANCE, INTERNAL, "Sum of the measure in the percentile");
    public static final Field CUMULATIVE_AMOUNT = T.required(
            "cumulative_amount",
            Domain.AMOUNT.additive(Additivity.NON_ADDITIVE),
            INTERNAL,
            "Sum of the measure up to and with the percentile");
    public static final Field CUMULATIVE_RATIO = T.optional(
            "cumulative_ratio",
            Domain.RATIO,
            INTERNAL,
            "Cumulative amount over the total; above 1 where others lose money; empty where the total is not positive");

    public static final Table TABLE = T.build();

    private ValueConcentration() {}
}
