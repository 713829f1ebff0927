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
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** What is promised of each published table, in the Open Data Contract Standard 3.1: one YAML file per table. */
public final class DataContracts {
    /** How the files are made; stands in each of them. */
    public static final String COMMAND =
            "./mvnw -q -B -pl jobs -am test -Dtest=DataContractsTest -Dlinkage.write-docs=true"
                    + " -Dsurefire.failIfNoSpecifiedTests=false";

    /** The version of Linkage whose tables these are. */
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
        tables.forEach(table -> files.put(table.name() + ".odcs.yaml", BANNER + yaml().dump(contract(table))));
        return files;
    }

    private static Map<String, Object> contract(Table table) {
        return tree(
                "apiVersion",
                "v3.1.0",
                "kind",
                "DataContract",
                "id",
                "linkage-" + table.name(),
                "name",
                table.name(),
                "version",
                VERSION,
                "status",
                "active",
                "description",
                tree("purpose", table.meaning(), "usage", USAGE, "limitations", LIMITATIONS),
                "servers",
                List.of(release(table)),
                "schema",
                List.of(object(table)));
    }

    private static Map<String, Object> release(Table table) {
        return tree(
                "server", "current",
                "type", "local",
                "path", "curated/current/" + table.name() + "/*.parquet",
                "format", "parquet");
    }

    private static Map<String, Object> object(Table table) {
        List<Object> quality = new ArrayList<>();
        quality.add(tree(
                "metric", "duplicateValues",
                "description", "The key names one row",
                "arguments",
                        tree(
                                "properties",
                                table.keys().stream().map(Field::name).toList()),
                "mustBe", 0,
                "unit", "rows"));
        table.rules().forEach(rule -> quality.add(tree("type", "text", "description", "Never: " + rule.meaning())));
        return tree(
                "name", table.name(),
                "physicalType", "table",
                "logicalType", "object",
                "description", table.meaning(),
                "dataGranularityDescription", table.grain(),
                "properties",
                        table.fields().stream()
                                .map(field -> property(table, field))
                                .toList(),
                "quality", quality);
    }

    private static Map<String, Object> property(Table table, Field field) {
        Domain domain = field.domain();
        Map<String, Object> property = tree(
                "name", field.name(),
                "logicalType", logical(domain.type()),
                "physicalType", domain.type().simpleString(),
                "description", field.meaning(),
                "required", field.required(),
                "classification", Dictionary.code(field.privacy()));
        int position = table.keys().indexOf(field);
        if (position >= 0) {
            property.put("primaryKey", true);
            property.put("primaryKeyPosition", position + 1);
        }
        Map<String, Object> range = range(domain);
        if (!range.isEmpty()) {
            property.put("logicalTypeOptions", range);
        }
        if (!domain.values().isEmpty()) {
            property.put(
                    "quality",
                    List.of(tree(
                            "metric", "invalidValues",
                            "description", "The only values there are",
                            "arguments", tree("validValues", domain.values()),
                            "mustBe", 0,
                            "unit", "rows")));
        }
        List<Object> own = own(domain);
        if (!own.isEmpty()) {
            property.put("customProperties", own);
        }
        return property;
    }

    /** What the standard has no word for. */
    private static List<Object> own(Domain domain) {
        List<Object> own = new ArrayList<>();
        if (!domain.unit().isEmpty()) {
            own.add(tree("property", "unit", "value", domain.unit()));
        }
        if (domain.additivity() != Additivity.ATTRIBUTE) {
            own.add(tree("property", "additivity", "value", Dictionary.code(domain.additivity())));
        }
        return own;
    }

    private static String logical(DataType type) {
        if (type.equals(DataTypes.LongType) || type.equals(DataTypes.IntegerType)) {
            return "integer";
        }
        return switch (type.typeName().replaceAll("\\(.*", "")) {
            case "decimal", "double" -> "number";
            case "date", "timestamp", "boolean", "string" -> type.typeName();
            default ->
                throw new IllegalStateException("The Open Data Contract Standard has no word here for type "
                        + type.simpleString() + ". Add it to DataContracts.");
        };
    }

    private static Map<String, Object> range(Domain domain) {
        Map<String, Object> range = new LinkedHashMap<>();
        if (domain.minimum() != null) {
            range.put("minimum", bound(domain, domain.minimum()));
        }
        if (domain.maximum() != null) {
            range.put("maximum", bound(domain, domain.maximum()));
        }
        return range;
    }

    private static Object bound(Domain domain, String bound) {
        if (domain.type().equals(DataTypes.DateType) || domain.type().equals(DataTypes.TimestampType)) {
            return bound;
        }
        BigDecimal number = new BigDecimal(bound);
        if (number.scale() <= 0) {
            return number.longValueExact();
        }
        return number.doubleValue();
    }

    /** Keys and values in turn, in order. */
    private static Map<String, Object> tree(Object... keysAndValues) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int index = 0; index < keysAndValues.length; index += 2) {
            tree.put((String) keysAndValues[index], keysAndValues[index + 1]);
        }
        return tree;
    }

    private static Yaml yaml() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setWidth(120);
        options.setDereferenceAliases(true);
        return new Yaml(options);
    }
}
