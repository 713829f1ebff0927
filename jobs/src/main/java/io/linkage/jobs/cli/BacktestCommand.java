package io.linkage.jobs.cli;

import io.linkage.jobs.Stop;
import io.linkage.jobs.backtest.Backtest;
import io.linkage.jobs.backtest.BacktestReport;
import io.linkage.jobs.job.Progress;
import io.linkage.jobs.lake.Lake;
import io.linkage.jobs.lake.SparkSessions;
import io.linkage.jobs.lake.Warehouse;
import io.linkage.jobs.settings.Company;
import io.linkage.model.clv.backtest.PastForecast;
import io.linkage.settings.ClvSettings;
import io.linkage.settings.ReportingSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linkage backtest}: past forecasts against what came. */
@Command(
        name = "backtest",
        description =
                "On past days fits the purchase model to what was known, forecasts the weeks after, and holds model and"
                        + " naive rules against what came. Writes a page with plots, and the figures as CSV and JSON.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  linkage backtest --conf conf/acme --from 2025-01-31 --to 2025-12-31 --weeks 26")
final class BacktestCommand implements Callable<Integer> {
    private static final int MOST_WEEKS = 260;
    private static final int MOST_MONTHS = 60;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Option(names = "--from", required = true, description = "first day to forecast from")
    private LocalDate from;

    @Option(names = "--to", required = true, description = "last day to forecast from")
    private LocalDate to;

    @Option(
            names = "--step-months",
            defaultValue = "1",
            description = "months from one day to the next (default: ${DEFAULT-VALUE})")
    private int stepMonths;

    @Option(names = "--weeks", defaultValue = "26", description = "weeks forecast (default: ${DEFAULT-VALUE})")
    private int weeks;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "where page and figures go (default: backtest/<from>_<to> in the warehouse)")
    private Path out;

    @Override
    public Integer call() throws IOException {
        if (to.isBefore(from) || stepMonths < 1 || stepMonths > MOST_MONTHS || weeks < 1 || weeks > MOST_WEEKS) {
            throw Stop.configuration("--from " + from + " --to " + to + " --step-months " + stepMonths + " --weeks "
                    + weeks
                    + " is no range of forecasts. Give the earlier day first, 1 to " + MOST_MONTHS + " months and 1 to "
                    + MOST_WEEKS + " weeks.");
        }
        Company company = target.company(System::getenv);
        Warehouse warehouse = target.warehouse(company);
        Backtest.Window window = new Backtest.Window(from, to, stepMonths, weeks);
        Lake lake = new Lake(SparkSessions.start(warehouse), warehouse, Nights.tables()).ofStep("backtest");
        List<PastForecast> forecasts;
        try (Progress progress = How.progress()) {
            forecasts = new Backtest(lake, company.settings(ClvSettings.class)).over(window, progress);
        }
        String currency = company.settings(ReportingSettings.class).currencyCode();
        Path folder = out == null ? warehouse.backtests().resolve(from + "_" + to) : out.toAbsolutePath();
        new BacktestReport(company.name(), currency, window, forecasts).write(folder);
        spec.commandLine().getOut().println("Page: " + folder.resolve(BacktestReport.PAGE));
        return 0;
    }
}
