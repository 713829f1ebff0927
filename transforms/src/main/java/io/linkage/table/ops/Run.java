package io.linkage.table.ops;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** When each table of a night was built, by which run, and how long it took. */
public final class Run {
    private static final TableBuilder T = Table.named("ops_run", Layer.OPS)
            .grain("one row per night and table")
            .meaning("Which run built which table, when, how large and how fast.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field TABLE_NAME = T.key("table_name", Domain.TEXT, INTERNAL, "Table that was built");
    public static final Field RUN_ID = T.required("run_id", Domain.ID, INTERNAL, "Run that built it last");
    public static final Field JOB_CODE = T.required("job_code", Domain.CODE, INTERNAL, "Job that the step belongs to");
    public static final Field STARTED_AT = T.required("started_at", Domain.MOMENT, INTERNAL, "When the step began");
    public static final Field BUILD_SECONDS = T.required(
            "build_seconds",
            Domain.of("duration", org.apache.spark.sql.types.DataTypes.DoubleType, "seconds", "_seconds"),
            INTERNAL,
            "How long reading, transforming, checking and writing took");
    public static final Field ROW_COUNT =
            T.required("row_count", Domain.COUNT, INTERNAL, "Rows of the table afterwards");
    public static final Field DELTA_VERSION_NUMBER = T.required(
            "delta_version_number",
            Domain.of("version", org.apache.spark.sql.types.DataTypes.LongType, "", "_number"),
            INTERNAL,
            "Version of the Delta table afterwards");

    public static final Table TABLE = T.build();

    private Run() {}
}
