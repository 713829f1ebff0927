package io.linkage.table.ops;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import java.util.stream.Stream;

/** What is wrong or missing between rows and feeds, where no single row could be refused for it. */
public final class DataIssue {
    /** Subject of an issue that is about no single code. */
    public static final String ALL = "all";

    /** Kinds of issue, each with what Linkage does about it. */
    public enum Kind {
        CURRENCY_WITHOUT_RATE("These rows wait outside the facts until a rate on or before their day is delivered"),
        CONSENT_CONTRADICTED("Granted and refused at one moment: the refusal stands"),
        COST_MONTH_MISSING("Customers bear no cost of this activity in this month"),
        CAPACITY_EXCEEDED(
                "More was used than practical capacity: the rate falls to cost over use, and nothing is unused"),
        ACTIVITY_UNKNOWN("It has a time equation and no cost in the ledger: nothing is charged by it"),
        CAMPAIGN_WITHOUT_CONTROL(
                "Nobody was held back: its effect cannot be told from what would have happened anyway"),
        FEATURE_LEAK("It alone tells the outcome better than what was known before can: the model leaves it out"),
        FEATURE_DRIFT(
                "Customers have other values of it tonight than those from whom the model learned: its forecasts may not hold"),
        UNIT_CIRCLE("A unit would be its own ancestor: it stands without a parent"),
        EMPLOYEE_WITHOUT_UNIT(
                "HR knows of no unit of the employee on the day: the contact counts for the unit Unknown"),
        MEMBER_INFERRED(
                "Only facts name it: it stands with its identifier alone, and is filled in when it is delivered");

        private final String answer;

        Kind(String answer) {
            this.answer = answer;
        }

        /** As it stands in the table. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /** What Linkage does about it. */
        public String answer() {
            return answer;
        }
    }

    private static final TableBuilder T = Table.named("ops_data_issue", Layer.OPS)
            .grain("one row per night, table, issue and subject")
            .meaning("Which contradictions and gaps between rows and feeds the night met, and how it answered them.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field TABLE_NAME =
            T.key("table_name", Domain.TEXT, INTERNAL, "Table in which the rows are found, or are missed");
    public static final Field ISSUE_CODE = T.key(
            "issue_code",
            Domain.CODE.oneOf(Stream.of(Kind.values()).map(Kind::code).toArray(String[]::new)),
            INTERNAL,
            "What is wrong or missing");
    public static final Field SUBJECT_CODE = T.key(
            "subject_code",
            Domain.CODE,
            INTERNAL,
            "Currency, purpose, activity and month, campaign, unit, or subject and feature; or all");
    public static final Field ROW_COUNT =
            T.required("row_count", Domain.COUNT, INTERNAL, "Rows, members or months that it is about");
    public static final Field ANSWER = T.required("answer", Domain.TEXT, INTERNAL, "What Linkage does about them");
    public static final Field IS_TOLERATED = T.required(
            "is_tolerated", Domain.FLAG, INTERNAL, "Whether the night may be published although they are so many");

    public static final Table TABLE = T.rule(
                    "is_tolerated: TOO_MANY",
                    "rows that wait for an exchange rate must stay within gates.maximum-quarantined-share: deliver in"
                            + " fx_rate the rates of the currencies that ops_data_issue names (--zone all)",
                    IS_TOLERATED.col().equalTo(false))
            .build();

    private DataIssue() {}
}
