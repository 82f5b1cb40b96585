package io.bareme.rulebook.files;

import io.bareme.guarantee.Formula;
import io.bareme.guarantee.HeaderReadings;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Unit;
import io.bareme.values.Currency;
import org.jspecify.annotations.Nullable;

/** Whoever can read the guarantee language. */
public interface Wordings {

    Wording read(String wording, HeaderReadings readings, Currency currency);

    /** Reads the words of a limit that stands by itself. */
    LimitWording limit(String wording, HeaderReadings readings, Currency currency);

    /** What came of reading one wording. */
    sealed interface Wording {
        record Understood(Formula formula) implements Wording {}

        /** Not understood, or understood in two ways. */
        record Refused(
                String message, String allowed, @Nullable String maybe) implements Wording {}
    }

    /** What came of reading the words of a limit. */
    sealed interface LimitWording {
        record OverTime(Limit limit) implements LimitWording {}

        /** For each unit, over no time. */
        record ForUnit(Measure amount, Unit unit) implements LimitWording {}

        /** Not understood, or understood in two ways. */
        record Refused(
                String message, String allowed, @Nullable String maybe) implements LimitWording {}
    }
}
