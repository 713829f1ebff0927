package io.linkage.model.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DesignTest {
    private static final Layout LAYOUT = new Layout(List.of("orders", "score"), Set.of("orders"));

    @Test
    void aNumberEntersByItsMomentsOnItsScale() {
        Design design = design(observed(0, 1, Map.of()), observed(Math.expm1(2), 3, Map.of()));

        assertThat(design.terms()).containsExactly(new Term("orders", "", 1, 1), new Term("score", "", 2, 1));
    }

    /** Means of 0, 1, 3 and of ln 1, ln 2, ln 4; a skewed number of three values, orders, enters by its logarithm alone. */
    @Test
    void aNumberOfThreeValuesEntersByItsLogarithmToo() {
        Design design = design(
                observed(1, 0, Map.of("usage", "0")),
                observed(2, 1, Map.of("usage", "1")),
                observed(3, 3, Map.of("usage", "3")));

        assertThat(design.terms())
                .extracting(Term::code)
                .containsExactly("orders", "score", "ln(score)", "usage", "ln(usage)");
        assertThat(design.terms().get(2).mean()).isCloseTo(Math.log(2), within(1e-15));
        assertThat(design.terms().get(4).mean()).isCloseTo(Math.log(2), within(1e-15));
    }

    @Test
    void aNumberThatIsSometimesMissingGetsAnIndicator() {
        Design design = design(observed(1, Double.NaN, Map.of()), observed(2, 4, Map.of()), observed(3, 6, Map.of()));

        assertThat(design.terms()).extracting(Term::code).containsExactly("orders", "score", "score=missing");
        assertThat(design.terms().get(1).mean()).isEqualTo(5);
        assertThat(design.terms().get(2).mean()).isCloseTo(1 / 3.0, within(1e-15));
    }

    @Test
    void aWordGetsAnIndicatorForEachValueAndForItsAbsence() {
        Design design = design(
                observed(1, 1, Map.of("plan", "a")), observed(1, 1, Map.of("plan", "b")), observed(1, 1, Map.of()));

        assertThat(design.terms()).extracting(Term::code).containsExactly("plan=a", "plan=b", "plan=missing");
    }

    @Test
    void wordsThatAreAllNumbersAreANumber() {
        Design design = design(observed(1, 1, Map.of("usage", "1.5")), observed(1, 1, Map.of("usage", "2.5")));

        assertThat(design.terms()).containsExactly(new Term("usage", "", 2, .5));
    }

    @Test
    void whatCarriesNoInformationIsLeftOutByNameWithTheReason() {
        Design design = Design.of(
                profile(
                        observed(
                                7,
                                Double.NEGATIVE_INFINITY,
                                Map.of("same", "x", "name", "n1", "many", "a", "told", "x")),
                        observed(7, 1, Map.of("same", "x", "name", "n2", "many", "b", "told", "y")),
                        observed(7, 2, Map.of("same", "x", "name", "n3", "many", "c", "told", "y"))),
                LAYOUT,
                2,
                Leaks.barred(List.of("told", "not there"), Map.of("name", .95)));

        assertThat(design.terms()).isEmpty();
        assertThat(design.dropped())
                .containsOnly(
                        Map.entry("orders", "constant"),
                        Map.entry("score", "infinite values"),
                        Map.entry("same", "constant"),
                        Map.entry("name", "leak: alone it tells the outcome with AUC 0.950"),
                        Map.entry("told", "denied by models.churn.denied-features"),
                        Map.entry("many", "more than 2 values"));
    }

    @Test
    void aNumberThatIsNeverKnownIsLeftOut() {
        Design design = design(observed(1, Double.NaN, Map.of()), observed(2, Double.NaN, Map.of()));

        assertThat(design.dropped()).containsEntry("score", "never known");
    }

    @Test
    void profilesOfPartsAreThatOfTheWhole() {
        Observed[] rows = IntStream.range(0, 100)
                .mapToObj(i -> observed(i % 7, i % 11 == 0 ? Double.NaN : i * .25, Map.of("plan", "p" + i % 3)))
                .toArray(Observed[]::new);
        Profile parts =
                profile(java.util.Arrays.copyOf(rows, 37)).merge(profile(java.util.Arrays.copyOfRange(rows, 37, 100)));

        Design ofParts = Design.of(parts, LAYOUT, 20, Map.of());
        Design ofAll = design(rows);

        assertThat(ofParts.terms())
                .extracting(Term::code)
                .isEqualTo(ofAll.terms().stream().map(Term::code).toList());
        for (int place = 0; place < ofAll.terms().size(); place++) {
            assertThat(ofParts.terms().get(place).mean())
                    .isCloseTo(ofAll.terms().get(place).mean(), within(1e-12));
            assertThat(ofParts.terms().get(place).deviation())
                    .isCloseTo(ofAll.terms().get(place).deviation(), within(1e-12));
        }
    }

    @Test
    void aSatisfactionAskedAfterLeavingIsALeakAndTenureIsNot() {
        List<Leaks.Example> sample = IntStream.range(0, 200)
                .mapToObj(i -> new Leaks.Example(
                        observed(
                                i % 5 < 2 ? i % 50 : i % 60,
                                i % 5 < 2 ? 1 : 4,
                                Map.of("mood", i % 5 < 2 ? "bad" : "good")),
                        i % 5 < 2))
                .toList();

        assertThat(Leaks.of(sample, LAYOUT, .9, 20)).containsOnlyKeys("score", "mood");
    }

    @Test
    void whatIsKnownOfThoseWhoLeftAloneIsALeakWhateverItsValue() {
        List<Leaks.Example> sample = IntStream.range(0, 200)
                .mapToObj(i -> new Leaks.Example(
                        observed(i % 37, i % 5 < 2 || i % 20 == 2 ? i % 7 : Double.NaN, Map.of()), i % 5 < 2))
                .toList();

        assertThat(Leaks.of(sample, LAYOUT, .9, 20)).containsOnlyKeys("score");
    }

    @Test
    void aWordThatAModelWouldTakeIsJudgedInASmallSampleToo() {
        List<Leaks.Example> sample = IntStream.range(0, 150)
                .mapToObj(i -> new Leaks.Example(
                        observed(1, 1, Map.of("reason", (i % 5 < 2 ? "left " : "stayed ") + i % 8)), i % 5 < 2))
                .toList();

        assertThat(Leaks.of(sample, LAYOUT, .9, 20)).containsOnlyKeys("reason");
        assertThat(Leaks.of(sample, LAYOUT, .9, 10)).isEmpty();
    }

    private static Design design(Observed... rows) {
        return Design.of(profile(rows), LAYOUT, 20, Map.of());
    }

    private static Profile profile(Observed... rows) {
        Profile profile = new Profile(LAYOUT);
        for (Observed row : rows) {
            profile.add(row, false);
        }
        return profile;
    }

    private static Observed observed(double orders, double score, Map<String, String> words) {
        return new Observed(new double[] {orders, score}, words);
    }
}
