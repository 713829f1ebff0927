package io.linkage.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.jobs.TestSpark;
import io.linkage.jobs.cli.LinkageCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In whatever order nights come, the tables of each are the same in the end, row for row. */
class ArrivalOrderIT {
    private static final List<String> NIGHTS = List.of("2026-05-01", "2026-05-02", "2026-05-03");

    private static final String CONFIGURATION = """
            company: kiosk
            privacy: {pseudonym-key: "${file:%s}", minimum-group: 5}
            gates: {maximum-quarantined-share: 0.5, maximum-shrink-share: 0.5}
            feeds:
              customer:
                - source: crm
                  format: csv
                  location: data/customers-{date}.csv
                  columns: {customer_source_id: id, customer_name: name, email: mail, segment_code: segment}
              order_line:
                - source: till
                  format: csv
                  location: data/lines-{date}.csv
                  load: append
                  formats: {moments: ["yyyy-MM-dd HH:mm"]}
                  columns:
                    order_id: bill
                    line_number: "'1'"
                    customer_source_id: customer
                    ordered_at: moment
                    quantity: number
                    unit_price: price
              consent:
                - source: shop
                  format: csv
                  location: data/consents-{date}.csv
                  load: changes
                  change: "'insert'"
                  formats: {moments: ["yyyy-MM-dd HH:mm"]}
                  columns: {customer_source_id: customer, purpose_code: purpose, decided_at: moment, decision_code: decision}
            """;

    @TempDir
    static Path folder;

    private static Map<String, List<String>> inOrder;

    @BeforeAll
    static void runTheNightsInTheirOrder() throws IOException {
        TestSpark.session();
        Path data = Files.createDirectories(folder.resolve("conf/data"));
        Files.writeString(folder.resolve("conf/company.yaml"), CONFIGURATION.formatted(WarehouseRows.key(folder)));
        deliver(data, NIGHTS.get(0), """
                c1,Ada Smit,ada@example.com,new
                c2,Bo Smit,bo@example.com,new
                """, """
                b1,c1,2026-05-01 09:00,2,1.50
                b2,w9,2026-05-01 10:00,1,3.00
                """, "c1,mail,2026-05-01 09:00,granted\n");
        deliver(data, NIGHTS.get(1), """
                c1,Ada Smit,ada@example.com,regular
                c2,Bo Smit,bo@example.com,new
                w1,"Smit, A.",ADA@example.com,web
                """, """
                b3,w1,2026-05-02 09:00,5,1.00
                b4,c2,2026-04-30 12:00,1,7.25
                b5,w8,2026-05-04 12:00,1,2.00
                """, "c1,mail,2026-05-02 09:00,revoked\n");
        deliver(data, NIGHTS.get(2), """
                c1,Ada Smit,ada@example.com,regular
                w1,"Smit, A.",ADA@example.com,web
                a0,Ada Smit,ada@example.com,late
                """, """
                b6,a0,2026-05-03 09:00,1,4.00
                b1,c1,2026-05-01 09:00,2,1.50
                b7,c1,2026-05-02 09:00,x,1.50
                """, "w1,mail,2026-05-03 09:00,granted\n");
        for (String night : NIGHTS) {
            assertThat(night("in-order", night)).isZero();
        }
        inOrder = rows("in-order");
    }

    @Test
    void theNightBeforeMayComeAfterTheNightItself() throws IOException {
        assertThat(inOrder.get("2026-05-03 brg_customer_identity")).hasSize(6);
        assertThat(inOrder.get("2026-05-01 brg_key_map")).hasSize(3);

        assertThat(night("reversed", NIGHTS.get(2))).isZero();
        assertThat(night("reversed", NIGHTS.get(0), "--leave-later")).isZero();
        assertThat(rows("reversed")).as("what --leave-later leaves").isNotEqualTo(inOrder);
        assertThat(night("reversed", NIGHTS.get(1))).isZero();

        assertThat(rows("reversed")).isEqualTo(inOrder);
    }

    @Test
    void anOldNightRunAgainChangesNothing() throws IOException {
        assertThat(night("in-order", NIGHTS.get(1), "--force")).isZero();

        assertThat(rows("in-order")).isEqualTo(inOrder);
        assertThat(folder.resolve("in-order/curated/current")
                        .toRealPath()
                        .getFileName()
                        .toString())
                .startsWith("release=2026-05-03");
    }

    private static void deliver(Path data, String night, String customers, String lines, String consents)
            throws IOException {
        Files.writeString(data.resolve("customers-" + night + ".csv"), "id,name,mail,segment\n" + customers);
        Files.writeString(data.resolve("lines-" + night + ".csv"), "bill,customer,moment,number,price\n" + lines);
        Files.writeString(data.resolve("consents-" + night + ".csv"), "customer,purpose,moment,decision\n" + consents);
    }

    private static int night(String warehouse, String date, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "nightly",
                "--conf",
                folder.resolve("conf").toString(),
                "--date",
                date,
                "--warehouse",
                folder.resolve(warehouse).toString()));
        arguments.addAll(List.of(more));
        return LinkageCommand.run(arguments.toArray(String[]::new));
    }

    /** The rows of every table as of every night. */
    private static Map<String, List<String>> rows(String name) {
        WarehouseRows left = new WarehouseRows(folder.resolve(name));
        Map<String, List<String>> rows = new TreeMap<>();
        for (String night : NIGHTS) {
            left.asOf(LocalDate.parse(night)).forEach((table, lines) -> rows.put(night + " " + table, lines));
        }
        return rows;
    }
}
