package io.linkage.model.action;

/** Why a customer does not get the action that would bring most. */
public enum Limit {
    /** The customer did not allow its purpose. */
    CONSENT("consent", "the customer did not allow contact for this purpose"),
    /** The customer has been contacted often enough. */
    CONTACT_CAP("contact-cap", "the customer was contacted as often as is allowed"),
    /** Others were more worth the places of the action. */
    CAPACITY("capacity", "its places went to customers for whom it adds more"),
    /** The money did more elsewhere. */
    BUDGET("budget", "the budget brings more elsewhere"),
    /** Left alone at random. */
    CONTROL("control", "the customer is left alone at random, to learn from");

    private final String code;
    private final String words;

    Limit(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** Its code in tables. */
    public String code() {
        return code;
    }

    /** The reason for a reader. */
    public String words() {
        return words;
    }
}
