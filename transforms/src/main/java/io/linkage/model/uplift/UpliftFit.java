package io.linkage.model.uplift;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Two models of uplift on the counts of one action, each tested on customers that it did not learn from; what orders them
 * better scores, where its interval excludes chance. Else everyone has the mean effect.
 *
 * @param status verdict on the data
 * @param reason the verdict in words
 * @param champion what scores; empty where nothing may be told
 * @param tests what was found out of fold, by model; empty where nothing was fitted
 * @param totals both arms of all
 * @param groups both arms of each segment with enough in both
 */
public record UpliftFit(
        Status status,
        String reason,
        Optional<UpliftModel> champion,
        Map<String, Tested> tests,
        Totals totals,
        Map<String, Totals> groups) {
    /** The order by the chance to respond with a contact, which says nothing of what it changes. */
    public static final String RESPONSE_MODEL = "response-model";

    /** Of the groups whose effect is measured, contacts in each arm below which none is given. */
    private static final long LEAST_CONTACTS = 30;

    /** Verdicts on data. */
    public enum Status {
        /** Customers differ in what a contact changes. */
        DIFFERS,
        /** No order was better than chance: everyone has the mean effect. */
        ALIKE,
        /** Nobody was held back, or nobody treated. */
        NO_CONTROL,
        /** Too few responses in one arm. */
        TOO_FEW_RESPONSES
    }

    /** One order of customers out of fold. */
    public record Tested(Qini qini, QiniInterval.Ends ends) {}

    /** On the cells of one action, in a fixed order. */
    public static UpliftFit of(List<Cell> cells, long leastResponses, double ridge) {
        Totals totals = Totals.of(cells);
        Optional<UpliftFit> refused = refusal(totals, leastResponses);
        if (refused.isPresent()) {
            return refused.get();
        }
        Map<String, List<Ranked>> ranked = outOfFold(cells, ridge);
        if (ranked.isEmpty()) {
            String reason =
                    "All customers fall into one part: no order of them can be tested, so all have the mean effect.";
            Optional<UpliftModel> alike = Optional.of(UpliftModel.meanEffect(cells));
            return new UpliftFit(Status.ALIKE, reason, alike, Map.of(), totals, groups(cells));
        }
        Map<String, Tested> tests = new TreeMap<>();
        ranked.forEach((model, rows) -> {
            Qini qini = Qini.of(rows);
            tests.put(model, new Tested(qini, QiniInterval.of(qini)));
        });
        double two = tests.get(UpliftModel.TWO_MODELS).qini().coefficient();
        double transformed = tests.get(UpliftModel.TRANSFORMED_OUTCOME).qini().coefficient();
        UpliftModel best =
                transformed > two ? UpliftModel.transformedOutcome(cells, ridge) : UpliftModel.twoModels(cells, ridge);
        boolean differs = tests.get(best.code()).ends().low() > 0;
        return new UpliftFit(
                differs ? Status.DIFFERS : Status.ALIKE,
                told(differs, best.code(), tests.get(best.code())),
                Optional.of(differs ? best : UpliftModel.meanEffect(cells)),
                tests,
                totals,
                groups(cells));
    }

    private static Optional<UpliftFit> refusal(Totals totals, long leastResponses) {
        if (totals.treated().contacts() == 0 || totals.control().contacts() == 0) {
            return Optional.of(refused(
                    Status.NO_CONTROL,
                    "Nobody was held back, or nobody treated: what a contact changes cannot be told.",
                    totals));
        }
        if (Math.min(totals.treated().responses(), totals.control().responses()) < leastResponses) {
            String reason = String.format(
                    "%d of the treated and %d of the control group responded; %d of each are needed.",
                    totals.treated().responses(), totals.control().responses(), leastResponses);
            return Optional.of(refused(Status.TOO_FEW_RESPONSES, reason, totals));
        }
        return Optional.empty();
    }

    private static UpliftFit refused(Status status, String reason, Totals totals) {
        return new UpliftFit(status, reason, Optional.empty(), Map.of(), totals, Map.of());
    }

    private static Map<String, List<Ranked>> outOfFold(List<Cell> cells, double ridge) {
        Map<String, List<Ranked>> ranked = new TreeMap<>();
        Map<Integer, List<Cell>> parts =
                cells.stream().collect(Collectors.groupingBy(Cell::part, TreeMap::new, Collectors.toList()));
        parts.forEach((part, tested) -> {
            List<Cell> others =
                    cells.stream().filter(cell -> cell.part() != part).toList();
            Totals learned = Totals.of(others);
            if (learned.treated().contacts() == 0 || learned.control().contacts() == 0) {
                return;
            }
            UpliftModel two = UpliftModel.twoModels(others, ridge);
            rank(ranked, UpliftModel.TWO_MODELS, two.scorer(), tested, UpliftModel.Chances::uplift);
            rank(ranked, RESPONSE_MODEL, two.scorer(), tested, UpliftModel.Chances::treated);
            rank(
                    ranked,
                    UpliftModel.TRANSFORMED_OUTCOME,
                    UpliftModel.transformedOutcome(others, ridge).scorer(),
                    tested,
                    UpliftModel.Chances::uplift);
        });
        return ranked;
    }

    private static void rank(
            Map<String, List<Ranked>> ranked,
            String model,
            UpliftModel.Scorer scorer,
            List<Cell> cells,
            java.util.function.ToDoubleFunction<UpliftModel.Chances> score) {
        List<Ranked> rows = ranked.computeIfAbsent(model, unseen -> new ArrayList<>());
        cells.forEach(cell ->
                rows.add(new Ranked(score.applyAsDouble(scorer.of(cell.values())), cell.treated(), cell.control())));
    }

    private static String told(boolean differs, String model, Tested tested) {
        return String.format(
                java.util.Locale.ROOT,
                "Out of fold %s orders customers with a Qini coefficient of %.5f (%.5f to %.5f): %s.",
                model,
                tested.qini().coefficient(),
                tested.ends().low(),
                tested.ends().high(),
                differs
                        ? "they differ in what a contact changes"
                        : "no better than chance, so all have the mean effect");
    }

    private static Map<String, Totals> groups(List<Cell> cells) {
        Map<String, Totals> groups = new TreeMap<>();
        cells.stream()
                .collect(Collectors.groupingBy(Cell::group, TreeMap::new, Collectors.toList()))
                .forEach((group, own) -> {
                    Totals totals = Totals.of(own);
                    if (Math.min(totals.treated().contacts(), totals.control().contacts()) >= LEAST_CONTACTS) {
                        groups.put(group, totals);
                    }
                });
        return groups;
    }
}
