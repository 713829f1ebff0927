package io.linkage.core.employee;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.table.core.KeyMap;
import io.linkage.table.staging.Employee;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No unit is its own ancestor. */
class CirclesTest {
    private static final String END = "9999-12-31";

    @Test
    void aUnitThatIsItsOwnParentHasNone() {
        Circles.Link self = link("a", "a", "1900-01-01", END, "2024-05-01");

        assertThat(Circles.closing(List.of(self, link("b", "a", "1900-01-01", END, "2024-05-01"))))
                .containsExactly(self);
    }

    @Test
    void theLinkThatWasMadeLastDoesNotStand() {
        Circles.Link first = link("a", "b", "1900-01-01", END, "2024-05-01");
        Circles.Link second = link("b", "c", "2024-05-02", END, "2024-05-02");
        Circles.Link last = link("c", "a", "2024-05-03", END, "2024-05-03");

        assertThat(Circles.closing(List.of(last, first, second))).containsExactly(last);
    }

    @Test
    void linksOfOneMomentThatCloseACircleTogetherAllFall() {
        Circles.Link one = link("a", "b", "1900-01-01", END, "2024-05-01");
        Circles.Link other = link("b", "a", "1900-01-01", END, "2024-05-01");
        Circles.Link below = link("c", "a", "1900-01-01", END, "2024-05-01");

        assertThat(Circles.closing(List.of(one, other, below))).containsExactlyInAnyOrder(one, other);
    }

    @Test
    void linksThatNeverHeldOnOneDayCloseNothing() {
        assertThat(Circles.closing(List.of(
                        link("a", "b", "1900-01-01", "2024-05-02", "2024-05-01"),
                        link("b", "a", "2024-05-02", END, "2024-05-02"))))
                .isEmpty();
    }

    @Test
    void aLaterNameOfALinkThatStandsStillStands() {
        Circles.Link closing = link("b", "a", "2024-05-02", END, "2024-05-02");

        assertThat(Circles.closing(List.of(
                        link("a", "b", "1900-01-01", "2024-05-03", "2024-05-01"),
                        closing,
                        link("a", "b", "2024-05-03", END, "2024-05-03"))))
                .containsExactly(closing);
    }

    @Test
    void whateverIsLinkedNoCircleIsLeftAndTheOrderOfLinksDoesNotMatter() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<Circles.Link> links = new ArrayList<>(any(random));
            Set<Circles.Link> closing = Circles.closing(links);
            Collections.shuffle(links, random);

            assertThat(Circles.closing(links)).isEqualTo(closing);
            links.removeAll(closing);
            Stream.of("1900-01-01", "2024-01-10", "2024-01-20", "2024-01-29")
                    .forEach(day -> assertThat(circle(links, Date.valueOf(day))).isFalse());
        }
    }

    @Test
    void aUnitBesideACircleKeepsItsParentAndTheCircleIsShown() {
        assertThat(TableRows.lines(
                        TestInputs.asOf("2024-05-01")
                                .with(KeyMap.TABLE, "entity_code|natural_id|entity_key\nunit|a|1\nunit|b|2\nunit|c|3")
                                .with(Employee.TABLE, """
                                        employee_source_id|started_date|loaded_date|unit_source_id|parent_unit_source_id|is_deleted
                                        e|2024-01-01|2024-05-01|a|b|false
                                        f|2024-01-01|2024-05-01|b|a|false
                                        g|2024-01-01|2024-05-01|c|a|false
                                        """)
                                .build(BuildOrgUnit.BUILD)
                                .where("unit_key > 0"),
                        "unit_source_id",
                        "parent_unit_source_id",
                        "has_circular_parent"))
                .containsExactly("a|null|true", "b|null|true", "c|a|false");
    }

    /** Six units, each with versions of ten days, some without a parent. */
    private static List<Circles.Link> any(Random random) {
        List<Circles.Link> links = new ArrayList<>();
        String[] days = {"1900-01-01", "2024-01-10", "2024-01-20", END};
        for (int unit = 0; unit < 6; unit++) {
            for (int version = 0; version < 3; version++) {
                if (random.nextInt(4) > 0) {
                    String loaded = "2024-02-0" + (1 + random.nextInt(3));
                    links.add(link("u" + unit, "u" + random.nextInt(6), days[version], days[version + 1], loaded));
                }
            }
        }
        return links;
    }

    private static boolean circle(List<Circles.Link> links, Date day) {
        Map<String, String> parents = new HashMap<>();
        links.stream()
                .filter(link -> !day.before(link.from()) && day.before(link.to()))
                .forEach(link -> parents.put(link.unit(), link.parent()));
        return parents.keySet().stream().anyMatch(unit -> {
            String at = parents.get(unit);
            for (int step = 0; step < parents.size() && at != null; step++) {
                if (at.equals(unit)) {
                    return true;
                }
                at = parents.get(at);
            }
            return false;
        });
    }

    private static Circles.Link link(String unit, String parent, String from, String to, String loaded) {
        return new Circles.Link(unit, parent, Date.valueOf(from), Date.valueOf(to), Date.valueOf(loaded));
    }
}
