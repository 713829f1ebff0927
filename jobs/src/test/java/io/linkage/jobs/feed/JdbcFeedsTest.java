package io.linkage.jobs.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkage.jobs.Stop;
import io.linkage.jobs.TestSpark;
import io.linkage.jobs.settings.Company;
import io.linkage.jobs.settings.Fault;
import io.linkage.jobs.settings.JdbcOptions;
import io.linkage.jobs.settings.Source;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JdbcFeedsTest {
    private static final LocalDate NIGHT = LocalDate.of(2025, 3, 31);

    private static EmbeddedPostgres postgres;
    private static String url;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder().start();
        url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
        execute("create schema shop");
        execute(
                "create table shop.sale (id int, \"Amount\" numeric(12,2), rate numeric, price double precision,"
                        + " small real, day date, at timestamptz, local timestamp, flag boolean, note text, raw bytea, doc jsonb)");
        execute("insert into shop.sale values (1, 10.50, 0.00000001, 1e20, 0.1, '2024-02-29',"
                + " '2024-03-31 01:30:00.5+02', '2024-03-31 02:30:00', true, 'caf\u00e9', '\\xff', '{\"a\": 1}')");
        execute("insert into shop.sale values (2, null, 'NaN', 'Infinity', null, 'infinity', 'infinity', '-infinity',"
                + " null, E'a\\x07b', null, null), (3, 1, 1, 1, 1, '2024-01-01', now(), now(), false, '', null, null)");
        execute("create role reader login");
        execute("create role intruder login");
        execute("grant usage on schema shop to reader, intruder");
        execute("grant select on shop.sale to reader");
        execute("create table shop.\"order\" (id int)");
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void writesEveryTypeAsTextThatReadsBackTheSame() {
        Landed landed = Feeds.read(TestSpark.session(), sale(), NIGHT);

        List<Row> rows = landed.rows().collectAsList();
        assertThat(rows.get(0))
                .hasToString("[1,10.50,0.00000001,100000000000000000000,0.1,2024-02-29,"
                        + "2024-03-30 23:30:00.500000Z,2024-03-31 02:30:00.000000,true,caf\u00e9,FF,{\"a\": 1},SHOP.sale,1,"
                        + "2025-03-31,null,null]");
        assertThat(rows.get(1))
                .hasToString(
                        "[2,null,NaN,Infinity,null,infinity,infinity,-infinity,null,a\\x07b,null,null,SHOP.sale,2,2025-03-31,"
                                + "CONTROL_CHAR,null]");
        assertThat(landed.files())
                .singleElement()
                .satisfies(table -> assertThat(table.records()).isEqualTo(3));
        landed.verify("sale.tills", rows.size());
    }

    @Test
    void asksTheDatabaseOnceHoweverOftenTheRowsAreRead() throws SQLException {
        execute("create table shop.growing as select 1 as id");
        execute("grant select on shop.growing to reader");
        Landed landed = Feeds.read(TestSpark.session(), Sources.jdbc(url, "shop.growing", "id"), NIGHT);

        execute("insert into shop.growing values (2)");

        assertThat(landed.rows().count()).isEqualTo(1);
        assertThat(landed.rows().collectAsList()).hasSize(1);
    }

    @Test
    void seesOneStateOfTheTableWhileItIsWritten() throws Exception {
        execute("create table shop.moving (id int, amount int)");
        execute("insert into shop.moving select i, 100 from generate_series(1, 500) i");
        Thread writer = new Thread(() -> {
            try {
                for (int turn = 1; turn <= 50 && !Thread.currentThread().isInterrupted(); turn++) {
                    execute("begin; update shop.moving set amount = amount - 1 where id % 2 = 0;"
                            + " update shop.moving set amount = amount + 1 where id % 2 = 1; commit");
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        writer.start();

        Landed landed = Feeds.read(TestSpark.session(), Sources.jdbc(url, "shop.moving", "id", "amount"), NIGHT);
        writer.interrupt();
        writer.join();

        assertThat(landed.rows().selectExpr("sum(cast(amount as int))").first().getLong(0))
                .isEqualTo(50_000);
    }

    @Test
    void readsAReservedWordAsATableAndRefusesAnEmptyOne() {
        stops(Sources.jdbc(url, "shop.order", "id"), Stop.Exit.DATA, "EMPTY");
    }

    @Test
    void needsTheRightToSelectAndNothingElse() {
        Source reader = as("reader", "shop.sale");

        assertThat(Feeds.read(TestSpark.session(), reader, NIGHT).records()).isEqualTo(3);
        stops(as("intruder", "shop.sale"), Stop.Exit.DATA, "Grant SELECT on shop.sale");
        stops(as("nobody", "shop.sale"), Stop.Exit.UNREACHABLE, "user or password was refused");
    }

    @Test
    void saysWhichTableOrColumnIsMissing() {
        stops(Sources.jdbc(url, "shop.sail", "id"), Stop.Exit.DATA, "no table shop.sail");
        stops(Sources.jdbc(url, "shop.sale", "id", "price_eur"), Stop.Exit.DATA, "HEADER: it lacks price_eur");
    }

    @Test
    void stopsAsUnreachableWhenNobodyAnswersOrTheServerHangs() throws IOException {
        stops(Sources.jdbc("jdbc:postgresql://127.0.0.1:1/x", "sale", "id"), Stop.Exit.UNREACHABLE, "SQLState 08");
        try (ServerSocket silent = new ServerSocket(0)) {
            String hole = "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/x";
            stops(Sources.jdbc(hole, "sale", "id"), Stop.Exit.UNREACHABLE, "Check that it can be reached");
        }
    }

    @Test
    void aStatementMayTakeLongerThanTheNetworkMayBeSilentOtherwise() throws SQLException {
        execute("create view shop.slow as select 1 as id from pg_sleep(3)");
        JdbcOptions options =
                new JdbcOptions("shop.slow", Optional.of("postgres"), Optional.empty(), 100, 5, 2, 30, false);

        Landed landed = Feeds.read(TestSpark.session(), Sources.of("jdbc", url, options, "id"), NIGHT);

        assertThat(landed.records()).isEqualTo(1);
    }

    @Test
    void peekingFindsFaultsWithoutReadingRows() {
        Company company = new Company(
                "shop",
                Path.of("."),
                Map.of(
                        "sale",
                        List.of(sale(), Sources.jdbc(url, "shop.sail", "id"), Sources.csv(Path.of("no.csv"), "id"))),
                Map.of());

        assertThat(Peek.faults(company, NIGHT))
                .extracting(Fault::text)
                .satisfiesExactly(
                        text -> assertThat(text).contains("no table shop.sail"),
                        text -> assertThat(text).contains("is not there").contains("no.csv"));
    }

    private static Source as(String user, String table) {
        JdbcOptions options = new JdbcOptions(table, Optional.of(user), Optional.empty(), 100, 2, 5, 5, false);
        return Sources.of("jdbc", url, options, "id");
    }

    private static Source sale() {
        return Sources.jdbc(url, "SHOP.sale", "id", "amount");
    }

    private static void stops(Source source, Stop.Exit exit, String words) {
        assertThatThrownBy(() -> Feeds.read(TestSpark.session(), source, NIGHT))
                .isInstanceOfSatisfying(
                        Stop.class, stop -> assertThat(stop.exit()).isEqualTo(exit))
                .hasMessageContaining(words);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
