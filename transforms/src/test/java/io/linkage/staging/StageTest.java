package io.linkage.staging;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.contract.Table;
import io.linkage.table.staging.OrderLine;
import io.linkage.table.staging.Subscription;
import io.linkage.table.staging.SurveyAnswer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTest {
    private static final String HEADER =
            "order_id|line_number|customer_source_id|ordered_at|line_type_code|quantity|unit_price\n";
    private static final String GOOD = "o1|1|c1|2024-05-01 10:00:00|sale|2|1.50\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "o2|1|c1|2024-05-01 10:00:00|sale|two|1.50      ! quantity: NUMBER_FORMAT",
                "o2|1|c1|2024-05-01 10:00:00|sale|1e3|1.50      ! quantity: NUMBER_FORMAT",
                "o2|1|c1|2024-05-01 10:00:00|sale|+1|1.50       ! quantity: NUMBER_FORMAT",
                "o2|1|c1|2024-05-01 10:00:00|sale|1|10,50       ! unit_price: NUMBER_FORMAT",
                "o2|1|c1|2024-05-01 10:00:00|sale|1|1.234,56    ! unit_price: NUMBER_FORMAT",
                "o2|1|c1|2024-05-01 10:00:00|sale|1|1,234.56    ! unit_price: NUMBER_FORMAT",
                "o2|1|c1|2024-05-01 10:00:00|sale|1|€ 5         ! unit_price: NUMBER_FORMAT",
                "o2|1|c1|2024-05-01 10:00:00|sale|1|NaN         ! unit_price: NUMBER_FORMAT",
                "o2|1|c1|2024-05-01 10:00:00|sale|1|1.2345678   ! unit_price: NUMBER_FORMAT",
                "o2|1|c1|2024-05-01 10:00:00|sale|1|99999999999999999999 ! unit_price: NUMBER_FORMAT",
                "o2|1|c1|2024-05-01 10:00:00|sale|١٢|1.50       ! quantity: NUMBER_FORMAT",
                "o2|1|c1|2024-02-30 10:00:00|sale|1|1.50        ! ordered_at: DATE_FORMAT",
                "o2|1|c1|01-05-2024 10:00:00|sale|1|1.50        ! ordered_at: DATE_FORMAT",
                "o2|1|c1|45658|sale|1|1.50                      ! ordered_at: DATE_FORMAT",
                "o2|1|c1|20250-05-01 10:00:00|sale|1|1.50       ! ordered_at: DATE_FORMAT",
                "o2|1|c1|1850-05-01 10:00:00|sale|1|1.50        ! ordered_at: RANGE",
                "o2|1|c1||sale|1|1.50                           ! ordered_at: MISSING",
                "o2|1|c1|N/A|sale|1|1.50                        ! ordered_at: MISSING",
                "|1|c1|2024-05-01 10:00:00|sale|1|1.50          ! order_id: MISSING",
                "o2|1|c1|2024-05-01 10:00:00|gift|1|1.50        ! line_type_code: RANGE",
                "o2|1|c1|2024-05-01 10:00:00|sale|-1|1.50       ! quantity: NEGATIVE",
                "o2|1|c1|2024-05-01 10:00:00|return|1|1.50      ! quantity: POSITIVE_RETURN",
                "o2|1|c1|2024-05-01 10:00:00|sale|1|-1.50       ! unit_price: NEGATIVE",
            })
    void quarantinesABadRowWithItsReasonAndKeepsTheGoodOne(String bad, String reason) {
        Dataset<Row> judged = judged(OrderLine.TABLE, HEADER + GOOD + bad);

        assertThat(TableRows.lines(Stage.kept(OrderLine.TABLE, judged), "order_id"))
                .containsExactly("o1");
        assertThat(TableRows.lines(Stage.quarantined(OrderLine.TABLE, judged), "reason", "record_number"))
                .containsExactly(reason.trim() + "|2");
    }

    /** The first delivery holds history of any age; a later one tells when its rows became known. */
    @Test
    void ofASourceThatSendsNewsOnlyARowAfterTheFirstDeliveryTellsWhenItWasLoaded() {
        Received source = Deliveries.source(
                Load.APPEND,
                Deliveries.PLAIN,
                List.of(
                        Deliveries.landed("2024-05-01", HEADER + GOOD),
                        Deliveries.landed("2024-05-09", HEADER + "o2|1|c1|2024-04-30 10:00:00|sale|1|1.50")));
        Received dated = new Received(
                source.source(),
                source.load(),
                source.rows(),
                source.columns(),
                source.each(),
                source.formats(),
                Optional.of(LocalDate.parse("2024-05-01")));

        assertThat(TableRows.lines(
                        Stage.kept(OrderLine.TABLE, Stage.judged(OrderLine.TABLE, List.of(dated))),
                        "order_id",
                        "late_loaded_date"))
                .containsExactly("o1|null", "o2|2024-05-09");
    }

    @Test
    void writesAllReasonsOfARowAndTheRowAsItWasReceived() {
        Dataset<Row> judged = judged(OrderLine.TABLE, HEADER + "o2|1|c1|soon|sale|two|1.50");

        assertThat(TableRows.lines(Stage.quarantined(OrderLine.TABLE, judged), "reason"))
                .containsExactly("ordered_at: DATE_FORMAT; quantity: NUMBER_FORMAT");
        assertThat(TableRows.lines(Stage.quarantined(OrderLine.TABLE, judged), "received_row")
                        .get(0))
                .contains("\"quantity\":\"two\"");
    }

    @Test
    void readsNumbersAndMomentsAsTheSourceWritesThem() {
        Formats dutch = new Formats(
                ",",
                ".",
                List.of("dd-MM-yyyy"),
                List.of("dd-MM-yyyy HH:mm:ss"),
                ZoneId.of("Europe/Amsterdam"),
                List.of(),
                List.of("ja"),
                List.of("nee"));
        Dataset<Row> judged = Stage.judged(
                OrderLine.TABLE,
                List.of(
                        Deliveries.source(
                                Load.FULL,
                                dutch,
                                List.of(
                                        Deliveries.landed(
                                                "2024-05-01",
                                                HEADER
                                                        + "o1|1|c1|01-05-2024 10:00:00|sale|1|1.234,56\no2|1|c1|01-05-2024 10:00:00|sale|1|1.23")))));

        assertThat(TableRows.lines(Stage.kept(OrderLine.TABLE, judged), "unit_price", "ordered_at"))
                .containsExactly("1234.560000|2024-05-01 08:00:00.0");
        assertThat(Stage.quarantined(OrderLine.TABLE, judged).count()).isEqualTo(1);
    }

    @Test
    void countsTheSameKeyAgainAsDuplicateAndQuarantinesContradictions() {
        Dataset<Row> judged = judged(
                OrderLine.TABLE,
                HEADER + GOOD + GOOD
                        + "o2|1|c1|2024-05-01 10:00:00|sale|2|1.50\no2|1|c1|2024-05-01 10:00:00|sale|3|1.50");

        assertThat(counts(OrderLine.TABLE, judged))
                .containsExactly("duplicate|key: REPEATED|1", "kept|none|1", "quarantined|key: CONFLICT|2");
    }

    @Test
    void takesTheLatestRowOfAKeyWhereTheSourceSaysWhenItChanged() {
        Dataset<Row> judged = judged(
                OrderLine.TABLE,
                HEADER.strip() + "|changed_at\n"
                        + "o1|1|c1|2024-05-01 10:00:00|sale|2|1.50|2024-05-02 00:00:00\n"
                        + "o1|1|c1|2024-05-01 10:00:00|sale|3|1.50|2024-05-03 00:00:00");

        assertThat(TableRows.lines(Stage.kept(OrderLine.TABLE, judged), "quantity"))
                .containsExactly("3.000");
        assertThat(counts(OrderLine.TABLE, judged)).containsExactly("duplicate|key: SUPERSEDED|1", "kept|none|1");
    }

    @Test
    void numbersLinesOfASourceWithoutLineNumbersInTheOrderOfTheirContents() {
        String lines = "order_id|customer_source_id|ordered_at|quantity|unit_price\n"
                + "o1|c1|2024-05-01 10:00:00|2|9.00\no1|c1|2024-05-01 10:00:00|1|1.00\n"
                + "o1|c1|2024-05-01 10:00:00|1|1.00\no1|c1|2024-05-01 10:00:00|1|1.000\n";
        Dataset<Row> judged = judged(OrderLine.TABLE, lines);

        assertThat(TableRows.lines(Stage.kept(OrderLine.TABLE, judged), "line_number", "quantity"))
                .containsExactly("1|1.000", "2|1.000", "3|1.000", "4|2.000");
        assertThat(counts(OrderLine.TABLE, judged)).containsExactly("kept|none|3", "kept|repeats another line|1");
    }

    @Test
    void keepsTheFirstDeliveryOfAnAppendingSourceAndTheLastOfAChangingOne() {
        List<Dataset<Row>> nights = List.of(
                Deliveries.landed("2024-05-01", HEADER + GOOD),
                Deliveries.landed("2024-05-02", HEADER + "o1|1|c1|2024-05-01 10:00:00|sale|5|1.50"));
        Dataset<Row> appended =
                Stage.judged(OrderLine.TABLE, List.of(Deliveries.source(Load.APPEND, Deliveries.PLAIN, nights)));
        Dataset<Row> changed =
                Stage.judged(OrderLine.TABLE, List.of(Deliveries.source(Load.CHANGES, Deliveries.PLAIN, nights)));

        assertThat(TableRows.lines(Stage.kept(OrderLine.TABLE, appended), "quantity"))
                .containsExactly("2.000");
        assertThat(Stage.quarantined(OrderLine.TABLE, appended).count()).isEqualTo(1);
        assertThat(TableRows.lines(Stage.kept(OrderLine.TABLE, changed), "quantity"))
                .containsExactly("5.000");
        assertThat(Stage.quarantined(OrderLine.TABLE, changed).count()).isZero();
    }

    @Test
    void dropsARecordThatAChangeDeletes() {
        Dataset<Row> second =
                Deliveries.landed("2024-05-02", HEADER + "o1|1|||||").withColumn(Landing.CHANGE, lit("delete"));
        Dataset<Row> judged = Stage.judged(
                OrderLine.TABLE,
                List.of(Deliveries.source(
                        Load.CHANGES,
                        Deliveries.PLAIN,
                        List.of(Deliveries.landed("2024-05-01", HEADER + GOOD), second))));

        assertThat(Stage.kept(OrderLine.TABLE, judged).count()).isZero();
        assertThat(Stage.quarantined(OrderLine.TABLE, judged).count()).isZero();
    }

    /** A key alone does not say when it was deleted: after all that earlier nights brought, and not after what comes later. */
    @Test
    void aDeletionWithTheKeyAloneEndsWhatWasDated() {
        String header = "subscription_id|started_date|customer_source_id|monthly_price|changed_at\n";
        String row = "s|2024-01-01|c|9|";
        Dataset<Row> first = Deliveries.landed("2024-05-01", header + row + "2024-05-01 10:00:00");
        Dataset<Row> gone =
                Deliveries.landed("2024-05-02", header + "s|2024-01-01|||").withColumn(Landing.CHANGE, lit("delete"));
        Dataset<Row> back = Deliveries.landed("2024-05-04", header + row + "2024-05-04 10:00:00");

        assertThat(changes(first, gone)).isEmpty();
        assertThat(changes(first, gone, back)).containsExactly("s|9.000000");
    }

    @Test
    void changesThatContradictEachOtherLeaveWhatStoodBefore() {
        String header = "subscription_id|started_date|customer_source_id|monthly_price\n";
        Dataset<Row> first = Deliveries.landed("2024-05-01", header + "s|2024-01-01|c|9");
        Dataset<Row> both = Deliveries.landed("2024-05-02", header + "s|2024-01-01|c|10\ns|2024-01-01|c|11\n");
        Dataset<Row> third = Deliveries.landed("2024-05-03", header + "s|2024-01-01|c|12");

        assertThat(changes(first, both)).containsExactly("s|9.000000");
        assertThat(changes(both)).isEmpty();
        assertThat(changes(first, both, third)).containsExactly("s|12.000000");
    }

    @SafeVarargs
    private static List<String> changes(Dataset<Row>... nights) {
        Dataset<Row> judged = Stage.judged(
                Subscription.TABLE, List.of(Deliveries.source(Load.CHANGES, Deliveries.PLAIN, List.of(nights))));
        return TableRows.lines(Stage.kept(Subscription.TABLE, judged), "subscription_id", "monthly_price");
    }

    @Test
    void fillsInStandardsAndRefusesAnswersOffTheScale() {
        String lines = "survey_code|respondent_id|question_code|answered_at|instrument_code|answer_score\n"
                + "s|r1|q|2024-05-01 10:00:00|nps|10\ns|r2|q|2024-05-01 10:00:00|nps|11\n"
                + "s|r3|q|2024-05-01 10:00:00|nps|\n";
        Dataset<Row> judged = judged(SurveyAnswer.TABLE, lines);

        assertThat(TableRows.lines(Stage.kept(SurveyAnswer.TABLE, judged), "respondent_id", "most_score", "level_code"))
                .containsExactly("r1|10.0|organisation", "r3|10.0|organisation");
        assertThat(TableRows.lines(Stage.quarantined(SurveyAnswer.TABLE, judged), "reason"))
                .containsExactly("answer_score: OFF_SCALE");
    }

    @Test
    void countsKeptRowsAboutAMomentAfterTheBusinessDate() {
        Dataset<Row> judged = judged(OrderLine.TABLE, HEADER + GOOD + "o2|1|c1|2024-06-01 10:00:00|sale|1|1.50");

        assertThat(TableRows.lines(
                        Stage.counted(OrderLine.TABLE, judged, LocalDate.parse("2024-05-01"), ZoneOffset.UTC),
                        "outcome_code",
                        "row_count",
                        "later_row_count"))
                .containsExactly("kept|2|1");
    }

    @Test
    void theBusinessDateEndsWhereTheCompanyIs() {
        Dataset<Row> judged = judged(OrderLine.TABLE, HEADER + "o2|1|c1|2024-05-02 05:00:00|sale|1|1.50");

        for (String zone : List.of("UTC", "America/New_York", "America/Los_Angeles")) {
            assertThat(TableRows.lines(
                            Stage.counted(OrderLine.TABLE, judged, LocalDate.parse("2024-05-01"), ZoneId.of(zone)),
                            "later_row_count"))
                    .containsExactly(zone.equals("America/Los_Angeles") ? "0" : "1");
        }
    }

    private static Dataset<Row> judged(Table contract, String lines) {
        return Stage.judged(
                contract,
                List.of(Deliveries.source(
                        Load.FULL, Deliveries.PLAIN, List.of(Deliveries.landed("2024-05-01", lines)))));
    }

    private static List<String> counts(Table contract, Dataset<Row> judged) {
        return TableRows.lines(
                Stage.counted(contract, judged, LocalDate.parse("2024-05-01"), ZoneOffset.UTC),
                "outcome_code",
                "reason_code",
                "row_count");
    }
}
