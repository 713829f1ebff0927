package io.linkage.table.mart;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** The service-profit chain: what goes with a point more engagement or experience, and whether these data show it. */
public final class ServiceProfitChain {
    public static final String ENGAGEMENT = "engagement";
    public static final String EXPERIENCE = "experience";
    public static final String MARGIN = "margin";
    public static final String LEAVING = "leaving";
    public static final String SPEND = "spend";
    public static final String VALUE = "value";
    public static final String DIRECTLY = "none";
    /** Verdict of a link that differs from 0 at the 5 % level. */
    public static final String SEEN = "SEEN";
    /** Stands for the units together. */
    public static final String ALL = "all";

    private static final TableBuilder T = Table.named("mart_service_profit_chain", Layer.MART)
            .grain("one row per business date, unit (or all), cause, outcome, link between them and months of lag")
            .meaning(
                    "Associations within units, over months, with intervals by unit and in euro; a reason where none.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field UNIT_SOURCE_ID = T.key(
            "unit_source_id",
            Domain.ID,
            INTERNAL,
            "Unit whose customers the euro are of, by its source identifier; all for the units together");
    public static final Field CAUSE_CODE = T.key(
            "cause_code",
            Domain.CODE.oneOf(ENGAGEMENT, EXPERIENCE, MARGIN, LEAVING, SPEND),
            INTERNAL,
            "Engagement: 0 to 100; experience: NPS, -100 to 100; margin: a customer and month, reporting currency");
    public static final Field OUTCOME_CODE = T.key(
            "outcome_code",
            Domain.CODE.oneOf(ENGAGEMENT, EXPERIENCE, MARGIN, LEAVING, SPEND, VALUE),
            INTERNAL,
            "What follows; leaving: share who stay away for the months of lag; spend: margin in them of one who stays;"
                    + " value: change of lifetime value of a customer served");
    public static final Field THROUGH_CODE = T.key(
            "through_code",
            Domain.CODE.oneOf(DIRECTLY, EXPERIENCE),
            INTERNAL,
            "Figure that the effect goes through; none for a link as it stands");
    public static final Field LAG_MONTHS = T.key(
            "lag_months",
            Domain.NUMBER,
            INTERNAL,
            "Months of each link from cause to outcome, 0 within a month; of leaving, spend and value those in which customers are followed");
    public static final Field UNIT_COUNT = T.required("unit_count", Domain.COUNT, INTERNAL, "Units it rests on");
    public static final Field UNIT_MONTH_COUNT =
            T.required("unit_month_count", Domain.COUNT, INTERNAL, "Units times months");
    public static final Field MONTH_COUNT =
            T.required("month_count", Domain.COUNT, INTERNAL, "Months of the outcome that it rests on");
    public static final Field VERDICT_CODE =
            T.required("verdict_code", Domain.CODE, INTERNAL, "Seen, not seen, or why there are no figures");
    public static final Field REASON = T.required("reason", Domain.TEXT, INTERNAL, "The verdict in words");
    public static final Field EFFECT_ESTIMATE = T.optional(
            "effect_estimate", Domain.ESTIMATE, INTERNAL, "Outcome per point of the cause, within units and months");
    public static final Field LOW_ESTIMATE =
            T.optional("low_estimate", Domain.ESTIMATE, INTERNAL, "Lower end of the 90 % interval; empty where none");
    public static final Field HIGH_ESTIMATE =
            T.optional("high_estimate", Domain.ESTIMATE, INTERNAL, "Upper end of the 90 % interval; empty where none");
    public static final Field WIDE_LOW_ESTIMATE = T.optional(
            "wide_low_estimate",
            Domain.ESTIMATE,
            INTERNAL,
            "Lower end of the 95 % interval, of effects on leaving, spend and value that resampled units gave");
    public static final Field WIDE_HIGH_ESTIMATE = T.optional(
            "wide_high_estimate",
            Domain.ESTIMATE,
            INTERNAL,
            "Upper end of the 95 % interval; empty where the lower is");
    public static final Field STANDARD_ERROR = T.optional(
            "standard_error",
            Domain.ESTIMATE,
            INTERNAL,
            "By unit, CR2 or from resampled units; empty for margin through experience");
    public static final Field CHANCE_PROBABILITY = T.optional(
            "chance_probability", Domain.PROBABILITY, INTERNAL, "Of an effect as far from 0 if there were none");
    public static final Field LEAST_VISIBLE_ESTIMATE = T.optional(
            "least_visible_estimate", Domain.ESTIMATE, INTERNAL, "Effect that would be seen with a chance of 80 %");
    public static final Field NEEDED_UNIT_COUNT = T.optional(
            "needed_unit_count", Domain.COUNT, INTERNAL, "Units that would show this effect with a chance of 80 %");

    public static final Field RELIABILITY_SHARE = T.optional(
            "reliability_share",
            Domain.SHARE,
            INTERNAL,
            "Part of experience's changes that is more than chance of few answers; taken off where experience is a cause"
                    + " of leaving, spend or value");
    public static final Field MEAN_CLV_ESTIMATE = T.optional(
            "mean_clv_estimate",
            Domain.ESTIMATE,
            INTERNAL,
            "Lifetime value of a customer served lately, reporting currency; of effects on value");
    public static final Field CUSTOMER_WINDOW_COUNT = T.optional(
            "customer_window_count",
            Domain.COUNT,
            INTERNAL,
            "Customers served over the last year, each once in as many months as the lag has; of effects on value");
    public static final Field TOTAL_ESTIMATE = T.optional(
            "total_estimate",
            Domain.ESTIMATE,
            INTERNAL,
            "Value of the point for all of them, held for that year, reporting currency");
    public static final Field TOTAL_LOW_ESTIMATE =
            T.optional("total_low_estimate", Domain.ESTIMATE, INTERNAL, "Lower end of its 90 % interval");
    public static final Field TOTAL_HIGH_ESTIMATE =
            T.optional("total_high_estimate", Domain.ESTIMATE, INTERNAL, "Upper end of its 90 % interval");
    public static final Field TOTAL_WIDE_LOW_ESTIMATE =
            T.optional("total_wide_low_estimate", Domain.ESTIMATE, INTERNAL, "Lower end of its 95 % interval");
    public static final Field TOTAL_WIDE_HIGH_ESTIMATE =
            T.optional("total_wide_high_estimate", Domain.ESTIMATE, INTERNAL, "Upper end of its 95 % interval");

    public static final Table TABLE = T.build();

    private ServiceProfitChain() {}
}
