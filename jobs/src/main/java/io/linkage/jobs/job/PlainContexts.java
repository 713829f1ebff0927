package io.linkage.jobs.job;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.batch.core.repository.ExecutionContextSerializer;

/** Execution contexts as JSON of texts, numbers and truths; nothing in a database can make an object of a class. */
final class PlainContexts implements ExecutionContextSerializer {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);

    @Override
    public void serialize(Map<String, Object> context, OutputStream target) throws IOException {
        for (Map.Entry<String, Object> entry : context.entrySet()) {
            Object value = entry.getValue();
            if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
                throw new IllegalArgumentException("Execution contexts hold texts and numbers only, but "
                        + entry.getKey() + " is a " + value.getClass().getName());
            }
        }
        target.write(JSON.writeValueAsString(context).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Map<String, Object> deserialize(InputStream source) throws IOException {
        return JSON.readValue(source, new TypeReference<HashMap<String, Object>>() {});
    }
}
