package io.linkage.jobs.feed;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** The bytes of a delivered file: gzip taken off by the file's content, the byte order mark passed over. */
final class Bytes {
    private static final int BUFFER = 1 << 16;
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private Bytes() {}

    /** The text's bytes, uncompressed and without a mark. */
    static InputStream text(Configuration conf, String path) throws IOException {
        return unwrapped(raw(conf, path));
    }

    /** The bytes as stored. */
    static InputStream raw(Configuration conf, String path) throws IOException {
        Path file = new Path(path);
        return new BufferedInputStream(file.getFileSystem(conf).open(file), BUFFER);
    }

    /** Takes off gzip and the mark. */
    static InputStream unwrapped(InputStream raw) throws IOException {
        PushbackInputStream start = new PushbackInputStream(raw, 2);
        byte[] magic = start.readNBytes(2);
        start.unread(magic);
        boolean gzip = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
        return withoutMark(gzip ? new GZIPInputStream(start, BUFFER) : start);
    }

    private static InputStream withoutMark(InputStream stream) throws IOException {
        PushbackInputStream start = new PushbackInputStream(new BufferedInputStream(stream, BUFFER), MARK.length);
        byte[] first = start.readNBytes(MARK.length);
        if (!java.util.Arrays.equals(first, MARK)) {
            start.unread(first);
        }
        return start;
    }

    /** The digest by which deliveries are told apart. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The Java runtime lacks SHA-256", e);
        }
    }

    /** Counts the bytes that pass. */
    static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            count += octet < 0 ? 0 : 1;
            return octet;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int read = super.read(target, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
