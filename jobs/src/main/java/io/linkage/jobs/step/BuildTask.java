package io.linkage.jobs.step;

import io.linkage.contract.Build;
import io.linkage.contract.Table;
import io.linkage.jobs.Stop;
import io.linkage.jobs.lake.Written;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Builds one table from others.
 *
 * @param build the declaration
 */
public record BuildTask(Build build) implements Task {

    @Override
    public String name() {
        return build.writes().name();
    }

    @Override
    public List<String> reads() {
        return build.reads().stream().map(Table::name).toList();
    }

    @Override
    public List<String> refersTo() {
        return build.writes().referredTables();
    }

    @Override
    public Outcome run(Night night) {
        night.lake().sized(build.reads());
        var rows = build.from().apply(new NightInputs(night, build));
        Written written = night.lake().write(build.writes(), rows, night.stamp());
        requireKept(written, night);
        return Outcome.of(written);
    }

    /** Stops the night where rows break the contract of their table. */
    static void requireKept(Written written, Night night) {
        if (!written.findings().isEmpty()) {
            String broken = written.findings().stream()
                    .map(finding -> finding.check() + " (" + finding.rows() + " rows)")
                    .collect(Collectors.joining("; "));
            throw Stop.data("Table " + written.table() + " breaks its contract on " + night.asOf() + ": " + broken
                    + ". Nothing was published. Look at the rows with 'linkage sql --zone all', mend the source, which "
                    + night.ingestCommand()
                    + " reads anew, or the configuration, and run the same command again: it goes on"
                    + " at this table.");
        }
    }
}
