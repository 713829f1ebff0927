package io.linkage.jobs.step;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/** Keyed pseudonyms (HMAC-SHA-256). The key travels with the tasks, and stands in no plan, no log and no message. */
public final class Pseudonym implements UDF1<String, String>, Serializable {
    private static final long serialVersionUID = 1L;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;
    private transient ThreadLocal<Mac> mac;

    /** Pseudonyms under a key. */
    public Pseudonym(byte[] key) {
        this.key = key.clone();
    }

    /** The pseudonym of each identifier, as lower-case hexadecimal text; none of a missing one. */
    public Column of(Column identifier) {
        UserDefinedFunction function = functions.udf(this, DataTypes.StringType).withName("pseudonym");
        return function.apply(identifier.cast(DataTypes.StringType));
    }

    @Override
    public String call(String identifier) {
        return identifier == null
                ? null
                : HexFormat.of().formatHex(mac().doFinal(identifier.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return "pseudonym";
    }

    private synchronized Mac mac() {
        if (mac == null) {
            mac = ThreadLocal.withInitial(this::keyed);
        }
        return mac.get();
    }

    private Mac keyed() {
        try {
            Mac keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(key, ALGORITHM));
            return keyed;
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, absent);
        }
    }
}
