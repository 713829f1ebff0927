package io.linkage.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.contract.Domain;
import io.linkage.contract.Layer;
import io.linkage.contract.Privacy;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumberedChangesTest {
    @TempDir
    Path conf;

    @Test
    void changesOfLinesThatAreNumberedAsTheyComeAreRefused() throws IOException {
        String changes = """
                company: shop
                privacy: {pseudonym-key: generate}
                feeds:
                  line:
                    - source: tills
                      format: csv
                      location: lines.csv
                      load: changes
                      change: Kind
                      columns: {sale_id: Id%s}
                """;
        TableBuilder lines = Table.named("stg_line", Layer.STAGING).feed("line").grain("one row per line");
        lines.key("sale_id", Domain.ID, Privacy.INTERNAL, "Identifier of the sale");
        lines.numberedKey("line_number", Domain.COUNT, "Number of the line");
        lines.derived("loaded_date", Domain.DATE, Privacy.INTERNAL, "Night that loaded it");
        Companies companies = new Companies(List.of(lines.build()), name -> null);

        Files.writeString(conf.resolve("company.yaml"), changes.formatted(""));
        assertThat(companies.read(conf).faults())
                .singleElement()
                .extracting(Fault::text)
                .asString()
                .contains("line_number: missing", "which record a change is of");
        Files.writeString(conf.resolve("company.yaml"), changes.formatted(", line_number: Line"));
        assertThat(companies.read(conf).faults()).isEmpty();
    }
}
