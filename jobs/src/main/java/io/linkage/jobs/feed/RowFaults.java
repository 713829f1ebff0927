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
        NO_OBJECT,
        DUPLICATE_KEY,
        NESTING,
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
            kept = field.substring(0, Character.isHighSurrogate(field.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
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
            if (StrictReader.wrong(before, character) || half(field, index)) {
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
        return text.toString();
    }

    /** A first half of a character without its second. */
    private static boolean half(String field, int index) {
        boolean last = index + 1 == field.length();
        return Character.isHighSurrogate(field.charAt(index))
                && (last || !Character.isLowSurrogate(field.charAt(index + 1)));
    }
}
