package io.linkage.jobs.step;

import static org.apache.spark.sql.functions.lit;

import io.linkage.jobs.feed.FileFacts;
import io.linkage.jobs.feed.Landed;
import io.linkage.jobs.settings.Source;
import io.linkage.staging.Load;
import io.linkage.table.ops.Batch;
import java.sql.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Files that were delivered before, whatever their name: twice in one night, or, by a source that only appends, on an
 * earlier one. Lines without a number would count twice, so such a file is passed over, and its records are duplicates.
 */
final class Repeated {
    /** Reason of records of a file that was delivered before. */
    static final String REASON = "file: REPEATED";

    private Repeated() {}

    /** The files of a delivery that are passed over. */
    static List<FileFacts> of(Landed delivery, Source source, Night night) {
        Set<String> seen = new HashSet<>(earlier(delivery, source, night));
        return delivery.files().stream()
                .filter(file -> file.hasDigest() && !seen.add(file.sha256()))
                .toList();
    }

    /** What became of their records, as {@code ops_intake} holds it. */
    static List<Row> counted(List<FileFacts> files, Source source, Night night) {
        if (files.isEmpty()) {
            return List.of();
        }
        long records = files.stream().mapToLong(FileFacts::records).sum();
        return List.of(RowFactory.create(
                Date.valueOf(night.asOf()),
                source.feed(),
                source.name(),
                "duplicate",
                REASON,
                records * source.rowsPerRecord(),
                records,
                0L));
    }

    private static Set<String> earlier(Landed delivery, Source source, Night night) {
        if (source.load() != Load.APPEND || !night.lake().exists(Batch.TABLE)) {
            return Set.of();
        }
        Object[] contents =
                delivery.files().stream().map(FileFacts::sha256).distinct().toArray();
        return night
                .lake()
                .newest(Batch.TABLE)
                .where(Batch.FEED_CODE
                        .col()
                        .equalTo(source.feed())
                        .and(Batch.SOURCE_CODE.col().equalTo(source.name()))
                        .and(Batch.AS_OF_DATE.col().lt(lit(night.asOf())))
                        .and(Batch.CONTENT_ID.col().isin(contents)))
                .select(Batch.CONTENT_ID.col())
                .distinct()
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .collect(Collectors.toSet());
    }
}
