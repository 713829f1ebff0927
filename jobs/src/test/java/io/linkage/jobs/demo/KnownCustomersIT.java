package io.linkage.jobs.demo;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TestInputs;
import io.linkage.core.identity.BuildCustomerIdentity;
import io.linkage.core.identity.BuildKeyMap;
import io.linkage.jobs.TestSpark;
import io.linkage.jobs.feed.Feeds;
import io.linkage.jobs.settings.Source;
import io.linkage.staging.Landing;
import io.linkage.staging.Received;
import io.linkage.staging.Stage;
import io.linkage.table.core.CustomerIdentity;
import io.linkage.table.core.KeyMap;
import io.linkage.table.staging.Customer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The records of generated customers in two systems become the customers they are, and stay them. */
class KnownCustomersIT {
    private static final int CUSTOMERS = 20_000;
    private static final int NIGHTS = 10;
    /** Every night reads what all nights before delivered: {@code -Dlinkage.known-customers=20000} has the time for more. */
    private static final int NIGHTLY_CUSTOMERS = Integer.getInteger("linkage.known-customers", 4_000);

    private static final Set<String> KEY_CHANGES =
            Set.of(CustomerIdentity.MERGED, CustomerIdentity.SPLIT, CustomerIdentity.MOVED);

    @TempDir
    static Path folder;

    /** Whose an identifier is on a night. */
    private record Known(long key, Long before, String event) {}

    /** What its two systems hold of a company's customers. */
    private record Company(DemoPlan plan, List<Source> sources, List<Dataset<Row>> extracts) {
        static Company of(int customers) {
            String at = folder.resolve("of-" + customers).toString();
            DemoPlan plan = new DemoPlan(customers, 730, 1, DemoPlan.STANDARD_END, at, DemoPlan.Form.PARQUET);
            DemoCompany.generate(TestSpark.session(), plan);
            List<Source> sources = ParquetForm.company(plan).sources().get(Customer.TABLE.feed()).stream()
                    .map(source -> ParquetForm.readable(source, plan))
                    .toList();
            List<Dataset<Row>> extracts = sources.stream()
                    .map(source -> Feeds.read(TestSpark.session(), source, plan.end())
                            .rows()
                            .localCheckpoint())
                    .toList();
            return new Company(plan, sources, extracts);
        }
    }

    @Test
    void recordsAreMatchedAsTheTruthHasThem() {
        Company company = Company.of(CUSTOMERS);
        Map<String, String> persons = new HashMap<>();
        Identities.TABLE
                .few(new World(company.plan()))
                .forEach(row -> persons.put(row.getAs("customer_no"), row.getAs("person_no")));
        Map<Long, List<String>> customers = new TreeMap<>();
        customers(company.sources(), date(0), company.extracts()::get).forEach((id, known) -> {
            if (persons.containsKey(id)) {
                customers.computeIfAbsent(known.key(), key -> new ArrayList<>()).add(persons.get(id));
            }
        });
        long found =
                customers.values().stream().mapToLong(KnownCustomersIT::pairs).sum();
        long right = customers.values().stream()
                .flatMap(records -> records.stream().collect(Collectors.groupingBy(person -> person)).values().stream())
                .mapToLong(KnownCustomersIT::pairs)
                .sum();
        long real = persons.values().stream().collect(Collectors.groupingBy(person -> person)).values().stream()
                .mapToLong(KnownCustomersIT::pairs)
                .sum();

        double precision = (double) right / found;
        double recall = (double) right / real;
        double f1 = 2 * precision * recall / (precision + recall);
        System.out.printf("F1 %.4f, precision %.4f, recall %.4f of %d pairs%n", f1, precision, recall, real);
        assertThat(f1).isGreaterThanOrEqualTo(0.98);
        assertThat(real).isGreaterThan(2_000);
    }

    @Test
    void noKeyChangesInTenNightsWithoutAnEventThatSaysFromWhat() {
        Company company = Company.of(NIGHTLY_CUSTOMERS);
        Map<String, Known> before = Map.of();
        long changes = 0;
        for (int night = 0; night < NIGHTS; night++) {
            int last = night;
            Map<String, Known> now =
                    customers(company.sources(), date(night), number -> deliveries(company, number, last));
            for (Map.Entry<String, Known> earlier : before.entrySet()) {
                Known known = now.get(earlier.getKey());
                if (known.key() == earlier.getValue().key()) {
                    assertThat(known.event()).isEqualTo(CustomerIdentity.NONE);
                } else {
                    changes++;
                    assertThat(KEY_CHANGES).contains(known.event());
                    assertThat(known.before()).isEqualTo(earlier.getValue().key());
                }
            }
            before = now;
        }
        System.out.printf(
                "%d identifiers, %d changes of a customer's key in %d nights%n", before.size(), changes, NIGHTS);
        assertThat(changes).as("the nights put keys to the test").isGreaterThan(20);
    }

    /** Customers of all identifiers on a night, from all that each source delivered up to it. */
    private static Map<String, Known> customers(
            List<Source> sources, LocalDate asOf, IntFunction<Dataset<Row>> delivered) {
        List<Received> all = IntStream.range(0, sources.size())
                .mapToObj(number -> received(sources.get(number), delivered.apply(number)))
                .toList();
        // Without their lineage, as a night reads them: with all of it, plans take longer to make than to run.
        Dataset<Row> records =
                Stage.kept(Customer.TABLE, Stage.judged(Customer.TABLE, all)).localCheckpoint();
        TestInputs inputs = TestInputs.asOf(asOf.toString()).with(Customer.TABLE, records);
        Map<String, Known> known = new HashMap<>();
        inputs.with(KeyMap.TABLE, inputs.build(BuildKeyMap.BUILD).localCheckpoint())
                .build(BuildCustomerIdentity.BUILD)
                .collectAsList()
                .forEach(row -> known.put(
                        row.getAs(CustomerIdentity.CUSTOMER_SOURCE_ID.name()),
                        new Known(
                                row.getAs(CustomerIdentity.CUSTOMER_KEY.name()),
                                row.getAs(CustomerIdentity.PREVIOUS_CUSTOMER_KEY.name()),
                                row.getAs(CustomerIdentity.EVENT_CODE.name()))));
        return known;
    }

    private static Received received(Source source, Dataset<Row> rows) {
        return new Received(source.name(), source.load(), rows, source.columns(), source.each(), source.formats());
    }

    /** What a system delivered up to a night: full extracts, between which records come, go and change. */
    private static Dataset<Row> deliveries(Company company, int number, int last) {
        return IntStream.rangeClosed(0, last)
                .mapToObj(night ->
                        lived(company.extracts().get(number), company.sources().get(number), night))
                .reduce(Dataset::union)
                .orElseThrow()
                .localCheckpoint();
    }

    private static Dataset<Row> lived(Dataset<Row> rows, Source source, int night) {
        String id = source.columns().get(Customer.CUSTOMER_SOURCE_ID.name());
        Dataset<Row> present = rows.withColumn(Landing.LOADED, lit(java.sql.Date.valueOf(date(night))))
                .filter(happened(id, "comes", 8, night).or(not(chosen(id, "comes", 8))))
                .filter(not(happened(id, "goes", 2, night)));
        Dataset<Row> changed = changed(present, source, Customer.EMAIL.name(), night);
        changed = changed(changed, source, Customer.PHONE.name(), night);
        String reference = source.columns().get(Customer.CROSS_REFERENCE_ID.name());
        return reference == null
                ? changed
                : changed.withColumn(
                        reference,
                        when(happened(id, reference, 9, night), lit(null)).otherwise(col(reference)));
    }

    private static Dataset<Row> changed(Dataset<Row> rows, Source source, String field, int night) {
        String id = source.columns().get(Customer.CUSTOMER_SOURCE_ID.name());
        String column = source.columns().get(field);
        return rows.withColumn(
                column,
                when(happened(id, field, 9, night), concat(lit("9"), col(column)))
                        .otherwise(col(column)));
    }

    /** Some of a hundred records, whatever the night. */
    private static Column chosen(String id, String what, int percent) {
        return pmod(xxhash64(col(id), lit(what)), lit(100)).lt(percent);
    }

    /** Whether it has happened by this night: to some of a hundred records, each on a night of its own but the first. */
    private static Column happened(String id, String what, int percent, int night) {
        Column on = pmod(xxhash64(col(id), lit(what), lit("night")), lit(NIGHTS - 1))
                .plus(1);
        return chosen(id, what, percent).and(on.leq(night));
    }

    private static LocalDate date(int night) {
        return DemoPlan.STANDARD_END.plusDays(night);
    }

    private static long pairs(List<String> records) {
        return (long) records.size() * (records.size() - 1) / 2;
    }
}
