package io.linkage.jobs.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.linkage.jobs.settings.JsonOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonMutationTest {
    private static final String FIRST = "{\"id\":\"1\",\"name\":\"M\u00fcller \\\"Jan\\\"\",\"amount\":10.50}";
    private static final String SECOND =
            "{\"id\":2,\"at\":{\"city\":\"\u00d6}]\",\"x\":[1,{\"y\":null}]},\"amount\":-7e2}";
    private static final String THIRD = "{ \"id\" : \"C:\\\\x\", \"name\":\"\ud83d\ude00\", \"amount\":true }";
    private static final byte[] SPICES =
            "\"{}[],:\\\n\r \t\u0000\u00ff\u00e9\u00c3\u00ed\u00a0\u001f\u008bx1-.".getBytes(ISO_8859_1);

    @TempDir
    Path folder;

    @Test
    void anyMutationOfLinesGivesAllItsRecordsOrAStop() throws IOException {
        check("lines", FIRST + "\r\n\n" + SECOND + "\n" + THIRD + "\n");
    }

    @Test
    void anyMutationOfAnArrayGivesAllItsRecordsOrAStop() throws IOException {
        check("array", "[" + FIRST + ",\n " + SECOND + " , " + THIRD + "]\n");
    }

    private void check(String layout, String good) throws IOException {
        Path file = folder.resolve("in.txt");
        TextFormat format = new JsonFormat(new JsonOptions(layout, false));

        new Mutations(format, Sources.json(file, "id", "amount"), good.getBytes(UTF_8), SPICES).check(file);
    }
}
