package io.linkage;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds the shared real data: the folder in the system property linkage.data, else shared/data beside this or any folder
 * above. A test that needs a file which is not there is skipped, with the path that was looked for.
 */
public final class SharedData {
    private SharedData() {}

    /** Path of a file such as cdnow/CDNOW_sample.txt. */
    public static Path file(String name) {
        Path path = root().resolve(name);
        assumeTrue(Files.isRegularFile(path), "Skipped: no shared data at " + path);
        return path;
    }

    private static Path root() {
        String set = System.getProperty("linkage.data");
        if (set != null) {
            return Path.of(set).toAbsolutePath();
        }
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path data = folder.resolve("shared").resolve("data");
            if (Files.isDirectory(data)) {
                return data;
            }
        }
        return start.resolveSibling("shared").resolve("data");
    }
}
