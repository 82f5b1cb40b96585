package io.bareme.journal;

import io.bareme.adjudication.Rights;
import org.jspecify.annotations.Nullable;

/** The households under which decisions and limits are kept. */
final class Households {

    /** Of a person who is not known. */
    private static final String NONE = "-";

    private Households() {}

    static String home(@Nullable Rights rights) {
        return rights == null ? NONE : rights.household();
    }

    /** The first part of a limit's key. */
    static String ofKey(String key) {
        int slash = key.indexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("The key of a limit begins with its household: " + key);
        }
        return key.substring(0, slash);
    }
}
