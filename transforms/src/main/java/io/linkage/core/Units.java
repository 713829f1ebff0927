package io.linkage.core;

import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import io.linkage.contract.Inputs;
import io.linkage.table.core.DimOrgUnit;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Units by the identifier that readers know, and from when to when one is the same group of people. */
public final class Units {
    /** Make-up of a unit that took up no other. */
    public static final String WHOLE = "";

    private static final String TOOK_UP = "_took_up";
    private static final String INTO = "_into";

    private Units() {}

    /** Key and identifier of each unit there is or was, without the special members. */
    public static Dataset<Row> named(Inputs in) {
        return last(in).select(DimOrgUnit.UNIT_KEY.col(), DimOrgUnit.UNIT_SOURCE_ID.col());
    }

    /** The same, with the days on which it took up other units, for {@link #makeUp}. */
    public static Dataset<Row> withMergers(Inputs in) {
        Dataset<Row> mergers = last(in).filter(DimOrgUnit.MERGED_DATE.col().isNotNull())
                .groupBy(DimOrgUnit.MERGED_INTO_UNIT_SOURCE_ID.col().as(INTO))
                .agg(collect_list(DimOrgUnit.MERGED_DATE.col()).as(TOOK_UP));
        return named(in)
                .join(mergers, DimOrgUnit.UNIT_SOURCE_ID.col().equalTo(col(INTO)), "left")
                .drop(INTO);
    }

    /**
     * Which months of a unit compare: those of one make-up. It changes on the day another unit comes in; the month of that day is of
     * neither, unless it is the first of the month.
     */
    public static Column makeUp(Column month) {
        Column before = size(filter(col(TOOK_UP), day -> day.leq(month)));
        Column through = size(filter(col(TOOK_UP), day -> day.leq(last_day(month))));
        return coalesce(when(col(TOOK_UP).isNotNull().and(through.gt(0)), concat_ws("-", before, through)), lit(WHOLE));
    }

    /** The first day after a day on which the unit takes up another; empty where it never does. */
    public static Column takesUpAfter(Column date) {
        return array_min(filter(col(TOOK_UP), day -> day.gt(date)));
    }

    private static Dataset<Row> last(Inputs in) {
        return in.rows(DimOrgUnit.TABLE)
                .filter(DimOrgUnit.IS_CURRENT
                        .col()
                        .and(DimOrgUnit.UNIT_KEY.col().gt(0)));
    }
}
