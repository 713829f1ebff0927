package io.linkage.table.score;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.table.core.DimCustomer;

/** What a contact would change in each customer's chance to respond; empty where ops_model says that none can be told. */
public final class ScoreUplift {
    private static final Domain CHANGE = Domain.SHARE.between("-1", "1");

    private static final TableBuilder T = Table.named("score_uplift", Layer.SCORE)
            .grain("one row per business date, customer and action that campaigns with a control group have tried")
            .meaning("Whom a contact moves: chance to respond with it, without it, and the difference.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field CUSTOMER_KEY =
            T.key("customer_key", Domain.KEY, DimCustomer.CUSTOMER_KEY.privacy(), "Customer, whatever the version");
    public static final Field ACTION_CODE =
            T.key("action_code", Domain.CODE, INTERNAL, "Goal of the campaigns: acquire, keep, grow or win-back");
    public static final Field MODEL_CODE =
            T.required("model_code", Domain.CODE, INTERNAL, "Model that made the forecast, as in ops_model");
    public static final Field CONTROL_PROBABILITY =
            T.required("control_probability", Domain.PROBABILITY, INTERNAL, "Chance to respond without the contact");
    public static final Field TREATED_PROBABILITY =
            T.required("treated_probability", Domain.PROBABILITY, INTERNAL, "Chance to respond with the contact");
    public static final Field UPLIFT_SHARE = T.required(
            "uplift_share", CHANGE, INTERNAL, "Treated less control probability; negative where a contact does harm");
    public static final Field GROUP_CODE = T.required(
            "uplift_group_code", Domain.CODE, INTERNAL, "Segment whose measured effect stands beside the forecast");
    public static final Field GROUP_CONTACT_COUNT = T.optional(
            "group_contact_count",
            Domain.COUNT,
            INTERNAL,
            "Contacts and customers held back from which it was measured; empty where the segment had too few");
    public static final Field GROUP_UPLIFT_SHARE =
            T.optional("group_uplift_share", CHANGE, INTERNAL, "Measured effect in the segment, treated less control");
    public static final Field GROUP_LOW_SHARE =
            T.optional("group_low_share", CHANGE, INTERNAL, "Lower end of the 95 % interval of the measured effect");
    public static final Field GROUP_HIGH_SHARE =
            T.optional("group_high_share", CHANGE, INTERNAL, "Upper end of the 95 % interval of the measured effect");

    public static final Table TABLE = T.build();

    private ScoreUplift() {}
}
