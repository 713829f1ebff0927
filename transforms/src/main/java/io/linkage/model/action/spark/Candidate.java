package io.linkage.model.action.spark;

import io.linkage.contract.Inputs;
import io.linkage.settings.Action;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One action as an offer to customers: for whom, what could happen, and which margin is then at stake. */
interface Candidate {
    /** What would be done. */
    Action action();

    /** Customers, as {@code mart_customer_value} has them, with what else the offer needs beside them. */
    default Dataset<Row> beside(Inputs in, Dataset<Row> customers) {
        return customers;
    }

    /** Whether the offer makes sense for a customer; what is not known makes none. */
    Column applies();

    /** Chance of what the action is to bring about or prevent, before its effect. */
    Column probability();

    /** Margin at stake, an amount. */
    Column stake();

    /** What the offer is about; null where about nothing in particular. */
    default Column subject() {
        return org.apache.spark.sql.functions.lit(null);
    }

    /** Last day on which it makes sense. */
    default LocalDate until(Inputs in, LocalDate roundEnd) {
        return roundEnd;
    }
}
