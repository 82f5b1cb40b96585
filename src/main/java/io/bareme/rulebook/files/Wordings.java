package io.bareme.rulebook.files;

import io.bareme.guarantee.Formula;
import io.bareme.guarantee.HeaderReadings;
import io.bareme.values.Currency;
import org.jspecify.annotations.Nullable;

/** Whoever can read the guarantee language. */
@FunctionalInterface
public interface Wordings {

    Wording read(String wording, HeaderReadings readings, Currency currency);

    /** What came of reading one wording. */
    sealed interface Wording {
        record Understood(Formula formula) implements Wording {}

        /** Not understood, or understood in two ways. */
        record Refused(
                String message, String allowed, @Nullable String maybe) implements Wording {}
    }
}
