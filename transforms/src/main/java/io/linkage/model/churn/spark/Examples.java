package io.linkage.model.churn.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.model.churn.Layout;
import io.linkage.model.churn.Observed;
import io.linkage.table.core.FctCustomerAttribute;
import io.linkage.table.score.FeatureChurn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows of {@code feature_churn} with the company's own attributes of that day, as observations of the model. */
final class Examples {
    private static final Set<String> SKEWED =
            Set.of(Domain.DAYS.name(), Domain.COUNT.name(), Domain.AMOUNT.name(), Domain.SECONDS.name());

    /** The numbers of {@code feature_churn}; days, counts and money are skewed. */
    static final Layout LAYOUT = new Layout(
            FeatureChurn.numbers().stream().map(Field::name).toList(),
            FeatureChurn.numbers().stream()
                    .filter(field -> SKEWED.contains(field.domain().name()))
                    .map(Field::name)
                    .collect(Collectors.toSet()));

    /** Asked once for each row and word: not to be looked up in the contract. */
    private static final List<String> WORD_NAMES =
            FeatureChurn.words().stream().map(Field::name).toList();

    private static final String[] CUSTOMER_AND_DAY = {FeatureChurn.CUSTOMER_KEY.name(), FeatureChurn.FEATURE_DATE.name()
    };
    private static final int LEFT = 3;
    private static final int NUMBERS = 4;
    private static final int WORDS = 5;
    private static final int ATTRIBUTES = 6;
    private static final int STAKE = 7;
    private static final int PART = 8;
    /** The number of a part, as {@link #known} adds it. */
    static final String PART_NAME = "_part";

    private Examples() {}

    /**
     * One row per customer at risk and day, in an order of its own: sums over it do not depend on the order of the files.
     */
    static Dataset<Row> of(Inputs in) {
        return of(in, in.rows(FeatureChurn.TABLE));
    }

    /** Of one population; of those who can be won the outcome is a purchase, and all of tonight are scored. */
    static Dataset<Row> of(Inputs in, String population) {
        if (population.equals(FeatureChurn.AT_RISK)) {
            return of(in);
        }
        Dataset<Row> rows = in.rows(FeatureChurn.TABLE)
                .filter(FeatureChurn.POPULATION_CODE.col().equalTo(population));
        return of(
                in,
                rows.withColumn(FeatureChurn.HAS_CHURNED.name(), FeatureChurn.HAS_BOUGHT.col())
                        .withColumn(
                                FeatureChurn.IS_SCORED.name(),
                                FeatureChurn.FEATURE_DATE.col().equalTo(Days.day(in.asOf()))));
    }

    /** The populations in which an outcome is known of anybody, in one pass: what the others look like need not be made. */
    static Set<String> populations(Inputs in) {
        Column population = when(FeatureChurn.HAS_CHURNED.col().isNotNull(), FeatureChurn.AT_RISK)
                .when(FeatureChurn.HAS_BOUGHT.col().isNotNull(), FeatureChurn.POPULATION_CODE.col());
        return in.rows(FeatureChurn.TABLE).select(population.as("_told")).distinct().collectAsList().stream()
                .filter(row -> !row.isNullAt(0))
                .map(row -> row.getString(0))
                .collect(Collectors.toSet());
    }

    private static Dataset<Row> of(Inputs in, Dataset<Row> rows) {
        return rows.join(attributes(rows, in.rows(FctCustomerAttribute.TABLE)), CUSTOMER_AND_DAY, "left")
                .select(
                        FeatureChurn.CUSTOMER_KEY.col(),
                        FeatureChurn.FEATURE_DATE.col(),
                        FeatureChurn.IS_SCORED.col(),
                        FeatureChurn.HAS_CHURNED.col(),
                        array(columns(FeatureChurn.numbers(), "double")).as("_numbers"),
                        array(columns(FeatureChurn.words(), "string")).as("_words"),
                        col("_attributes"),
                        Stake.cents(in).as("_stake"))
                .repartition(FeatureChurn.CUSTOMER_KEY.col())
                .sortWithinPartitions(FeatureChurn.CUSTOMER_KEY.col(), FeatureChurn.FEATURE_DATE.col());
    }

    /** Those whose outcome is known, each with the number of its part. */
    static Dataset<Row> known(Dataset<Row> examples, Parts parts) {
        return examples.filter(FeatureChurn.HAS_CHURNED.col().isNotNull()).withColumn(PART_NAME, parts.number());
    }

    /** Of each attribute the last value observed, and loaded, by the day. */
    private static Dataset<Row> attributes(Dataset<Row> rows, Dataset<Row> attributes) {
        Column value = FctCustomerAttribute.ATTRIBUTE_TEXT.col();
        Column observed = FctCustomerAttribute.OBSERVED_DATE.col();
        Dataset<Row> days = rows.select(FeatureChurn.CUSTOMER_KEY.col(), FeatureChurn.FEATURE_DATE.col());
        return attributes
                .join(days, new String[] {FeatureChurn.CUSTOMER_KEY.name()}, "inner")
                .filter(observed.leq(FeatureChurn.FEATURE_DATE.col()))
                .filter(coalesce(FctCustomerAttribute.LATE_DATE.col().leq(FeatureChurn.FEATURE_DATE.col()), lit(true)))
                .groupBy(
                        FeatureChurn.CUSTOMER_KEY.col(),
                        FeatureChurn.FEATURE_DATE.col(),
                        FctCustomerAttribute.ATTRIBUTE_CODE.col())
                .agg(max_by(value, struct(observed, value)).as("_value"))
                .groupBy(FeatureChurn.CUSTOMER_KEY.col(), FeatureChurn.FEATURE_DATE.col())
                .agg(map_from_entries(collect_list(struct(FctCustomerAttribute.ATTRIBUTE_CODE.col(), col("_value"))))
                        .as("_attributes"));
    }

    private static Column[] columns(List<Field> fields, String type) {
        return fields.stream().map(field -> field.col().cast(type)).toArray(Column[]::new);
    }

    /** Part of a row that {@link #known} gave. */
    static int part(Row row) {
        return row.getInt(PART);
    }

    /** Whether the customer of a row left. */
    static boolean left(Row row) {
        return row.getBoolean(LEFT);
    }

    /** What the company loses with the customer of a row who leaves, in cents. */
    static long stake(Row row) {
        return row.getLong(STAKE);
    }

    /** What a row holds. A column of the contract goes before an attribute of the same name. */
    static Observed observed(Row row) {
        List<Double> numbers = row.getList(NUMBERS);
        double[] known = new double[numbers.size()];
        for (int place = 0; place < known.length; place++) {
            Double number = numbers.get(place);
            known[place] = number == null ? Double.NaN : number;
        }
        Map<String, String> words = new HashMap<>();
        if (!row.isNullAt(ATTRIBUTES)) {
            words.putAll(row.getJavaMap(ATTRIBUTES));
        }
        List<String> own = row.getList(WORDS);
        for (int place = 0; place < own.size(); place++) {
            String name = WORD_NAMES.get(place);
            words.remove(name);
            if (own.get(place) != null) {
                words.put(name, own.get(place));
            }
        }
        return new Observed(known, words);
    }
}
