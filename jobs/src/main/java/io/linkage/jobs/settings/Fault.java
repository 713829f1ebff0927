package io.linkage.jobs.settings;

/**
 * One fault of a configuration or of a source's header.
 *
 * @param file file it stands in
 * @param line line in that file, from 1; 0 where there is none
 * @param key dotted path of the key, as in {@code feeds.order_line.invoices.columns.order_id}
 * @param value value found there; empty where there is none, stars for a secret
 * @param why what is wrong with it
 * @param allowed what would be right; empty where nothing can be said
 */
public record Fault(String file, int line, String key, String value, String why, String allowed) {

    /** The fault as one line for a terminal. */
    public String text() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        text.append(' ').append(key);
        if (!value.isEmpty()) {
            text.append(" = ").append(printable(value));
        }
        text.append(": ").append(why).append(why.endsWith("?") ? "" : ".");
        return allowed.isEmpty()
                ? text.toString()
                : text.append(" Allowed: ").append(allowed).append('.').toString();
    }

    private static String printable(String raw) {
        String visible = raw.replaceAll("\\p{Cntrl}", "?");
        return visible.length() <= 120 ? visible : visible.substring(0, 117) + "...";
    }
}
