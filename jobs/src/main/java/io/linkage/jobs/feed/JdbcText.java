package io.linkage.jobs.feed;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/** Values of a database as text, written as those of Parquet are. */
final class JdbcText {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(TypedText.MOMENT, Locale.ROOT);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern(TypedText.LOCAL, Locale.ROOT);

    private final ResultSet rows;

    JdbcText(ResultSet rows) {
        this.rows = rows;
    }

    /** The value of a column of the current row; null where there is none. */
    String of(int column) throws SQLException {
        String text = rows.getString(column);
        if (text == null) {
            return null;
        }
        return switch (rows.getMetaData().getColumnType(column)) {
            case Types.NUMERIC, Types.DECIMAL -> decimal(text);
            case Types.DOUBLE, Types.FLOAT -> PlainText.of((Double) rows.getDouble(column));
            case Types.REAL -> PlainText.of((Float) rows.getFloat(column));
            case Types.BIT, Types.BOOLEAN -> rows.getObject(column) instanceof Boolean flag ? flag.toString() : text;
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> moment(column, text);
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
                HexFormat.of().withUpperCase().formatHex(rows.getBytes(column));
            default -> text;
        };
    }

    /** PostgreSQL knows a numeric NaN. */
    private static String decimal(String text) {
        return text.matches("[-+0-9.eE]+") ? new BigDecimal(text).toPlainString() : text;
    }

    /** Words such as infinity stay as they are, for the contract to refuse. */
    private String moment(int column, String text) throws SQLException {
        if (!text.matches("\\d{4}-\\d\\d-\\d\\d .*") || text.endsWith("BC")) {
            return text;
        }
        String type = rows.getMetaData().getColumnTypeName(column).toLowerCase(Locale.ROOT);
        boolean offset = type.equals("timestamptz") || type.contains("with time zone");
        return offset
                ? MOMENT.format(rows.getObject(column, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC))
                : LOCAL.format(rows.getObject(column, LocalDateTime.class));
    }
}
