package io.linkage.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {
    @TempDir
    java.nio.file.Path folder;

    @Test
    void filesAndFoldersHaveTheModeThatTheUmaskLeaves() throws IOException {
        Configuration settings = new Configuration();
        settings.set("fs.file.impl", LocalFiles.class.getName());
        settings.set("fs.permissions.umask-mode", "027");
        try (FileSystem files = FileSystem.newInstance(folder.toUri(), settings)) {
            assertThat(files).isInstanceOf(LocalFiles.class);
            files.mkdirs(path("inner"));
            files.create(path("inner/rows")).close();
            files.create(path("shown")).close();
            files.setPermission(path("shown"), new FsPermission("644"));
        }

        assertThat(mode("inner")).isEqualTo("rwxr-x---");
        assertThat(mode("inner/rows")).isEqualTo("rw-r-----");
        assertThat(mode("shown")).isEqualTo("rw-r--r--");
    }

    private Path path(String name) {
        return new Path(folder.resolve(name).toUri());
    }

    private String mode(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }
}
