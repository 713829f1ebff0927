package io.linkage.table.mart;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** The measures that sales, service and delivery share, for the board's page. */
public final class Steering {
    /** Unit of rows about the whole company. */
    public static final String ALL = "all";

    public static final String REACHED = "reached";
    /** The target lies within the interval. */
    public static final String NEAR = "near";

    public static final String MISSED = "missed";
    public static final String NO_TARGET = "no-target";

    public static final String BETTER = "better";
    public static final String WORSE = "worse";
    public static final String AS_EXPECTED = "as-expected";
    public static final String UNKNOWN = "unknown";

    private static final TableBuilder T = Table.named("mart_steering", Layer.MART)
            .grain("one row per business date, month, unit and measure; the last month of each is the one to come")
            .meaning("Actual, target, previous and forecast of the measures that the board steers by.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field MONTH_DATE = T.key(
            "month_date",
            Domain.DATE,
            INTERNAL,
            "First day of the month: of months that ended, of the business date's for what is a state on that date, and of"
                    + " one to come");
    public static final Field UNIT_SOURCE_ID =
            T.key("unit_source_id", Domain.ID, INTERNAL, "Unit by its source identifier, or all for the company");
    public static final Field MEASURE_CODE =
            T.key("measure_code", SteeringMeasure.codes(), INTERNAL, SteeringMeasure.meanings());
    public static final Field AREA_CODE =
            T.required("area_code", SteeringMeasure.areas(), INTERNAL, "Which part of the organisation looks after it");
    public static final Field UNIT_OF_MEASURE_CODE = T.required(
            "unit_of_measure_code",
            SteeringMeasure.units(),
            INTERNAL,
            "Money in the reporting currency, count, share 0 to 1, points -100 to 100, or ratio");
    public static final Field IS_MORE_BETTER =
            T.required("is_more_better", Domain.FLAG, INTERNAL, "Whether a rise is good");
    public static final Field ACTUAL_ESTIMATE = T.optional(
            "actual_estimate", Domain.ESTIMATE, INTERNAL, "What it was; empty of the month to come and where unknown");
    public static final Field ANSWER_COUNT = T.optional(
            "basis_count", Domain.COUNT, INTERNAL, "Answers, contacts, customers or pieces of feedback it rests on, n");
    public static final Field LOW_ESTIMATE = T.optional(
            "low_estimate", Domain.ESTIMATE, INTERNAL, "Lower end of its 95 % interval, of what is a sample or share");
    public static final Field HIGH_ESTIMATE =
            T.optional("high_estimate", Domain.ESTIMATE, INTERNAL, "Upper end of its 95 % interval");
    public static final Field PREVIOUS_ESTIMATE =
            T.optional("previous_estimate", Domain.ESTIMATE, INTERNAL, "What it was a month before");
    public static final Field YEAR_BEFORE_ESTIMATE =
            T.optional("year_before_estimate", Domain.ESTIMATE, INTERNAL, "What it was twelve months before");
    public static final Field TARGET_ESTIMATE =
            T.optional("target_estimate", Domain.ESTIMATE, INTERNAL, "What the unit aims at for the year");
    public static final Field FORECAST_ESTIMATE = T.optional(
            "forecast_estimate",
            Domain.ESTIMATE,
            INTERNAL,
            "What the months before led to expect: amounts, the same month a year before times the growth of the last three;"
                    + " others, the mean of the last three; empty without these months");
    public static final Field FORECAST_LOW_ESTIMATE = T.optional(
            "forecast_low_estimate",
            Domain.ESTIMATE,
            INTERNAL,
            "Lower end of its 95 % interval, by how far such forecasts were off before; of six forecasts");
    public static final Field FORECAST_HIGH_ESTIMATE = T.optional(
            "forecast_high_estimate", Domain.ESTIMATE, INTERNAL, "Upper end of that interval of the forecast");
    public static final Field FORECAST_ERROR = T.optional(
            "forecast_error", Domain.ESTIMATE, INTERNAL, "Mean absolute error of such forecasts of months before");
    public static final Field NAIVE_ERROR = T.optional(
            "naive_error", Domain.ESTIMATE, INTERNAL, "The same where each month is forecast as the one before");
    public static final Field STATUS_CODE = T.required(
            "status_code",
            Domain.CODE.oneOf(REACHED, NEAR, MISSED, NO_TARGET),
            INTERNAL,
            "Actual beside the target; near: short of it, by less than the interval");
    public static final Field CHANGE_CODE = T.required(
            "change_code",
            Domain.CODE.oneOf(BETTER, WORSE, AS_EXPECTED, UNKNOWN),
            INTERNAL,
            "Actual beside the interval of the forecast; unknown where there is none");

    public static final Table TABLE = T.build();

    private Steering() {}
}
