package io.linkage.jobs.feed;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamWriteException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One record of a JSON file.
 *
 * @param members values by key as text; none where the record is not one whole object
 * @param corrupt the record as it was received, where it is not
 */
record JsonRecord(Map<String, String> members, String corrupt) {

    /** Reads the text of a record, and notes what is wrong with it. */
    static JsonRecord of(String text, RowFaults faults) {
        Map<String, String> members = new LinkedHashMap<>();
        try (JsonParser parser = JsonText.FACTORY.createParser(text)) {
            if (whole(parser, members, faults)) {
                return new JsonRecord(members, null);
            }
            faults.add(RowFaults.Kind.NO_OBJECT);
        } catch (Repeated | StreamWriteException e) {
            faults.add(RowFaults.Kind.DUPLICATE_KEY);
        } catch (StreamConstraintsException e) {
            faults.add(RowFaults.Kind.NESTING);
        } catch (JsonProcessingException e) {
            faults.add(RowFaults.Kind.NO_OBJECT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new JsonRecord(Map.of(), faults.clean(text));
    }

    /** Two keys of one object are the same, or differ in case alone. */
    private static final class Repeated extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static boolean whole(JsonParser parser, Map<String, String> members, RowFaults faults) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        Map<String, String> known = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            String value = JsonText.of(parser, faults);
            if (known.putIfAbsent(Header.lower(key), key) != null) {
                throw new Repeated();
            }
            if (!key.equals(faults.clean(key))) {
                return false;
            }
            members.put(key, value);
        }
        return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
    }
}
