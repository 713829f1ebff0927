package io.linkage.table.mart;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;

import io.linkage.contract.Additivity;
import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.settings.Action;
import java.util.Arrays;
import java.util.stream.Stream;

/** What to do next with each customer, and why. */
public final class NextBestAction {
    /** Leave the customer alone. */
    public static final String NOTHING = "nothing";
    /** The effect is the assumption of a setting. */
    public static final String ASSUMED = "assumed";

    private static final Domain ACTION =
            Domain.CODE.oneOf(Stream.concat(Arrays.stream(Action.values()).map(Action::code), Stream.of(NOTHING))
                    .toArray(String[]::new));
    private static final Domain BALANCE = Domain.AMOUNT.additive(Additivity.SEMI_ADDITIVE);
    private static final Domain SHARED = Domain.AMOUNT.additive(Additivity.NON_ADDITIVE);

    private static final TableBuilder T = Table.named("mart_next_best_action", Layer.MART)
            .grain("one row per customer and business date")
            .meaning(
                    "What to do next with each customer, until when, for which expected euro, and what stood in the way.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field CUSTOMER_KEY =
            T.key("customer_key", Domain.KEY, PSEUDONYMOUS, "Customer, the same in every night");
    public static final Field ACTION_CODE =
            T.required("action_code", ACTION, INTERNAL, "What to do: docs/models/next-best-action.md tells each");
    public static final Field SUBJECT_CODE = T.optional(
            "action_subject_code",
            Domain.CODE,
            INTERNAL,
            "Product family that the action is about, where it is about one");
    public static final Field ACT_UNTIL_DATE = T.optional(
            "act_until_date",
            Domain.DATE,
            INTERNAL,
            "Last day on which the action makes sense: before the churn window, or the end of the round");
    public static final Field BASIS_CODE = T.optional(
            "effect_basis_code",
            Domain.CODE.oneOf(ASSUMED),
            INTERNAL,
            "Where the effect of the action comes from: a setting assumes it (actions.effects)");
    public static final Field ACTION_PROBABILITY = T.optional(
            "action_probability", Domain.PROBABILITY, INTERNAL, "Chance that the action brings about what is at stake");
    public static final Field STAKE_AMOUNT =
            T.optional("stake_amount", BALANCE, INTERNAL, "Margin that is won where the action succeeds");
    public static final Field COST_AMOUNT =
            T.required("action_cost_amount", BALANCE, INTERNAL, "Cost of the action; 0 where nothing is done");
    public static final Field EXPECTED_AMOUNT = T.required(
            "expected_value_amount", BALANCE, INTERNAL, "Chance times margin less cost; 0 where nothing is done");
    public static final Field ALTERNATIVE_CODE =
            T.optional("alternative_action_code", ACTION, INTERNAL, "The best other action that nothing forbids");
    public static final Field ALTERNATIVE_AMOUNT =
            T.optional("alternative_value_amount", BALANCE, INTERNAL, "What that other action is expected to bring");
    public static final Field BETTER_CODE = T.optional(
            "better_action_code", ACTION, INTERNAL, "The best action of all, where something stood in its way");
    public static final Field BETTER_AMOUNT =
            T.optional("better_value_amount", BALANCE, INTERNAL, "What that best action would be expected to bring");
    public static final Field LIMIT_CODE = T.optional(
            "limit_code",
            Domain.CODE.oneOf("consent", "contact-cap", "capacity", "budget", "control"),
            INTERNAL,
            "What stood in its way: consent, contacts, places, money, or the control group; empty where nothing did");
    public static final Field IS_CONTROL = T.required(
            "is_control", Domain.FLAG, INTERNAL, "Whether the customer was chosen and is left alone, to learn from");
    public static final Field PLANNED_CODE = T.required(
            "planned_action_code",
            ACTION,
            INTERNAL,
            "What the customer was chosen for before the control group was drawn");
    public static final Field TREATMENT_PROBABILITY = T.optional(
            "treatment_probability",
            Domain.PROBABILITY,
            INTERNAL,
            "Chance of getting the planned action rather than being left alone; empty where none is planned");
    public static final Field ROUND_DATE = T.required(
            "action_round_date", Domain.DATE, INTERNAL, "First day of the round within which the control group stays");
    public static final Field WHY =
            T.required("why", Domain.TEXT, INTERNAL, "The decision in words, with the figures that it rests on");
    public static final Field BUDGET_AMOUNT = T.optional(
            "budget_amount", SHARED, INTERNAL, "Budget of the night, the same in each row; empty where there is none");
    public static final Field BUDGET_PRICE_RATIO = T.optional(
            "budget_price_ratio",
            Domain.RATIO,
            INTERNAL,
            "What the last unit of the budget brings; 0 where it suffices");
    public static final Field PLAN_COST_AMOUNT = T.optional(
            "plan_cost_amount", SHARED, INTERNAL, "What the planned actions of all customers cost, control included");
    public static final Field PLAN_VALUE_AMOUNT = T.optional(
            "plan_value_amount", SHARED, INTERNAL, "What those of them that cost something are expected to bring");
    public static final Field PLAN_BOUND_AMOUNT =
            T.optional("plan_bound_amount", SHARED, INTERNAL, "More than this no plan within the budget can bring");
    public static final Field PLAN_GAP_SHARE =
            T.optional("plan_gap_share", Domain.SHARE, INTERNAL, "At most this share of the bound is lost by the plan");
    public static final Field NAIVE_VALUE_AMOUNT = T.optional(
            "naive_value_amount",
            SHARED,
            INTERNAL,
            "What the budget brings naively: each customer's most valuable action, the most valuable customers first");

    public static final Table TABLE = T.build();

    private NextBestAction() {}
}
