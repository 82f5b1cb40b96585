package io.bareme.rulebook.wording;

import io.bareme.rulebook.wording.Interpretation.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/** The words of one cell and, where the grammar knows them, their tree. */
final class ParsedWording {

    static final List<String> BASES = List.of("BR", "FR", "TM", "TC", "BRR", "PMSS", "TNR", "HLF", "PLV", "€", "MAD");

    private static final Set<Integer> ENDS =
            Set.of(WordingLexer.SEMICOLON, WordingLexer.RP, WordingLexer.PLUS, WordingLexer.OR);

    private final List<Token> tokens = new ArrayList<>();
    private final String composed;
    private @Nullable Token offending;

    ParsedWording(String composed) {
        this.composed = composed;
        WordingLexer lexer = new WordingLexer(new SpeltStream(composed));
        lexer.removeErrorListeners();
        tokens.addAll(lexer.getAllTokens());
        SoftBreaks.settle(tokens);
    }

    /** Throws {@link ParseCancellationException} when the words are not in the grammar. */
    WordingParser.CellContext cell() {
        return parse(WordingParser::cell);
    }

    /** The tree of a limit that stands by itself; throws as {@link #cell}. */
    WordingParser.LimitAloneContext limitAlone() {
        return parse(WordingParser::limitAlone);
    }

    private <T> T parse(Function<WordingParser, T> start) {
        try {
            return parse(start, PredictionMode.SLL);
        } catch (ParseCancellationException perhapsTooQuick) {
            return parse(start, PredictionMode.LL);
        }
    }

    private <T> T parse(Function<WordingParser, T> start, PredictionMode mode) {
        WordingParser parser = new WordingParser(new CommonTokenStream(new ListTokenSource(List.copyOf(tokens))));
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        parser.getInterpreter().setPredictionMode(mode);
        try {
            return start.apply(parser);
        } catch (ParseCancellationException failure) {
            if (failure.getCause() instanceof RecognitionException where) {
                offending = where.getOffendingToken();
            }
            throw failure;
        }
    }

    /** Why the words are not in the grammar: the first word that is none, else the first that stands where none may. */
    Refused refusal() {
        Optional<Token> unknown = unknown();
        if (unknown.isPresent()) {
            return noWord(unknown.get());
        }
        Optional<Token> scheme = tokens.stream().filter(this::isPercentOfScheme).findFirst();
        if (scheme.isPresent()) {
            return percentOfScheme(scheme.get());
        }
        if (offending == null || offending.getType() == Token.EOF) {
            return cutShort();
        }
        Token blamed = amountOf(offending);
        if (startsAmount(blamed) && tokens.indexOf(blamed) > 0) {
            return new Refused(
                    Place.of(blamed) + " begins a second value: a cell holds one",
                    List.of("one value", "a sum with +", "si … : … ; sinon : …"),
                    null);
        }
        return new Refused(Place.of(blamed) + " cannot stand here", List.of(), null);
    }

    /** "100 % SS": what the compulsory scheme pays (AMO) is no base; the base it pays on (BR) is. */
    private boolean isPercentOfScheme(Token word) {
        int place = tokens.indexOf(word);
        if (word.getType() != WordingLexer.COMPULSORY
                || place == 0
                || tokens.get(place - 1).getType() != WordingLexer.PERCENT) {
            return false;
        }
        int after =
                place + 1 == tokens.size() ? Token.EOF : tokens.get(place + 1).getType();
        return after != WordingLexer.INCLUSIVE && after != WordingLexer.EXCLUSIVE;
    }

    private Refused percentOfScheme(Token scheme) {
        return new Refused(
                Place.of(scheme) + " is the compulsory scheme (AMO), and a percentage is of a base",
                BASES,
                composed.substring(0, scheme.getStartIndex()) + "BR" + composed.substring(scheme.getStopIndex() + 1));
    }

    private Refused cutShort() {
        return tokens.stream()
                .filter(token -> token.getType() == WordingLexer.OR)
                .findFirst()
                .map(or -> new Refused(
                        Place.of(or) + " does not say which of the two applies",
                        List.of("150 % BR ou 200 % BR si devis préalable", "si OPTAM : 150 % BR ; sinon : 130 % BR"),
                        null))
                .orElseGet(
                        () -> new Refused("The wording stops before it says an amount or what it is of", BASES, null));
    }

    /** The number that stands before a sign, since the number is where the amount begins; else the word itself. */
    private Token amountOf(Token word) {
        int place = tokens.indexOf(word);
        boolean sign = word.getType() == WordingLexer.PERCENT
                || word.getType() == WordingLexer.EURO
                || word.getType() == WordingLexer.DIRHAM;
        return sign && place > 0 && tokens.get(place - 1).getType() == WordingLexer.NUMBER
                ? tokens.get(place - 1)
                : word;
    }

    private Refused noWord(Token word) {
        String problem = Place.of(word) + " is not a word of the guarantee language";
        int place = tokens.indexOf(word);
        boolean afterPercent = place > 0 && tokens.get(place - 1).getType() == WordingLexer.PERCENT;
        return new Refused(
                OtherWords.reason(word.getText())
                        .map(reason -> problem + ": " + reason)
                        .orElse(problem),
                afterPercent ? BASES : List.of(),
                null);
    }

    /** The first word that is none; one whose reason is known before the others. */
    private Optional<Token> unknown() {
        return tokens.stream()
                .filter(ParsedWording::isUnknown)
                .filter(token -> OtherWords.reason(token.getText()).isPresent())
                .findFirst()
                .or(() -> tokens.stream().filter(ParsedWording::isUnknown).findFirst());
    }

    private static boolean isUnknown(Token token) {
        return token.getType() == WordingLexer.WORD || token.getType() == WordingLexer.OTHER;
    }

    /** Words passed over at the end, or before what closes or goes on: "100 % de", cut before what it is of. */
    void refuseCutAfterPreposition() {
        int after = 0;
        for (Token token : tokens) {
            String before = composed.substring(after, Math.max(after, token.getStartIndex()));
            if (after > 0 && ENDS.contains(token.getType()) && hasWord(before)) {
                throw cutAfter(before);
            }
            after = token.getStopIndex() + 1;
        }
        String rest = composed.substring(Math.min(after, composed.length()));
        if (after > 0 && hasWord(rest)) {
            throw cutAfter(rest);
        }
    }

    private static boolean hasWord(String skipped) {
        return Spelling.plain(skipped).chars().anyMatch(letter -> letter >= 'a' && letter <= 'z');
    }

    private static NotUnderstood cutAfter(String words) {
        return new NotUnderstood(
                "The wording stops after « " + words.strip() + " », before it says what it is of",
                BASES.toArray(String[]::new));
    }

    List<Token> tokens() {
        return tokens;
    }

    private static boolean startsAmount(Token token) {
        return switch (token.getType()) {
            case WordingLexer.NUMBER,
                    WordingLexer.COPAYMENT,
                    WordingLexer.CHARGE,
                    WordingLexer.NOTHING,
                    WordingLexer.RECONSTRUCTED_COPAYMENT,
                    WordingLexer.LABEL -> true;
            default -> false;
        };
    }
}
