package io.linkage.model.win.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Exact;
import io.linkage.column.Money;
import io.linkage.contract.Inputs;
import io.linkage.model.clv.spark.NextPurchase;
import io.linkage.model.win.Credibility;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.score.ScoreClv;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a new customer of each segment and acquisition channel is worth and costs. Rate and dropout are the model's at T = 0, with
 * the effects of the group; spend per purchase day is that of the customers there, as far as they carry it.
 *
 * @param cells by segment and channel
 * @param elsewhere of those that no customer is of
 */
record Newcomers(Map<Cell, Worth> cells, Worth elsewhere) implements Serializable {
    private static final String[] CUSTOMER = {FeatureCustomer.CUSTOMER_KEY.name()};
    private static final String SPEND = "_spend";
    private static final int GROUP = 2;
    private static final int CUSTOMERS = 3;
    private static final int MEAN = 4;
    private static final int DEVIATION = 5;
    private static final int COST = 6;
    private static final int NEW_COST = 7;
    private static final int NEW_CUSTOMERS = 8;
    private static final String FIRST = "_first";
    private static final String SINCE = "_since";

    /** A segment and a channel. */
    record Cell(String segment, String channel) implements Serializable {}

    /** Value and cost of a new customer; null where not known. */
    record Worth(BigDecimal value, BigDecimal cost) implements Serializable {}

    /** As many rows reach the driver as there are segments and channels. */
    static Newcomers of(Inputs in, Optional<NextPurchase> value) {
        List<Row> rows = new ArrayList<>(customers(in).collectAsList());
        rows.sort(Comparator.comparing((Row row) -> row.getString(0)).thenComparing(row -> row.getString(1)));
        List<Credibility.Group> groups = rows.stream().map(Newcomers::group).toList();
        Credibility spend = Credibility.of(groups);
        Map<String, BigDecimal> costs = costs(rows);
        BigDecimal anyChannel = meanCost(rows);
        Map<Cell, Worth> cells = new HashMap<>();
        for (int place = 0; place < rows.size(); place++) {
            Row row = rows.get(place);
            double mean = spend.of(groups.get(place));
            BigDecimal worth = value.filter(model -> Double.isFinite(mean))
                    .map(model -> Money.toCent(model.ofNew(row.getString(GROUP), Math.max(0, mean))))
                    .orElse(null);
            cells.put(
                    new Cell(row.getString(0), row.getString(1)),
                    new Worth(worth, costs.getOrDefault(row.getString(1), anyChannel)));
        }
        return new Newcomers(cells, new Worth(null, anyChannel));
    }

    /** Of a prospect there. */
    Worth of(String segment, String channel) {
        return cells.getOrDefault(new Cell(segment, channel), elsewhere);
    }

    private static Dataset<Row> customers(Inputs in) {
        Column days = FeatureCustomer.PURCHASE_DAY_COUNT.col();
        // Margin is told over sales before returns: what came back is in it already.
        Column sales = FeatureCustomer.NET_REVENUE_AMOUNT.col().minus(FeatureCustomer.RETURN_AMOUNT.col());
        Column perDay = sales.cast("double").divide(days);
        Dataset<Row> features = in.rows(FeatureCustomer.TABLE)
                .select(
                        FeatureCustomer.CUSTOMER_KEY.col(),
                        FeatureCustomer.CLV_GROUP_CODE.col(),
                        least(FeatureCustomer.FIRST_PURCHASE_DATE.col(), FeatureCustomer.FIRST_CONTRACT_DATE.col())
                                .as(FIRST),
                        when(days.gt(0), perDay).as(SPEND));
        Dataset<Row> costs =
                in.rows(ScoreClv.TABLE).select(ScoreClv.CUSTOMER_KEY.col(), ScoreClv.ACQUISITION_COST_AMOUNT.col());
        Column cost = ScoreClv.ACQUISITION_COST_AMOUNT.col();
        // Who bears a cost is new: who came since the first of them and bears none came for nothing.
        Dataset<Row> since = features.join(costs.filter(cost.gt(0)), CUSTOMER, "inner")
                .agg(min(FIRST).as(SINCE));
        Column isNew = col(FIRST).geq(col(SINCE));
        return in.rows(DimCustomer.TABLE)
                .filter(DimCustomer.IS_CURRENT.col())
                .select(
                        DimCustomer.CUSTOMER_KEY.col(),
                        DimCustomer.SEGMENT_CODE.col(),
                        DimCustomer.ACQUISITION_CHANNEL_CODE.col())
                .join(features, CUSTOMER, "inner")
                .join(costs, CUSTOMER, "left")
                .crossJoin(broadcast(since))
                .groupBy(DimCustomer.SEGMENT_CODE.col(), DimCustomer.ACQUISITION_CHANNEL_CODE.col())
                .agg(
                        max(FeatureCustomer.CLV_GROUP_CODE.col()),
                        count(col(SPEND)),
                        Exact.mean(col(SPEND)),
                        Exact.deviationOfMoney(col(SPEND)),
                        max(cost),
                        sum(when(isNew, cost)),
                        count(when(isNew, 1)));
    }

    private static Credibility.Group group(Row row) {
        return new Credibility.Group(
                row.getLong(CUSTOMERS),
                row.isNullAt(MEAN) ? Double.NaN : row.getDouble(MEAN),
                row.isNullAt(DEVIATION) ? 0 : row.getDouble(DEVIATION));
    }

    /**
     * New customers bear the cost of their channel, others none: the most is what a new one cost. Channels that brought nobody
     * have none here.
     */
    private static Map<String, BigDecimal> costs(List<Row> rows) {
        Map<String, BigDecimal> costs = new HashMap<>();
        for (Row row : rows) {
            boolean brought = row.getLong(NEW_CUSTOMERS) > 0;
            if (!row.isNullAt(COST) && (brought || row.getDecimal(COST).signum() > 0)) {
                costs.merge(row.getString(1), row.getDecimal(COST), BigDecimal::max);
            }
        }
        return costs;
    }

    /** Of a new customer, whatever the channel; null where nobody is known to have cost anything. */
    private static BigDecimal meanCost(List<Row> rows) {
        BigDecimal spent = BigDecimal.ZERO;
        long came = 0;
        for (Row row : rows) {
            spent = row.isNullAt(NEW_COST) ? spent : spent.add(row.getDecimal(NEW_COST));
            came += row.getLong(NEW_CUSTOMERS);
        }
        return came == 0 ? null : spent.divide(BigDecimal.valueOf(came), 2, RoundingMode.HALF_UP);
    }
}
