package io.linkage.contract;

import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;

/** Registers columns in the order of their declaration, so that none can be declared and then forgotten. */
public final class TableBuilder {
    /** As {@code 8 = does-not-apply, 9 = does-not-know, 99}: a code of which only part is read would count as an answer. */
    private static final String NO_ANSWER_CODES =
            "^\\s*CODE(\\s*=\\s*CODE)?(\\s*,\\s*CODE(\\s*=\\s*CODE)?)*\\s*$".replace("CODE", "[\\p{L}\\p{N}_./+-]+");

    private final String name;
    private final Layer layer;
    private final List<Field> fields = new ArrayList<>();
    private final List<Field> keys = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private String grain = "";
    private String meaning = "";
    private String feed;
    private Field slice;
    private boolean restricted;
    private Field numbered;
    private boolean history;
    private boolean extractsOnly;
    private Field event;
    private Spell spell;
    private NoAnswer noAnswer;

    TableBuilder(String name, Layer layer) {
        if (!layer.accepts(name)) {
            throw new IllegalArgumentException("Table " + name + " does not carry the prefix of layer " + layer);
        }
        this.name = name;
        this.layer = layer;
    }

    /** What one row is. */
    public TableBuilder grain(String sentence) {
        this.grain = sentence;
        return this;
    }

    /** Which question the table answers. */
    public TableBuilder meaning(String sentence) {
        this.meaning = sentence;
        return this;
    }

    /** The feed that this table stages: its columns are received unless declared as derived. */
    public TableBuilder feed(String feedName) {
        this.feed = feedName;
        return this;
    }

    /** Rows of HR persons: the table lives in the restricted zone. */
    public TableBuilder restricted() {
        this.restricted = true;
        return this;
    }

    /** Keeps each change of a row, by the date it was loaded: the base of type-2 history. */
    public TableBuilder history() {
        this.history = true;
        return this;
    }

    /** The same of full extracts alone: what they no longer hold has ended, and what a change deletes was wrong. */
    public TableBuilder historyOfExtracts() {
        this.extractsOnly = true;
        return history();
    }

    /** Part of the key; numbered within the keys before it where a company delivers no such column. */
    public Field numberedKey(String column, Domain domain, String text) {
        numbered = keyed(
                add(column, domain, true, Privacy.INTERNAL, text, Field.Origin.RECEIVED, null, "numbered by Linkage"));
        return numbered;
    }

    /** Part of the key; always filled. */
    public Field key(String column, Domain domain, Privacy privacy, String text) {
        return keyed(add(column, domain, true, privacy, text, origin(), null, null));
    }

    /** Part of the key that Linkage fills. */
    public Field derivedKey(String column, Domain domain, Privacy privacy, String text) {
        return keyed(add(column, domain, true, privacy, text, Field.Origin.DERIVED, null, null));
    }

    /** Part of the key that refers to another table. */
    public Field referenceKey(String column, Field target, String text) {
        return keyed(add(column, target.domain(), true, target.privacy(), text, Field.Origin.DERIVED, target, null));
    }

    /** Part of the key, and the column by which a night replaces only its own rows. */
    public Field sliceKey(String column, Domain domain, String text) {
        slice = derivedKey(column, domain, Privacy.INTERNAL, text);
        return slice;
    }

    /** A column that is always filled. */
    public Field required(String column, Domain domain, Privacy privacy, String text) {
        return add(column, domain, true, privacy, text, origin(), null, null);
    }

    /** A filled column that tells when the row's event happened. */
    public Field event(String column, Domain domain, String text) {
        event = required(column, domain, Privacy.INTERNAL, text);
        return event;
    }

    /** A column that may be empty. */
    public Field optional(String column, Domain domain, Privacy privacy, String text) {
        return add(column, domain, false, privacy, text, origin(), null, null);
    }

    /** A received column that takes a standard value where the company delivers no such column. */
    public Field standard(String column, Domain domain, Privacy privacy, String value, String text) {
        return add(column, domain, true, privacy, text, origin(), null, value);
    }

    /** A column that Linkage fills in every row. */
    public Field derived(String column, Domain domain, Privacy privacy, String text) {
        return add(column, domain, true, privacy, text, Field.Origin.DERIVED, null, null);
    }

    /** A column that Linkage fills where it can. */
    public Field derivedOptional(String column, Domain domain, Privacy privacy, String text) {
        return add(column, domain, false, privacy, text, Field.Origin.DERIVED, null, null);
    }

    /** A filled column that refers to a column of another table; takes its domain and privacy. */
    public Field reference(String column, Field target, String text) {
        return add(column, target.domain(), true, target.privacy(), text, Field.Origin.DERIVED, target, null);
    }

    /** A promise about whole rows. */
    public TableBuilder rule(String code, String text, Column broken) {
        rules.add(new Rule(code, text, broken));
        return this;
    }

    /** Rows hold from one day to another: an end before its beginning is refused, spells that overlap are counted. */
    public TableBuilder spell(Field start, Field end) {
        spell = new Spell(start, end);
        return rule(
                end.name() + ": BEFORE_START",
                "a spell ends after it began",
                end.col().lt(start.col()));
    }

    /** A code may stand for the answer and mean that none was given. */
    public TableBuilder noAnswer(Field answer, Field codes, Field reason) {
        noAnswer = new NoAnswer(answer, codes, reason);
        return rule(
                codes.name() + ": CODES",
                "codes are parted by commas, each without blanks, and with its meaning after =",
                not(codes.col().rlike(NO_ANSWER_CODES)));
    }

    /** Ends the contract. */
    public Table build() {
        return new Table(
                name,
                layer,
                grain,
                meaning,
                List.copyOf(fields),
                List.copyOf(keys),
                List.copyOf(rules),
                feed,
                slice,
                restricted,
                numbered,
                history,
                extractsOnly,
                event,
                spell,
                noAnswer);
    }

    private Field.Origin origin() {
        return feed == null ? Field.Origin.DERIVED : Field.Origin.RECEIVED;
    }

    private Field keyed(Field field) {
        keys.add(field);
        return field;
    }

    private Field add(
            String column,
            Domain domain,
            boolean required,
            Privacy privacy,
            String text,
            Field.Origin origin,
            Field target,
            String standard) {
        if (fields.stream().anyMatch(field -> field.name().equals(column))) {
            throw new IllegalArgumentException("Table " + name + " declares " + column + " twice");
        }
        Field field = new Field(name, column, domain, required, privacy, text, origin, target, standard);
        fields.add(field);
        return field;
    }
}
