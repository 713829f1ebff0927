package io.linkage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.model.linkage.Caution;
import io.linkage.model.linkage.Effects;
import io.linkage.model.linkage.Estimate;
import io.linkage.model.linkage.EuroChain;
import io.linkage.model.linkage.Link;
import io.linkage.model.linkage.Outcome;
import io.linkage.model.linkage.Panel;
import io.linkage.model.linkage.Verdict;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** From engagement to euro in twenty generated companies: what was planted lies in the intervals, and nothing else is claimed. */
class PlantedChainTest {
    private static final int SEEDS = 20;
    private static final int CUSTOMERS = Integer.getInteger("linkage.chain-customers", 20_000);
    private static final int MONTHS = 3;
    private static final Caution CAUTION = new Caution(5, .9, 399, 42);

    @Test
    void thePlantedLinksAndEuroLieInTheirIntervals() {
        TreeMap<String, Count> counts = new TreeMap<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            ServedCustomers served = served(seed, io.linkage.jobs.demo.Effects.STANDARD);
            Panel panel = served.panel();
            EuroChain chain = EuroChain.of(panel, ServedCustomers.CHAIN, CAUTION);
            Map<String, Outcome> found = outcomes(chain, served);
            planted(panel).forEach((link, truth) -> counts.computeIfAbsent(link, any -> new Count())
                    .add(found.get(link), truth));
        }
        print(counts);

        counts.forEach((link, count) -> assertThat(count.inside).as(link).isGreaterThanOrEqualTo(16));
    }

    private static Map<String, Outcome> outcomes(EuroChain chain, ServedCustomers served) {
        Map<String, Outcome> found = new TreeMap<>();
        found.put("engagement to experience", chain.experience());
        found.put("experience to leaving", chain.leavingOfExperience());
        found.put("experience to spend", chain.spendOfExperience());
        found.put("engagement to leaving", chain.leaving());
        found.put("engagement to spend", chain.spend());
        found.put("engagement to euro", chain.value(served.worth()));
        found.put("engagement to euro, directly", chain.valueDirectly(served.worth()));
        return found;
    }

    /** Slopes of the planted shifts on what the company measures: no chance of customers is in them. */
    private static Map<String, Double> planted(Panel panel) {
        Map<String, Double> truth = new TreeMap<>();
        for (String to : new String[] {"experience", "leaving", "spend", "value"}) {
            String name = to.equals("value") ? "euro" : to;
            truth.put("engagement to " + name, slope(panel, "engagement", to));
        }
        truth.put("engagement to euro, directly", truth.get("engagement to euro"));
        truth.put("experience to leaving", slope(panel, ServedCustomers.PLANTED + "experience", "leaving"));
        truth.put("experience to spend", slope(panel, ServedCustomers.PLANTED + "experience", "spend"));
        return truth;
    }

    private static double slope(Panel panel, String from, String to) {
        return Link.of(panel, from, ServedCustomers.PLANTED + to, 0, Effects.UNIT_AND_PERIOD, CAUTION)
                .effect()
                .orElseThrow()
                .value();
    }

    private static ServedCustomers served(int seed, io.linkage.jobs.demo.Effects effects) {
        return new ServedCustomers(
                new World(new DemoPlan(
                        CUSTOMERS, 730, seed, DemoPlan.STANDARD_END, "unused", DemoPlan.Form.PARQUET, effects)),
                MONTHS);
    }

    private static void print(Map<String, Count> counts) {
        counts.forEach((link, count) -> System.out.printf(
                Locale.ROOT,
                "%-30s inside %2d seen %2d of %d; planted %.5f, found %.5f (%.5f), units needed %.0f%n",
                link,
                count.inside,
                count.seen,
                count.figures,
                count.planted / SEEDS,
                count.found / count.figures,
                count.error / count.figures,
                count.needed / count.figures));
    }

    /** Over the companies. */
    private static final class Count {
        private int inside;
        private int seen;
        private int figures;
        private double planted;
        private double found;
        private double error;
        private double needed;

        void add(Outcome outcome, double truth) {
            planted += truth;
            seen += outcome.verdict().code() == Verdict.Code.SEEN ? 1 : 0;
            outcome.estimate().ifPresent(estimate -> add(estimate, truth));
        }

        private void add(Estimate estimate, double truth) {
            figures++;
            inside += estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
            found += estimate.value();
            error += estimate.error();
            needed += estimate.unitsNeeded();
        }
    }
}
