package io.linkage.model.linkage.spark;

import io.linkage.contract.Field;
import io.linkage.model.linkage.Effect;
import io.linkage.model.linkage.Estimate;
import io.linkage.model.linkage.IndirectEffect;
import io.linkage.model.linkage.Link;
import io.linkage.model.linkage.Outcome;
import io.linkage.model.linkage.Path;
import io.linkage.model.linkage.Verdict;
import io.linkage.table.mart.ServiceProfitChain;
import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** One row of the mart, made up figure by figure; what is not given is not known. */
final class ChainRow {
    private final Map<Field, Object> values = new HashMap<>();

    private ChainRow(LocalDate asOf, String unit) {
        values.put(ServiceProfitChain.AS_OF_DATE, Date.valueOf(asOf));
        values.put(ServiceProfitChain.UNIT_SOURCE_ID, unit);
    }

    /** Of a unit's customers. */
    static ChainRow of(LocalDate asOf, String unit, String from, String through, String to, int lag) {
        return new ChainRow(asOf, unit).link(from, through, to, lag);
    }

    /** Of a link as it stands, under the names and the lag that readers know. */
    static ChainRow of(LocalDate asOf, String from, String to, int lag, Link link) {
        Optional<Effect> effect = link.effect();
        return of(asOf, ServiceProfitChain.ALL, from, ServiceProfitChain.DIRECTLY, to, lag)
                .rests(link.units(), link.rows(), link.periods(), link.verdict())
                .figure(ServiceProfitChain.EFFECT_ESTIMATE, effect.map(Effect::value))
                .figure(ServiceProfitChain.LOW_ESTIMATE, effect.map(Effect::low))
                .figure(ServiceProfitChain.HIGH_ESTIMATE, effect.map(Effect::high))
                .figure(ServiceProfitChain.STANDARD_ERROR, effect.map(Effect::error))
                .figure(ServiceProfitChain.CHANCE_PROBABILITY, effect.map(Effect::chance))
                .figure(ServiceProfitChain.LEAST_VISIBLE_ESTIMATE, effect.map(Effect::leastVisible))
                .count(ServiceProfitChain.NEEDED_UNIT_COUNT, effect.map(Effect::unitsNeeded));
    }

    static ChainRow of(LocalDate asOf, Path path) {
        Optional<IndirectEffect> effect = path.effect();
        return of(asOf, ServiceProfitChain.ALL, path.from(), path.through(), path.to(), path.lag())
                .rests(path.units(), path.rows(), path.periods(), path.verdict())
                .figure(ServiceProfitChain.EFFECT_ESTIMATE, effect.map(IndirectEffect::effect))
                .figure(ServiceProfitChain.LOW_ESTIMATE, effect.map(IndirectEffect::low))
                .figure(ServiceProfitChain.HIGH_ESTIMATE, effect.map(IndirectEffect::high));
    }

    private ChainRow link(String from, String through, String to, int lag) {
        values.put(ServiceProfitChain.CAUSE_CODE, from);
        values.put(ServiceProfitChain.THROUGH_CODE, through);
        values.put(ServiceProfitChain.OUTCOME_CODE, to);
        values.put(ServiceProfitChain.LAG_MONTHS, lag);
        return this;
    }

    /** What it rests on. */
    ChainRow rests(long units, long rows, long months, Verdict verdict) {
        values.put(ServiceProfitChain.UNIT_COUNT, units);
        values.put(ServiceProfitChain.UNIT_MONTH_COUNT, rows);
        values.put(ServiceProfitChain.MONTH_COUNT, months);
        values.put(ServiceProfitChain.VERDICT_CODE, verdict.code().name());
        values.put(ServiceProfitChain.REASON, verdict.reason());
        return this;
    }

    /** What resampled units say. */
    ChainRow shows(Outcome outcome) {
        Optional<Estimate> estimate = outcome.estimate();
        return figure(ServiceProfitChain.EFFECT_ESTIMATE, estimate.map(Estimate::value))
                .figure(ServiceProfitChain.LOW_ESTIMATE, estimate.map(Estimate::low))
                .figure(ServiceProfitChain.HIGH_ESTIMATE, estimate.map(Estimate::high))
                .figure(ServiceProfitChain.WIDE_LOW_ESTIMATE, estimate.map(Estimate::lowest))
                .figure(ServiceProfitChain.WIDE_HIGH_ESTIMATE, estimate.map(Estimate::highest))
                .figure(ServiceProfitChain.STANDARD_ERROR, estimate.map(Estimate::error))
                .count(ServiceProfitChain.NEEDED_UNIT_COUNT, estimate.map(Estimate::unitsNeeded));
    }

    /** What it comes to for customers in so many windows, none of which overlaps another of the customer. */
    ChainRow totals(Outcome outcome, long windows) {
        Optional<Estimate> total = outcome.estimate().map(estimate -> estimate.times(windows));
        values.put(ServiceProfitChain.CUSTOMER_WINDOW_COUNT, windows);
        return figure(ServiceProfitChain.TOTAL_ESTIMATE, total.map(Estimate::value))
                .figure(ServiceProfitChain.TOTAL_LOW_ESTIMATE, total.map(Estimate::low))
                .figure(ServiceProfitChain.TOTAL_HIGH_ESTIMATE, total.map(Estimate::high))
                .figure(ServiceProfitChain.TOTAL_WIDE_LOW_ESTIMATE, total.map(Estimate::lowest))
                .figure(ServiceProfitChain.TOTAL_WIDE_HIGH_ESTIMATE, total.map(Estimate::highest));
    }

    /** A figure, or none where there is no effect, an end has no limit, or no number of units would do. */
    ChainRow figure(Field field, Optional<Double> value) {
        value.filter(number -> Math.abs(number) < Long.MAX_VALUE).ifPresent(number -> values.put(field, number));
        return this;
    }

    /** A number of units, or none where no number would do. */
    private ChainRow count(Field field, Optional<Double> value) {
        value.filter(number -> Math.abs(number) < Long.MAX_VALUE)
                .ifPresent(number -> values.put(field, Math.round(number)));
        return this;
    }

    /** In the order of the contract. */
    Row row() {
        return RowFactory.create(
                ServiceProfitChain.TABLE.fields().stream().map(values::get).toArray());
    }
}
