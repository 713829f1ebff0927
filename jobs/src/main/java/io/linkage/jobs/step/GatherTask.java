package io.linkage.jobs.step;

import io.linkage.contract.Table;
import io.linkage.jobs.lake.Written;
import java.util.List;

/**
 * Writes the rows that other steps of the night set aside for one table.
 *
 * @param table the table
 * @param from the steps
 */
public record GatherTask(Table table, List<String> from) implements Task {

    @Override
    public String name() {
        return table.name();
    }

    @Override
    public List<String> reads() {
        return from;
    }

    @Override
    public Outcome run(Night night) {
        var rows = night.lake().spark().createDataFrame(new SetAside(table, night).rows(from), table.schema());
        Written written = night.lake().write(table, rows, night.stamp());
        BuildTask.requireKept(written, night);
        return Outcome.of(written);
    }
}
