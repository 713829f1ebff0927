package io.linkage.model.churn.spark;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.linkage.column.Days;
import io.linkage.table.mart.ModelQuality;
import io.linkage.table.score.FeatureChurn;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which rows a model learns from and which test it. Where there are several days, the latest is the test out of time, and of
 * the others two customers in ten test, two calibrate, six teach. Where there is one day, its customers fall into as many
 * parts as there are folds. A digest of the customer's key decides: the same in every night, whatever the order of rows.
 *
 * @param days with a known outcome, the latest first
 * @param folds parts of one day
 */
record Parts(List<LocalDate> days, int folds) {
    private static final String SALT = "churn";
    private static final int TENTHS = 10;
    private static final int TEACHES = 0;
    private static final int CALIBRATES = 1;
    private static final int CUSTOMER_OUT = 2;
    private static final int OUT_OF_TIME = 3;

    /**
     * One fit.
     *
     * @param name of its model
     * @param teach parts that it learns from
     * @param calibrate parts that calibrate it
     * @param tests slice of each part that tests it
     */
    record Run(String name, Set<Integer> teach, Set<Integer> calibrate, Map<Integer, String> tests)
            implements Serializable {}

    /** Of rows with a known outcome. */
    static Parts of(Dataset<Row> known, int folds) {
        List<LocalDate> days =
                known.groupBy(FeatureChurn.FEATURE_DATE.col()).agg(count(lit(1))).collectAsList().stream()
                        .map(row -> row.getDate(0).toLocalDate())
                        .sorted(java.util.Comparator.reverseOrder())
                        .toList();
        return new Parts(days, folds);
    }

    /** Whether the latest day can test a model of earlier ones. */
    boolean inTime() {
        return days.size() > 1;
    }

    /** The number of the part of a row. */
    Column number() {
        if (!inTime()) {
            return pmod(digest(), lit(folds)).cast("int");
        }
        return when(FeatureChurn.FEATURE_DATE.col().equalTo(Days.day(days.get(0))), OUT_OF_TIME)
                .when(isCustomerOut(), CUSTOMER_OUT)
                .when(tenth().lt(4), CALIBRATES)
                .otherwise(TEACHES);
    }

    /** Whether a customer teaches on no day. */
    static Column isCustomerOut() {
        return tenth().lt(2);
    }

    private static Column tenth() {
        return pmod(digest(), lit(TENTHS));
    }

    private static Column digest() {
        return xxhash64(lit(SALT), FeatureChurn.CUSTOMER_KEY.col());
    }

    /** The fits whose models are tested. */
    List<Run> runs(String model) {
        if (inTime()) {
            return List.of(new Run(
                    model,
                    Set.of(TEACHES),
                    Set.of(CALIBRATES),
                    Map.of(CUSTOMER_OUT, ModelQuality.CUSTOMER_OUT, OUT_OF_TIME, ModelQuality.OUT_OF_TIME)));
        }
        return IntStream.range(0, folds)
                .mapToObj(fold -> {
                    int next = (fold + 1) % folds;
                    return new Run(
                            fold(model, fold),
                            others(Set.of(fold, next)),
                            Set.of(next),
                            Map.of(fold, ModelQuality.REPEATED_SPLIT));
                })
                .toList();
    }

    /** The slice by which a model is judged first. */
    String slice() {
        return inTime() ? ModelQuality.OUT_OF_TIME : ModelQuality.REPEATED_SPLIT;
    }

    /** The parts that the model which scores has learned from, calibration included. */
    Set<Integer> taught() {
        return inTime() ? new TreeSet<>(Set.of(TEACHES, CALIBRATES)) : others(Set.of());
    }

    /** Slice of each part that tests. */
    Map<Integer, String> tests() {
        return runs("").stream()
                .flatMap(run -> run.tests().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static String fold(String model, int fold) {
        return model + "-" + (fold + 1);
    }

    /** The run of a model that learns from all there is, and that nothing tests. */
    Run whole(String model) {
        return new Run(model, taught(), Set.of(), Map.of());
    }

    private Set<Integer> others(Set<Integer> without) {
        return IntStream.range(0, folds)
                .boxed()
                .filter(part -> !without.contains(part))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
