package io.linkage.mart;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.contract.Build;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.mart.Segment;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Customers of tonight and of the night before, counted by where they stand and where they stood. */
public final class BuildSegment {
    public static final Build BUILD = Build.of(Segment.TABLE).reads(BuildSegment::from, CustomerValue.TABLE);

    private static final Map<String, Field> SCHEMES = schemes();
    private static final String BEFORE = "_before";
    private static final String[] CUSTOMER = {CustomerValue.CUSTOMER_KEY.name()};

    private BuildSegment() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> now = in.rows(CustomerValue.TABLE);
        Dataset<Row> both = in.before(CustomerValue.TABLE)
                .map(night -> now.join(codes(in.earlier(night).rows(CustomerValue.TABLE)), CUSTOMER, "full"))
                .orElseGet(() -> now.withColumns(nowhere()));
        return Segment.TABLE.shape(counted(placed(both)).withColumn(Segment.AS_OF_DATE.name(), Days.day(in.asOf())));
    }

    private static Map<String, Field> schemes() {
        Map<String, Field> schemes = new LinkedHashMap<>();
        schemes.put(Segment.COMPANY, CustomerValue.SEGMENT_CODE);
        schemes.put(Segment.LIFE_CYCLE, CustomerValue.LIFE_CYCLE_PHASE_CODE);
        schemes.put(Segment.RFM, CustomerValue.RFM_CODE);
        schemes.put(Segment.VALUE_POTENTIAL, CustomerValue.VALUE_SEGMENT_CODE);
        schemes.put(Segment.RULES, CustomerValue.RULE_SEGMENT_CODE);
        return schemes;
    }

    private static Dataset<Row> codes(Dataset<Row> customers) {
        Column[] columns = new Column[SCHEMES.size() + 1];
        columns[0] = CustomerValue.CUSTOMER_KEY.col();
        int place = 1;
        for (Field code : SCHEMES.values()) {
            columns[place++] = code.col().as(code.name() + BEFORE);
        }
        return customers.select(columns);
    }

    private static Map<String, Column> nowhere() {
        Map<String, Column> columns = new LinkedHashMap<>();
        SCHEMES.values().forEach(code -> columns.put(code.name() + BEFORE, code.unknown()));
        return columns;
    }

    /** One row per customer and scheme that has a place for the customer tonight or had one. */
    private static Dataset<Row> placed(Dataset<Row> customers) {
        Column[] places = SCHEMES.entrySet().stream()
                .map(scheme -> struct(
                        lit(scheme.getKey()).as(Segment.SCHEME_CODE.name()),
                        orNone(scheme.getValue().col()).as(Segment.SEGMENT_CODE.name()),
                        orNone(col(scheme.getValue().name() + BEFORE)).as(Segment.PREVIOUS_SEGMENT_CODE.name())))
                .toArray(Column[]::new);
        return customers
                .select(
                        explode(array(places)).as("place"),
                        CustomerValue.IS_PROSPECT.col(),
                        CustomerValue.NET_REVENUE_AMOUNT.col(),
                        CustomerValue.NET_REVENUE_365D_AMOUNT.col(),
                        CustomerValue.MARGIN_AMOUNT.col(),
                        CustomerValue.CLV_AMOUNT.col())
                .select(col("place.*"), col("*"))
                .filter(Segment.SEGMENT_CODE
                        .col()
                        .notEqual(Segment.NONE)
                        .or(Segment.PREVIOUS_SEGMENT_CODE.col().notEqual(Segment.NONE)));
    }

    private static Dataset<Row> counted(Dataset<Row> places) {
        return places.groupBy(
                        Segment.SCHEME_CODE.col(), Segment.SEGMENT_CODE.col(), Segment.PREVIOUS_SEGMENT_CODE.col())
                .agg(
                        Segment.CUSTOMER_COUNT.is(count(lit(1))),
                        Segment.BUYER_COUNT.is(
                                count(when(CustomerValue.IS_PROSPECT.col().equalTo(false), 1))),
                        worth(Segment.NET_REVENUE_AMOUNT, CustomerValue.NET_REVENUE_AMOUNT),
                        worth(Segment.NET_REVENUE_365D_AMOUNT, CustomerValue.NET_REVENUE_365D_AMOUNT),
                        worth(Segment.MARGIN_AMOUNT, CustomerValue.MARGIN_AMOUNT),
                        Segment.CLV_AMOUNT.is(sum(CustomerValue.CLV_AMOUNT.col())));
    }

    private static Column worth(Field total, Field amount) {
        return total.is(coalesce(sum(amount.col()), lit(0)));
    }

    private static Column orNone(Column code) {
        return coalesce(code, lit(Segment.NONE));
    }
}
