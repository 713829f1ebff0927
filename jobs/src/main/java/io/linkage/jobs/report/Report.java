package io.linkage.jobs.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.linkage.jobs.page.Pages;
import io.linkage.jobs.page.Words;
import io.linkage.jobs.publish.ReleaseRows;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The report of a release in a language: the board's page, and a chapter for each section that has figures. */
public final class Report {
    private static final String WORDS = "io.linkage.jobs.report.words";

    private Report() {}

    /** The words of the report. */
    public static Words words(Words.Language language, Optional<Currency> currency) {
        return Words.of(language, WORDS, currency);
    }

    /** The page, whole. */
    public static String html(ReleaseRows release, Words words) {
        return Pages.html("report.jte", page(release, words));
    }

    static ReportPage page(ReleaseRows release, Words words) {
        List<Chapter> chapters = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        for (Section section : Section.ALL) {
            section.chapter(release, words)
                    .ifPresentOrElse(
                            chapters::add, () -> absent.add(section.table().name()));
        }
        return new ReportPage(release.manifest(), release.asOf(), words, chapters, absent, data(chapters));
    }

    private static String data(List<Chapter> chapters) {
        ArrayNode figures = new ObjectMapper().createArrayNode();
        chapters.stream()
                .flatMap(chapter -> chapter.figures().stream())
                .forEach(figure ->
                        figure.plot().map(plot -> plot.json(figure.id())).ifPresent(figures::add));
        return Pages.data(figures);
    }
}
