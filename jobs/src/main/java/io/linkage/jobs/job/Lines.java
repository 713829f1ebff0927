package io.linkage.jobs.job;

import java.io.PrintStream;
import java.util.Locale;

/** Progress as plain lines, for schedulers and files. */
public final class Lines implements Progress {
    private final PrintStream out;
    private int steps;
    private int number;

    /** Progress written to a stream. */
    public Lines(PrintStream out) {
        this.out = out;
    }

    @Override
    public void begin(String title, int todo) {
        steps = todo;
        number = 0;
        out.println("linkage " + title + ": " + todo + " steps");
    }

    @Override
    public void step(String name) {
        // A line is written when the step is done: what a scheduler keeps should be short.
    }

    @Override
    public void done(StepRecord step) {
        number++;
        out.println(line(number, steps, step));
        step.notes().forEach(note -> out.println("        " + note));
    }

    @Override
    public void say(String text) {
        out.println(text);
    }

    @Override
    public void close() {
        out.flush();
    }

    static String line(int number, int steps, StepRecord step) {
        return String.format(
                Locale.ROOT,
                "[%2d/%d] %-36s %,12d rows %7.1f s",
                number,
                steps,
                step.name(),
                step.rows(),
                step.millis() / 1000.0);
    }
}
