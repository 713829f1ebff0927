package io.linkage.jobs.job;

import io.linkage.jobs.lake.Warehouse;
import io.linkage.jobs.settings.Company;
import java.time.LocalDate;

/**
 * What a user asked to run.
 *
 * @param company the company
 * @param warehouse its warehouse
 * @param job the job
 * @param date business date
 * @param force whether a night that is complete is run once more
 */
public record Request(Company company, Warehouse warehouse, JobName job, LocalDate date, boolean force) {

    /** As a person would say it. */
    public String text() {
        return job.text() + " " + company.name() + " " + date;
    }
}
