package io.bareme.adjudication;

import java.util.List;
import java.util.Random;

/** Chance, the same again from the same seed. */
final class Draw extends Random {

    private static final long serialVersionUID = 1;

    Draw(long seed) {
        super(seed);
    }

    @SafeVarargs
    final <T> T one(T... of) {
        return of[nextInt(of.length)];
    }

    <T> T one(List<T> of) {
        return of.get(nextInt(of.size()));
    }
}
