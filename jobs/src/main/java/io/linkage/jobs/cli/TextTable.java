package io.linkage.jobs.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows under a header, aligned for a terminal: numbers to the right. */
final class TextTable {
    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(List<String> header) {
        this.header = header;
    }

    /** Adds a row; null is shown as nothing. Line ends within a value would break the table and are shown as blanks. */
    void add(List<String> values) {
        rows.add(values.stream()
                .map(value -> value == null ? "" : value.replaceAll("\\p{Cntrl}", " "))
                .toList());
    }

    /** Header, rule and rows. */
    List<String> lines() {
        int[] widths = new int[header.size()];
        boolean[] right = new boolean[header.size()];
        for (int column = 0; column < widths.length; column++) {
            int at = column;
            widths[column] = Math.max(
                    header.get(column).length(),
                    rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
            right[column] =
                    !rows.isEmpty() && rows.stream().allMatch(row -> row.get(at).matches("|-?[0-9.,E-]+"));
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(header, widths, right));
        List<String> rule = new ArrayList<>();
        for (int width : widths) {
            rule.add("-".repeat(width));
        }
        lines.add(line(rule, widths, right));
        rows.forEach(row -> lines.add(line(row, widths, right)));
        return lines;
    }

    private static String line(List<String> values, int[] widths, boolean[] right) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String value = values.get(column);
            String blanks = " ".repeat(widths[column] - value.length());
            line.append(column == 0 ? "" : "  ").append(right[column] ? blanks + value : value + blanks);
        }
        return line.toString().stripTrailing();
    }
}
