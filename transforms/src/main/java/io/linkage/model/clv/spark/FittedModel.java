package io.linkage.model.clv.spark;

import io.linkage.model.clv.ClvModel;
import io.linkage.model.clv.Estimate;
import io.linkage.model.clv.GammaGamma;
import io.linkage.model.clv.GroupEffects;
import io.linkage.model.clv.History;
import io.linkage.model.clv.PooledSpend;
import io.linkage.model.clv.PurchaseFamily;
import io.linkage.model.clv.PurchaseModel;
import io.linkage.model.clv.SeasonClock;
import io.linkage.model.clv.SpendModel;
import io.linkage.model.clv.Verdict;
import io.linkage.model.clv.interval.Months;
import io.linkage.model.clv.interval.Parameters;
import io.linkage.model.clv.interval.ValueForecast;
import io.linkage.table.ops.Model;
import java.io.Serializable;
import java.time.LocalDate;
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
 * @param marginShare margin over sales, that of returns taken off
 * @param purchases where the parameters of its purchases may lie
 * @param spend where those of its spend may lie
 */
record FittedModel(
        ClvModel model,
        GroupEffects groups,
        SeasonClock clock,
        double marginShare,
        Parameters<PurchaseModel> purchases,
        Parameters<SpendModel> spend)
        implements Serializable {
    private static final int DAYS_OF_WEEK = 7;
    private static final double PARTS_OF_DAY = 1e6;

    /** Purchases and spend of a customer of a group; null is no group. */
    ClvModel ofGroup(String group) {
        return group == null
                ? model
                : new ClvModel(groups.on(model.purchases(), group), model.spend(), model.dropoutIdentified());
    }

    /** A history in weeks on the clock of the model; that of one customer has whole days, and keeps them whole. */
    History history(long frequency, double recencyWeeks, double ageWeeks, LocalDate end) {
        return clock.history(frequency, days(recencyWeeks), days(ageWeeks), end);
    }

    private static double days(double weeks) {
        return Math.round(weeks * DAYS_OF_WEEK * PARTS_OF_DAY) / PARTS_OF_DAY;
    }

    /** How the value of customers of a group is distributed within the months to come. */
    ValueForecast forecast(String group, Months months) {
        return new ValueForecast(
                ofGroup(group),
                group == null ? purchases : purchases.then(model -> groups.on(model, group)),
                spend,
                months,
                marginShare);
    }

    /** The champion of the rows of one night; empty where the data carried none. */
    static Optional<FittedModel> from(List<Row> rows) {
        List<Row> champions = rows.stream()
                .filter(row -> row.<String>getAs(Model.ROLE_CODE.name()).equals(Model.CHAMPION))
                .toList();
        Map<String, Double> margin = parameters(champions, ModelRows.MARGIN);
        Optional<Parameters<PurchaseModel>> purchases = name(champions, ModelRows.PURCHASES)
                .map(PurchaseFamily::of)
                .map(family -> distribution(family::model, champions, ModelRows.PURCHASES, family.names()::contains));
        Optional<Parameters<SpendModel>> spend = name(champions, ModelRows.SPEND)
                .map(name -> distribution(by -> spend(name, by), champions, ModelRows.SPEND, parameter -> true));
        return purchases.flatMap(how -> spend.map(much -> new FittedModel(
                new ClvModel(how.estimated(), much.estimated(), identified(champions)),
                GroupEffects.of(parameters(champions, ModelRows.PURCHASES)),
                clock(champions),
                margin.get(ModelRows.MARGIN_SHARE),
                how,
                much)));
    }

    /** What groups do otherwise is taken as known: only the parameters of all are drawn. */
    private static <M> Parameters<M> distribution(
            Parameters.Model<M> model, List<Row> champions, String subject, Predicate<String> drawn) {
        List<Estimate> estimates = champions.stream()
                .filter(of(subject))
                .filter(row -> !ModelRows.isCorrelation(code(row)) && drawn.test(code(row)))
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

    private static SeasonClock clock(List<Row> champions) {
        Map<String, Double> by = parameters(champions, ModelRows.SEASON);
        return by.isEmpty()
                ? SeasonClock.NONE
                : new SeasonClock(IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> by.get(ModelRows.month(month)))
                        .toList());
    }

    private static SpendModel spend(String name, Map<String, Double> by) {
        return switch (name) {
            case GammaGamma.NAME -> new GammaGamma(by.get("p"), by.get("q"), by.get("gamma"));
            case PooledSpend.NAME -> new PooledSpend(by.get("mean"));
            default -> throw new IllegalStateException("ops_model names an unknown spend model " + name);
        };
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
