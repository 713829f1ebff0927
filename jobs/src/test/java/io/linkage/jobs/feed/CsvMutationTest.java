package io.linkage.jobs.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvMutationTest {
    private static final byte[] GOOD =
            ("id,name,amount\r\n1,\"M\u00fcller, \"\"Jan\"\"\",10.50\r\n2,\"two\nlines\",7\r\n"
                            + "3,C:\\x,\r\n\r\n4,\ud83d\ude00,0\r\n")
                    .getBytes(UTF_8);
    private static final byte[] SPICES = "\",\n\r\\ ;\0\u00ff\u00e9\u00c3\u00ef\u00bf\u00be\u00ed\u00a0\u001f\u008bx"
            .getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    Path folder;

    @Test
    void anyMutationGivesAllItsRecordsOrAStop() throws IOException {
        Path file = folder.resolve("in.txt");

        new Mutations(new CsvFormat(Sources.csv()), Sources.csv(file, "id", "amount"), GOOD, SPICES).check(file);
    }
}
