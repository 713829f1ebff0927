package io.linkage.model.clv;

import io.linkage.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Purchase days of the customers of UCI Online Retail (Chen, Sain and Guo 2012), 2010-12-01 to 2011-12-09. */
final class OnlineRetail {
    static final LocalDate CALIBRATION_END = LocalDate.of(2011, 8, 31);
    static final LocalDate LAST = LocalDate.of(2011, 12, 9);

    private final List<TreeSet<LocalDate>> customers;

    private OnlineRetail(Collection<TreeSet<LocalDate>> customers) {
        this.customers = List.copyOf(customers);
    }

    /** Customers who first bought by the end of calibration. */
    static OnlineRetail read() {
        Map<String, TreeSet<LocalDate>> days = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedData.file("online-retail/online-retail.csv.gz"))),
                StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(line -> {
                String[] cells = line.split(",");
                String customer = cells[cells.length - 2];
                boolean isSale = cells[0].matches("\\d+") && !cells[cells.length - 5].startsWith("-");
                if (isSale && !customer.isEmpty()) {
                    LocalDate day = LocalDate.parse(cells[cells.length - 4].substring(0, 10));
                    days.computeIfAbsent(customer, c -> new TreeSet<>()).add(day);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new OnlineRetail(days.values().stream()
                .filter(d -> !d.first().isAfter(CALIBRATION_END))
                .toList());
    }

    List<CountedHistory> histories(SeasonClock clock) {
        return CountedHistory.count(customers.stream()
                .map(days -> clock.history(
                        days.headSet(CALIBRATION_END, true).size() - 1L,
                        ChronoUnit.DAYS.between(days.first(), days.floor(CALIBRATION_END)),
                        ChronoUnit.DAYS.between(days.first(), CALIBRATION_END),
                        CALIBRATION_END))
                .toList());
    }

    /** What tells the season up to a day. */
    SeasonData season(LocalDate end) {
        Map<LocalDate, Long> firstDays =
                customers.stream().collect(Collectors.groupingBy(TreeSet::first, TreeMap::new, Collectors.counting()));
        Map<YearMonth, Long> repeats = customers.stream()
                .flatMap(days -> days.stream().skip(1).filter(day -> !day.isAfter(end)))
                .collect(Collectors.groupingBy(YearMonth::from, TreeMap::new, Collectors.counting()));
        return new SeasonData(firstDays, repeats, end);
    }

    /** Purchase days after the end of calibration. */
    long holdout() {
        return customers.stream()
                .mapToLong(days -> days.tailSet(CALIBRATION_END, false).size())
                .sum();
    }

    int size() {
        return customers.size();
    }
}
