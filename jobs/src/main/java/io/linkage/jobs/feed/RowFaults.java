package io.linkage.jobs.feed;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Cleans the fields of one record and remembers what was wrong with it, for {@code Landing.FAULT}. */
final class RowFaults {
    /** Longest field that is taken whole, in characters. */
    static final int LONGEST = 65_536;

    /** What can be wrong with a record as a whole. */
    enum Kind {
        FIELD_COUNT,
        ENCODING,
        CONTROL_CHAR,
        FIELD_LENGTH,
        CHANGE
    }

    private final Set<Kind> found = EnumSet.noneOf(Kind.class);

    /** Notes a fault. */
    void add(Kind kind) {
        found.add(kind);
    }

    /** The faults as one text; null where there is none. */
    String text() {
        return found.isEmpty() ? null : found.stream().map(Kind::name).collect(Collectors.joining("; "));
    }

    /** The field as it is landed: cut where too long, wrong bytes made visible. */
    String clean(String field) {
        if (field == null) {
            return null;
        }
        String kept = field;
        if (field.length() > LONGEST) {
            found.add(Kind.FIELD_LENGTH);
            kept = field.substring(0, LONGEST);
        }
        return plain(kept) ? kept : visible(kept);
    }

    private static boolean plain(String field) {
        for (int index = 0; index < field.length(); index++) {
            char character = field.charAt(index);
            if (control(character) || Character.isSurrogate(character)) {
                return false;
            }
        }
        return true;
    }

    /** Line ends and tabs occur in good text; other control characters are traces of a broken export. */
    private static boolean control(char character) {
        return Character.isISOControl(character) && character != '\t' && character != '\n' && character != '\r';
    }

    private String visible(String field) {
        StringBuilder text = new StringBuilder(field.length() + 16);
        char before = 0;
        for (int index = 0; index < field.length(); index++) {
            char character = field.charAt(index);
            if (StrictReader.wrong(before, character)) {
                found.add(Kind.ENCODING);
                text.append(StrictReader.visible(character));
            } else if (control(character)) {
                found.add(Kind.CONTROL_CHAR);
                text.append(StrictReader.visible(character));
            } else {
                text.append(character);
            }
            before = character;
        }
        return lastHalf(text);
    }

    /** A cut may part a pair of surrogates. */
    private static String lastHalf(StringBuilder text) {
        int last = text.length() - 1;
        return last >= 0 && Character.isHighSurrogate(text.charAt(last)) ? text.substring(0, last) : text.toString();
    }
}
