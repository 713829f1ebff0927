package io.linkage.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be done next with a customer, in the order in which ties are settled. */
public enum Action {
    KEEP(true, "keep"),
    WIN_BACK(true, "win-back"),
    WIN(true, "acquire"),
    CROSS_SELL(true, "grow"),
    UP_SELL(true, "grow"),
    DEEP_SELL(true, "grow"),
    SERVE_CHEAPER(false, null),
    ASK_TO_RECOMMEND(true, null);

    private final boolean contacts;
    private final String goal;

    Action(boolean contacts, String goal) {
        this.contacts = contacts;
        this.goal = goal;
    }

    /** Its code in tables and settings. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is a message to the customer: it then needs consent and counts as a contact. */
    public boolean contacts() {
        return contacts;
    }

    /** Goal of the campaigns that do the same. */
    public Optional<String> goal() {
        return Optional.ofNullable(goal);
    }

    /** The action of a code. */
    static Action of(String code) {
        return Arrays.stream(values())
                .filter(action -> action.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no action '" + code + "', only "
                        + Arrays.stream(values()).map(Action::code).collect(Collectors.joining(", "))));
    }
}
