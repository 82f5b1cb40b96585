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
        Token first = phrase.getStart();
        Token last = phrase.getStop();
        if (last == null || last.getStopIndex() < first.getStartIndex()) {
            return of(first);
        }
        Interval span = Interval.of(first.getStartIndex(), last.getStopIndex());
        return of(first.getInputStream().getText(span), first.getStartIndex());
    }

    private static String of(String words, int start) {
        String quoted = words.length() <= LONGEST_QUOTE ? words : words.substring(0, LONGEST_QUOTE - 1) + "…";
        return "« " + quoted.strip() + " » (character " + (start + 1) + ")";
    }
}
