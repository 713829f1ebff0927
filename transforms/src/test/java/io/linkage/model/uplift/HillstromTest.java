package io.linkage.model.uplift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Hillstrom's e-mail experiment (MineThatData 2008): whom the e-mail with women's wear brings to the shop. */
class HillstromTest {
    private static final String TREATED = "Womens E-Mail";
    private static final String CONTROL = "No E-Mail";
    /** Commas that no quotes are around. */
    private static final Pattern FIELDS = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    @Test
    void theOrderOutOfFoldFindsThoseWhomTheMailMoves() throws IOException {
        UpliftFit fit = UpliftFit.of(cells(), 20, 0.001);

        assertThat(fit.totals().effect()).isCloseTo(.04523, within(5e-5));
        assertThat(fit.totals().error()).isCloseTo(.00323, within(5e-5));
        Qini two = fit.tests().get(UpliftModel.TWO_MODELS).qini();
        // As logistic regressions of both arms by other software: 967.4 visits won, 7.19 points among the first three
        // tenths in two parts of the customers, which other parts move by sampling alone.
        assertThat(two.total()).isCloseTo(967.4, within(.05));
        assertThat(two.top(.3).effect()).isCloseTo(.0719, within(.004));
        assertThat(fit.status()).isEqualTo(UpliftFit.Status.DIFFERS);
        assertThat(fit.tests().get(UpliftFit.RESPONSE_MODEL).qini().coefficient())
                .isLessThan(two.coefficient());
        System.out.printf(
                "Qini %.5f (%s), transformed outcome %.5f, response model %.5f, top 30 %% %.4f%n",
                two.coefficient(),
                fit.tests().get(UpliftModel.TWO_MODELS).ends(),
                fit.tests().get(UpliftModel.TRANSFORMED_OUTCOME).qini().coefficient(),
                fit.tests().get(UpliftFit.RESPONSE_MODEL).qini().coefficient(),
                two.top(.3).effect());
    }

    private static List<Cell> cells() throws IOException {
        List<Cell> cells = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedData.file("hillstrom/hillstrom.csv.gz"))),
                StandardCharsets.UTF_8))) {
            reader.readLine();
            int record = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] fields = FIELDS.split(line);
                record++;
                if (fields[8].equals(TREATED) || fields[8].equals(CONTROL)) {
                    cells.add(cell(record % 2, fields));
                }
            }
        }
        return cells;
    }

    private static Cell cell(int part, String[] fields) {
        Map<String, Double> values = new TreeMap<>();
        values.put("recency", Double.valueOf(fields[0]));
        values.put("history", Double.valueOf(fields[2]));
        values.put("mens=" + fields[3], 1.0);
        values.put("womens=" + fields[4], 1.0);
        values.put("zip=" + fields[5], 1.0);
        values.put("newbie=" + fields[6], 1.0);
        values.put("channel=" + fields[7], 1.0);
        Counts one = Counts.of(1, Long.parseLong(fields[9]));
        boolean treated = fields[8].equals(TREATED);
        return new Cell(part, "all", values, treated ? one : Counts.NONE, treated ? Counts.NONE : one);
    }
}
