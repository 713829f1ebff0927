package io.linkage;

import io.linkage.contract.Build;
import io.linkage.core.BuildCustomerEmployee;
import io.linkage.core.calendar.BuildDate;
import io.linkage.core.commerce.BuildOrderLine;
import io.linkage.core.contact.BuildInteraction;
import io.linkage.core.customer.BuildCustomer;
import io.linkage.core.employee.BuildEngagement;
import io.linkage.core.employee.BuildOrgUnit;
import io.linkage.core.experience.BuildSurveyAnswer;
import io.linkage.core.identity.BuildKeyMap;
import java.util.List;

/** Every table that is built from others; their order follows from what they read. */
public final class Builds {
    /** One line per table. */
    public static final List<Build> ALL = List.of(
            BuildKeyMap.BUILD,
            BuildDate.BUILD,
            BuildCustomer.BUILD,
            BuildOrgUnit.BUILD,
            BuildOrderLine.BUILD,
            BuildInteraction.BUILD,
            BuildSurveyAnswer.BUILD,
            BuildEngagement.BUILD,
            BuildCustomerEmployee.BUILD);

    private Builds() {}
}
