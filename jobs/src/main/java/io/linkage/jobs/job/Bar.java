package io.linkage.jobs.job;

import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.Set;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress as a bar that fills, for a person at a terminal; each step leaves its line above it. */
public final class Bar implements Progress {
    private static final int REFRESH_MILLIS = 200;
    private static final int WIDTH = 100;

    private final PrintStream out;
    private final Set<String> running = new LinkedHashSet<>();
    private ProgressBar bar;
    private int steps;
    private int number;

    /** Progress drawn on a terminal. */
    public Bar(PrintStream out) {
        this.out = out;
    }

    @Override
    public void begin(String title, int todo) {
        close();
        steps = todo;
        number = 0;
        running.clear();
        out.println("linkage " + title);
        bar = new ProgressBarBuilder()
                .setTaskName("night")
                .setInitialMax(todo)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH))
                .build();
    }

    @Override
    public void step(String name) {
        running.add(name);
        bar.setExtraMessage(" " + String.join(", ", running));
    }

    @Override
    public void done(StepRecord step) {
        number++;
        running.remove(step.name());
        print(Lines.line(number, steps, step));
        step.notes().forEach(note -> print("        " + note));
        bar.step();
    }

    @Override
    public void say(String text) {
        print(text);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.setExtraMessage("");
            bar.close();
            bar = null;
        }
    }

    /** Over the bar's own line, which is drawn again below. */
    private void print(String text) {
        out.println("\r" + text + " ".repeat(Math.max(0, WIDTH - text.length())));
    }
}
