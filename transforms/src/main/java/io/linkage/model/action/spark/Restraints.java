package io.linkage.model.action.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.contract.Inputs;
import io.linkage.model.action.Limit;
import io.linkage.settings.Action;
import io.linkage.settings.ActionSettings;
import io.linkage.table.core.FctCampaignContact;
import io.linkage.table.core.FctConsent;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.staging.CampaignContact;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What forbids a customer an action: no consent for its purpose on the business date, or enough contacts lately.
 *
 * @param settings of actions
 */
record Restraints(ActionSettings settings) {
    private static final String[] CUSTOMER = {CustomerValue.CUSTOMER_KEY.name()};
    private static final String CONTACTS = "_contacts";

    /** Customers with their consents and contacts beside them. */
    Dataset<Row> beside(Inputs in, Dataset<Row> customers) {
        List<String> purposes = purposes();
        Dataset<Row> contacted = customers.join(contacts(in), CUSTOMER, "left");
        if (purposes.isEmpty()) {
            return contacted;
        }
        Column[] granted = purposes.stream()
                .map(purpose -> max(when(FctConsent.PURPOSE_CODE.col().equalTo(purpose), FctConsent.IS_GRANTED.col()))
                        .as(granted(purpose)))
                .toArray(Column[]::new);
        Dataset<Row> consents = in.rows(FctConsent.TABLE)
                .filter(FctConsent.PURPOSE_CODE.col().isInCollection(purposes))
                .groupBy(FctConsent.CUSTOMER_KEY.col())
                .agg(granted[0], java.util.Arrays.copyOfRange(granted, 1, granted.length));
        return contacted.join(consents, CUSTOMER, "left");
    }

    /** Code of what forbids the action; null where nothing does. */
    Column limit(Action action) {
        Map<Action, String> purposes = settings.purposeByAction();
        Column consent = purposes.containsKey(action)
                ? coalesce(
                        col(granted(purposes.get(action))),
                        lit(settings.consent().equals(ActionSettings.NOT_REFUSED)))
                : lit(true);
        Column room = lit(action.contacts())
                .equalTo(false)
                .or(coalesce(col(CONTACTS), lit(0L)).lt(settings.contactCap()));
        return when(consent.equalTo(false), Limit.CONSENT.name()).when(room.equalTo(false), Limit.CONTACT_CAP.name());
    }

    private Dataset<Row> contacts(Inputs in) {
        return in.rows(FctCampaignContact.TABLE)
                .filter(FctCampaignContact.GROUP_CODE
                        .col()
                        .equalTo(CampaignContact.TREATED)
                        .and(FctCampaignContact.CONTACT_DATE
                                .col()
                                .gt(Days.day(in.asOf().minusDays(settings.contactDays())))))
                .groupBy(FctCampaignContact.CUSTOMER_KEY.col())
                .agg(count(lit(1)).as(CONTACTS));
    }

    private List<String> purposes() {
        return settings.purposeByAction().values().stream().distinct().sorted().toList();
    }

    private String granted(String purpose) {
        return "_granted_" + purposes().indexOf(purpose);
    }
}
