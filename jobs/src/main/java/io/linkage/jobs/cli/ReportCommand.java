package io.linkage.jobs.cli;

import io.linkage.jobs.lake.Warehouse;
import io.linkage.jobs.page.Pages;
import io.linkage.jobs.page.Words;
import io.linkage.jobs.publish.ReleaseRows;
import io.linkage.jobs.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Currency;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linkage report}: the board's page, from the current release alone; no session is started. */
@Command(
        name = "report",
        description =
                "Writes the current release as one page for the board: what changed, why, and what to do, then the"
                        + " figures behind it. The page needs no network.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkage report --conf conf/acme --language nl",
            "  linkage report --warehouse warehouse/demo --out board.html"
        })
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Option(
            names = "--language",
            defaultValue = "en",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Words.Language language;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "where the page goes (default: report/<release>.<language>.html in the warehouse)")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Warehouse warehouse = target.warehouse();
        LogFile.in(warehouse);
        CurrentRelease current =
                CurrentRelease.of(warehouse, ", so there is nothing to report. Run 'linkage nightly' first.");
        ReleaseRows release = ReleaseRows.of(current.folder());
        Optional<Currency> currency =
                Optional.ofNullable(release.manifest().currency()).map(Currency::getInstance);
        Path file = out == null
                ? warehouse.reports().resolve(current.name().text().replace('=', '-') + "." + language + ".html")
                : out.toAbsolutePath();
        Pages.write(Report.html(release, Report.words(language, currency)), file);
        spec.commandLine().getOut().println("Page: " + file);
        return 0;
    }
}
