package io.linkage.jobs.lake;

import io.linkage.jobs.Stop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Where sessions on this machine spill: below {@code tmp} a folder for each process, with a file beside it that the process keeps
 * locked. The operating system frees the lock of a process that was killed, which cannot take away the rows that it spilled; so a
 * run tells what nobody uses any more from the folder of a command that reads beside it.
 */
public final class Spill {
    private static final String LOCK = ".lock";

    /** Where locks do not reach from one machine to another, a command there may run that long. */
    private static final Duration ELSEWHERE = Duration.ofDays(1);

    private static final Map<Path, Own> OWN = new ConcurrentHashMap<>();

    private Spill() {}

    /** The lock of this process; it would be freed where nothing held the channel. */
    private record Own(Path lock, FileChannel channel) {}

    /** The folder of this process, which is gone when it ends. */
    static Path of(Warehouse warehouse) {
        return folder(OWN.computeIfAbsent(warehouse.temporary(), Spill::make).lock());
    }

    /**
     * Takes away what dead processes left. The caller holds the lock of the warehouse, so that no night is among the living.
     *
     * @return what could not be removed
     */
    public static List<Path> sweep(Warehouse warehouse) {
        List<Path> left = new ArrayList<>();
        for (Path entry : entries(warehouse.temporary())) {
            try {
                sweep(entry);
            } catch (NoSuchFileException endedMeanwhile) {
                // Whoever ended took its own away.
            } catch (IOException | UncheckedIOException held) {
                left.add(entry);
            }
        }
        return left;
    }

    /** A folder never stands before its lock does: one without a lock is of nobody. */
    private static void sweep(Path entry) throws IOException {
        if (!isLock(entry)) {
            if (Files.notExists(lock(entry))) {
                FileSystemUtils.deleteRecursively(entry);
            }
        } else if (OWN.values().stream().noneMatch(own -> own.lock().equals(entry))) {
            try (FileChannel channel = FileChannel.open(entry, StandardOpenOption.WRITE);
                    FileLock free = channel.tryLock()) {
                if (free != null && (isOfThisMachine(entry) || isOld(entry))) {
                    FileSystemUtils.deleteRecursively(folder(entry));
                    Files.delete(entry);
                }
            }
        }
    }

    private static Own make(Path temporary) {
        try {
            Files.createDirectories(temporary);
            Path lock = temporary.resolve(Machine.name() + "-" + UUID.randomUUID() + LOCK);
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            channel.lock();
            if (Files.notExists(lock)) {
                // A run took it for that of a dead process before it was locked.
                channel.close();
                return make(temporary);
            }
            Path folder = Files.createDirectory(folder(lock));
            // The last one named goes first.
            lock.toFile().deleteOnExit();
            folder.toFile().deleteOnExit();
            return new Own(lock, channel);
        } catch (IOException fault) {
            throw Stop.configuration("The folder " + temporary + ", where Spark puts rows for a while, cannot be used: "
                    + fault.getClass().getSimpleName() + ". Give this user the right to write there, or name another"
                    + " warehouse with --warehouse.");
        }
    }

    private static boolean isLock(Path entry) {
        return entry.getFileName().toString().endsWith(LOCK);
    }

    private static Path lock(Path folder) {
        return folder.resolveSibling(folder.getFileName() + LOCK);
    }

    private static Path folder(Path lock) {
        String name = lock.getFileName().toString();
        return lock.resolveSibling(name.substring(0, name.length() - LOCK.length()));
    }

    private static boolean isOfThisMachine(Path lock) {
        return lock.getFileName().toString().startsWith(Machine.name() + "-");
    }

    private static boolean isOld(Path lock) throws IOException {
        return Files.getLastModifiedTime(lock)
                .toInstant()
                .isBefore(Instant.now().minus(ELSEWHERE));
    }

    private static List<Path> entries(Path temporary) {
        if (!Files.isDirectory(temporary)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(temporary)) {
            return entries.sorted().toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
