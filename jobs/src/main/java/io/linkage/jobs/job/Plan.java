package io.linkage.jobs.job;

import io.linkage.contract.Build;
import io.linkage.contract.Table;
import io.linkage.jobs.settings.Company;
import io.linkage.jobs.settings.Source;
import io.linkage.jobs.step.BuildTask;
import io.linkage.jobs.step.LandTask;
import io.linkage.jobs.step.Order;
import io.linkage.jobs.step.Reader;
import io.linkage.jobs.step.StageTask;
import io.linkage.jobs.step.Task;
import io.linkage.table.ops.Batch;
import io.linkage.table.ops.Intake;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a company's nights consist of, in order.
 *
 * @param entries every step with its job
 */
public record Plan(List<Entry> entries) {

    /**
     * One step of the plan.
     *
     * @param job job it belongs to
     * @param task what it does
     * @param after names of the steps before it whose results it works from
     */
    public record Entry(JobName job, Task task, Set<String> after) {}

    /**
     * The plan of a company.
     *
     * @param staging contracts of the feeds
     * @param builds tables built from others, by the job that builds them
     * @param reader how sources are read
     * @param last what follows all of these, by its job
     */
    public static Plan of(
            Company company,
            List<Table> staging,
            Map<JobName, List<Build>> builds,
            Reader reader,
            Map<JobName, Task> last) {
        Steps steps = new Steps();
        for (Table contract : staging) {
            for (Source source : sources(company, contract)) {
                steps.add(JobName.INGEST, new LandTask(source, reader));
            }
        }
        steps.gather(JobName.INGEST, Batch.TABLE);
        for (Table contract : staging) {
            steps.add(JobName.CONFORM, new StageTask(contract, sources(company, contract)));
        }
        steps.gather(JobName.CONFORM, Intake.TABLE);
        new TreeMap<>(builds)
                .forEach((job, declared) -> Order.of(declared).forEach(build -> steps.add(job, new BuildTask(build))));
        new TreeMap<>(last).forEach(steps::addLast);
        return steps.plan();
    }

    /** The steps of one job. */
    public List<Entry> of(JobName job) {
        return entries.stream().filter(entry -> job.includes(entry.job())).toList();
    }

    private static List<Source> sources(Company company, Table contract) {
        return company.sources().getOrDefault(contract.feed(), List.of());
    }
}
