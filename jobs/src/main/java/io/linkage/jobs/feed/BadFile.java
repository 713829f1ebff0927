package io.linkage.jobs.feed;

/** Carries the fault of one file to where the faults of all files are gathered. */
final class BadFile extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient FileFault fault;

    BadFile(FileFault fault) {
        super(fault.text());
        this.fault = fault;
    }

    BadFile(String file, String code, String why, String remedy) {
        this(new FileFault(file, code, why, remedy));
    }

    FileFault fault() {
        return fault;
    }
}
