package io.linkage.model.linkage.spark;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import io.linkage.column.Days;
import io.linkage.contract.Inputs;
import io.linkage.model.linkage.Cell;
import io.linkage.model.linkage.Panel;
import io.linkage.settings.LinkageSettings;
import io.linkage.settings.ValueSettings;
import io.linkage.table.core.FctCustomerEmployee;
import io.linkage.table.mart.ServiceProfitChain;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Units by whole months: engagement as far as privacy shows it, experience of those served, margin per customer. */
final class UnitMonths {
    private static final List<String> MEASURES =
            List.of(ServiceProfitChain.ENGAGEMENT, ServiceProfitChain.EXPERIENCE, ServiceProfitChain.MARGIN);

    private static final double POINTS = 100;
    private static final int MONTHS = 12;

    private UnitMonths() {}

    /** One small row per unit and month comes to the driver, however many customers there are. */
    static List<Cell> cells(Inputs in) {
        int leastAnswers = in.settings(LinkageSettings.class).leastAnswers();
        return rows(in).collectAsList().stream()
                .map(row -> cell(row, leastAnswers))
                .toList();
    }

    static Panel panel(List<Cell> cells) {
        return Panel.of(MEASURES, cells);
    }

    private static Dataset<Row> rows(Inputs in) {
        return in.rows(FctCustomerEmployee.TABLE)
                .filter(FctCustomerEmployee.UNIT_KEY
                        .col()
                        .gt(0)
                        .and(FctCustomerEmployee.MONTH_DATE.col().lt(Days.day(ValueSettings.until(in.asOf())))))
                .groupBy(FctCustomerEmployee.UNIT_KEY.col(), FctCustomerEmployee.MONTH_DATE.col())
                .agg(
                        count(lit(1)),
                        max(FctCustomerEmployee.ENGAGEMENT_SHARE.col()),
                        sum(FctCustomerEmployee.PROMOTER_COUNT.col()),
                        sum(FctCustomerEmployee.PASSIVE_COUNT.col()),
                        sum(FctCustomerEmployee.DETRACTOR_COUNT.col()),
                        sum(FctCustomerEmployee.NET_REVENUE_AMOUNT.col().minus(FctCustomerEmployee.COST_AMOUNT.col()))
                                .cast("double"));
    }

    private static Cell cell(Row row, int leastAnswers) {
        String unit = String.valueOf(row.getLong(0));
        LocalDate month = row.<Date>getAs(1).toLocalDate();
        long customers = row.getLong(2);
        long answers = row.getLong(4) + row.getLong(5) + row.getLong(6);
        double engagement = row.isNullAt(3) ? Double.NaN : POINTS * row.getDouble(3);
        double experience = answers < leastAnswers ? Double.NaN : POINTS * (row.getLong(4) - row.getLong(6)) / answers;
        return new Cell(
                unit,
                unit,
                month.getYear() * MONTHS + month.getMonthValue(),
                customers,
                engagement,
                experience,
                row.getDouble(7) / customers);
    }
}
