package io.linkage.contract;

import java.io.Serializable;

/**
 * An answer, and the codes that may stand in its place and mean that none was given: "user-missing values" of survey files.
 *
 * @param answer the answer; empty where none was given
 * @param codes as received, each with what it means: {@code 8 = does-not-apply, 9 = does-not-know}
 * @param reason what the code that was given means; filled by staging
 */
public record NoAnswer(Field answer, Field codes, Field reason) implements Serializable {}
