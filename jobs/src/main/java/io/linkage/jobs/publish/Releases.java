package io.linkage.jobs.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The releases in a warehouse: which are complete, which one readers read, which have had their time. */
public final class Releases {
    private final Path curated;

    /** Releases below a folder. */
    public Releases(Path curated) {
        this.curated = curated;
    }

    /** The release that readers read; empty before the first one. */
    public Optional<ReleaseName> current() throws IOException {
        return Pointer.read(curated).flatMap(ReleaseName::parse).filter(this::complete);
    }

    /** Folder of a release. */
    public Path folder(ReleaseName release) {
        return curated.resolve(release.text());
    }

    /** Complete releases, oldest first. */
    public List<ReleaseName> all() throws IOException {
        return named().stream().filter(this::complete).sorted().toList();
    }

    /** The name of the next release of a date. */
    ReleaseName next(LocalDate date) throws IOException {
        int last = named().stream()
                .filter(release -> release.date().equals(date))
                .mapToInt(ReleaseName::number)
                .max()
                .orElse(0);
        return new ReleaseName(date, last + 1);
    }

    /** Removes what an interrupted publish left behind. */
    List<ReleaseName> removeHalf() throws IOException {
        List<ReleaseName> half =
                named().stream().filter(release -> !complete(release)).toList();
        return half.stream().filter(this::removed).toList();
    }

    /** What a reader holds on a network disk is removed by a later night: it keeps nobody from publishing. */
    private boolean removed(ReleaseName release) {
        try {
            Disk.remove(folder(release), Manifest.FILE);
            return true;
        } catch (IOException | UncheckedIOException held) {
            return false;
        }
    }

    /** Removes releases of all but the newest nights; never the current one, never the one just made. */
    List<ReleaseName> expire(int nights, ReleaseName fresh) throws IOException {
        Optional<ReleaseName> current = current();
        Set<LocalDate> kept = all().stream()
                .map(ReleaseName::date)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(nights)
                .collect(Collectors.toSet());
        List<ReleaseName> expired = new ArrayList<>();
        for (ReleaseName release : all()) {
            if (!kept.contains(release.date())
                    && !release.equals(fresh)
                    && current.filter(release::equals).isEmpty()
                    && removed(release)) {
                expired.add(release);
            }
        }
        return expired;
    }

    private boolean complete(ReleaseName release) {
        return Files.isRegularFile(folder(release).resolve(Manifest.FILE));
    }

    private List<ReleaseName> named() throws IOException {
        return Disk.entries(curated).stream()
                .flatMap(path -> ReleaseName.parse(path.getFileName().toString()).stream())
                .toList();
    }
}
