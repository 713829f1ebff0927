package io.linkage.jobs.publish;

import io.linkage.contract.Table;
import io.linkage.jobs.Stop;
import io.linkage.jobs.step.Night;
import io.linkage.jobs.step.Outcome;
import io.linkage.jobs.step.Task;
import io.linkage.settings.PublishingSettings;
import io.linkage.settings.ReportingSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Publishes the marts and the proofs of a night as one release.
 *
 * @param tables tables of the release
 */
public record PublishTask(List<Table> tables) implements Task {

    /** The task for those of these tables that are published. */
    public static PublishTask of(List<Table> tables) {
        return new PublishTask(tables.stream().filter(Table::published).toList());
    }

    @Override
    public String name() {
        return "release";
    }

    @Override
    public List<String> reads() {
        return tables.stream().map(Table::name).toList();
    }

    @Override
    public Outcome run(Night night) {
        Path curated = night.lake().warehouse().curated();
        try {
            return outcome(Publisher.of(curated, tables)
                    .in(night.company().settings(ReportingSettings.class).currencyCode())
                    .publish(
                            Content.of(night.lake(), night.asOf()),
                            night.company().name(),
                            night.stamp().run(),
                            night.asOf(),
                            night.company().settings(PublishingSettings.class).keepReleases()));
        } catch (IOException fault) {
            throw Stop.unreachable(
                    "The release in " + curated + " could not be written: " + fault
                            + ". Readers keep the release before. See that the disk has room and may be written, then"
                            + " run the same command again.",
                    fault);
        }
    }

    private static Outcome outcome(Publisher.Published published) {
        List<String> notes = new ArrayList<>();
        notes.add(published.release().text()
                + (published.current() ? " is current" : " is kept beside the current one, which is of a later date"));
        published.expired().forEach(release -> notes.add(release.text() + " has had its time and was removed"));
        long rows = published.manifest().tables().stream()
                .mapToLong(Manifest.Entry::rows)
                .sum();
        return new Outcome(rows, -1, notes);
    }
}
