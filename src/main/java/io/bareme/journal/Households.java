package io.bareme.journal;

import io.bareme.adjudication.Rights;
import io.bareme.values.Currency;
import org.jspecify.annotations.Nullable;

/** The households under which decisions and limits are kept. */
final class Households {

    /** Of a person who is not known. */
    private static final String NONE = "-";

    private Households() {}

    static String home(@Nullable Rights rights) {
        return rights == null ? NONE : rights.household();
    }

    /** The key that every invoice of a person moves: of two that did not see each other, one is decided again. */
    static String invoices(Rights rights, Currency currency) {
        return rights.household() + "/-/invoices/0/" + rights.person() + "/" + currency;
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
