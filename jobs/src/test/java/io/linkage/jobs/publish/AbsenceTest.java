package io.linkage.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.Builds;
import io.linkage.jobs.step.Order;
import io.linkage.table.Tables;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AbsenceTest {
    private static final Set<String> ALL =
            Tables.STAGING.stream().map(table -> table.feed()).collect(Collectors.toSet());

    @Test
    void companyWithEveryFeedLacksNothing() {
        Absence absence = absence(ALL);

        assertThat(Tables.ALL.stream()
                        .filter(table -> !absence.words(table.name()).isEmpty()))
                .isEmpty();
    }

    @Test
    void tablesOfAnAbsentFeedStayEmptyAndSayWhy() {
        Absence absence = absence(Set.of("order_line"));

        assertThat(absence.words("stg_survey_answer")).isEqualTo("stays empty: no source delivers survey_answer");
        assertThat(absence.words("fct_survey_answer")).isEqualTo("stays empty: no source delivers survey_answer");
        assertThat(absence.words("fct_department_estimate"))
                .isEqualTo("stays empty: no source delivers department_estimate");
        // Who buys or is served might have met a problem.
        assertThat(absence.words("mart_experience")).startsWith("without ").contains("feedback", "survey_answer");
    }

    @Test
    void tablesWithOtherSourcesAreBuiltWithoutIt() {
        Absence absence = absence(Set.of("order_line"));

        assertThat(absence.empty("fct_order_line")).isFalse();
        assertThat(absence.empty("dim_customer")).isFalse();
        assertThat(absence.without("mart_customer_value")).contains("customer", "survey_answer");
        assertThat(absence.words("dim_customer")).isEqualTo("without customer");
    }

    private static Absence absence(Set<String> delivered) {
        return new Absence(Tables.STAGING, Order.of(Builds.ALL), delivered);
    }
}
