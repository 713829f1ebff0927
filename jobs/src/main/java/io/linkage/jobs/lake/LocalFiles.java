package io.linkage.jobs.lake;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Files of this machine. Without its native library Hadoop starts a process, {@code chmod}, for each file that it makes: over a night of
 * small tables a quarter of the work.
 */
public final class LocalFiles extends LocalFileSystem {
    /** For Hadoop, which makes file systems by name. */
    public LocalFiles() {
        super(new Raw());
    }

    private static final class Raw extends RawLocalFileSystem {
        private static final boolean HAS_MODES =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

        @Override
        public void setPermission(Path path, FsPermission permission) throws IOException {
            if (HAS_MODES && !permission.getStickyBit()) {
                String mode = permission.getUserAction().SYMBOL
                        + permission.getGroupAction().SYMBOL
                        + permission.getOtherAction().SYMBOL;
                Files.setPosixFilePermissions(pathToFile(path).toPath(), PosixFilePermissions.fromString(mode));
            } else {
                super.setPermission(path, permission);
            }
        }
    }
}
