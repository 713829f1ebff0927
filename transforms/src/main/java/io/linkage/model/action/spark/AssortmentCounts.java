package io.linkage.model.action.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.sum;

import io.linkage.column.Alike;
import io.linkage.model.action.Assortment;
import io.linkage.model.action.Assortment.Bought;
import io.linkage.model.action.Assortment.Common;
import io.linkage.model.action.Assortment.Family;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Counts who buys which families together, in one pass over baskets: a row per pair reaches the driver. */
final class AssortmentCounts {
    /** Families of one basket that are paired, those with most revenue. */
    private static final int PAIRED = 20;
    /** Pairs that are kept, those with most buyers. */
    private static final int MOST_PAIRS = 50_000;
    /** Prices to eight binary digits, so that their counts stay few. */
    private static final int DIGITS = 8;

    private static final double HIGH = 0.75;
    private static final double HUNDREDTHS_OF_CENTS = 10_000;
    /** Stands for all families. */
    private static final String ANY = "";

    private static final StructType PAIR = new StructType()
            .add("one", DataTypes.StringType)
            .add("other", DataTypes.StringType)
            .add("cents", DataTypes.LongType)
            .add("price", DataTypes.LongType);

    private AssortmentCounts() {}

    /** The assortment; empty where fewer than so many customers bought anything. */
    static Assortment of(Dataset<Row> baskets, int leastBuyers) {
        List<Row> rows = baskets.flatMap(pairs(), Encoders.row(PAIR))
                // Counts first: a percentile of all prices would sort every pair of every basket.
                .groupBy("one", "other", "price")
                .agg(count(lit(1)).as("alike"), sum(col("cents")).as("cents"))
                .groupBy("one", "other")
                .agg(
                        sum(col("alike")).as("buyers"),
                        sum(col("cents")),
                        percentile(col("price"), lit(HIGH), col("alike")))
                .filter(col("buyers").geq(leastBuyers))
                .orderBy(col("buyers").desc(), col("one"), col("other"))
                .limit(MOST_PAIRS)
                .collectAsList();
        long buyers = 0;
        double revenue = 0;
        for (Row row : rows) {
            if (row.getString(0).equals(ANY)) {
                buyers = row.getLong(2);
                revenue = row.getLong(3);
            }
        }
        Map<String, Family> families = new HashMap<>();
        List<Common> common = new ArrayList<>();
        for (Row row : rows) {
            if (!row.getString(0).equals(ANY)) {
                common.add(new Common(row.getString(0), row.getString(1), row.getLong(2)));
            }
            if (!row.isNullAt(4)) {
                Family family = new Family(
                        (double) row.getLong(2) / buyers,
                        row.getLong(3) / revenue,
                        row.getDouble(4) / HUNDREDTHS_OF_CENTS);
                families.put(row.getString(0), family);
            }
        }
        return Assortment.of(families, common);
    }

    /** All of a basket once, each family with its price, and each pair of families in both orders. */
    private static FlatMapFunction<Row, Row> pairs() {
        return basket -> {
            List<Bought> bought = Baskets.read(basket).stream()
                    .sorted(Comparator.comparingDouble((Bought part) -> -part.price() * part.pieces())
                            .thenComparing(Bought::family))
                    .limit(PAIRED)
                    .toList();
            List<Row> pairs = new ArrayList<>();
            long total = 0;
            for (Bought one : bought) {
                long cents = Math.round(one.price() * one.pieces() * 100);
                total += cents;
                for (Bought other : bought) {
                    boolean same = one == other;
                    Long price = same ? Alike.leading(Math.round(one.price() * HUNDREDTHS_OF_CENTS), DIGITS) : null;
                    pairs.add(RowFactory.create(one.family(), other.family(), same ? cents : 0L, price));
                }
            }
            pairs.add(RowFactory.create(ANY, ANY, total, null));
            return pairs.iterator();
        };
    }
}
