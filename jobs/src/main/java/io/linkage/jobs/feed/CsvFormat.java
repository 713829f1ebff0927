package io.linkage.jobs.feed;

import io.linkage.jobs.settings.CsvOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * CSV as RFC 4180 has it.
 *
 * @param options how the source is written
 */
record CsvFormat(CsvOptions options) implements TextFormat {

    @Override
    public String name() {
        return "CSV";
    }

    @Override
    public boolean mayBeEmpty() {
        return options.mayBeEmpty();
    }

    @Override
    public void peek(TextFile file, Header wanted) throws BadFile, IOException {
        file.checkStart();
        new CsvFile(file, options, wanted).header();
    }

    @Override
    public FileFacts facts(TextFile file, Header wanted) throws BadFile, IOException {
        return new CsvFile(file, options, wanted).facts();
    }

    @Override
    public List<String> added() {
        return List.of();
    }

    @Override
    public Records records(InputStream text, List<String> header, List<String> columns) throws IOException {
        return new CsvFields(new CsvRecords(text, options), options, Header.places(header, columns));
    }
}
