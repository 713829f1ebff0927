package io.linkage.jobs.step;

import java.util.List;

/** One unit of a night: it can be killed at any point and done again, with the same rows as the result. */
public interface Task {

    /** Name of the step, which is the name of the table it writes. */
    String name();

    /** What it works from, in words for the plan. */
    List<String> reads();

    /** Names of the tables in which what it writes must be found. */
    default List<String> refersTo() {
        return List.of();
    }

    /** Does it. */
    Outcome run(Night night);
}
