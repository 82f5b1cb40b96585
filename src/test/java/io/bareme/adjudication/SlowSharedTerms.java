package io.bareme.adjudication;

import io.bareme.guarantee.Deductible;
import io.bareme.guarantee.Guarantee;
import io.bareme.guarantee.GuaranteeTable;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Reach;
import io.bareme.guarantee.Reading;
import io.bareme.guarantee.Scope;
import io.bareme.guarantee.SharedLimit;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one contract keeps back of what it would pay for one line, and the limits that this line shares with others:
 * first the deductibles, of what would really have been paid, then the limits. Shared amounts are sums of money that the
 * contract alone is counted in.
 */
final class SlowSharedTerms {

    private static final BigDecimal NONE = BigDecimal.ZERO;

    private final SlowBooks books;
    private final Rights rights;
    private final Enrolment enrolment;
    private final GuaranteeTable.Level level;
    private final SlowLine line;
    private final @Nullable Guarantee cell;
    private final Map<SlowBooks.Account, BigDecimal> kept = new LinkedHashMap<>();
    private final Map<SlowBooks.Account, BigDecimal> left = new LinkedHashMap<>();
    private BigDecimal asked = NONE;

    SlowSharedTerms(
            SlowBooks books,
            Rights rights,
            Enrolment enrolment,
            GuaranteeTable.Level level,
            SlowLine line,
            @Nullable Guarantee cell) {
        this.books = books;
        this.rights = rights;
        this.enrolment = enrolment;
        this.level = level;
        this.line = line;
        this.cell = cell;
    }

    /**
     * @param amount what the words promise
     * @param payable the most that can be paid: nothing is kept back of what nobody would have paid
     */
    BigDecimal within(BigDecimal amount, BigDecimal payable) {
        asked = amount.min(payable);
        BigDecimal result = amount;
        for (Deductible deductible : level.deductibles()) {
            if (reaches(deductible.reach())) {
                BigDecimal paid = result.min(payable);
                result = paid.subtract(keep(deductible, paid));
            }
        }
        for (SharedLimit shared : level.limits()) {
            if (reaches(shared.reach()) && shared.limit() instanceof Limit.AmountLimit money) {
                if (money.reading() != Reading.ON_TOP) {
                    throw new IllegalArgumentException("no shared limit that counts the compulsory share is invented");
                }
                SlowBooks.Account account = account("shared " + shared.id(), money.scope());
                BigDecimal rest = sum(money.amount())
                        .subtract(books.used(account, money, line.day(), line.group(), enrolment.since())
                                .amount())
                        .max(NONE);
                left.put(account, rest);
                result = result.min(rest);
            }
        }
        return result;
    }

    private BigDecimal keep(Deductible deductible, BigDecimal amount) {
        BigDecimal each = sum(deductible.amount());
        return switch (deductible.each()) {
            case Deductible.Each.ForUnit unit ->
                each.multiply(BigDecimal.valueOf(line.quantity())).min(amount);
            case Deductible.Each.OverTime time -> {
                SlowBooks.Account account = account("kept " + deductible.id(), time.scope());
                Limit over = new Limit.AmountLimit(deductible.amount(), time.period(), time.scope(), Reading.ON_TOP);
                BigDecimal rest = each.subtract(books.used(account, over, line.day(), line.group(), enrolment.since())
                                .amount())
                        .max(NONE);
                kept.put(account, rest.min(amount));
                yield rest.min(amount);
            }
        };
    }

    /** Writes what was really paid under the limits, and what was really kept: the law may have given it back. */
    void consume(BigDecimal paid) {
        left.forEach((account, rest) -> books.paid(account, line, paid.min(rest), 0));
        BigDecimal missing = asked.subtract(paid).max(NONE);
        kept.forEach((account, amount) -> books.paid(account, line, amount.min(missing), 0));
    }

    private boolean reaches(Reach reach) {
        return switch (reach) {
            case Reach.Everything everything -> true;
            case Reach.Lines lines -> cell != null && lines.ids().contains(cell.line());
            case Reach.Families families -> families.families().stream().anyMatch(line::of);
        };
    }

    private SlowBooks.Account account(String what, Scope scope) {
        String subject = scope == Scope.FAMILY ? "family" : rights.person();
        return new SlowBooks.Account(enrolment.id(), what, 0, subject);
    }

    private static BigDecimal sum(Measure measure) {
        if (measure instanceof Measure.Fixed fixed) {
            return fixed.amount().amount();
        }
        throw new IllegalArgumentException("no shared " + measure + " is invented");
    }
}
