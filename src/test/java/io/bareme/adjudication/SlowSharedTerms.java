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
    private BigDecimal allKept = NONE;
    private final Map<SlowBooks.Account, BigDecimal> left = new LinkedHashMap<>();

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

    /** @param units of the line's quantity, how many the amount pays */
    BigDecimal within(BigDecimal amount, int units) {
        BigDecimal result = amount;
        for (Deductible deductible : level.deductibles()) {
            if (reaches(deductible.reach())) {
                BigDecimal one = keep(deductible, result, units);
                allKept = allKept.add(one);
                result = result.subtract(one);
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

    private BigDecimal keep(Deductible deductible, BigDecimal amount, int units) {
        BigDecimal each = sum(deductible.amount());
        return switch (deductible.each()) {
            case Deductible.Each.ForUnit unit ->
                each.multiply(BigDecimal.valueOf(units)).min(amount);
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

    /**
     * Writes what was really paid under the limits, and what was really kept: the law may have given it back.
     *
     * @param would what would have been paid without either
     * @return what the deductibles really kept
     */
    BigDecimal consume(BigDecimal would, BigDecimal paid) {
        left.forEach((account, rest) -> books.paid(account, line, paid.min(rest), 0));
        BigDecimal missing = would.subtract(paid).max(NONE);
        kept.forEach((account, amount) -> books.paid(account, line, amount.min(missing), 0));
        return allKept.min(missing);
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
