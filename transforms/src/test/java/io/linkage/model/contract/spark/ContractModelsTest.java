package io.linkage.model.contract.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.TestInputs;
import io.linkage.model.contract.CountedTenure;
import io.linkage.model.registry.ModelEntry;
import io.linkage.settings.ContractSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctSubscription;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContractModelsTest {
    private static final LocalDate DATE = LocalDate.of(2024, 7, 1);

    /** Six of ten contracts of each age left at their first end; of the gold ones none did. Customer 0 is unknown. */
    @Test
    void contractsAreLearnedFromAsAWholeAndBySegment() {
        StringBuilder customers = new StringBuilder("customer_key|is_current|segment_code\n");
        StringBuilder spells =
                new StringBuilder("subscription_id|contract_started_date|customer_key|ended_date|is_last\n");
        for (int contract = 1; contract <= 60; contract++) {
            boolean isGold = contract % 3 == 0;
            LocalDate began = DATE.minusMonths(1 + contract % 4).minusDays(3);
            boolean hasEnded = !isGold && contract % 5 < 3;
            customers
                    .append(contract)
                    .append("|true|")
                    .append(isGold ? "gold" : "plain")
                    .append('\n');
            spells.append("s")
                    .append(contract)
                    .append('|')
                    .append(began)
                    .append('|')
                    .append(contract)
                    .append('|')
                    .append(hasEnded ? began.plusDays(20) : "")
                    .append("|true\n");
        }
        spells.append("u|2024-01-01|0||true\n");

        List<ModelEntry> entries = ContractModels.of(TestInputs.asOf(DATE.toString())
                .with(new ContractSettings(1, 20, Optional.empty(), 1))
                .with(DimCustomer.TABLE, customers.toString())
                .with(FctSubscription.TABLE, spells.toString()));

        ModelEntry pooled = entry(entries, "contract", "constant-retention");
        assertThat(pooled.fit().examples()).isEqualTo(60);
        assertThat(pooled.fit().events()).isEqualTo(24);
        ModelEntry plain = entry(entries, "contract-plain", "constant-retention");
        assertThat(plain.fit().events()).isEqualTo(24);
        ModelEntry gold = entry(entries, "contract-gold", "none");
        assertThat(gold.fit().role()).isEqualTo("refused");
        assertThat(gold.fit().reason()).contains("None of 20 contracts ended", "valued as all contracts are");
        // All ends are at the first renewal: half of the contracts would never be renewed, and half always.
        assertThat(entry(entries, "contract", "sbg").fit().role()).isEqualTo("refused");
        assertThat(pooled.fit().role()).isEqualTo("champion");
        assertThat(pooled.fit().reason()).contains("no unique finite best fit");
    }

    @Test
    void aNewPriceIsNoNewContractAndAnEndInTheFirstPeriodIsItsFirst() {
        List<ModelEntry> entries = ContractModels.of(TestInputs.asOf("2024-07-01")
                .with(new ContractSettings(1, 1, Optional.empty(), 1))
                .with(DimCustomer.TABLE, "customer_key|is_current|segment_code\n1|true|a\n2|true|a")
                .with(FctSubscription.TABLE, """
                        subscription_id|contract_started_date|customer_key|ended_date|is_last
                        s|2024-01-01|1|2024-03-01|false
                        s|2024-01-01|1||true
                        t|2024-06-01|2|2024-06-05|true
                        u|2024-06-20|2|2024-06-30|true
                        """));

        // Renewals due: six of the first contract, one of the second, which was missed.
        assertThat(entry(entries, "contract", "constant-retention").estimate()).isCloseTo(6 / 7.0, within(1e-12));
    }

    @Test
    void aContractThatPausedEndedThereAndIsYoungAfterThePause() {
        TestInputs night = TestInputs.asOf("2024-07-01")
                .with(DimCustomer.TABLE, "customer_key|is_current|segment_code\n1|true|a")
                .with(FctSubscription.TABLE, """
                        subscription_id|started_date|contract_started_date|customer_key|ended_date|is_last
                        s|2024-01-01|2024-01-01|1|2024-03-01|true
                        s|2024-06-01|2024-06-01|1||true
                        """);

        assertThat(Contracts.tenures(night).get("a"))
                .containsExactlyInAnyOrder(new CountedTenure(0, 2, true, 1), new CountedTenure(0, 1, false, 1));
    }

    /**
     * Of three contracts that began on 10 June one ended: on 1 July its first renewal is not due, and is not missed either. Of an
     * extract of those that ran on 30 April only periods since count: one of the old contract that ended in June, two of the one
     * that began on the last of a month; none of that which ended in a period of which April was not seen.
     */
    @Test
    void aRenewalCountsWhenItIsDueAndItsPeriodWasObserved() {
        TestInputs night = TestInputs.asOf("2024-07-01")
                .with(DimCustomer.TABLE, "customer_key|is_current|segment_code\n1|true|a")
                .with(FctSubscription.TABLE, """
                        subscription_id|contract_started_date|customer_key|ended_date|is_last
                        s|2024-06-10|1|2024-06-20|true
                        t|2024-06-10|1||true
                        u|2024-06-10|1||true
                        v|2023-01-20|1|2024-06-18|true
                        w|2023-01-20|1|2024-02-18|true
                        x|2023-01-20|1|2024-05-10|true
                        y|2023-01-31|1||true
                        """);

        assertThat(Contracts.tenures(night.with(new ContractSettings(1, 1, Optional.empty(), 1)))
                        .get("a"))
                .containsExactlyInAnyOrder(
                        new CountedTenure(0, 0, false, 3),
                        new CountedTenure(0, 17, true, 1),
                        new CountedTenure(0, 13, true, 1),
                        new CountedTenure(0, 16, true, 1),
                        new CountedTenure(0, 17, false, 1));
        assertThat(Contracts.tenures(night.with(new ContractSettings(1, 1, Optional.of(LocalDate.of(2024, 4, 30)), 1)))
                        .get("a"))
                .containsExactlyInAnyOrder(
                        new CountedTenure(0, 0, false, 3),
                        new CountedTenure(16, 17, true, 1),
                        new CountedTenure(15, 17, false, 1));
    }

    /** One in four ends in each month, on any day of it; what had ended three months before is not delivered. */
    @Test
    void contractsThatCameIntoSightWithinAPeriodAreRenewedNoMoreOftenThanOthers() {
        Random random = new Random(5);
        LocalDate since = DATE.minusMonths(3);
        StringBuilder spells =
                new StringBuilder("subscription_id|contract_started_date|customer_key|ended_date|is_last\n");
        for (int contract = 1; contract <= 8000; contract++) {
            LocalDate began = DATE.minusDays(1 + random.nextInt(400));
            LocalDate last = began;
            while (random.nextInt(4) > 0) {
                last = last.plusMonths(1);
            }
            LocalDate ended = last.plusDays(1 + random.nextInt(28));
            if (ended.isAfter(since)) {
                String known = ended.isAfter(DATE) ? "" : ended.toString();
                spells.append(String.format("s%d|%s|1|%s|true%n", contract, began, known));
            }
        }

        List<ModelEntry> entries = ContractModels.of(TestInputs.asOf(DATE.toString())
                .with(new ContractSettings(1, 20, Optional.of(since), 1))
                .with(DimCustomer.TABLE, "customer_key|is_current|segment_code\n1|true|a")
                .with(FctSubscription.TABLE, spells.toString()));

        assertThat(entry(entries, "contract", "constant-retention").estimate()).isCloseTo(.75, within(.015));
    }

    @Test
    void aCompanyWithoutContractsIsToldSo() {
        List<ModelEntry> entries = ContractModels.of(TestInputs.asOf("2024-07-01"));

        assertThat(entries).singleElement().satisfies(none -> {
            assertThat(none.fit().status()).isEqualTo("NO_CONTRACTS");
            assertThat(none.fit().role()).isEqualTo("refused");
        });
    }

    private static ModelEntry entry(List<ModelEntry> entries, String subject, String model) {
        return entries.stream()
                .filter(entry -> entry.fit().subject().equals(subject)
                        && entry.fit().model().equals(model))
                .findFirst()
                .orElseThrow();
    }
}
