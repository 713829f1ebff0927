package io.linkage.jobs.feed;

/** Counts the elements of the one JSON array that a file holds, byte by byte: it knows brackets, commas and strings. */
final class ElementCounter implements ByteCounter {
    private int depth;
    private boolean quoted;
    private boolean escaped;
    private boolean element;
    private long records;
    private long bytes;
    private long longest;

    @Override
    public void take(int octet) {
        bytes++;
        if (quoted) {
            quoted = escaped || octet != '"';
            escaped = !escaped && octet == '\\';
            return;
        }
        switch (octet) {
            case '"' -> quoted = true;
            case '[', '{' -> {
                element |= depth > 0;
                depth++;
                return;
            }
            case ']', '}' -> depth--;
            default -> {}
        }
        boolean ends = octet == ',' && depth == 1 || octet == ']' && depth == 0;
        if (ends) {
            endElement();
        } else if (depth > 0 && !blank(octet)) {
            element = true;
        }
    }

    @Override
    public void end() {
        // An array that is not closed is refused by the parser.
    }

    @Override
    public long records() {
        return records;
    }

    @Override
    public long blankLines() {
        return 0;
    }

    @Override
    public long longest() {
        return Math.max(longest, bytes);
    }

    private void endElement() {
        records += element ? 1 : 0;
        longest = Math.max(longest, bytes);
        element = false;
        bytes = 0;
    }

    private static boolean blank(int octet) {
        return octet == ' ' || octet == '\t' || octet == '\n' || octet == '\r';
    }
}
