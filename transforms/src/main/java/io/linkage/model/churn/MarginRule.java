package io.linkage.model.churn;

import java.io.Serializable;
import java.util.List;

/** From the terms of a customer to the margin: log-odds of leaving before calibration. */
public sealed interface MarginRule extends Serializable permits LinearRule, BoostedTrees {
    /** The margin of values, one per term. */
    double margin(double[] values);

    /** What each term adds to the margin against the average customer; the parts add up to the distance from it. */
    double[] contributions(double[] values, List<Term> terms);
}
