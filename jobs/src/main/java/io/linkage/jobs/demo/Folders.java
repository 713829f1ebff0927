package io.linkage.jobs.demo;

import io.linkage.jobs.Stop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a generated company: only one that the generator made is ever emptied. */
final class Folders {
    private static final String MARK = ".made-by-linkage-generate";

    private Folders() {}

    /** An empty folder, marked as the generator's. */
    static void prepare(Path folder) {
        try {
            if (Files.exists(folder) && !Files.exists(folder.resolve(MARK)) && !isEmpty(folder)) {
                throw Stop.configuration("Cannot generate a company into " + folder
                        + ": the folder holds something else. Name a new or empty folder.");
            }
            DemoDatabase.endLeft(folder);
            for (String part :
                    List.of(Truth.FILE, "marketing", "postgres", "survey", "hr", "finance", "webshop", Truth.FOLDER)) {
                remove(folder.resolve(part));
            }
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(MARK), "Generated data, made by linkage generate.\n");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    static void remove(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
