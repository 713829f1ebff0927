package io.linkage.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How the ledger's cost is charged to customers: time-driven activity-based costing. */
public record CostSettings(
        @Setting(
                meaning = "share of the capacity_seconds that were paid for which people can work: practical over"
                        + " theoretical capacity",
                standard = "0.8",
                least = 0.01,
                most = 1)
        double practicalCapacityShare,

        @Setting(
                meaning = "time equations of activities that orders cause, such as order-handling = 120 + 30 * lines;"
                        + " reads channel and lines")
        List<String> secondsPerOrder,

        @Setting(
                meaning = "time equations of activities that service contacts cause, such as service-desk = 90 + 240 if"
                        + " channel = phone + 1 * handling-seconds; reads channel, reason and handling-seconds")
        List<String> secondsPerContact,

        @Setting(
                meaning = "time equations of activities that visits cause, such as showroom = 600 if channel = store;"
                        + " reads channel and stage")
        List<String> secondsPerVisit) {
    /** Channel of an event. */
    public static final String CHANNEL = "channel";
    /** Reason of a contact. */
    public static final String REASON = "reason";
    /** Stage of the journey on a visit. */
    public static final String STAGE = "stage";
    /** Lines of an order that were bought. */
    public static final String LINES = "lines";
    /** Time worked on a contact. */
    public static final String HANDLING = "handling-seconds";

    public CostSettings {
        Set<String> seen = new HashSet<>();
        Stream.of(orders(secondsPerOrder), contacts(secondsPerContact), visits(secondsPerVisit))
                .flatMap(List::stream)
                .map(TimeEquation::activity)
                .filter(activity -> !seen.add(activity))
                .findFirst()
                .ifPresent(activity -> {
                    throw new IllegalArgumentException(
                            "the activity " + activity + " has two time equations; give it one");
                });
    }

    /** Time equations of activities that orders cause. */
    public List<TimeEquation> orders() {
        return orders(secondsPerOrder);
    }

    /** Time equations of activities that contacts cause. */
    public List<TimeEquation> contacts() {
        return contacts(secondsPerContact);
    }

    /** Time equations of activities that visits cause. */
    public List<TimeEquation> visits() {
        return visits(secondsPerVisit);
    }

    /** Activities that have a time equation, in the order of their names. */
    public List<String> timed() {
        return Stream.of(orders(), contacts(), visits())
                .flatMap(List::stream)
                .map(TimeEquation::activity)
                .sorted()
                .toList();
    }

    private static List<TimeEquation> orders(List<String> texts) {
        return read(texts, Set.of(LINES), Set.of(CHANNEL));
    }

    private static List<TimeEquation> contacts(List<String> texts) {
        return read(texts, Set.of(HANDLING), new TreeSet<>(Set.of(CHANNEL, REASON)));
    }

    private static List<TimeEquation> visits(List<String> texts) {
        return read(texts, Set.of(), new TreeSet<>(Set.of(CHANNEL, STAGE)));
    }

    private static List<TimeEquation> read(List<String> texts, Set<String> measures, Set<String> subjects) {
        return texts.stream()
                .map(text -> TimeEquation.read(text, measures, subjects))
                .toList();
    }
}
