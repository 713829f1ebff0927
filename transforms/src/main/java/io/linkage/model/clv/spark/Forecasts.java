package io.linkage.model.clv.spark;

import io.linkage.model.clv.ClvModel;
import io.linkage.model.clv.Horizon;
import io.linkage.model.clv.PurchaseModel;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;

/**
 * Forecasts of single customers. What one who is alive will buy depends on group, frequency and age alone, so it is computed once
 * for each of these that a process meets; recency adds only the chance of being alive.
 */
final class Forecasts implements Serializable {
    private static final long serialVersionUID = 1L;

    private final FittedModel champion;
    private final Horizon horizon;
    private final LocalDate end;
    private final ConcurrentHashMap<Living, Outlook> outlooks = new ConcurrentHashMap<>();

    /** @param end last day of calibration, from which the horizon runs */
    Forecasts(FittedModel champion, Horizon horizon, LocalDate end) {
        this.champion = champion;
        this.horizon = horizon;
        this.end = end;
    }

    private record Living(String group, long frequency, long ageDays) implements Serializable {
        private static final long GOLDEN = 0x9E3779B97F4A7C15L;

        /** Frequencies and ages are small and many: what a record does by itself gives hundreds of them the same. */
        @Override
        public int hashCode() {
            long mixed = (frequency * GOLDEN + ageDays) * GOLDEN;
            return (int) (mixed >>> Integer.SIZE) ^ (group == null ? 0 : group.hashCode());
        }

        /** Written out: that of a record is put together while it runs, and asked once per customer. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Living living
                    && frequency == living.frequency
                    && ageDays == living.ageDays
                    && Objects.equals(group, living.group);
        }
    }

    /** Purchases within the horizon, the same discounted, and those of the whole life discounted, NaN without a sum. */
    private record Outlook(PurchaseModel model, double purchases, double discounted, double lifetime)
            implements Serializable {}

    /**
     * What one customer is expected to do.
     *
     * @param aliveProbability chance of still buying
     * @param purchases purchase days within the horizon
     * @param discountedPurchases the same, discounted
     * @param lifetimePurchases all to come, discounted; NaN where they have no finite sum
     */
    record Forecast(double aliveProbability, double purchases, double discountedPurchases, double lifetimePurchases) {}

    Forecast of(String group, long frequency, double recencyWeeks, double ageWeeks) {
        long ageDays = Math.round(ageWeeks * 7);
        Outlook outlook = outlook(group, frequency, ageDays);
        double alive = outlook.model().probabilityAlive(champion.history(frequency, recencyWeeks, ageWeeks, end));
        return new Forecast(
                alive, alive * outlook.purchases(), alive * outlook.discounted(), alive * outlook.lifetime());
    }

    private Outlook outlook(String group, long frequency, long ageDays) {
        Living living = new Living(group, frequency, ageDays);
        Outlook known = outlooks.get(living);
        // Most are known: to ask for them takes no lock.
        return known != null ? known : outlooks.computeIfAbsent(living, this::outlook);
    }

    private Outlook outlook(Living living) {
        ClvModel model = champion.ofGroup(living.group());
        PurchaseModel purchases = model.purchases();
        double age = champion.clock().history(0, 0, living.ageDays(), end).age();
        DoubleUnaryOperator expected = weeks -> purchases.purchasesIfAlive(
                living.frequency(), age, champion.clock().weeksAhead(end, weeks));
        double force = horizon.weeklyForce();
        return new Outlook(
                purchases,
                expected.applyAsDouble(horizon.weeks()),
                horizon.discounted(expected),
                purchases.hasLifetime(force) ? purchases.lifetimeIfAlive(living.frequency(), age, force) : Double.NaN);
    }
}
