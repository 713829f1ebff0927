package io.linkage.core.identity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import io.linkage.settings.IdentitySettings;
import io.linkage.table.staging.Customer;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Records that are one customer: those that share tokens, directly or through others, are connected components, found by
 * handing the most senior record on along shared tokens. Doubt keeps records apart: other birth dates, chains longer than
 * {@value #ROUNDS} records, customers of more records than the setting allows.
 */
final class MatchedRecords {
    /** Which of the states is meant: as before the night's own records, or with them. */
    static final String WORLD = "_world";
    /** Seniority of a record and its key: first_loaded_date, customer_source_id, own_key. */
    static final String OWN = "_own";
    /** The most senior record of the customer. */
    static final String LEAD = "_lead";
    /** Number of the strongest rule that ties the record to another. */
    static final String RULE = "_rule";
    /** Records of the customer. */
    static final String SIZE = "_size";
    /** Whether a matching record was kept apart. */
    static final String APART = "_apart";

    /** Links from any record of a customer to its most senior one. */
    private static final int ROUNDS = 4;

    private static final String ID = Customer.CUSTOMER_SOURCE_ID.name();
    private static final String BORN = Customer.BIRTH_DATE.name();
    private static final String TOKEN = "_token";
    private static final String PASSED = "_passed";
    private static final String DOUBT = "_doubt";

    private MatchedRecords() {}

    /**
     * Records that match another one.
     *
     * @param records {@code _world, customer_source_id, _own, _tokens, birth_date}, one row per world and record
     */
    static Dataset<Row> of(Dataset<Row> records, IdentitySettings settings) {
        return split(connected(links(records, settings.maximumRecords())), settings.maximumRecords());
    }

    /** One row per record and token that others share; within a token that unlike persons share, only the alike do. */
    private static Dataset<Row> links(Dataset<Row> records, int most) {
        WindowSpec shared = over(WORLD, MatchTokens.TEXT);
        Column unlike = col("_youngest").notEqual(col("_oldest"));
        Column parted = when(col(BORN).isNull(), col(ID)).otherwise(col(BORN).cast("string"));
        return records.select(
                        col(WORLD),
                        col(ID),
                        col(OWN),
                        col(BORN),
                        explode(col("_tokens")).as("_pair"))
                .select(col(WORLD), col(ID), col(OWN), col(BORN), col("_pair.*"))
                .withColumn("_sharers", count(lit(1)).over(shared))
                .withColumn("_youngest", max(col(BORN)).over(shared))
                .withColumn("_oldest", min(col(BORN)).over(shared))
                .filter(col("_sharers").between(2, most))
                .withColumn(APART, coalesce(unlike, lit(false)))
                .withColumn(
                        TOKEN,
                        when(col(APART), concat_ws("|", col(MatchTokens.TEXT), parted))
                                .otherwise(col(MatchTokens.TEXT)))
                .withColumn(LEAD, col(OWN))
                .drop("_sharers", "_youngest", "_oldest", MatchTokens.TEXT);
    }

    private static Dataset<Row> connected(Dataset<Row> links) {
        Dataset<Row> rows = links;
        for (int round = 0; round < ROUNDS; round++) {
            rows = rows.withColumn(PASSED, min(col(LEAD)).over(over(WORLD, TOKEN)))
                    .withColumn(LEAD, min(col(PASSED)).over(over(WORLD, ID)));
        }
        Column shared = col("_sharers").gt(1);
        return rows.withColumn("_sharers", count(lit(1)).over(over(WORLD, TOKEN)))
                .withColumn(
                        DOUBT,
                        max(col(LEAD))
                                .over(over(WORLD, TOKEN))
                                .notEqual(min(col(LEAD)).over(over(WORLD, TOKEN))))
                .groupBy(WORLD, ID)
                .agg(
                        first(col(OWN)).as(OWN),
                        first(col(BORN)).as(BORN),
                        first(col(LEAD)).as(LEAD),
                        min(when(shared, col(MatchTokens.RULE))).as(RULE),
                        max(APART).as(APART),
                        max(DOUBT).as(DOUBT));
    }

    /** Records of one component that cannot be one customer stand apart; those that might be either stand alone. */
    private static Dataset<Row> split(Dataset<Row> members, int most) {
        WindowSpec component = over(WORLD, LEAD);
        Column unlike = coalesce(col("_youngest").notEqual(col("_oldest")), lit(false));
        Column alone =
                col("_unsure").or(col(SIZE).gt(most)).or(unlike.and(col(BORN).isNull()));
        Dataset<Row> weighed = members.withColumn("_unsure", max(DOUBT).over(component))
                .withColumn(SIZE, count(lit(1)).over(component))
                .withColumn("_youngest", max(col(BORN)).over(component))
                .withColumn("_oldest", min(col(BORN)).over(component))
                .withColumn("_eldest", min(col(OWN)).over(over(WORLD, LEAD, BORN)))
                .withColumn(APART, col(APART).or(alone).or(unlike))
                .withColumn(
                        LEAD, when(alone, col(OWN)).when(unlike, col("_eldest")).otherwise(col(LEAD)));
        return weighed.withColumn(SIZE, count(lit(1)).over(component)).select(WORLD, ID, LEAD, RULE, SIZE, APART);
    }

    private static WindowSpec over(String... columns) {
        return Window.partitionBy(Stream.of(columns).map(name -> col(name)).toArray(Column[]::new));
    }
}
