package io.bareme.rulebook.wording;

import io.bareme.guarantee.Formula.Nothing;
import io.bareme.guarantee.HeaderReadings;
import io.bareme.guarantee.HeaderReadings.Dash;
import io.bareme.rulebook.wording.Interpretation.Refused;
import io.bareme.rulebook.wording.Interpretation.SameAsBaseLevel;
import io.bareme.rulebook.wording.Interpretation.Understood;
import io.bareme.values.Currency;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Reads a guarantee's wording, as printed in a cell, under its table's header. It never guesses: words it does not know,
 * amounts that read two ways, several values in one cell are refused with the place. It holds no state and may be
 * shared by threads.
 */
public final class WordingReader {

    /** A published cell has never been seen longer than some 250 characters; beyond this it is no wording. */
    static final int LONGEST = 4_000;

    private static final int DEEPEST = 50;

    private WordingReader() {}

    /**
     * What the wording means.
     *
     * @param wording the cell as printed; any text
     * @param readings how the table's header says its short forms read
     * @param currency the table's currency; an amount in another is refused
     */
    public static Interpretation read(String wording, HeaderReadings readings, Currency currency) {
        Interpretation found = attempt(wording, readings, currency);
        return found instanceof Refused refused && wording.length() <= LONGEST && !isForeign(wording, currency)
                ? Suggestion.add(ForeignWords.without(refused, currency), wording, readings, currency)
                : found;
    }

    /** What is said in words of the other country has no near wording in this one. */
    private static boolean isForeign(String wording, Currency currency) {
        return ForeignWords.areIn(new ParsedWording(Spelling.composed(wording)).tokens(), currency);
    }

    /** The same without looking for a suggestion. */
    static Interpretation attempt(String wording, HeaderReadings readings, Currency currency) {
        String composed = noted(Spelling.composed(wording), readings);
        if (composed.isBlank()) {
            return new Refused("The cell is empty", List.of("néant", "150 % BR", "200 € par an"), null);
        }
        if (composed.strip().endsWith(",")) {
            return new Refused("The wording ends with a comma: what followed it is missing", List.of(), null);
        }
        if (composed.length() > LONGEST) {
            return new Refused(
                    "The cell has " + composed.length() + " characters", List.of("at most " + LONGEST), null);
        }
        if (depth(composed) > DEEPEST) {
            return new Refused("The brackets are nested too deep", List.of("at most " + DEEPEST + " deep"), null);
        }
        Interpretation whole = single(composed, readings, currency);
        return whole instanceof Refused refused ? new PairReading(readings, currency).read(composed, refused) : whole;
    }

    /** The cell with what its notes say in the place of their marks, where the header says that they say something. */
    private static String noted(String composed, HeaderReadings readings) {
        String noted = composed;
        for (Map.Entry<String, String> mark : readings.marks().entrySet()) {
            noted = noted.replace("(" + mark.getKey() + ")", mark.getValue());
        }
        return noted;
    }

    /** Reads words that hold one value. */
    static Interpretation single(String composed, HeaderReadings readings, Currency currency) {
        return interpret(new ParsedWording(composed), readings, currency);
    }

    private static Interpretation interpret(ParsedWording parsed, HeaderReadings readings, Currency currency) {
        try {
            return switch (parsed.cell().content()) {
                case WordingParser.DashContext _ -> dash(readings.dash());
                case WordingParser.MeaningContext meaning -> {
                    ForeignWords.refuse(parsed.tokens(), currency);
                    parsed.refuseCutAfterPreposition();
                    yield new Understood(new FormulaReading(readings, currency).read(meaning.formula()));
                }
                default -> throw new IllegalStateException("The grammar allows no such cell");
            };
        } catch (ParseCancellationException notInTheGrammar) {
            return parsed.refusal();
        } catch (NotUnderstood unclear) {
            return new Refused(unclear.problem(), unclear.allowed(), unclear.maybe());
        }
    }

    private static Interpretation dash(Dash dash) {
        return switch (dash) {
            case NOTHING -> new Understood(new Nothing());
            case BASE_LEVEL -> new SameAsBaseLevel();
        };
    }

    private static int depth(String wording) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < wording.length(); i++) {
            depth += wording.charAt(i) == '(' ? 1 : wording.charAt(i) == ')' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }
}
