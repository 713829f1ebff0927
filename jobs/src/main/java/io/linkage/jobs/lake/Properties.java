package io.linkage.jobs.lake;

import io.linkage.contract.Field;
import io.linkage.contract.Privacy;
import io.linkage.contract.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Delta properties of a table: read by the widest set of readers, and no personal value outside the data files. */
final class Properties {
    private Properties() {}

    /** Properties of a table with a contract. */
    static Map<String, String> of(Table table) {
        Map<String, String> properties = common();
        properties.put("linkage.grain", table.grain());
        List<String> harmless = table.fields().stream()
                .filter(field -> field.privacy().compareTo(Privacy.PERSONAL) < 0)
                .filter(field -> isLookedUp(table, field))
                .map(Field::name)
                .toList();
        if (harmless.isEmpty()) {
            properties.put("delta.dataSkippingNumIndexedCols", "0");
        } else {
            properties.put("delta.dataSkippingStatsColumns", String.join(",", harmless));
        }
        return properties;
    }

    /**
     * Files are passed over by their least and greatest key and date. Of other columns each file holds all values: statistics of
     * them cost time in every write, and help no reader. (Delta keeps none of truth values, and refuses to be asked.)
     */
    private static boolean isLookedUp(Table table, Field field) {
        DataType type = field.domain().type();
        boolean dated = type.equals(DataTypes.DateType) || type.equals(DataTypes.TimestampType);
        return dated || (table.keys().contains(field) && !type.equals(DataTypes.BooleanType));
    }

    /** Properties of rows as received: any column may hold a name, so none has statistics. */
    static Map<String, String> received() {
        Map<String, String> properties = common();
        properties.put("delta.dataSkippingNumIndexedCols", "0");
        return properties;
    }

    /** The log is kept for ten years: versions tell which night made them. */
    private static Map<String, String> common() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("delta.enableDeletionVectors", "false");
        properties.put("delta.logRetentionDuration", "interval 3650 days");
        return properties;
    }
}
