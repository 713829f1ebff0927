package io.linkage.jobs.backtest;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.linkage.column.Days;
import io.linkage.jobs.Stop;
import io.linkage.jobs.job.Progress;
import io.linkage.jobs.job.StepRecord;
import io.linkage.jobs.lake.Lake;
import io.linkage.model.clv.backtest.Forecast;
import io.linkage.model.clv.backtest.PastForecast;
import io.linkage.model.clv.spark.PastForecasts;
import io.linkage.model.clv.spark.PastPurchases;
import io.linkage.settings.ClvSettings;
import io.linkage.table.core.FctOrderLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Makes the forecasts of past days again, from the facts of a warehouse, and holds each against what came.
 *
 * @param lake warehouse with {@code fct_order_line}
 * @param settings which model
 */
public record Backtest(Lake lake, ClvSettings settings) {

    /** Days to forecast from, and how far. */
    public record Window(LocalDate from, LocalDate to, int stepMonths, int weeks) {
        List<LocalDate> dates() {
            List<LocalDate> dates = new ArrayList<>();
            for (int step = 0; !from.plusMonths((long) step * stepMonths).isAfter(to); step++) {
                dates.add(from.plusMonths((long) step * stepMonths));
            }
            return dates;
        }
    }

    /** The forecasts in the order of their days; stops where the facts do not reach from before the first to after the last. */
    public List<PastForecast> over(Window window, Progress progress) {
        lake.sized(List.of(FctOrderLine.TABLE));
        Dataset<Row> lines = lake.newest(FctOrderLine.TABLE);
        requireFacts(lines, window);
        List<LocalDate> dates = window.dates();
        progress.begin("backtest " + window.from() + " to " + window.to(), dates.size());
        List<PastForecast> forecasts = new ArrayList<>();
        for (LocalDate date : dates) {
            progress.step(date.toString());
            Instant started = Instant.now();
            PastForecast forecast = PastForecasts.at(past(lines, date, window.weeks()), settings);
            forecasts.add(forecast);
            progress.done(record(forecast, started));
        }
        if (forecasts.stream().noneMatch(PastForecast::made)) {
            throw Stop.data("No model could be fitted on any day from " + window.from() + " to " + window.to() + ": "
                    + forecasts.get(forecasts.size() - 1).reason()
                    + " Nothing was written. Choose a later --from, when more customers had bought again.");
        }
        return forecasts;
    }

    /** What was known on the day where a night had loaded lines by then; else what had happened by then. */
    PastPurchases past(Dataset<Row> lines, LocalDate date, int weeks) {
        boolean asKnown = lake.version(FctOrderLine.TABLE, date).isPresent();
        if (!asKnown) {
            return new PastPurchases(PastPurchases.days(lines), date, weeks, false);
        }
        Dataset<Row> known = lines.join(
                lake.read(FctOrderLine.TABLE, date).select(FctOrderLine.ORDER_ID.col(), FctOrderLine.LINE_NUMBER.col()),
                new String[] {FctOrderLine.ORDER_ID.name(), FctOrderLine.LINE_NUMBER.name()},
                "left_semi");
        Dataset<Row> upTo = known.filter(FctOrderLine.ORDER_DATE.col().leq(Days.day(date)));
        Dataset<Row> after = lines.filter(FctOrderLine.ORDER_DATE.col().gt(Days.day(date)));
        return new PastPurchases(PastPurchases.days(upTo.unionByName(after)), date, weeks, true);
    }

    private static void requireFacts(Dataset<Row> lines, Window window) {
        Row facts = PastPurchases.sales(lines)
                .agg(min(FctOrderLine.ORDER_DATE.col()), max(FctOrderLine.ORDER_DATE.col()))
                .first();
        if (facts.isNullAt(0)) {
            throw Stop.data(
                    "There is no purchase of a known customer in the warehouse, so nothing to forecast or to hold a"
                            + " forecast against. Run 'linkage nightly' first, with a feed order_line.");
        }
        LocalDate first = facts.getDate(0).toLocalDate();
        LocalDate last = facts.getDate(1).toLocalDate();
        LocalDate latest = last.minusDays(7L * window.weeks());
        if (!window.from().isAfter(first) || window.to().isAfter(latest)) {
            String range = latest.isAfter(first)
                    ? "With --weeks " + window.weeks() + " choose days from " + first.plusDays(1) + " to " + latest
                            + ", or fewer weeks."
                    : "They are too short for --weeks " + window.weeks() + ": choose fewer.";
            throw Stop.configuration("--from " + window.from() + " --to " + window.to() + " asks for forecasts that the"
                    + " facts do not reach: purchases are known from " + first + " to " + last
                    + ", and each forecast needs "
                    + window.weeks() + " weeks after its day. " + range);
        }
    }

    private static StepRecord record(PastForecast forecast, Instant started) {
        long millis = Instant.now().toEpochMilli() - started.toEpochMilli();
        Forecast model = forecast.of(forecast.model(), Forecast.PURCHASES);
        long customers = model == null ? 0 : model.customers();
        return new StepRecord(
                forecast.date() + " " + forecast.model(),
                "COMPLETED",
                customers,
                -1,
                millis,
                started,
                "",
                List.of(model == null ? forecast.reason() : words(model, forecast)));
    }

    private static String words(Forecast model, PastForecast forecast) {
        Forecast naive = forecast.of(Forecast.CONSTANT_RATE, Forecast.PURCHASES);
        return String.format(
                Locale.ROOT,
                "mean error %.3f purchases (constant rate %.3f), sum %+.1f %% (%+.1f %%)",
                model.mae().estimate(),
                naive.mae().estimate(),
                100 * model.error(),
                100 * naive.error());
    }
}
