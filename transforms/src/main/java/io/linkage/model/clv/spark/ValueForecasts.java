package io.linkage.model.clv.spark;

import io.linkage.model.clv.History;
import io.linkage.model.clv.Horizon;
import io.linkage.model.clv.interval.Interval;
import io.linkage.model.clv.interval.Months;
import io.linkage.model.clv.interval.Spread;
import io.linkage.model.clv.interval.ValueForecast;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.concurrent.ConcurrentHashMap;

/** How the values of the champion's customers are distributed: one forecast per group of customers, on the champion's clock. */
final class ValueForecasts implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String NO_GROUP = "";

    private final FittedModel champion;
    private final LocalDate end;
    private final Months months;
    private final ConcurrentHashMap<String, ValueForecast> groups = new ConcurrentHashMap<>();

    /** @param end last day of calibration, from which the horizon runs */
    ValueForecasts(FittedModel champion, Horizon horizon, LocalDate end) {
        this.champion = champion;
        this.end = end;
        this.months = Months.of(horizon, weeks -> champion.clock().weeksAhead(end, weeks));
    }

    /** In how many directions the parameters may move. */
    int directions() {
        return champion.purchases().size() + champion.spend().size();
    }

    Interval interval(String group, long frequency, double recencyWeeks, double ageWeeks, double meanSpend) {
        return of(group).interval(history(frequency, recencyWeeks, ageWeeks), meanSpend);
    }

    Spread spread(String group, long frequency, double recencyWeeks, double ageWeeks, double meanSpend, double value) {
        return of(group).spread(history(frequency, recencyWeeks, ageWeeks), meanSpend, value);
    }

    private ValueForecast of(String group) {
        return groups.computeIfAbsent(
                group == null ? NO_GROUP : group,
                name -> champion.forecast(name.equals(NO_GROUP) ? null : name, months));
    }

    private History history(long frequency, double recencyWeeks, double ageWeeks) {
        return champion.history(frequency, recencyWeeks, ageWeeks, end);
    }
}
