package io.linkage.model.campaign.spark;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.translate;

import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.table.core.FctCustomerAttribute;
import io.linkage.table.score.FeatureCampaign;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The last values of chosen attributes that were known before a day, in one text. */
public final class ProfileText {
    /** Parts the attributes; in a value a blank stands in for it. */
    public static final String SEPARATOR = "|";

    private static final String DAY = "_day";

    private ProfileText() {}

    /** Rows with their text of the days before a date; what was observed on the day itself may come of it. */
    public static Dataset<Row> before(Dataset<Row> rows, Inputs in, List<String> attributes, Field date) {
        if (attributes.isEmpty()) {
            return rows.withColumn(FeatureCampaign.PROFILE_TEXT.name(), lit(""));
        }
        Dataset<Row> observed = in.rows(FctCustomerAttribute.TABLE)
                .filter(FctCustomerAttribute.CUSTOMER_KEY
                        .col()
                        .gt(0)
                        .and(FctCustomerAttribute.ATTRIBUTE_CODE.col().isin(attributes.toArray())));
        String[] dated = {FctCustomerAttribute.CUSTOMER_KEY.name(), DAY};
        Dataset<Row> days = rows.select(
                        FctCustomerAttribute.CUSTOMER_KEY.col(), date.col().as(DAY))
                .distinct();
        Column value = FctCustomerAttribute.ATTRIBUTE_TEXT.col();
        Dataset<Row> last = days.join(observed, new String[] {dated[0]}, "inner")
                .filter(FctCustomerAttribute.OBSERVED_DATE.col().lt(col(DAY)))
                .groupBy(col(dated[0]), col(DAY), FctCustomerAttribute.ATTRIBUTE_CODE.col())
                .agg(max_by(value, struct(FctCustomerAttribute.OBSERVED_DATE.col(), value))
                        .as("_value"))
                .groupBy(col(dated[0]), col(DAY))
                .agg(array_join(array_sort(collect_list(named())), SEPARATOR).as("_text"));
        return rows.withColumn(DAY, date.col())
                .join(last, dated, "left")
                .withColumn(FeatureCampaign.PROFILE_TEXT.name(), coalesce(col("_text"), lit("")))
                .drop(DAY, "_text");
    }

    private static Column named() {
        return concat(FctCustomerAttribute.ATTRIBUTE_CODE.col(), lit("="), translate(col("_value"), SEPARATOR, " "));
    }
}
