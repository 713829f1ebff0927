package io.linkage.jobs.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.SharedData;
import io.linkage.jobs.settings.CsvOptions;
import io.linkage.jobs.settings.Source;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.functions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealDataTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "online-retail/online-retail.csv.gz | UTF-8        | ,   | InvoiceNo         | 541909 | 0",
                "telco-churn/Telco-Customer-Churn.csv | UTF-8      | ,   | customerID        | 7043   | 0",
                "hillstrom/hillstrom.csv.gz         | UTF-8        | ,   | history_segment   | 64000  | 0",
                "sfo-survey/2016.csv.gz             | ISO-8859-1   | ,   | `AIRLINE CODE`    | 3087   | 0",
                "hr-attrition/emp_attrition.csv     | UTF-8        | ,   | Age               | 1470   | 0",
                "febrl/dataset3.csv                 | UTF-8        | ,   | given_name        | 5000   | 0",
                "nyc-schools/sat_results.csv        | UTF-8        | ,   | `SCHOOL NAME`     | 478    | 0",
                "nyc-schools/survey_all.txt.gz      | windows-1252 | tab | dbn               | 455    | 1",
            })
    void readsRealFilesToTheLastRecord(
            String file, String encoding, String delimiter, String column, long records, long faults) {
        Path path = SharedData.file(file);
        CsvOptions options = new CsvOptions(true, List.of(), encoding, delimiter, "\"", false);
        Source source = Sources.of("csv", path.toString(), options, column);

        Landed landed = Feeds.read(io.linkage.jobs.TestSpark.session(), source, LocalDate.of(2025, 3, 31));

        var counts = landed.rows()
                .agg(functions.count(functions.lit(1)), functions.count(functions.col("_fault")))
                .first();
        assertThat(landed.records()).isEqualTo(records);
        assertThat(counts.getLong(0)).isEqualTo(records);
        assertThat(counts.getLong(1)).isEqualTo(faults);
    }
}
