package io.bareme.rulebook.wording;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Interval;

/** Names words of a wording and where they stand. Characters are counted from 1. */
final class Place {

    private static final int LONGEST_QUOTE = 60;

    private Place() {}

    static String of(Token token) {
        return of(token.getText(), token.getStartIndex());
    }

    static String of(ParserRuleContext phrase) {
        return of(words(phrase), phrase.getStart().getStartIndex());
    }

    /** The phrase as it was written. */
    static String words(ParserRuleContext phrase) {
        return words(phrase.getStart(), phrase.getStop().getStopIndex());
    }

    /** What was written from one word up to a place. */
    static String words(Token first, int lastCharacter) {
        return first.getInputStream().getText(Interval.of(first.getStartIndex(), lastCharacter));
    }

    private static String of(String words, int start) {
        String quoted = words.length() <= LONGEST_QUOTE ? words : words.substring(0, LONGEST_QUOTE - 1) + "…";
        return "« " + quoted.strip() + " » (character " + (start + 1) + ")";
    }
}
