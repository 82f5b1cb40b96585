package io.bareme.regulation;

import io.bareme.values.Source;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One act of the nomenclature: how it reaches the tables, the compulsory rates and its tariff.
 *
 * @param family its care family, through which it reaches the lines of guarantee tables
 * @param unit the word for what is counted, as the nomenclature says it ("box", "tooth"), an act where it says a
 *     coefficient; empty where nothing says it
 * @param defaultCoefficient what multiplies the letter key when the claim gives no coefficient
 */
public record Act(
        ActCode code,
        String labelFr,
        String labelEn,
        String family,
        CareKind kind,
        TariffRule tariff,
        String unit,
        @Nullable BigDecimal defaultCoefficient,
        Source source) {

    /** Where the act's base comes from. */
    public sealed interface TariffRule {
        /** A regulated amount, by date and provider category. */
        record Quantity(String quantity) implements TariffRule {}

        /** A coefficient times a letter key. */
        record LetterKey(String quantity) implements TariffRule {}

        /** The price charged is the base. */
        record Price() implements TariffRule {}

        /** The compulsory scheme has no tariff for it: its base is zero. */
        record None() implements TariffRule {}
    }
}
