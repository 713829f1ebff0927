package io.linkage.table.mart;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.table.ops.Model;

/** How well each model told what then happened, beside the naive forecast. */
public final class ModelQuality {
    /** Customers on the latest date whose outcome is known; the model saw earlier dates only. */
    public static final String OUT_OF_TIME = "out-of-time";
    /** Customers of whom the model saw no date. */
    public static final String CUSTOMER_OUT = "customer-out";
    /** Each part of the customers, forecast by a model of the other parts. */
    public static final String REPEATED_SPLIT = "repeated-split";
    /** What happened after the last day that calibrated the model. */
    public static final String HOLDOUT = "holdout";

    /** What an earlier night forecast, against what happened since. */
    public static final String NIGHT = "night";

    /** Customers of tonight beside those from whom the model learned. */
    public static final String DRIFT = "drift";
    /** Part of a metric of all rows and features together. */
    public static final String ALL = "all";

    /** Answers of a survey, from which the rule under test does not learn. */
    public static final String SURVEY = "survey";

    private static final TableBuilder T = Table.named("mart_model_quality", Layer.MART)
            .grain("one row per business date, night that forecast, subject, model, slice, part and metric")
            .meaning("Discrimination and calibration of each model on rows it did not learn from, with intervals.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field FORECAST_DATE =
            T.key("forecast_date", Domain.DATE, INTERNAL, "Business date of the night whose model is tested");
    public static final Field SUBJECT_CODE =
            T.key("subject_code", Domain.CODE, INTERNAL, "What is modelled, as in ops_model, or wallet");
    public static final Field MODEL_CODE = T.key("model_code", Domain.CODE, INTERNAL, "Model or baseline");
    public static final Field SLICE_CODE = T.key(
            "slice_code",
            Domain.CODE.oneOf(OUT_OF_TIME, CUSTOMER_OUT, REPEATED_SPLIT, HOLDOUT, SURVEY, NIGHT, DRIFT),
            INTERNAL,
            "On which rows it was tested: out of time, customers left out, repeated split, holdout, survey;"
                    + " night: what an earlier night forecast; drift: tonight beside the days that taught");
    public static final Field PART_CODE = T.key(
            "part_code",
            Domain.CODE,
            INTERNAL,
            "Feature, score, or tenth of the forecasts from decile-01, the lowest, to decile-10; all where it is about"
                    + " all rows");
    public static final Field METRIC_CODE =
            T.key("metric_code", QualityMetric.codes(), INTERNAL, QualityMetric.meanings());
    public static final Field ROLE_CODE = T.required(
            "role_code",
            Domain.CODE.oneOf(Model.CHAMPION, Model.CHALLENGER, Model.REFUSED, Model.BASELINE),
            INTERNAL,
            "Whether the model scores, was outdone, was refused, or is a baseline");
    public static final Field EXAMPLE_COUNT =
            T.required("example_count", Domain.COUNT, INTERNAL, "Forecasts that were held against what happened, n");
    public static final Field EVENT_COUNT =
            T.optional("event_count", Domain.COUNT, INTERNAL, "Those that left; empty where no event is forecast");
    public static final Field METRIC_ESTIMATE =
            T.required("metric_estimate", Domain.ESTIMATE, INTERNAL, "Value of the metric on the slice");
    public static final Field STANDARD_ERROR =
            T.optional("standard_error", Domain.ESTIMATE, INTERNAL, "Of the metric; empty where none is known");
    public static final Field LOW_ESTIMATE =
            T.optional("low_estimate", Domain.ESTIMATE, INTERNAL, "Lower end of the 95 % interval");
    public static final Field HIGH_ESTIMATE =
            T.optional("high_estimate", Domain.ESTIMATE, INTERNAL, "Upper end of the 95 % interval");
    public static final Field BASELINE_MODEL_CODE = T.optional(
            "baseline_model_code",
            Domain.CODE,
            INTERNAL,
            "Naive forecast that the metric is held against; of drift: what chance passes once in twenty times");
    public static final Field BASELINE_ESTIMATE = T.optional(
            "baseline_estimate", Domain.ESTIMATE, INTERNAL, "The same metric of the naive forecast on the same rows");

    public static final Table TABLE = T.build();

    private ModelQuality() {}
}
