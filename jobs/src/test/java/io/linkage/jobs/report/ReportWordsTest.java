package io.linkage.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.contract.Field;
import io.linkage.jobs.page.Words;
import io.linkage.table.mart.CampaignValue;
import io.linkage.table.mart.CustomerEquity;
import io.linkage.table.mart.EmployeeLeak;
import io.linkage.table.mart.EnergyLeak;
import io.linkage.table.mart.Experience;
import io.linkage.table.mart.ModelQuality;
import io.linkage.table.mart.NextBestAction;
import io.linkage.table.mart.PriorityMatrix;
import io.linkage.table.mart.QualityMetric;
import io.linkage.table.mart.ServiceProfitChain;
import io.linkage.table.mart.Steering;
import io.linkage.table.mart.SteeringMeasure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each sentence and each name is there in every language. */
class ReportWordsTest {
    @Test
    void languagesHaveTheSameSentencesWithAsManyFigures() {
        assertThat(places(Words.Language.nl)).isEqualTo(places(Words.Language.en));
    }

    @ParameterizedTest
    @EnumSource(Words.Language.class)
    void everyCodeOfTheContractsHasAName(Words.Language language) {
        ResourceBundle texts = words(language).texts();

        assertThat(codes())
                .allSatisfy(key -> assertThat(texts.containsKey(key))
                        .as("A name for " + key + " in words_" + language + ".properties")
                        .isTrue());
    }

    @ParameterizedTest
    @EnumSource(Words.Language.class)
    void everySentenceCanBeWritten(Words.Language language) {
        Words words = words(language);

        places(language).forEach((key, count) -> {
            Object[] parts = Stream.generate(() -> "x").limit(count).toArray();
            if (!isName(key)) {
                assertThat(words.say(key, parts)).as(key).doesNotContain("%s", "%%");
            }
        });
    }

    private static List<String> codes() {
        Stream<String> fields = Map.<String, Field>ofEntries(
                        Map.entry("movement", CustomerEquity.MOVEMENT_CODE),
                        Map.entry("figure", ServiceProfitChain.CAUSE_CODE),
                        Map.entry("through", ServiceProfitChain.THROUGH_CODE),
                        Map.entry("metric", Experience.METRIC_CODE),
                        Map.entry("outcome", PriorityMatrix.TARGET_CODE),
                        Map.entry("quadrant", PriorityMatrix.QUADRANT_CODE),
                        Map.entry("stage", EnergyLeak.STAGE_CODE),
                        Map.entry("leaking", EmployeeLeak.CONSTRUCT_CODE),
                        Map.entry("change", Steering.CHANGE_CODE),
                        Map.entry("status", Steering.STATUS_CODE),
                        Map.entry("action", NextBestAction.ACTION_CODE),
                        Map.entry("limit", NextBestAction.LIMIT_CODE),
                        Map.entry("goal", CampaignValue.GOAL_CODE),
                        Map.entry("evidence", CampaignValue.EVIDENCE_CODE),
                        Map.entry("reason", CampaignValue.REASON_CODE),
                        Map.entry("slice", ModelQuality.SLICE_CODE))
                .entrySet()
                .stream()
                .flatMap(family ->
                        family.getValue().domain().values().stream().map(code -> family.getKey() + "." + code));
        Stream<String> enums = Stream.of(
                        Stream.of(io.linkage.model.linkage.Verdict.Code.values())
                                .map(code -> "verdict." + code),
                        Stream.of(io.linkage.model.drivers.Verdict.values()).map(code -> "priority." + code),
                        Stream.of(SteeringMeasure.values()).map(measure -> "kpi." + measure.code()),
                        Stream.of(QualityMetric.values()).map(metric -> "quality-metric." + metric.code()),
                        Stream.of(Finding.Kind.values()).map(kind -> "question." + kind))
                .flatMap(each -> each);
        return Stream.concat(fields, enums).sorted().toList();
    }

    /** Number of figures by sentence. */
    private static Map<String, Long> places(Words.Language language) {
        ResourceBundle texts = words(language).texts();
        Map<String, Long> places = new TreeMap<>();
        texts.keySet()
                .forEach(key -> places.put(
                        key, (long) texts.getString(key).replace("%%", "").split("%s", -1).length - 1));
        return places;
    }

    /** Names of codes are written as they stand. */
    private static boolean isName(String key) {
        return Stream.of("movement", "kpi", "metric", "quality-metric")
                .anyMatch(family -> key.startsWith(family + "."));
    }

    private static Words words(Words.Language language) {
        return Report.words(language, Optional.empty());
    }
}
