package io.linkage.model.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What customers cost on average, in the reporting currency. A unit of business is a purchase day, or a period under contract.
 *
 * @param servePerUnit cost to serve; empty where the ledger holds none
 * @param keepPerUnit spend on keeping; empty likewise
 * @param acquisition cost of a new customer by acquisition channel; empty where no such spend is known
 */
public record CostRates(OptionalDouble servePerUnit, OptionalDouble keepPerUnit, Map<String, BigDecimal> acquisition) {
    private static final int CENTS = 2;

    public CostRates {
        acquisition = Map.copyOf(acquisition);
    }

    /**
     * Cost of a new customer of each channel: the spend on the channel, and an equal part of what was spent on no channel, or on
     * one that brought nobody.
     *
     * @param spend by channel; an empty text for that on no channel
     * @param newcomers by channel
     */
    public static Map<String, BigDecimal> perNewcomer(Map<String, BigDecimal> spend, Map<String, Long> newcomers) {
        long all = newcomers.values().stream().mapToLong(Long::longValue).sum();
        BigDecimal shared = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> channel : spend.entrySet()) {
            boolean hasBrought = newcomers.getOrDefault(channel.getKey(), 0L) > 0;
            shared = hasBrought ? shared : shared.add(channel.getValue());
        }
        Map<String, BigDecimal> rates = new TreeMap<>();
        for (Map.Entry<String, Long> channel : newcomers.entrySet()) {
            if (!spend.isEmpty() && channel.getValue() > 0) {
                BigDecimal own = spend.getOrDefault(channel.getKey(), BigDecimal.ZERO);
                double rate = own.doubleValue() / channel.getValue() + shared.doubleValue() / all;
                rates.put(channel.getKey(), BigDecimal.valueOf(rate).setScale(CENTS, RoundingMode.HALF_UP));
            }
        }
        return rates;
    }
}
