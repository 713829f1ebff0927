package io.linkage.model.wallet.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.linkage.model.wallet.Band;
import io.linkage.model.wallet.Imputation;
import io.linkage.model.wallet.Respondent;
import io.linkage.model.wallet.Rubin;
import io.linkage.model.wallet.StatedWallet;
import io.linkage.model.wallet.Wallet;
import io.linkage.model.wallet.WalletFit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What all buyers, and those of each segment, spend in the category: added up per imputation in whole cents, in one pass. */
final class Totals {
    private static final String ALL = "all";
    private static final String SEGMENT = "_segment";
    private static final String IS_ASKED = "_asked";
    private static final double CENTS = 100;

    /**
     * One total.
     *
     * @param rubin over the imputations
     * @param buyers in it
     * @param asked those of them whose wallet is the stated one in each imputation
     */
    record Total(Rubin rubin, long buyers, long asked) {}

    private Totals() {}

    /** Totals by name, that of all first. */
    static Map<String, Total> of(Dataset<Row> asked, WalletFit fit) {
        Imputation imputation = new Imputation(fit.model().orElseThrow());
        Broadcast<Imputation> shared = new JavaSparkContext(asked.sparkSession().sparkContext()).broadcast(imputation);
        List<Column> sums = new ArrayList<>(List.of(sum(IS_ASKED)));
        IntStream.range(0, Imputation.TIMES).forEach(time -> sums.add(sum(name(time))));
        List<Row> segments = asked.map(wallets(shared, fit), Encoders.row(schema()))
                .groupBy(col(SEGMENT))
                .agg(count(lit(1)), sums.toArray(Column[]::new))
                .orderBy(col(SEGMENT))
                .collectAsList();
        Map<String, Total> totals = new TreeMap<>();
        totals.put(ALL, total(segments));
        segments.forEach(row -> totals.put(WalletModels.SEGMENT + row.getString(0), total(List.of(row))));
        return totals;
    }

    private static MapFunction<Row, Row> wallets(Broadcast<Imputation> imputation, WalletFit fit) {
        Band stated = fit.stated();
        return row -> {
            Respondent one = Buyers.respondent(row);
            Wallet wallet = StatedWallet.of(one.buyer(), one.share(), one.amount(), stated);
            Object[] values = new Object[Imputation.TIMES + 2];
            values[0] = String.valueOf(one.buyer().segment());
            values[1] = wallet.amount() > 0 ? 1L : 0L;
            double[] imputed = imputation.value().of(one.key(), one.buyer());
            for (int time = 0; time < imputed.length; time++) {
                values[time + 2] = Math.round(CENTS * (wallet.amount() > 0 ? wallet.amount() : imputed[time]));
            }
            return RowFactory.create(values);
        };
    }

    private static Total total(List<Row> segments) {
        double[] totals = new double[Imputation.TIMES];
        long buyers = 0;
        long asked = 0;
        for (Row segment : segments) {
            buyers += segment.getLong(1);
            asked += segment.getLong(2);
            for (int time = 0; time < totals.length; time++) {
                totals[time] += segment.getLong(time + 3) / CENTS;
            }
        }
        return new Total(Rubin.of(totals), buyers, asked);
    }

    private static String name(int time) {
        return "_imputed_" + time;
    }

    private static StructType schema() {
        StructType schema = new StructType().add(SEGMENT, DataTypes.StringType).add(IS_ASKED, DataTypes.LongType);
        for (int time = 0; time < Imputation.TIMES; time++) {
            schema = schema.add(name(time), DataTypes.LongType);
        }
        return schema;
    }
}
