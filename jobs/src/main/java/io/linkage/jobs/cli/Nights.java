package io.linkage.jobs.cli;

import io.linkage.Builds;
import io.linkage.contract.Build;
import io.linkage.contract.Table;
import io.linkage.jobs.feed.Feeds;
import io.linkage.jobs.job.JobName;
import io.linkage.jobs.job.Plan;
import io.linkage.jobs.job.Progress;
import io.linkage.jobs.job.Request;
import io.linkage.jobs.job.Runner;
import io.linkage.jobs.lake.Lake;
import io.linkage.jobs.lake.SparkSessions;
import io.linkage.jobs.lake.Stamp;
import io.linkage.jobs.publish.PublishTask;
import io.linkage.jobs.settings.Company;
import io.linkage.jobs.settings.RunSettings;
import io.linkage.jobs.step.Night;
import io.linkage.jobs.step.Pseudonym;
import io.linkage.jobs.step.PseudonymKey;
import io.linkage.jobs.step.RunTask;
import io.linkage.jobs.step.Task;
import io.linkage.settings.PrivacySettings;
import io.linkage.table.Tables;
import io.linkage.table.quarantine.Quarantined;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts together what a night needs: the plan of a company, its lake and its keys. */
public final class Nights {
    private Nights() {}

    /** The steps of a company's nights. */
    public static Plan plan(Company company) {
        Map<JobName, List<Build>> builds = Map.of(
                JobName.CONFORM, Builds.CONFORM,
                JobName.SCORE, Builds.SCORE,
                JobName.MART, Builds.MART);
        Map<JobName, Task> last = Map.of(JobName.MART, new RunTask(), JobName.PUBLISH, PublishTask.of(Tables.ALL));
        return Plan.of(company, Tables.STAGING, builds, Feeds::read, last);
    }

    /** Runs nights, telling how far they are. */
    static Runner runner(Progress progress) {
        return new Runner(Nights::lake, Nights::open, progress);
    }

    /** The lake of a request, on the one Spark session. */
    public static Lake lake(Request request) {
        return new Lake(
                SparkSessions.start(request.warehouse()), request.warehouse(), tables(), smallBytes(request.company()));
    }

    /** Every table there may be, quarantines included. */
    public static List<Table> tables() {
        return Stream.concat(Tables.ALL.stream(), Tables.STAGING.stream().map(Quarantined::of))
                .toList();
    }

    private static long smallBytes(Company company) {
        return (long) company.settings(RunSettings.class).smallStepMebibytes() << 20;
    }

    private static Night open(Request request, Lake lake, Stamp stamp) {
        String setting = request.company().settings(PrivacySettings.class).pseudonymKey();
        return new Night(request.company(), lake, stamp, new Pseudonym(PseudonymKey.of(setting, request.warehouse())));
    }
}
