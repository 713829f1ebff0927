package io.linkage.jobs.feed;

import io.linkage.jobs.settings.Expressions;
import io.linkage.jobs.settings.Source;
import io.linkage.staging.Landing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks the names of received columns against the ones that a source's expressions read. */
final class Header {
    private final Map<String, String> read = new LinkedHashMap<>();

    Header(Source source) {
        List<String> expressions = new ArrayList<>(source.columns().values());
        Optional.ofNullable(source.change()).ifPresent(expressions::add);
        expressions.forEach(expression ->
                Expressions.columns(expression).forEach(column -> read.putIfAbsent(lower(column), column)));
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
            if (Landing.ALL.contains(lower(name))
                    || name.contains("`")
                    || lower(name).equals("_metadata")) {
                return fault(file, "the name '" + shown(name) + "' cannot be used", "Rename the column");
            }
        }
        List<String> missing = read.entrySet().stream()
                .filter(column -> !present.contains(column.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return missing.isEmpty() ? Optional.empty() : absent(file, missing, names);
    }

    private Optional<FileFault> absent(String file, List<String> missing, List<String> names) {
        return fault(file, missing(missing, names), remedy(missing, names));
    }

    private String missing(List<String> missing, List<String> names) {
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
