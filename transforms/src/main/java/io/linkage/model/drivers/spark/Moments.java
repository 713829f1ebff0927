package io.linkage.model.drivers.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.linkage.column.Days;
import io.linkage.contract.Inputs;
import io.linkage.model.drivers.CrossProducts;
import io.linkage.model.value.spark.PurchaseDays;
import io.linkage.settings.PrioritySettings;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctSurveyAnswer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Sums of products of attributes and outcomes over respondents, in parts of whole customers: what reaches the driver does not
 * grow with their number.
 */
final class Moments {
    static final String PART = "_part";
    static final String ANSWERS = "_answers";
    static final String ANSWERED = "_answered";
    static final String PURCHASES = "_purchases";
    static final String IS_CUSTOMER = "_customer";

    private static final int PARTS = 50;
    private static final String SALT = "priorities";
    private static final StructType SUMS = new StructType()
            .add(PART, DataTypes.IntegerType)
            .add("_questionnaire", DataTypes.IntegerType)
            .add("_target", DataTypes.IntegerType)
            .add("_sums", DataTypes.createArrayType(DataTypes.DoubleType));

    private Moments() {}

    /** Sums of each questionnaire and target, by part; those without any respondent are missing. */
    static Map<List<Integer>, List<CrossProducts>> of(
            Inputs in, Dataset<Row> answers, List<Questionnaire> questionnaires) {
        int lastDay = Math.toIntExact(in.asOf().toEpochDay());
        int days = in.settings(PrioritySettings.class).outcomeDays();
        MapPartitionsFunction<Row, Row> adding = rows -> new RespondentSums(questionnaires, lastDay, days).of(rows);
        List<Row> sums = respondents(in, answers)
                .repartition(col(PART))
                // In one order, so that sums have the same last digit on every cluster.
                .sortWithinPartitions(col(PART), FctSurveyAnswer.SURVEY_CODE.col(), FctSurveyAnswer.RESPONDENT_ID.col())
                .mapPartitions(adding, Encoders.row(SUMS))
                .collectAsList();
        Map<Integer, Map<List<Integer>, CrossProducts>> byPart = new TreeMap<>();
        sums.forEach(row -> byPart.computeIfAbsent(row.getInt(0), unseen -> new HashMap<>())
                .put(List.of(row.getInt(1), row.getInt(2)), products(row)));
        Map<List<Integer>, List<CrossProducts>> found = new HashMap<>();
        byPart.values()
                .forEach(part -> part.forEach((key, products) ->
                        found.computeIfAbsent(key, unseen -> new ArrayList<>()).add(products)));
        return found;
    }

    private static CrossProducts products(Row row) {
        double[] flat =
                row.<Double>getList(3).stream().mapToDouble(Double::doubleValue).toArray();
        return CrossProducts.of((int) Math.sqrt(flat.length - 1), flat);
    }

    /** What each respondent answered, and what the customer bought from the first day of these answers on. */
    private static Dataset<Row> respondents(Inputs in, Dataset<Row> answers) {
        Column customer = FctSurveyAnswer.CUSTOMER_KEY.col();
        Column respondent = xxhash64(lit(SALT), FctSurveyAnswer.SURVEY_CODE.col(), FctSurveyAnswer.RESPONDENT_ID.col());
        Column known = customer.gt(0);
        return answers.groupBy(FctSurveyAnswer.SURVEY_CODE.col(), FctSurveyAnswer.RESPONDENT_ID.col())
                .agg(
                        max(customer).as(FctSurveyAnswer.CUSTOMER_KEY.name()),
                        max(unix_date(FctSurveyAnswer.ANSWER_DATE.col())).as(ANSWERED),
                        sort_array(collect_list(struct(col(AttributeAnswers.NAME), FctSurveyAnswer.SCALE_SHARE.col())))
                                .as(ANSWERS))
                .withColumn(IS_CUSTOMER, known)
                .withColumn(
                        PART,
                        pmod(when(known, xxhash64(lit(SALT), customer)).otherwise(respondent), lit(PARTS))
                                .cast("int"))
                .join(purchases(in), new String[] {FctSurveyAnswer.CUSTOMER_KEY.name()}, "left");
    }

    private static Dataset<Row> purchases(Inputs in) {
        LocalDate since =
                in.asOf().minusMonths(in.settings(PrioritySettings.class).answerMonths());
        Column day = FctOrderLine.ORDER_DATE.col();
        return PurchaseDays.of(in)
                .filter(day.gt(Days.day(since)))
                .groupBy(FctOrderLine.CUSTOMER_KEY.col())
                .agg(collect_list(struct(unix_date(day), col(PurchaseDays.MARGIN), col(PurchaseDays.BOUGHT)))
                        .as(PURCHASES));
    }
}
