package io.linkage.staging;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.table.staging.OrderLine;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** A file of changes that stays in place is read every night until the next one comes. */
class RepeatedChangesTest {
    private static final String HEADER = "order_id|line_number|ordered_at|quantity|unit_price|changed_at\n";

    @Test
    void whatIsReadAgainIsKnownFromItsFirstLoad() {
        String first = line("s1", "9", "") + line("s2", "9", "2024-04-01 10:00:00");
        String second = line("s3", "9", "") + line("s2", "12", "2024-05-05 10:00:00");

        assertThat(kept(night(1, first), night(2, first), night(3, first)))
                .containsExactly("s1|9.000000|null", "s2|9.000000|null");
        assertThat(kept(night(1, first), night(2, first), night(7, second), night(8, second), night(9, second)))
                .containsExactly("s1|9.000000|null", "s2|12.000000|2024-05-07", "s3|9.000000|2024-05-07");
    }

    @Test
    void rowsOfEachNightAreCountedOnce() {
        Dataset<Row> judged =
                judged(night(1, line("s1", "9", "")), night(2, line("s1", "9", "") + line("s2", "9", "")));

        assertThat(counts(judged))
                .containsExactly(
                        "2024-05-01|kept|none|1", "2024-05-02|duplicate|key: REPEATED|1", "2024-05-02|kept|none|1");
    }

    @Test
    void aChangeThatIsTakenBackIsNews() {
        String nine = line("s", "9", "");
        String ten = line("s", "10", "");

        assertThat(kept(night(1, nine), night(2, ten), night(3, nine), night(4, nine)))
                .containsExactly("s|9.000000|2024-05-03");
        assertThat(kept(night(1, nine), night(2, ten), night(3, ten))).containsExactly("s|10.000000|2024-05-02");
    }

    /** Rows that bear the same moment are the same change, whatever of another moment came between them. */
    @Test
    void aChangeWithItsMomentIsKnownFromItsFirstLoadThoughAnEarlierOneComesLater() {
        String ten = line("s", "10", "2024-04-02 10:00:00");
        String nine = line("s", "9", "2024-04-01 10:00:00");

        assertThat(kept(night(1, ten), night(2, ten + nine))).containsExactly("s|10.000000|null");
        assertThat(kept(night(1, ten), night(2, nine), night(3, ten))).containsExactly("s|10.000000|null");
    }

    @Test
    void aContradictionIsNoRepeat() {
        String nine = line("s", "9", "");
        String both = nine + line("s", "10", "");

        assertThat(kept(night(1, nine), night(2, both), night(3, both))).containsExactly("s|9.000000|null");
        assertThat(kept(night(1, both), night(2, both))).isEmpty();
        assertThat(kept(night(1, both), night(2, nine))).containsExactly("s|9.000000|2024-05-02");
    }

    /** A deletion with the key alone was made by the end of the first night that read it, not of the last. */
    @Test
    void aDeletionThatIsReadAgainDeletesNothingThatCameSince() {
        Dataset<Row> first = night(1, line("s", "9", "2024-04-01 10:00:00"));
        String back = line("s", "9", "2024-05-04 10:00:00");

        assertThat(kept(first, gone(2), gone(3), gone(4))).isEmpty();
        assertThat(kept(first, gone(2), gone(3), gone(4), gone(5), night(6, back)))
                .containsExactly("s|9.000000|2024-05-06");
        assertThat(kept(first, gone(2), night(4, back), gone(5), gone(6))).isEmpty();
        assertThat(kept(first, gone(2), night(6, back), gone(7), night(8, back)))
                .isEmpty();
    }

    private static String line(String order, String price, String changed) {
        return order + "|1|2024-01-01 10:00:00|1|" + price + "|" + changed + "\n";
    }

    private static Dataset<Row> night(int day, String lines) {
        return Deliveries.landed("2024-05-0" + day, HEADER + lines);
    }

    private static Dataset<Row> gone(int day) {
        return night(day, "s|1||||").withColumn(Landing.CHANGE, lit("delete"));
    }

    @SafeVarargs
    private static List<String> kept(Dataset<Row>... nights) {
        return TableRows.lines(
                Stage.kept(OrderLine.TABLE, judged(nights)), "order_id", "unit_price", "late_loaded_date");
    }

    @SafeVarargs
    private static Dataset<Row> judged(Dataset<Row>... nights) {
        Received plain = Deliveries.source(Load.CHANGES, Deliveries.PLAIN, List.of(nights));
        LocalDate first = LocalDate.parse("2024-05-01");
        return Stage.judged(
                OrderLine.TABLE,
                List.of(new Received(
                        plain.source(),
                        plain.load(),
                        plain.rows(),
                        plain.columns(),
                        plain.each(),
                        plain.formats(),
                        Optional.of(first))));
    }

    private static List<String> counts(Dataset<Row> judged) {
        return TableRows.lines(
                Stage.counted(OrderLine.TABLE, judged, LocalDate.parse("2024-05-02"), ZoneOffset.UTC),
                "as_of_date",
                "outcome_code",
                "reason_code",
                "row_count");
    }
}
