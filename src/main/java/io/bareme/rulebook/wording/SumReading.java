package io.bareme.rulebook.wording;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Formula.ByCase;
import io.bareme.guarantee.Formula.Capped;
import io.bareme.guarantee.Formula.Floored;
import io.bareme.guarantee.Formula.FullCover;
import io.bareme.guarantee.Formula.Limited;
import io.bareme.guarantee.Formula.Nothing;
import io.bareme.guarantee.Formula.PerUnit;
import io.bareme.guarantee.Formula.Sum;
import io.bareme.guarantee.Formula.Term;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Measure.Share;
import io.bareme.guarantee.Reading;
import io.bareme.values.Rate;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads amounts added: settles which one counts the compulsory share, since only one may, and keeps a cap that could
 * bound the last amount or the whole from being guessed at.
 */
final class SumReading {

    /** What bounds a price bounds all that is paid of it: the regulated ceiling, the charge itself. */
    private static final List<Measure> OF_THE_PRICE =
            List.of(new Share(Rate.WHOLE, Basis.PRICE_CEILING), new Share(Rate.WHOLE, Basis.CHARGE));

    private static final Formula WHOLE_COPAYMENT = new Term(new Share(Rate.WHOLE, Basis.COPAYMENT), Reading.ON_TOP);

    private final FormulaReading formulas;
    private final MeasureReading measures;

    SumReading(FormulaReading formulas, MeasureReading measures) {
        this.formulas = formulas;
        this.measures = measures;
    }

    Formula read(WordingParser.SumContext sum) {
        boolean reconstructed =
                sum.part().stream().anyMatch(part -> part.primary() instanceof WordingParser.ReconstructedContext);
        return reconstructed && !measures.isOnReconstructedBase() ? formulas.reconstructed(sum) : added(sum);
    }

    private Formula added(WordingParser.SumContext sum) {
        List<Draft> drafts =
                sum.part().stream().map(part -> new Draft(part, measures)).toList();
        boolean afterCompulsory = sum.COMPULSORY() != null;
        boolean settled = afterCompulsory || drafts.stream().anyMatch(Draft::settlesCompulsory);
        refuseDeductionFromUnclear(drafts);
        refuseFallBack(sum, drafts);
        Measure ceiling = ceilingOnWhole(drafts);
        List<Formula> parts = new ArrayList<>();
        for (Draft draft : drafts) {
            Reading usual = usual(draft);
            boolean deducts = !settled && usual == Reading.INCLUDING_COMPULSORY;
            Formula part = formulas.part(draft, deducts ? usual : onTopUnlessAlone(usual, settled), afterCompulsory);
            settled |= deducts;
            if (deducts && !parts.isEmpty()) {
                throw lateDeduction(sum, draft);
            }
            add(parts, part);
            if (draft.onTopOfCopayment()) {
                parts.addFirst(new Term(new Share(Rate.WHOLE, Basis.COPAYMENT), Reading.ON_TOP));
            }
        }
        refuseSecondDeduction(sum, parts);
        refuseSecondCopayment(sum, parts);
        Formula whole = parts.size() == 1 ? parts.getFirst() : new Sum(parts);
        return ceiling == null ? whole : new Capped(whole, ceiling, Reading.INCLUDING_COMPULSORY);
    }

    private Reading usual(Draft draft) {
        Measure measure = draft.measure();
        return measure == null || draft.mark() != null ? Reading.ON_TOP : measures.usual(measure);
    }

    private static Reading onTopUnlessAlone(Reading usual, boolean settled) {
        return settled ? Reading.ON_TOP : usual;
    }

    private static void add(List<Formula> parts, Formula part) {
        parts.addAll(part instanceof Sum(List<Formula> inner) ? inner : List.of(part));
    }

    /** "200 € + 100 % BR" where the header counts the compulsory share: 200 € + the copayment, or + the whole base? */
    private static NotUnderstood lateDeduction(WordingParser.SumContext sum, Draft draft) {
        String before = Place.words(sum.getStart(), draft.words.getStart().getStartIndex() - 1)
                .strip()
                .replaceFirst("\\s*\\+$", "");
        return new NotUnderstood(
                        Place.of(draft.words) + " comes after another amount: it may count the compulsory share or not",
                        "100 % BR + 200 €",
                        "TM + 200 €",
                        "200 € + 100 % BR en complément")
                .maybe(Place.words(draft.words) + " + " + before);
    }

    /** "100 % BR + 200 € - RSS": is the share deducted from 200 € or from both? */
    private static void refuseDeductionFromUnclear(List<Draft> drafts) {
        boolean unclearBefore = false;
        for (Draft draft : drafts) {
            if (unclearBefore && draft.mark() == Reading.INCLUDING_COMPULSORY) {
                throw new NotUnderstood(
                        Place.of(draft.words) + " deducts the compulsory share from this amount or from the whole sum",
                        "100 % BR - AMO + 200 €");
            }
            unclearBefore |= draft.mark() == null && draft.measure() != null;
        }
    }

    /** What stands in brackets is read by itself, and may deduct the compulsory share a second time. */
    private static void refuseSecondDeduction(WordingParser.SumContext sum, List<Formula> parts) {
        if (parts.stream().skip(1).anyMatch(SumReading::deducts)) {
            throw new NotUnderstood(
                    Place.of(sum) + " deducts the compulsory share from an amount that is not the first",
                    "100 % BR - AMO + (50 % BR en complément limité à 20 €)");
        }
    }

    private static void refuseSecondCopayment(WordingParser.SumContext sum, List<Formula> parts) {
        if (parts.stream().filter(SumReading::paysWholeCopayment).count() > 1) {
            throw new NotUnderstood(Place.of(sum) + " pays the copayment twice", "TM", "TM + 100 % BR");
        }
    }

    private static boolean paysWholeCopayment(Formula part) {
        return part.equals(WHOLE_COPAYMENT)
                || (part instanceof Limited limited && WHOLE_COPAYMENT.equals(limited.beyond()));
    }

    /** "TM + 60 € par an, au-delà 20 €": in place of the last amount, or of the whole sum? */
    private static void refuseFallBack(WordingParser.SumContext sum, List<Draft> drafts) {
        for (Draft draft : drafts) {
            WordingParser.BeyondContext beyond = draft.beyond();
            if (beyond != null && (drafts.size() > 1 || draft.onTopOfCopayment())) {
                throw new NotUnderstood(
                                Place.of(beyond) + " takes the place of one amount, or of the whole sum",
                                "TM + (60 € par an, au-delà : 20 €)",
                                "6 % PMSS par an, au-delà : (100 % BR + 50 €)")
                        .maybe(inBrackets(sum, draft == drafts.getLast() ? draft.words : beyond.primary()));
            }
        }
    }

    private static String inBrackets(WordingParser.SumContext sum, ParserRuleContext from) {
        String before = from.getStart() == sum.getStart()
                ? ""
                : Place.words(sum.getStart(), from.getStart().getStartIndex() - 1);
        return before + "(" + Place.words(from.getStart(), sum.getStop().getStopIndex()) + ")";
    }

    private static boolean deducts(Formula formula) {
        return switch (formula) {
            case Nothing _, FullCover _ -> false;
            case Term term -> term.reading() == Reading.INCLUDING_COMPULSORY;
            case Sum added -> added.parts().stream().anyMatch(SumReading::deducts);
            case Capped capped -> deducts(capped.formula());
            case Floored floored -> deducts(floored.formula());
            case PerUnit each -> deducts(each.formula());
            case Limited limited ->
                deducts(limited.formula()) || (limited.beyond() != null && deducts(limited.beyond()));
            case ByCase choice -> choice.alternatives().stream().anyMatch(one -> deducts(one.formula()));
        };
    }

    /**
     * "100 % BR + 50 € dans la limite des PLV" bounds the price, so the whole: the measure, or null where nothing bounds
     * it. Any other cap there, and a floor, reads two ways.
     */
    private @Nullable Measure ceilingOnWhole(List<Draft> drafts) {
        Draft last = drafts.getLast();
        refuseFloor(drafts);
        WordingParser.@Nullable AmountBoundContext cap = last.trailingCap();
        if (drafts.size() == 1 || cap == null || last.isOf(Basis.OVERRUN)) {
            return null;
        }
        Measure most = measures.visit(cap.measure());
        boolean plain = cap.qualifier().isEmpty() && cap.YEARLY() == null && last.mark(cap) == null;
        if (OF_THE_PRICE.contains(most) && plain) {
            last.postfixes.removeLast();
            return most;
        }
        throw new NotUnderstood(
                        Place.of(cap) + " bounds the last amount, or the whole sum",
                        "TM + (100 % FR limité à 200 €)",
                        "(TM + 100 % BR) limité à 200 €")
                .maybe(whole(drafts, last));
    }

    private static void refuseFloor(List<Draft> drafts) {
        if (drafts.size() > 1
                && !drafts.getLast().postfixes.isEmpty()
                && drafts.getLast().postfixes.getLast() instanceof WordingParser.FlooredContext floor) {
            throw new NotUnderstood(
                            Place.of(floor) + " raises the last amount, or the whole sum",
                            "TM + (50 % BR avec un minimum de 20 €)",
                            "(100 % BR + 200 €) avec un minimum de 300 €")
                    .maybe(whole(drafts, drafts.getLast()));
        }
    }

    /** The sum in brackets, and the cap or floor after it. */
    private static String whole(List<Draft> drafts, Draft last) {
        WordingParser.PostfixContext capped = last.postfixes.getLast();
        String sum = Place.words(
                drafts.getFirst().words.getStart(), capped.getStart().getStartIndex() - 1);
        return "(" + sum.strip() + ") " + Place.words(capped);
    }
}
