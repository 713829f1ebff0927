package io.linkage.model.churn.spark;

import io.linkage.model.churn.Design;
import io.linkage.model.churn.Layout;
import io.linkage.model.churn.Newton;
import io.linkage.model.churn.Observed;
import io.linkage.model.churn.Term;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * The rows that one regression learns from, as its standardised terms: made once, and kept for all passes until it is closed. They
 * take eight bytes for each term of a row, in memory or, where that is short, on disk.
 *
 * @param spark the session
 * @param rows the points, in their parts
 */
record Points(SparkSession spark, JavaRDD<Point> rows) implements AutoCloseable {
    private static final StructType LABELLED =
            new StructType().add("label", DataTypes.DoubleType).add("features", SQLDataTypes.VectorType());

    /** Terms of a customer on a day, and whether the customer left. */
    record Point(double[] terms, boolean left) implements Serializable {}

    /** Of examples with a known outcome. */
    static Points of(Dataset<Row> examples, Design design) {
        List<Term> terms = design.terms();
        List<Layout.Reader> readers = new ArrayList<>();
        terms.forEach(term -> readers.add(term.reader(Examples.LAYOUT)));
        Function<Row, Point> point = row -> point(row, terms, readers);
        return new Points(
                examples.sparkSession(), examples.javaRDD().map(point).persist(StorageLevel.MEMORY_AND_DISK()));
    }

    /** Slope and curvature of the loss at these coefficients. */
    Newton at(double[] coefficients) {
        FlatMapFunction<Iterator<Point>, Newton> gather = points -> {
            Newton newton = new Newton(coefficients);
            points.forEachRemaining(point -> newton.add(point.terms(), point.left()));
            return List.of(newton).iterator();
        };
        // Parts come in their order and not in that of their end, and so do their sums.
        List<Newton> parts = rows.mapPartitions(gather).collect();
        return parts.stream().reduce(Newton::merge).orElseGet(() -> new Newton(coefficients));
    }

    /** The same as Spark ML takes them: label and features. */
    Dataset<Row> labelled() {
        Function<Point, Row> label = point -> RowFactory.create(point.left() ? 1.0 : 0.0, Vectors.dense(point.terms()));
        return spark.createDataFrame(rows.map(label), LABELLED);
    }

    @Override
    public void close() {
        rows.unpersist();
    }

    private static Point point(Row row, List<Term> terms, List<Layout.Reader> readers) {
        Observed observed = Examples.observed(row);
        double[] standardised = new double[readers.size()];
        for (int place = 0; place < standardised.length; place++) {
            Term term = terms.get(place);
            standardised[place] = (readers.get(place).of(observed) - term.mean()) / term.deviation();
        }
        return new Point(standardised, Examples.left(row));
    }
}
