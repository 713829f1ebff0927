package io.linkage.model.linkage.spark;

import io.linkage.model.random.Draws;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Units that serve twenty customers a month, each once. A point of engagement brings 2 points of NPS, a point of NPS keeps
 * .6 % of those served. Who stays buys for 50 in the month after. Every customer is worth 200 and leaves with a chance of .4;
 * engagement of the last unit is withheld.
 */
record ServedCompany(int units, int months) {
    private static final String HEADER = "customer_key|unit_key|month_date|contact_count|engagement_share"
            + "|promoter_count|passive_count|detractor_count|margin_amount|has_bought\n";
    private static final int SERVED = 20;
    private static final double ON_EXPERIENCE = 2;
    private static final double ON_LEAVING = -.006;

    /** Euro per point: value of those who stay, and of what they buy nothing more. */
    double euro() {
        return -200 / .6 * ON_EXPERIENCE * ON_LEAVING;
    }

    String served() {
        Draws draws = Draws.of(7, "served");
        StringBuilder rows = new StringBuilder(HEADER);
        for (int unit = 1; unit <= units; unit++) {
            for (int month = 0; month < months; month++) {
                LocalDate date = month(month);
                double drift = 6 * draws.normal();
                String engaged = unit == units ? "" : String.format(Locale.ROOT, "%.6f", (60 + drift) / 100);
                double nps = 10 + ON_EXPERIENCE * drift;
                for (int customer = 0; customer < SERVED; customer++) {
                    long key = key(unit, month, customer);
                    boolean promoter = draws.happens((100 + nps) / 200);
                    rows.append(String.format(
                            "%d|%d|%s|1|%s|%d|0|%d|0.00|false%n",
                            key, unit, date, engaged, promoter ? 1 : 0, promoter ? 0 : 1));
                    if (!draws.happens(.4 + ON_LEAVING * (nps - 10))) {
                        rows.append(String.format("%d|-2|%s|0||0|0|0|50.00|true%n", key, date.plusMonths(1)));
                    }
                }
            }
        }
        return rows.toString();
    }

    String names() {
        StringBuilder rows = new StringBuilder("unit_key|unit_source_id|is_current\n");
        for (int unit = 1; unit <= units; unit++) {
            rows.append(String.format("%d|U%02d|true%n", unit, unit));
        }
        return rows.toString();
    }

    String values() {
        return ofLately("customer_key|clv_amount\n", "200.00");
    }

    String chances() {
        return ofLately("customer_key|churn_probability\n", "0.4");
    }

    private String ofLately(String header, String value) {
        StringBuilder rows = new StringBuilder(header);
        for (int unit = 1; unit <= units; unit++) {
            for (int month = months - 3; month < months; month++) {
                for (int customer = 0; customer < SERVED; customer++) {
                    rows.append(key(unit, month, customer))
                            .append('|')
                            .append(value)
                            .append('\n');
                }
            }
        }
        return rows.toString();
    }

    private LocalDate month(int month) {
        return LocalDate.of(2024, 1, 1).minusMonths(months - 1L - month);
    }

    private static long key(int unit, int month, int customer) {
        return 100_000L * unit + 100 * month + customer + 1;
    }
}
