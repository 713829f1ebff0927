package io.linkage.jobs.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;

/** Column names that Delta can hold without column mapping, and the way back to the names as received. */
public final class LandedNames {
    private static final String ORIGINAL = "linkage.received";

    private LandedNames() {}

    /** The rows under names of letters, digits and _; the same name always becomes the same. */
    public static Dataset<Row> safe(Dataset<Row> rows) {
        return rows.select(Arrays.stream(rows.schema().fields())
                .map(field -> Delivered.named(field.name()).as(safe(field.name()), metadata(field)))
                .toArray(Column[]::new));
    }

    /** The rows under the names as received. */
    public static Dataset<Row> original(Dataset<Row> rows) {
        return rows.select(Arrays.stream(rows.schema().fields())
                .map(field -> Delivered.named(field.name()).as(original(field)))
                .toArray(Column[]::new));
    }

    /** The safe form of one name. */
    static String safe(String name) {
        if (name.matches("[A-Za-z_][A-Za-z0-9_]{0,99}")) {
            return name;
        }
        String plain = name.replaceAll("[^A-Za-z0-9]+", "_");
        String start = plain.substring(0, Math.min(60, plain.length()));
        return (start.matches("[0-9].*") ? "n" + start : start) + "_" + digest(name);
    }

    private static String original(StructField field) {
        return field.metadata().contains(ORIGINAL) ? field.metadata().getString(ORIGINAL) : field.name();
    }

    private static org.apache.spark.sql.types.Metadata metadata(StructField field) {
        MetadataBuilder builder = new MetadataBuilder().withMetadata(field.metadata());
        if (!safe(field.name()).equals(field.name())) {
            builder.putString(ORIGINAL, field.name()).putString("comment", "received as " + field.name());
        }
        return builder.build();
    }

    private static String digest(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The Java runtime lacks SHA-256", e);
        }
    }
}
