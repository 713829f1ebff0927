package io.linkage.jobs.job;

/** Lets steps that run side by side tell of themselves one after the other. */
final class InTurn implements Progress {
    private final Progress progress;

    InTurn(Progress progress) {
        this.progress = progress;
    }

    @Override
    public synchronized void begin(String title, int steps) {
        progress.begin(title, steps);
    }

    @Override
    public synchronized void step(String name) {
        progress.step(name);
    }

    @Override
    public synchronized void done(StepRecord step) {
        progress.done(step);
    }

    @Override
    public synchronized void say(String text) {
        progress.say(text);
    }

    @Override
    public synchronized void close() {
        progress.close();
    }
}
