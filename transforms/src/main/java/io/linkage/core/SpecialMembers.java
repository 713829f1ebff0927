package io.linkage.core;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import io.linkage.table.core.Special;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The members that every dimension has beside those of the sources. */
public final class SpecialMembers {
    /** Key of the member. */
    public static final String KEY = "member.key";
    /** What readers see. */
    public static final String TEXT = "member.text";

    private SpecialMembers() {}

    /** One row per special member. */
    public static Dataset<Row> of(Dataset<Row> one) {
        Column members = array(Stream.of(Special.values())
                .map(member ->
                        struct(lit(member.key()).as("key"), lit(member.text()).as("text")))
                .toArray(Column[]::new));
        return one.select(explode(members).as("member"));
    }
}
