package io.linkage.model.clv.backtest;

import java.time.LocalDate;
import java.util.List;

/**
 * What a model fitted on a past day forecast, and what came.
 *
 * @param date last day that the model saw
 * @param weeks after it that were forecast
 * @param model purchase model that was chosen; none where the data carried none
 * @param reason verdict of the guards in words
 * @param asKnown whether only what a night of that day or before had loaded was seen; else all that had happened by then
 * @param forecasts of the model and of the naive rules; none without a model
 * @param curve repeat purchases by week
 */
public record PastForecast(
        LocalDate date,
        int weeks,
        String model,
        String reason,
        boolean asKnown,
        List<Forecast> forecasts,
        List<Week> curve) {
    /** Name where no model could be fitted. */
    public static final String NONE = "none";

    public PastForecast {
        forecasts = List.copyOf(forecasts);
        curve = List.copyOf(curve);
    }

    /** Whether there is anything to hold against what came. */
    public boolean made() {
        return !forecasts.isEmpty();
    }

    /** The forecast of a measure by a model or rule; null where the data do not reach back for it. */
    public Forecast of(String name, String measure) {
        return forecasts.stream()
                .filter(forecast ->
                        forecast.model().equals(name) && forecast.measure().equals(measure))
                .findFirst()
                .orElse(null);
    }
}
