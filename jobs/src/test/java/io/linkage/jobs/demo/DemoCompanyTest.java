package io.linkage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.linkage.jobs.Stop;
import io.linkage.jobs.TestSpark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCompanyTest {
    @TempDir
    Path temporary;

    @Test
    void fillsADatabaseThatALaterNightStartsAgain() throws Exception {
        Path folder = temporary.resolve("demo");
        DemoCompany.generate(TestSpark.session(), plan(300, folder, DemoPlan.Form.POSTGRES));

        JsonNode truth =
                new ObjectMapper().readTree(folder.resolve("truth.json").toFile());
        try (DemoDatabase database = DemoDatabase.start(folder)) {
            for (String table : new String[] {"customer", "order_line", "interaction", "product", "fx_rate"}) {
                assertThat(number(database, "select count(*) from " + table))
                        .as(table)
                        .isEqualTo(truth.at("/rows/" + table).asLong());
            }
            String sales = " from order_line where order_no ~ '^O[0-9]' and line_type = 'sale'";
            assertThat(number(database, "select count(distinct order_no)" + sales))
                    .isEqualTo(truth.at("/customers/orders").asLong());
            assertThat(number(database, "select count(distinct currency)" + sales))
                    .isEqualTo(3);
            assertThat(number(database, "select count(*) from order_line where customer_no like 'W%'"))
                    .isPositive();
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "postgres", ""))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> number(database, "delete from customer returning 1"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void filesHoldWhatTheTruthCounts() throws Exception {
        Path folder = temporary.resolve("demo");
        SparkSession spark = TestSpark.session();
        DemoCompany.generate(spark, plan(300, folder, DemoPlan.Form.PARQUET));

        JsonNode truth =
                new ObjectMapper().readTree(folder.resolve("truth.json").toFile());
        Dataset<Row> answers = spark.read().option("header", true).csv(folder.resolve("survey") + "/*.csv");
        assertThat(answers.count()).isEqualTo(truth.at("/rows/survey_answer").asLong());
        assertThat(answers.columns()).startsWith("survey", "respondent").doesNotContain("quarter");
        Path hr = folder.resolve("hr");
        assertThat(Files.readAllLines(hr.resolve("employee.csv")))
                .hasSize(1 + truth.at("/rows/employee").asInt());
        assertThat(spark.read()
                        .parquet(hr.resolve("engagement_answer.parquet").toString())
                        .count())
                .isEqualTo(truth.at("/rows/engagement_answer").asLong());
        for (String table : new String[] {"customer", "order_line", "interaction", "product", "fx_rate"}) {
            assertThat(spark.read()
                            .parquet(folder + "/marketing/" + table + ".parquet")
                            .count())
                    .as(table)
                    .isEqualTo(truth.at("/rows/" + table).asLong());
        }
    }

    @Test
    void aFolderOfSomethingElseIsLeftAlone() throws Exception {
        Path file = Files.writeString(temporary.resolve("letter.txt"), "mine");

        assertThatThrownBy(() -> DemoCompany.generate(TestSpark.session(), plan(10, temporary, DemoPlan.Form.PARQUET)))
                .isInstanceOf(Stop.class)
                .hasMessageContaining("Name a new or empty folder");
        assertThat(file).hasContent("mine");
    }

    private static DemoPlan plan(long customers, Path folder, DemoPlan.Form form) {
        return new DemoPlan(customers, 400, 7, DemoPlan.STANDARD_END, folder.toString(), form);
    }

    private static long number(DemoDatabase database, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), DemoDatabase.READER, "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
