package io.linkage.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.mapred.JobConf;
import org.junit.jupiter.api.Test;

class HadoopDefaultsTest {
    private static final String SCHEDULER = "yarn.resourcemanager.address";
    private static final String SHUFFLE = "mapreduce.shuffle.port";
    private static final String STORE = "fs.s3a.connection.maximum";
    private static final String BUFFER = "io.file.buffer.size";

    /** The first use of files loads the class of every file system, and each may load more defaults. */
    @Test
    void whatIsTakenOutDoesNotComeBackWithTheFirstFile() throws IOException {
        Configuration configuration = thinned(true);

        FileSystem.get(Path.of("target").toUri(), new JobConf(configuration));

        assertThat(configuration.get(SCHEDULER)).isNull();
        assertThat(configuration.get(SHUFFLE)).isNull();
        assertThat(configuration.get(STORE)).isNull();
        assertThat(configuration.get(BUFFER)).isEqualTo(new Configuration().get(BUFFER));
        assertThat(configuration.size()).isLessThan(60);
    }

    @Test
    void aClusterKeepsWhatItsFileSystemsMayRead() {
        Configuration configuration = thinned(false);

        assertThat(configuration.get(SCHEDULER)).isNull();
        assertThat(configuration.get(STORE)).isEqualTo(new Configuration().get(STORE));
    }

    @Test
    void whatIsSetStays() {
        Configuration configuration = new Configuration();
        configuration.set(SCHEDULER, "scheduler:8032");
        configuration.set(STORE, "7");

        HadoopDefaults.thin(configuration, true);

        assertThat(configuration.get(SCHEDULER)).isEqualTo("scheduler:8032");
        assertThat(configuration.get(STORE)).isEqualTo("7");
    }

    private static Configuration thinned(boolean thisMachine) {
        Configuration configuration = new Configuration();
        HadoopDefaults.thin(configuration, thisMachine);
        return configuration;
    }
}
