package io.linkage.model.clv;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Monthly factors of purchase intensity: repeat purchase days of a month over those that a model without season expects of the
 * customers won by then, so that a growing or ageing customer base is no season. Drawn towards 1 by as much as their spread owes to
 * chance and to single years. One year alone cannot tell a season from a chance year: until months repeat, half of the spread is put
 * down to the year.
 *
 * @param clock to measure time by
 * @param verdict whether every month has been seen, and how often
 */
public record SeasonFactors(SeasonClock clock, Verdict verdict) {
    /** Fits and factors take turns until factors move less than this. */
    private static final double SETTLED = 1e-3;

    private static final int MOST_ROUNDS = 6;
    /** Repeated months that the belief is worth that half of the spread is of single years. */
    private static final double BELIEF = 6;

    private static final int MONTHS = 12;

    /** One month of one year: what came, and what was to be expected at a factor of 1. */
    private record Seen(int month, double came, double expected) {
        double ratio() {
            return came / expected;
        }
    }

    /** Estimates factors; the fit gives the purchase model of histories on a clock. */
    public static SeasonFactors of(SeasonData data, Function<SeasonClock, PurchaseModel> fit) {
        SeasonClock clock = SeasonClock.NONE;
        List<Seen> seen = List.of();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            seen = seen(data, clock, fit.apply(clock));
            SeasonClock next = clock(seen);
            double moved = distance(clock, next);
            clock = next;
            if (moved < SETTLED) {
                break;
            }
        }
        return new SeasonFactors(clock, verdict(seen));
    }

    private static double distance(SeasonClock one, SeasonClock other) {
        return IntStream.range(0, MONTHS)
                .mapToDouble(
                        m -> Math.abs(one.factors().get(m) - other.factors().get(m)))
                .max()
                .orElseThrow();
    }

    private static List<Seen> seen(SeasonData data, SeasonClock clock, PurchaseModel model) {
        Map<YearMonth, Double> expected = expected(data, clock, model);
        List<Seen> seen = new ArrayList<>();
        expected.forEach((month, purchases) -> {
            double factor = clock.factors().get(month.getMonthValue() - 1);
            // Less than one purchase to be expected says nothing of the month.
            if (purchases / factor >= 1) {
                seen.add(new Seen(
                        month.getMonthValue() - 1, data.repeats().getOrDefault(month, 0L), purchases / factor));
            }
        });
        return seen;
    }

    /** Expected repeat purchases of all customers by calendar month, on the clock. */
    private static Map<YearMonth, Double> expected(SeasonData data, SeasonClock clock, PurchaseModel model) {
        Map<YearMonth, Double> expected = new TreeMap<>();
        new TreeMap<>(data.firstDays()).forEach((first, customers) -> {
            double before = 0;
            LocalDate day = first;
            while (day.isBefore(data.end())) {
                LocalDate lastOfMonth = YearMonth.from(day.plusDays(1)).atEndOfMonth();
                LocalDate until = lastOfMonth.isBefore(data.end()) ? lastOfMonth : data.end();
                double so = model.expectedPurchasesOfNew(clock.between(first, until) / 7);
                expected.merge(YearMonth.from(until), customers * (so - before), Double::sum);
                before = so;
                day = until;
            }
        });
        return expected;
    }

    private static SeasonClock clock(List<Seen> seen) {
        double[] came = new double[MONTHS];
        double[] expected = new double[MONTHS];
        int[] years = new int[MONTHS];
        for (Seen month : seen) {
            came[month.month()] += month.came();
            expected[month.month()] += month.expected();
            years[month.month()]++;
        }
        double level = Arrays.stream(came).sum() / Arrays.stream(expected).sum();
        int[] known = IntStream.range(0, MONTHS).filter(m -> expected[m] > 0).toArray();
        if (known.length < 2 || !(level > 0)) {
            return SeasonClock.NONE;
        }
        double[] ratios = new double[MONTHS];
        for (int m : known) {
            ratios[m] = came[m] / expected[m] / level;
        }
        double chance = Arrays.stream(known)
                .mapToDouble(m -> 1 / (expected[m] * level))
                .average()
                .orElseThrow();
        double spread = Arrays.stream(known)
                .mapToDouble(m -> (ratios[m] - 1) * (ratios[m] - 1))
                .average()
                .orElseThrow();
        double explained = Math.max(Double.MIN_NORMAL, spread - chance);
        double yearly = yearly(seen, ratios, level, explained / 2);
        double often =
                Arrays.stream(known).mapToDouble(m -> 1.0 / years[m]).average().orElseThrow();
        double season = Math.max(Double.MIN_NORMAL, explained - yearly * often);
        double[] factors = new double[MONTHS];
        Arrays.fill(factors, 1);
        for (int m : known) {
            double noise = yearly / years[m] + 1 / (expected[m] * level);
            factors[m] = Math.max(0.01, 1 + season / (season + noise) * (ratios[m] - 1));
        }
        return SeasonClock.inProportionTo(factors);
    }

    /** Variance of the same month between years beyond what chance explains, drawn towards a belief. */
    private static double yearly(List<Seen> seen, double[] ratios, double level, double belief) {
        double squares = 0;
        double chance = 0;
        double freedom = 0;
        for (int m = 0; m < MONTHS; m++) {
            int month = m;
            List<Seen> years = seen.stream().filter(s -> s.month() == month).toList();
            if (years.size() > 1) {
                for (Seen year : years) {
                    double off = year.ratio() / level - ratios[m];
                    squares += off * off;
                    chance += (1 - 1.0 / years.size()) / (year.expected() * level);
                }
                freedom += years.size() - 1;
            }
        }
        return (BELIEF * belief + Math.max(0, squares - chance)) / (BELIEF + freedom);
    }

    private static Verdict verdict(List<Seen> seen) {
        long months = seen.stream().map(Seen::month).distinct().count();
        long twice = IntStream.range(0, MONTHS)
                .filter(m -> seen.stream().filter(s -> s.month() == m).count() > 1)
                .count();
        if (months < MONTHS) {
            String missing = IntStream.range(0, MONTHS)
                    .filter(m -> seen.stream().noneMatch(s -> s.month() == m))
                    .mapToObj(m -> Month.of(m + 1).name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            return new Verdict(
                    Verdict.Code.SEASON_NOT_IDENTIFIED,
                    "Only " + months + " of 12 months have been seen; nothing is known of " + missing
                            + ", whose factors stay at the mean of the others.");
        }
        String years = twice == MONTHS
                ? "Every month has been seen in two years or more."
                : "Only " + twice
                        + " of 12 months have been seen in two years: of what one year shows half is believed.";
        return new Verdict(Verdict.Code.IDENTIFIED, years);
    }
}
