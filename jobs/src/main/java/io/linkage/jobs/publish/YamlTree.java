package io.linkage.jobs.publish;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Keys and values in the order in which they were given, to be written as YAML. */
final class YamlTree {
    private final Map<String, Object> entries = new LinkedHashMap<>();

    /** Adds a value; of a tree, its keys. */
    YamlTree with(String key, Object value) {
        entries.put(key, plain(value));
        return this;
    }

    /** Adds a list, or a tree, that has something in it. */
    YamlTree withSome(String key, Object value) {
        Object plain = plain(value);
        boolean empty = plain instanceof Collection<?> list && list.isEmpty()
                || plain instanceof Map<?, ?> tree && tree.isEmpty();
        return empty ? this : with(key, plain);
    }

    /** The tree as text. */
    String text() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setWidth(120);
        options.setDereferenceAliases(true);
        return new Yaml(options).dump(entries);
    }

    private static Object plain(Object value) {
        if (value instanceof YamlTree tree) {
            return tree.entries;
        }
        return value instanceof Collection<?> list
                ? list.stream().map(YamlTree::plain).toList()
                : value;
    }
}
