package io.linkage.model.clv.spark;

import io.linkage.model.clv.ClvModel;
import io.linkage.model.clv.GammaGamma;
import io.linkage.model.clv.GroupEffects;
import io.linkage.model.clv.PooledSpend;
import io.linkage.model.clv.PurchaseFamily;
import io.linkage.model.clv.PurchaseModel;
import io.linkage.model.clv.SeasonClock;
import io.linkage.model.clv.SpendModel;
import io.linkage.model.clv.Verdict;
import io.linkage.table.ops.Model;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;

/**
 * The champion as {@code ops_model} holds it: what scores is what was recorded.
 *
 * @param model purchases and spend of a customer whose group has no effect
 * @param groups what groups of customers do otherwise
 * @param clock on which its histories and forecasts are measured
 * @param marginShare margin over revenue
 */
record FittedModel(ClvModel model, GroupEffects groups, SeasonClock clock, double marginShare) implements Serializable {

    /** Purchases and spend of a customer of a group; null is no group. */
    ClvModel ofGroup(String group) {
        return group == null
                ? model
                : new ClvModel(groups.on(model.purchases(), group), model.spend(), model.dropoutIdentified());
    }

    /** The champion of the rows of one night; empty where the data carried none. */
    static Optional<FittedModel> from(List<Row> rows) {
        List<Row> champions = rows.stream()
                .filter(row -> row.<String>getAs(Model.ROLE_CODE.name()).equals(Model.CHAMPION))
                .toList();
        Map<String, Double> margin = parameters(champions, ModelRows.MARGIN);
        Optional<SpendModel> spend = spend(champions);
        return purchases(champions)
                .flatMap(how -> spend.map(much -> new ClvModel(how, much, identified(champions))))
                .map(model -> new FittedModel(
                        model,
                        GroupEffects.of(parameters(champions, ModelRows.PURCHASES)),
                        clock(champions),
                        margin.get(ModelRows.MARGIN_SHARE)));
    }

    private static Optional<PurchaseModel> purchases(List<Row> champions) {
        Map<String, Double> by = parameters(champions, ModelRows.PURCHASES);
        return name(champions, ModelRows.PURCHASES)
                .map(name -> PurchaseFamily.of(name).model(by));
    }

    private static SeasonClock clock(List<Row> champions) {
        Map<String, Double> by = parameters(champions, ModelRows.SEASON);
        return by.isEmpty()
                ? SeasonClock.NONE
                : new SeasonClock(IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> by.get(ModelRows.month(month)))
                        .toList());
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
