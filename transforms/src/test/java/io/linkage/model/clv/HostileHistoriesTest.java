package io.linkage.model.clv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A million random histories under random parameters, far beyond what data give; every fifth is forecast too. */
class HostileHistoriesTest {
    private static final long HISTORIES = 1_000_000;
    private static final long[] FREQUENCIES = {0, 1, 2, 5, 33, 319, 500, 20_000};

    @Test
    void noneOfAMillionHistoriesGivesWhatIsNoNumber() {
        long faults = LongStream.range(0, HISTORIES)
                .parallel()
                .filter(i -> !isSound(new SplittableRandom(i)))
                .count();
        assertThat(faults).isZero();
    }

    private static boolean isSound(SplittableRandom random) {
        PurchaseFamily family = PurchaseFamily.values()[random.nextInt(4)];
        PurchaseModel model = family.model(
                random.doubles(family.names().size(), -12, 12).map(Math::exp).toArray());
        long frequency = FREQUENCIES[random.nextInt(FREQUENCIES.length)];
        double age = random.nextInt(4) == 0 ? 0 : Math.exp(random.nextDouble(-7, 7));
        double part = random.nextInt(3) == 0 ? random.nextDouble() : random.nextInt(2);
        History history = new History(frequency, frequency == 0 ? 0 : age * part, age);
        double alive = model.probabilityAlive(history);
        return Double.isFinite(model.logLikelihood(history))
                && alive >= 0
                && alive <= 1
                && finite(model.gradient(history))
                && (random.nextInt(5) > 0 || isSoundForWeeks(model, frequency, age, random))
                && (random.nextInt(200) > 0 || isSoundForLife(model, frequency, age, random));
    }

    private static boolean isSoundForWeeks(PurchaseModel model, long frequency, double age, SplittableRandom random) {
        double purchases = model.purchasesIfAlive(frequency, age, Math.exp(random.nextDouble(-7, 7)));
        return purchases >= 0 && Double.isFinite(purchases);
    }

    private static boolean isSoundForLife(PurchaseModel model, long frequency, double age, SplittableRandom random) {
        double life = model.lifetimeIfAlive(frequency, age, Math.exp(random.nextDouble(-10, 0)));
        return life > 0 && Double.isFinite(life);
    }

    private static boolean finite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
