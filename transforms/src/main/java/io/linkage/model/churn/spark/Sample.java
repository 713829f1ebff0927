package io.linkage.model.churn.spark;

import static org.apache.spark.sql.functions.xxhash64;

import io.linkage.model.churn.Leaks;
import io.linkage.table.score.FeatureChurn;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * As many examples as one machine holds with ease, in an order of their own. A digest of the customer decides which they are, not
 * the order of rows.
 *
 * @param rows the examples, each with the number of its part
 */
record Sample(List<Member> rows) {
    /** Leaks and drift show in so many. */
    static final int LEAKS = 20_000;

    /** An example of a part. */
    record Member(int part, Leaks.Example example) {}

    static Sample of(Dataset<Row> known, int most) {
        return new Sample(chosen(known, most).collectAsList().stream()
                .map(row ->
                        new Member(Examples.part(row), new Leaks.Example(Examples.observed(row), Examples.left(row))))
                .toList());
    }

    /** Of two sets of examples so many each, one after the other, in one job. */
    static List<Row> both(Dataset<Row> one, Dataset<Row> other) {
        return chosen(one, LEAKS).union(chosen(other, LEAKS)).collectAsList();
    }

    private static Dataset<Row> chosen(Dataset<Row> examples, int most) {
        return examples.orderBy(
                        xxhash64(FeatureChurn.CUSTOMER_KEY.col(), FeatureChurn.FEATURE_DATE.col()),
                        FeatureChurn.CUSTOMER_KEY.col(),
                        FeatureChurn.FEATURE_DATE.col())
                .limit(most);
    }

    /** Those that tell leaks. */
    List<Leaks.Example> leaks() {
        return rows.stream().limit(LEAKS).map(Member::example).toList();
    }

    /** Those of some parts. */
    List<Leaks.Example> of(Set<Integer> parts) {
        return rows.stream()
                .filter(member -> parts.contains(member.part()))
                .map(Member::example)
                .toList();
    }
}
