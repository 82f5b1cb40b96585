package io.bareme.decision;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Rights;
import io.bareme.journal.Commitment;
import io.bareme.journal.CommitmentUse;
import io.bareme.journal.OpenEntry;
import io.bareme.journal.Promised;
import io.bareme.journal.Promised.Beyond;
import io.bareme.journal.Promised.Met;
import io.bareme.journal.PromisedLine;
import io.bareme.journal.StoredDecision;
import io.bareme.values.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The commitment that an invoice calls on, as it stands.
 *
 * @param uses what other invoices have used of it
 * @param returned what the invoice that is corrected had used of it
 * @param invoices the decisions of both
 * @param taken what these took of limits
 * @param reserved what the commitment still reserves
 */
record Called(
        Commitment commitment,
        StoredDecision authorization,
        List<CommitmentUse> uses,
        List<CommitmentUse> returned,
        Map<UUID, StoredDecision> invoices,
        Map<UUID, List<OpenEntry>> taken,
        List<OpenEntry> reserved,
        Instant now) {

    /** Whether nobody has taken the promise back. What has expired reserves nothing, but care in time is promised. */
    boolean stands() {
        return switch (commitment.status()) {
            case VALID, USED, USED_UP, EXPIRED -> true;
            case CANCELLED, REPLACED -> false;
        };
    }

    /** Whether it reserves what is left of it. */
    boolean reserves() {
        return stands() && now.isBefore(commitment.expires());
    }

    /** Its lines before the invoice. */
    List<PromisedLine> lines() {
        return PromisedLine.of(authorization, uses);
    }

    /** That of a number. */
    PromisedLine line(int number) {
        return lines().stream()
                .filter(line -> line.number() == number)
                .findFirst()
                .orElseThrow();
    }

    /** An invoice of nothing but care that was invoiced before. */
    Optional<Overtaken> invoicedBefore(Asked asked, Claim claim) {
        List<Optional<StoredDecision>> before =
                claim.lines().stream().map(this::invoiceOf).toList();
        return before.stream().allMatch(Optional::isPresent)
                ? before.getFirst()
                        .map(first -> new Overtaken.InvoicedOnCommitment(asked.told(first), commitment.number()))
                : Optional.empty();
    }

    /** The invoice that had the same care of the same day. */
    private Optional<StoredDecision> invoiceOf(CareLine line) {
        return uses.stream()
                .filter(use -> {
                    CareLine then = invoiceOf(use).input().claim().lines().get(use.decisionLine() - 1);
                    return sameCare(then, line) && then.date().equals(line.date());
                })
                .map(this::invoiceOf)
                .findFirst();
    }

    private StoredDecision invoiceOf(CommitmentUse use) {
        return Objects.requireNonNull(invoices.get(use.decision()));
    }

    /** The same act on the same part of the body. */
    static boolean sameCare(CareLine one, CareLine other) {
        return one.act().equals(other.act())
                && Objects.equals(
                        one.circumstances().part(), other.circumstances().part());
    }

    /** How each line of the claim meets it. */
    Promised meet(Claim claim, Rights then) {
        Map<Integer, Integer> left = new HashMap<>();
        lines().forEach(line -> left.put(line.number(), line.left()));
        List<Met> met = new ArrayList<>();
        for (CareLine line : claim.lines()) {
            Met one = meet(claim, line, left);
            if (one.of() != null && one.quantity() != null) {
                left.merge(one.of(), -one.quantity(), Integer::sum);
            }
            met.add(one);
        }
        return new Promised(commitment.number(), authorization.edition(), then, met);
    }

    private Met meet(Claim claim, CareLine line, Map<Integer, Integer> left) {
        List<PromisedLine> same =
                lines().stream().filter(one -> sameCare(one.line(), line)).toList();
        PromisedLine of = same.stream()
                .filter(one -> left.getOrDefault(one.number(), 0) > 0)
                .min(Comparator.comparing(one -> !one.line().date().equals(line.date())))
                .orElse(null);
        Beyond own = !stands()
                ? Beyond.ENDED
                : invoiceOf(line).isPresent()
                        ? Beyond.AGAIN
                        : same.isEmpty()
                                ? Beyond.ACT
                                : !commitment.covers(line.date()) ? Beyond.DAY : of == null ? Beyond.UNITS : null;
        if (own != null || of == null) {
            return new Met(line.number(), null, null, null, own);
        }
        int units = Math.min(line.quantity(), left.getOrDefault(of.number(), 0));
        return new Met(
                line.number(),
                of.number(),
                units,
                least(claim, line, of, units),
                units < line.quantity() ? Beyond.UNITS : null);
    }

    /**
     * What is paid at least: the part of the promise that so many units have, less a cent for each where they are not
     * all, since shares are rounded. Null where the care is not as it was promised, or costs less.
     */
    private @Nullable Money least(Claim claim, CareLine line, PromisedLine of, int units) {
        CareLine then = of.line();
        boolean asPromised = Objects.equals(then.coefficient(), line.coefficient())
                && then.given().equals(line.given())
                && then.circumstances().equals(line.circumstances())
                && Objects.equals(then.group(), line.group())
                && claim.provider()
                        .category()
                        .equals(authorization.input().claim().provider().category())
                && line.charge().cents() * then.quantity() >= then.charge().cents() * units;
        if (!asPromised) {
            return null;
        }
        long promised = of.decided().shares().complementary().cents() * units / then.quantity();
        long least = units == then.quantity() ? promised : promised - units;
        return new Money(
                Math.max(0, Math.min(least, of.amountLeft().cents())),
                line.charge().currency());
    }
}
