package io.linkage.jobs;

/** An end of the night that its user can act on: the message says what, where, why and what to do. */
public class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Exit exit;

    /** How a run of the command ends, as its exit code. */
    public enum Exit {
        /** The work is done. */
        DONE(0),
        /** A fault in Linkage itself. */
        FAULT(1),
        /** The command line or the configuration is wrong. */
        USAGE(2),
        /** The data stopped the night. */
        DATA(3),
        /** Another run holds the warehouse. */
        LOCKED(4),
        /** A source or a store could not be reached: worth a retry. */
        UNREACHABLE(5);

        private final int code;

        Exit(int code) {
            this.code = code;
        }

        /** The exit code. */
        public int code() {
            return code;
        }
    }

    /** A stop with its exit code. */
    public Stop(Exit exit, String message, Throwable cause) {
        super(message, cause);
        this.exit = exit;
    }

    /** The command line or the configuration is wrong. */
    public static Stop configuration(String message) {
        return new Stop(Exit.USAGE, message, null);
    }

    /** The data stopped the night. */
    public static Stop data(String message) {
        return new Stop(Exit.DATA, message, null);
    }

    /** Another run holds the warehouse. */
    public static Stop locked(String message) {
        return new Stop(Exit.LOCKED, message, null);
    }

    /** A source or a store could not be reached. */
    public static Stop unreachable(String message, Throwable cause) {
        return new Stop(Exit.UNREACHABLE, message, cause);
    }

    /** How the run ends. */
    public Exit exit() {
        return exit;
    }
}
