package io.linkage.model.drivers.spark;

import io.linkage.model.drivers.CrossProducts;
import io.linkage.model.drivers.TwoWay;
import io.linkage.table.core.FctSurveyAnswer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Adds up the respondents of some parts, one after the other: nothing is kept of them but the sums. */
final class RespondentSums {
    private static final double CENTS = 100;

    private final int lastDay;
    private final int days;
    private final Map<String, Integer> bySurvey = new HashMap<>();
    private final List<Map<String, Integer>> columns = new ArrayList<>();
    private final List<double[]> means = new ArrayList<>();
    private final Map<List<Integer>, CrossProducts> sums = new HashMap<>();

    RespondentSums(List<Questionnaire> questionnaires, int lastDay, int days) {
        this.lastDay = lastDay;
        this.days = days;
        for (int number = 0; number < questionnaires.size(); number++) {
            Questionnaire questionnaire = questionnaires.get(number);
            Map<String, Integer> places = new TreeMap<>();
            for (int place = 0; place < questionnaire.compared().size(); place++) {
                places.put(questionnaire.compared().get(place).name().key(), place);
            }
            columns.add(places);
            means.add(questionnaire.means());
            for (String survey : questionnaire.surveys()) {
                bySurvey.put(survey, number);
            }
        }
    }

    /** One row per part, questionnaire and target. */
    Iterator<Row> of(Iterator<Row> respondents) {
        respondents.forEachRemaining(this::add);
        return sums.entrySet().stream()
                .map(entry -> RowFactory.create(
                        entry.getKey().get(0),
                        entry.getKey().get(1),
                        entry.getKey().get(2),
                        entry.getValue().flat()))
                .iterator();
    }

    private void add(Row respondent) {
        Integer questionnaire = bySurvey.get(respondent.<String>getAs(FctSurveyAnswer.SURVEY_CODE.name()));
        if (questionnaire == null) {
            return;
        }
        double[] means = this.means.get(questionnaire);
        double[] answers = answers(respondent, columns.get(questionnaire));
        double recommends = answers[means.length];
        double[] given = Arrays.copyOf(answers, means.length);
        if (means.length == 0 || !TwoWay.suffices(given)) {
            return;
        }
        double[] row = Arrays.copyOf(TwoWay.filled(given, means), means.length + 1);
        int part = respondent.<Integer>getAs(Moments.PART);
        for (Target target : Target.values()) {
            double outcome = target == Target.RECOMMENDATION ? recommends : behaviour(respondent, target);
            if (!Double.isNaN(outcome)) {
                row[means.length] = outcome;
                sums.computeIfAbsent(
                                List.of(part, questionnaire, target.ordinal()), unseen -> new CrossProducts(row.length))
                        .add(row);
            }
        }
    }

    /** Mean answer per attribute, and last how likely the respondent is to recommend; NaN where open. */
    private static double[] answers(Row respondent, Map<String, Integer> columns) {
        double[] totals = new double[columns.size() + 1];
        int[] counts = new int[totals.length];
        for (Row answer : respondent.<Row>getList(respondent.fieldIndex(Moments.ANSWERS))) {
            String name = answer.getString(0);
            Integer place = name.equals(AttributeAnswers.RECOMMENDATION) ? (Integer) columns.size() : columns.get(name);
            if (place != null) {
                totals[place] += answer.getDouble(1);
                counts[place]++;
            }
        }
        for (int place = 0; place < totals.length; place++) {
            totals[place] = counts[place] > 0 ? totals[place] / counts[place] : Double.NaN;
        }
        return totals;
    }

    /** What came in the days after the answer; NaN of nobody known, and while these days are not over. */
    private double behaviour(Row respondent, Target target) {
        int answered = respondent.<Integer>getAs(Moments.ANSWERED);
        if (!respondent.<Boolean>getAs(Moments.IS_CUSTOMER) || answered + days > lastDay) {
            return Double.NaN;
        }
        long margin = 0;
        boolean bought = false;
        int purchases = respondent.fieldIndex(Moments.PURCHASES);
        for (Row purchase : respondent.isNullAt(purchases) ? List.<Row>of() : respondent.<Row>getList(purchases)) {
            int day = purchase.getInt(0);
            if (day > answered && day <= answered + days) {
                margin += purchase.getLong(1);
                bought |= purchase.getBoolean(2);
            }
        }
        return target == Target.MARGIN ? margin / CENTS : bought ? 1 : 0;
    }
}
