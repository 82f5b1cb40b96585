package io.bareme.rulebook.wording;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Formula.Alternative;
import io.bareme.guarantee.Formula.ByCase;
import io.bareme.guarantee.Formula.Capped;
import io.bareme.guarantee.Formula.Floored;
import io.bareme.guarantee.Formula.FullCover;
import io.bareme.guarantee.Formula.Limited;
import io.bareme.guarantee.Formula.Nothing;
import io.bareme.guarantee.Formula.PerUnit;
import io.bareme.guarantee.Formula.Sum;
import io.bareme.guarantee.Formula.Term;
import io.bareme.guarantee.Limit.CountLimit;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Measure.Fixed;
import io.bareme.guarantee.Measure.Share;
import io.bareme.guarantee.Reading;
import io.bareme.guarantee.Unit;
import io.bareme.values.Rate;
import java.util.stream.Collectors;

/**
 * Prints a formula in French, in the one way that says the same under every header: each amount and each cap says how
 * it counts the compulsory share ("AMO"), each limit its year and whose it is. {@link WordingReader} reads it back to
 * the same formula.
 */
public final class WordingPrinter {

    private WordingPrinter() {}

    public static String print(Formula formula) {
        return switch (formula) {
            case Nothing _ -> "néant";
            case FullCover _ -> "100 % Santé";
            case Term(Measure measure, Reading reading) -> Amounts.print(measure) + mark(measure, reading);
            case Sum sum -> sum.parts().stream().map(WordingPrinter::part).collect(Collectors.joining(" + "));
            case Capped(Formula within, Measure cap, Reading reading) ->
                bracketed(within) + " limité à " + Amounts.print(cap) + boundMark(reading);
            case Floored(Formula within, Measure floor, Reading reading) ->
                bracketed(within) + " avec un minimum de " + Amounts.print(floor) + boundMark(reading);
            case PerUnit each -> bracketed(each.formula()) + forEach(each.unit());
            case Limited limited -> limited(limited);
            case ByCase choice ->
                choice.alternatives().stream().map(WordingPrinter::alternative).collect(Collectors.joining(" ; "));
        };
    }

    /** An amount "par semestre" or "par séjour" is given once over it; that of each is said otherwise. */
    private static String forEach(Unit unit) {
        return (unit == Unit.SEMESTER || unit == Unit.STAY ? " pour chaque " : " par ") + Words.of(unit);
    }

    private static String alternative(Alternative alternative) {
        String when = alternative.condition() == null ? "sinon" : "si " + Words.of(alternative.condition());
        Formula formula = alternative.formula();
        return when + " : " + (formula instanceof ByCase ? "(" + print(formula) + ")" : print(formula));
    }

    private static String limited(Limited limited) {
        StringBuilder text = new StringBuilder();
        if (LimitWords.isOwnAmount(limited)) {
            text.append(print(limited.formula()))
                    .append(LimitWords.over(limited.limits().getFirst()));
        } else {
            Formula within = limited.formula();
            text.append(
                    eachOfSomething(within)
                            ? print(within)
                            : countedAsAWhole(limited) ? "(" + print(within) + ")" : bracketed(within));
            limited.limits().forEach(limit -> text.append(", au plus ").append(LimitWords.print(limit)));
        }
        if (limited.beyond() != null) {
            text.append(", au-delà : ").append(bracketed(limited.beyond()));
        }
        return text.toString();
    }

    /** Money that a limit counts in units is read as given for each of them, unless it stands in brackets. */
    private static boolean countedAsAWhole(Limited limited) {
        return limited.formula() instanceof Term && limited.limits().stream().anyMatch(CountLimit.class::isInstance);
    }

    private static String part(Formula part) {
        boolean ownAmount =
                part instanceof Limited limited && LimitWords.isOwnAmount(limited) && limited.beyond() == null;
        return ownAmount || eachOfSomething(part) ? print(part) : bracketed(part);
    }

    private static boolean eachOfSomething(Formula formula) {
        return formula instanceof PerUnit each && isSimple(each.formula());
    }

    private static String bracketed(Formula formula) {
        return isSimple(formula) ? print(formula) : "(" + print(formula) + ")";
    }

    private static boolean isSimple(Formula formula) {
        return formula instanceof Term || formula instanceof Nothing || formula instanceof FullCover;
    }

    private static String mark(Measure measure, Reading reading) {
        return switch (reading) {
            case INCLUDING_COMPULSORY -> " - AMO";
            case ON_TOP -> isWhatIsLeft(measure) ? "" : " en complément";
        };
    }

    static String boundMark(Reading reading) {
        return switch (reading) {
            case INCLUDING_COMPULSORY -> " AMO incluse";
            case ON_TOP -> " AMO exclue";
        };
    }

    /** What is never paid by the compulsory scheme needs no word to say that it comes on top. */
    private static boolean isWhatIsLeft(Measure measure) {
        return switch (measure) {
            case Fixed _ -> false;
            case Share(Rate _, Basis basis) ->
                switch (basis) {
                    case COPAYMENT, REMAINDER, OVERRUN, STATUTORY_FEE -> true;
                    case CHARGE,
                            BASE,
                            CONVENTION_TARIFF,
                            RECONSTRUCTED_BASE,
                            PMSS,
                            NATIONAL_TARIFF,
                            PRICE_CEILING,
                            HOSPITAL_SCALE -> false;
                };
        };
    }
}
