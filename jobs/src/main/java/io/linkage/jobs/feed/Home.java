package io.linkage.jobs.feed;

import java.io.IOException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The folder that the files of a source must not lead out of: who may deliver files need not be allowed to read others.
 *
 * @param path the folder as the location names it, without scheme and with / at its end
 * @param real the folder itself, with all links on the way to it followed; null where the storage knows no links
 */
record Home(String path, java.nio.file.Path real) {
    private static final String WILD = ".*[*?\\[{].*";

    /** The folder of a location: itself, that of its file, or the last one before a pattern begins. */
    static Home of(FileSystem files, Path location) throws IOException {
        Path folder =
                files.exists(location) && files.getFileStatus(location).isDirectory() ? location : location.getParent();
        while (folder.toUri().getPath().matches(WILD) && !files.exists(folder)) {
            folder = folder.getParent();
        }
        String path = folder.isRoot() ? Path.SEPARATOR : folder.toUri().getPath() + Path.SEPARATOR;
        java.nio.file.Path local = local(folder);
        boolean links = files.getScheme().equals("file") && java.nio.file.Files.exists(local);
        return new Home(path, links ? local.toRealPath() : null);
    }

    /** The name of a file: where a pattern stands for folders, with these, as files of two may bear one name. */
    String name(FileStatus file) {
        String full = file.getPath().toUri().getPath();
        return full.startsWith(path)
                ? full.substring(path.length())
                : file.getPath().getName();
    }

    /** Whether a file lies in the folder, where links have been followed. */
    boolean holds(FileStatus file) {
        try {
            return real == null || local(file.getPath()).toRealPath().startsWith(real);
        } catch (IOException broken) {
            return false;
        }
    }

    private static java.nio.file.Path local(Path path) {
        return java.nio.file.Path.of(path.toUri().getPath()).toAbsolutePath();
    }
}
