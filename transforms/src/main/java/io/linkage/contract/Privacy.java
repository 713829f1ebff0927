package io.linkage.contract;

/** How closely a column touches a person; marts hold nothing above {@link #PSEUDONYMOUS}. */
public enum Privacy {
    /** Anyone may see it. */
    PUBLIC,
    /** For people of the company; says nothing of one person. */
    INTERNAL,
    /** About one person, who cannot be named without a key kept elsewhere. */
    PSEUDONYMOUS,
    /** Names or reaches a person: name, e-mail, phone, address, birth date. */
    PERSONAL,
    /** What an employee said or earns: stays in the restricted zone. */
    SENSITIVE;

    /** Whether a column of this class may stand in a curated release. */
    public boolean publishable() {
        return compareTo(PSEUDONYMOUS) <= 0;
    }
}
