package io.linkage.jobs.demo;

import io.linkage.model.linkage.Caution;
import io.linkage.model.linkage.Directions;
import io.linkage.model.linkage.Effect;
import io.linkage.model.linkage.Effects;
import io.linkage.model.linkage.Estimate;
import io.linkage.model.linkage.EuroChain;
import io.linkage.model.linkage.Link;
import io.linkage.model.linkage.Outcome;
import io.linkage.model.linkage.Panel;
import io.linkage.model.linkage.Power;
import io.linkage.model.linkage.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Chains of twenty generated companies, each beside what was planted in it. */
final class PlantedChains {
    static final int SEEDS = 20;
    static final Caution CAUTION = new Caution(5, .9, 399, 42);

    private static final int MONTHS = 3;
    private static final List<String> OUTCOMES = List.of("experience", "leaving", "spend", "value");

    private final TreeMap<String, Count> counts = new TreeMap<>();
    private final List<Directions.Code> directions = new ArrayList<>();

    private PlantedChains() {}

    static PlantedChains of(int customers, int seeds, io.linkage.jobs.demo.Effects effects) {
        PlantedChains all = new PlantedChains();
        for (int seed = 1; seed <= seeds; seed++) {
            all.add(served(customers, seed, effects));
        }
        all.print();
        return all;
    }

    Count count(String link) {
        return counts.get(link);
    }

    long found(Directions.Code... codes) {
        return directions.stream().filter(List.of(codes)::contains).count();
    }

    private void add(ServedCustomers served) {
        Panel panel = served.panel();
        Map<String, Double> planted = planted(panel);
        EuroChain chain = EuroChain.of(panel, ServedCustomers.CHAIN, CAUTION);
        outcomes(chain, served)
                .forEach((link, outcome) -> counts.computeIfAbsent(link, any -> new Count())
                        .add(outcome, planted.get(link), chain.units()));
        directions.add(Directions.of(panel, "engagement", "experience", 1, Effects.UNIT_AND_PERIOD, CAUTION)
                .code());
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
        for (String to : OUTCOMES) {
            truth.put("engagement to " + (to.equals("value") ? "euro" : to), slope(panel, "engagement", to));
        }
        truth.put("engagement to euro, directly", truth.get("engagement to euro"));
        truth.put("experience to leaving", slope(panel, ServedCustomers.PLANTED + "experience", "leaving"));
        truth.put("experience to spend", slope(panel, ServedCustomers.PLANTED + "experience", "spend"));
        return truth;
    }

    private static double slope(Panel panel, String from, String to) {
        return Link.of(panel, from, ServedCustomers.PLANTED + to, 0, Effects.UNIT_AND_PERIOD, CAUTION)
                .effect()
                .map(Effect::value)
                .orElse(0.0);
    }

    private static ServedCustomers served(int customers, int seed, io.linkage.jobs.demo.Effects effects) {
        return new ServedCustomers(
                new World(new DemoPlan(
                        customers, 730, seed, DemoPlan.STANDARD_END, "unused", DemoPlan.Form.PARQUET, effects)),
                MONTHS);
    }

    private void print() {
        counts.forEach((link, count) -> System.out.println(link + ": " + count));
        System.out.println("engagement and experience: " + directions);
    }

    /** Over the companies. */
    static final class Count {
        private int companies;
        private int inside;
        private int seen;
        private int figures;
        private double planted;
        private double found;
        private double error;
        private int units;

        void add(Outcome outcome, double truth, int units) {
            companies++;
            this.units += units;
            planted += truth;
            seen += outcome.verdict().code() == Verdict.Code.SEEN ? 1 : 0;
            outcome.estimate().ifPresent(estimate -> add(estimate, truth));
        }

        private void add(Estimate estimate, double truth) {
            figures++;
            inside += estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
            found += estimate.value();
            error += estimate.error();
        }

        /** Intervals of 90 % that hold what was planted. */
        int inside() {
            return inside;
        }

        /** Claims at the 5 % level. */
        int seen() {
            return seen;
        }

        /** Companies large enough for a figure. */
        int figures() {
            return figures;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d inside, %d seen, %d figures of %d; planted %.5f, found %.5f (%.5f), units %d, needed %.0f",
                    inside,
                    seen,
                    figures,
                    companies,
                    planted / companies,
                    found / figures,
                    error / figures,
                    units / companies,
                    Power.units(planted / companies, error / figures, units / companies));
        }
    }
}
