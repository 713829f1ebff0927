package io.linkage.jobs.publish;

import io.linkage.table.Tables;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The committed dictionary is the one that follows from the contracts. */
class DictionaryPagesTest {

    @Test
    void committedPagesAreUpToDate() throws IOException {
        new CommittedFiles("docs/dictionary", DictionaryPages.COMMAND).mustEqual(new DictionaryPages(Tables.ALL).all());
    }
}
