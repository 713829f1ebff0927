package io.linkage.jobs.publish;

import io.linkage.contract.Additivity;
import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Table;
import io.linkage.table.ops.Dictionary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** What is promised of each published table, in the Open Data Contract Standard 3.1: one YAML file per table. */
public final class DataContracts {
    /** How the files are made; stands in each of them. */
    public static final String COMMAND =
            "./mvnw -q -B -pl jobs -am test -Dtest=DataContractsTest -Dlinkage.write-docs=true"
                    + " -Dsurefire.failIfNoSpecifiedTests=false";

    /** The version of Linkage whose tables these are, as the command line tells it. */
    private static final String VERSION = "0.1.0";

    private static final String BANNER =
            "# Generated from the contracts in io.linkage.table; do not edit. Change the contract, then run:\n# "
                    + COMMAND + "\n";
    private static final String USAGE =
            "For reports, analyses and exports. docs/readers tells how each tool reads the table; its path is below the"
                    + " warehouse.";
    private static final String LIMITATIONS =
            "Holds no column that names or reaches a person. Sum a column only as its additivity says.";

    private final List<Table> tables;

    /** Contracts of those of these tables that are published. */
    public DataContracts(List<Table> tables) {
        this.tables = tables.stream().filter(Table::published).toList();
    }

    /** File name to text. */
    public Map<String, String> all() {
        Map<String, String> files = new LinkedHashMap<>();
        tables.forEach(table ->
                files.put(table.name() + ".odcs.yaml", BANNER + contract(table).text()));
        return files;
    }

    private static YamlTree contract(Table table) {
        return new YamlTree()
                .with("apiVersion", "v3.1.0")
                .with("kind", "DataContract")
                .with("id", "linkage-" + table.name())
                .with("name", table.name())
                .with("version", VERSION)
                .with("status", "active")
                .with(
                        "description",
                        new YamlTree()
                                .with("purpose", table.meaning())
                                .with("usage", USAGE)
                                .with("limitations", LIMITATIONS))
                .with("servers", List.of(release(table)))
                .with("schema", List.of(object(table)));
    }

    private static YamlTree release(Table table) {
        return new YamlTree()
                .with("server", "current")
                .with("type", "local")
                .with("path", "curated/current/" + table.name() + "/*.parquet")
                .with("format", "parquet");
    }

    private static YamlTree object(Table table) {
        return new YamlTree()
                .with("name", table.name())
                .with("physicalType", "table")
                .with("logicalType", "object")
                .with("description", table.meaning())
                .with("dataGranularityDescription", table.grain())
                .with(
                        "properties",
                        table.fields().stream()
                                .map(field -> property(table, field))
                                .toList())
                .with("quality", promises(table));
    }

    private static List<YamlTree> promises(Table table) {
        List<String> keys = table.keys().stream().map(Field::name).toList();
        Stream<YamlTree> key =
                Stream.of(none("duplicateValues", "The key names one row", new YamlTree().with("properties", keys)));
        Stream<YamlTree> rules = table.rules().stream()
                .map(rule -> new YamlTree().with("type", "text").with("description", "Never: " + rule.meaning()));
        return Stream.concat(key, rules).toList();
    }

    private static YamlTree property(Table table, Field field) {
        Domain domain = field.domain();
        YamlTree property = new YamlTree()
                .with("name", field.name())
                .with("logicalType", logical(domain.type()))
                .with("physicalType", domain.type().simpleString())
                .with("description", field.meaning())
                .with("required", field.required())
                .with("classification", Dictionary.code(field.privacy()));
        int position = table.keys().indexOf(field);
        if (position >= 0) {
            property.with("primaryKey", true).with("primaryKeyPosition", position + 1);
        }
        return property.withSome("logicalTypeOptions", range(domain))
                .withSome("quality", allowed(domain))
                .withSome("customProperties", own(domain));
    }

    private static YamlTree range(Domain domain) {
        YamlTree range = new YamlTree();
        if (domain.minimum() != null) {
            range.with("minimum", bound(domain.type(), domain.minimum()));
        }
        if (domain.maximum() != null) {
            range.with("maximum", bound(domain.type(), domain.maximum()));
        }
        return range;
    }

    private static Object bound(DataType type, String bound) {
        if (type.equals(DataTypes.DateType) || type.equals(DataTypes.TimestampType)) {
            return bound;
        }
        BigDecimal number = new BigDecimal(bound);
        if (number.scale() <= 0) {
            return number.longValueExact();
        }
        return number.doubleValue();
    }

    private static List<YamlTree> allowed(Domain domain) {
        return domain.values().isEmpty()
                ? List.of()
                : List.of(none(
                        "invalidValues",
                        "There are no other values",
                        new YamlTree().with("validValues", domain.values())));
    }

    /** What the standard has no word for. */
    private static List<YamlTree> own(Domain domain) {
        List<YamlTree> own = new ArrayList<>();
        if (!domain.unit().isEmpty()) {
            own.add(new YamlTree().with("property", "unit").with("value", domain.unit()));
        }
        if (domain.additivity() != Additivity.ATTRIBUTE) {
            own.add(new YamlTree().with("property", "additivity").with("value", Dictionary.code(domain.additivity())));
        }
        return own;
    }

    /** A promise that a metric of the standard counts no row. */
    private static YamlTree none(String metric, String words, YamlTree arguments) {
        return new YamlTree()
                .with("metric", metric)
                .with("description", words)
                .with("arguments", arguments)
                .with("mustBe", 0)
                .with("unit", "rows");
    }

    private static String logical(DataType type) {
        return switch (type.typeName().replaceAll("\\(.*", "")) {
            case "long", "integer" -> "integer";
            case "decimal", "double" -> "number";
            case "date", "timestamp", "boolean", "string" -> type.typeName();
            default ->
                throw new IllegalStateException("The Open Data Contract Standard has no word here for type "
                        + type.simpleString() + ". Add it to DataContracts.");
        };
    }
}
