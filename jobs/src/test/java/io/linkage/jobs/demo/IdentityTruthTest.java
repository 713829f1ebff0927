package io.linkage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who is who can be told from the records nearly always, by plain rules, and not always. */
class IdentityTruthTest {
    private static final World WORLD =
            new World(new DemoPlan(20_000, 730, 1, DemoPlan.STANDARD_END, "unused", DemoPlan.Form.PARQUET));
    private static final int MOST_OF_A_TOKEN = 10;

    private static final Map<String, String> PERSON = new TreeMap<>();
    private static final Map<String, String> KNOWN_BY = new HashMap<>();
    private static final Map<String, Entry> ENTRIES = new TreeMap<>();

    /** What a record says of who it is. */
    private record Entry(String number, String type, LocalDate born, Set<String> tokens) {
        boolean contradicts(Entry other) {
            return !type.equals(other.type) || born != null && other.born != null && !born.equals(other.born);
        }
    }

    @BeforeAll
    static void readTheRecords() {
        for (Row row : Identities.TABLE.few(WORLD)) {
            PERSON.put(row.getAs("customer_no"), row.getAs("person_no"));
            KNOWN_BY.put(row.getAs("customer_no"), row.getAs("known_by"));
        }
        for (Row row : Customers.TABLE.few(WORLD)) {
            String number = row.getAs("customer_no").toString();
            keep(
                    number,
                    null,
                    row,
                    "full_name",
                    "email",
                    "phone",
                    "postal_code",
                    "customer_type",
                    row.getAs("birth_date"));
        }
        for (Row row : ShopCustomers.TABLE.few(WORLD)) {
            String number = row.getAs("account_no");
            if (number != null && PERSON.containsKey(number)) {
                String born = row.getAs("born");
                LocalDate date = born == null ? null : LocalDate.parse(born);
                keep(number, row.getAs("marketing_no"), row, "name", "e_mail", "telephone", "postcode", "kind", date);
            }
        }
        ENTRIES.keySet().retainAll(PERSON.keySet());
    }

    private static void keep(
            String number,
            String reference,
            Row row,
            String name,
            String email,
            String phone,
            String postalCode,
            String type,
            LocalDate born) {
        Set<String> tokens = new HashSet<>(Set.of("number " + number));
        if (reference != null) {
            tokens.add("number " + reference);
        }
        tokens.add(row.<String>getAs(email).strip().toLowerCase(Locale.ROOT) + " " + surname(row.getAs(name)));
        String digits = row.getAs(phone) == null ? "" : row.<String>getAs(phone).replaceAll("[^0-9]", "");
        if (digits.length() >= 9) {
            String house = row.<String>getAs("street").replaceAll("^[^0-9]*([0-9]+).*$", "$1");
            tokens.add(digits.substring(digits.length() - 9) + " "
                    + row.<String>getAs(postalCode).replace(" ", "") + " " + house);
        }
        ENTRIES.put(number, new Entry(number, row.getAs(type), born, tokens));
    }

    private static String surname(String name) {
        String before = name.contains(",") ? name.substring(0, name.indexOf(',')) : name;
        String last = before.strip().replaceAll("^.* ", "");
        return Normalizer.normalize(last, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    @Test
    void plainRulesFindNearlyAllPairsAndFewFalseOnes() {
        Map<String, Set<Entry>> clusters = clustered();
        long found = 0;
        long right = 0;
        for (Set<Entry> cluster : new HashSet<>(clusters.values())) {
            List<Entry> members = List.copyOf(cluster);
            for (int one = 0; one < members.size(); one++) {
                for (int other = 0; other < one; other++) {
                    found++;
                    String person = PERSON.get(members.get(one).number());
                    right += person.equals(PERSON.get(members.get(other).number())) ? 1 : 0;
                }
            }
        }
        long real = truePairs();

        double precision = (double) right / found;
        double recall = (double) right / real;
        assertThat(2 * precision * recall / (precision + recall))
                .as("F1; precision %.4f, recall %.4f of %d pairs", precision, recall, real)
                .isBetween(0.98, 0.999);
    }

    @Test
    void thePlantedSharesAreThere() {
        Map<String, Long> known = new TreeMap<>();
        KNOWN_BY.values().forEach(how -> known.merge(how, 1L, Long::sum));

        assertThat(known.keySet())
                .contains(
                        "cross-reference", "e-mail and surname", "telephone and address", "nothing", "two birth dates");
        long accounts = known.entrySet().stream()
                .filter(how -> !how.getKey().endsWith("record"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        double share = (double) accounts / WORLD.plan().customers();
        // Within four standard errors of a share of 20,000 draws.
        assertThat(share).isBetween(ShopAccount.SHARE - 0.0101, ShopAccount.SHARE + 0.0101);
    }

    @Test
    void whoeverSharesAHouseholdIsNobodyElse() {
        long sharing = PERSON.keySet().stream()
                .filter(number -> KNOWN_BY.get(number).equals("first record"))
                .filter(number -> Household.of(WORLD, Long.parseLong(number) - 100_000) != Household.NONE)
                .count();
        assertThat(sharing).isGreaterThan(200);
        assertThat(new HashSet<>(PERSON.values())).hasSize((int) WORLD.plan().customers());
    }

    private static long truePairs() {
        Map<String, Long> records = new HashMap<>();
        PERSON.values().forEach(person -> records.merge(person, 1L, Long::sum));
        return records.values().stream()
                .mapToLong(count -> count * (count - 1) / 2)
                .sum();
    }

    /** Records that share a token stand together unless any of them contradict each other. */
    private static Map<String, Set<Entry>> clustered() {
        Map<String, List<Entry>> sharing = new TreeMap<>();
        ENTRIES.values()
                .forEach(entry -> entry.tokens()
                        .forEach(token -> sharing.computeIfAbsent(token, any -> new ArrayList<>())
                                .add(entry)));
        Map<String, Set<Entry>> clusters = new HashMap<>();
        ENTRIES.values().forEach(entry -> clusters.put(entry.number(), new HashSet<>(Set.of(entry))));
        for (List<Entry> entries : sharing.values()) {
            for (int one = 0; entries.size() <= MOST_OF_A_TOKEN && one < entries.size(); one++) {
                for (int other = 0; other < one; other++) {
                    join(clusters, entries.get(one), entries.get(other));
                }
            }
        }
        return clusters;
    }

    private static void join(Map<String, Set<Entry>> clusters, Entry one, Entry other) {
        Set<Entry> first = clusters.get(one.number());
        Set<Entry> second = clusters.get(other.number());
        boolean contradict = first.stream().anyMatch(left -> second.stream().anyMatch(left::contradicts));
        if (first != second && !contradict) {
            first.addAll(second);
            second.forEach(entry -> clusters.put(entry.number(), first));
        }
    }
}
