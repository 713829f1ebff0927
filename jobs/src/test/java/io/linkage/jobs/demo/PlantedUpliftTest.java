package io.linkage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.model.uplift.Cell;
import io.linkage.model.uplift.Counts;
import io.linkage.model.uplift.Qini;
import io.linkage.model.uplift.Ranked;
import io.linkage.model.uplift.Totals;
import io.linkage.model.uplift.UpliftFit;
import io.linkage.model.uplift.UpliftModel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What campaigns of a generated company change is found: by segment, and in whom is contacted first. */
class PlantedUpliftTest {
    private static final int CUSTOMERS = 60_000;

    private final World world = new World(
            new DemoPlan(CUSTOMERS, 730, 1, DemoPlan.STANDARD_END, "unused", DemoPlan.Form.PARQUET, Effects.STANDARD));

    @Test
    void theOrderWinsNearlyAsMuchAsOneThatKnowsTheTruth() {
        List<Cell> cells = cells();
        UpliftFit fit = UpliftFit.of(cells, 20, 0.001);
        fit.groups().forEach((segment, totals) -> {
            double planted = Effects.STANDARD.uplift(segment);
            System.out.printf(
                    "%s: planted %.3f, measured %.4f (%.4f) of %d%n",
                    segment, planted, totals.effect(), totals.error(), totals.contacts());
            assertThat(Math.abs(totals.effect() - planted)).isLessThan(1.96 * totals.error());
        });

        UpliftModel.Scorer scorer = fit.champion().orElseThrow().scorer();
        double ours = expected(cells, cell -> scorer.of(cell.values()).uplift());
        double truth = expected(cells, cell -> Effects.STANDARD.uplift(cell.group()));
        System.out.printf("%s Qini %.5f of %.5f: %.3f%n", fit.reason(), ours, truth, ours / truth);
        assertThat(fit.groups()).hasSize(3);
        assertThat(ours / truth).isGreaterThanOrEqualTo(.9);
    }

    /** Qini coefficient where the chances themselves, not their draws, say who responds. */
    private static double expected(List<Cell> cells, ToDoubleFunction<Cell> score) {
        double held = CampaignContacts.RESPONSE_SHARE;
        return Qini.of(cells.stream()
                        .map(cell -> new Ranked(
                                score.applyAsDouble(cell),
                                chances(cell.treated(), held + Effects.STANDARD.uplift(cell.group())),
                                chances(cell.control(), held)))
                        .toList())
                .coefficient();
    }

    private static Counts chances(Counts arm, double chance) {
        return new Counts(arm.contacts(), 0, arm.weight(), arm.squared(), arm.weight() * chance);
    }

    /** All campaigns as those of one goal; what a customer did before says nothing of the uplift. */
    private List<Cell> cells() {
        Map<String, Cell> cells = new HashMap<>();
        for (long customer = 0; customer < CUSTOMERS; customer++) {
            String segment = Customers.segment(world, customer);
            Life life = world.life(customer);
            int part = (int) (customer % 5);
            CampaignContacts.TABLE.maker().make(world, customer, values -> take(cells, values, segment, life, part));
        }
        return new ArrayList<>(new TreeMap<>(cells).values());
    }

    private void take(Map<String, Cell> cells, Object[] values, String segment, Life life, int part) {
        if (((String) values[0]).startsWith("CMP-X")) {
            return;
        }
        LocalDate contact = ((Instant) values[2]).atZone(ZoneOffset.UTC).toLocalDate();
        int day = (int) ChronoUnit.DAYS.between(world.plan().start(), contact);
        int orders = 0;
        while (orders < life.orders() && life.days()[orders] < day) {
            orders++;
        }
        int recency = orders == 0 ? 0 : level(day - life.days()[orders - 1] + 1);
        int frequency = level(orders);
        boolean treated = values[3].equals("treated");
        Counts one = Counts.of(1, (Boolean) values[6] ? 1 : 0);
        Map<String, Double> known =
                Map.of("segment=" + segment, 1.0, "recency", (double) recency, "frequency", (double) frequency);
        cells.merge(
                segment + "|" + recency + "|" + frequency + "|" + part,
                new Cell(part, segment, known, treated ? one : Counts.NONE, treated ? Counts.NONE : one),
                (cell, more) -> {
                    Totals sum = Totals.of(List.of(cell, more));
                    return new Cell(part, segment, known, sum.treated(), sum.control());
                });
    }

    private static int level(int number) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(number);
    }
}
