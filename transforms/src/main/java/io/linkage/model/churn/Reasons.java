package io.linkage.model.churn;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which features raise a customer's chance of leaving most, against the average customer: all terms of one add up. */
public final class Reasons {
    private static final double NOTHING = 1e-9;
    private static final String IS = "=";
    /** A word that the model never saw. */
    private static final String OTHER = "other";

    private Reasons() {}

    /** At most so many codes such as recency_days=high or payment=cheque, the strongest first; ties by name. */
    public static List<String> of(ChurnModel.Scorer scorer, Observed observed, int most) {
        double[] contributions = scorer.contributions(observed);
        Map<String, Double> byFeature = new LinkedHashMap<>();
        for (int place = 0; place < contributions.length; place++) {
            byFeature.merge(scorer.model().terms().get(place).feature(), contributions[place], Double::sum);
        }
        return byFeature.entrySet().stream()
                .filter(feature -> feature.getValue() > NOTHING)
                .sorted(Comparator.comparing((Map.Entry<String, Double> feature) -> -feature.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
                .map(feature -> feature.getKey() + IS + value(feature.getKey(), scorer, observed))
                .toList();
    }

    private static String value(String feature, ChurnModel.Scorer scorer, Observed observed) {
        String value = OTHER;
        for (int place = 0; place < scorer.readers().size(); place++) {
            Term term = scorer.model().terms().get(place);
            double x = scorer.readers().get(place).of(observed);
            if (!term.feature().equals(feature)) {
                continue;
            }
            if (term.level().isEmpty()) {
                value = x > term.mean() ? "high" : "low";
            } else if (!term.isNumber() && x == 1) {
                return term.level();
            }
        }
        return value;
    }
}
