package io.linkage.jobs.feed;

import io.linkage.jobs.Stop;
import java.util.List;

/**
 * A fault of a file as a whole: none of its rows can be trusted.
 *
 * @param file name of the file or table
 * @param code word by which such faults can be counted
 * @param why what is wrong with it
 * @param remedy what to do
 */
record FileFault(String file, String code, String why, String remedy) {

    /** The fault as one line. */
    String text() {
        return file + ": " + code + ": " + why + ". " + remedy + ".";
    }

    /** All faults of a source as one stop. */
    static Stop stop(String source, List<FileFault> faults) {
        StringBuilder text = new StringBuilder("Source " + source + " cannot be read, " + faults.size()
                + (faults.size() == 1 ? " fault" : " faults") + ":");
        faults.forEach(fault -> text.append("\n  ").append(fault.text()));
        return Stop.data(text.toString());
    }
}
