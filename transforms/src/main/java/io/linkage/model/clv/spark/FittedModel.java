package io.linkage.model.clv.spark;

import io.linkage.model.clv.BgNbd;
import io.linkage.model.clv.ClvModel;
import io.linkage.model.clv.Estimate;
import io.linkage.model.clv.GammaGamma;
import io.linkage.model.clv.Horizon;
import io.linkage.model.clv.MbgNbd;
import io.linkage.model.clv.Nbd;
import io.linkage.model.clv.PooledSpend;
import io.linkage.model.clv.PurchaseModel;
import io.linkage.model.clv.SpendModel;
import io.linkage.model.clv.Verdict;
import io.linkage.model.clv.interval.Parameters;
import io.linkage.model.clv.interval.ValueForecast;
import io.linkage.table.ops.Model;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * The champion as {@code ops_model} holds it: what scores is what was recorded.
 *
 * @param model purchases and spend
 * @param marginShare margin over revenue
 * @param purchases where the parameters of its purchases may lie
 * @param spend where those of its spend may lie
 */
record FittedModel(
        ClvModel model, double marginShare, Parameters<PurchaseModel> purchases, Parameters<SpendModel> spend)
        implements Serializable {

    /** The champion of the rows of one night; empty where the data carried none. */
    static Optional<FittedModel> from(List<Row> rows) {
        List<Row> champions = rows.stream()
                .filter(row -> row.<String>getAs(Model.ROLE_CODE.name()).equals(Model.CHAMPION))
                .toList();
        Map<String, Double> margin = parameters(champions, ModelRows.MARGIN);
        Optional<Parameters<PurchaseModel>> purchases = name(champions, ModelRows.PURCHASES)
                .map(name -> distribution(by -> purchases(name, by), champions, ModelRows.PURCHASES));
        Optional<Parameters<SpendModel>> spend = name(champions, ModelRows.SPEND)
                .map(name -> distribution(by -> spend(name, by), champions, ModelRows.SPEND));
        return purchases.flatMap(how -> spend.map(much -> new FittedModel(
                new ClvModel(how.estimated(), much.estimated(), identified(champions)),
                margin.get(ModelRows.MARGIN_SHARE),
                how,
                much)));
    }

    /** How the value of customers is distributed within a horizon. */
    ValueForecast forecast(Horizon horizon) {
        return new ValueForecast(model, purchases, spend, horizon, marginShare);
    }

    private static PurchaseModel purchases(String name, Map<String, Double> by) {
        return switch (name) {
            case BgNbd.NAME -> new BgNbd(by.get("r"), by.get("alpha"), by.get("a"), by.get("b"));
            case MbgNbd.NAME -> new MbgNbd(by.get("r"), by.get("alpha"), by.get("a"), by.get("b"));
            case Nbd.NAME -> new Nbd(by.get("r"), by.get("alpha"));
            default -> throw new IllegalStateException("ops_model names an unknown purchase model " + name);
        };
    }

    private static SpendModel spend(String name, Map<String, Double> by) {
        return switch (name) {
            case GammaGamma.NAME -> new GammaGamma(by.get("p"), by.get("q"), by.get("gamma"));
            case PooledSpend.NAME -> new PooledSpend(by.get("mean"));
            default -> throw new IllegalStateException("ops_model names an unknown spend model " + name);
        };
    }

    private static <M> Parameters<M> distribution(Parameters.Model<M> model, List<Row> champions, String subject) {
        List<Estimate> estimates = champions.stream()
                .filter(of(subject))
                .filter(row -> !ModelRows.isCorrelation(code(row)))
                .map(row -> new Estimate(code(row), row.getAs(Model.PARAMETER_ESTIMATE.name()), error(row)))
                .toList();
        return Parameters.of(model, estimates, ModelRows.correlations(parameters(champions, subject), estimates));
    }

    private static String code(Row row) {
        return row.getAs(Model.PARAMETER_CODE.name());
    }

    private static double error(Row row) {
        Double error = row.getAs(Model.STANDARD_ERROR.name());
        return error == null ? Double.NaN : error;
    }

    private static boolean identified(List<Row> champions) {
        return champions.stream()
                .filter(of(ModelRows.PURCHASES))
                .allMatch(row -> row.<String>getAs(Model.STATUS_CODE.name()).equals(Verdict.Code.IDENTIFIED.name()));
    }

    private static Optional<String> name(List<Row> champions, String subject) {
        return champions.stream()
                .filter(of(subject))
                .map(row -> row.<String>getAs(Model.MODEL_CODE.name()))
                .findFirst();
    }

    private static Map<String, Double> parameters(List<Row> champions, String subject) {
        return champions.stream()
                .filter(of(subject))
                .collect(
                        Collectors.toMap(FittedModel::code, row -> row.<Double>getAs(Model.PARAMETER_ESTIMATE.name())));
    }

    private static Predicate<Row> of(String subject) {
        return row -> row.<String>getAs(Model.SUBJECT_CODE.name()).equals(subject);
    }
}
