package io.linkage.jobs.report;

import io.linkage.jobs.page.Words;
import io.linkage.jobs.publish.Manifest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the page shows, ready to be written into it.
 *
 * @param manifest of the release
 * @param asOf its business date
 * @param words of its language
 * @param chapters of the sections that have figures
 * @param absent tables without figures
 * @param data the plots, as JSON that no tag can end
 */
public record ReportPage(
        Manifest manifest, LocalDate asOf, Words words, List<Chapter> chapters, List<String> absent, String data) {

    /** The sentences under one of the board's questions. */
    public record Question(String title, List<Finding> findings) {}

    /** Title of page and browser. */
    public String title() {
        return say("title", manifest.company());
    }

    /** What it is made from. */
    public String about() {
        return say("about", words.day(asOf), manifest.release());
    }

    /** A text of the frame. */
    public String say(String key, Object... parts) {
        return words.say(key, parts);
    }

    /** Figures that stand large. */
    public List<Tile> tiles() {
        return chapters.stream().flatMap(chapter -> chapter.tiles().stream()).toList();
    }

    /** The board's questions that have answers. */
    public List<Question> questions() {
        return Stream.of(Finding.Kind.values())
                .map(kind -> new Question(words.name("question", kind.name()), findings(kind)))
                .toList();
    }

    /** Code of its currency, or an empty text. */
    public String currency() {
        return words.currency().map(java.util.Currency::getCurrencyCode).orElse("");
    }

    private List<Finding> findings(Finding.Kind kind) {
        return chapters.stream()
                .flatMap(chapter -> chapter.findings().stream())
                .filter(finding -> finding.kind() == kind)
                .toList();
    }
}
