package io.linkage.jobs.job;

import io.linkage.jobs.Stop;
import io.linkage.jobs.lake.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps two runs of one warehouse apart. The operating system frees the lock of a process that dies; a file beside it
 * says who holds it, and its heartbeat keeps runs on other hosts away.
 */
final class WarehouseLock implements AutoCloseable {
    private static final Duration BEAT = Duration.ofSeconds(5);

    private final FileChannel channel;
    private final FileLock lock;
    private final Path ownerFile;
    private final ScheduledExecutorService heart;
    private final Optional<LockOwner> dead;

    private WarehouseLock(
            FileChannel channel, FileLock lock, Path ownerFile, LockOwner self, Optional<LockOwner> dead) {
        this.channel = channel;
        this.lock = lock;
        this.ownerFile = ownerFile;
        this.dead = dead;
        this.heart = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "lock-heartbeat");
            thread.setDaemon(true);
            return thread;
        });
        self.write(ownerFile, Instant.now());
        heart.scheduleAtFixedRate(() -> beat(self, ownerFile), BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A beat that cannot be written, as where a disk is full for a moment, is not the last: what is thrown here would end them all. */
    private static void beat(LockOwner self, Path ownerFile) {
        try {
            self.write(ownerFile, Instant.now());
        } catch (UncheckedIOException missed) {
            // The next one comes before others take this run for dead.
        }
    }

    /**
     * Takes the lock.
     *
     * @throws Stop at once, when another run holds it; the message says which
     */
    static WarehouseLock take(Warehouse warehouse, String command) {
        Path owner = ownerFile(warehouse);
        try {
            Files.createDirectories(warehouse.root());
            FileChannel channel =
                    FileChannel.open(warehouse.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            Optional<LockOwner> before = LockOwner.read(owner);
            if (lock == null) {
                channel.close();
                throw held(warehouse, before);
            }
            if (before.filter(LockOwner::elsewhere).filter(LockOwner::alive).isPresent()) {
                channel.close();
                throw held(warehouse, before);
            }
            return new WarehouseLock(channel, lock, owner, LockOwner.self(command), before);
        } catch (IOException fault) {
            throw Stop.configuration("The warehouse " + warehouse.root() + " cannot be written: "
                    + fault.getClass().getSimpleName() + ". Give this user the right to write there, or name another"
                    + " one with --warehouse.");
        }
    }

    /** Who holds a warehouse now; empty when nobody does. */
    static Optional<LockOwner> owner(Warehouse warehouse) {
        return LockOwner.read(ownerFile(warehouse)).filter(LockOwner::alive);
    }

    /** The run that died with the lock in its hands, if one did. */
    Optional<LockOwner> dead() {
        return dead;
    }

    @Override
    public void close() {
        heart.shutdownNow();
        try {
            heart.awaitTermination(1, TimeUnit.SECONDS);
            Files.deleteIfExists(ownerFile);
            lock.release();
            channel.close();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    private static Stop held(Warehouse warehouse, Optional<LockOwner> owner) {
        return Stop.locked("The warehouse " + warehouse.root() + " is in use by "
                + owner.map(LockOwner::text).orElse("another run") + ". Nothing was done. Wait until it ends, or stop"
                + " it, then run the same command.");
    }

    private static Path ownerFile(Warehouse warehouse) {
        return warehouse.root().resolve(".lock-owner");
    }
}
