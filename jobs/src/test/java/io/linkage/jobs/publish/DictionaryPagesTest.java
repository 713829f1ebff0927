package io.linkage.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The committed dictionary is the one that follows from the contracts. */
class DictionaryPagesTest {
    private static final Path FOLDER = Path.of("..", "docs", "dictionary").normalize();

    @Test
    void committedPagesAreUpToDate() throws IOException {
        Map<String, String> pages = new DictionaryPages(Tables.ALL).all();
        if (Boolean.getBoolean("linkage.write-docs")) {
            write(pages);
        }

        Map<String, String> committed = read();

        assertThat(committed.keySet())
                .as("docs/dictionary has other pages than there are tables. Run: %s", DictionaryPages.COMMAND)
                .isEqualTo(new TreeMap<>(pages).keySet());
        committed.forEach((name, text) -> assertThat(text)
                .as("docs/dictionary/%s is stale. Run: %s", name, DictionaryPages.COMMAND)
                .isEqualTo(pages.get(name)));
    }

    private static void write(Map<String, String> pages) throws IOException {
        Files.createDirectories(FOLDER);
        for (String name : read().keySet()) {
            Files.delete(FOLDER.resolve(name));
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
        }
    }

    private static Map<String, String> read() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        if (Files.isDirectory(FOLDER)) {
            try (var files = Files.list(FOLDER)) {
                for (Path file : files.toList()) {
                    pages.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return pages;
    }
}
