package io.linkage.staging;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.table.staging.Customer;
import io.linkage.table.staging.Employee;
import io.linkage.table.staging.Subscription;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Rows of a feed that contradict each other over time: spells, records that go and come back. */
class SpellsAndHistoryTest {
    private static final String SPELL = "employee_source_id|started_date|ended_date|unit_source_id\n";
    private static final String CONTRACT = "subscription_id|started_date|customer_source_id|monthly_price|changed_at\n";
    private static final String RECORD = "customer_source_id|segment_code|changed_at\n";
    private static final String OLD = "c|old|2024-01-01 00:00:00\n";

    @Test
    void aSpellThatOverlapsTheNextIsKeptWithAWarning() {
        Dataset<Row> judged = full(Employee.TABLE, landed("2024-05-01", SPELL + """
                a|2024-01-01|2024-03-01|north
                a|2024-03-01||south
                b|2024-01-01|2024-03-02|north
                b|2024-03-01||south
                c|2024-01-01||north
                c|2024-03-01||south
                """));

        assertThat(counts(judged, "2024-05-01")).containsExactly("kept|ended_date: OVERLAPS_NEXT|2", "kept|none|4");
    }

    @Test
    void anEmployeeWhoBeginsInTwoUnitsOnOneDayContradictsItself() {
        Dataset<Row> judged = full(
                Employee.TABLE,
                landed("2024-05-01", SPELL + "a|2024-01-01||north\na|2024-01-01||south\nb|2024-01-01||x"));

        assertThat(counts(judged, "2024-05-01")).containsExactly("kept|none|1", "quarantined|key: CONFLICT|2");
    }

    @Test
    void aSpellThatALaterExtractNoLongerHoldsOverlapsNothing() {
        Dataset<Row> judged = full(
                Employee.TABLE,
                landed("2024-05-01", SPELL + "a|2024-01-01||north\na|2024-03-01||south"),
                landed("2024-05-02", SPELL + "a|2024-01-01||north"));

        assertThat(counts(judged, "2024-05-01")).containsExactly("kept|ended_date: OVERLAPS_NEXT|1", "kept|none|1");
        assertThat(counts(judged, "2024-05-02")).containsExactly("kept|none|1");
    }

    @Test
    void spellsOfOneContractOverlapAcrossNightsOfAFeedOfChanges() {
        String header = "subscription_id|started_date|ended_date|customer_source_id|monthly_price\n";
        Dataset<Row> judged = Stage.judged(
                Subscription.TABLE,
                List.of(Deliveries.source(
                        Load.CHANGES,
                        Deliveries.PLAIN,
                        List.of(
                                landed("2024-05-01", header + "s|2024-03-01||c|9"),
                                landed("2024-05-02", header + "s|2024-01-01|2024-04-01|c|8\nt|2024-01-01||c|8")))));

        assertThat(TableRows.lines(
                        Stage.counted(Subscription.TABLE, judged, LocalDate.parse("2024-05-02"), ZoneOffset.UTC)
                                .filter("as_of_date = '2024-05-02'"),
                        "outcome_code",
                        "reason_code",
                        "row_count"))
                .containsExactly("kept|ended_date: OVERLAPS_NEXT|1", "kept|none|1");
    }

    /** A snapshot of what runs: the end of a contract is that it lacks it. */
    @Test
    void aContractThatAFullExtractLacksIsMarkedOnTheNightThatMissedIt() {
        Dataset<Row> judged = full(
                Subscription.TABLE,
                landed("2024-05-31", CONTRACT + "k|2024-01-01|c|9|2024-05-01 10:00:00\nm|2024-02-01|d|9|"),
                landed("2024-06-30", CONTRACT + "m|2024-02-01|d|10|"));

        assertThat(contracts(judged))
                .containsExactly(
                        "k|2024-05-31|false|9.000000",
                        "k|2024-06-30|true|9.000000",
                        "m|2024-05-31|false|9.000000",
                        "m|2024-06-30|false|10.000000");
    }

    /** News tells what was wrong: of changes the last by its moment stands, and of an appending source the first that came. */
    @Test
    void aContractOfASourceThatSendsNewsStandsAsItWasToldLastOrNotAtAll() {
        Dataset<Row> first = landed("2024-05-01", CONTRACT + "k|2024-01-01|c|9|2024-05-01 10:00:00\nm|2024-02-01|d|9|");
        Dataset<Row> late = landed("2024-05-02", CONTRACT + "k|2024-01-01|c|8|2024-04-01 10:00:00");
        Dataset<Row> gone =
                landed("2024-05-03", CONTRACT + "m|2024-02-01|||").withColumn(Landing.CHANGE, lit("delete"));
        Dataset<Row> other = landed("2024-05-02", CONTRACT + "m|2024-02-01|d|8|");

        assertThat(contracts(news(Load.CHANGES, first, late, gone))).containsExactly("k|2024-05-01|false|9.000000");
        assertThat(contracts(news(Load.APPEND, first, other)))
                .containsExactly("k|2024-05-01|false|9.000000", "m|2024-05-01|false|9.000000");
    }

    @Test
    void aRecordThatAFullExtractDropsIsMarkedOnTheNightThatMissedItWithoutAMomentOfTheSource() {
        assertThat(history(landed("2024-05-01", RECORD + OLD + "d|x|"), landed("2024-05-02", RECORD + "d|x|")))
                .containsExactly(
                        "c|2024-05-01|false|old|2024-01-01 00:00:00.0",
                        "c|2024-05-02|true|old|null",
                        "d|2024-05-01|false|x|null");
    }

    @Test
    void aRecordThatComesBackIsAliveAgainFromThatNight() {
        assertThat(history(
                        landed("2024-05-01", RECORD + OLD + "d|x|"),
                        landed("2024-05-02", RECORD + "d|x|"),
                        landed("2024-05-03", RECORD + OLD + "d|x|")))
                .containsExactly(
                        "c|2024-05-01|false|old|2024-01-01 00:00:00.0",
                        "c|2024-05-02|true|old|null",
                        "c|2024-05-03|false|old|2024-01-01 00:00:00.0",
                        "d|2024-05-01|false|x|null");
    }

    @Test
    void aRecordInQuarantineIsNotDropped() {
        assertThat(history(
                        landed("2024-05-01", RECORD + OLD + "d|x|"), landed("2024-05-02", RECORD + "c|old|soon\nd|x|")))
                .containsExactly("c|2024-05-01|false|old|2024-01-01 00:00:00.0", "d|2024-05-01|false|x|null");
    }

    @Test
    void aRecordThatMovesFromOneSourceToAnotherIsNotDropped() {
        Dataset<Row> judged = Stage.judged(
                Customer.TABLE,
                List.of(
                        named(
                                "crm",
                                landed("2024-05-01", RECORD + "c|a|\nd|x|"),
                                landed("2024-05-02", RECORD + "d|x|")),
                        named(
                                "web",
                                landed("2024-05-01", RECORD + "e|x|"),
                                landed("2024-05-02", RECORD + "c|b|\ne|x|"))));

        assertThat(TableRows.lines(
                        Stage.kept(Customer.TABLE, judged).where("customer_source_id = 'c'"),
                        "loaded_date",
                        "is_deleted",
                        "segment_code"))
                .containsExactly("2024-05-01|false|a", "2024-05-02|false|b");
    }

    @Test
    void aDeleteInAFeedOfChangesEndsTheRecord() {
        Dataset<Row> gone =
                landed("2024-05-02", RECORD + "c||2024-05-02 10:00:00").withColumn(Landing.CHANGE, lit("delete"));
        Dataset<Row> judged = Stage.judged(
                Customer.TABLE,
                List.of(Deliveries.source(
                        Load.CHANGES, Deliveries.PLAIN, List.of(landed("2024-05-01", RECORD + OLD), gone))));

        assertThat(TableRows.lines(Stage.kept(Customer.TABLE, judged), "loaded_date", "is_deleted"))
                .containsExactly("2024-05-01|false", "2024-05-02|true");
    }

    /** Required values of an employee are not in the deletion, and would be lost with what was known of the customer. */
    @Test
    void aDeleteThatBringsTheKeyAloneEndsWhatWasKnown() {
        Dataset<Row> gone = landed("2024-05-02", SPELL + "a|2024-01-01||").withColumn(Landing.CHANGE, lit("delete"));
        Dataset<Row> unseen = landed("2024-05-02", SPELL + "b|2024-01-01||").withColumn(Landing.CHANGE, lit("delete"));
        Dataset<Row> judged = Stage.judged(
                Employee.TABLE,
                List.of(Deliveries.source(
                        Load.CHANGES,
                        Deliveries.PLAIN,
                        List.of(landed("2024-05-01", SPELL + "a|2024-01-01||north"), gone, unseen))));

        assertThat(employees(judged)).containsExactly("a|2024-05-01|false|north", "a|2024-05-02|true|north");
    }

    @Test
    void aRecordThatIsDroppedFromQuarantineEndsAsItLastStoodIfItEverDid() {
        Dataset<Row> judged = full(
                Employee.TABLE,
                landed("2024-05-01", SPELL + "a|2024-01-01||north\nc|2024-01-01||south"),
                landed("2024-05-02", SPELL + "a|2024-01-01||\nb|2024-01-01||\nc|2024-01-01||south"),
                landed("2024-05-03", SPELL + "c|2024-01-01||south"));

        assertThat(employees(judged))
                .containsExactly("a|2024-05-01|false|north", "a|2024-05-03|true|north", "c|2024-05-01|false|south");
    }

    @Test
    void aDeleteOfWhatTheSameDeliveryBringsIsNoRepeatOfIt() {
        Dataset<Row> brought = landed("2024-05-01", SPELL + "a|2024-01-01||north");
        Dataset<Row> judged = Stage.judged(
                Employee.TABLE,
                List.of(Deliveries.source(
                        Load.CHANGES,
                        Deliveries.PLAIN,
                        List.of(brought, brought.withColumn(Landing.CHANGE, lit("delete"))))));

        assertThat(counts(judged, "2024-05-01")).containsExactly("quarantined|key: CONFLICT|2");
    }

    private static List<String> employees(Dataset<Row> judged) {
        return TableRows.lines(
                Stage.kept(Employee.TABLE, judged),
                "employee_source_id",
                "loaded_date",
                "is_deleted",
                "unit_source_id");
    }

    private static List<String> contracts(Dataset<Row> judged) {
        return TableRows.lines(
                Stage.kept(Subscription.TABLE, judged),
                "subscription_id",
                "loaded_date",
                "is_deleted",
                "monthly_price");
    }

    @SafeVarargs
    private static Dataset<Row> news(Load load, Dataset<Row>... nights) {
        return Stage.judged(
                Subscription.TABLE, List.of(Deliveries.source(load, Deliveries.PLAIN, Arrays.asList(nights))));
    }

    @SafeVarargs
    private static List<String> history(Dataset<Row>... nights) {
        return TableRows.lines(
                Stage.kept(Customer.TABLE, full(Customer.TABLE, nights)),
                "customer_source_id",
                "loaded_date",
                "is_deleted",
                "segment_code",
                "changed_at");
    }

    @SafeVarargs
    private static Dataset<Row> full(io.linkage.contract.Table contract, Dataset<Row>... nights) {
        return Stage.judged(contract, List.of(Deliveries.source(Load.FULL, Deliveries.PLAIN, Arrays.asList(nights))));
    }

    @SafeVarargs
    private static Received named(String source, Dataset<Row>... nights) {
        Received received = Deliveries.source(Load.FULL, Deliveries.PLAIN, Arrays.asList(nights));
        return new Received(source, received.load(), received.rows(), received.columns(), received.formats());
    }

    private static Dataset<Row> landed(String date, String lines) {
        return Deliveries.landed(date, lines);
    }

    private static List<String> counts(Dataset<Row> judged, String night) {
        return TableRows.lines(
                Stage.counted(Employee.TABLE, judged, LocalDate.parse(night), ZoneOffset.UTC)
                        .filter("as_of_date = '" + night + "'"),
                "outcome_code",
                "reason_code",
                "row_count");
    }
}
