package io.linkage.jobs.feed;

import java.io.Serializable;
import java.util.List;

/**
 * What one delivered file (or table) holds, counted apart from Spark and from the parser that reads its rows.
 *
 * @param name path below the fixed folder of its location, so most often its plain name; for delta the table's folder, for jdbc the table
 * @param bytes size as stored; 0 for jdbc
 * @param sha256 digest of the bytes as stored; for delta the table's identifier and version; empty for jdbc
 * @param records physical records, header and blank lines not counted
 * @param blankLines blank lines that were passed over
 * @param header names of its columns in order; of JSON the keys of its objects
 */
public record FileFacts(String name, long bytes, String sha256, long records, long blankLines, List<String> header)
        implements Serializable {

    /** Whether it is a file of which the bytes were read: equal digests, equal files. */
    public boolean hasDigest() {
        return sha256.matches("[0-9a-f]{64}");
    }
}
