package io.linkage.column;

import static org.apache.spark.sql.functions.bin;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** Steps of counts and amounts that grow by the factor two, so that those alike fall together however large they are. */
public final class Levels {
    private Levels() {}

    /** 0 for nothing or less, 1 for 1, 2 for 2 and 3, 3 for 4 to 7, and so on; nothing known is nothing. */
    public static Column of(Column number) {
        Column whole = coalesce(number.cast("bigint"), lit(0L));
        return when(whole.gt(0), length(bin(whole))).otherwise(0);
    }
}
