package io.linkage.model.experience;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Perception less expectation per dimension of service quality (SERVQUAL: Parasuraman, Zeithaml and Berry 1988), and the
 * perception alone (SERVPERF: Cronin and Taylor 1992), since gaps are less reliable. Both on one scale.
 *
 * @param gap perception less expectation, below 0 where customers expect more
 * @param performance perception alone
 */
public record ServiceGap(double gap, double performance) {

    /**
     * One item of the questionnaire.
     *
     * @param dimension tangibles, reliability, responsiveness, assurance or empathy
     * @param expectation mean of what customers expect
     * @param perception mean of what they perceived
     */
    public record Item(String dimension, double expectation, double perception) {}

    /** Means over the items of each dimension, by its name. */
    public static Map<String, ServiceGap> byDimension(List<Item> items) {
        Map<String, double[]> sums = new TreeMap<>();
        for (Item item : items) {
            double[] sum = sums.computeIfAbsent(item.dimension(), name -> new double[3]);
            sum[0] += item.perception() - item.expectation();
            sum[1] += item.perception();
            sum[2]++;
        }
        Map<String, ServiceGap> gaps = new LinkedHashMap<>();
        sums.forEach((name, sum) -> gaps.put(name, new ServiceGap(sum[0] / sum[2], sum[1] / sum[2])));
        return gaps;
    }

    /** All dimensions together, each by the points that customers gave it of 100. */
    public static ServiceGap overall(Map<String, ServiceGap> dimensions, Map<String, Double> points) {
        double weights = 0;
        double gap = 0;
        double performance = 0;
        for (Map.Entry<String, ServiceGap> dimension : dimensions.entrySet()) {
            double weight = points.getOrDefault(dimension.getKey(), 0.0);
            weights += weight;
            gap += weight * dimension.getValue().gap();
            performance += weight * dimension.getValue().performance();
        }
        return new ServiceGap(gap / weights, performance / weights);
    }
}
