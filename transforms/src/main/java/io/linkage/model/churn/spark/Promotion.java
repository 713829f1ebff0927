package io.linkage.model.churn.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.linkage.column.Exact;
import io.linkage.model.churn.ChurnModel;
import io.linkage.model.churn.Observed;
import io.linkage.model.churn.Verdict;
import io.linkage.model.quality.Counted;
import io.linkage.model.quality.Metric;
import io.linkage.model.quality.ProfitCurve;
import io.linkage.model.quality.Retention;
import io.linkage.table.ops.Model;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Who scores: the regression, unless its challenger brings more and the 95 % interval of the difference lies above 0. The profit is
 * the expected one of {@link ProfitCurve}; each customer of the test is one pair, so that what moves both alike drops out.
 */
final class Promotion {
    private static final String GAIN = "value";

    private Promotion() {}

    /** Forecasts of one kind of model, each on the rows that test it, and the weights that its profit gives them. */
    private record Side(List<Holdout.Tested> models, List<ChurnModel.Scorer> scorers, ProfitCurve curve)
            implements Serializable {

        static Side of(Candidate candidate, String slice, Map<String, List<Counted>> tested, Retention campaign) {
            List<ChurnModel.Scorer> scorers = new ArrayList<>();
            candidate.tested().forEach(model -> scorers.add(model.model().scorer(Examples.LAYOUT)));
            List<Counted> rows = tested.getOrDefault(Holdout.key(candidate.name(), slice), List.of());
            return new Side(List.copyOf(candidate.tested()), scorers, ProfitCurve.of(rows, campaign));
        }

        /** What the customer of a row brings; empty where the row does not test it. */
        Optional<Double> gain(Row row, Observed observed, String slice) {
            for (int place = 0; place < models.size(); place++) {
                if (slice.equals(models.get(place).tests().get(Examples.part(row)))) {
                    double forecast = ChurnModel.published(scorers.get(place).probability(observed));
                    return Optional.of(curve.gain(
                            curve.expected(forecast), Examples.left(row), Stake.amount(Examples.stake(row))));
                }
            }
            return Optional.empty();
        }
    }

    /** By how much the challenger brings more per customer, with its error and interval. */
    static Metric difference(
            Dataset<Row> known,
            String slice,
            Candidate challenger,
            Candidate regression,
            Map<String, List<Counted>> tested,
            Retention campaign) {
        Side one = Side.of(challenger, slice, tested, campaign);
        Side other = Side.of(regression, slice, tested, campaign);
        FlatMapFunction<Row, Double> pairs = row -> {
            Observed observed = Examples.observed(row);
            return one
                    .gain(row, observed, slice)
                    .flatMap(gain -> other.gain(row, observed, slice).map(beside -> gain - beside))
                    .stream()
                    .iterator();
        };
        Row found = known.flatMap(pairs, Encoders.DOUBLE())
                .agg(count(lit(1)), Exact.mean(col(GAIN)), Exact.deviationOfMoney(col(GAIN)))
                .first();
        double mean = found.isNullAt(1) ? Double.NaN : found.getDouble(1);
        double error = found.isNullAt(2) ? Double.NaN : found.getDouble(2) / Math.sqrt(found.getLong(0));
        return Metric.between("empc-difference", LogisticFit.kept(mean), LogisticFit.kept(error));
    }

    /** The regression and its challenger with their roles. */
    static List<ChurnFit.Judged> judged(
            Candidate regression, Verdict itsVerdict, Candidate challenger, Verdict verdict, Metric difference) {
        boolean better = verdict.fitted() && difference.low() > 0;
        String words = String.format(
                Locale.ROOT,
                " Expected profit of %s less that of %s: %.3f per customer (95 %% %.3f to %.3f), so %s scores.",
                challenger.name(),
                regression.name(),
                difference.estimate(),
                difference.low(),
                difference.high(),
                better ? challenger.name() : itsVerdict.fitted() ? regression.name() : "neither");
        String outdone = itsVerdict.fitted() ? Model.CHALLENGER : Model.REFUSED;
        String winning = itsVerdict.fitted() ? Model.CHAMPION : Model.REFUSED;
        return List.of(
                new ChurnFit.Judged(
                        better ? outdone : winning,
                        itsVerdict.with(words),
                        regression.whole(),
                        regression.folds(),
                        Optional.empty()),
                new ChurnFit.Judged(
                        better ? Model.CHAMPION : verdict.fitted() ? Model.CHALLENGER : Model.REFUSED,
                        verdict.with(words),
                        challenger.whole(),
                        challenger.folds(),
                        Optional.of(difference)));
    }
}
