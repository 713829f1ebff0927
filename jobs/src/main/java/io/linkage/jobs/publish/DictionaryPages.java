package io.linkage.jobs.publish;

import io.linkage.contract.Additivity;
import io.linkage.contract.Field;
import io.linkage.contract.Privacy;
import io.linkage.contract.Table;
import io.linkage.table.ops.Dictionary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The dictionary as pages for people: one per table, and an index by zone. */
public final class DictionaryPages {
    /** How the pages are made; stands in each of them. */
    public static final String COMMAND =
            "./mvnw -q -B -pl jobs -am test -Dtest=DictionaryPagesTest -Dlinkage.write-docs=true"
                    + " -Dsurefire.failIfNoSpecifiedTests=false";

    private static final String BANNER =
            "<!-- Generated from the contracts in io.linkage.table; do not edit. Change the contract, then run:\n     "
                    + COMMAND + " -->\n\n";
    private static final String HEAD =
            "| column | type | unit | allowed | required | privacy | summing | refers to | meaning |\n"
                    + "|---|---|---|---|---|---|---|---|---|\n";
    private static final String INDEX = "README.md";

    private final List<Table> tables;
    private final Set<String> names;

    /** Pages of these tables. */
    public DictionaryPages(List<Table> tables) {
        this.tables = tables;
        this.names = tables.stream().map(Table::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** File name to text. */
    public Map<String, String> all() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put(INDEX, index());
        tables.forEach(table -> pages.put(table.name() + ".md", page(table)));
        return pages;
    }

    private String index() {
        StringBuilder text = new StringBuilder(BANNER).append("# Dictionary\n");
        Map<String, List<Table>> zones =
                tables.stream().collect(Collectors.groupingBy(Table::zone, LinkedHashMap::new, Collectors.toList()));
        zones.forEach((zone, members) -> {
            text.append("\n## ").append(zone).append("\n\n| table | one row is | meaning |\n|---|---|---|\n");
            members.forEach(table -> text.append("| [%s](%s.md) | %s | %s |\n"
                    .formatted(table.name(), table.name(), cell(table.grain()), cell(table.meaning()))));
        });
        return text.toString();
    }

    private String page(Table table) {
        StringBuilder text = new StringBuilder(BANNER);
        text.append("# ").append(table.name()).append("\n\n").append(table.meaning());
        text.append("\n\nGrain: ").append(table.grain()).append(". Key: ").append(columns(table.keys()));
        text.append(". Zone: ").append(table.zone()).append(".\n");
        if (table.feed() != null) {
            text.append("\nStages the feed `").append(table.feed()).append("`; a company delivers ");
            text.append(columns(table.received())).append(".\n");
        }
        if (table.slice() != null) {
            text.append("\nA night replaces only the rows whose `")
                    .append(table.slice().name());
            text.append("` is its business date; earlier rows are kept.\n");
        }
        text.append('\n').append(HEAD);
        table.fields().forEach(field -> text.append(line(field)));
        if (!table.rules().isEmpty()) {
            text.append("\nA row also keeps these promises:\n\n");
            table.rules()
                    .forEach(rule -> text.append("- ").append(rule.meaning()).append('\n'));
        }
        return text.toString();
    }

    private String line(Field field) {
        return "| `%s` | %s | %s | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        field.name(),
                        field.domain().type().simpleString(),
                        cell(field.domain().unit()),
                        cell(field.domain().allowed()),
                        required(field),
                        field.privacy() == Privacy.PUBLIC ? "" : Dictionary.code(field.privacy()),
                        summing(field.domain().additivity()),
                        field.reference().map(this::link).orElse(""),
                        cell(field.meaning()));
    }

    private String link(Field target) {
        return names.contains(target.table()) ? "[%s](%s.md)".formatted(target.path(), target.table()) : target.path();
    }

    private static String required(Field field) {
        if (field.standard() != null) {
            return "yes; not delivered: `" + field.standard() + "`";
        }
        return field.required() ? "yes" : "no";
    }

    private static String summing(Additivity additivity) {
        return switch (additivity) {
            case ADDITIVE -> "yes";
            case SEMI_ADDITIVE -> "not over time";
            case NON_ADDITIVE -> "no";
            case ATTRIBUTE -> "";
        };
    }

    private static String columns(List<Field> fields) {
        return fields.stream().map(field -> "`" + field.name() + "`").collect(Collectors.joining(", "));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}
