package io.linkage.model.drivers.spark;

import io.linkage.model.drivers.TwoWay;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Surveys that ask the same attributes, at least in part: those attributes compete in one regression.
 *
 * @param latest survey of the last answer
 * @param surveys all of them
 * @param compared attributes that half of the respondents answered
 * @param rare the others
 */
record Questionnaire(String latest, Set<String> surveys, List<Attribute> compared, List<Attribute> rare)
        implements Serializable {
    /**
     * One attribute in one survey.
     *
     * @param survey its code
     * @param lastDay of an answer
     * @param attribute what was answered
     */
    record Asked(String survey, LocalDate lastDay, Attribute attribute) {}

    /** Parts the attributes so that no survey asks of two parts. */
    static List<Questionnaire> of(List<Asked> asked) {
        Map<String, List<Asked>> bySurvey =
                asked.stream().collect(Collectors.groupingBy(Asked::survey, TreeMap::new, Collectors.toList()));
        List<List<Asked>> parts = new ArrayList<>();
        bySurvey.values().forEach(survey -> {
            List<List<Asked>> same =
                    parts.stream().filter(part -> overlap(part, survey)).toList();
            List<Asked> joined = new ArrayList<>(survey);
            same.forEach(joined::addAll);
            parts.removeAll(same);
            parts.add(joined);
        });
        return parts.stream()
                .map(Questionnaire::questionnaire)
                .sorted(Comparator.comparing(Questionnaire::latest))
                .toList();
    }

    private static boolean overlap(List<Asked> part, List<Asked> survey) {
        Set<Attribute.Name> names =
                part.stream().map(one -> one.attribute().name()).collect(Collectors.toSet());
        return survey.stream().anyMatch(one -> names.contains(one.attribute().name()));
    }

    private static Questionnaire questionnaire(List<Asked> asked) {
        Map<String, Long> respondents = new TreeMap<>();
        Map<Attribute.Name, Attribute> attributes = new TreeMap<>();
        // In one order, so that sums over surveys have the same last digit on every cluster.
        asked.stream().sorted(Comparator.comparing(Asked::survey)).forEach(one -> {
            respondents.merge(one.survey(), one.attribute().respondents(), Math::max);
            attributes.merge(one.attribute().name(), one.attribute(), Attribute::plus);
        });
        double all = respondents.values().stream().mapToLong(Long::longValue).sum();
        Map<Boolean, List<Attribute>> often = attributes.values().stream()
                .collect(Collectors.partitioningBy(one -> one.respondents() >= TwoWay.LEAST_ANSWERED * all));
        String latest = asked.stream()
                .max(Comparator.comparing(Asked::lastDay).thenComparing(Asked::survey))
                .orElseThrow()
                .survey();
        return new Questionnaire(latest, new TreeSet<>(respondents.keySet()), often.get(true), often.get(false));
    }

    /** Mean answers of the compared attributes. */
    double[] means() {
        return compared.stream().mapToDouble(Attribute::mean).toArray();
    }
}
