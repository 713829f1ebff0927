package io.linkage.staging;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.contract.Table;
import io.linkage.table.staging.Customer;
import io.linkage.table.staging.Employee;
import io.linkage.table.staging.Interaction;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How values are read that other readers change without a word. */
class ValuesTest {
    private static final Formats AMSTERDAM = new Formats(
            ".",
            "",
            List.of("yyyy-MM-dd"),
            List.of("yyyy-MM-dd HH:mm:ss"),
            ZoneId.of("Europe/Amsterdam"),
            List.of(),
            List.of("yes"),
            List.of("no"));

    @Test
    void blanksAroundAnIdentifierAreTakenOffAndNothingElseIs() {
        Dataset<Row> judged = judged(Customer.TABLE, Deliveries.PLAIN, """
                customer_source_id|customer_name
                \u00a012 |a
                \u200b13\ufeff|b
                +12|c
                012|d
                x|'; DROP TABLE x;--
                """);

        assertThat(TableRows.lines(Stage.kept(Customer.TABLE, judged), "customer_source_id", "customer_name"))
                .containsExactly("+12|c", "012|d", "12|a", "13|b", "x|'; DROP TABLE x;--");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "2024-05-01 10:00:00 ! started_date: DATE_FORMAT",
                "01-05-24            ! started_date: DATE_FORMAT",
                "24-05-01            ! started_date: DATE_FORMAT",
                "45658               ! started_date: DATE_FORMAT",
                "0000-00-00          ! started_date: DATE_FORMAT",
                "1582-10-10          ! started_date: RANGE",
                "infinity            ! started_date: DATE_FORMAT",
            })
    void aDateThatIsNotWrittenAsItsSourceSaysIsNoDate(String date, String reason) {
        Dataset<Row> judged = judged(
                Employee.TABLE, Deliveries.PLAIN, "employee_source_id|started_date|unit_source_id\ne|" + date + "|u");

        assertThat(TableRows.lines(Stage.quarantined(Employee.TABLE, judged), "reason"))
                .containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "1e400", "4e1", "'40,0'", "40h"})
    void hoursThatAreNoPlainNumberAreNone(String hours) {
        Dataset<Row> judged = judged(
                Employee.TABLE,
                Deliveries.PLAIN,
                "employee_source_id|started_date|unit_source_id|weekly_hours\ne|2024-01-01|u|" + hours);

        assertThat(TableRows.lines(Stage.quarantined(Employee.TABLE, judged), "reason"))
                .containsExactly("weekly_hours: NUMBER_FORMAT");
    }

    @Test
    void aRowWithoutAnyValueMissesItsKey() {
        Dataset<Row> judged = judged(Customer.TABLE, Deliveries.PLAIN, "customer_source_id|customer_name\n|");

        assertThat(TableRows.lines(Stage.quarantined(Customer.TABLE, judged), "reason"))
                .containsExactly("customer_source_id: MISSING");
    }

    /** 02:30 did not exist on 30 March 2025 in Amsterdam, and came twice on 26 October. */
    @Test
    void anHourThatTheClockSkipsIsTheNextAndOneThatItRepeatsIsTheFirst() {
        Dataset<Row> judged = judged(Interaction.TABLE, AMSTERDAM, """
                interaction_id|contacted_at
                skipped|2025-03-30 02:30:00
                after|2025-03-30 03:30:00
                twice|2025-10-26 02:30:00
                """);

        assertThat(TableRows.lines(Stage.kept(Interaction.TABLE, judged), "interaction_id", "contacted_at"))
                .containsExactly(
                        "after|2025-03-30 01:30:00.0", "skipped|2025-03-30 01:30:00.0", "twice|2025-10-26 00:30:00.0");
    }

    private static Dataset<Row> judged(Table contract, Formats formats, String lines) {
        return Stage.judged(
                contract,
                List.of(Deliveries.source(Load.FULL, formats, List.of(Deliveries.landed("2025-12-01", lines)))));
    }
}
