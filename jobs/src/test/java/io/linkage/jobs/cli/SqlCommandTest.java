package io.linkage.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.jobs.Shops;
import io.linkage.jobs.Shops.Sales;
import io.linkage.jobs.TestSpark;
import io.linkage.jobs.lake.Lake;
import io.linkage.jobs.lake.Stamp;
import io.linkage.jobs.lake.Warehouse;
import io.linkage.jobs.publish.Content;
import io.linkage.jobs.publish.Publisher;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SqlCommandTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @TempDir
    private static Path root;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void publishOneNight() throws IOException {
        Warehouse warehouse = new Warehouse(root);
        Lake lake = new Lake(TestSpark.session(), warehouse, List.of(Sales.TABLE));
        lake.write(Sales.TABLE, Shops.sales(DAY, 1L, 3L).union(Shops.sales(DAY, 2L, 41L)), new Stamp("run-1", DAY));
        Publisher.of(warehouse.curated(), List.of(Sales.TABLE))
                .publish(Content.of(lake, DAY), "Acme", "run-1", DAY, 14);
    }

    @AfterAll
    static void leaveTheSessionAsItWas() {
        TestSpark.session().conf().unset("spark.sql.datetime.java8API.enabled");
        TestSpark.session().conf().unset("spark.sql.runSQLOnFiles");
    }

    @Test
    void answersFromTheCurrentRelease() {
        assertThat(run("select as_of_date, shop_key, order_count from mart_shop_sales order by shop_key"))
                .isZero();

        assertThat(out.toString().lines())
                .containsExactly(
                        "as_of_date  shop_key  order_count",
                        "----------  --------  -----------",
                        "2026-03-02         1            3",
                        "2026-03-02         2           41");
    }

    @Test
    void answersAsCsvAndAsJson() {
        run(
                "select shop_key, null as gap, '=1+1' as formula, -2 as less from mart_shop_sales where shop_key = 1",
                "--csv");
        run("select shop_key, date'2026-03-02' as day from mart_shop_sales where shop_key = 1", "--json");

        assertThat(out.toString().lines())
                .containsExactly("shop_key,gap,formula,less", "1,,'=1+1,-2", "{\"shop_key\":1,\"day\":\"2026-03-02\"}");
    }

    @Test
    void explainsAFaultyQuestionOnOneLine() {
        assertThat(run("select turnover from mart_shop_sales")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("The question cannot be answered:")
                .contains("turnover");
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(run("selec 1")).isEqualTo(2);
        assertThat(run("select 1", "--limit", "-1")).isEqualTo(2);
        assertThat(run("select 1 / (shop_key - 1) from mart_shop_sales")).isEqualTo(2);
    }

    @Test
    void refusesToChangeAnything() {
        for (String change : List.of(
                "drop view mart_shop_sales",
                "create table t as select 1",
                "insert into mart_shop_sales select * from mart_shop_sales",
                "with a as (select 1) insert into mart_shop_sales select * from a",
                "set spark.sql.runSQLOnFiles=true",
                "execute immediate 'drop view mart_shop_sales'",
                "begin select 1; end")) {
            assertThat(run(change)).as(change).isEqualTo(2);
        }
        assertThat(err.toString()).contains("Only questions are answered here");
        assertThat(run("select * from mart_shop_sales")).isZero();
    }

    @Test
    void readsNoFileByItsPath() {
        Path folder = root.resolve("mart").resolve("mart_shop_sales");
        assertThat(run("select * from delta.`" + folder + "`")).isEqualTo(2);
        assertThat(run("select * from parquet.`" + folder + "`")).isEqualTo(2);
    }

    @Test
    void saysWhatToDoWhereNothingIsPublished(@TempDir Path empty) {
        assertThat(command().execute("select 1", "--warehouse", empty.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("There is no release").contains("linkage nightly");
    }

    @Test
    void tablesTellRowsOfTheRelease() {
        int code = line(new TablesCommand()).execute("--warehouse", root.toString());

        assertThat(code).isZero();
        assertThat(out.toString()).contains("mart_customer_value").contains("one row per");
    }

    @Test
    void tablesShowTheColumnsOfOne() {
        assertThat(line(new TablesCommand()).execute("ops_dictionary")).isZero();
        assertThat(out.toString()).contains("column_meaning").contains("Grain: one row per table and column.");
        assertThat(line(new TablesCommand()).execute("mart_nothing")).isEqualTo(2);
    }

    private int run(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--warehouse";
        all[arguments.length + 1] = root.toString();
        return command().execute(all);
    }

    private CommandLine command() {
        return line(new SqlCommand());
    }

    private CommandLine line(Object command) {
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(LinkageCommand::explain)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }
}
