package io.linkage.model.linkage.spark;

import static io.linkage.table.mart.ServiceProfitChain.DIRECTLY;
import static io.linkage.table.mart.ServiceProfitChain.ENGAGEMENT;
import static io.linkage.table.mart.ServiceProfitChain.EXPERIENCE;
import static io.linkage.table.mart.ServiceProfitChain.LEAVING;
import static io.linkage.table.mart.ServiceProfitChain.SPEND;
import static io.linkage.table.mart.ServiceProfitChain.VALUE;

import io.linkage.model.linkage.EuroChain;
import io.linkage.model.linkage.Outcome;
import io.linkage.model.linkage.Verdict;
import io.linkage.model.linkage.Worth;
import io.linkage.table.mart.ServiceProfitChain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows of the chain that ends in leaving, spend and value, for the units together and in euro for each.
 *
 * @param asOf business date
 * @param chain links of the units together
 * @param months months in which customers are followed
 * @param units what is known of each unit
 * @param stakes worth of the customers of each unit
 */
record EuroRows(LocalDate asOf, EuroChain chain, int months, UnitMonths units, Map<String, Worth> stakes) {
    private static final Verdict WITHHELD = new Verdict(
            Verdict.Code.GROUPS_TOO_SMALL,
            "Engagement of this unit is withheld or not measured, so nothing is said of a change of it.");

    List<ChainRow> rows() {
        Worth worth = Worth.NONE;
        long served = 0;
        Map<String, Long> windows = units.windows(months);
        for (Map.Entry<String, Long> unit : windows.entrySet()) {
            if (units.shows(unit.getKey())) {
                worth = worth.plus(stakes.getOrDefault(unit.getKey(), Worth.NONE));
                served += unit.getValue();
            }
        }
        List<ChainRow> rows = new ArrayList<>(List.of(
                row(EXPERIENCE, DIRECTLY, LEAVING, chain.leavingOfExperience()),
                row(EXPERIENCE, DIRECTLY, SPEND, chain.spendOfExperience()),
                row(ENGAGEMENT, EXPERIENCE, LEAVING, chain.leaving()),
                row(ENGAGEMENT, EXPERIENCE, SPEND, chain.spend()),
                euro(ServiceProfitChain.ALL, EXPERIENCE, DIRECTLY, chain.valueOfExperience(worth), worth, served),
                euro(ServiceProfitChain.ALL, ENGAGEMENT, EXPERIENCE, chain.value(worth), worth, served),
                euro(ServiceProfitChain.ALL, ENGAGEMENT, DIRECTLY, chain.valueDirectly(worth), worth, served)));
        windows.forEach((unit, customers) -> rows.add(ofUnit(unit, customers)));
        return rows;
    }

    private ChainRow ofUnit(String unit, long customers) {
        Worth worth = stakes.getOrDefault(unit, Worth.NONE);
        Outcome outcome = units.shows(unit) ? chain.value(worth) : new Outcome(WITHHELD, Optional.empty());
        return euro(unit, ENGAGEMENT, EXPERIENCE, outcome, worth, customers);
    }

    private ChainRow euro(String unit, String from, String through, Outcome outcome, Worth worth, long served) {
        return row(unit, from, through, VALUE, outcome)
                .figure(
                        ServiceProfitChain.MEAN_CLV_ESTIMATE,
                        Optional.of(worth.mean()).filter(Double::isFinite))
                .totals(outcome, served);
    }

    private ChainRow row(String from, String through, String to, Outcome outcome) {
        return row(ServiceProfitChain.ALL, from, through, to, outcome);
    }

    private ChainRow row(String unit, String from, String through, String to, Outcome outcome) {
        return ChainRow.of(asOf, unit, from, through, to, months)
                .rests(chain.units(), chain.rows(), chain.periods(), outcome.verdict())
                .figure(
                        ServiceProfitChain.RELIABILITY_SHARE,
                        Optional.of(Math.max(0, chain.reliability())).filter(Double::isFinite))
                .shows(outcome);
    }
}
