package io.linkage.model.clv.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.year;

import io.linkage.column.Days;
import io.linkage.model.clv.DropoutGuard;
import io.linkage.model.clv.PurchaseFamily;
import io.linkage.model.clv.PurchaseFits;
import io.linkage.model.clv.SeasonClock;
import io.linkage.model.clv.SeasonData;
import io.linkage.model.clv.SeasonFactors;
import io.linkage.model.clv.Verdict;
import io.linkage.table.core.FctOrderLine;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Estimates the season from the purchase days of everybody, a count per calendar month. */
final class Season {
    private Season() {}

    static SeasonFactors of(Dataset<Row> lines, CalibrationRows rows, LocalDate end) {
        Verdict repeaters = DropoutGuard.repeaters(rows.histories(SeasonClock.NONE));
        if (!repeaters.identified()) {
            return new SeasonFactors(
                    SeasonClock.NONE, new Verdict(Verdict.Code.SEASON_NOT_IDENTIFIED, repeaters.reason()));
        }
        Map<LocalDate, Long> firstDays = rows.firstDays();
        Map<YearMonth, Long> repeats = purchaseDays(lines, end);
        firstDays.forEach((day, customers) -> repeats.merge(YearMonth.from(day), -customers, Long::sum));
        return SeasonFactors.of(
                new SeasonData(firstDays, repeats, end),
                clock -> PurchaseFits.of(PurchaseFamily.MBG_NBD, rows.histories(clock))
                        .model());
    }

    private static Map<YearMonth, Long> purchaseDays(Dataset<Row> lines, LocalDate end) {
        return PastPurchases.sales(lines)
                .filter(FctOrderLine.ORDER_DATE.col().leq(Days.day(end)))
                .select(
                        FctOrderLine.CUSTOMER_KEY.col(),
                        FctOrderLine.ORDER_DATE.col().as("_day"))
                .distinct()
                .groupBy(year(col("_day")), month(col("_day")))
                .agg(count(lit(1)))
                .collectAsList()
                .stream()
                .collect(Collectors.toMap(
                        row -> YearMonth.of(row.getInt(0), row.getInt(1)),
                        row -> row.getLong(2),
                        Long::sum,
                        TreeMap::new));
    }
}
