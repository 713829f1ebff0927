package io.linkage.model.churn.spark;

import static org.apache.spark.sql.functions.col;

import io.linkage.model.churn.ChurnModel;
import io.linkage.model.churn.Design;
import io.linkage.model.churn.GrowTrees;
import io.linkage.model.churn.Leaks;
import io.linkage.model.churn.Profile;
import io.linkage.model.churn.Regression;
import io.linkage.model.churn.Term;
import io.linkage.settings.ChurnSettings;
import io.linkage.settings.TreeSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Fits one kind of model on the parts that each run teaches, before calibration.
 *
 * @param known rows with a known outcome
 * @param parts of them
 * @param profiles what each part looks like
 * @param barred features that may not enter, each with the reason
 * @param settings of churn
 */
record Fits(Dataset<Row> known, Parts parts, Profiles profiles, Map<String, String> barred, ChurnSettings settings) {

    /** One fit of a run with the design of the rows that teach it. */
    private interface Fit {
        Regression of(Parts.Run run, Design design);
    }

    /** Regressions on all rows. */
    Candidate regression() {
        return candidate(ChurnModel.LOGISTIC, this::regression);
    }

    /** Trees on a sample; empty where this machine has no library that grows them. */
    Candidate trees(Sample sample, TreeSettings how) {
        GrowTrees.Plan plan = new GrowTrees.Plan(how.trees(), how.depth(), how.learningRate());
        return candidate(ChurnModel.BOOSTED_TREES, (run, design) -> trees(run, design, sample, plan));
    }

    /** The design of the rows that some parts teach. */
    Design design(Set<Integer> taught) {
        return Design.of(profiles.of(taught), Examples.LAYOUT, settings.mostLevels(), barred);
    }

    private Candidate candidate(String name, Fit fit) {
        List<Parts.Run> runs = parts.runs(name);
        List<Regression> models = new ArrayList<>();
        runs.forEach(run -> models.add(fitted(run, fit)));
        return new Candidate(name, runs, models, parts.inTime() ? models.get(0) : fitted(parts.whole(name), fit));
    }

    private Regression fitted(Parts.Run run, Fit fit) {
        Set<Integer> entered = new TreeSet<>(run.teach());
        entered.addAll(run.calibrate());
        return fit.of(run, design(run.teach())).on(profiles.of(entered));
    }

    private Regression regression(Parts.Run run, Design design) {
        Dataset<Row> teach =
                known.filter(col(Examples.PART_NAME).isin(run.teach().toArray()));
        Profile taught = profiles.of(run.teach());
        // Of a fold in which nobody left too, and neither nobody nor everybody.
        double share = (taught.events() + .5) / (taught.examples() + 1);
        return LogisticFit.of(run.name(), teach, design, settings.ridge(), share);
    }

    private static Regression trees(Parts.Run run, Design design, Sample sample, GrowTrees.Plan plan) {
        // In the order in which a record is read back, as trees name their terms by place; with the mean that is
        // recorded.
        List<Term> terms = design.terms().stream()
                .map(term -> new Term(term.feature(), term.level(), LogisticFit.kept(term.mean()), 1))
                .sorted(Comparator.comparing(Term::code))
                .toList();
        List<Leaks.Example> examples = sample.of(run.teach());
        try {
            return new Regression(GrowTrees.of(run.name(), examples, terms, Examples.LAYOUT, plan), List.of(), 0, 0);
        } catch (XGBoostError fault) {
            throw new IllegalStateException(
                    "XGBoost could not grow the trees of " + run.name() + " on " + examples.size()
                            + " examples. Set models.churn.challenger to none to go on without them.",
                    fault);
        }
    }
}
