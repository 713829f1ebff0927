package io.linkage.jobs.lake;

import io.linkage.contract.Table;
import io.linkage.jobs.Stop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Where things lie in a warehouse.
 *
 * @param root folder of the warehouse, absolute
 */
public record Warehouse(Path root) {
    /** Signs that Hadoop takes for a pattern of paths. */
    private static final String PATTERN = "[]{}*?\\";

    /** Throws a stop where Spark could not name the folder. */
    public Warehouse {
        root = root.toAbsolutePath().normalize();
        if (root.toString().chars().anyMatch(sign -> PATTERN.indexOf(sign) >= 0)) {
            throw Stop.configuration("The warehouse " + root + " cannot be used: a path with one of the signs "
                    + PATTERN + " is taken for a pattern. Name another folder by --warehouse.");
        }
    }

    /** Folder of a table. */
    public Path table(Table table) {
        return root.resolve(table.zone()).resolve(table.name());
    }

    /** Folder of the rows received from one source. */
    public Path landing(String feed, String source) {
        return root.resolve("landing").resolve(feed).resolve(source);
    }

    /** Folders of the rows received, of every source there has been. */
    List<Path> landings() {
        Path landing = root.resolve("landing");
        if (!Files.isDirectory(landing)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.find(
                landing,
                2,
                (path, facts) -> facts.isDirectory() && landing.relativize(path).getNameCount() == 2)) {
            return folders.sorted().toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Folder of the releases that readers read. */
    public Path curated() {
        return root.resolve("curated");
    }

    /** Folder of the job repository. */
    public Path batch() {
        return root.resolve("batch");
    }

    /** Folder of keys made by Linkage. */
    public Path keys() {
        return root.resolve("keys");
    }

    /** Folder of the summaries and logs of runs. */
    public Path runs() {
        return root.resolve("runs");
    }

    /** Folder of the pages of past forecasts. */
    public Path backtests() {
        return root.resolve("backtest");
    }

    /** Folder of the board's reports. */
    public Path reports() {
        return root.resolve("report");
    }

    /** Folder for what processes spill, each in its own: {@link Spill}. */
    public Path temporary() {
        return root.resolve("tmp");
    }

    /**
     * Takes away what a killed process left of a table that it had not made yet: without a commit the folder holds no
     * rows, and Delta makes no table where something lies.
     */
    static void clear(Path unmade) {
        try {
            FileSystemUtils.deleteRecursively(unmade);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The file that keeps two runs apart. */
    public Path lock() {
        return root.resolve(".lock");
    }
}
