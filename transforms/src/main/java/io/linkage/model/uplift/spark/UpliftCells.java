package io.linkage.model.uplift.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.linkage.column.Exact;
import io.linkage.contract.Inputs;
import io.linkage.model.uplift.Cell;
import io.linkage.model.uplift.Counts;
import io.linkage.settings.UpliftSettings;
import io.linkage.table.score.FeatureCampaign;
import io.linkage.table.staging.CampaignContact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Contacts whose outcome is known, counted by what they have in common: counts alone reach the driver, in a fixed order.
 *
 * @param goal what the campaigns are for
 * @param cells customers who are alike
 * @param lastDay of a contact among them
 */
record UpliftCells(String goal, List<Cell> cells, LocalDate lastDay) {
    private static final String PART = "_part";
    private static final String SALT = "uplift";
    private static final int SUMS = 5;

    /** By goal; all campaigns of a goal together. */
    static List<UpliftCells> of(Inputs in) {
        Column part = pmod(
                xxhash64(lit(SALT), FeatureCampaign.CUSTOMER_KEY.col()),
                lit(in.settings(UpliftSettings.class).folds()));
        Column[] alike = {
            FeatureCampaign.GOAL_CODE.col(),
            FeatureCampaign.SEGMENT_CODE.col(),
            FeatureCampaign.CHANNEL_CODE.col(),
            FeatureCampaign.RECENCY_ORDER.col(),
            FeatureCampaign.FREQUENCY_ORDER.col(),
            FeatureCampaign.SPEND_ORDER.col(),
            FeatureCampaign.PROFILE_TEXT.col(),
            col(PART)
        };
        List<Column> sums = new ArrayList<>(List.of(max(FeatureCampaign.CONTACT_DATE.col())));
        sums.addAll(arm(CampaignContact.TREATED));
        sums.addAll(arm(CampaignContact.CONTROL));
        Dataset<Row> contacts = in.rows(FeatureCampaign.TABLE)
                .filter(FeatureCampaign.IS_CLOSED
                        .col()
                        .and(FeatureCampaign.COMPARISON_CODE.col().equalTo(FeatureCampaign.COMPARED))
                        .and(FeatureCampaign.HAS_RESPONDED.col().isNotNull())
                        .and(FeatureCampaign.GROUP_CODE.col().notEqual(FeatureCampaign.UNTREATED)));
        Dataset<Row> cells = CampaignMix.weighted(contacts)
                .withColumn(PART, part.cast("int"))
                .groupBy(alike)
                .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new))
                .orderBy(alike);
        return byGoal(cells.collectAsList(), alike.length);
    }

    private static List<UpliftCells> byGoal(List<Row> rows, int keys) {
        Map<String, List<Cell>> cells = new TreeMap<>();
        Map<String, LocalDate> lastDays = new TreeMap<>();
        rows.forEach(row -> {
            String goal = row.getString(0);
            cells.computeIfAbsent(goal, unseen -> new ArrayList<>()).add(cell(row, keys));
            LocalDate day = row.getDate(keys).toLocalDate();
            lastDays.merge(goal, day, (one, other) -> one.isAfter(other) ? one : other);
        });
        return cells.entrySet().stream()
                .map(goal -> new UpliftCells(goal.getKey(), goal.getValue(), lastDays.get(goal.getKey())))
                .toList();
    }

    private static Cell cell(Row row, int keys) {
        Map<String, Double> values = Known.of(
                row.getString(1), row.getString(2), row.getInt(3), row.getInt(4), row.getInt(5), row.getString(6));
        return new Cell(row.getInt(7), row.getString(1), values, counts(row, keys + 1), counts(row, keys + 1 + SUMS));
    }

    private static Counts counts(Row row, int from) {
        return new Counts(
                row.getLong(from),
                row.getLong(from + 1),
                orZero(row, from + 2),
                orZero(row, from + 3),
                orZero(row, from + 4));
    }

    private static double orZero(Row row, int at) {
        return row.isNullAt(at) ? 0 : row.getDouble(at);
    }

    private static List<Column> arm(String group) {
        Column isIn = FeatureCampaign.GROUP_CODE.col().equalTo(group);
        Column responds = isIn.and(FeatureCampaign.HAS_RESPONDED.col());
        Column weight = FeatureCampaign.COMPARISON_WEIGHT.col();
        return List.of(
                count(when(isIn, 1)),
                count(when(responds, 1)),
                Exact.total(when(isIn, weight)),
                Exact.total(when(isIn, weight.multiply(weight))),
                Exact.total(when(responds, weight)));
    }
}
