package io.bareme.rulebook.wording;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Measure.Share;
import io.bareme.guarantee.Reading;
import io.bareme.values.Rate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One part of a sum before it is read: what follows its head, with asides unwrapped and each mark beside what it marks,
 * so that the sum can first see which part counts the compulsory share.
 */
final class Draft {

    final WordingParser.PartContext words;
    final List<WordingParser.PostfixContext> postfixes = new ArrayList<>();
    private final Map<WordingParser.AmountBoundContext, Reading> boundMarks = new HashMap<>();
    private final @Nullable Measure measure;
    private @Nullable Reading mark;
    private boolean onTopOfCopayment;

    Draft(WordingParser.PartContext words, MeasureReading measures) {
        this.words = words;
        this.measure =
                words.primary() instanceof WordingParser.AmountContext amount ? measures.visit(amount.measure()) : null;
        words.postfix().forEach(this::unwrap);
    }

    private void unwrap(WordingParser.PostfixContext postfix) {
        switch (postfix) {
            case WordingParser.AsideContext aside -> aside.postfix().forEach(this::unwrap);
            case WordingParser.MarkedContext marked -> mark(marked.mark());
            case WordingParser.RemarkContext _ -> {}
            default -> postfixes.add(postfix);
        }
    }

    /** A mark right after a cap without one is the cap's; otherwise it is the head's. */
    private void mark(WordingParser.MarkContext said) {
        WordingParser.BeyondContext beyond = beyond();
        if (beyond != null) {
            throw fallBackNeedsBrackets(beyond);
        }
        onTopOfCopayment |= said instanceof WordingParser.OnTopOfCopaymentContext;
        if (!postfixes.isEmpty()
                && postfixes.getLast() instanceof WordingParser.CappedContext capped
                && capped.bound().getLast() instanceof WordingParser.AmountBoundContext bound
                && bound.mark() == null
                && bound.qualifier().isEmpty()
                && bound.YEARLY() == null) {
            boundMarks.put(bound, reading(said));
            return;
        }
        if (mark != null && mark != reading(said)) {
            throw new NotUnderstood(Place.of(said) + " contradicts an earlier mark");
        }
        mark = reading(said);
    }

    /** Its fall-back ("au-delà 100 % BR"), or null. */
    WordingParser.@Nullable BeyondContext beyond() {
        return postfixes.stream()
                .filter(WordingParser.BeyondContext.class::isInstance)
                .map(WordingParser.BeyondContext.class::cast)
                .findFirst()
                .orElse(null);
    }

    /** What is said after the fall-back. */
    List<WordingParser.PostfixContext> after(WordingParser.BeyondContext beyond) {
        return postfixes.subList(postfixes.indexOf(beyond) + 1, postfixes.size());
    }

    /** What follows a fall-back is said of it, or of the amount before it. */
    NotUnderstood fallBackNeedsBrackets(WordingParser.BeyondContext beyond) {
        String before =
                Place.words(words.getStart(), beyond.primary().getStart().getStartIndex() - 1);
        String fallBack =
                Place.words(beyond.primary().getStart(), words.getStop().getStopIndex());
        return new NotUnderstood(
                        Place.of(beyond) + " is followed by words said of it, or of the amount before it",
                        "50 € par jour, 30 jours par an, au-delà : (100 € par an)")
                .maybe(before + "(" + fallBack + ")");
    }

    static Reading reading(WordingParser.MarkContext mark) {
        return mark instanceof WordingParser.DeductedContext || mark instanceof WordingParser.IncludedContext
                ? Reading.INCLUDING_COMPULSORY
                : Reading.ON_TOP;
    }

    @Nullable
    Reading mark() {
        return mark;
    }

    @Nullable
    Reading mark(WordingParser.AmountBoundContext bound) {
        return bound.mark() == null ? boundMarks.get(bound) : reading(bound.mark());
    }

    /** The amount it begins with, or null when it begins otherwise. */
    @Nullable
    Measure measure() {
        return measure;
    }

    boolean onTopOfCopayment() {
        return onTopOfCopayment;
    }

    boolean isOf(Basis wanted) {
        return measure instanceof Share(Rate _, Basis basis) && basis == wanted;
    }

    /** Whether it already is what the compulsory share leaves, so that the parts beside it come on top. */
    boolean settlesCompulsory() {
        return onTopOfCopayment
                || mark == Reading.INCLUDING_COMPULSORY
                || words.primary() instanceof WordingParser.ReconstructedContext
                || isOf(Basis.COPAYMENT)
                || isOf(Basis.REMAINDER);
    }

    /** Its last cap that names no time and could as well bound the whole sum, or null. */
    WordingParser.@Nullable AmountBoundContext trailingCap() {
        return !postfixes.isEmpty()
                        && postfixes.getLast() instanceof WordingParser.CappedContext capped
                        && capped.bound().getLast() instanceof WordingParser.AmountBoundContext bound
                ? bound
                : null;
    }
}
