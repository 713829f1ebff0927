package io.linkage.model.churn.spark;

import io.linkage.model.churn.ChurnModel;
import io.linkage.model.churn.Observed;
import io.linkage.model.quality.Counted;
import io.linkage.model.random.Draws;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Margins of models on rows that calibrate them, in two halves of the customers, and of the naive feature; from one pass. */
final class Margins {
    private static final long SEED = 34;
    private static final String SUBJECT = "calibration";

    private Margins() {}

    private record Read(Parts.Run run, String outOfFold, ChurnModel.Scorer scorer) implements Serializable {}

    /** Counts by {@link Candidate#half} of a model, of a kind out of fold, and by the name of the feature alone. */
    static Map<String, List<Counted>> of(Dataset<Row> known, Parts parts, List<Candidate> candidates, Baselines naive) {
        List<Read> reads = new ArrayList<>();
        for (Candidate candidate : candidates) {
            for (int place = 0; place < candidate.runs().size(); place++) {
                reads.add(new Read(
                        candidate.runs().get(place),
                        parts.inTime() ? "" : Candidate.outOfFold(candidate.name()),
                        candidate.models().get(place).model().scorer(Examples.LAYOUT)));
            }
        }
        Set<Integer> taught = parts.taught();
        List<ChurnModel.Scorer> alone = naive.scorers();
        return Tally.of(known, row -> entries(row, reads, taught, alone));
    }

    private static List<Tally.Entry> entries(
            Row row, List<Read> reads, Set<Integer> taught, List<ChurnModel.Scorer> alone) {
        List<Tally.Entry> entries = new ArrayList<>();
        int part = Examples.part(row);
        int half = Draws.of(SEED, SUBJECT, row.getLong(0)).below(2);
        Observed observed = Examples.observed(row);
        for (Read read : reads) {
            boolean calibrates = read.run().calibrate().contains(part);
            boolean outOfFold =
                    !read.outOfFold().isEmpty() && read.run().tests().containsKey(part);
            if (!calibrates && !outOfFold) {
                continue;
            }
            String name = calibrates ? read.run().name() : read.outOfFold();
            entries.add(
                    Baselines.entry(Candidate.half(name, half), read.scorer().margin(observed)));
        }
        if (taught.contains(part)) {
            alone.forEach(scorer -> entries.add(Baselines.entry(Baselines.ALONE, scorer.margin(observed))));
        }
        return entries;
    }
}
