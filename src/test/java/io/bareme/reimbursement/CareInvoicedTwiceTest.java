package io.bareme.reimbursement;

import static io.bareme.decision.TwoServices.line;
import static io.bareme.decision.TwoServices.reasons;
import static io.bareme.decision.TwoServices.stored;
import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.Finding;
import io.bareme.adjudication.Verdict;
import io.bareme.decision.Decider;
import io.bareme.decision.Upon;
import io.bareme.journal.CanonicalJson;
import io.bareme.journal.Commitment.Status;
import io.bareme.journal.StoredDecision;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same care on two invoices, on a real database. Each test is an organisation of its own. */
class CareInvoicedTwiceTest extends OnTwoServices {

    private static final String AGAIN = "care-invoiced-before";
    private static final String CARE = line("osteopathie", "2026-11-16", "60.00");
    /** No limit of a contract counts it. */
    private static final String UNCOUNTED = line("vaccin-non-rembourse", "2026-11-16", "30.00");

    @Test
    void under_another_number_it_is_left_to_a_person_who_is_told_of_the_first() {
        StoredDecision first = invoice("family-1", "F1", null, CARE);

        StoredDecision second = invoice("family-1", "F2", null, CARE);

        assertThat(first.decision().verdict()).isEqualTo(Verdict.APPROVED);
        assertThat(second.decision().verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(again(second, 1).parameters())
                .isEqualTo(Map.of("invoice", "F1", "decision", first.id().toString()));
        assertReplayed(first);
        assertReplayed(second);
    }

    @Test
    void what_a_commitment_paid_is_not_paid_again_without_it() {
        StoredDecision promise = service.authorize(tenant, "family-1", CARE);
        StoredDecision first = invoice("family-1", "F1", number(promise), CARE);

        StoredDecision second = invoice("family-1", "F2", null, CARE);

        assertThat(second.decision().verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(again(second, 1).parameters())
                .containsEntry("decision", first.id().toString());
    }

    @Test
    void what_was_paid_without_a_commitment_is_not_paid_again_on_one_which_stays_as_it_is() {
        invoice("family-1", "F1", null, CARE);
        StoredDecision promise = service.authorize(tenant, "family-1", CARE);
        Map<String, String> before = services.limits(tenant);

        StoredDecision second = invoice("family-1", "F2", number(promise), CARE);

        assertThat(second.decision().verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(reasons(second, 1)).contains(AGAIN);
        assertThat(services.limits(tenant)).isEqualTo(before);
        assertThat(service.commitment(tenant, promise).status()).isEqualTo(Status.VALID);
        assertReplayed(second);
    }

    @Test
    void one_line_that_comes_again_leaves_the_others_without_a_doubt() {
        invoice("family-1", "F1", null, CARE);

        StoredDecision second =
                invoice("family-1", "F2", null, line("osteopathie", "2026-11-17", "60.00") + "," + CARE);

        assertThat(second.decision().verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(reasons(second, 1)).doesNotContain(AGAIN);
        assertThat(reasons(second, 2)).contains(AGAIN);
    }

    /** Another day, act, part of the body, or person is other care, so are several of one line. */
    @ParameterizedTest
    @CsvSource({
        "eye-1, 'chirurgie-refractive', 2026-11-16, left, 1",
        "eye-1, 'chirurgie-refractive', 2026-11-17, right, 1",
        "eye-2, 'chirurgie-refractive', 2026-11-16, right, 1",
        "eye-1, 'sevrage-tabagique', 2026-11-16, right, 3"
    })
    void other_care_is_paid(String person, String act, String day, String part, int quantity) {
        invoice("eye-1", "F1", null, line("chirurgie-refractive", "2026-11-16", "50.00", "\"part\": \"right\""));

        StoredDecision second = invoice(
                person, "F2", null, line(act, day, "50.00", "\"part\": \"" + part + "\"", "\"quantity\": " + quantity));

        assertThat(reasons(second, 1)).doesNotContain(AGAIN);
    }

    @Test
    void what_was_refused_was_not_paid() {
        String uncovered = line("medicament-non-rembourse", "2026-11-16", "20.00");
        assertThat(invoice("family-1", "F1", null, uncovered).decision().verdict())
                .isEqualTo(Verdict.REFUSED);

        assertThat(reasons(invoice("family-1", "F2", null, uncovered), 1)).doesNotContain(AGAIN);
    }

    @Test
    void a_correction_is_compared_with_the_others_and_leaves_what_it_corrects() {
        StoredDecision first = invoice("family-1", "F1", null, CARE);
        StoredDecision other = invoice("family-1", "F2", null, line("osteopathie", "2026-11-18", "60.00"));

        StoredDecision corrected =
                stored(service.correct(tenant, first, null, line("osteopathie", "2026-11-17", "60.00")));
        StoredDecision onItsDay =
                stored(service.correct(tenant, corrected, null, line("osteopathie", "2026-11-17", "50.00")));
        StoredDecision onTheOthers =
                stored(service.correct(tenant, onItsDay, null, line("osteopathie", "2026-11-18", "60.00")));

        assertThat(reasons(onItsDay, 1)).doesNotContain(AGAIN);
        assertThat(again(onTheOthers, 1).parameters())
                .containsEntry("decision", other.id().toString());
        assertThat(reasons(invoice("family-1", "F3", null, CARE), 1))
                .as("its first day is free again")
                .doesNotContain(AGAIN);
    }

    @Test
    void of_two_at_once_the_second_is_decided_again_and_left_to_a_person() {
        AtomicInteger decided = new AtomicInteger();

        StoredDecision overtaken = stored(service.invoice(
                tenant,
                "family-1",
                "F1",
                null,
                UNCOUNTED,
                (claim, decision, received) -> {
                    if (decided.incrementAndGet() == 1) {
                        stored(services.other.invoice(tenant, "family-1", "F2", null, UNCOUNTED));
                    }
                    return Invoices.taken(claim, decision, received);
                },
                Upon.NOTHING));

        assertThat(services.limits(tenant)).as("nothing counts it").isEmpty();
        assertThat(decided).hasValue(2);
        assertThat(again(overtaken, 1).parameters()).containsEntry("invoice", "F2");
    }

    @Test
    void of_another_clients_invoice_nothing_is_told_but_that_there_is_one() {
        invoice("family-1", "F1", null, CARE);

        StoredDecision second = stored(service.as("another").invoice(tenant, "family-1", "F2", null, CARE));

        assertThat(second.decision().verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(again(second, 1).parameters()).isEqualTo(Map.of("invoice", "", "decision", ""));
    }

    private StoredDecision invoice(String person, String number, String commitment, String lines) {
        return stored(service.invoice(tenant, person, number, commitment, lines));
    }

    private String number(StoredDecision promise) {
        return service.commitment(tenant, promise).number();
    }

    private static Finding again(StoredDecision decision, int line) {
        return decision.decision().lines().get(line - 1).findings().stream()
                .filter(finding -> finding.reason().equals(AGAIN))
                .findFirst()
                .orElseThrow(() -> new AssertionError(reasons(decision, line)));
    }

    private void assertReplayed(StoredDecision stored) {
        var again = Decider.decide(
                CanonicalJson.input(CanonicalJson.bytes(stored.input())),
                services.rulebook.byHash(stored.edition()).orElseThrow(),
                hash -> services.rulebook.byHash(hash).orElseThrow());
        assertThat(CanonicalJson.bytes(again)).isEqualTo(stored.decisionBytes());
    }
}
