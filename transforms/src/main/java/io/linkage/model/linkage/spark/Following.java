package io.linkage.model.linkage.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import io.linkage.column.Days;
import io.linkage.contract.Inputs;
import io.linkage.core.ContractSpells;
import io.linkage.model.linkage.Followed;
import io.linkage.settings.ValueSettings;
import io.linkage.table.core.FctCustomerEmployee;
import io.linkage.table.core.FctSubscription;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * What customers did in the months after they were served. They stayed away where they bought nothing in them and no contract of
 * theirs ran at the end. Nobody is followed beyond the last whole month, and not who is unknown.
 */
final class Following {
    /** Months followed. One is too short to tell leaving from the time between two purchases. */
    static final int[] MONTHS = {3, 6};
    /** Sums per number of months. */
    static final int SUMS = 10;

    private static final String PLACE = "_month";
    private static final String HAS_CONTRACT = "_contract";
    private static final String MONEY = "decimal(18,2)";
    private static final int YEAR_MONTHS = 12;

    private Following() {}

    /** Rows of the fact with, per number of months, whether the customer stayed away (empty: not followed) and the margin. */
    static Dataset<Row> rows(Inputs in) {
        LocalDate until = ValueSettings.until(in.asOf());
        Dataset<Row> rows = in.rows(FctCustomerEmployee.TABLE)
                .filter(FctCustomerEmployee.MONTH_DATE.col().lt(Days.day(until)))
                .unionByName(contracts(in.rows(FctSubscription.TABLE), until), true)
                .withColumn(PLACE, place(FctCustomerEmployee.MONTH_DATE.col()));
        WindowSpec customer =
                Window.partitionBy(FctCustomerEmployee.CUSTOMER_KEY.name()).orderBy(PLACE);
        WindowSpec byUnit = Window.partitionBy(
                        FctCustomerEmployee.CUSTOMER_KEY.name(), FctCustomerEmployee.UNIT_KEY.name())
                .orderBy(PLACE);
        for (int months : MONTHS) {
            WindowSpec after = customer.rangeBetween(1, months);
            rows = rows.withColumn(left(months), away(customer, after, months, until))
                    .withColumn(
                            margin(months),
                            coalesce(
                                            sum(FctCustomerEmployee.MARGIN_AMOUNT.col())
                                                    .over(after),
                                            lit(0))
                                    .cast(MONEY))
                    .withColumn(fresh(months), fresh(byUnit.rangeBetween(1, months), months));
        }
        return rows;
    }

    /** Whether a unit served a customer whom we know. */
    static Column served() {
        return FctCustomerEmployee.CONTACT_COUNT
                .col()
                .gt(0)
                .and(FctCustomerEmployee.CUSTOMER_KEY.col().gt(0));
    }

    /** Of the months that follow, those before the ones that follow the next service by the unit: none counts twice. */
    private static Column fresh(WindowSpec after, int months) {
        Column next = min(when(served(), col(PLACE))).over(after);
        return when(served(), least(coalesce(next.minus(col(PLACE)), lit(months)), lit(months)));
    }

    /** A row per month at whose end a contract ran; it belongs to no unit. */
    private static Dataset<Row> contracts(Dataset<Row> spells, LocalDate until) {
        Column end = least(ContractSpells.until(), Days.day(until));
        Column lasting = ContractSpells.until();
        return spells.filter(FctSubscription.STARTED_DATE.col().lt(end))
                .select(
                        FctSubscription.CUSTOMER_KEY.col(),
                        lasting.as("_lasting"),
                        explode(sequence(
                                        Days.month(FctSubscription.STARTED_DATE.col()),
                                        Days.month(end.minus(expr("interval 1 day"))),
                                        expr("interval 1 month")))
                                .as(FctCustomerEmployee.MONTH_DATE.name()),
                        lit(1).as(HAS_CONTRACT))
                .filter(last_day(FctCustomerEmployee.MONTH_DATE.col()).lt(col("_lasting")))
                .drop("_lasting");
    }

    private static Column away(WindowSpec customer, WindowSpec after, int months, LocalDate until) {
        Column bought = max(when(FctCustomerEmployee.HAS_BOUGHT.col(), 1)).over(after);
        Column contract = max(col(HAS_CONTRACT)).over(customer.rangeBetween(months, months));
        Column followed = served().and(col(PLACE).plus(months).lt(place(Days.day(until))));
        return when(followed, lit(1).minus(coalesce(greatest(bought, contract), lit(0))));
    }

    private static Column place(Column date) {
        return year(date).multiply(YEAR_MONTHS).plus(month(date));
    }

    /** What is summed per unit and month for so many months followed, in the order in which it is read. */
    static List<Column> sums(int months) {
        Column left = col(left(months));
        Column margin = when(left.equalTo(0), col(margin(months)));
        Column points = FctCustomerEmployee.PROMOTER_COUNT.col().minus(FctCustomerEmployee.DETRACTOR_COUNT.col());
        Column answers = FctCustomerEmployee.PROMOTER_COUNT
                .col()
                .plus(FctCustomerEmployee.PASSIVE_COUNT.col())
                .plus(FctCustomerEmployee.DETRACTOR_COUNT.col());
        return List.of(
                count(left),
                total(left),
                money(margin),
                total(when(left.isNotNull(), answers)),
                total(when(left.isNotNull(), points)),
                total(left.multiply(answers)),
                total(left.multiply(points)),
                money(margin.multiply(answers.cast("int"))),
                money(margin.multiply(points.cast("int"))),
                total(col(fresh(months))));
    }

    private static Column total(Column number) {
        return coalesce(sum(number), lit(0L));
    }

    private static Column money(Column amount) {
        return coalesce(sum(amount).cast("double"), lit(0.0));
    }

    /** The sums of a row from a place on. */
    static Followed read(Row row, int at) {
        return new Followed(
                row.getLong(at),
                row.getLong(at + 1),
                row.getDouble(at + 2),
                row.getLong(at + 3),
                row.getLong(at + 4),
                row.getLong(at + 5),
                row.getLong(at + 6),
                row.getDouble(at + 7),
                row.getDouble(at + 8));
    }

    private static String left(int months) {
        return "_left_" + months;
    }

    private static String fresh(int months) {
        return "_fresh_" + months;
    }

    private static String margin(int months) {
        return "_margin_" + months;
    }
}
