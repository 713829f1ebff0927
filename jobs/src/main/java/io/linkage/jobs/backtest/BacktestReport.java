package io.linkage.jobs.backtest;

import io.linkage.jobs.Stop;
import io.linkage.jobs.page.Pages;
import io.linkage.model.clv.backtest.PastForecast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a backtest leaves: a page that needs no network, and its figures beside it.
 *
 * @param company whose forecasts they are
 * @param currency of the amounts
 * @param window days and weeks
 * @param days the forecasts
 */
public record BacktestReport(String company, String currency, Backtest.Window window, List<PastForecast> days) {
    /** The page. */
    public static final String PAGE = "index.html";

    /** Writes page and figures into a folder, over those of an earlier run. */
    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("figures.csv"), Figures.csv(days));
            Files.writeString(folder.resolve("figures.json"), Figures.json(days).toPrettyString() + "\n");
            Files.writeString(folder.resolve(PAGE), Pages.html("backtest.jte", BacktestPage.of(this, Pages.charts())));
        } catch (IOException fault) {
            throw Stop.unreachable(
                    "The page cannot be written to " + folder + ": " + fault.getMessage()
                            + ". Make room there or name another folder with --out.",
                    fault);
        }
    }
}
