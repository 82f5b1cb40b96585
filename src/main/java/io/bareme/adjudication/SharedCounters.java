package io.bareme.adjudication;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Measure;
import io.bareme.values.Exact;
import io.bareme.values.Money;

/** Where the limits and deductibles that lines share are counted, for one care line. */
final class SharedCounters {

    private final Rights rights;
    private final Cover cover;
    private final ResolvedLine line;
    private final Figures figures;
    private final LimitBook book;

    SharedCounters(Rights rights, Cover cover, ResolvedLine line, Figures figures, LimitBook book) {
        this.rights = rights;
        this.cover = cover;
        this.line = line;
        this.figures = figures;
        this.book = book;
    }

    MetLimit meet(String id, Limit limit) {
        LimitKey key = LimitKey.of(
                rights,
                cover.enrolment(),
                name(id),
                line.line(),
                !line.lineage().contains("optical"),
                book);
        Exact whole = limit instanceof Limit.AmountLimit amount
                ? Semesters.each(line, amount, whole(amount.amount(), 1).exact())
                : null;
        Money before = figures.deducted(Basis.BASE).rounded();
        return new MetLimit(key, limit, Semesters.of(line, limit), whole, before, line, book);
    }

    /** What names a shared limit in its counters' keys. */
    static String name(String id) {
        return "shared:" + id + "/0";
    }

    Money whole(Measure measure, int times) {
        Money once = switch (measure) {
            case Measure.Fixed(Money amount) -> amount;
            case Measure.Share(var rate, var basis) -> {
                Exact of = figures.of(basis);
                yield of == null ? nothing() : of.times(rate).rounded();
            }
        };
        return once.times(times);
    }

    Money nothing() {
        return Money.zero(line.charge().currency());
    }
}
