package io.linkage.contract;

import java.io.Serializable;
import org.apache.spark.sql.Column;

/**
 * A promise about whole rows that no single domain can hold.
 *
 * @param code reason written to quarantine
 * @param meaning what is wrong, in words
 * @param broken true where a row breaks it; null counts as false
 */
public record Rule(String code, String meaning, Column broken) implements Serializable {}
