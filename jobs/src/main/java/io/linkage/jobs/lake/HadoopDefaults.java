package io.linkage.jobs.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.util.ConfigUtil;

/**
 * Hadoop's configuration without the defaults that no task reads. Spark copies it for every plan and sends it with every task that
 * touches a file: of small tables a tenth of the work. What a site file, Spark or a user sets stays.
 */
final class HadoopDefaults {
    /** Defaults of YARN's and MapReduce's services: 715 of the 1,074 that Hadoop loads. */
    private static final Set<String> SCHEDULERS = Set.of("yarn-default.xml", "mapred-default.xml");

    private HadoopDefaults() {}

    /** Takes them out of the configuration that all sessions of a process share. */
    static void thin(Configuration configuration) {
        // Whoever loads them later would bring them back.
        ConfigUtil.loadResources();
        List<String> unread = new ArrayList<>();
        for (Map.Entry<String, String> entry : configuration) {
            String[] sources = configuration.getPropertySources(entry.getKey());
            if (sources != null && SCHEDULERS.contains(sources[sources.length - 1])) {
                unread.add(entry.getKey());
            }
        }
        unread.forEach(configuration::unset);
    }
}
