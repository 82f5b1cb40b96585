package io.bareme.rulebook.wording;

import io.bareme.guarantee.HeaderReadings;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Period;
import io.bareme.guarantee.Reading;
import io.bareme.guarantee.Unit;
import io.bareme.rulebook.wording.LimitInterpretation.ForUnit;
import io.bareme.rulebook.wording.LimitInterpretation.OverTime;
import io.bareme.values.Currency;
import java.util.List;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Reads the wording of a limit that stands by itself, as a table prints those that several of its lines share: "1 000 000
 * MAD par an et par bénéficiaire", "10 séances par an", "50 MAD par acte". The same words and the same care as in a cell;
 * whether an amount counts the compulsory share is said by its mark, else by the header's reading of caps.
 */
public final class LimitReader {

    private static final int MOST_COUNTED = 10_000;
    private static final List<String> EXAMPLES =
            List.of("2 000 € par an et par bénéficiaire", "10 séances par an", "50 € par acte");

    private final HeaderReadings readings;
    private final MeasureReading measures;

    private LimitReader(HeaderReadings readings, Currency currency) {
        this.readings = readings;
        this.measures = new MeasureReading(readings, currency, false);
    }

    /**
     * What the wording means.
     *
     * @param wording as printed; any text
     * @param readings how the table's header says its short forms read
     * @param currency the table's currency; an amount in another is refused
     */
    public static LimitInterpretation read(String wording, HeaderReadings readings, Currency currency) {
        String composed = Spelling.composed(wording);
        if (composed.isBlank() || composed.length() > WordingReader.LONGEST) {
            return refused("The wording is " + (composed.isBlank() ? "empty" : "too long"), EXAMPLES);
        }
        ParsedWording parsed = new ParsedWording(composed);
        try {
            WordingParser.BoundContext bound = parsed.limitAlone().bound();
            ForeignWords.refuse(parsed.tokens(), currency);
            return new LimitReader(readings, currency).read(bound);
        } catch (ParseCancellationException notInTheGrammar) {
            Interpretation.Refused why = parsed.refusal();
            return refused(why.problem(), why.allowed().isEmpty() ? EXAMPLES : why.allowed());
        } catch (NotUnderstood unclear) {
            return refused(unclear.problem(), unclear.allowed().isEmpty() ? EXAMPLES : unclear.allowed());
        }
    }

    private static LimitInterpretation refused(String problem, List<String> allowed) {
        return new LimitInterpretation.Refused(new Interpretation.Refused(problem, allowed, null));
    }

    private LimitInterpretation read(WordingParser.BoundContext bound) {
        return switch (bound) {
            case WordingParser.AmountBoundContext amount -> amount(amount);
            case WordingParser.CountBoundContext counted -> count(counted);
            default -> throw new NotUnderstood(Place.of(bound) + " names no limit of its own");
        };
    }

    private LimitInterpretation amount(WordingParser.AmountBoundContext bound) {
        Measure measure = measures.visit(bound.measure());
        if (MeasureReading.followsTheLine(measure)) {
            throw new NotUnderstood(Place.of(bound) + " is no sum of money alone");
        }
        Qualifiers said = Qualifiers.of(readings.perYear(), bound.qualifier());
        if (bound.YEARLY() != null) {
            said.yearly(bound);
        }
        Period period = said.period();
        if (period != null) {
            Reading reading = bound.mark() == null ? measures.usualAsCap(measure) : Draft.reading(bound.mark());
            return new OverTime(new Limit.AmountLimit(measure, period, said.limitScope(bound), reading));
        }
        Unit unit = said.unit();
        if (unit == null || said.scope() != null || bound.mark() != null) {
            throw new NotUnderstood(Place.of(bound) + " does not say over which time it is counted");
        }
        return new ForUnit(measure, unit);
    }

    private LimitInterpretation count(WordingParser.CountBoundContext bound) {
        Qualifiers said = Qualifiers.of(readings.perYear(), bound.qualifier());
        Period period = said.period();
        if (bound.unit() == null || period == null) {
            throw new NotUnderstood(
                    Place.of(bound) + " does not say " + (period == null ? "over which time" : "what") + " it counts");
        }
        int count = bound.NUMBER() == null ? 1 : MeasureReading.count(bound.NUMBER(), MOST_COUNTED);
        return new OverTime(
                new Limit.CountLimit(count, UnitReading.unit(bound.unit()), period, said.limitScope(bound)));
    }
}
