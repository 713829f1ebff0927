package io.linkage.jobs.job;

import io.linkage.contract.Build;
import io.linkage.contract.Table;
import io.linkage.jobs.settings.Company;
import io.linkage.jobs.settings.Source;
import io.linkage.jobs.step.BuildTask;
import io.linkage.jobs.step.GatherTask;
import io.linkage.jobs.step.LandTask;
import io.linkage.jobs.step.Order;
import io.linkage.jobs.step.Reader;
import io.linkage.jobs.step.StageTask;
import io.linkage.jobs.step.Task;
import io.linkage.table.ops.Batch;
import io.linkage.table.ops.Intake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a company's nights consist of, in order.
 *
 * @param entries every step with its job
 */
public record Plan(List<Entry> entries) {

    /** One step and the job it belongs to. */
    public record Entry(JobName job, Task task) {}

    /**
     * The plan of a company.
     *
     * @param staging contracts of the feeds
     * @param builds tables built from others, by the job that builds them
     * @param reader how sources are read
     * @param last what follows the builds, each with its job
     */
    public static Plan of(
            Company company, List<Table> staging, Map<JobName, List<Build>> builds, Reader reader, List<Entry> last) {
        List<Entry> entries = new ArrayList<>();
        for (Table contract : staging) {
            for (Source source : sources(company, contract)) {
                entries.add(new Entry(JobName.INGEST, new LandTask(source, reader)));
            }
        }
        gather(Batch.TABLE, JobName.INGEST, entries);
        for (Table contract : staging) {
            entries.add(new Entry(JobName.CONFORM, new StageTask(contract, sources(company, contract))));
        }
        gather(Intake.TABLE, JobName.CONFORM, entries);
        builds.forEach((job, declared) ->
                Order.of(declared).forEach(build -> entries.add(new Entry(job, new BuildTask(build)))));
        entries.addAll(last);
        return new Plan(sorted(entries));
    }

    /** One step that writes what those of the job so far set aside for a table. */
    private static void gather(Table table, JobName job, List<Entry> entries) {
        List<String> from = entries.stream()
                .filter(entry -> entry.job() == job)
                .map(entry -> entry.task().name())
                .toList();
        if (!from.isEmpty()) {
            entries.add(new Entry(job, new GatherTask(table, from)));
        }
    }

    /** The steps of one job. */
    public List<Entry> of(JobName job) {
        return entries.stream().filter(entry -> job.includes(entry.job())).toList();
    }

    /** Stable: within a job the order stays; a table that a later job builds cannot be read by an earlier one. */
    private static List<Entry> sorted(List<Entry> entries) {
        List<Entry> sorted =
                entries.stream().sorted(Comparator.comparing(Entry::job)).toList();
        List<String> later = new ArrayList<>(
                sorted.stream().map(entry -> entry.task().name()).toList());
        for (Entry entry : sorted) {
            later.remove(entry.task().name());
            entry.task().reads().stream().filter(later::contains).findFirst().ifPresent(read -> {
                throw new IllegalStateException("Table " + entry.task().name() + " of job "
                        + entry.job().text() + " reads " + read + ", which is built later. Move one of the two to"
                        + " another layer.");
            });
        }
        return sorted;
    }

    private static List<Source> sources(Company company, Table contract) {
        return company.sources().getOrDefault(contract.feed(), List.of());
    }
}
