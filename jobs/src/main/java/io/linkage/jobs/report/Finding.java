package io.linkage.jobs.report;

/**
 * A sentence with its figures for the board's page.
 *
 * @param kind under which question it stands
 * @param text the sentence
 * @param chapter where its figures are, by the chapter's id
 * @param title of that chapter
 */
public record Finding(Kind kind, String text, String chapter, String title) {
    /** The board's questions, in their order. */
    public enum Kind {
        /** What changed. */
        CHANGED,
        /** Why, or where it comes from. */
        WHY,
        /** What to do. */
        DO
    }
}
