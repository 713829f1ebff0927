package io.linkage.model.linkage.spark;

import io.linkage.column.Days;
import io.linkage.contract.Field;
import io.linkage.model.linkage.Effect;
import io.linkage.model.linkage.Estimate;
import io.linkage.model.linkage.IndirectEffect;
import io.linkage.model.linkage.Link;
import io.linkage.model.linkage.Outcome;
import io.linkage.model.linkage.Path;
import io.linkage.model.linkage.Verdict;
import io.linkage.table.mart.ServiceProfitChain;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;

/** One row of the mart, made up figure by figure; what is not given is not known. */
final class ChainRow {
    private final Map<Field, Column> values = new HashMap<>();

    private ChainRow(LocalDate asOf, String unit) {
        values.put(ServiceProfitChain.AS_OF_DATE, ServiceProfitChain.AS_OF_DATE.is(Days.day(asOf)));
        values.put(ServiceProfitChain.UNIT_SOURCE_ID, ServiceProfitChain.UNIT_SOURCE_ID.is(unit));
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
                .figure(ServiceProfitChain.NEEDED_UNIT_COUNT, effect.map(Effect::unitsNeeded));
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
        values.put(ServiceProfitChain.CAUSE_CODE, ServiceProfitChain.CAUSE_CODE.is(from));
        values.put(ServiceProfitChain.THROUGH_CODE, ServiceProfitChain.THROUGH_CODE.is(through));
        values.put(ServiceProfitChain.OUTCOME_CODE, ServiceProfitChain.OUTCOME_CODE.is(to));
        values.put(ServiceProfitChain.LAG_MONTHS, ServiceProfitChain.LAG_MONTHS.is(lag));
        return this;
    }

    /** What it rests on. */
    ChainRow rests(long units, long rows, long months, Verdict verdict) {
        values.put(ServiceProfitChain.UNIT_COUNT, ServiceProfitChain.UNIT_COUNT.is(units));
        values.put(ServiceProfitChain.UNIT_MONTH_COUNT, ServiceProfitChain.UNIT_MONTH_COUNT.is(rows));
        values.put(ServiceProfitChain.MONTH_COUNT, ServiceProfitChain.MONTH_COUNT.is(months));
        values.put(
                ServiceProfitChain.VERDICT_CODE,
                ServiceProfitChain.VERDICT_CODE.is(verdict.code().name()));
        values.put(ServiceProfitChain.REASON, ServiceProfitChain.REASON.is(verdict.reason()));
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
                .figure(ServiceProfitChain.NEEDED_UNIT_COUNT, estimate.map(Estimate::unitsNeeded));
    }

    /** What it comes to for so many customers, month by month. */
    ChainRow totals(Outcome outcome, long customerMonths) {
        Optional<Estimate> total = outcome.estimate().map(estimate -> estimate.times(customerMonths));
        values.put(ServiceProfitChain.CUSTOMER_MONTH_COUNT, ServiceProfitChain.CUSTOMER_MONTH_COUNT.is(customerMonths));
        return figure(ServiceProfitChain.TOTAL_ESTIMATE, total.map(Estimate::value))
                .figure(ServiceProfitChain.TOTAL_LOW_ESTIMATE, total.map(Estimate::low))
                .figure(ServiceProfitChain.TOTAL_HIGH_ESTIMATE, total.map(Estimate::high))
                .figure(ServiceProfitChain.TOTAL_WIDE_LOW_ESTIMATE, total.map(Estimate::lowest))
                .figure(ServiceProfitChain.TOTAL_WIDE_HIGH_ESTIMATE, total.map(Estimate::highest));
    }

    /** A figure, or none where there is no effect, an end has no limit, or no number of units would do. */
    ChainRow figure(Field field, Optional<Double> value) {
        value.filter(number -> Math.abs(number) < Long.MAX_VALUE)
                .ifPresent(number -> values.put(field, field.is(number)));
        return this;
    }

    List<Column> columns() {
        return ServiceProfitChain.TABLE.fields().stream()
                .map(field -> values.getOrDefault(field, field.unknown()))
                .toList();
    }
}
