package io.linkage.jobs.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.HdfsConfiguration;
import org.apache.hadoop.mapreduce.util.ConfigUtil;

/**
 * Hadoop's configuration without the defaults that no task reads. Spark copies it for every plan and sends it with every read and
 * write of files, each setting compressed by itself: of small tables a twentieth of the work. What a site file, Spark or a user sets
 * stays.
 */
final class HadoopDefaults {
    /** Defaults of YARN's and MapReduce's services: 715 of the 1,074 that Hadoop loads. */
    private static final Set<String> SCHEDULERS = Set.of("yarn-default.xml", "mapred-default.xml");

    private static final String CORE = "core-default.xml";

    /** What is read of the others where all files are this machine's. */
    private static final List<String> OF_FILES = List.of(
            "io.",
            "file.",
            "hadoop.tmp.dir",
            "fs.defaultFS",
            "fs.permissions.umask-mode",
            "fs.AbstractFileSystem.file.impl");

    private HadoopDefaults() {}

    /**
     * Takes them out of the configuration that all sessions of a process share.
     *
     * @param thisMachine whether tasks run here: those of a cluster may meet its file systems, with more defaults
     */
    static void thin(Configuration configuration, boolean thisMachine) {
        // Whoever loads the defaults of a service later would bring back all.
        ConfigUtil.loadResources();
        HdfsConfiguration.init();
        List<String> unread = new ArrayList<>();
        for (Map.Entry<String, String> entry : configuration) {
            String[] sources = configuration.getPropertySources(entry.getKey());
            String source = sources == null ? "" : sources[sources.length - 1];
            if (SCHEDULERS.contains(source) || thisMachine && source.equals(CORE) && !ofFiles(entry.getKey())) {
                unread.add(entry.getKey());
            }
        }
        unread.forEach(configuration::unset);
    }

    private static boolean ofFiles(String key) {
        return OF_FILES.stream().anyMatch(key::startsWith);
    }
}
