package io.linkage.jobs.cli;

import io.linkage.jobs.Stop;
import io.linkage.jobs.lake.Warehouse;
import io.linkage.jobs.publish.ReleaseName;
import io.linkage.jobs.publish.Releases;
import io.linkage.jobs.publish.Views;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/**
 * The release that readers of a warehouse see.
 *
 * @param name its name
 * @param folder where its tables are
 */
record CurrentRelease(ReleaseName name, Path folder) {

    /** The release, or a stop that says after "There is no release in … yet" what that means and what to do. */
    static CurrentRelease of(Warehouse warehouse, String andNow) throws IOException {
        Releases releases = new Releases(warehouse.curated());
        ReleaseName current = releases.current()
                .orElseThrow(
                        () -> Stop.configuration("There is no release in " + warehouse.curated() + " yet" + andNow));
        return new CurrentRelease(current, releases.folder(current));
    }

    /** Names its tables in a session. */
    void showIn(SparkSession spark) throws IOException {
        Views.ofRelease(spark, folder);
    }
}
