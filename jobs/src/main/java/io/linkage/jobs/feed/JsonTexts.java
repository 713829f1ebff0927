package io.linkage.jobs.feed;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.linkage.jobs.settings.JsonOptions;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The records of one JSON file as text, streamed: its lines that are not blank, or the elements of its array. */
final class JsonTexts implements Iterator<String>, Closeable {
    private final BufferedReader reader;
    private final JsonParser array;
    private String next;
    private boolean ended;

    JsonTexts(InputStream text, JsonOptions options) throws IOException {
        this.reader = new BufferedReader(new StrictReader(text, options.charset()), 1 << 16);
        this.array = options.lines() ? null : JsonText.FACTORY.createParser(reader);
        if (array != null && array.nextToken() != null && array.currentToken() != JsonToken.START_ARRAY) {
            throw new NoArray();
        }
    }

    /** The file's layout is another one. */
    static final class NoArray extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null && !ended) {
                next = array == null ? line() : element();
            }
            return next != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        String text = next;
        next = null;
        return text;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line() throws IOException {
        String line = reader.readLine();
        ended = line == null;
        return ended || line.chars().allMatch(character -> character == ' ' || character == '\t') ? null : line;
    }

    private String element() throws IOException {
        boolean empty = array.currentToken() == null;
        JsonToken token = empty ? null : array.nextToken();
        if (token == null && !empty) {
            throw new JsonEnd(array);
        }
        if (!empty && token != JsonToken.END_ARRAY) {
            return JsonText.copy(array);
        }
        ended = true;
        if (!empty && array.nextToken() != null) {
            throw new JsonEnd(array);
        }
        return null;
    }

    /** The array ends too early, or something follows it. */
    static final class JsonEnd extends com.fasterxml.jackson.core.JsonParseException {
        private static final long serialVersionUID = 1L;

        JsonEnd(JsonParser at) {
            super(at, "the array does not end with the file");
        }
    }
}
