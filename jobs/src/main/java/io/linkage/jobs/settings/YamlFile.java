package io.linkage.jobs.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads YAML to a tree with line numbers. It makes no objects, follows no aliases and takes at most 1 MiB. */
final class YamlFile {
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_DEPTH = 20;

    private YamlFile() {}

    /** The root of the file; empty after a fault. */
    static Optional<Place> read(Path path, Faults faults) {
        String name = path.getFileName().toString();
        try {
            if (Files.size(path) > MOST_BYTES) {
                faults.add(Place.empty(name), "larger than 1 MiB", "a smaller file");
                return Optional.empty();
            }
            return compose(name, Files.readString(path), faults);
        } catch (CharacterCodingException e) {
            faults.add(Place.empty(name), "not in UTF-8", "a file saved as UTF-8");
        } catch (IOException e) {
            faults.add(Place.empty(name), "cannot be read: " + e.getMessage(), "a readable file at " + path);
        }
        return Optional.empty();
    }

    private static Optional<Place> compose(String name, String text, Faults faults) {
        try {
            Node root = yaml().compose(new StringReader(text));
            return Optional.of(root == null ? Place.empty(name) : new Place(name, "", root));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            faults.add(
                    new Fault(name, line, "", "", "not YAML: " + e.getProblem(), "YAML 1.1 with blanks for indents"));
        } catch (YAMLException e) {
            faults.add(new Fault(name, 0, "", "", "not YAML as it is read here: " + e.getMessage(), "no aliases"));
        }
        return Optional.empty();
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(MOST_DEPTH);
        options.setCodePointLimit(MOST_BYTES);
        DumperOptions dumper = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options, new Resolver());
    }
}
