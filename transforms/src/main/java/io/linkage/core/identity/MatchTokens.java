package io.linkage.core.identity;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.right;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import io.linkage.settings.IdentitySettings;
import io.linkage.table.staging.Customer;
import java.text.Normalizer;
import org.apache.spark.sql.Column;

/**
 * What a customer record may be recognised by, written the same way whichever system wrote it. Two records that share a
 * token match by the token's rule; persons never share one with organisations.
 */
final class MatchTokens {
    /** Number of the rule in a token: 1 is the strongest. */
    static final String RULE = "rule";
    /** Text of a token. */
    static final String TEXT = "text";

    /** Digits that name a telephone in its country, whatever stands before them (+31, 0031, 0). */
    private static final int PHONE_DIGITS = 9;

    private static final int LAST_ACCENTED = 0x24F;
    private static final String UNDECOMPOSED = "øłđı";
    private static final String UNDECOMPOSED_BASE = "oldi";

    private MatchTokens() {}

    /** The tokens of a record: an array of rule and text. */
    static Column of(String rules) {
        Column own = token(1, "x", Customer.CUSTOMER_SOURCE_ID.col());
        Column named = token(1, "x", Customer.CROSS_REFERENCE_ID.col());
        Column tokens = switch (rules) {
            case IdentitySettings.ALL -> array(own, named, emailSurname(), phoneAddress());
            case IdentitySettings.CROSS_REFERENCE -> array(own, named);
            default -> array(own);
        };
        return array_distinct(array_compact(tokens));
    }

    private static Column emailSurname() {
        Column email = lower(trim(Customer.EMAIL.col()));
        Column isPerson = Customer.CUSTOMER_TYPE_CODE.col().equalTo(Customer.PERSON);
        Column name = when(isPerson, surname(Customer.NAME.col())).otherwise(wholeName(Customer.NAME.col()));
        return token(2, "e", when(email.contains("@"), email), name);
    }

    private static Column phoneAddress() {
        Column digits = regexp_replace(Customer.PHONE.col(), "\\D", "");
        Column number = when(length(digits).geq(PHONE_DIGITS), right(digits, lit(PHONE_DIGITS)));
        Column postal = filled(regexp_replace(upper(Customer.POSTAL_CODE.col()), "\\s", ""));
        return token(3, "p", number, postal, houseNumber(Customer.STREET.col()));
    }

    /** The last word of the name, or of what stands before a comma ("Jansen, P."), without case and accents. */
    static Column surname(Column name) {
        return filled(regexp_extract(folded(substring_index(name, ",", 1)), "(\\S+)\\s*$", 1));
    }

    /** All letters and digits of it: many companies end in the same legal form, and may share their bookkeeper's address. */
    static Column wholeName(Column name) {
        return filled(regexp_replace(folded(name), "[\\s\\p{Punct}]", ""));
    }

    /** The first number behind the name of the street, or before it ("12 High Street"). */
    static Column houseNumber(Column street) {
        Column behind = filled(regexp_extract(street, "\\D\\s*(\\d+)", 1));
        return coalesce(behind, filled(regexp_extract(street, "^\\s*(\\d+)", 1)));
    }

    /** Lower case, without accents, composed or not. */
    static Column folded(Column text) {
        StringBuilder accented = new StringBuilder(UNDECOMPOSED);
        StringBuilder plain = new StringBuilder(UNDECOMPOSED_BASE);
        for (char letter = 'À'; letter <= LAST_ACCENTED; letter++) {
            String apart = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
            if (apart.length() > 1 && apart.charAt(0) <= 'z') {
                accented.append(letter);
                plain.append(apart.charAt(0));
            }
        }
        return translate(lower(regexp_replace(text, "\\p{M}", "")), accented.toString(), plain.toString());
    }

    private static Column token(int rule, String kind, Column... parts) {
        Column whole = lit(true);
        Column[] texts = new Column[parts.length + 2];
        texts[0] = lit(kind);
        texts[1] = Customer.CUSTOMER_TYPE_CODE.col();
        for (int part = 0; part < parts.length; part++) {
            whole = whole.and(parts[part].isNotNull());
            texts[part + 2] = parts[part];
        }
        return when(whole, struct(lit(rule).as(RULE), concat_ws("|", texts).as(TEXT)));
    }

    private static Column filled(Column text) {
        return nullif(text, lit(""));
    }
}
