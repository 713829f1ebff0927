package io.linkage.jobs.step;

import io.linkage.jobs.lake.Lake;
import io.linkage.jobs.lake.Stamp;
import io.linkage.jobs.settings.Company;
import io.linkage.settings.ReportingSettings;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What the tasks of one run work with.
 *
 * @param company the company, with its settings
 * @param lake the warehouse's tables
 * @param stamp run and business date
 * @param pseudonym keyed pseudonyms of identifiers
 */
public record Night(Company company, Lake lake, Stamp stamp, Pseudonym pseudonym) {

    /** The same night for the step of this name, which may run beside others. */
    public Night ofStep(String name) {
        return new Night(company, lake.ofStep(name), stamp, pseudonym);
    }

    /** The command that reads the sources of the night anew, for a message to its user. */
    String ingestCommand() {
        return "'linkage run ingest --conf … --date " + asOf() + " --force'";
    }

    /** The company's time zone, in which its days begin. */
    ZoneId timeZone() {
        return company.settings(ReportingSettings.class).timeZone();
    }

    /** Business date. */
    public LocalDate asOf() {
        return stamp.asOf();
    }
}
