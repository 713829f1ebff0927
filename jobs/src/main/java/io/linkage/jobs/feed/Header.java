package io.linkage.jobs.feed;

import io.linkage.jobs.settings.Expressions;
import io.linkage.jobs.settings.Source;
import io.linkage.staging.Landing;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks the names of received columns against the ones that a source's expressions read. */
final class Header {
    private static final Set<String> RESERVED = Stream.concat(
                    Landing.ALL.stream(), Stream.of("_metadata", JsonFormat.CORRUPT))
            .collect(Collectors.toSet());

    /** Formats whose records have an order: their number may be read as any column. */
    private static final Set<String> NUMBERED = Set.of("csv", "json");

    private final Map<String, String> read;
    private final Map<String, String> required;

    Header(Source source) {
        this.read = columns(source, source.expressions());
        this.required = columns(source, source.requiredExpressions());
    }

    private static Map<String, String> columns(Source source, List<String> expressions) {
        Map<String, String> columns = new LinkedHashMap<>();
        expressions.forEach(expression ->
                Expressions.columns(expression).forEach(column -> columns.putIfAbsent(lower(column), column)));
        if (NUMBERED.contains(source.format())) {
            columns.remove(Landing.RECORD);
        }
        return columns;
    }

    /** For each name of a file its place among the columns of the source. */
    static int[] places(List<String> names, List<String> columns) {
        List<String> lower = columns.stream().map(Header::lower).toList();
        return names.stream().mapToInt(name -> lower.indexOf(lower(name))).toArray();
    }

    /** The columns that expressions read. */
    List<String> read() {
        return List.copyOf(read.values());
    }

    /** Why the names cannot be used; empty where they can. */
    Optional<FileFault> fault(String file, List<String> names) {
        if (!read.isEmpty() && names.stream().map(Header::lower).noneMatch(read::containsKey)) {
            return absent(file, List.copyOf(read.values()), names);
        }
        Set<String> present = new HashSet<>();
        for (String name : names) {
            if (!present.add(lower(name))) {
                return fault(
                        file,
                        "the name '" + shown(name) + "' occurs twice, or differs in case alone",
                        "Name each column once");
            }
        }
        Optional<FileFault> unusable = unusable(file, "HEADER", names);
        List<String> missing = missing(read, names);
        return unusable.isPresent() || missing.isEmpty() ? unusable : absent(file, missing, names);
    }

    /** Why the keys of a file's objects cannot be used: one that no object has is a fault where it must be there. */
    Optional<FileFault> keysFault(String file, List<String> keys) {
        Optional<FileFault> unusable = unusable(file, "SCHEMA", keys);
        List<String> missing = missing(required, keys);
        if (unusable.isPresent() || missing.isEmpty()) {
            return unusable;
        }
        boolean known = missing.size() < required.size();
        String why = "no object has " + String.join(", ", missing) + ", which required columns are made of; ";
        // Keys none of which is known may be data: they are not shown.
        String seen =
                known ? "they have " + shown(String.join(", ", keys)) : "they have " + keys.size() + " other keys";
        return Optional.of(new FileFault(
                file, "SCHEMA", why + seen, "Deliver the keys, or correct the expressions; nested values are one key"));
    }

    private static List<String> missing(Map<String, String> wanted, List<String> names) {
        Set<String> present = names.stream().map(Header::lower).collect(Collectors.toSet());
        return wanted.entrySet().stream()
                .filter(column -> !present.contains(column.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Optional<FileFault> unusable(String file, String code, List<String> names) {
        return names.stream()
                .filter(name -> RESERVED.contains(lower(name)) || name.isEmpty() || name.contains("`"))
                .findFirst()
                .map(name -> new FileFault(
                        file, code, "the name '" + shown(name) + "' cannot be used", "Rename the column"));
    }

    private Optional<FileFault> absent(String file, List<String> missing, List<String> names) {
        return fault(file, lacking(missing, names), remedy(missing, names));
    }

    private String lacking(List<String> missing, List<String> names) {
        if (missing.size() == read.size()) {
            // A first record that holds none of the names may be data: its text is not shown.
            return "its first record holds none of the columns that the configuration reads: "
                    + String.join(", ", missing) + "; it has " + names.size() + " fields";
        }
        return "it lacks " + String.join(", ", missing) + "; it has " + shown(String.join(", ", names));
    }

    private String remedy(List<String> missing, List<String> names) {
        if (names.size() == 1) {
            return "Check options.delimiter" + otherDelimiter(names.get(0));
        }
        if (missing.size() == read.size()) {
            return "If the file has no header, set options.header: false and options.columns";
        }
        return "Deliver the columns, or correct the expressions";
    }

    private static String otherDelimiter(String line) {
        for (String delimiter : List.of(";", "\t", "|", ",")) {
            if (line.contains(delimiter)) {
                return ": the first line holds " + (delimiter.equals("\t") ? "tab" : "'" + delimiter + "'");
            }
        }
        return "";
    }

    private static Optional<FileFault> fault(String file, String why, String remedy) {
        return Optional.of(new FileFault(file, "HEADER", why, remedy));
    }

    private static String shown(String text) {
        String visible = text.replaceAll("\\p{Cntrl}", "?");
        return visible.length() <= 500 ? visible : visible.substring(0, 500) + "...";
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
