package io.linkage.jobs;

import io.linkage.jobs.cli.LinkageCommand;
import java.util.Locale;

/** The program: what {@code ./linkage} and {@code spark-submit} start. */
public final class Main {
    private Main() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] arguments) {
        // Names of files and codes have digits of their own elsewhere; what people read is written in a language of its
        // own.
        Locale.setDefault(Locale.ROOT);
        System.exit(LinkageCommand.run(arguments));
    }
}
