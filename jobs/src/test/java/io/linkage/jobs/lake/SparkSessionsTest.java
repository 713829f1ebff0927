package io.linkage.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.internal.config.ConfigEntry;
import org.apache.spark.internal.config.package$;
import org.apache.spark.sql.internal.SQLConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SparkSessionsTest {
    private static final Path CONF = Path.of("..", "conf", "spark");
    private static final Warehouse WAREHOUSE = new Warehouse(Path.of("/warehouse"));

    @Test
    void withoutAClusterNothingListensBeyondThisMachine() {
        SparkConf conf = settings(new SparkConf(false));

        assertThat(conf.get("spark.master")).startsWith("local");
        assertThat(conf.get("spark.driver.host")).isEqualTo("127.0.0.1");
        assertThat(conf.get("spark.driver.bindAddress")).isEqualTo("127.0.0.1");
        assertThat(conf.get("spark.local.dir")).isEqualTo("/warehouse/tmp/mine");
    }

    @Test
    void executorsOfAClusterReachTheDriverAndSpillOnTheirOwnDisks() {
        SparkConf conf = settings(new SparkConf(false).set("spark.master", "spark://master:7077"));

        assertThat(conf.get("spark.master")).isEqualTo("spark://master:7077");
        assertThat(conf.contains("spark.driver.host")).isFalse();
        assertThat(conf.contains("spark.local.dir")).isFalse();
    }

    @Test
    void whatDecidesTheRowsIsNotChangedFromOutside() {
        SparkConf conf = settings(new SparkConf(false)
                .set("spark.sql.session.timeZone", "Europe/Amsterdam")
                .set("spark.sql.ansi.enabled", "false")
                .set("spark.hadoop.fs.defaultFS", "hdfs://cluster")
                .set("spark.sql.shuffle.partitions", "64"));

        assertThat(conf.get("spark.sql.session.timeZone")).isEqualTo("UTC");
        assertThat(conf.get("spark.sql.ansi.enabled")).isEqualTo("true");
        assertThat(conf.get("spark.hadoop.fs.defaultFS")).isEqualTo("file:///");
        assertThat(conf.get("spark.sql.shuffle.partitions")).isEqualTo("64");
    }

    @Test
    void executorsHaveTheLocaleOfTheDriverWhateverTheirMachineSpeaks() {
        SparkConf cluster = new SparkConf(false)
                .set("spark.master", "spark://master:7077")
                .set("spark.executor.extraJavaOptions", "-Duser.language=tr -verbose:gc");

        assertThat(settings(cluster).get("spark.executor.extraJavaOptions"))
                .isEqualTo("-Duser.language=tr -verbose:gc"
                        + " -Duser.language= -Duser.country= -Duser.script= -Duser.variant=");
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileForAClusterIsTakenAsItStands(Path file) throws IOException {
        Properties given = read(file);
        SparkConf conf = new SparkConf(false);
        given.stringPropertyNames().forEach(key -> conf.set(key, given.getProperty(key)));

        settings(conf);

        assertThat(given.getProperty("spark.master")).doesNotStartWith("local");
        assertThat(given.getProperty("spark.submit.deployMode")).isEqualTo("client");
        assertThat(given)
                .allSatisfy((key, value) -> assertThat(conf.get((String) key))
                        .as("%s of %s", key, file)
                        .isEqualTo(value));
        assertThat(given.stringPropertyNames())
                .doesNotContainAnyElementsOf(SparkSessions.meaning().keySet());
    }

    /** Settings of YARN and Kubernetes are declared in modules of Spark that are not on this class path. */
    @ParameterizedTest
    @MethodSource("files")
    void everySettingIsOneOfSpark(Path file) throws IOException {
        // Spark knows its settings once their declarations are loaded.
        assertThat(package$.MODULE$.DRIVER_MEMORY()).isNotNull();
        assertThat(SQLConf.ANSI_ENABLED()).isNotNull();

        assertThat(read(file).stringPropertyNames())
                .filteredOn(key -> !key.startsWith("spark.kubernetes.") && !key.startsWith("spark.yarn."))
                .filteredOn(key -> !key.equals("spark.master"))
                .hasSizeGreaterThan(6)
                .allSatisfy(
                        key -> assertThat(ConfigEntry.findEntry(key)).as(key).isNotNull());
    }

    private static SparkConf settings(SparkConf given) {
        return SparkSessions.settings(given, WAREHOUSE, () -> Path.of("/warehouse/tmp/mine"));
    }

    private static Properties read(Path file) throws IOException {
        Properties given = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            given.load(text);
        }
        return given;
    }

    static Stream<Path> files() throws IOException {
        return Files.list(CONF).sorted();
    }
}
