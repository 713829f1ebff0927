package io.linkage.model.clv;

/** A smooth function of several variables, with its derivatives. */
interface Objective {
    /** The function at a point. */
    double value(double[] point);

    /** Its first derivatives there. */
    double[] gradient(double[] point);
}
