package io.linkage.jobs.feed;

import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.is_valid_utf8;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/** Typed Spark columns as text that reads back as the same value. */
final class TypedText {
    /** Moments with their offset. */
    static final String MOMENT = "yyyy-MM-dd HH:mm:ss.SSSSSSXXX";
    /** Local times, which carry none. */
    static final String LOCAL = "yyyy-MM-dd HH:mm:ss.SSSSSS";

    private static final UserDefinedFunction DOUBLE = udf((UDF1<Double, String>) PlainText::of, DataTypes.StringType);
    private static final UserDefinedFunction FLOAT = udf((UDF1<Float, String>) PlainText::of, DataTypes.StringType);
    private static final UserDefinedFunction DECIMAL =
            udf((UDF1<java.math.BigDecimal, String>) PlainText::of, DataTypes.StringType);

    private TypedText() {}

    /** The column as text. */
    static Column of(Column value, DataType type) {
        if (type instanceof DoubleType) {
            return DOUBLE.apply(value);
        }
        if (type instanceof FloatType) {
            return FLOAT.apply(value);
        }
        if (type instanceof DecimalType) {
            return DECIMAL.apply(value);
        }
        if (type instanceof TimestampType) {
            return date_format(value, MOMENT);
        }
        if (type instanceof TimestampNTZType) {
            return date_format(value, LOCAL);
        }
        if (type instanceof BinaryType) {
            return when(is_valid_utf8(value.cast("string")), value.cast("string"))
                    .otherwise(hex(value));
        }
        boolean nested = type instanceof StructType || type instanceof ArrayType || type instanceof MapType;
        return nested ? to_json(value) : value.cast("string");
    }
}
