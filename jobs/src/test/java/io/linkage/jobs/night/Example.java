package io.linkage.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.jobs.TestSpark;
import io.linkage.jobs.cli.LinkageCommand;
import java.nio.file.Path;

/**
 * An example company.
 *
 * @param name its folder below {@code conf/examples}
 */
record Example(String name) {

    /** Where it is configured. */
    Path conf() {
        return Path.of("..", "conf", "examples", name).toAbsolutePath().normalize();
    }

    /** Runs its night, which must end well. */
    void night(String date, Path warehouse) {
        TestSpark.session();
        assertThat(LinkageCommand.run(
                        "nightly", "--conf", conf().toString(), "--date", date, "--warehouse", warehouse.toString()))
                .isZero();
    }
}
