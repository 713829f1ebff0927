package io.linkage.jobs.step;

import io.linkage.jobs.lake.Written;
import io.linkage.table.ops.Run;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Records in {@code ops_run} which run built which table of the night, how large and how fast. */
public record RunTask() implements Task {

    @Override
    public String name() {
        return Run.TABLE.name();
    }

    @Override
    public List<String> reads() {
        return List.of();
    }

    @Override
    public Outcome run(Night night) {
        List<Row> rows = new StepLog(night.lake().warehouse(), night.asOf())
                .all().stream()
                        .filter(step -> step.version() >= 0 && !step.name().equals(name()))
                        .map(step -> row(step, night))
                        .toList();
        Written written = night.lake()
                .write(Run.TABLE, night.lake().spark().createDataFrame(rows, Run.TABLE.schema()), night.stamp());
        BuildTask.requireKept(written, night);
        return Outcome.of(written);
    }

    private static Row row(StepLog.Entry step, Night night) {
        return RowFactory.create(
                Date.valueOf(night.asOf()),
                step.name(),
                step.run(),
                step.job(),
                Timestamp.from(step.started()),
                step.seconds(),
                step.rows(),
                step.version());
    }
}
