package io.linkage.jobs.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The records of one JSON file, each value at the place of its key. */
final class JsonFields implements Records {
    private final JsonTexts texts;
    private final Map<String, Integer> places = new HashMap<>();

    JsonFields(JsonTexts texts, List<String> columns) {
        this.texts = texts;
        columns.forEach(column -> places.put(Header.lower(column), places.size()));
    }

    @Override
    public boolean hasNext() {
        return texts.hasNext();
    }

    @Override
    public void next(Object[] values, RowFaults faults) {
        JsonRecord read = JsonRecord.of(texts.next(), faults);
        read.members().forEach((key, value) -> values[place(key)] = value);
        if (read.corrupt() != null) {
            values[place(JsonFormat.CORRUPT)] = read.corrupt();
        }
    }

    @Override
    public void close() {
        texts.close();
    }

    private int place(String key) {
        Integer place = places.get(Header.lower(key));
        if (place == null) {
            throw new UncheckedIOException(new IOException("A key that the file did not hold before"));
        }
        return place;
    }
}
