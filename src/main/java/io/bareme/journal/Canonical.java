package io.bareme.journal;

import io.bareme.adjudication.Decision;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A value and its canonical bytes; read from the bytes, once, when it is not at hand. */
public final class Canonical<T> {

    private final byte[] bytes;
    private final Function<byte[], T> read;
    private volatile @Nullable T value;

    private Canonical(byte[] bytes, Function<byte[], T> read, @Nullable T value) {
        this.bytes = bytes;
        this.read = read;
        this.value = value;
    }

    static Canonical<Input> of(Input input) {
        return new Canonical<>(CanonicalJson.bytes(input), CanonicalJson::input, input);
    }

    static Canonical<Decision> of(Decision decision) {
        return new Canonical<>(CanonicalJson.bytes(decision), CanonicalJson::decision, decision);
    }

    static Canonical<Input> input(byte[] bytes) {
        return new Canonical<>(bytes, CanonicalJson::input, null);
    }

    static Canonical<Decision> decision(byte[] bytes) {
        return new Canonical<>(bytes, CanonicalJson::decision, null);
    }

    /** Not to be written to. */
    byte[] bytes() {
        return bytes;
    }

    T value() {
        T known = value;
        if (known == null) {
            known = read.apply(bytes);
            value = known;
        }
        return known;
    }
}
