package io.linkage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkage.jobs.Stop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each effect is there when planted and not there when set to zero, told by means and their standard errors. */
class EffectsTest {
    private static final int CUSTOMERS = 10_000;
    private static final int DAYS = 730;
    private static final int YEAR = 365;

    /** Mean of one group less that of another, in its standard errors. */
    private static final class Difference {
        private final double[] sums = new double[2];
        private final double[] squares = new double[2];
        private final long[] counts = new long[2];

        void add(boolean group, double value) {
            int at = group ? 1 : 0;
            sums[at] += value;
            squares[at] += value * value;
            counts[at]++;
        }

        double size() {
            return mean(1) - mean(0);
        }

        double inStandardErrors() {
            return size() / Math.sqrt(variance(0) / counts[0] + variance(1) / counts[1]);
        }

        private double mean(int at) {
            return sums[at] / counts[at];
        }

        private double variance(int at) {
            return squares[at] / counts[at] - mean(at) * mean(at);
        }
    }

    @Test
    void anUnsolvedContactMakesLeavingLikelier() {
        assertThat(leaving(Effects.STANDARD).inStandardErrors()).isGreaterThan(4);
        assertThat(leaving(Effects.NONE).inStandardErrors()).isBetween(-3.0, 3.0);
    }

    /** Of orders a year before the end, whether another one followed. */
    private static Difference leaving(Effects effects) {
        World world = world(effects);
        Difference last = new Difference();
        for (long customer = 0; customer < CUSTOMERS; customer++) {
            Life life = Life.of(world, customer);
            for (int order = 0; order < life.orders() && life.days()[order] < DAYS - YEAR; order++) {
                Contacts.Contact contact = Contacts.after(world, customer, order, life.days()[order]);
                last.add(contact != null && !contact.solved(), order == life.orders() - 1 ? 1 : 0);
            }
        }
        return last;
    }

    @Test
    void theOrderAfterAnUnsolvedContactIsWorthLess() {
        Difference with = worth(Effects.STANDARD);
        assertThat(with.inStandardErrors()).isLessThan(-4);
        assertThat(with.size()).isBetween(-0.12, -0.04);
        assertThat(worth(Effects.NONE).inStandardErrors()).isBetween(-3.0, 3.0);
    }

    private static Difference worth(Effects effects) {
        World world = world(effects);
        Difference worth = new Difference();
        for (long customer = 0; customer < CUSTOMERS; customer++) {
            Life life = Life.of(world, customer);
            for (int order = 1; order < life.orders(); order++) {
                int[] days = life.days();
                Contacts.Contact contact = Contacts.after(world, customer, order - 1, days[order - 1]);
                boolean unsolved = contact != null && !contact.solved() && contact.day() <= days[order];
                worth.add(unsolved, life.cents()[order] / 100.0 / life.orderMean());
            }
        }
        return worth;
    }

    @Test
    void engagedUnitsSolveMoreAndAreRecommendedMore() {
        Effects noneButSolved = Effects.NONE.with(Map.of("engagement-on-solved", 0.25));
        assertThat(recommended(Effects.STANDARD).inStandardErrors()).isGreaterThan(4);
        assertThat(recommended(Effects.STANDARD.with(Map.of("engagement-on-nps", 0.0, "unsolved-on-nps", 0.0)))
                        .inStandardErrors())
                .isBetween(-3.0, 3.0);
        assertThat(solved(noneButSolved).inStandardErrors()).isGreaterThan(4);
        assertThat(solved(Effects.NONE).inStandardErrors()).isBetween(-3.0, 3.0);
    }

    private static Difference recommended(Effects effects) {
        World world = world(effects);
        return byEngagement(
                world,
                (customer, contact) -> Question.afterContact(
                                world, contact, 0, world.draws("test", customer, contact.order()))
                        .get(0)
                        .answer());
    }

    private static Difference solved(Effects effects) {
        return byEngagement(world(effects), (customer, contact) -> contact.solved() ? 1 : 0);
    }

    private interface Measure {
        double of(long customer, Contacts.Contact contact);
    }

    private static Difference byEngagement(World world, Measure measure) {
        Difference difference = new Difference();
        for (long customer = 0; customer < CUSTOMERS; customer++) {
            for (Contacts.Contact contact : Contacts.of(world, customer, Life.of(world, customer))) {
                int wave = world.staff().waveAt(contact.day());
                double engagement = world.staff().engagement(contact.unit().index(), wave);
                difference.add(engagement > Staff.ENGAGEMENT_MEAN, measure.of(customer, contact));
            }
        }
        return difference;
    }

    @Test
    void moreIsBoughtInWinter() {
        assertThat(winterAgainstItsNeighbours(Effects.STANDARD)).isGreaterThan(1.05);
        assertThat(winterAgainstItsNeighbours(Effects.NONE)).isBetween(0.96, 1.04);
    }

    /** Repeat purchases of November to January against the quarters before and after, because the base grows. */
    private static double winterAgainstItsNeighbours(Effects effects) {
        World world = world(effects);
        long[] counts = new long[13];
        for (long customer = 0; customer < CUSTOMERS; customer++) {
            Life life = Life.of(world, customer);
            for (int order = 1; order < life.orders(); order++) {
                counts[world.plan().day(life.days()[order]).getMonthValue()]++;
            }
        }
        double winter = counts[11] + counts[12] + counts[1];
        double before = counts[8] + counts[9] + counts[10];
        double after = counts[2] + counts[3] + counts[4];
        return winter / ((before + after) / 2);
    }

    @Test
    void anEffectThatIsNotThereOrOutOfBoundsIsRefusedByName() {
        assertThatThrownBy(() -> Effects.STANDARD.with(Map.of("engagement-on-rain", 1.0, "price-rise", 9.0)))
                .isInstanceOf(Stop.class)
                .hasMessageContaining("engagement-on-rain is not one of engagement-on-nps")
                .hasMessageContaining("price-rise must be -0.5 to 0.5 but is 9.0");
        assertThat(Effects.NONE.values().values()).containsOnly(0.0);
        assertThat(Effects.STANDARD.with(Map.of("price-rise", 0.0)).priceRise()).isZero();
    }

    @Test
    void thePageOfTheDemoNamesEveryEffect() throws IOException {
        Map<String, String> meanings = Effects.meanings();
        String rows = Effects.STANDARD.values().entrySet().stream()
                .map(effect -> "| `" + effect.getKey() + "` | " + effect.getValue() + " | "
                        + meanings.get(effect.getKey()) + " |\n")
                .collect(Collectors.joining());

        assertThat(Files.readString(Path.of("..", "docs", "demo.md")))
                .as("docs/demo.md is stale. Give its table of effects these rows:%n%s", rows)
                .contains(rows);
    }

    private static World world(Effects effects) {
        return new World(
                new DemoPlan(CUSTOMERS, DAYS, 5, DemoPlan.STANDARD_END, "unused", DemoPlan.Form.PARQUET, effects));
    }
}
