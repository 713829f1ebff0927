package io.linkage.model.clv.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.linkage.column.Exact;
import io.linkage.column.Money;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.model.clv.Horizon;
import io.linkage.model.clv.interval.Interval;
import io.linkage.model.clv.interval.Spread;
import io.linkage.settings.ClvSettings;
import io.linkage.table.mart.CustomerEquity;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureCustomer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The 90 % interval of what the purchases of each segment and of all together will bring, contracts apart: what chance does
 * to single customers evens out in a sum, what is not known of the parameters does not.
 */
public final class EquityInterval {
    /** Money in thousands, so that squares of it stay within what {@link Exact} adds. */
    private static final double THOUSAND = 1000;

    private static final List<Field> ENDS = List.of(
            CustomerEquity.CLV_LOW_AMOUNT,
            CustomerEquity.CLV_HIGH_AMOUNT,
            CustomerEquity.BASE_CLV_LOW_AMOUNT,
            CustomerEquity.BASE_CLV_HIGH_AMOUNT);

    private EquityInterval() {}

    /**
     * One row per segment with its interval and that of all segments; none where no model was fitted.
     *
     * @param in with {@code ops_model} and {@code feature_customer}
     * @param customers rows of {@code mart_customer_value}
     */
    public static Dataset<Row> of(Inputs in, Dataset<Row> customers) {
        ClvSettings settings = in.settings(ClvSettings.class);
        Optional<FittedModel> champion = FittedModel.from(in.rows(Model.TABLE).collectAsList());
        Dataset<Row> valued = valued(in, customers);
        if (champion.isEmpty()) {
            return valued.limit(0).select(none());
        }
        ValueForecasts forecasts = new ValueForecasts(
                champion.get(),
                Horizon.ofYearlyRate(settings.horizonMonths(), settings.yearlyDiscountRate()),
                settings.calibrationEnd(in.asOf()));
        List<String> parts = parts(forecasts.directions());
        Column[] totals =
                parts.stream().map(part -> Exact.total(col(part)).as(part)).toArray(Column[]::new);
        Dataset<Row> segments = valued.map(spreading(Broadcasts.of(in.one(), forecasts)), Encoders.row(schema(parts)))
                .groupBy(CustomerValue.SEGMENT_CODE.col())
                .agg(totals[0], java.util.Arrays.copyOfRange(totals, 1, totals.length));
        return segments.select(besideAll(parts)).map(ends(parts.size()), Encoders.row(ends()));
    }

    private static Dataset<Row> valued(Inputs in, Dataset<Row> customers) {
        return customers
                .select(
                        CustomerValue.CUSTOMER_KEY.col(),
                        CustomerValue.SEGMENT_CODE.col(),
                        CustomerValue.CLV_AMOUNT
                                .col()
                                .minus(coalesce(CustomerValue.CONTRACT_VALUE_AMOUNT.col(), lit(0)))
                                .as(CustomerValue.CLV_AMOUNT.name()))
                .join(in.rows(FeatureCustomer.TABLE), new String[] {FeatureCustomer.CUSTOMER_KEY.name()}, "inner")
                .filter(CustomerValue.CLV_AMOUNT
                        .col()
                        .isNotNull()
                        .and(FeatureCustomer.AGE_WEEKS.col().isNotNull()))
                .select(
                        CustomerValue.SEGMENT_CODE.col(),
                        CustomerValue.CLV_AMOUNT.col(),
                        FeatureCustomer.FREQUENCY_COUNT.col(),
                        FeatureCustomer.RECENCY_WEEKS.col(),
                        FeatureCustomer.AGE_WEEKS.col(),
                        FeatureCustomer.REPEAT_SPEND_AMOUNT.col(),
                        FeatureCustomer.CLV_GROUP_CODE.col());
    }

    /** Value, variance by chance, and the move in each direction of the parameters. */
    private static List<String> parts(int directions) {
        Stream<String> moves = IntStream.range(0, directions).mapToObj(direction -> "_move_" + direction);
        return Stream.concat(Stream.of("_value", "_chance"), moves).toList();
    }

    private static MapFunction<Row, Row> spreading(Broadcast<ValueForecasts> forecasts) {
        return row -> spread(row, forecasts.value());
    }

    private static Row spread(Row row, ValueForecasts forecasts) {
        long frequency = row.getLong(2);
        double meanSpend = frequency == 0 ? 0 : Math.max(0, row.getDecimal(5).doubleValue() / frequency);
        double value = row.getDecimal(1).doubleValue();
        Spread spread =
                forecasts.spread(row.getString(6), frequency, row.getDouble(3), row.getDouble(4), meanSpend, value);
        List<Object> parts = new ArrayList<>();
        parts.add(row.getString(0));
        parts.add(value / THOUSAND);
        parts.add(spread.chance() / (THOUSAND * THOUSAND));
        for (double move : spread.moves()) {
            parts.add(move / THOUSAND);
        }
        return RowFactory.create(parts.toArray());
    }

    /** Segment, its sums, and the same sums over all segments, of which there are few. */
    private static Column[] besideAll(List<String> parts) {
        Stream<Column> own = Stream.concat(Stream.of(CustomerValue.SEGMENT_CODE.name()), parts.stream())
                .map(name -> col(name));
        Stream<Column> ofAll = parts.stream()
                .map(part -> sum(col(part).cast("decimal(38,18)"))
                        .over(Window.partitionBy())
                        .cast("double"));
        return Stream.concat(own, ofAll).toArray(Column[]::new);
    }

    private static MapFunction<Row, Row> ends(int parts) {
        return row -> {
            Interval segment = interval(row, 1, parts);
            Interval all = interval(row, 1 + parts, parts);
            return RowFactory.create(
                    row.getString(0), cents(segment.low()), cents(segment.high()), cents(all.low()), cents(all.high()));
        };
    }

    private static Interval interval(Row row, int from, int parts) {
        double[] moves = IntStream.range(from + 2, from + parts)
                .mapToDouble(row::getDouble)
                .toArray();
        return new Spread(row.getDouble(from + 1), moves).around(row.getDouble(from));
    }

    private static BigDecimal cents(double thousands) {
        return Money.toCent(thousands * THOUSAND);
    }

    private static StructType schema(List<String> parts) {
        StructType schema = new StructType().add(CustomerValue.SEGMENT_CODE.name(), DataTypes.StringType);
        for (String part : parts) {
            schema = schema.add(part, DataTypes.DoubleType);
        }
        return schema;
    }

    private static StructType ends() {
        StructType schema = new StructType().add(CustomerEquity.SEGMENT_CODE.name(), DataTypes.StringType);
        for (Field end : ENDS) {
            schema = schema.add(end.name(), end.domain().type());
        }
        return schema;
    }

    private static Column[] none() {
        return Stream.concat(
                        Stream.of(CustomerValue.SEGMENT_CODE.col()),
                        ENDS.stream().map(Field::unknown))
                .toArray(Column[]::new);
    }
}
