package io.linkage.model.clv;

import io.linkage.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The CDNOW sample of 2,357 customers, calibrated to 1997-09-30: weeks are days/7, purchases of one day are one, the first
 * day counts neither as frequency nor towards mean spend.
 */
final class Cdnow {
    private static final LocalDate END = LocalDate.of(1997, 9, 30);

    /** One customer: history up to the end, mean spend of the repeat days (0 if none), purchase days after it and their spend. */
    record Customer(History history, double meanSpend, long holdout, double holdoutSpend) {}

    private Cdnow() {}

    static List<Customer> customers() {
        return spendByDay().values().stream().map(Cdnow::customer).toList();
    }

    private static Map<String, TreeMap<LocalDate, Double>> spendByDay() {
        Map<String, TreeMap<LocalDate, Double>> spendByDay = new TreeMap<>();
        for (String line : lines()) {
            String[] part = line.trim().split("\\s+");
            LocalDate day = LocalDate.parse(part[2], DateTimeFormatter.BASIC_ISO_DATE);
            spendByDay
                    .computeIfAbsent(part[1], id -> new TreeMap<>())
                    .merge(day, Double.parseDouble(part[4]), Double::sum);
        }
        return spendByDay;
    }

    static List<CountedHistory> histories() {
        return CountedHistory.count(customers().stream().map(Customer::history).toList());
    }

    /** Histories up to an earlier day, of those known by then, and what came until the end. */
    static Selection selection(LocalDate earlier) {
        List<CountedOutcome> outcomes = spendByDay().values().stream()
                .filter(days -> !days.firstKey().isAfter(earlier))
                .map(days -> {
                    long frequency = days.headMap(earlier, true).size() - 1L;
                    long came = days.subMap(earlier, false, END, true).size();
                    LocalDate first = days.firstKey();
                    return new CountedOutcome(
                            History.ofDays(
                                    frequency,
                                    ChronoUnit.DAYS.between(first, days.floorKey(earlier)),
                                    ChronoUnit.DAYS.between(first, earlier)),
                            came,
                            1);
                })
                .toList();
        return new Selection(outcomes, ChronoUnit.DAYS.between(earlier, END) / 7.0);
    }

    static List<CountedSpend> spends() {
        return CountedSpend.merge(customers().stream()
                .filter(c -> c.meanSpend() > 0)
                .map(c -> new CountedSpend(c.history().frequency(), c.meanSpend(), 1))
                .toList());
    }

    private static Customer customer(TreeMap<LocalDate, Double> days) {
        LocalDate first = days.firstKey();
        Map<LocalDate, Double> repeats = days.subMap(first, false, END, true);
        LocalDate last = days.floorKey(END);
        double spend = repeats.values().stream().mapToDouble(x -> x).sum();
        History history = History.ofDays(
                repeats.size(), ChronoUnit.DAYS.between(first, last), ChronoUnit.DAYS.between(first, END));
        double mean = repeats.isEmpty() ? 0 : spend / repeats.size();
        Map<LocalDate, Double> later = days.tailMap(END, false);
        double laterSpend = later.values().stream().mapToDouble(x -> x).sum();
        return new Customer(history, mean, later.size(), laterSpend);
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(SharedData.file("cdnow/CDNOW_sample.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
