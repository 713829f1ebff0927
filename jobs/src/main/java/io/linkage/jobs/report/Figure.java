package io.linkage.jobs.report;

import io.linkage.jobs.page.Plot;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A plot with the table behind it.
 *
 * @param id name in the page
 * @param title what it shows
 * @param plot what is drawn; empty: the table stands alone
 * @param table its figures
 * @param note how it is to be read, or an empty text
 * @param behind whether the table belongs to the chapter's diagram
 */
public record Figure(String id, String title, Optional<Plot> plot, Table table, String note, boolean behind) {

    /** Whether the table is opened by the reader: it stands behind a plot or a diagram. */
    public boolean folded() {
        return plot.isPresent() || behind;
    }

    /** Name of its kind for the page's style. */
    public String kind() {
        return plot.map(drawn -> drawn.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /**
     * Figures as text.
     *
     * @param texts how many of the first columns are words
     */
    public record Table(int texts, List<String> heads, List<List<String>> rows) {
        /** Style of a column: words stand left, numbers right. */
        public String style(int column) {
            return column < texts ? "text" : "";
        }
    }
}
