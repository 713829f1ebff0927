package io.linkage.jobs.step;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.jobs.TestSpark;
import io.linkage.jobs.lake.Warehouse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymTest {
    private static final byte[] KEY = "key".getBytes(StandardCharsets.UTF_8);

    @Test
    void isTheKeyedDigestThatRfc2104Defines() {
        assertThat(new Pseudonym(KEY).call("The quick brown fox jumps over the lazy dog"))
                .isEqualTo("f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8");
        assertThat(new Pseudonym(KEY).call(null)).isNull();
    }

    @Test
    void showsItsKeyInNoPlan() {
        Dataset<Row> rows = TestSpark.session()
                .sql("SELECT 'k1' AS id")
                .select(new Pseudonym(KEY).of(col("id")).as("pseudonym"));

        assertThat(rows.first().getString(0)).hasSize(64);
        assertThat(rows.queryExecution().toString()).doesNotContain("[B@").contains("pseudonym");
    }

    @Test
    void aKeyMadeByLinkageIsKeptForItsOwnerAlone(@TempDir Path folder) throws Exception {
        Warehouse warehouse = new Warehouse(folder);

        byte[] first = PseudonymKey.of(PseudonymKey.GENERATE, warehouse);

        assertThat(first).hasSize(64);
        assertThat(PseudonymKey.of(PseudonymKey.GENERATE, warehouse)).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys/pseudonym.key"))))
                .isEqualTo("rw-------");
    }
}
