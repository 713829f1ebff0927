package io.linkage.jobs.demo;

import io.linkage.jobs.Stop;
import io.linkage.settings.Setting;
import java.io.Serializable;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What is planted between engagement, experience, leaving, spending and campaigns; each may be set to zero. */
public record Effects(
        @Setting(
                meaning = "NPS points (0 to 10) for one point more engagement (1 to 5) of the unit that served",
                standard = "0.9",
                least = -3,
                most = 3)
        double engagementOnNps,

        @Setting(
                meaning = "CES points (1 to 7) for one point more engagement of the unit that served",
                standard = "0.5",
                least = -3,
                most = 3)
        double engagementOnCes,

        @Setting(
                meaning = "CSAT points (1 to 5) for one point more engagement of the unit that served",
                standard = "0.4",
                least = -3,
                most = 3)
        double engagementOnCsat,

        @Setting(
                meaning = "share of contacts solved at once for one point more engagement of the unit",
                standard = "0.25",
                least = -0.5,
                most = 0.5)
        double engagementOnSolved,

        @Setting(meaning = "NPS points where a contact was not solved at once", standard = "-1.2", least = -5, most = 5)
        double unsolvedOnNps,

        @Setting(meaning = "CES points where a contact was not solved at once", standard = "-1.2", least = -5, most = 5)
        double unsolvedOnCes,

        @Setting(
                meaning = "CSAT points where a contact was not solved at once",
                standard = "-0.7",
                least = -4,
                most = 4)
        double unsolvedOnCsat,

        @Setting(
                meaning = "NPS points of a customer who surely leaves after a purchase against one who never does",
                standard = "-2.0",
                least = -10,
                most = 10)
        double leavingOnNps,

        @Setting(
                meaning = "share by which an unsolved contact after a purchase raises the probability of leaving then",
                standard = "0.6",
                least = -1,
                most = 1)
        double unsolvedOnLeaving,

        @Setting(
                meaning = "share by which an unsolved contact changes the worth of the next order",
                standard = "-0.08",
                least = -0.5,
                most = 0.5)
        double unsolvedOnSpend,

        @Setting(
                meaning = "share by which orders in the half-year after moving house are worth more",
                standard = "0.15",
                least = -0.5,
                most = 0.5)
        double movingOnSpend,

        @Setting(
                meaning = "share by which orders in the half-year after the birth of a child are worth more",
                standard = "-0.15",
                least = -0.5,
                most = 0.5)
        double birthOnSpend,

        @Setting(
                meaning = "share by which more is bought in mid-December, and less in mid-June, than on average",
                standard = "0.1",
                least = 0,
                most = 0.8)
        double seasonOnPurchases,

        @Setting(
                meaning = "share by which all list prices rose halfway through the window",
                standard = "0.05",
                least = -0.5,
                most = 0.5)
        double priceRise,

        @Setting(
                meaning = "what a campaign adds to the probability of a response, private customers",
                standard = "0.04",
                least = -0.05,
                most = 0.5)
        double upliftOfPrivate,

        @Setting(
                meaning = "what a campaign adds to the probability of a response, small businesses",
                standard = "0.08",
                least = -0.05,
                most = 0.5)
        double upliftOfSmallBusiness,

        @Setting(
                meaning = "what a campaign adds to the probability of a response, enterprises",
                standard = "0.02",
                least = -0.05,
                most = 0.5)
        double upliftOfEnterprise,

        @Setting(
                meaning =
                        "share of customers of whom a call to keep them is noted after they fell silent and dated back to"
                                + " the day before: a leak, which models must leave out",
                standard = "1.0",
                least = 0,
                most = 1)
        double callsDatedBack)
        implements Serializable {

    /** All effects as they are unless told otherwise. */
    public static final Effects STANDARD =
            of(effect -> Double.parseDouble(setting(effect).standard()));
    /** No effect at all. */
    public static final Effects NONE = of(effect -> 0.0);

    /**
     * These effects, some changed.
     *
     * @param changes value by name in kebab-case
     * @throws Stop that tells all faults
     */
    public Effects with(Map<String, Double> changes) {
        Map<String, Double> values = new LinkedHashMap<>(values());
        List<String> faults = new ArrayList<>();
        changes.forEach((name, value) -> {
            if (!values.containsKey(name)) {
                faults.add(name + " is not one of " + String.join(", ", values.keySet()));
            }
            values.put(name, value);
        });
        for (RecordComponent effect : Effects.class.getRecordComponents()) {
            Setting setting = setting(effect);
            double value = values.get(name(effect));
            if (!(value >= setting.least() && value <= setting.most())) {
                faults.add(name(effect) + " must be " + setting.least() + " to " + setting.most() + " but is " + value);
            }
        }
        if (!faults.isEmpty()) {
            throw Stop.configuration("Cannot plant these effects: " + String.join("; ", faults) + ".");
        }
        return of(effect -> values.get(name(effect)));
    }

    /** Value by name. */
    public Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        for (RecordComponent effect : Effects.class.getRecordComponents()) {
            try {
                values.put(name(effect), (Double) effect.getAccessor().invoke(this));
            } catch (ReflectiveOperationException fault) {
                throw new IllegalStateException(fault);
            }
        }
        return values;
    }

    /** Meaning by name. */
    static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (RecordComponent effect : Effects.class.getRecordComponents()) {
            meanings.put(name(effect), setting(effect).meaning());
        }
        return meanings;
    }

    /** What a treatment adds to the probability of a response. */
    double uplift(String segment) {
        return switch (segment) {
            case Customers.ENTERPRISE -> upliftOfEnterprise;
            case Customers.SMALL_BUSINESS -> upliftOfSmallBusiness;
            default -> upliftOfPrivate;
        };
    }

    private static Effects of(Function<RecordComponent, Double> value) {
        RecordComponent[] effects = Effects.class.getRecordComponents();
        Class<?>[] types = new Class<?>[effects.length];
        Object[] values = new Object[effects.length];
        for (int at = 0; at < effects.length; at++) {
            types[at] = double.class;
            values[at] = value.apply(effects[at]);
        }
        try {
            return Effects.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static String name(RecordComponent effect) {
        return effect.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Setting setting(RecordComponent effect) {
        return effect.getAnnotation(Setting.class);
    }
}
