package io.bareme.rulebook.wording;

import io.bareme.guarantee.Condition;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Formula.Alternative;
import io.bareme.guarantee.Formula.ByCase;
import io.bareme.guarantee.Formula.Term;
import io.bareme.guarantee.HeaderReadings;
import io.bareme.guarantee.HeaderReadings.TwoValues;
import io.bareme.guarantee.Measure.Fixed;
import io.bareme.rulebook.wording.Interpretation.Refused;
import io.bareme.rulebook.wording.Interpretation.Understood;
import io.bareme.values.Currency;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads "200 % / 150 %", two values in one cell, where the table's header says which care each is for. It is asked only
 * about a cell that is no wording as a whole, since a "/" is mostly a line break.
 */
final class PairReading {

    private final HeaderReadings readings;
    private final Currency currency;

    PairReading(HeaderReadings readings, Currency currency) {
        this.readings = readings;
        this.currency = currency;
    }

    /** The pair, or what was refused before when the cell is no pair, or could be cut in two places. */
    Interpretation read(String composed, Refused refused) {
        List<Formula> pairs = new ArrayList<>();
        boolean may = readings.twoValues() != TwoValues.REFUSED;
        for (int cut = composed.indexOf('/'); may && cut >= 0; cut = composed.indexOf('/', cut + 1)) {
            if (value(composed.substring(0, cut)) instanceof Understood(Formula first)
                    && value(composed.substring(cut + 1)) instanceof Understood(Formula second)) {
                List<Condition> conditions = readings.twoValues().conditions(isMoney(first) == isMoney(second));
                if (conditions.isEmpty()) {
                    return unlike(composed.substring(cut + 1));
                }
                pairs.add(new ByCase(List.of(
                        new Alternative(conditions.get(0), first), new Alternative(conditions.get(1), second))));
            }
        }
        return pairs.size() == 1 ? new Understood(pairs.getFirst()) : refused;
    }

    private Interpretation value(String words) {
        return WordingReader.single(words, readings, currency);
    }

    private static boolean isMoney(Formula formula) {
        return formula instanceof Term term && term.measure() instanceof Fixed;
    }

    private static Refused unlike(String second) {
        return new Refused(
                "« " + second.strip()
                        + " » is not of the kind of the value before it: they may be for two acts, not for"
                        + " two kinds of professional",
                List.of("two percentages of one base", "two sums of money", "a line for each"),
                null);
    }
}
