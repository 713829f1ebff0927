package io.linkage.jobs.report;

import java.util.List;

/**
 * The chain as boxes with what is known between them.
 *
 * @param title what it shows
 * @param links from one figure to the next, in order
 * @param whole from the first figure to the last
 */
public record Diagram(String title, List<Link> links, List<Link> whole) {

    /** The figure at the end of the chain. */
    public String last() {
        return links.get(links.size() - 1).outcome();
    }

    /** From a cause to an outcome, with a line for each lag. */
    public record Link(String cause, String outcome, String name, List<Line> lines) {
        /** Whether any lag shows it. */
        public boolean seen() {
            return lines.stream().anyMatch(Line::seen);
        }
    }

    /** What is known at one lag, an empty text where no effect is; a link that is not seen is drawn thin and dashed. */
    public record Line(String lag, String effect, String interval, String verdict, boolean seen) {}
}
