package io.linkage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.model.churn.Layout;
import io.linkage.model.churn.Leaks;
import io.linkage.model.churn.Observed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A customer attribute of the demo company is written after customers fell silent and dated before it. */
class PlantedLeakTest {
    private static final int CUSTOMERS = 2_000;
    private static final int DAYS = 730;
    private static final int GAP = 7;
    private static final int WINDOW = 90;
    private static final int YEAR = 365;
    private static final int DAY = DAYS - 1 - GAP - WINDOW;
    private static final Layout RECENCY = new Layout(List.of("recency_days"), Set.of("recency_days"));

    @Test
    void theAlarmNamesTheAttributeThatWasDatedBackAndNotTheTimeSinceTheLastPurchase() {
        assertThat(Leaks.of(examples(Effects.STANDARD), RECENCY, .9, 20)).containsOnlyKeys(RetentionCalls.ATTRIBUTE);
    }

    @Test
    void withoutTheEffectThereIsNoLeak() {
        assertThat(Leaks.of(examples(Effects.STANDARD.with(Map.of("calls-dated-back", 0.0))), RECENCY, .9, 20))
                .isEmpty();
    }

    /** Customers who bought in the year up to a day, with what the attribute said then, and whether they left. */
    private static List<Leaks.Example> examples(Effects effects) {
        World world = new World(
                new DemoPlan(CUSTOMERS, DAYS, 1, DemoPlan.STANDARD_END, "demo", DemoPlan.Form.PARQUET, effects));
        List<Leaks.Example> examples = new ArrayList<>();
        for (long customer = 0; customer < CUSTOMERS; customer++) {
            int last = -YEAR;
            boolean left = true;
            for (int day : Life.of(world, customer).days()) {
                last = day <= DAY ? day : last;
                left = left && !(day > DAY + GAP && day <= DAY + GAP + WINDOW);
            }
            if (DAY - last < YEAR) {
                examples.add(new Leaks.Example(new Observed(new double[] {DAY - last}, said(world, customer)), left));
            }
        }
        return examples;
    }

    private static Map<String, String> said(World world, long customer) {
        LocalDate day = world.plan().day(DAY);
        TreeMap<LocalDate, String> said = new TreeMap<>();
        RetentionCalls.TABLE.maker().make(world, customer, row -> said.put((LocalDate) row[1], (String) row[2]));
        Map.Entry<LocalDate, String> known = said.floorEntry(day);
        return known == null ? Map.of() : Map.of(RetentionCalls.ATTRIBUTE, known.getValue());
    }
}
