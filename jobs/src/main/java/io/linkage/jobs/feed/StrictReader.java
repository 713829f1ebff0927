package io.linkage.jobs.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes bytes without guessing: a byte that is none of the encoding becomes a lone low surrogate (U+DC00 plus the
 * byte), which no text holds, so that the row it stands in can be found and quarantined.
 */
final class StrictReader extends Reader {
    private static final char WRONG = '\uDC00';
    /** The CSV parser takes this character for "no quote". */
    private static final char RESERVED = '\uFFFE';

    private final InputStream bytes;
    private final CharsetDecoder decoder;
    private final ByteBuffer in = ByteBuffer.allocate(1 << 16).flip();
    private final CharBuffer out = CharBuffer.allocate(1 << 16).flip();
    private boolean ended;

    StrictReader(InputStream bytes, Charset charset) {
        this.bytes = bytes;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Whether a character stands for a wrong byte; the one before it tells a pair from a lone one. */
    static boolean wrong(char before, char character) {
        return Character.isLowSurrogate(character) && !Character.isHighSurrogate(before);
    }

    /** A wrong byte, or a character that no text holds, as a reader of the quarantine sees it. */
    static String visible(char wrong) {
        return wrong >>> 8 == WRONG >>> 8 || wrong >>> 8 == 0
                ? String.format("\\x%02X", wrong & 0xff)
                : String.format("\\u%04X", (int) wrong);
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        while (!out.hasRemaining()) {
            if (ended && !in.hasRemaining()) {
                return -1;
            }
            decode();
        }
        int taken = Math.min(length, out.remaining());
        out.get(target, from, taken);
        return taken;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private void decode() throws IOException {
        fill();
        out.clear();
        CoderResult result = decoder.decode(in, out, ended);
        while (result.isError() && out.hasRemaining()) {
            out.put((char) (WRONG + (in.get() & 0xff)));
            decoder.reset();
            result = decoder.decode(in, out, ended);
        }
        out.flip();
        hideReserved();
    }

    private void fill() throws IOException {
        if (ended) {
            return;
        }
        in.compact();
        int count = bytes.read(in.array(), in.position(), in.remaining());
        if (count < 0) {
            ended = true;
        } else {
            in.position(in.position() + count);
        }
        in.flip();
    }

    private void hideReserved() {
        for (int index = out.position(); index < out.limit(); index++) {
            if (out.get(index) == RESERVED) {
                out.put(index, (char) (WRONG + 0xfe));
            }
        }
    }
}
