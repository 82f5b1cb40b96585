package io.bareme.reimbursement;

import static io.bareme.decision.TwoServices.decided;
import static io.bareme.decision.TwoServices.line;
import static io.bareme.decision.TwoServices.paid;
import static io.bareme.decision.TwoServices.reasons;
import static io.bareme.decision.TwoServices.stored;
import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.Finding;
import io.bareme.adjudication.Review;
import io.bareme.adjudication.Verdict;
import io.bareme.decision.Decider;
import io.bareme.decision.Resuming.Answer;
import io.bareme.journal.CanonicalJson;
import io.bareme.journal.Commitment.Status;
import io.bareme.journal.Notice;
import io.bareme.journal.StoredDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Referred invoices that a person settles, on a real database. Each test is an organisation of its own. */
class InvoicesSettledByAPersonTest extends OnTwoServices {

    private static final String PROMISED = line("osteopathie", "2026-11-16", "100.00");
    /** The base that it states contradicts the regulation, which has none: a handler must look. */
    private static final String DOUBTED = line("osteopathie", "2026-11-18", "80.00", "\"base\": \"10.00\"");

    private static final Review.Refusal REFUSAL = new Review.Refusal(List.of(1), Review.Reason.NOT_JUSTIFIED);

    @Test
    void on_its_own_terms_what_is_approved_consumes_in_the_place_of_what_was_reserved() {
        StoredDecision referred = invoice("family-1", "F1", null, DOUBTED);
        Map<String, String> reserved = services.limits(tenant);

        StoredDecision settled = settled(referred, null);
        service.journal.releaseExpired(Instant.EPOCH, services.clock.instant().plus(Duration.ofDays(30)));

        assertThat(referred.decision().verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(settled.decision().verdict()).isEqualTo(Verdict.APPROVED);
        assertThat(settled.supersedes()).isEqualTo(referred.id());
        assertThat(settled.client()).isEqualTo(referred.client());
        assertThat(agreed(settled, 1)).containsEntry("by", "handler-7").containsEntry("doubt", "stated-contradicts");
        assertThat(services.limits(tenant)).isEqualTo(reserved).hasSize(1).containsValue("8000 c");
        assertThat(kinds(settled)).containsExactly("invoice.decided");
        assertReplayed(settled);
    }

    @Test
    void a_line_that_a_commitment_promises_consumes_it_and_gives_the_difference_back() {
        StoredDecision promise = service.authorize(tenant, "family-1", PROMISED);
        StoredDecision referred = invoice("family-1", "F1", promise, DOUBTED);
        Map<String, String> meanwhile = services.limits(tenant);

        StoredDecision settled = settled(referred, null);

        assertThat(referred.decision().verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(meanwhile).containsValue("10000 c");
        assertThat(settled.decision().verdict()).isEqualTo(Verdict.APPROVED);
        assertThat(reasons(settled, 1)).contains("commitment-met", "person-agreed");
        assertThat(paid(settled, 1)).isEqualTo(80_00);
        assertThat(services.limits(tenant)).hasSize(1).containsValue("8000 c");
        assertThat(service.commitment(tenant, promise).status()).isEqualTo(Status.USED_UP);
        assertReplayed(settled);
    }

    @Test
    void refused_by_a_person_it_owes_nothing_and_gives_everything_back() {
        StoredDecision promise = service.authorize(tenant, "family-1", PROMISED);
        Map<String, String> before = services.limits(tenant);
        StoredDecision promised = invoice("family-1", "F1", promise, DOUBTED);
        StoredDecision alone = invoice("family-2", "F2", null, DOUBTED);

        for (StoredDecision referred : List.of(promised, alone)) {
            StoredDecision refused = settled(referred, REFUSAL);
            assertThat(refused.decision().verdict()).isEqualTo(Verdict.REFUSED);
            assertThat(paid(refused, 1)).isZero();
            assertThat(service.journal.open(tenant, referred.id())).isEmpty();
            assertReplayed(refused);
        }
        assertThat(services.limits(tenant)).isEqualTo(before);
        assertThat(service.commitment(tenant, promise).status()).isEqualTo(Status.VALID);
    }

    @Test
    void of_two_lines_one_is_refused_and_the_other_paid_as_promised() {
        String other = line("dietetique", "2026-11-16", "40.00");
        StoredDecision promise = service.authorize(tenant, "family-1", PROMISED + ", " + other);

        StoredDecision settled = settled(invoice("family-1", "F1", promise, DOUBTED + ", " + other), REFUSAL);

        assertThat(settled.decision().verdict()).isEqualTo(Verdict.APPROVED_IN_PART);
        assertThat(paid(settled, 1)).isZero();
        assertThat(paid(settled, 2)).isEqualTo(40_00);
        assertThat(service.commitment(tenant, promise).status()).isEqualTo(Status.USED);
        assertThat(services.limits(tenant))
                .as("the refused care stays promised")
                .containsValue("10000 c");
        assertReplayed(settled);
    }

    @Test
    void care_invoiced_before_is_paid_again_where_a_person_says_that_it_is_other_care() {
        invoice("family-1", "F1", null, PROMISED);
        StoredDecision second = invoice("family-1", "F2", null, PROMISED);

        StoredDecision settled = settled(second, null);

        assertThat(second.decision().verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(settled.decision().verdict()).isEqualTo(Verdict.APPROVED);
        assertThat(agreed(settled, 1)).containsEntry("doubt", "care-invoiced-before");
        assertThat(services.limits(tenant)).containsValue("20000 c");
        assertReplayed(settled);
    }

    @Test
    void care_that_its_commitment_paid_before_is_paid_on_its_own_where_a_person_says_that_it_is_other_care() {
        String twice = line("osteopathie", "2026-11-16", "100.00", "\"quantity\": 2");
        StoredDecision promise = service.authorize(tenant, "family-1", twice);
        String session = line("osteopathie", "2026-11-16", "50.00");
        invoice("family-1", "F1", promise, session);
        StoredDecision again = invoice("family-1", "F2", promise, session + ", " + session.replace("11-16", "11-17"));

        StoredDecision settled = settled(again, null);

        assertThat(reasons(again, 1)).contains("beyond-commitment-again");
        assertThat(settled.decision().verdict()).isEqualTo(Verdict.APPROVED);
        assertThat(List.of(paid(settled, 1), paid(settled, 2))).containsOnly(50_00L);
        assertThat(reasons(settled, 1)).contains("person-agreed").doesNotContain("commitment-met");
        assertThat(reasons(settled, 2)).contains("commitment-met");
        assertThat(services.limits(tenant)).containsValue("15000 c");
        assertReplayed(settled);
    }

    @Test
    void less_than_was_promised_is_paid_where_a_person_agrees_and_never_more_than_a_limit_holds() {
        StoredDecision promise = service.authorize(tenant, "family-1", PROMISED);
        services.clock.set(Instant.parse("2027-01-20T09:00:00Z"));
        invoice("family-2", "G1", null, line("osteopathie", "2027-01-05", "350.00"));
        StoredDecision referred = invoice("family-1", "F1", promise, line("osteopathie", "2027-01-10", "100.00"));

        StoredDecision settled = settled(referred, null);

        assertThat(agreed(settled, 1)).containsEntry("doubt", "commitment-pays-less");
        assertThat(paid(settled, 1)).isEqualTo(50_00);
        assertThat(services.limits(tenant)).hasSize(1).containsValue("40000 c");
        assertReplayed(settled);
    }

    @Test
    void what_was_settled_of_its_authorization_stands_beside_what_is_settled_of_the_invoice() {
        String other = DOUBTED.replace("11-18", "11-16");
        StoredDecision promise = service.settled(tenant, "family-1", other + ", " + DOUBTED, null);
        StoredDecision referred = invoice("family-1", "F1", promise, DOUBTED + ", " + DOUBTED);

        StoredDecision settled = settled(referred, null);

        assertThat(reasons(referred, 2)).contains("person-agreed", "duplicate");
        assertThat(settled.decision().verdict()).isEqualTo(Verdict.APPROVED);
        Map<String, String> theirs = Map.of(
                "by",
                "handler-7",
                "words",
                "vu",
                "doubt",
                "stated-contradicts",
                "decision",
                promise.id().toString());
        assertThat(allAgreed(settled, 1)).containsExactly(theirs);
        assertThat(allAgreed(settled, 2))
                .containsExactlyInAnyOrder(theirs, Map.of("by", "handler-7", "words", "vu", "doubt", "duplicate"));
        assertReplayed(settled);
    }

    @Test
    void what_another_invoice_had_since_they_looked_is_a_doubt_that_they_did_not_see() {
        StoredDecision referred = invoice("family-1", "F1", null, DOUBTED);
        settled(invoice("family-1", "F2", null, DOUBTED), null);
        Map<String, String> before = services.limits(tenant);

        Answer answer = service.resume(tenant, referred, null, Invoices::taken);

        assertThat(answer).isEqualTo(new Answer.StillWaits(Set.of("care-invoiced-before")));
        assertThat(services.limits(tenant)).isEqualTo(before);
        assertThat(service.journal.supersederOf(tenant, referred.id())).isEmpty();
    }

    @Test
    void when_the_limit_moves_meanwhile_it_is_decided_again_on_what_is_left() {
        StoredDecision referred = invoice("family-1", "F1", null, DOUBTED);
        AtomicInteger tried = new AtomicInteger();

        StoredDecision settled = decided(service.resume(tenant, referred, null, (claim, decision, received) -> {
            if (tried.incrementAndGet() == 1) {
                stored(services.other.invoice(
                        tenant, "family-2", "F2", null, line("osteopathie", "2026-11-17", "300.00")));
                service.journal.releaseExpired(Instant.EPOCH, services.clock.instant());
                stored(services.other.invoice(
                        tenant, "family-3", "F3", null, line("osteopathie", "2026-11-17", "10.00")));
            }
            return Invoices.taken(claim, decision, received);
        }));

        assertThat(tried).hasValue(2);
        assertThat(paid(settled, 1)).isEqualTo(80_00);
        assertThat(services.limits(tenant)).containsValue("39000 c");
    }

    @Test
    void of_two_who_settle_it_at_once_one_does_and_the_other_is_told_that_nobody_is_waited_for() {
        StoredDecision promise = service.authorize(tenant, "family-1", PROMISED);
        StoredDecision referred = invoice("family-1", "F1", promise, DOUBTED);
        List<StoredDecision> first = new ArrayList<>();

        Answer second = service.resume(tenant, referred, null, (claim, decision, received) -> {
            first.add(decided(services.other.resume(tenant, referred, REFUSAL, Invoices::taken)));
            return Invoices.taken(claim, decision, received);
        });

        assertThat(second).isEqualTo(new Answer.NotWaiting());
        assertThat(first)
                .singleElement()
                .satisfies(one -> assertThat(service.journal.supersederOf(tenant, referred.id()))
                        .contains(one.id()));
        assertThat(services.limits(tenant)).as("it stays promised").containsValue("10000 c");
        assertThat(service.commitment(tenant, promise).status()).isEqualTo(Status.VALID);
    }

    @Test
    void its_client_is_told_once_of_the_decision_and_of_the_end_of_the_reservation() {
        StoredDecision expired = invoice("family-1", "F1", null, DOUBTED);
        Instant later = services.clock.instant().plus(Duration.ofDays(4));
        service.journal.releaseExpired(Instant.EPOCH, later);
        service.journal.releaseExpired(Instant.EPOCH, later);
        assertThat(services.limits(tenant)).isEmpty();

        StoredDecision settled = settled(expired, null);
        StoredDecision corrected = stored(service.correct(tenant, settled, null, PROMISED));

        assertThat(kinds(expired)).containsExactly("invoice.expired");
        assertThat(kinds(settled)).containsExactly("invoice.decided");
        assertThat(kinds(corrected)).as("it waited for nobody").isEmpty();
        assertThat(service.resume(tenant, expired, null, Invoices::taken)).isEqualTo(new Answer.NotWaiting());
        assertThat(services.limits(tenant)).containsValue("10000 c");
    }

    private StoredDecision invoice(String person, String number, @Nullable StoredDecision promise, String lines) {
        String commitment =
                promise == null ? null : service.commitment(tenant, promise).number();
        return stored(service.invoice(tenant, person, number, commitment, lines));
    }

    private StoredDecision settled(StoredDecision referred, Review.@Nullable Refusal refusal) {
        return decided(service.resume(tenant, referred, refusal, Invoices::taken));
    }

    private List<String> kinds(StoredDecision decision) {
        return service.journal.notices(tenant, 500).stream()
                .filter(notice -> notice.decision().equals(decision.id()))
                .map(Notice::kind)
                .toList();
    }

    private static Map<String, String> agreed(StoredDecision decision, int line) {
        return allAgreed(decision, line).getFirst();
    }

    private static List<Map<String, String>> allAgreed(StoredDecision decision, int line) {
        return decision.decision().lines().get(line - 1).findings().stream()
                .filter(finding -> finding.reason().equals("person-agreed"))
                .map(Finding::parameters)
                .toList();
    }

    private void assertReplayed(StoredDecision stored) {
        var again = Decider.decide(
                CanonicalJson.input(stored.inputBytes()),
                services.rulebook.byHash(stored.edition()).orElseThrow(),
                hash -> services.rulebook.byHash(hash).orElseThrow());
        assertThat(CanonicalJson.bytes(again)).isEqualTo(stored.decisionBytes());
    }
}
