package io.linkage.model.drivers.spark;

import io.linkage.table.mart.PriorityMatrix;

/** Outcomes for which attributes may matter. */
enum Target {
    /** Money in the days after the answer. */
    MARGIN(PriorityMatrix.MARGIN, 0.01),
    /** Whether the customer bought again in these days. */
    REPURCHASE(PriorityMatrix.REPURCHASE, 0.01),
    /** The respondent's own answer, 0 to 1, told in points of 100 as the attributes are. */
    RECOMMENDATION(PriorityMatrix.RECOMMENDATION, 1);

    private final String code;
    private final double perPoint;

    Target(String code, double perPoint) {
        this.code = code;
        this.perPoint = perPoint;
    }

    String code() {
        return code;
    }

    /** From the outcome per whole scale of an attribute to that per point of 100. */
    double perPoint() {
        return perPoint;
    }
}
