package io.linkage.model.churn.spark;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.model.BuildModel;
import io.linkage.settings.ChurnSettings;
import io.linkage.table.core.FctCustomerAttribute;
import io.linkage.table.score.FeatureChurn;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Customers of a made company who leave by a known rule: the longer ago they bought, and more often on plan b. */
final class Companies {
    static final String AS_OF = "2024-06-30";
    private static final String[] DAYS = {"2024-03-25", "2023-12-26", "2023-09-27"};
    private static final String HEADER =
            "feature_date|customer_key|churn_definition_code|is_scored|has_churned|recency_days"
                    + "|last_nps_score|purchase_day_count|segment_code\n";

    private Companies() {}

    /** What decides whether a customer leaves. */
    interface Chance {
        double of(int recency, boolean planB);
    }

    /** Leaves by recency and plan. */
    static double ruled(int recency, boolean planB) {
        return 1 / (1 + Math.exp(-(-3.5 + .8 * Math.log1p(recency) + (planB ? 1 : 0))));
    }

    /** Rows of {@code feature_churn} for some customers on three days and tonight. */
    static TestInputs of(int customers, Chance chance) {
        Random random = new Random(7);
        StringBuilder rows = new StringBuilder(HEADER);
        StringBuilder attributes = new StringBuilder("customer_key|attribute_code|observed_date|attribute_text\n");
        for (int customer = 1; customer <= customers; customer++) {
            boolean planB = random.nextBoolean();
            attributes.append(customer + "|plan|2023-01-01|" + (planB ? "b" : "a") + "\n");
            for (String day : DAYS) {
                int recency = random.nextInt(300);
                boolean left = random.nextDouble() < chance.of(recency, planB);
                rows.append(row(day, customer, "false", String.valueOf(left), recency, random));
            }
            rows.append(row(AS_OF, customer, "true", "", random.nextInt(300), random));
        }
        return TestInputs.asOf(AS_OF)
                .with(settings("platt", "none"))
                .with(FeatureChurn.TABLE, rows.toString())
                .with(FctCustomerAttribute.TABLE, attributes.toString());
    }

    /** Settings of the company with a calibration and a challenger. */
    static ChurnSettings settings(String calibration, String challenger) {
        return new ChurnSettings("no-purchase", 90, 7, 3, 50, .001, 20, .9, 4, calibration, challenger, List.of());
    }

    private static String row(String day, int customer, String scored, String left, int recency, Random random) {
        String score = random.nextInt(3) == 0 ? "" : String.valueOf(random.nextInt(11));
        return String.join(
                        "|",
                        day,
                        "" + customer,
                        "no-purchase",
                        scored,
                        left,
                        "" + recency,
                        score,
                        "1",
                        "s" + customer % 3)
                + "\n";
    }

    /** The models of a company, ready to be read by other builds. */
    static Dataset<Row> models(TestInputs company) {
        return company.build(BuildModel.BUILD)
                .filter("subject_code like 'churn%'")
                .cache();
    }

    /** Status and reason of the churn models. */
    static String verdict(TestInputs company) {
        return String.join(";", TableRows.lines(models(company).distinct(), "status_code", "role_code", "reason"));
    }
}
