package io.linkage.jobs.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.linkage.Builds;
import io.linkage.jobs.job.JobName;
import io.linkage.jobs.job.Plan;
import io.linkage.jobs.publish.Absence;
import io.linkage.jobs.publish.PublishTask;
import io.linkage.jobs.settings.Company;
import io.linkage.jobs.step.Order;
import io.linkage.settings.ReportingSettings;
import io.linkage.table.Tables;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linkage plan}: which steps a night of a company has, what each reads, and what absent feeds mean. */
@Command(
        name = "plan",
        description =
                "Shows the steps of a company's night in their order, what each reads, and which tables stay empty.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  linkage plan --conf conf/examples/online-retail --json")
final class PlanCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Option(names = "--json", description = "as JSON, for schedulers")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Company company = target.company(System::getenv);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(company));
        } else {
            text(company).forEach(out::println);
        }
        return 0;
    }

    /** One line per step, below its job. */
    static List<String> text(Company company) {
        Absence absence = absence(company);
        Plan plan = Nights.plan(company);
        return jobs().flatMap(job -> Stream.concat(
                        Stream.of(job.text()), plan.of(job).stream().map(entry -> line(entry, absence))))
                .toList();
    }

    /** The plan as a file for schedulers. */
    static String json(Company company) throws JsonProcessingException {
        return JSON.writeValueAsString(document(company));
    }

    /** Company, its time zone, absent feeds, and jobs with their steps and what each publishes. */
    static Map<String, Object> document(Company company) {
        Absence absence = absence(company);
        Plan plan = Nights.plan(company);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("company", company.name());
        document.put(
                "time_zone",
                company.settings(ReportingSettings.class).timeZone().getId());
        document.put(
                "absent_feeds",
                Tables.STAGING.stream()
                        .map(table -> table.feed())
                        .filter(feed -> !company.sources().containsKey(feed))
                        .toList());
        document.put("jobs", jobs().map(job -> job(job, plan, absence)).toList());
        return document;
    }

    private static Map<String, Object> job(JobName job, Plan plan, Absence absence) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("job", job.text());
        content.put(
                "publishes",
                plan.of(job).stream()
                        .filter(entry -> entry.task() instanceof PublishTask)
                        .flatMap(entry -> entry.task().reads().stream())
                        .toList());
        content.put(
                "steps",
                plan.of(job).stream().map(entry -> step(entry, absence)).toList());
        return content;
    }

    private static Map<String, Object> step(Plan.Entry entry, Absence absence) {
        String name = entry.task().name();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("step", name);
        content.put("reads", entry.task().reads());
        content.put("stays_empty", absence.empty(name));
        content.put("without", List.copyOf(absence.without(name)));
        return content;
    }

    private static String line(Plan.Entry entry, Absence absence) {
        String note = absence.words(entry.task().name());
        String reads = String.join(", ", entry.task().reads());
        return String.format("  %-28s %s", entry.task().name(), reads.isEmpty() ? "" : "reads " + reads)
                        .stripTrailing()
                + (note.isEmpty() ? "" : "  [" + note + "]");
    }

    private static Absence absence(Company company) {
        return new Absence(
                Tables.STAGING, Order.of(Builds.ALL), company.sources().keySet());
    }

    private static Stream<JobName> jobs() {
        return JobName.parts().stream();
    }
}
