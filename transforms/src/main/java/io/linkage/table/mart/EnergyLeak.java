package io.linkage.table.mart;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** What becomes of feedback, from its day until the customer hears what was done. */
public final class EnergyLeak {
    /** Stages, in their order. */
    public static final String GIVEN = "given";

    public static final String HEARD = "heard";
    public static final String PLANNED = "planned";
    public static final String CARRIED_OUT = "carried-out";
    public static final String TOLD = "told";

    /** Theme or unit of feedback that names none. */
    public static final String NONE = "none";

    /** What was recovered can be told. */
    public static final String SHOWN = "shown";

    public static final String TOO_FEW = "too-few-customers";

    private static final TableBuilder T = Table.named("mart_energy_leak", Layer.MART)
            .grain("one row per business date, month and unit of the feedback, theme and stage")
            .meaning(
                    "Where feedback stops on its way from the customer to an improvement and back, and what that costs.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field MONTH_DATE =
            T.key("month_date", Domain.DATE, INTERNAL, "First day of the month in which the feedback was given");
    public static final Field UNIT_SOURCE_ID = T.key(
            "unit_source_id",
            Domain.ID,
            INTERNAL,
            "Unit that it is about, by its source identifier; none where unknown");
    public static final Field THEME_CODE =
            T.key("theme_code", Domain.CODE, INTERNAL, "What it is about; none where it names no theme");
    public static final Field STAGE_CODE = T.key(
            "stage_code",
            Domain.CODE.oneOf(GIVEN, HEARD, PLANNED, CARRIED_OUT, TOLD),
            INTERNAL,
            "Given by the customer, heard, led to a plan, which was carried out, and told back; a stage is reached when it"
                    + " and all before it are");
    public static final Field ENTERED_COUNT =
            T.required("entered_count", Domain.COUNT, INTERNAL, "Feedback that reached the stage before");
    public static final Field REACHED_COUNT = T.required(
            "reached_count", Domain.COUNT, INTERNAL, "Feedback that reached this stage by the business date");
    public static final Field REACHED_SHARE =
            T.optional("reached_share", Domain.SHARE, INTERNAL, "Reached of entered; empty where nothing entered");
    public static final Field REACHED_LOW_SHARE =
            T.optional("reached_low_share", Domain.SHARE, INTERNAL, "Lower end of its 95 % interval (Wilson 1927)");
    public static final Field REACHED_HIGH_SHARE =
            T.optional("reached_high_share", Domain.SHARE, INTERNAL, "Upper end of its 95 % interval");
    public static final Field MEDIAN_DAYS = T.optional(
            "median_days", Domain.DAYS, INTERNAL, "Median wait since the stage before, of those that reached this one");
    public static final Field SLOW_DAYS =
            T.optional("slow_days", Domain.DAYS, INTERNAL, "Wait that nine in ten of them did not exceed");
    public static final Field WAITING_COUNT =
            T.required("waiting_count", Domain.COUNT, INTERNAL, "Feedback that waits for this stage");
    public static final Field BLOCKED_COUNT = T.required(
            "blocked_count", Domain.COUNT, INTERNAL, "Of these, those that wait longer than models.leaks.blocked-days");
    public static final Field AT_RISK_AMOUNT = T.required(
            "at_risk_amount",
            Domain.AMOUNT,
            INTERNAL,
            "Lifetime value of customers whose feedback waits and who are not lost, each counted once, where their"
                    + " oldest waiting feedback stands");
    public static final Field LOST_AMOUNT = T.required(
            "lost_amount",
            Domain.AMOUNT,
            INTERNAL,
            "Margin, in the year before their feedback, of customers whose feedback waits and who bought nothing in the"
                    + " window after it, nor since, and have no contract that runs; each counted once; association, not effect");
    public static final Field RECOVERED_CUSTOMER_COUNT = T.required(
            "recovered_customer_count",
            Domain.COUNT,
            INTERNAL,
            "Customers told back a whole window ago, each counted at their first such feedback; 0 at earlier stages");
    public static final Field RECOVERED_AMOUNT = T.optional(
            "recovered_amount",
            Domain.AMOUNT,
            INTERNAL,
            "These customers times what one brought in more after it was told than comparable customers whose feedback"
                    + " was not carried out; association, not effect");
    public static final Field RECOVERED_LOW_AMOUNT = T.optional(
            "recovered_low_amount", Domain.AMOUNT, INTERNAL, "Lower end of its 95 % interval; ends add up over rows");
    public static final Field RECOVERED_HIGH_AMOUNT = T.optional(
            "recovered_high_amount", Domain.AMOUNT, INTERNAL, "Upper end of that interval; ends add up over rows");
    public static final Field TOLD_CUSTOMER_COUNT = T.required(
            "told_customer_count", Domain.COUNT, INTERNAL, "Customers of all units and months that it rests on");
    public static final Field COMPARED_CUSTOMER_COUNT =
            T.required("compared_customer_count", Domain.COUNT, INTERNAL, "Customers that they are compared with");
    public static final Field RECOVERY_CODE = T.required(
            "recovery_code",
            Domain.CODE.oneOf(SHOWN, TOO_FEW),
            INTERNAL,
            "Whether what was recovered is told, or why not");

    public static final Table TABLE = T.build();

    private EnergyLeak() {}
}
