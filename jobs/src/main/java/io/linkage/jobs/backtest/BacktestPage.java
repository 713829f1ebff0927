package io.linkage.jobs.backtest;

import io.linkage.jobs.page.Pages;
import io.linkage.model.clv.backtest.Forecast;
import io.linkage.model.clv.backtest.PastForecast;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the page shows, ready to be written into it.
 *
 * @param title of the page
 * @param about what was done, in a sentence
 * @param seen what the forecasts could see, in a sentence
 * @param tables the figures of each measure
 * @param unfitted days without a model, and why
 * @param data figures for the plots, as JSON that no tag can end
 * @param charts script that draws
 */
public record BacktestPage(
        String title,
        String about,
        String seen,
        List<Table> tables,
        List<String> unfitted,
        String data,
        String charts) {

    /** The figures of one measure. */
    public record Table(String title, List<Line> lines) {}

    /** One model on one day; texts as shown. */
    public record Line(
            String date,
            String model,
            boolean naive,
            String customers,
            String sum,
            String error,
            String mae,
            String interval,
            String bias,
            String capture) {}

    static BacktestPage of(BacktestReport report, String charts) {
        List<PastForecast> days = report.days();
        String about = String.format(
                Locale.ROOT,
                "On %d day(s) from %s to %s the purchase model was fitted to what came before, and forecast the %d weeks"
                        + " after. Naive rules forecast the same customers.",
                days.size(),
                report.window().from(),
                days.get(days.size() - 1).date(),
                report.window().weeks());
        return new BacktestPage(
                "Backtest of " + report.company(),
                about,
                seen(days),
                List.of(
                        table("Purchase days per customer", Forecast.PURCHASES, days),
                        table("Spend per customer, " + report.currency(), Forecast.SPEND, days)),
                days.stream()
                        .filter(day -> !day.made())
                        .map(day -> day.date() + ": " + day.reason())
                        .toList(),
                Pages.data(Figures.json(days)),
                charts);
    }

    private static String seen(List<PastForecast> days) {
        long known = days.stream().filter(PastForecast::asKnown).count();
        if (known == days.size()) {
            return "Each forecast saw only what a night of its day or before had loaded.";
        }
        String events =
                "saw all that had happened by then: the warehouse has no night of that time, so lines that arrived"
                        + " late are among what it saw.";
        return known == 0
                ? "Each forecast " + events
                : known + " of them saw only what a night of that day or before had loaded; each of the others "
                        + events;
    }

    private static Table table(String title, String measure, List<PastForecast> days) {
        List<Line> lines = new ArrayList<>();
        for (PastForecast day : days) {
            day.forecasts().stream()
                    .filter(forecast -> forecast.measure().equals(measure))
                    .sorted(java.util.Comparator.comparing(
                            forecast -> !forecast.model().equals(day.model())))
                    .forEach(forecast -> lines.add(line(day, forecast)));
        }
        return new Table(title, lines);
    }

    private static Line line(PastForecast day, Forecast forecast) {
        return new Line(
                day.date().toString(),
                forecast.model(),
                !forecast.model().equals(day.model()),
                number("%,.0f", forecast.customers()),
                number("%,.0f / ", forecast.forecast()) + number("%,.0f", forecast.came()),
                number("%+.1f %%", 100 * forecast.error()),
                number("%,.3f", forecast.mae().estimate()),
                number("%,.3f", forecast.mae().low()) + " – "
                        + number("%,.3f", forecast.mae().high()),
                number("%+,.3f", forecast.bias().estimate()),
                number("%.1f %%", 100 * forecast.capture()));
    }

    private static String number(String format, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "";
    }
}
