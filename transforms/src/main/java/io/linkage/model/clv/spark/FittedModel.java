package io.linkage.model.clv.spark;

import io.linkage.model.clv.BgNbd;
import io.linkage.model.clv.ClvModel;
import io.linkage.model.clv.GammaGamma;
import io.linkage.model.clv.MbgNbd;
import io.linkage.model.clv.Nbd;
import io.linkage.model.clv.PooledSpend;
import io.linkage.model.clv.PurchaseModel;
import io.linkage.model.clv.SpendModel;
import io.linkage.model.clv.Verdict;
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
 */
record FittedModel(ClvModel model, double marginShare) implements Serializable {

    /** The champion of the rows of one night; empty where the data carried none. */
    static Optional<FittedModel> from(List<Row> rows) {
        List<Row> champions = rows.stream()
                .filter(row -> row.<String>getAs(Model.ROLE_CODE.name()).equals(Model.CHAMPION))
                .toList();
        Map<String, Double> margin = parameters(champions, ModelRows.MARGIN);
        Optional<SpendModel> spend = spend(champions);
        return purchases(champions)
                .flatMap(how -> spend.map(much -> new ClvModel(how, much, identified(champions))))
                .map(model -> new FittedModel(model, margin.get(ModelRows.MARGIN_SHARE)));
    }

    private static Optional<PurchaseModel> purchases(List<Row> champions) {
        Map<String, Double> by = parameters(champions, ModelRows.PURCHASES);
        return name(champions, ModelRows.PURCHASES).map(name -> switch (name) {
            case BgNbd.NAME -> new BgNbd(by.get("r"), by.get("alpha"), by.get("a"), by.get("b"));
            case MbgNbd.NAME -> new MbgNbd(by.get("r"), by.get("alpha"), by.get("a"), by.get("b"));
            case Nbd.NAME -> new Nbd(by.get("r"), by.get("alpha"));
            default -> throw new IllegalStateException("ops_model names an unknown purchase model " + name);
        });
    }

    private static Optional<SpendModel> spend(List<Row> champions) {
        Map<String, Double> by = parameters(champions, ModelRows.SPEND);
        return name(champions, ModelRows.SPEND).map(name -> switch (name) {
            case GammaGamma.NAME -> new GammaGamma(by.get("p"), by.get("q"), by.get("gamma"));
            case PooledSpend.NAME -> new PooledSpend(by.get("mean"));
            default -> throw new IllegalStateException("ops_model names an unknown spend model " + name);
        });
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
                .collect(Collectors.toMap(
                        row -> row.getAs(Model.PARAMETER_CODE.name()),
                        row -> row.<Double>getAs(Model.PARAMETER_ESTIMATE.name())));
    }

    private static Predicate<Row> of(String subject) {
        return row -> row.<String>getAs(Model.SUBJECT_CODE.name()).equals(subject);
    }
}
