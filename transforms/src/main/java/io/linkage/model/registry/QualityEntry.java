package io.linkage.model.registry;

import static org.apache.spark.sql.functions.lit;

import io.linkage.column.Days;
import io.linkage.column.Finite;
import io.linkage.model.quality.Metric;
import io.linkage.table.mart.ModelQuality;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;

/**
 * One metric of one model on one slice, as {@code mart_model_quality} holds it; NaN and negative counts are no value.
 *
 * @param test what was tested on what
 * @param metric its value and interval
 * @param baseline the naive model and the same metric of it; empty for a baseline
 */
public record QualityEntry(Test test, Metric metric, Optional<Baseline> baseline) {

    /**
     * A model on a slice.
     *
     * @param subject what is modelled
     * @param model its name
     * @param role champion, challenger, refused or baseline
     * @param slice rows that test it
     * @param examples how many they are
     * @param events those of them that left; negative where no event is forecast
     * @param night whose model is tested; empty: the night that tests it
     * @param part feature or tenth that it is about; all
     */
    public record Test(
            String subject,
            String model,
            String role,
            String slice,
            long examples,
            long events,
            Optional<LocalDate> night,
            String part) {

        /** Of all rows. */
        public Test(
                String subject,
                String model,
                String role,
                String slice,
                long examples,
                long events,
                Optional<LocalDate> night) {
            this(subject, model, role, slice, examples, events, night, ModelQuality.ALL);
        }

        /** Of a model of the night itself. */
        public Test(String subject, String model, String role, String slice, long examples, long events) {
            this(subject, model, role, slice, examples, events, Optional.empty());
        }
    }

    /** A metric of a naive model. */
    public record Baseline(String model, double estimate) {}

    /** Whether there is a value to show. */
    public boolean known() {
        return Double.isFinite(metric.estimate());
    }

    /** The row of a night. */
    public List<Column> row(LocalDate asOf) {
        return List.of(
                ModelQuality.AS_OF_DATE.is(Days.day(asOf)),
                ModelQuality.FORECAST_DATE.is(Days.day(test.night().orElse(asOf))),
                ModelQuality.SUBJECT_CODE.is(test.subject()),
                ModelQuality.MODEL_CODE.is(test.model()),
                ModelQuality.SLICE_CODE.is(test.slice()),
                ModelQuality.PART_CODE.is(test.part()),
                ModelQuality.METRIC_CODE.is(metric.code()),
                ModelQuality.ROLE_CODE.is(test.role()),
                ModelQuality.EXAMPLE_COUNT.is(test.examples()),
                ModelQuality.EVENT_COUNT.is(Finite.countOrEmpty(test.events())),
                ModelQuality.METRIC_ESTIMATE.is(Finite.orEmpty(metric.estimate())),
                ModelQuality.STANDARD_ERROR.is(Finite.orEmpty(metric.error())),
                ModelQuality.LOW_ESTIMATE.is(Finite.orEmpty(metric.low())),
                ModelQuality.HIGH_ESTIMATE.is(Finite.orEmpty(metric.high())),
                ModelQuality.BASELINE_MODEL_CODE.is(
                        baseline.map(naive -> lit(naive.model())).orElse(lit(null))),
                ModelQuality.BASELINE_ESTIMATE.is(
                        Finite.orEmpty(baseline.map(Baseline::estimate).orElse(Double.NaN))));
    }
}
