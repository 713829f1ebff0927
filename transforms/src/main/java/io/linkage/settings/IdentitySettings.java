package io.linkage.settings;

/** How records of several systems are recognised as one customer. */
public record IdentitySettings(
        @Setting(
                meaning = "rules that tie records together: all (cross-reference, e-mail with surname, telephone with"
                        + " address), cross-reference alone, or none",
                standard = ALL,
                oneOf = {ALL, CROSS_REFERENCE, "none"})
        String rules,

        @Setting(
                meaning = "records that may share an e-mail address or telephone before it is taken for a placeholder,"
                        + " and that one customer may have",
                standard = "10",
                least = 2,
                most = 1000)
        int maximumRecords) {

    /** Every rule. */
    public static final String ALL = "all";
    /** Only what one system says of another's records. */
    public static final String CROSS_REFERENCE = "cross-reference";
}
