package io.linkage.contract;

/** Over which dimensions a measure may be summed (Kimball). */
public enum Additivity {
    /** Over all dimensions. */
    ADDITIVE,
    /** Over all but time: a balance. */
    SEMI_ADDITIVE,
    /** Over none: a ratio, a score, a rate. */
    NON_ADDITIVE,
    /** Not a measure. */
    ATTRIBUTE
}
