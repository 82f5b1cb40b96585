package io.bareme.rulebook.wording;

import io.bareme.values.Currency;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * Words that only the other country's schemes give a meaning: a table that used them would have all its claims referred
 * for a figure that nobody can establish. The table's currency tells its country.
 */
final class ForeignWords {

    private static final Set<Integer> OF_FRANCE = Set.of(
            WordingLexer.PMSS,
            WordingLexer.PRICE_CEILING,
            WordingLexer.LEGAL_FEE,
            WordingLexer.LAW,
            WordingLexer.OPTAM,
            WordingLexer.NON_OPTAM,
            WordingLexer.CLASS_A,
            WordingLexer.CLASS_B,
            WordingLexer.CLASS_I,
            WordingLexer.CLASS_II,
            WordingLexer.BASKET_100,
            WordingLexer.BASKET_CONTROLLED,
            WordingLexer.BASKET_FREE,
            WordingLexer.EQUIPMENT_A,
            WordingLexer.EQUIPMENT_B,
            WordingLexer.EQUIPMENT_C,
            WordingLexer.EQUIPMENT_D,
            WordingLexer.EQUIPMENT_E,
            WordingLexer.EQUIPMENT_F,
            WordingLexer.EXEMPT_ACT,
            WordingLexer.NOT_EXEMPT_ACT,
            WordingLexer.CONVENTIONED,
            WordingLexer.NON_CONVENTIONED,
            WordingLexer.CONVENTION_TARIFF,
            WordingLexer.RECONSTRUCTED_BASE,
            WordingLexer.RECONSTRUCTED_COPAYMENT,
            WordingLexer.UNIT_PRICE);
    private static final Set<Integer> OF_MOROCCO = Set.of(WordingLexer.NATIONAL_TARIFF, WordingLexer.HOSPITAL_SCALE);

    private static final String[] KNOWN_IN_FRANCE = {"BR", "FR", "TM", "TC", "BRR", "PMSS", "HLF", "PLV", "€"};
    private static final String[] KNOWN_IN_MOROCCO = {"BR", "FR", "TM", "TNR", "MAD"};

    private ForeignWords() {}

    static boolean areIn(List<? extends Token> tokens, Currency currency) {
        return tokens.stream().anyMatch(token -> foreignTo(currency).contains(token.getType()));
    }

    /** Refuses the first such word. */
    static void refuse(List<? extends Token> tokens, Currency currency) {
        for (Token token : tokens) {
            if (foreignTo(currency).contains(token.getType())) {
                throw new NotUnderstood(
                        Place.of(token) + " is a word of " + (currency == Currency.EUR ? "Morocco" : "France")
                                + ", and the table is in " + currency,
                        currency == Currency.EUR ? KNOWN_IN_FRANCE : KNOWN_IN_MOROCCO);
            }
        }
    }

    /** The refusal, allowing what is known in the table's country alone. */
    static Interpretation.Refused without(Interpretation.Refused refused, Currency currency) {
        boolean inMorocco = currency == Currency.MAD && refused.allowed().equals(ParsedWording.BASES);
        return inMorocco
                ? new Interpretation.Refused(refused.problem(), List.of(KNOWN_IN_MOROCCO), refused.maybe())
                : refused;
    }

    private static Set<Integer> foreignTo(Currency currency) {
        return switch (currency) {
            case EUR -> OF_MOROCCO;
            case MAD -> OF_FRANCE;
        };
    }
}
