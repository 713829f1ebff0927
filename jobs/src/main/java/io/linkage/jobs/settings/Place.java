package io.linkage.jobs.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A place in a configuration file.
 *
 * @param file name of the file, for messages
 * @param key dotted path of the key; empty at the root
 * @param node what stands there
 */
record Place(String file, String key, Node node) {

    /** The root of an empty file. */
    static Place empty(String file) {
        return new Place(file, "", new ScalarNode(Tag.NULL, "", null, null, ScalarStyle.PLAIN));
    }

    /** Line in the file, from 1. */
    int line() {
        return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
    }

    /** Last part of the key. */
    String name() {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /** Dotted path of a key below this one. */
    String child(String name) {
        return key.isEmpty() ? name : key + "." + name;
    }

    /** The same place under another key. */
    Place as(String otherKey) {
        return new Place(file, otherKey, node);
    }

    /** The value as a message may show it: stars for a secret. */
    String shown() {
        if (!(node instanceof ScalarNode scalar)) {
            return "";
        }
        boolean hidden = Secrets.named(name()) && !Secrets.reference(scalar.getValue());
        return hidden && !scalar.getValue().isEmpty() ? "***" : scalar.getValue();
    }

    /** The keys of a mapping, in order. */
    Map<String, Place> entries(Faults faults) {
        Map<String, Place> entries = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                enter(tuple, entries, faults);
            }
        } else if (!nothing()) {
            faults.add(this, "must hold keys with values below it", "");
        }
        return entries;
    }

    /** The items of a list. */
    List<Place> items(Faults faults) {
        List<Place> items = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> items.add(new Place(file, key, item)));
        } else if (!nothing()) {
            faults.add(this, "must be a list", "items that begin with '- ', or [a, b]");
        }
        return items;
    }

    /** The single value. */
    Optional<String> text(Faults faults) {
        if (node instanceof ScalarNode scalar && !nothing()) {
            return Optional.of(scalar.getValue());
        }
        faults.add(this, nothing() ? "has no value" : "must be one value, not a list or a mapping", "");
        return Optional.empty();
    }

    /** A list of values, or one value standing for a list of one. */
    List<String> texts(Faults faults) {
        if (node instanceof ScalarNode) {
            return text(faults).map(List::of).orElse(List.of());
        }
        return items(faults).stream()
                .flatMap(item -> item.text(faults).stream())
                .toList();
    }

    private boolean nothing() {
        return Tag.NULL.equals(node.getTag());
    }

    private void enter(NodeTuple tuple, Map<String, Place> entries, Faults faults) {
        if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
            faults.add(new Place(file, key, tuple.getKeyNode()), "a key must be one word", "");
            return;
        }
        Place place = new Place(file, child(name.getValue()), tuple.getValueNode());
        Place first = entries.putIfAbsent(name.getValue(), place);
        if (first != null) {
            int line = tuple.getKeyNode().getStartMark().getLine() + 1;
            String why = "given twice, first in line " + first.line();
            faults.add(new Fault(file, line, place.key(), "", why, "one of them"));
        }
    }
}
