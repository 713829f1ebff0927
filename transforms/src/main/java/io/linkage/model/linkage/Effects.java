package io.linkage.model.linkage;

/** What a regression leaves to other causes before it looks at the link. */
public enum Effects {
    /** Nothing but a mean: units are compared with each other, and whatever else makes them differ is in the link. */
    MEAN,
    /** What is always so in a unit and what happens to all units in a period: only changes within a unit count. */
    UNIT_AND_PERIOD
}
