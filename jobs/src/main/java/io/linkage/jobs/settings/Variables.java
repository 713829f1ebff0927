package io.linkage.jobs.settings;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code ${NAME}} from the environment, or else from the company's own {@code variables}. */
final class Variables {
    private static final Pattern USE = Pattern.compile("\\$\\{(env:)?([A-Za-z_][A-Za-z0-9_]*)}");

    private final Map<String, String> given;
    private final Function<String, String> environment;

    Variables(Map<String, String> given, Function<String, String> environment) {
        this.given = Map.copyOf(given);
        this.environment = environment;
    }

    /** The text with its variables filled in; empty after a fault. */
    Optional<String> fill(String text, Place place, Faults faults) {
        StringBuilder filled = new StringBuilder();
        Matcher use = USE.matcher(text);
        boolean whole = true;
        while (use.find()) {
            Optional<String> value = value(use.group(2), use.group(1) != null);
            if (value.isEmpty()) {
                faults.add(place, use.group() + " is not set", "set " + use.group(2) + allowed(use.group(1) != null));
                whole = false;
            }
            use.appendReplacement(filled, Matcher.quoteReplacement(value.orElse("")));
        }
        use.appendTail(filled);
        return whole ? Optional.of(filled.toString()) : Optional.empty();
    }

    /** Why a secret cannot be had; empty where it can. */
    Optional<String> secretFault(String reference) {
        return Secrets.fault(reference, environment);
    }

    private Optional<String> value(String name, boolean environmentOnly) {
        String value = environment.apply(name);
        if (value == null && !environmentOnly) {
            value = given.get(name);
        }
        return Optional.ofNullable(value);
    }

    private static String allowed(boolean environmentOnly) {
        return environmentOnly ? " in the environment" : " in the environment or under variables";
    }
}
