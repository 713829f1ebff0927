package io.linkage.jobs.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

/** Which night made which version of a Delta table, read from the commits themselves: no Spark job. */
final class History {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Path, Optional<Stamp>> seen = new ConcurrentHashMap<>();

    /** A version and the night that made it. */
    record Commit(long version, LocalDate asOf) {}

    /** The newest version, or none where there is no table. */
    OptionalLong newest(Path table) {
        Path log = log(table);
        if (!Files.isDirectory(log)) {
            return OptionalLong.empty();
        }
        try (var files = Files.list(log)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{20}\\.json"))
                    .mapToLong(name -> Long.parseLong(name.substring(0, 20)))
                    .max();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Bytes of the newest version, as Delta's own check file states them; 0 where there is no table. */
    long bytes(Path table) {
        OptionalLong newest = newest(table);
        return newest.isEmpty()
                ? 0
                : CheckFile.of(table, newest.getAsLong()).map(CheckFile::bytes).orElse(Long.MAX_VALUE);
    }

    /** Rows of the newest version, from the statistics of its files as far as the check file has them. */
    long rows(Path table) {
        OptionalLong newest = newest(table);
        return newest.isEmpty()
                ? 0
                : CheckFile.of(table, newest.getAsLong()).map(CheckFile::rows).orElse(0L);
    }

    /** The version that holds what was known at the end of a business date. */
    Optional<Commit> latest(Path table, LocalDate asOf) {
        OptionalLong newest = newest(table);
        Commit best = null;
        for (long version = newest.orElse(-1); version >= 0; version--) {
            Optional<Commit> commit = commit(table, version);
            if (commit.isPresent() && !commit.get().asOf().isAfter(asOf)) {
                best = later(best, commit.get());
                if (best.asOf().equals(asOf)) {
                    return Optional.of(best);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Which night wrote each version, as far as the log tells. */
    List<Stamp> stamps(Path table) {
        return LongStream.rangeClosed(0, newest(table).orElse(-1))
                .mapToObj(version -> written(table, version))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The newer business date; of one date, the newer version, which is the one met first. */
    private static Commit later(Commit best, Commit other) {
        return best == null || Comparator.comparing(Commit::asOf).compare(other, best) > 0 ? other : best;
    }

    private Optional<Commit> commit(Path table, long version) {
        return written(table, version).map(stamp -> new Commit(version, stamp.asOf()));
    }

    private Optional<Stamp> written(Path table, long version) {
        return seen.computeIfAbsent(log(table).resolve(String.format("%020d.json", version)), History::stamp);
    }

    private static Optional<Stamp> stamp(Path file) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("{\"commitInfo\"")) {
                    JsonNode text = JSON.readTree(line).path("commitInfo").path("userMetadata");
                    return text.isMissingNode() ? Optional.empty() : Stamp.parse(text.asText());
                }
            }
            return Optional.empty();
        } catch (NoSuchFileException cleanedUp) {
            return Optional.empty();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Path log(Path table) {
        return table.resolve("_delta_log");
    }
}
