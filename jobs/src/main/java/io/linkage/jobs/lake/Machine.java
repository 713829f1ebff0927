package io.linkage.jobs.lake;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** This machine. */
public final class Machine {
    private Machine() {}

    /** Its name, as others may see it in files of a shared disk. */
    public static String name() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException noName) {
            return "localhost";
        }
    }
}
