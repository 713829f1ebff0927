package io.linkage.table.ops;

import static io.linkage.contract.Privacy.PUBLIC;

import io.linkage.contract.Additivity;
import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Privacy;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import java.util.Arrays;
import java.util.Locale;

/** What every column of every table means, for readers who have only a BI tool. */
public final class Dictionary {
    private static final TableBuilder T = Table.named("ops_dictionary", Layer.OPS)
            .grain("one row per table and column")
            .meaning("What each table and column means, holds and may be used for.");

    public static final Field TABLE_NAME =
            T.key("table_name", Domain.TEXT, PUBLIC, "Table that the described column belongs to");
    public static final Field COLUMN_NAME = T.key("column_name", Domain.TEXT, PUBLIC, "Name of the described column");
    public static final Field COLUMN_NUMBER =
            T.required("column_number", Domain.NUMBER, PUBLIC, "Place of the column in its table, from 1");
    public static final Field ZONE_CODE =
            T.required("zone_code", Domain.CODE, PUBLIC, "Zone of the warehouse that the table lives in");
    public static final Field TABLE_GRAIN =
            T.required("table_grain", Domain.TEXT, PUBLIC, "What one row of the described table is");
    public static final Field TABLE_MEANING =
            T.required("table_meaning", Domain.TEXT, PUBLIC, "Question that the described table answers");
    public static final Field COLUMN_MEANING =
            T.required("column_meaning", Domain.TEXT, PUBLIC, "What a value of the column says");
    public static final Field TYPE_CODE =
            T.required("type_code", Domain.CODE, PUBLIC, "Type that the column is stored in, as Spark writes it");
    public static final Field UNIT_OF_MEASURE =
            T.optional("unit_of_measure", Domain.TEXT, PUBLIC, "Unit of measure, where there is one");
    public static final Field ALLOWED_VALUES =
            T.required("allowed_values", Domain.TEXT, PUBLIC, "Values that the column may hold");
    public static final Field IS_KEY =
            T.required("is_key", Domain.FLAG, PUBLIC, "Whether the column is part of the key of its table");
    public static final Field IS_REQUIRED =
            T.required("is_required", Domain.FLAG, PUBLIC, "Whether every row has a value in the column");
    public static final Field PRIVACY_CODE = T.required(
            "privacy_code",
            Domain.CODE.oneOf(codes(Privacy.values())),
            PUBLIC,
            "How closely the column touches a person");
    public static final Field ADDITIVITY_CODE = T.required(
            "additivity_code",
            Domain.CODE.oneOf(codes(Additivity.values())),
            PUBLIC,
            "Over which dimensions the column may be summed");
    public static final Field REFERENCE_NAME =
            T.optional("reference_name", Domain.TEXT, PUBLIC, "Table and column that a value refers to");

    public static final Table TABLE = T.build();

    /** How an enumeration stands in this table. */
    public static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String[] codes(Enum<?>[] values) {
        return Arrays.stream(values).map(Dictionary::code).toArray(String[]::new);
    }

    private Dictionary() {}
}
