package io.linkage.settings;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What actions cost, what they are assumed to bring about, and what limits them. */
public record ActionSettings(
        @Setting(
                meaning = "most that the actions of a night may cost together, in the reporting currency; 0: only those"
                        + " that cost nothing; absent: no such limit",
                least = 0,
                most = 1e12)
        Optional<Long> budgetAmount,

        @Setting(
                meaning = "share of the customers chosen for an action who are left alone at random, to learn from",
                standard = "0.05",
                least = 0,
                most = 0.5)
        double controlShare,

        @Setting(
                meaning = "days of a round of actions: within one, the same customers are left alone",
                standard = "28",
                least = 1,
                most = 366)
        int roundDays,

        @Setting(
                meaning = "days up to the business date in which campaign contacts are counted",
                standard = "30",
                least = 1,
                most = 366)
        int contactDays,

        @Setting(
                meaning = "most contacts of a customer in these days, that of the action included",
                standard = "2",
                least = 0,
                most = 1000)
        int contactCap,

        @Setting(
                meaning = "which customers an action with a purpose may reach: those who granted it, or all who did"
                        + " not refuse it",
                standard = "granted",
                oneOf = {ActionSettings.GRANTED, ActionSettings.NOT_REFUSED})
        String consent,

        @Setting(
                meaning =
                        "purpose of fct_consent that a customer must allow, each 'action = purpose'; an action that is"
                                + " not named needs no consent",
                standard = "keep = marketing | win-back = marketing | win = marketing | cross-sell = marketing |"
                        + " up-sell = marketing | deep-sell = marketing | ask-to-recommend = marketing")
        List<String> purposes,

        @Setting(
                meaning = "cost of an action for one customer in the reporting currency, each 'action = amount'; an"
                        + " action that is not named is never chosen",
                standard = "keep = 5 | win-back = 5 | win = 5 | cross-sell = 1 | up-sell = 1 | deep-sell = 1 |"
                        + " serve-cheaper = 1 | ask-to-recommend = 1")
        List<String> costs,

        @Setting(
                meaning = "share of what is at stake that an action brings about, an assumption: set it to what your"
                        + " campaigns with a control group added (mart_campaign_value); of every action with a cost,"
                        + " each 'action = share'",
                standard = "keep = 0.1 | win-back = 0.1 | win = 0.1 | cross-sell = 0.1 | up-sell = 0.05 |"
                        + " deep-sell = 0.05 | serve-cheaper = 0.3 | ask-to-recommend = 0.05")
        List<String> effects,

        @Setting(
                meaning =
                        "most customers of a night for an action, each 'action = customers'; not named: no such limit")
        List<String> capacities,

        @Setting(
                meaning = "buyers of a product family below which it is no ground for offers",
                standard = "20",
                least = 1,
                most = 100000)
        int leastBuyers) {
    /** Only who allowed it. */
    public static final String GRANTED = "granted";
    /** All but those who refused it. */
    public static final String NOT_REFUSED = "not-refused";

    private static final int CENTS = 100;
    private static final double MOST_COST = 1e6;

    public ActionSettings {
        budgetAmount.filter(budget -> budget < 0).ifPresent(budget -> {
            throw new IllegalArgumentException("budget-amount is " + budget + "; give 0 or more, or leave it out");
        });
        read("purposes", purposes, purpose -> purpose);
        Set<Action> withoutEffect =
                read("costs", costs, text -> within(text, MOST_COST)).keySet();
        withoutEffect.removeAll(
                read("effects", effects, text -> within(text, 1)).keySet());
        if (!withoutEffect.isEmpty()) {
            String actions = withoutEffect.stream().map(Action::code).collect(Collectors.joining(", "));
            throw new IllegalArgumentException(
                    "costs name " + actions + ", and effects do not: name the same actions in both, or leave them out");
        }
        read("capacities", capacities, Long::parseUnsignedLong);
    }

    /** Purpose by action. */
    public Map<Action, String> purposeByAction() {
        return read("purposes", purposes, purpose -> purpose);
    }

    /** Whole cents by action. */
    public Map<Action, Long> centsByAction() {
        return read("costs", costs, text -> Math.round(within(text, MOST_COST) * CENTS));
    }

    /** Assumed effect by action, 0 to 1. */
    public Map<Action, Double> effectByAction() {
        return read("effects", effects, text -> within(text, 1));
    }

    /** Most customers by action. */
    public Map<Action, Long> capacityByAction() {
        return read("capacities", capacities, Long::parseUnsignedLong);
    }

    private static double within(String text, double most) {
        double number = Double.parseDouble(text);
        if (!(number >= 0 && number <= most)) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    private static <T> Map<Action, T> read(String key, List<String> texts, Function<String, T> value) {
        Map<Action, T> byAction = new EnumMap<>(Action.class);
        for (String text : texts) {
            String[] sides = text.split("=", 2);
            String said = sides.length < 2 ? "" : sides[1].strip();
            try {
                if (said.isEmpty() || byAction.put(Action.of(sides[0].strip()), value.apply(said)) != null) {
                    throw new IllegalArgumentException("each action once, as 'keep = …'");
                }
            } catch (NumberFormatException none) {
                throw new IllegalArgumentException(
                        "'" + text + "' in " + key + " has no number that is allowed there", none);
            } catch (IllegalArgumentException fault) {
                throw new IllegalArgumentException("'" + text + "' in " + key + ": " + fault.getMessage(), fault);
            }
        }
        return byAction;
    }
}
