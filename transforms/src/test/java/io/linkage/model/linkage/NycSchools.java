package io.linkage.model.linkage;

import io.linkage.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The school survey of New York 2011: scores by teachers, parents and students (mean of four), SAT points (sum of three). */
final class NycSchools {
    static final List<String> MEASURES = List.of("teacher", "parent", "student", "sat");
    private static final List<String> SCORES = List.of("saf", "com", "eng", "aca");

    private NycSchools() {}

    /** One period; clusters are districts, the first two digits of a school's number. */
    static Panel byDistrict() throws IOException {
        return Panel.of(MEASURES, cells(true));
    }

    /** One period; each school is its own cluster. */
    static Panel bySchool() throws IOException {
        return Panel.of(MEASURES, cells(false));
    }

    private static List<Cell> cells(boolean byDistrict) throws IOException {
        Map<String, Double> sat = sat();
        List<Cell> cells = new ArrayList<>();
        Path survey = SharedData.file("nyc-schools/survey_all.txt.gz");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(survey)), Charset.forName("windows-1252")))) {
            List<String> header = values(lines.readLine());
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> values = values(line);
                if (values.size() == header.size()) {
                    String school = values.get(0);
                    cells.add(new Cell(
                            school,
                            byDistrict ? school.substring(0, 2) : school,
                            2011,
                            Long.MAX_VALUE,
                            score(header, values, "t"),
                            score(header, values, "p"),
                            score(header, values, "s"),
                            sat.getOrDefault(school, Double.NaN)));
                }
            }
        }
        return cells;
    }

    private static double score(List<String> header, List<String> values, String who) {
        double sum = 0;
        for (String score : SCORES) {
            String value = values.get(header.indexOf(score + "_" + who + "_11"));
            sum += value.isBlank() || value.equals("NA") ? Double.NaN : Double.parseDouble(value);
        }
        return sum / SCORES.size();
    }

    private static List<String> values(String line) {
        return Arrays.stream(line.split("\t", -1))
                .map(value -> value.replace("\"", ""))
                .toList();
    }

    private static Map<String, Double> sat() throws IOException {
        Map<String, Double> points = new HashMap<>();
        for (String line : Files.readAllLines(SharedData.file("nyc-schools/sat_results.csv"))) {
            String[] values = line.split(",");
            int last = values.length - 1;
            if (last >= 5 && values[last].matches("\\d+")) {
                double sum = 0;
                for (int part = last - 2; part <= last; part++) {
                    sum += Double.parseDouble(values[part]);
                }
                points.put(values[0], sum);
            }
        }
        return points;
    }
}
