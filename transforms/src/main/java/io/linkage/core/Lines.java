package io.linkage.core;

import io.linkage.table.core.FctOrderLine;
import io.linkage.table.staging.OrderLine;
import org.apache.spark.sql.Column;

/** What kind of line a line of {@code fct_order_line} is. */
public final class Lines {
    private Lines() {}

    /** Something was bought. */
    public static Column isSale() {
        return FctOrderLine.LINE_TYPE_CODE.col().equalTo(OrderLine.SALE);
    }

    /** Something was brought back. */
    public static Column isReturn() {
        return FctOrderLine.LINE_TYPE_CODE.col().equalTo(OrderLine.RETURN);
    }

    /** One of the two, of a customer who is known. */
    public static Column isRevenueOfCustomer() {
        return FctOrderLine.CUSTOMER_KEY.col().gt(0).and(isSale().or(isReturn()));
    }
}
