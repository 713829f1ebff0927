package io.linkage.jobs.settings;

import io.linkage.settings.SegmentSettings;
import io.linkage.table.mart.CustomerValue;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Conditions of the company's own segments: Spark SQL over columns of {@code mart_customer_value} alone. */
final class SegmentRules {
    private SegmentRules() {}

    /** Reports every condition that cannot be used. */
    static void check(SegmentSettings settings, Place place, Faults faults) {
        for (SegmentSettings.Rule rule : settings.ordered()) {
            fault(rule.condition()).ifPresent(why -> faults.add(place, "segment " + rule.code() + ": " + why, ""));
        }
    }

    private static Optional<String> fault(String condition) {
        Optional<String> fault = Expressions.fault(condition, SegmentRules::type)
                .or(() -> Expressions.fault("case when (" + condition + "\n) then 1 end", SegmentRules::type)
                        .map(why -> "it is no condition, as it yields neither true nor false"));
        if (fault.isPresent()) {
            return fault;
        }
        Set<String> unknown = new LinkedHashSet<>(Expressions.columns(condition));
        unknown.removeAll(CustomerValue.TABLE.names());
        unknown.addAll(Expressions.columns(condition).stream()
                .filter(CustomerValue.RULE_SEGMENT_CODE.name()::equals)
                .toList());
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("it may read the columns of mart_customer_value before the segment itself, but reads "
                        + String.join(", ", unknown));
    }

    /** Of a column that the mart has not, nothing is said here. */
    private static DataType type(String column) {
        return CustomerValue.TABLE
                .field(column)
                .map(field -> field.domain().type())
                .orElse(DataTypes.NullType);
    }
}
