package io.linkage.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A folder of the documentation whose files all follow from the contracts. */
record CommittedFiles(String folder, String command) {

    /** Fails where the folder holds anything else; with {@code -Dlinkage.write-docs=true} it is written first. */
    void mustEqual(Map<String, String> made) throws IOException {
        if (Boolean.getBoolean("linkage.write-docs")) {
            write(made);
        }

        Map<String, String> committed = read();

        assertThat(committed.keySet())
                .as("%s has other files than there are tables. Run: %s", folder, command)
                .isEqualTo(new TreeMap<>(made).keySet());
        committed.forEach((name, text) -> assertThat(text)
                .as("%s/%s is stale. Run: %s", folder, name, command)
                .isEqualTo(made.get(name)));
    }

    private Path path() {
        return Path.of("..").resolve(folder).normalize();
    }

    private void write(Map<String, String> made) throws IOException {
        Files.createDirectories(path());
        for (String name : read().keySet()) {
            Files.delete(path().resolve(name));
        }
        for (Map.Entry<String, String> file : made.entrySet()) {
            Files.writeString(path().resolve(file.getKey()), file.getValue());
        }
    }

    private Map<String, String> read() throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.isDirectory(path())) {
            try (var entries = Files.list(path())) {
                for (Path file : entries.toList()) {
                    files.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return files;
    }
}
