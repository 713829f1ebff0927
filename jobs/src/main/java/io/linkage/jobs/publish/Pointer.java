package io.linkage.jobs.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** How {@code current} names the release that readers read; moved in one step, so that a reader sees the old or the new. */
public enum Pointer implements Publisher.Move {
    /** A relative link to the release: {@code curated/current/<table>} just works. */
    LINK {
        @Override
        void write(Path draft, String release) throws IOException {
            Files.createSymbolicLink(draft, Path.of(release));
        }

        @Override
        public String seen(String release) {
            return CURRENT;
        }
    },
    /** A file that holds the name of the release, where the file system has no links. */
    FILE {
        @Override
        void write(Path draft, String release) throws IOException {
            Files.writeString(draft, release + "\n");
            Disk.sync(draft);
        }
    };

    private static final String CURRENT = "current";
    private static final String DRAFT = ".current.new";

    abstract void write(Path draft, String release) throws IOException;

    @Override
    public void move(Path curated, String release) throws IOException {
        Path draft = curated.resolve(DRAFT);
        Files.deleteIfExists(draft);
        write(draft, release);
        Files.move(draft, curated.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
        Disk.sync(curated);
    }

    /** The release that is pointed at, in whichever way. */
    public static Optional<String> read(Path curated) throws IOException {
        Path current = curated.resolve(CURRENT);
        if (Files.isSymbolicLink(current)) {
            return Optional.of(Files.readSymbolicLink(current).getFileName().toString());
        }
        return Files.isRegularFile(current)
                ? Optional.of(Files.readString(current).strip())
                : Optional.empty();
    }

    /** Links where the file system of this folder has them. */
    public static Pointer of(Path curated) {
        Path draft = curated.resolve(DRAFT);
        try {
            Files.deleteIfExists(draft);
            Files.createSymbolicLink(draft, Path.of(CURRENT));
            Files.delete(draft);
            return LINK;
        } catch (IOException | UnsupportedOperationException noLinks) {
            return FILE;
        }
    }
}
