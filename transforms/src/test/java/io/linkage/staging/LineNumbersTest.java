package io.linkage.staging;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.table.staging.OrderLine;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Lines with a number of their own, and lines without, in one feed. */
class LineNumbersTest {
    private static final String HEADER =
            "order_id|line_number|customer_source_id|ordered_at|line_type_code|quantity|unit_price\n";
    private static final String SALE = "|c1|2024-05-01 10:00:00|sale|2|50\n";
    private static final String CREDIT = "|c1|2024-05-03 10:00:00|return|-1|50\n";

    @Test
    void linesOfWhichTheNumberIsEmptyAreNumberedAndNoneIsLost() {
        Dataset<Row> judged = judged(source(
                "shop", Load.FULL, HEADER + "o1|1" + SALE + "CN7|" + CREDIT + "CN8|" + CREDIT + "CN8|" + CREDIT));

        assertThat(kept(judged)).containsExactly("CN7|1|-1.000", "CN8|1|-1.000", "CN8|2|-1.000", "o1|1|2.000");
        assertThat(counts(judged)).containsExactly("kept|none|3", "kept|repeats another line|1");
    }

    @Test
    void theyComeAfterTheLargestNumberOfTheOrderWhoeverDeliversIt() {
        String sales = HEADER + "o1|1" + SALE + "o1|4" + SALE + "o2|-3" + SALE;
        String credits = HEADER.replace("line_number|", "") + "o1" + CREDIT + "o2" + CREDIT + "o3" + CREDIT;
        List<Received> sources =
                new ArrayList<>(List.of(source("shop", Load.FULL, sales), source("credits", Load.APPEND, credits)));
        List<String> right =
                List.of("o1|1|2.000", "o1|4|2.000", "o1|5|-1.000", "o2|-3|2.000", "o2|1|-1.000", "o3|1|-1.000");

        assertThat(kept(Stage.judged(OrderLine.TABLE, sources))).containsExactlyElementsOf(right);
        Collections.reverse(sources);
        assertThat(kept(Stage.judged(OrderLine.TABLE, sources))).containsExactlyElementsOf(right);
    }

    @Test
    void theSameInWhicheverOrderRowsAndFilesCome() {
        String other = CREDIT.replace("-1|50", "-2|50");
        Dataset<Row> one = judged(source("shop", Load.FULL, HEADER + "o1|3" + SALE + "o1|" + CREDIT + "o1|" + other));
        Dataset<Row> two = judged(source("shop", Load.FULL, HEADER + "o1|" + other + "o1|" + CREDIT + "o1|3" + SALE));

        assertThat(kept(one)).containsExactly("o1|3|2.000", "o1|4|-2.000", "o1|5|-1.000");
        assertThat(kept(two)).isEqualTo(kept(one));
    }

    /** 2147483647 stands for "none" in some systems: what cannot be numbered after it is refused, and the night goes on. */
    @Test
    void afterTheLargestNumberThereIsThereIsNone() {
        Dataset<Row> judged =
                judged(source("shop", Load.FULL, HEADER + "o1|2147483647" + SALE + "o1|" + CREDIT + "o2|" + CREDIT));

        assertThat(kept(judged)).containsExactly("o1|2147483647|2.000", "o2|1|-1.000");
        assertThat(reasons(judged)).containsExactly("line_number: MISSING");
    }

    @Test
    void aNumberThatIsNoneIsNoLackOfOne() {
        Dataset<Row> judged = judged(source("shop", Load.FULL, HEADER + "o1|1" + SALE + "o1|one" + CREDIT));

        assertThat(kept(judged)).containsExactly("o1|1|2.000");
        assertThat(reasons(judged)).containsExactly("line_number: NUMBER_FORMAT");
    }

    /** Nobody can say which line a change is of, nor which a deletion deletes. */
    @Test
    void aChangeWithoutItsNumberIsRefused() {
        Dataset<Row> first = Deliveries.landed("2024-05-01", HEADER + "o1|1" + SALE + "o1|" + CREDIT);
        Dataset<Row> gone =
                Deliveries.landed("2024-05-02", HEADER + "o1||||||").withColumn(Landing.CHANGE, lit("delete"));
        Dataset<Row> judged = judged(Deliveries.source(Load.CHANGES, Deliveries.PLAIN, List.of(first, gone)));

        assertThat(kept(judged)).containsExactly("o1|1|2.000");
        assertThat(reasons(judged)).containsExactly("line_number: MISSING", "line_number: MISSING");
    }

    private static Received source(String name, Load load, String lines) {
        Received plain = Deliveries.source(load, Deliveries.PLAIN, List.of(Deliveries.landed("2024-05-04", lines)));
        return new Received(name, load, plain.rows(), plain.columns(), plain.formats());
    }

    private static Dataset<Row> judged(Received... sources) {
        return Stage.judged(OrderLine.TABLE, List.of(sources));
    }

    private static List<String> kept(Dataset<Row> judged) {
        return TableRows.lines(Stage.kept(OrderLine.TABLE, judged), "order_id", "line_number", "quantity");
    }

    private static List<String> reasons(Dataset<Row> judged) {
        return TableRows.lines(Stage.quarantined(OrderLine.TABLE, judged), "reason");
    }

    private static List<String> counts(Dataset<Row> judged) {
        return TableRows.lines(
                Stage.counted(OrderLine.TABLE, judged, LocalDate.parse("2024-05-04"), ZoneOffset.UTC),
                "outcome_code",
                "reason_code",
                "row_count");
    }
}
