package io.linkage.staging;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.table.staging.Customer;
import io.linkage.table.staging.Subscription;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Records that stand in several sources: one ends its own alone, and what another still has is alive. */
class SeveralSourcesTest {
    private static final String RECORD = "customer_source_id|segment_code|changed_at\n";
    private static final String CONTRACT = "subscription_id|started_date|customer_source_id|monthly_price|changed_at\n";

    @Test
    void aRecordThatMovesBetweenTwoSourcesOfChangesIsAliveAsTheNewOneHasIt() {
        assertThat(history(
                        changes("crm", landed("2024-04-01", "c|a|"), deleted("2024-05-08", "c||")),
                        changes("web", landed("2024-05-01", "c|b|"))))
                .containsExactly("2024-04-01|false|a|crm", "2024-05-01|false|b|web");
    }

    /** The extract still holds the record while the other source has it already, and tells nothing new of it. */
    @Test
    void aRecordThatMovesFromAFullExtractToASourceOfChangesIsAliveAsThatHasIt() {
        assertThat(history(
                        full(
                                "crm",
                                landed("2024-04-30", "c|a|\nd|x|"),
                                landed("2024-05-02", "c|a|\nd|x|"),
                                landed("2024-05-08", "d|x|")),
                        changes("web", landed("2024-05-01", "c|b|"))))
                .containsExactly("2024-04-30|false|a|crm", "2024-05-01|false|b|web");
    }

    @Test
    void whatTheOldSourceSaidSinceGoesWithItsRecord() {
        assertThat(history(
                        changes(
                                "crm",
                                landed("2024-04-01", "c|a|"),
                                landed("2024-05-03", "c|late|2024-05-03 10:00:00"),
                                deleted("2024-05-08", "c||2024-05-07 09:00:00")),
                        changes("web", landed("2024-05-01", "c|b|2024-05-01 10:00:00"))))
                .containsExactly(
                        "2024-04-01|false|a|crm",
                        "2024-05-01|false|b|web",
                        "2024-05-03|false|late|crm",
                        "2024-05-08|false|b|web");
        assertThat(moments(
                        changes(
                                "crm",
                                landed("2024-05-03", "c|late|2024-05-03 10:00:00"),
                                deleted("2024-05-08", "c||2024-05-07 09:00:00")),
                        changes("web", landed("2024-05-01", "c|b|2024-05-01 10:00:00"))))
                .containsExactly(
                        "2024-05-01|2024-05-01 10:00:00.0", "2024-05-03|2024-05-03 10:00:00.0", "2024-05-08|null");
    }

    /** What came first by the moments of two sources says nothing: deleted is what neither has, from the night that saw it. */
    @Test
    void anOlderChangeOfASourceThatDeletedTheRecordBringsNothingBack() {
        Received crm = changes(
                "crm",
                landed("2024-05-01", "c|a|2024-05-01 10:00:00"),
                deleted("2024-05-05", "c||2024-05-03 10:00:00"),
                landed("2024-05-12", "c|old|2024-05-02 10:00:00"));

        assertThat(history(crm, changes("web", landed("2024-05-06", "c|b|2024-05-01 09:00:00"))))
                .containsExactly("2024-05-01|false|a|crm", "2024-05-05|true|a|crm", "2024-05-06|false|b|web");
        assertThat(moments(crm, changes("web", landed("2024-05-06", "c|b|2024-05-01 09:00:00"))))
                .contains("2024-05-05|null");
        assertThat(moments(crm, changes("web", landed("2024-05-06", "d|b|2024-05-01 09:00:00"))))
                .containsExactly(
                        "2024-05-01|2024-05-01 10:00:00.0",
                        "2024-05-05|2024-05-03 10:00:00.0",
                        "2024-05-12|2024-05-02 10:00:00.0");
    }

    @Test
    void onOneNightADeletionWithTheKeyAloneDoesNotBeatTheInsertOfAnotherSource() {
        Received crm = changes("crm", landed("2024-04-01", "c|a|"), deleted("2024-05-01", "c||"));

        assertThat(history(crm, changes("web", landed("2024-05-01", "c|b|2024-05-01 10:00:00"))))
                .containsExactly("2024-04-01|false|a|crm", "2024-05-01|false|b|web");
        assertThat(history(
                        crm,
                        changes("web", landed("2024-05-01", "c|b|2024-05-01 10:00:00"), deleted("2024-05-09", "c||"))))
                .containsExactly("2024-04-01|false|a|crm", "2024-05-01|false|b|web", "2024-05-09|true|b|web");
    }

    @Test
    void aRecordIsDeletedWhenTheLastOfItsSourcesDropsItAndBackWithTheFirstThatHasIt() {
        assertThat(history(
                        changes("crm", landed("2024-05-01", "c|a|"), deleted("2024-05-03", "c||")),
                        changes("shop", landed("2024-05-01", "c|a|"), deleted("2024-05-04", "c||")),
                        changes(
                                "web",
                                landed("2024-05-02", "c|b|"),
                                deleted("2024-05-04", "c||"),
                                landed("2024-05-06", "c|b|"))))
                .containsExactly(
                        "2024-05-01|false|a|crm",
                        "2024-05-02|false|b|web",
                        "2024-05-04|true|b|web",
                        "2024-05-06|false|b|web");
    }

    @Test
    void aDeletionOfWhatTheSourceNeverHadEndsNothing() {
        assertThat(history(changes("crm", deleted("2024-05-08", "c||")), changes("web", landed("2024-05-01", "c|b|"))))
                .containsExactly("2024-05-01|false|b|web");
    }

    @Test
    void withoutHistoryADeletionEndsTheRowOfItsOwnSourceAlone() {
        Received crm = changes(
                "crm",
                Deliveries.landed("2024-04-01", CONTRACT + "s|2024-01-01|c|9|"),
                Deliveries.landed("2024-05-08", CONTRACT + "s|2024-01-01|||")
                        .withColumn(Landing.CHANGE, lit("delete")));
        Dataset<Row> inserted = Deliveries.landed("2024-05-01", CONTRACT + "s|2024-01-01|c|10|2024-05-01 10:00:00");
        Dataset<Row> gone =
                Deliveries.landed("2024-05-09", CONTRACT + "s|2024-01-01|||").withColumn(Landing.CHANGE, lit("delete"));

        assertThat(contracts(crm, changes("web", inserted))).containsExactly("s|10.000000|web");
        assertThat(contracts(crm, full("web", inserted))).containsExactly("s|10.000000|web");
        assertThat(contracts(crm, changes("web", inserted, gone))).isEmpty();
    }

    private static List<String> contracts(Received... sources) {
        return TableRows.lines(
                Stage.kept(Subscription.TABLE, Stage.judged(Subscription.TABLE, List.of(sources))),
                "subscription_id",
                "monthly_price",
                "source_code");
    }

    private static List<String> history(Received... sources) {
        return customer(List.of("loaded_date", "is_deleted", "segment_code", "source_code"), sources);
    }

    private static List<String> moments(Received... sources) {
        return customer(List.of("loaded_date", "changed_at"), sources);
    }

    private static List<String> customer(List<String> columns, Received... sources) {
        Dataset<Row> judged = Stage.judged(Customer.TABLE, List.of(sources)).persist();
        List<String> lines = TableRows.lines(
                Stage.kept(Customer.TABLE, judged).where("customer_source_id = 'c'"), columns.toArray(String[]::new));
        judged.unpersist();
        return lines;
    }

    @SafeVarargs
    private static Received changes(String source, Dataset<Row>... nights) {
        return named(source, Load.CHANGES, nights);
    }

    @SafeVarargs
    private static Received full(String source, Dataset<Row>... nights) {
        return named(source, Load.FULL, nights);
    }

    @SafeVarargs
    private static Received named(String source, Load load, Dataset<Row>... nights) {
        Received received = Deliveries.source(load, Deliveries.PLAIN, Arrays.asList(nights));
        return new Received(source, load, received.rows(), received.columns(), received.formats());
    }

    private static Dataset<Row> landed(String date, String lines) {
        return Deliveries.landed(date, RECORD + lines);
    }

    private static Dataset<Row> deleted(String date, String lines) {
        return landed(date, lines).withColumn(Landing.CHANGE, lit("delete"));
    }
}
