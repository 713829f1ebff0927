package io.linkage.jobs.publish;

import io.linkage.table.mart.ModelQuality;
import io.linkage.table.ops.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The pages on the models that score in a night, in the folder of its release. */
final class ModelCards {
    /** Folder below that of the release. */
    static final String FOLDER = "model-cards";

    private ModelCards() {}

    /** Writes a page for each model that scores; none where no model does. */
    static void write(Content content, LocalDate asOf, Path release) throws IOException {
        List<ModelCard> cards = cards(content, asOf);
        if (cards.isEmpty()) {
            return;
        }
        Path folder = Files.createDirectory(release.resolve(FOLDER));
        for (ModelCard card : cards) {
            Path file = Files.writeString(folder.resolve(card.file()), card.text());
            Disk.sync(file);
        }
        Disk.sync(folder);
    }

    private static List<ModelCard> cards(Content content, LocalDate asOf) {
        Map<String, List<Row>> champions = bySubject(
                tonight(content.rows(Model.TABLE), Model.AS_OF_DATE.name(), asOf)
                        .filter(Model.ROLE_CODE.col().equalTo(Model.CHAMPION)),
                Model.SUBJECT_CODE.name());
        if (champions.isEmpty()) {
            return List.of();
        }
        Map<String, List<Row>> quality = bySubject(
                tonight(content.rows(ModelQuality.TABLE), ModelQuality.AS_OF_DATE.name(), asOf),
                ModelQuality.SUBJECT_CODE.name());
        List<ModelCard> cards = new ArrayList<>();
        champions.forEach((subject, parameters) ->
                cards.add(new ModelCard(subject, parameters, quality.getOrDefault(subject, List.of()))));
        return cards;
    }

    private static Dataset<Row> tonight(Dataset<Row> rows, String date, LocalDate asOf) {
        return rows.filter(rows.col(date).equalTo(java.sql.Date.valueOf(asOf)));
    }

    private static Map<String, List<Row>> bySubject(Dataset<Row> rows, String subject) {
        return rows.collectAsList().stream()
                .collect(Collectors.groupingBy(row -> row.<String>getAs(subject), TreeMap::new, Collectors.toList()));
    }
}
