package io.linkage.jobs.lake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.functions;

/** Gathers the distinct digests of a column as rows pass, so that keys and references need no query of their own. */
final class Digests extends Aggregator<Long, ValueSet, byte[]> {
    private static final long serialVersionUID = 1L;

    /** The set of the digests of these columns; rows in which all of them are null are passed over. */
    static Column of(Column... values) {
        Column none = null;
        for (Column value : values) {
            none = none == null ? value.isNull() : none.and(value.isNull());
        }
        Column digest = functions.when(none, functions.lit(null)).otherwise(functions.xxhash64(values));
        return functions.udaf(new Digests(), Encoders.LONG()).apply(digest);
    }

    /** The set, from what Spark gives as result. */
    static ValueSet read(Object result) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream((byte[]) result))) {
            return (ValueSet) in.readObject();
        } catch (IOException | ClassNotFoundException fault) {
            throw new IllegalStateException("A set of digests cannot be read back", fault);
        }
    }

    @Override
    public ValueSet zero() {
        return new ValueSet();
    }

    @Override
    public ValueSet reduce(ValueSet set, Long digest) {
        if (digest != null) {
            set.add(digest);
        }
        return set;
    }

    @Override
    public ValueSet merge(ValueSet left, ValueSet right) {
        left.addAll(right);
        return left;
    }

    @Override
    public byte[] finish(ValueSet set) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(set);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return bytes.toByteArray();
    }

    @Override
    public Encoder<ValueSet> bufferEncoder() {
        return Encoders.javaSerialization(ValueSet.class);
    }

    @Override
    public Encoder<byte[]> outputEncoder() {
        return Encoders.BINARY();
    }
}
