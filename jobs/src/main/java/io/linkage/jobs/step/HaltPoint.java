package io.linkage.jobs.step;

import java.util.Locale;
import java.util.Optional;

/**
 * Where a test lets the process die, as if it had been killed: environment variable {@code LINKAGE_HALT_AT} or system
 * property {@code linkage.halt.at}, of the form {@code <step>:before} or {@code <step>:after-write}.
 */
public enum HaltPoint {
    /** Before the step does anything. */
    BEFORE,
    /** After its table is written, before the job repository knows. */
    AFTER_WRITE;

    private static final int KILLED = 137;

    /** Dies here if a test asked for it. */
    public void reached(String step) {
        String point = step + ":" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (asked().filter(point::equals).isPresent()) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    private static Optional<String> asked() {
        return Optional.ofNullable(System.getProperty("linkage.halt.at", System.getenv("LINKAGE_HALT_AT")));
    }
}
