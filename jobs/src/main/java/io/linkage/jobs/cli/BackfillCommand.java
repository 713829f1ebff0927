package io.linkage.jobs.cli;

import io.linkage.jobs.Stop;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code linkage backfill}: many nights in their order. */
@Command(
        name = "backfill",
        description =
                "Runs the nights of a range of business dates, both ends included, in their order. Complete nights"
                        + " are passed over; the first that does not end well ends the backfill. Later nights that had not"
                        + " seen what these loaded are then built again.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  linkage backfill --conf conf/acme --from 2026-01-01 --to 2026-01-31")
final class BackfillCommand implements Callable<Integer> {
    private static final int MOST_NIGHTS = 3660;

    @Mixin
    private Target target;

    @Mixin
    private How how;

    @Option(names = "--from", required = true, description = "first business date")
    private LocalDate from;

    @Option(names = "--to", required = true, description = "last business date")
    private LocalDate to;

    @Override
    public Integer call() {
        if (to.isBefore(from) || from.plusDays(MOST_NIGHTS).isBefore(to)) {
            throw Stop.configuration("--from " + from + " --to " + to + " is not a range of 1 to " + MOST_NIGHTS
                    + " nights. Give the earlier date first.");
        }
        return how.nights(target, System::getenv, from, to);
    }
}
