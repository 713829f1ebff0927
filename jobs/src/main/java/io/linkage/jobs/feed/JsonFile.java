package io.linkage.jobs.feed;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.linkage.jobs.settings.JsonOptions;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;

/** Looks through one JSON file before its rows are read: its keys, whole-file faults and count of records. */
final class JsonFile {
    private static final long FIRST_RECORDS = 1_000;

    private final TextFile file;
    private final JsonOptions options;
    private final Header wanted;
    private final Map<String, String> keys = new LinkedHashMap<>();
    private long objects;
    private long records;

    JsonFile(TextFile file, JsonOptions options, Header wanted) {
        this.file = file;
        this.options = options;
        this.wanted = wanted;
    }

    /** Facts of the whole file. */
    FileFacts facts() throws BadFile, IOException {
        file.checkStart();
        ByteCounter counter = options.lines() ? new RecordCounter() : new ElementCounter();
        String digest = file.walk(counter);
        check(Long.MAX_VALUE);
        return file.facts(digest, counter.records(), counter.blankLines(), List.copyOf(keys.values()));
    }

    /** Throws the fault that its first records show. */
    void start() throws BadFile, IOException {
        check(FIRST_RECORDS);
    }

    private void check(long most) throws BadFile, IOException {
        try (InputStream text = file.text();
                JsonTexts texts = new JsonTexts(text, options)) {
            while (records < most && texts.hasNext()) {
                take(texts.next());
            }
        } catch (EOFException | ZipException e) {
            throw file.truncated();
        } catch (JsonTexts.NoArray e) {
            throw file.bad(
                    "LAYOUT", "it does not hold one array", "If each line is an object, set options.layout: lines");
        } catch (JsonProcessingException e) {
            throw syntax(e);
        } catch (UncheckedIOException e) {
            throw fault(e);
        }
        if (records > 0) {
            checkKeys();
        }
    }

    private void take(String text) throws BadFile {
        records++;
        JsonRecord read = JsonRecord.of(text, new RowFaults());
        objects += read.corrupt() == null ? 1 : 0;
        read.members().keySet().forEach(key -> keys.putIfAbsent(Header.lower(key), key));
        if (keys.size() > TextFile.MOST_COLUMNS) {
            throw file.bad(
                    "SCHEMA",
                    "its objects have more than " + TextFile.MOST_COLUMNS + " different keys",
                    "Deliver what they name as a value under one key");
        }
    }

    private void checkKeys() throws BadFile {
        if (objects == 0) {
            throw file.bad(
                    "LAYOUT",
                    "none of its " + records + " records is a JSON object",
                    options.lines()
                            ? "Deliver one object on each line, or set options.layout: array for one array of objects"
                            : "Deliver an array of objects");
        }
        Optional<FileFault> fault = wanted.keysFault(file.name(), List.copyOf(keys.values()));
        if (fault.isPresent()) {
            throw new BadFile(fault.get());
        }
    }

    private BadFile fault(UncheckedIOException e) throws IOException {
        if (e.getCause() instanceof JsonProcessingException syntax) {
            return syntax(syntax);
        }
        if (e.getCause() instanceof EOFException || e.getCause() instanceof ZipException) {
            return file.truncated();
        }
        throw e.getCause();
    }

    /** Jackson's own message may quote what it found. */
    private BadFile syntax(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String where = at == null ? "" : " from line " + at.getLineNr() + ", column " + at.getColumnNr() + " on";
        return e instanceof StreamConstraintsException
                ? file.bad("NESTING", "its array nests values more than 1,000 deep" + where, "Check who made it")
                : file.bad("SYNTAX", "its array is no JSON" + where, "Have it delivered again");
    }
}
