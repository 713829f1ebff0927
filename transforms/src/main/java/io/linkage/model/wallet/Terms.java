package io.linkage.model.wallet;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What regressions see of a buyer, in this order: habits of buying, and indicators of segment and channel. Money and time enter
 * as logarithms, so that a line multiplies.
 *
 * @param codes names of the terms; a word follows its feature and =
 */
public record Terms(List<String> codes) implements Serializable {
    private static final String SEGMENT = "segment=";
    private static final String CHANNEL = "channel=";
    private static final int MOST_LEVELS = 20;
    /** Fewer respondents teach nothing of a segment of their own. */
    private static final int LEAST_MEMBERS = 10;
    /** Days of a newcomer are rounded up to about a month. */
    private static final double LEAST_YEARS = 0.1;

    private static final Map<String, Function<Buyer, Double>> HABITS = habits();

    public Terms {
        codes = List.copyOf(codes);
    }

    private static Map<String, Function<Buyer, Double>> habits() {
        Map<String, Function<Buyer, Double>> habits = new LinkedHashMap<>();
        habits.put("is-recent", buyer -> buyer.isRecent() ? 1.0 : 0.0);
        habits.put("log-recent-spend", buyer -> buyer.isRecent() ? logarithm(buyer.recentSpend(), 1) : 0);
        habits.put("log-yearly-spend", buyer -> logarithm(buyer.yearlySpend(), 1));
        habits.put("log-purchase-days", buyer -> logarithm(buyer.purchaseDays(), 1));
        habits.put("log-years", buyer -> logarithm(buyer.years(), LEAST_YEARS));
        return habits;
    }

    /** Habits, segments and channels, for what is learned from respondents. */
    static Terms all(List<Buyer> buyers) {
        List<String> codes = new ArrayList<>(HABITS.keySet());
        codes.addAll(groups(buyers));
        return new Terms(codes);
    }

    /** Segments, channels and time as a customer, but no money: who is alike, whatever they spend. */
    static Terms alike(List<Buyer> buyers) {
        List<String> codes = new ArrayList<>(List.of("log-years"));
        codes.addAll(groups(buyers));
        return new Terms(codes);
    }

    private static List<String> groups(List<Buyer> buyers) {
        List<String> codes = new ArrayList<>(levels(buyers, Buyer::segment, SEGMENT));
        codes.addAll(levels(buyers, Buyer::channel, CHANNEL));
        return codes;
    }

    /** The most frequent one is what the others are held against. */
    private static List<String> levels(List<Buyer> buyers, Function<Buyer, String> word, String prefix) {
        Map<String, Integer> members = new TreeMap<>();
        buyers.forEach(buyer -> members.merge(String.valueOf(word.apply(buyer)), 1, Integer::sum));
        return members.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .skip(1)
                .limit(MOST_LEVELS)
                .filter(level -> level.getValue() >= LEAST_MEMBERS)
                .map(level -> prefix + level.getKey())
                .toList();
    }

    /** The terms of a buyer. */
    double[] of(Buyer buyer) {
        double[] terms = new double[codes.size()];
        for (int place = 0; place < terms.length; place++) {
            terms[place] = term(codes.get(place), buyer);
        }
        return terms;
    }

    private static double term(String code, Buyer buyer) {
        if (code.startsWith(SEGMENT)) {
            return code.substring(SEGMENT.length()).equals(buyer.segment()) ? 1 : 0;
        }
        if (code.startsWith(CHANNEL)) {
            return code.substring(CHANNEL.length()).equals(buyer.channel()) ? 1 : 0;
        }
        return HABITS.get(code).apply(buyer);
    }

    private static double logarithm(double value, double least) {
        return StrictMath.log(Math.max(least, value));
    }
}
