package io.linkage.jobs.feed;

import io.linkage.jobs.settings.JsonOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * JSON as RFC 8259 has it, one object per line or one array of objects per file.
 *
 * @param options how the source is written
 */
record JsonFormat(JsonOptions options) implements TextFormat {
    /** Holds a record that is not one whole object, as it was received; Spark's own name for such a column. */
    static final String CORRUPT = "_corrupt_record";

    @Override
    public String name() {
        return "JSON";
    }

    @Override
    public boolean mayBeEmpty() {
        return options.mayBeEmpty();
    }

    @Override
    public void peek(TextFile file, Header wanted) throws BadFile, IOException {
        file.checkStart();
        new JsonFile(file, options, wanted).start();
    }

    @Override
    public FileFacts facts(TextFile file, Header wanted) throws BadFile, IOException {
        return new JsonFile(file, options, wanted).facts();
    }

    @Override
    public List<String> added() {
        return List.of(CORRUPT);
    }

    @Override
    public Records records(InputStream text, List<String> header, List<String> columns) throws IOException {
        return new JsonFields(new JsonTexts(text, options), columns);
    }
}
