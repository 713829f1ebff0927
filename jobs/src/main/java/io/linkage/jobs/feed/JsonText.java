package io.linkage.jobs.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.util.function.UnaryOperator;

/** JSON values as the text they were written with: numbers keep their digits, nested values stay JSON. */
final class JsonText {
    /** The length of a record bounds what is in it; objects within objects are bounded by Jackson, at 1,000. */
    private static final int MOST = 1 << 30;

    /** Control characters within strings are a fault of the row, not of the syntax. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(MOST)
                    .maxNumberLength(MOST)
                    .maxStringLength(MOST)
                    .build())
            .build();

    private JsonText() {}

    /** The value at which the parser stands, to its end; null for JSON's null. */
    static String of(JsonParser parser, RowFaults faults) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> null;
            case START_OBJECT, START_ARRAY -> faults.clean(nested(parser, faults::clean, true));
            default -> faults.clean(parser.getText());
        };
    }

    /** The same value, whatever it is and whatever is wrong with it, as JSON. */
    static String copy(JsonParser parser) throws IOException {
        return nested(parser, UnaryOperator.identity(), false);
    }

    private static String nested(JsonParser parser, UnaryOperator<String> strings, boolean strict) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            out.configure(StreamWriteFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), strict);
            int depth = 0;
            do {
                depth += write(parser, out, strings);
            } while (depth > 0 && parser.nextToken() != null);
        }
        return text.toString();
    }

    /** Writes one token; 1 where it opens a level, -1 where it closes one. */
    private static int write(JsonParser parser, JsonGenerator out, UnaryOperator<String> strings) throws IOException {
        JsonToken token = parser.currentToken();
        switch (token) {
            case START_OBJECT -> out.writeStartObject();
            case END_OBJECT -> out.writeEndObject();
            case START_ARRAY -> out.writeStartArray();
            case END_ARRAY -> out.writeEndArray();
            case FIELD_NAME -> out.writeFieldName(strings.apply(parser.currentName()));
            case VALUE_STRING -> out.writeString(strings.apply(parser.getText()));
            default -> out.writeRawValue(parser.getText());
        }
        return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }
}
