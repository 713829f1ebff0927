package io.linkage.model.churn.spark;

import io.linkage.model.churn.ChurnModel;
import io.linkage.model.churn.Observed;
import io.linkage.model.quality.Counted;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Holds forecasts against what happened, on rows that their model did not learn from. */
final class Holdout {
    private static final String OF = " on ";

    private Holdout() {}

    /**
     * A model and the rows that test it.
     *
     * @param name under which its forecasts are counted: the folds of one model share it
     * @param model the model
     * @param tests slice of each part that tests it
     */
    record Tested(String name, ChurnModel model, Map<Integer, String> tests) implements Serializable {}

    /** The key of the counts of a model on a slice. */
    static String key(String name, String slice) {
        return name + OF + slice;
    }

    /** Published forecasts, counted by {@link #key}. */
    static Map<String, List<Counted>> of(Dataset<Row> known, List<Tested> models) {
        List<ChurnModel.Scorer> scorers = new ArrayList<>();
        models.forEach(tested -> scorers.add(tested.model().scorer(Examples.LAYOUT)));
        List<Tested> tested = List.copyOf(models);
        return Tally.of(known, row -> entries(row, tested, scorers));
    }

    private static List<Tally.Entry> entries(Row row, List<Tested> models, List<ChurnModel.Scorer> scorers) {
        List<Tally.Entry> entries = new ArrayList<>();
        Observed observed = Examples.observed(row);
        for (int place = 0; place < models.size(); place++) {
            String slice = models.get(place).tests().get(Examples.part(row));
            if (slice != null) {
                double forecast = scorers.get(place).probability(observed);
                entries.add(new Tally.Entry(key(models.get(place).name(), slice), ChurnModel.published(forecast)));
            }
        }
        return entries;
    }
}
