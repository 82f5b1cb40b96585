package io.bareme.reimbursement;

import static io.bareme.decision.TwoServices.decided;
import static io.bareme.decision.TwoServices.line;
import static io.bareme.decision.TwoServices.paid;
import static io.bareme.decision.TwoServices.reasons;
import static io.bareme.decision.TwoServices.stored;
import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.Review;
import io.bareme.adjudication.Verdict;
import io.bareme.decision.Deciding.Answer;
import io.bareme.decision.Upon;
import io.bareme.journal.Commitment.Status;
import io.bareme.journal.CommitmentEvent;
import io.bareme.journal.Idempotency;
import io.bareme.journal.StoredDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What an invoice had used of a commitment is promised again where its correction waits for a person, or calls on the
 * commitment no more; and what is promised stays reserved. Each test is an organisation of its own.
 */
class PromisesReturnedTest extends OnTwoServices {

    private static final String OSTEOPATHY = "family/E1/family/0/family/2026";
    private static final String TWICE = line("osteopathie", "2026-11-16", "200.00", "\"quantity\": 2");
    private static final String SESSION = line("osteopathie", "2026-11-18", "100.00");
    /** The base that it states contradicts the regulation, which has none: a handler must look. */
    private static final String DOUBTED = line("osteopathie", "2026-11-18", "100.00", "\"base\": \"10.00\"");

    private static final String OTHER_CARE = line("dietetique", "2026-11-18", "100.00");

    @Test
    void a_correction_that_waits_for_a_person_returns_what_was_used_and_it_stays_reserved() {
        StoredDecision promise = service.authorize(tenant, "family-1", TWICE);
        StoredDecision first = invoice("family-1", "F1", promise, SESSION);
        assertPromised(promise, 100_00, Status.USED);

        StoredDecision corrected = correct(first, promise, DOUBTED);

        assertThat(corrected.decision().verdict()).isEqualTo(Verdict.REFERRED);
        assertPromised(promise, 200_00, Status.VALID);
        assertThat(services.limits(tenant)).hasSize(1).containsEntry(OSTEOPATHY, "20000 c");
        assertThat(events(promise)).containsExactly(CommitmentEvent.Kind.USED, CommitmentEvent.Kind.RETURNED);
    }

    @Test
    void a_correction_that_waited_is_paid_as_promised_though_other_care_took_the_rest_of_the_limit_meanwhile() {
        StoredDecision promise = service.authorize(tenant, "family-1", line("osteopathie", "2026-11-16", "100.00"));
        StoredDecision corrected = correct(invoice("family-1", "F1", promise, SESSION), promise, DOUBTED);
        StoredDecision other = invoice("family-2", "G1", null, line("osteopathie", "2026-11-16", "400.00"));

        StoredDecision settled = decided(service.resume(tenant, corrected, null, Invoices::taken));

        assertThat(paid(other, 1)).isEqualTo(300_00);
        assertThat(paid(settled, 1)).isEqualTo(100_00);
        assertThat(reasons(settled, 1)).contains("commitment-met").doesNotContain("commitment-pays-less");
        assertPromised(promise, 0, Status.USED_UP);
        assertThat(services.limits(tenant)).containsEntry(OSTEOPATHY, "40000 c");
    }

    @Test
    void a_person_who_refuses_the_correction_leaves_the_promise_whole() {
        StoredDecision promise = service.authorize(tenant, "family-1", TWICE);
        StoredDecision corrected = correct(invoice("family-1", "F1", promise, SESSION), promise, DOUBTED);
        var refusal = new Review.Refusal(List.of(1), Review.Reason.NOT_JUSTIFIED);

        StoredDecision refused = decided(service.resume(tenant, corrected, refusal, Invoices::taken));

        assertThat(refused.decision().verdict()).isEqualTo(Verdict.REFUSED);
        assertPromised(promise, 200_00, Status.VALID);
        assertThat(services.limits(tenant)).containsEntry(OSTEOPATHY, "20000 c");
    }

    @Test
    void a_correction_that_waits_and_is_corrected_again_returns_nothing_twice() {
        StoredDecision promise = service.authorize(tenant, "family-1", TWICE);
        StoredDecision waits = correct(invoice("family-1", "F1", promise, SESSION), promise, DOUBTED);

        correct(waits, null, OTHER_CARE);

        assertPromised(promise, 200_00, Status.VALID);
        assertThat(events(promise)).containsExactly(CommitmentEvent.Kind.USED, CommitmentEvent.Kind.RETURNED);
    }

    @Test
    void a_correction_without_the_commitment_returns_its_units_and_its_money() {
        StoredDecision promise = service.authorize(tenant, "family-1", TWICE);
        StoredDecision first = invoice("family-1", "F1", promise, SESSION);

        StoredDecision corrected = correct(first, null, OTHER_CARE);
        StoredDecision both = invoice("family-1", "F2", promise, TWICE);

        assertThat(paid(corrected, 1)).isEqualTo(100_00);
        assertThat(events(promise))
                .containsExactly(
                        CommitmentEvent.Kind.USED, CommitmentEvent.Kind.RETURNED, CommitmentEvent.Kind.USED_UP);
        assertThat(paid(both, 1)).isEqualTo(200_00);
    }

    @Test
    void what_is_returned_is_reserved_before_the_correction_takes_of_the_same_limit() {
        StoredDecision promise = service.authorize(tenant, "family-1", TWICE);
        StoredDecision first = invoice("family-1", "F1", promise, SESSION);

        StoredDecision corrected = correct(first, null, line("osteopathie", "2026-11-18", "350.00"));

        assertThat(paid(corrected, 1)).isEqualTo(200_00);
        assertPromised(promise, 200_00, Status.VALID);
        assertThat(services.limits(tenant)).containsEntry(OSTEOPATHY, "40000 c");
    }

    @Test
    void a_correction_without_the_commitment_that_waits_returns_it_too() {
        StoredDecision promise = service.authorize(tenant, "family-1", TWICE);

        StoredDecision corrected = correct(invoice("family-1", "F1", promise, SESSION), null, DOUBTED);

        assertThat(corrected.decision().verdict()).isEqualTo(Verdict.REFERRED);
        assertPromised(promise, 200_00, Status.VALID);
    }

    @Test
    void a_correction_of_a_member_whom_nobody_knows_returns_it_too() {
        StoredDecision promise = service.authorize(tenant, "family-1", TWICE);
        StoredDecision first = invoice("family-1", "F1", promise, SESSION);

        StoredDecision corrected = stored(
                service.invoice(tenant, "nobody-9", "F1", null, SESSION, Invoices::taken, new Upon(first.id(), null)));

        assertThat(corrected.decision().verdict()).isNotEqualTo(Verdict.APPROVED);
        assertPromised(promise, 200_00, Status.VALID);
    }

    @Test
    void a_correction_on_another_commitment_returns_to_the_one_and_uses_the_other() {
        StoredDecision wrong = service.authorize(tenant, "family-1", TWICE);
        StoredDecision right = service.authorize(tenant, "family-1", line("osteopathie", "2026-11-18", "100.00"));
        StoredDecision first = invoice("family-1", "F1", wrong, SESSION);

        StoredDecision corrected = correct(first, right, SESSION);

        assertThat(reasons(corrected, 1)).contains("commitment-met");
        assertPromised(wrong, 200_00, Status.VALID);
        assertPromised(right, 0, Status.USED_UP);
        assertThat(services.limits(tenant)).containsEntry(OSTEOPATHY, "30000 c");
    }

    @Test
    void a_correction_on_another_commitment_that_waits_returns_to_the_one_and_leaves_the_other() {
        StoredDecision wrong = service.authorize(tenant, "family-1", TWICE);
        StoredDecision right = service.authorize(tenant, "family-1", line("osteopathie", "2026-11-18", "100.00"));

        StoredDecision corrected = correct(invoice("family-1", "F1", wrong, SESSION), right, DOUBTED);

        assertThat(corrected.decision().verdict()).isEqualTo(Verdict.REFERRED);
        assertPromised(wrong, 200_00, Status.VALID);
        assertPromised(right, 100_00, Status.VALID);
    }

    @Test
    void after_expiry_nothing_is_reserved_again() {
        StoredDecision promise = service.authorize(tenant, "family-1", TWICE);
        StoredDecision first = invoice("family-1", "F1", promise, SESSION);
        StoredDecision second = invoice("family-1", "F2", promise, SESSION.replace("11-18", "11-19"));
        services.clock.advance(Duration.ofDays(100));
        service.journal.releaseExpired(Instant.EPOCH, services.clock.instant());

        correct(first, promise, DOUBTED);
        correct(second, null, OTHER_CARE);

        assertThat(reserved(promise)).isZero();
        assertThat(service.commitment(tenant, promise).status()).isEqualTo(Status.EXPIRED);
        assertThat(services.limits(tenant)).doesNotContainKey(OSTEOPATHY);
    }

    @Test
    void to_a_commitment_that_was_cancelled_nothing_is_returned() {
        StoredDecision promise = service.authorize(tenant, "family-1", TWICE);
        StoredDecision first = invoice("family-1", "F1", promise, SESSION);
        Idempotency request = new Idempotency("client", "cancel", "x");
        service.journal.cancel(tenant, service.commitment(tenant, promise), request, "no", services.clock.instant());

        correct(first, null, OTHER_CARE);

        assertThat(reserved(promise)).isZero();
        assertThat(service.commitment(tenant, promise).status()).isEqualTo(Status.CANCELLED);
        assertThat(services.limits(tenant)).doesNotContainKey(OSTEOPATHY);
    }

    @Test
    void what_another_invoice_uses_at_the_same_moment_is_not_promised_again() {
        StoredDecision promise = service.authorize(tenant, "family-1", TWICE);
        StoredDecision first = invoice("family-1", "F1", promise, SESSION);
        AtomicInteger tried = new AtomicInteger();

        Answer answer = service.invoice(
                tenant,
                "family-1",
                "F1",
                null,
                OTHER_CARE,
                (claim, decision, received) -> {
                    if (tried.incrementAndGet() == 1) {
                        stored(services.other.invoice(
                                tenant, "family-1", "F2", number(promise), SESSION.replace("11-18", "11-19")));
                    }
                    return Invoices.taken(claim, decision, received);
                },
                new Upon(first.id(), null));

        assertThat(answer).isInstanceOf(Answer.New.class);
        assertThat(tried).hasValue(2);
        assertPromised(promise, 100_00, Status.USED);
        assertThat(services.limits(tenant)).containsEntry(OSTEOPATHY, "20000 c");
    }

    private StoredDecision invoice(String person, String number, @Nullable StoredDecision promise, String lines) {
        return stored(service.invoice(tenant, person, number, promise == null ? null : number(promise), lines));
    }

    private StoredDecision correct(StoredDecision first, @Nullable StoredDecision promise, String lines) {
        return stored(service.correct(tenant, first, promise == null ? null : number(promise), lines));
    }

    private String number(StoredDecision promise) {
        return service.commitment(tenant, promise).number();
    }

    private List<CommitmentEvent.Kind> events(StoredDecision promise) {
        return service.journal.eventsOf(tenant, service.commitment(tenant, promise)).stream()
                .map(CommitmentEvent::kind)
                .toList();
    }

    private void assertPromised(StoredDecision promise, long cents, Status status) {
        assertThat(ToldAndReserved.of(service.journal, tenant, promise)).isEqualTo(new ToldAndReserved(cents, cents));
        assertThat(service.commitment(tenant, promise).status()).isEqualTo(status);
    }

    private long reserved(StoredDecision promise) {
        return ToldAndReserved.of(service.journal, tenant, promise).reserved();
    }
}
