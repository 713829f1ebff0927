package io.linkage.jobs.lake;

import io.linkage.contract.Field;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** Rows of a folder of plain Parquet, one after the other: no session is started, and none but the row at hand is kept. */
public final class PlainRows {
    private PlainRows() {}

    /**
     * Hands over each row of a folder, in the order of the files.
     *
     * @param columns what is read of a row
     * @param date column of days
     * @param day only rows of this day; null: all rows
     */
    public static void each(Path folder, List<Field> columns, Field date, LocalDate day, Consumer<PlainRow> taker)
            throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
        FilterCompat.Filter filter = day == null
                ? FilterCompat.NOOP
                : FilterCompat.get(FilterApi.eq(FilterApi.intColumn(date.name()), (int) day.toEpochDay()));
        for (Path file : files) {
            each(new LocalInputFile(file), columns, filter, taker);
        }
    }

    private static void each(InputFile file, List<Field> columns, FilterCompat.Filter filter, Consumer<PlainRow> taker)
            throws IOException {
        MessageType shape = shape(file, columns);
        try (ParquetReader<Group> reader =
                new Groups(file, shape).withFilter(filter).build()) {
            for (Group group = reader.read(); group != null; group = reader.read()) {
                taker.accept(row(group, shape));
            }
        }
    }

    /** Of the columns asked for those that the file has. */
    private static MessageType shape(InputFile file, List<Field> columns) throws IOException {
        Set<String> names = columns.stream().map(Field::name).collect(Collectors.toSet());
        try (ParquetFileReader reader = ParquetFileReader.open(file)) {
            MessageType all = reader.getFileMetaData().getSchema();
            return new MessageType(
                    all.getName(),
                    all.getFields().stream()
                            .filter(type -> names.contains(type.getName()))
                            .toList());
        }
    }

    private static PlainRow row(Group group, MessageType shape) {
        Map<String, Object> values = new HashMap<>();
        for (int index = 0; index < shape.getFieldCount(); index++) {
            if (group.getFieldRepetitionCount(index) > 0) {
                Type type = shape.getType(index);
                values.put(type.getName(), value(group, index, type.asPrimitiveType()));
            }
        }
        return new PlainRow(values);
    }

    private static Object value(Group group, int index, PrimitiveType type) {
        if (type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal) {
            return new BigDecimal(unscaled(group, index, type), decimal.getScale());
        }
        return switch (type.getPrimitiveTypeName()) {
            case INT32 ->
                type.getLogicalTypeAnnotation() instanceof DateLogicalTypeAnnotation
                        ? LocalDate.ofEpochDay(group.getInteger(index, 0))
                        : (Object) group.getInteger(index, 0);
            case INT64 -> group.getLong(index, 0);
            case DOUBLE -> group.getDouble(index, 0);
            case BOOLEAN -> group.getBoolean(index, 0);
            default -> group.getString(index, 0);
        };
    }

    private static BigInteger unscaled(Group group, int index, PrimitiveType type) {
        return switch (type.getPrimitiveTypeName()) {
            case INT32 -> BigInteger.valueOf(group.getInteger(index, 0));
            case INT64 -> BigInteger.valueOf(group.getLong(index, 0));
            default -> new BigInteger(group.getBinary(index, 0).getBytes());
        };
    }

    /** A reader that opens no more than it is asked for. */
    private static final class Groups extends ParquetReader.Builder<Group> {
        Groups(InputFile file, MessageType shape) {
            super(file, asking(shape));
        }

        private static PlainParquetConfiguration asking(MessageType shape) {
            PlainParquetConfiguration settings = new PlainParquetConfiguration();
            settings.set(ReadSupport.PARQUET_READ_SCHEMA, shape.toString());
            return settings;
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport();
        }
    }
}
