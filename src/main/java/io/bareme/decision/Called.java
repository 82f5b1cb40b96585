package io.bareme.decision;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Review;
import io.bareme.journal.Commitment;
import io.bareme.journal.CommitmentUse;
import io.bareme.journal.OpenEntry;
import io.bareme.journal.PromisedLine;
import io.bareme.journal.StoredDecision;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

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

    /** 1.5 and 1.50 are. */
    static boolean sameCoefficient(CareLine one, CareLine other) {
        BigDecimal first = one.coefficient();
        BigDecimal second = other.coefficient();
        return first == null || second == null ? first == second : first.compareTo(second) == 0;
    }

    /** What a person refused of the authorization. */
    List<CareLine> refused() {
        Claim asked = authorization.input().claim();
        Review review = asked.review();
        return review == null
                ? List.of()
                : asked.lines().stream()
                        .filter(line -> review.refuses(line.number()))
                        .toList();
    }

    /** Whether the same care of the same day was invoiced on it before. */
    boolean again(CareLine line) {
        return invoiceOf(line).isPresent();
    }
}
