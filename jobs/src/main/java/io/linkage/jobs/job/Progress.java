package io.linkage.jobs.job;

/** Tells a person at a terminal how far a run has come. */
public interface Progress extends AutoCloseable {

    /** A run begins, with so many steps to do. */
    void begin(String title, int steps);

    /** A step begins. */
    void step(String name);

    /** A step is done. */
    void done(StepRecord step);

    /** Something worth knowing. */
    void say(String text);

    @Override
    void close();
}
