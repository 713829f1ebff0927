package io.linkage.jobs.backtest;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.linkage.jobs.Stop;
import io.linkage.model.clv.backtest.PastForecast;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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

    private static final String CHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.common.min.js";

    /** Writes page and figures into a folder, over those of an earlier run. */
    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("figures.csv"), Figures.csv(days));
            Files.writeString(folder.resolve("figures.json"), Figures.json(days).toPrettyString() + "\n");
            Files.writeString(folder.resolve(PAGE), html());
        } catch (IOException fault) {
            throw Stop.unreachable(
                    "The page cannot be written to " + folder + ": " + fault.getMessage()
                            + ". Make room there or name another folder with --out.",
                    fault);
        }
    }

    private String html() throws IOException {
        StringOutput page = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render("backtest.jte", BacktestPage.of(this, charts()), page);
        return page.toString();
    }

    private static String charts() throws IOException {
        try (InputStream script = BacktestReport.class.getResourceAsStream(CHARTS)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
