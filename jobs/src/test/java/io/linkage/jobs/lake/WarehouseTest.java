package io.linkage.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkage.jobs.Stop;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarehouseTest {
    @ParameterizedTest
    @ValueSource(strings = {"acme[1]", "acme{1}", "acme*", "acme?"})
    void aFolderThatSparkWouldTakeForAPatternIsRefused(String name) {
        Path root = Path.of("data", name, "warehouse");

        assertThatThrownBy(() -> new Warehouse(root))
                .isInstanceOf(Stop.class)
                .hasMessageContaining(name)
                .hasMessageContaining("--warehouse");
    }

    @Test
    void otherSignsAreOfNoMatter() {
        assertThat(new Warehouse(Path.of("data", "ac me, über%20#1")).runs()).hasFileName("runs");
    }
}
