package io.linkage.jobs;

import io.linkage.jobs.cli.LinkageCommand;

/** The program: what {@code ./linkage} and {@code spark-submit} start. */
public final class Main {
    private Main() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(LinkageCommand.run(arguments));
    }
}
