package io.linkage.jobs.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.jobs.lake.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseLockTest {
    @TempDir
    private Path folder;

    @Test
    void theLockOfADeadProcessIsTakenOver() throws IOException {
        Warehouse warehouse = new Warehouse(folder);
        LockOwner self = LockOwner.self("nightly shops 2026-03-01");
        new LockOwner(4_194_305, self.host(), self.processStarted(), self.command(), self.seen())
                .write(folder.resolve(".lock-owner"), self.seen());

        assertThat(WarehouseLock.owner(warehouse)).isEmpty();
        try (WarehouseLock lock = WarehouseLock.take(warehouse, "nightly shops 2026-03-02")) {
            assertThat(lock.dead().orElseThrow().process()).isEqualTo(4_194_305);
            assertThat(WarehouseLock.owner(warehouse).orElseThrow().command()).isEqualTo("nightly shops 2026-03-02");
        }
        assertThat(Files.exists(folder.resolve(".lock-owner"))).isFalse();
    }
}
