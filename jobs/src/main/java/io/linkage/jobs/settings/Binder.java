package io.linkage.jobs.settings;

import io.linkage.settings.Setting;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Fills records whose components carry {@link Setting}: the company's value, else the shared one, else the default. */
final class Binder {
    private final Variables variables;
    private final Faults faults;

    Binder(Variables variables, Faults faults) {
        this.variables = variables;
        this.faults = faults;
    }

    /** The keys of a record, in kebab-case. */
    static List<String> keys(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents()).map(Binder::key).toList();
    }

    /** The key of a component. */
    static String key(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /**
     * The record; empty after a fault.
     *
     * @param parent where it stands or would stand
     * @param given values by key; keys that the record does not have are left to the caller
     */
    <T extends Record> Optional<T> bind(Class<T> type, Place parent, Map<String, Place> given) {
        List<Object> values = new ArrayList<>();
        boolean whole = true;
        for (RecordComponent component : type.getRecordComponents()) {
            Optional<Object> value = value(component, parent, given.get(key(component)));
            value.ifPresent(values::add);
            whole &= value.isPresent();
        }
        return whole ? make(type, parent, values) : Optional.empty();
    }

    private Optional<Object> value(RecordComponent component, Place parent, Place place) {
        Setting setting = component.getAnnotation(Setting.class);
        Class<?> type = component.getType();
        if (place == null) {
            return standard(component, setting, parent);
        }
        if (type.equals(List.class)) {
            List<Object> items = new ArrayList<>();
            int before = faults.all().size();
            place.texts(faults)
                    .forEach(text ->
                            scalar(element(component), setting, place, text).ifPresent(items::add));
            return before == faults.all().size() ? Optional.of(List.copyOf(items)) : Optional.empty();
        }
        Class<?> scalar = type.equals(Optional.class) ? element(component) : type;
        Optional<Object> value = place.text(faults).flatMap(text -> scalar(scalar, setting, place, text));
        return type.equals(Optional.class) && value.isPresent() ? Optional.of(value) : value;
    }

    private Optional<Object> standard(RecordComponent component, Setting setting, Place parent) {
        Class<?> type = component.getType();
        if (setting.standard().isEmpty()) {
            if (type.equals(Optional.class)) {
                return Optional.of(Optional.empty());
            }
            if (type.equals(List.class)) {
                return Optional.of(List.of());
            }
            faults.missing(parent, key(component), setting.meaning());
            return Optional.empty();
        }
        if (type.equals(List.class)) {
            return Optional.of(standards(setting).stream()
                    .map(text -> Scalars.read(element(component), text))
                    .toList());
        }
        Object value = Scalars.read(type.equals(Optional.class) ? element(component) : type, setting.standard());
        return Optional.of(type.equals(Optional.class) ? Optional.of(value) : value);
    }

    private Optional<Object> scalar(Class<?> type, Setting setting, Place place, String text) {
        if (Secrets.named(place.name())) {
            return secret(place, text);
        }
        Optional<String> filled = type.equals(String.class) ? variables.fill(text, place, faults) : Optional.of(text);
        return filled.flatMap(value -> typed(type, setting, place, value));
    }

    private Optional<Object> secret(Place place, String text) {
        if (place.name().equals("pseudonym-key") && text.equals("generate")) {
            return Optional.of(text);
        }
        if (!Secrets.reference(text)) {
            faults.add(place, "a secret must not stand in a configuration", "${env:NAME} or ${file:PATH}");
            return Optional.empty();
        }
        Optional<String> fault = variables.secretFault(text);
        fault.ifPresent(why -> faults.add(place, why, ""));
        return fault.isPresent() ? Optional.empty() : Optional.of(text);
    }

    private Optional<Object> typed(Class<?> type, Setting setting, Place place, String text) {
        try {
            Object value = Scalars.read(type, text);
            if (within(setting, value)) {
                return Optional.of(value);
            }
            faults.add(place, value instanceof Number ? "out of bounds" : "not a word known here", allowed(setting));
        } catch (IllegalArgumentException e) {
            faults.add(place, "not " + Scalars.word(type), Scalars.word(type));
        }
        return Optional.empty();
    }

    private static boolean within(Setting setting, Object value) {
        if (value instanceof Number number) {
            return number.doubleValue() >= setting.least() && number.doubleValue() <= setting.most();
        }
        return setting.oneOf().length == 0 || Arrays.asList(setting.oneOf()).contains(value.toString());
    }

    /** The items of a standard that is a list. */
    static List<String> standards(Setting setting) {
        return List.of(setting.standard().split(" \\| "));
    }

    /** Bounds or words of a setting, for a reader. */
    static String allowed(Setting setting) {
        if (setting.oneOf().length > 0) {
            return Arrays.stream(setting.oneOf())
                    .map(word -> word.matches("[\\w-]+") ? word : "'" + word + "'")
                    .collect(Collectors.joining(", "));
        }
        boolean floor = Double.isFinite(setting.least());
        boolean ceiling = Double.isFinite(setting.most());
        if (floor && ceiling) {
            return plain(setting.least()) + " to " + plain(setting.most());
        }
        if (floor) {
            return "at least " + plain(setting.least());
        }
        return ceiling ? "at most " + plain(setting.most()) : "";
    }

    /** The type of a component in words. */
    static String words(RecordComponent component) {
        Class<?> type = component.getType();
        if (type.equals(List.class)) {
            return "a list, each " + Scalars.word(element(component));
        }
        return Scalars.word(type.equals(Optional.class) ? element(component) : type);
    }

    private static String plain(double bound) {
        return new java.math.BigDecimal(Double.toString(bound))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static Class<?> element(RecordComponent component) {
        return (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    }

    private <T extends Record> Optional<T> make(Class<T> type, Place parent, List<Object> values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(values.toArray()));
        } catch (InvocationTargetException e) {
            faults.add(parent, String.valueOf(e.getCause().getMessage()), "");
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The settings record " + type + " cannot be made", e);
        }
    }
}
