package io.linkage.jobs.report;

import io.linkage.jobs.page.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a section says, put together piece by piece. */
public final class Chapter {
    private final String id;
    private final String title;
    private final List<String> lead = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<Tile> tiles = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private Diagram diagram;

    Chapter(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** A sentence at its head. */
    Chapter lead(String sentence) {
        lead.add(sentence);
        return this;
    }

    /** A sentence at its head that is also for the board's page. */
    Chapter lead(Finding.Kind kind, String sentence) {
        return lead(sentence).board(kind, sentence);
    }

    /** A sentence for the board's page alone. */
    Chapter board(Finding.Kind kind, String sentence) {
        findings.add(new Finding(kind, sentence, id, title));
        return this;
    }

    /** A figure that stands large on the board's page. */
    Chapter tile(String name, String value, String note) {
        tiles.add(new Tile(name, value, note));
        return this;
    }

    /** A plot with its table, and how to read it. */
    Chapter plot(String title, Plot plot, Figure.Table table, String note) {
        return figure(title, Optional.of(plot), table, note, false);
    }

    /** A table of its own. */
    Chapter table(String title, Figure.Table table, String note) {
        return figure(title, Optional.empty(), table, note, false);
    }

    /** The chain with its table. */
    Chapter diagram(Diagram drawn, String title, Figure.Table table, String note) {
        diagram = drawn;
        return figure(title, Optional.empty(), table, note, true);
    }

    private Chapter figure(String title, Optional<Plot> plot, Figure.Table table, String note, boolean behind) {
        figures.add(new Figure(id + "-" + (figures.size() + 1), title, plot, table, note, behind));
        return this;
    }

    /** Its name in the page. */
    public String id() {
        return id;
    }

    /** Its heading. */
    public String title() {
        return title;
    }

    /** Sentences at its head. */
    public List<String> lead() {
        return lead;
    }

    /** Its figures. */
    public List<Figure> figures() {
        return figures;
    }

    /** Figures for the board's page. */
    public List<Tile> tiles() {
        return tiles;
    }

    /** Sentences for the board's page. */
    public List<Finding> findings() {
        return findings;
    }

    /** The chain, or null. */
    public Diagram diagram() {
        return diagram;
    }
}
