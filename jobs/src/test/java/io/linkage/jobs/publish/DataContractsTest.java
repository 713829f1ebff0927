package io.linkage.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.contract.Additivity;
import io.linkage.contract.Domain;
import io.linkage.contract.Layer;
import io.linkage.contract.Privacy;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.table.Tables;
import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

/** The committed data contracts are those that follow from the tables; docs/readers/test.sh lints and tests them. */
class DataContractsTest {

    @Test
    void committedContractsAreUpToDate() throws IOException {
        new CommittedFiles("docs/contracts", DataContracts.COMMAND).mustEqual(new DataContracts(Tables.ALL).all());
    }

    @Test
    void tablesThatAreNotPublishedArePromisedToNobody() {
        assertThat(new DataContracts(Tables.CORE).all()).isEmpty();
    }

    @Test
    void saysAllThatTheTableSays() {
        TableBuilder rows = Table.named("mart_visit", Layer.MART)
                .grain("one row per shop and visit")
                .meaning("Who came to which shop.");
        rows.key("shop_code", Domain.CODE.oneOf("north", "south"), Privacy.PUBLIC, "Shop that was visited");
        rows.key("visit_key", Domain.KEY, Privacy.INTERNAL, "Key of the visit");
        rows.optional(
                "bought_share",
                Domain.SHARE.additive(Additivity.NON_ADDITIVE),
                Privacy.PSEUDONYMOUS,
                "Share of what was looked at");
        rows.rule("EMPTY", "a visit without a shop", functions.col("shop_code").isNull());

        String contract = new DataContracts(List.of(rows.build())).all().get("mart_visit.odcs.yaml");

        assertThat(contract)
                .contains("apiVersion: v3.1.0\n", "id: linkage-mart_visit\n", "purpose: Who came to which shop.\n")
                .contains("path: curated/current/mart_visit/*.parquet\n")
                .contains("dataGranularityDescription: one row per shop and visit\n")
                .contains("""
                              - name: visit_key
                                logicalType: integer
                                physicalType: bigint
                                description: Key of the visit
                                required: true
                                classification: internal
                                primaryKey: true
                                primaryKeyPosition: 2
                        """)
                .contains("""
                              - name: bought_share
                                logicalType: number
                                physicalType: double
                                description: Share of what was looked at
                                required: false
                                classification: pseudonymous
                                logicalTypeOptions:
                                  minimum: 0
                                  maximum: 1
                                customProperties:
                                  - property: unit
                                    value: 0 to 1
                                  - property: additivity
                                    value: non_additive
                        """)
                .contains("validValues:\n                - north\n                - south\n")
                .contains("metric: duplicateValues\n", "description: 'Never: a visit without a shop'\n");
    }
}
