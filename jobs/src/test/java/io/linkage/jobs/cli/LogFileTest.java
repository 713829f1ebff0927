package io.linkage.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import org.junit.jupiter.api.Test;

class LogFileTest {
    @Test
    void theLoggingThatSparkSubmitSetsUpByItselfGivesWay() throws URISyntaxException {
        URL ofSpark = Thread.currentThread()
                .getContextClassLoader()
                .getResource("org/apache/spark/log4j2-defaults.properties");

        assertThat(LogFile.isOfSpark(ofSpark.toURI())).isTrue();
    }

    @Test
    void theLoggingThatSomebodyConfiguredStays() {
        assertThat(LogFile.isOfSpark(URI.create("file:/opt/spark/conf/log4j2.properties")))
                .isFalse();
        assertThat(LogFile.isOfSpark(null)).isFalse();
    }
}
