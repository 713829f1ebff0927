package io.linkage.model.linkage.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.contract.Inputs;
import io.linkage.core.Units;
import io.linkage.model.linkage.Answers;
import io.linkage.model.linkage.Cell;
import io.linkage.model.linkage.Followed;
import io.linkage.model.linkage.Panel;
import io.linkage.settings.LinkageSettings;
import io.linkage.settings.ValueSettings;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.FctCustomerEmployee;
import io.linkage.table.mart.ServiceProfitChain;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Units by whole months: engagement as far as privacy shows it, experience of those served, margin per customer, and what
 * those served did in the months after. One small row per unit and month comes to the driver, however many customers there are.
 */
final class UnitMonths {
    /** Squared error of experience, and by months followed its covariance with the errors of leaving and spend. */
    private static final String ERROR = "experience error";

    private static final String MAKE_UP = "_make_up";

    private static final double POINTS = 100;
    private static final int MONTHS = 12;
    /** Values of a cell before those of the months followed, and of each number of these. */
    private static final int FIRST = 4;

    private static final int PER_MONTHS = 4;
    /** Place of the first sum over the months followed in a row. */
    private static final int FIRST_SUM = 9;

    private final List<Cell> cells = new ArrayList<>();
    private final Map<Integer, TreeMap<String, Long>> fresh = new TreeMap<>();
    private final Set<String> shown = new TreeSet<>();

    private UnitMonths() {}

    static UnitMonths of(Inputs in) {
        UnitMonths all = new UnitMonths();
        int leastAnswers = in.settings(LinkageSettings.class).leastAnswers();
        LocalDate year = ValueSettings.until(in.asOf()).minusMonths(MONTHS);
        rows(in).collectAsList().forEach(row -> all.add(row, leastAnswers, year));
        return all;
    }

    boolean isEmpty() {
        return cells.isEmpty();
    }

    Panel panel() {
        List<String> measures = new ArrayList<>(List.of(
                ServiceProfitChain.ENGAGEMENT, ServiceProfitChain.EXPERIENCE, ServiceProfitChain.MARGIN, ERROR));
        for (int months : Following.MONTHS) {
            measures.addAll(
                    List.of(leaving(months), spend(months), "with " + leaving(months), "with " + spend(months)));
        }
        return Panel.of(measures, cells);
    }

    /** Measures of a chain in euro, in its order. */
    static List<String> chain(int months) {
        return List.of(
                ServiceProfitChain.ENGAGEMENT,
                ServiceProfitChain.EXPERIENCE,
                leaving(months),
                spend(months),
                ERROR,
                "with " + leaving(months),
                "with " + spend(months));
    }

    /** Share of those served who stayed away for so many months. */
    static String leaving(int months) {
        return ServiceProfitChain.LEAVING + " " + months;
    }

    /** Margin of those who stayed in so many months. */
    static String spend(int months) {
        return ServiceProfitChain.SPEND + " " + months;
    }

    /**
     * Customers served over the last year, by unit, each once in as many months as they are followed: those of two months on
     * end are nearly the same, and what a customer does in them counts once.
     */
    TreeMap<String, Long> windows(int months) {
        TreeMap<String, Long> windows = new TreeMap<>();
        fresh.getOrDefault(months, new TreeMap<>())
                .forEach((unit, all) -> windows.put(unit, Math.round((double) all / months)));
        return windows;
    }

    /** Whether a month of the last year has engagement of the unit. */
    boolean shows(String unit) {
        return shown.contains(unit);
    }

    private static Dataset<Row> rows(Inputs in) {
        List<Column> sums = new ArrayList<>(List.of(
                max(FctCustomerEmployee.ENGAGEMENT_SHARE.col()),
                sum(FctCustomerEmployee.PROMOTER_COUNT.col()),
                sum(FctCustomerEmployee.PASSIVE_COUNT.col()),
                sum(FctCustomerEmployee.DETRACTOR_COUNT.col()),
                sum(FctCustomerEmployee.MARGIN_AMOUNT.col()).cast("double"),
                count(when(Following.served(), lit(1)))));
        for (int months : Following.MONTHS) {
            sums.addAll(Following.sums(months));
        }
        return Following.rows(in)
                .filter(FctCustomerEmployee.UNIT_KEY.col().gt(0))
                .groupBy(FctCustomerEmployee.UNIT_KEY.col(), FctCustomerEmployee.MONTH_DATE.col())
                .agg(count(lit(1)), sums.toArray(Column[]::new))
                .join(broadcast(Units.withMergers(in)), FctCustomerEmployee.UNIT_KEY.name(), "left")
                .withColumn(MAKE_UP, Units.makeUp(FctCustomerEmployee.MONTH_DATE.col()));
    }

    /** The identifier, or the key where no source names the unit any more. */
    static String name(Row row) {
        String named = row.getAs(DimOrgUnit.UNIT_SOURCE_ID.name());
        return named == null ? String.valueOf(row.<Long>getAs(FctCustomerEmployee.UNIT_KEY.name())) : named;
    }

    private void add(Row row, int leastAnswers, LocalDate year) {
        String unit = name(row);
        LocalDate month = row.<Date>getAs(1).toLocalDate();
        long customers = row.getLong(2);
        long served = row.getLong(FIRST_SUM - 1);
        Answers answers = new Answers(row.getLong(4), row.getLong(5), row.getLong(6));
        boolean enough = answers.count() >= Math.max(2, leastAnswers);
        double[] values = new double[FIRST + PER_MONTHS * Following.MONTHS.length];
        values[0] = row.isNullAt(3) ? Double.NaN : POINTS * row.getDouble(3);
        values[1] = answers.count() < leastAnswers ? Double.NaN : answers.nps();
        values[2] = served == 0 ? Double.NaN : row.getDouble(7) / served;
        values[3] = enough ? answers.variance() : Double.NaN;
        for (int each = 0; each < Following.MONTHS.length; each++) {
            Followed followed = Following.read(row, FIRST_SUM + each * Following.SUMS);
            int place = FIRST + each * PER_MONTHS;
            values[place] = followed.leaving();
            values[place + 1] = followed.spend();
            values[place + 2] = enough ? followed.errorWithLeaving(answers) : Double.NaN;
            values[place + 3] = enough ? followed.errorWithSpend(answers) : Double.NaN;
        }
        // Within units means within one group of people; what else happens to the unit is still its own cluster's.
        String group = unit + row.<String>getAs(MAKE_UP);
        cells.add(new Cell(group, unit, month.getYear() * MONTHS + month.getMonthValue(), customers, values));
        if (!month.isBefore(year)) {
            for (int each = 0; each < Following.MONTHS.length; each++) {
                long more = row.getLong(FIRST_SUM + (each + 1) * Following.SUMS - 1);
                fresh.computeIfAbsent(Following.MONTHS[each], months -> new TreeMap<>())
                        .merge(unit, more, Long::sum);
            }
            if (!row.isNullAt(3)) {
                shown.add(unit);
            }
        }
    }
}
