package io.linkage.staging;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TestSession;
import io.linkage.contract.Field;
import io.linkage.contract.Rule;
import io.linkage.contract.Table;
import io.linkage.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Promises that hold for whatever a feed delivers: half of the values drawn here fit their column, half do not. */
class AnyRowsTest {
    private static final int ROWS = 300;
    private static final List<String> ODD = List.of(
            "",
            "  ",
            "N/A",
            "x",
            "0",
            "-1",
            "1",
            "12,50",
            "1e3",
            "NaN",
            "Infinity",
            "2024-02-30",
            "2024-05-01",
            "2024-05-01 10:00:00",
            "45658",
            "9".repeat(40),
            "sale",
            "yes",
            "ü\u0308",
            "\u0661",
            "\"",
            "';drop");

    static Stream<Table> feeds() {
        return Tables.STAGING.stream();
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void everyRowGetsExactlyOneOutcomeAndKeptRowsKeepTheContract(Table contract) {
        Dataset<Row> received = Deliveries.landing(random(contract), "2024-05-09");
        Dataset<Row> judged =
                Stage.judged(contract, List.of(Deliveries.source(Load.FULL, Deliveries.PLAIN, List.of(received))));
        judged.persist();

        long kept = outcome(judged, Deduplicate.KEPT);
        assertThat(kept + outcome(judged, Deduplicate.DUPLICATE) + outcome(judged, Deduplicate.QUARANTINED))
                .isEqualTo(ROWS);
        assertThat(judged.count()).isEqualTo(ROWS);
        assertThat(Stage.quarantined(contract, judged)
                        .filter("reason is null or received_row is null")
                        .count())
                .isZero();
        Dataset<Row> staged = Stage.kept(contract, judged);
        assertThat(staged.count()).isEqualTo(kept);
        assertThat(broken(contract, staged)).isEmpty();
        judged.unpersist();
    }

    /** The rules that any row breaks, counted in one pass. */
    private static List<String> broken(Table contract, Dataset<Row> rows) {
        List<Rule> rules = contract.verdicts();
        Column[] counts = rules.stream()
                .map(rule -> count(when(coalesce(rule.broken(), lit(false)), 1)))
                .toArray(Column[]::new);
        Row counted = rows.select(counts).first();
        return IntStream.range(0, rules.size())
                .filter(rule -> counted.getLong(rule) > 0)
                .mapToObj(rule -> rules.get(rule).code())
                .toList();
    }

    private static long outcome(Dataset<Row> judged, String outcome) {
        return judged.filter(col(Deduplicate.OUTCOME).equalTo(outcome)).count();
    }

    private static Dataset<Row> random(Table contract) {
        Random random = new Random(contract.name().hashCode());
        StructType schema = new StructType();
        for (Field field : contract.received()) {
            schema = schema.add(field.name(), DataTypes.StringType);
        }
        List<Row> rows = IntStream.range(0, ROWS)
                .mapToObj(i -> row(contract, random))
                .collect(Collectors.toCollection(ArrayList::new));
        return TestSession.spark().createDataFrame(rows, schema);
    }

    /** A third of the rows are clean, so that all three outcomes occur. */
    private static Row row(Table contract, Random random) {
        boolean clean = random.nextInt(3) == 0;
        return RowFactory.create(contract.received().stream()
                .map(field ->
                        clean || random.nextBoolean() ? fitting(field, random) : ODD.get(random.nextInt(ODD.size())))
                .toArray());
    }

    private static String fitting(Field field, Random random) {
        if (!field.domain().values().isEmpty()) {
            return field.domain().values().get(0);
        }
        if (field.name().equals("currency_code")) {
            return "EUR";
        }
        return switch (field.domain().type().simpleString()) {
            case "string" -> "id" + random.nextInt(40);
            case "date" -> "2024-05-0" + (1 + random.nextInt(9));
            case "timestamp" -> "2024-05-01 10:00:0" + random.nextInt(10);
            case "boolean" -> random.nextBoolean() ? "yes" : "no";
            default -> field.name().startsWith("most") ? "10" : String.valueOf(random.nextInt(8));
        };
    }
}
