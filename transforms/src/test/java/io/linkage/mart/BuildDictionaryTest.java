package io.linkage.mart;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Privacy;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.table.ops.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BuildDictionaryTest {
    private static final TableBuilder UNITS =
            Table.named("dim_unit", Layer.CORE).grain("one row per unit").meaning("The units there are.");
    private static final Field UNIT_KEY = UNITS.key("unit_key", Domain.KEY, Privacy.INTERNAL, "Key of the unit");

    private static final TableBuilder SHARES =
            Table.named("mart_share", Layer.MART).grain("one row per unit").meaning("The share of each unit.");

    static {
        SHARES.referenceKey("unit_key", UNIT_KEY, "Unit that the share belongs to");
        SHARES.optional("wallet_share", Domain.SHARE, Privacy.INTERNAL, "Our share of what its customers spend");
    }

    @Test
    void givesOneRowPerColumnInOrder() {
        List<Row> rows = BuildDictionary.rows(List.of(UNITS.build(), SHARES.build()));

        assertThat(rows)
                .extracting(row -> row.getString(0) + " " + row.getInt(2) + " " + row.getString(1))
                .containsExactly("dim_unit 1 unit_key", "mart_share 1 unit_key", "mart_share 2 wallet_share");
    }

    @Test
    void saysWhatTheContractSays() {
        Map<String, Object> share =
                named(BuildDictionary.rows(List.of(SHARES.build())).get(1));

        assertThat(share)
                .containsEntry(Dictionary.ZONE_CODE.name(), "mart")
                .containsEntry(Dictionary.TABLE_GRAIN.name(), "one row per unit")
                .containsEntry(Dictionary.TYPE_CODE.name(), "double")
                .containsEntry(Dictionary.UNIT_OF_MEASURE.name(), "0 to 1")
                .containsEntry(Dictionary.ALLOWED_VALUES.name(), "0 to 1")
                .containsEntry(Dictionary.IS_KEY.name(), false)
                .containsEntry(Dictionary.IS_REQUIRED.name(), false)
                .containsEntry(Dictionary.PRIVACY_CODE.name(), "internal")
                .containsEntry(Dictionary.ADDITIVITY_CODE.name(), "non_additive")
                .containsEntry(Dictionary.REFERENCE_NAME.name(), null);
    }

    @Test
    void namesTheColumnThatAKeyRefersTo() {
        Map<String, Object> key =
                named(BuildDictionary.rows(List.of(SHARES.build())).get(0));

        assertThat(key)
                .containsEntry(Dictionary.REFERENCE_NAME.name(), "dim_unit.unit_key")
                .containsEntry(Dictionary.IS_KEY.name(), true)
                .containsEntry(Dictionary.UNIT_OF_MEASURE.name(), null);
    }

    private static Map<String, Object> named(Row row) {
        Map<String, Object> values = new HashMap<>();
        List<String> names = Dictionary.TABLE.names();
        for (int index = 0; index < names.size(); index++) {
            values.put(names.get(index), row.get(index));
        }
        return values;
    }
}
