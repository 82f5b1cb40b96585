package io.bareme.rulebook.wording;

import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Tells the two uses of "/" apart: "par" before a unit or a period ("16 €/jour", "250 €/2 ans"), and otherwise the mark
 * that a line break left in a published cell, which says nothing.
 */
final class SoftBreaks {

    private static final Set<Integer> DURATIONS = Set.of(WordingLexer.YEAR, WordingLexer.MONTH);
    private static final Set<Integer> PER_WHAT = Set.of(
            WordingLexer.YEAR,
            WordingLexer.CIVIL_YEAR,
            WordingLexer.CONTRACT_YEAR,
            WordingLexer.MONTHS_OF,
            WordingLexer.BENEFICIARY,
            WordingLexer.FAMILY,
            WordingLexer.ILLNESS,
            WordingLexer.ACT,
            WordingLexer.CONSULTATION,
            WordingLexer.SESSION,
            WordingLexer.DAY,
            WordingLexer.NIGHT,
            WordingLexer.STAY,
            WordingLexer.LENS,
            WordingLexer.PAIR,
            WordingLexer.EQUIPMENT,
            WordingLexer.DEVICE,
            WordingLexer.EYE,
            WordingLexer.EAR,
            WordingLexer.TOOTH,
            WordingLexer.PROSTHESIS,
            WordingLexer.IMPLANT,
            WordingLexer.SEMESTER,
            WordingLexer.CHILD,
            WordingLexer.BOX,
            WordingLexer.KILOMETRE);

    private SoftBreaks() {}

    static void settle(List<? extends Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof CommonToken slash
                    && slash.getType() == WordingLexer.BREAK
                    && meansPer(tokens, i)) {
                slash.setType(WordingLexer.PER);
                slash.setChannel(Token.DEFAULT_CHANNEL);
            }
        }
    }

    private static boolean meansPer(List<? extends Token> tokens, int slash) {
        int next = typeAt(tokens, slash + 1);
        return PER_WHAT.contains(next)
                || (next == WordingLexer.NUMBER && DURATIONS.contains(typeAt(tokens, slash + 2)));
    }

    private static int typeAt(List<? extends Token> tokens, int place) {
        return place < tokens.size() ? tokens.get(place).getType() : Token.EOF;
    }
}
