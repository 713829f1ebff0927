package io.linkage.contract;

/** The zone a table lives in; the prefix is part of every table name, so a reader sees the zone in the name. */
public enum Layer {
    QUARANTINE("quarantine_"),
    STAGING("stg_"),
    CORE("dim_", "fct_", "brg_"),
    SCORE("feature_", "score_"),
    MART("mart_"),
    OPS("ops_");

    private final String[] prefixes;

    Layer(String... prefixes) {
        this.prefixes = prefixes;
    }

    /** Whether a table of this name belongs to this layer. */
    public boolean accepts(String tableName) {
        for (String prefix : prefixes) {
            if (tableName.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** Folder of the zone below the warehouse. */
    public String folder() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether tables of this layer are part of a curated release. */
    public boolean published() {
        return this == MART || this == OPS;
    }
}
