package io.linkage.jobs.feed;

import io.linkage.jobs.Stop;
import io.linkage.jobs.settings.DatedLocation;
import io.linkage.jobs.settings.Source;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Which files a location stands for on a business date: nothing in a folder is passed over without a word. */
final class Delivery {
    private static final Set<String> KNOWN_MARKS = Set.of("_SUCCESS", "_metadata", "_common_metadata");

    private final List<Item> items = new ArrayList<>();
    private final List<FileFault> faults = new ArrayList<>();
    private Home home;

    /**
     * One delivered file.
     *
     * @param path its full path
     * @param name its path below the folder of the location: where this holds no pattern for folders, its plain name
     * @param bytes its size as stored
     * @param modified when it was last written, in milliseconds
     */
    record Item(String path, String name, long bytes, long modified) implements Serializable {}

    private Delivery() {}

    /** The files of a source, by name. */
    static Delivery of(Configuration conf, Source source, LocalDate businessDate) {
        String location = DatedLocation.on(source.location(), businessDate);
        try {
            Delivery delivery = new Delivery();
            delivery.find(new Path(location).getFileSystem(conf), new Path(location));
            delivery.items.sort(Comparator.comparing(Item::name));
            return delivery;
        } catch (FileNotFoundException e) {
            throw Stop.unreachable(
                    "Source " + source.feed() + "." + source.name() + " is not there: " + location
                            + ". Have it delivered, or correct its location, and run again.",
                    null);
        } catch (IOException | IllegalArgumentException e) {
            throw Stop.unreachable(
                    "Source " + source.feed() + "." + source.name() + " cannot be opened: " + location + " ("
                            + e.getClass().getSimpleName() + "). Check its rights and its storage, and run again.",
                    e);
        }
    }

    List<Item> items() {
        return items;
    }

    List<FileFault> faults() {
        return faults;
    }

    /** The folder below which its files are named. */
    Home home() {
        return home;
    }

    private void find(FileSystem files, Path location) throws IOException {
        home = Home.of(files, location);
        if (files.exists(location)) {
            FileStatus status = files.getFileStatus(location);
            if (status.isDirectory()) {
                take(files.listStatus(location));
            } else {
                takeFile(status);
            }
            return;
        }
        FileStatus[] matches = files.globStatus(location);
        if (matches == null || matches.length == 0) {
            throw new FileNotFoundException(location.toString());
        }
        take(matches);
    }

    private void take(FileStatus[] found) {
        Arrays.stream(found).forEach(status -> {
            String name = status.getPath().getName();
            if (status.isDirectory()) {
                faults.add(new FileFault(
                        home.name(status),
                        "UNEXPECTED_FILE",
                        "a folder within the delivery would not be read",
                        "Move its files up, move it away, or name it as a source of its own"));
            } else if (name.startsWith("_") || name.startsWith(".")) {
                hidden(status);
            } else if (!name.endsWith(".crc")) {
                takeFile(status);
            }
        });
    }

    private void hidden(FileStatus status) {
        String name = status.getPath().getName();
        if (!KNOWN_MARKS.contains(name) && !name.endsWith(".crc")) {
            faults.add(new FileFault(
                    home.name(status),
                    "UNEXPECTED_FILE",
                    "a hidden or unfinished file",
                    "Wait until it is written, or move it away"));
        }
    }

    private void takeFile(FileStatus status) {
        if (home.holds(status)) {
            items.add(new Item(
                    status.getPath().toString(), home.name(status), status.getLen(), status.getModificationTime()));
        } else {
            faults.add(new FileFault(
                    home.name(status),
                    "UNEXPECTED_FILE",
                    "a link that leads out of the folder of its source",
                    "Deliver the file itself"));
        }
    }
}
