package io.linkage.jobs.feed;

import java.io.IOException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The folder that the files of a source must not lead out of: who may deliver files need not be allowed to read others.
 *
 * @param real the folder itself, with all links on the way to it followed; null where the storage knows no links
 */
record Home(java.nio.file.Path real) {
    private static final String WILD = ".*[*?\\[{].*";

    /** The folder of a location: itself, that of its file, or the last one before a pattern begins. */
    static Home of(FileSystem files, Path location) throws IOException {
        if (!files.getScheme().equals("file")) {
            return new Home(null);
        }
        Path folder =
                files.exists(location) && files.getFileStatus(location).isDirectory() ? location : location.getParent();
        while (folder.toUri().getPath().matches(WILD) && !files.exists(folder)) {
            folder = folder.getParent();
        }
        java.nio.file.Path local = local(folder);
        return new Home(java.nio.file.Files.exists(local) ? local.toRealPath() : null);
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
