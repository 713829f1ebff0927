package io.linkage.table.mart;

import io.linkage.contract.Domain;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code mart_model_quality} measures, each with its meaning. */
public enum QualityMetric {
    AUC("area under the ROC curve"),
    BRIER("Brier score"),
    LOG_LOSS("logarithmic loss"),
    ECE("calibration error over ten bins"),
    LIFT("lift of the top decile"),
    MPC("greatest profit per customer, in the reporting currency"),
    EMPC("expected greatest profit per customer, in the reporting currency"),
    MAE("mean absolute error"),
    BIAS("mean error"),
    PSI("population stability index"),
    FORECAST("mean forecast"),
    REALISED("share or mean that came"),
    CONCORDANCE("share of pairs of which the forecast tells who was first"),
    RANK_CORRELATION("Spearman's rank correlation"),
    COVERAGE("share of values within their band"),
    PINBALL("pinball loss of a quantile"),
    TOTAL_RATIO("forecast total over that which was stated"),
    QINI("responses won per treated by the order of customers, over chance"),
    EFFECT("effect on all"),
    TOP_EFFECT("effect on the first three tenths");

    private final String meaning;

    QualityMetric(String meaning) {
        this.meaning = meaning;
    }

    /** Codes of all. */
    static Domain codes() {
        return Domain.CODE.oneOf(Stream.of(values()).map(QualityMetric::code).toArray(String[]::new));
    }

    /** Codes and meanings of all, as one sentence. */
    static String meanings() {
        return Stream.of(values())
                .map(metric -> metric.code() + ": " + metric.meaning)
                .collect(Collectors.joining("; ", "What is measured; ", ""));
    }

    /** Its code in tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
