package io.bareme.adjudication;

import io.bareme.values.Money;
import io.bareme.values.Source;
import org.jspecify.annotations.Nullable;

/** An amount that the law sets for one line of a responsible contract, and where it says so. */
record LegalBound(Money amount, @Nullable Source source) {

    static @Nullable LegalBound lowest(@Nullable LegalBound one, @Nullable LegalBound other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.amount().compareTo(one.amount()) < 0 ? other : one;
    }

    static @Nullable LegalBound highest(@Nullable LegalBound one, @Nullable LegalBound other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.amount().compareTo(one.amount()) > 0 ? other : one;
    }
}
