package io.linkage.model.contract.spark;

import io.linkage.model.contract.ContractModel;
import io.linkage.table.ops.Model;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * The champions as {@code ops_model} holds them: what scores is what was recorded.
 *
 * @param pooled of all contracts
 * @param segments of the segments that have their own
 */
record FittedContracts(ContractModel pooled, Map<String, ContractModel> segments) implements Serializable {
    private static final String OF_SEGMENT = ContractModels.SUBJECT + "-";

    /** Of the rows of one night; empty where no contract model was believed. */
    static Optional<FittedContracts> from(List<Row> rows) {
        Map<String, Map<String, Double>> parameters = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        for (Row row : rows) {
            String subject = row.getAs(Model.SUBJECT_CODE.name());
            boolean isContract = subject.equals(ContractModels.SUBJECT) || subject.startsWith(OF_SEGMENT);
            if (isContract && row.<String>getAs(Model.ROLE_CODE.name()).equals(Model.CHAMPION)) {
                names.put(subject, row.getAs(Model.MODEL_CODE.name()));
                parameters
                        .computeIfAbsent(subject, key -> new HashMap<>())
                        .put(row.getAs(Model.PARAMETER_CODE.name()), row.getAs(Model.PARAMETER_ESTIMATE.name()));
            }
        }
        if (!names.containsKey(ContractModels.SUBJECT)) {
            return Optional.empty();
        }
        Map<String, ContractModel> segments = new HashMap<>();
        names.forEach((subject, name) -> {
            if (subject.startsWith(OF_SEGMENT)) {
                segments.put(subject.substring(OF_SEGMENT.length()), ContractModel.of(name, parameters.get(subject)));
            }
        });
        return Optional.of(new FittedContracts(
                ContractModel.of(names.get(ContractModels.SUBJECT), parameters.get(ContractModels.SUBJECT)), segments));
    }

    /** The model of a segment: its own, else that of all. */
    ContractModel of(String segment) {
        return segments.getOrDefault(segment, pooled);
    }
}
