package io.linkage.jobs.step;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.linkage.contract.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * A few rows that many steps of a night add to one table, kept in a file per step until one step writes them all: a
 * commit costs more than they do.
 */
final class SetAside {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Table table;
    private final Path folder;

    /** Rows set aside for a table on a night. */
    SetAside(Table table, Night night) {
        this.table = table;
        this.folder = night.lake()
                .warehouse()
                .runs()
                .resolve("aside")
                .resolve(table.name())
                .resolve(night.asOf().toString());
    }

    /** Sets the rows of a step aside, in place of those it had set aside before. */
    void keep(String step, List<Row> rows) {
        List<List<String>> texts = rows.stream().map(SetAside::text).toList();
        try {
            Files.createDirectories(folder);
            Path draft = folder.resolve(step + ".new");
            JSON.writeValue(draft.toFile(), texts);
            Files.move(draft, file(step), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The rows of these steps. */
    List<Row> rows(List<String> steps) {
        List<Row> rows = new ArrayList<>();
        for (String step : steps) {
            if (Files.exists(file(step))) {
                read(file(step)).forEach(texts -> rows.add(row(texts)));
            }
        }
        return rows;
    }

    private Path file(String step) {
        return folder.resolve(step + ".json");
    }

    private static List<List<String>> read(Path file) {
        try {
            return JSON.readValue(file.toFile(), new TypeReference<List<List<String>>>() {});
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static List<String> text(Row row) {
        List<String> texts = new ArrayList<>();
        for (int column = 0; column < row.length(); column++) {
            texts.add(row.isNullAt(column) ? null : row.get(column).toString());
        }
        return texts;
    }

    private Row row(List<String> texts) {
        Object[] values = new Object[texts.size()];
        for (int column = 0; column < values.length; column++) {
            values[column] =
                    value(texts.get(column), table.fields().get(column).domain().type());
        }
        return RowFactory.create(values);
    }

    private static Object value(String text, DataType type) {
        if (text == null || type.equals(DataTypes.StringType)) {
            return text;
        }
        if (type.equals(DataTypes.LongType)) {
            return Long.valueOf(text);
        }
        if (type.equals(DataTypes.DateType)) {
            return Date.valueOf(text);
        }
        throw new IllegalStateException("Rows set aside hold no values of type " + type.simpleString());
    }
}
