package io.linkage.core.campaign;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;

import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.core.Events;
import io.linkage.core.Lookup;
import io.linkage.table.core.CustomerIdentity;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.DimDate;
import io.linkage.table.core.FctConsent;
import io.linkage.table.staging.Consent;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** The last decision of each customer on each purpose; of several at one moment a refusal stands. */
public final class BuildConsent {
    public static final Build BUILD = Build.of(FctConsent.TABLE)
            .reads(BuildConsent::from, Consent.TABLE, CustomerIdentity.TABLE, DimCustomer.TABLE, DimDate.TABLE);

    private BuildConsent() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> decisions = Events.upTo(
                in,
                in.rows(Consent.TABLE),
                Events.local(Consent.DECIDED_AT, in),
                FctConsent.DECISION_DATE,
                FctConsent.DECISION_DATE_KEY);
        Column granted = Consent.DECISION_CODE.col().equalTo(Consent.GRANTED);
        WindowSpec latest = Window.partitionBy(FctConsent.CUSTOMER_KEY.col(), Consent.PURPOSE_CODE.col())
                .orderBy(
                        Consent.DECIDED_AT.col().desc(), FctConsent.IS_GRANTED.col(), Consent.CUSTOMER_SOURCE_ID.col());
        Dataset<Row> known = Lookup.customer(in, decisions, Consent.CUSTOMER_SOURCE_ID, FctConsent.DECISION_DATE);
        return FctConsent.TABLE.shape(known.withColumn(FctConsent.IS_GRANTED.name(), granted)
                .withColumn(FctConsent.IS_CONTRADICTED.name(), contradicted())
                .withColumn("_place", row_number().over(latest))
                .filter(col("_place").equalTo(1)));
    }

    /** Whether a grant and a refusal stand at one moment. */
    private static Column contradicted() {
        WindowSpec moment = Window.partitionBy(FctConsent.CUSTOMER_KEY.col(), Consent.PURPOSE_CODE.col())
                .orderBy(Consent.DECIDED_AT.col().desc())
                .rangeBetween(Window.currentRow(), Window.currentRow());
        Column granted = FctConsent.IS_GRANTED.col();
        return max(granted).over(moment).notEqual(min(granted).over(moment));
    }
}
