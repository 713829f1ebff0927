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
    public static final String DIRECTLY = "none";

    private static final TableBuilder T = Table.named("mart_service_profit_chain", Layer.MART)
            .grain("one row per business date, cause, outcome, link between them and months of lag")
            .meaning("Associations within units, over months, with intervals by unit; a reason where there is none.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field CAUSE_CODE = T.key(
            "cause_code",
            Domain.CODE.oneOf(ENGAGEMENT, EXPERIENCE, MARGIN),
            INTERNAL,
            "Engagement: 0 to 100; experience: NPS, -100 to 100; margin: a customer and month, reporting currency");
    public static final Field OUTCOME_CODE = T.key(
            "outcome_code", Domain.CODE.oneOf(ENGAGEMENT, EXPERIENCE, MARGIN), INTERNAL, "What follows the cause");
    public static final Field THROUGH_CODE = T.key(
            "through_code",
            Domain.CODE.oneOf(DIRECTLY, EXPERIENCE),
            INTERNAL,
            "Figure that the effect goes through; none for a link as it stands");
    public static final Field LAG_MONTHS =
            T.key("lag_months", Domain.NUMBER, INTERNAL, "Months of each link from cause to outcome");
    public static final Field UNIT_COUNT = T.required("unit_count", Domain.COUNT, INTERNAL, "Units it rests on");
    public static final Field UNIT_MONTH_COUNT =
            T.required("unit_month_count", Domain.COUNT, INTERNAL, "Units times months");
    public static final Field VERDICT_CODE =
            T.required("verdict_code", Domain.CODE, INTERNAL, "Seen, not seen, or why there are no figures");
    public static final Field REASON = T.required("reason", Domain.TEXT, INTERNAL, "The verdict in words");
    public static final Field EFFECT_ESTIMATE = T.optional(
            "effect_estimate", Domain.ESTIMATE, INTERNAL, "Outcome per point of the cause, within units and months");
    public static final Field LOW_ESTIMATE =
            T.optional("low_estimate", Domain.ESTIMATE, INTERNAL, "Lower end of the 90 % interval; empty where none");
    public static final Field HIGH_ESTIMATE =
            T.optional("high_estimate", Domain.ESTIMATE, INTERNAL, "Upper end of the 90 % interval; empty where none");
    public static final Field STANDARD_ERROR = T.optional(
            "standard_error", Domain.ESTIMATE, INTERNAL, "By unit, CR2; empty for an effect through another figure");
    public static final Field CHANCE_PROBABILITY = T.optional(
            "chance_probability", Domain.PROBABILITY, INTERNAL, "Of an effect as far from 0 if there were none");
    public static final Field LEAST_VISIBLE_ESTIMATE = T.optional(
            "least_visible_estimate", Domain.ESTIMATE, INTERNAL, "Effect that would be seen with a chance of 80 %");
    public static final Field NEEDED_UNIT_COUNT = T.optional(
            "needed_unit_count", Domain.COUNT, INTERNAL, "Units that would show this effect with a chance of 80 %");

    public static final Table TABLE = T.build();

    private ServiceProfitChain() {}
}
