package io.bareme.reimbursement;

import static io.bareme.decision.TwoServices.line;
import static io.bareme.decision.TwoServices.paid;
import static io.bareme.decision.TwoServices.reasons;
import static io.bareme.decision.TwoServices.stored;
import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.Review;
import io.bareme.adjudication.Verdict;
import io.bareme.decision.Decider;
import io.bareme.decision.TwoServices;
import io.bareme.journal.CanonicalJson;
import io.bareme.journal.Commitment.Status;
import io.bareme.journal.Idempotency;
import io.bareme.journal.StoredDecision;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Invoices where a person refused one line of an act and approved another: of 18 November at 60 €, and of 19 November at
 * 100 €. Each test is an organisation of its own.
 */
class RefusedByAPersonTest extends OnTwoServices {

    private static final String REFUSED = osteopathy("2026-11-18", "60.00");
    private static final String AGREED = osteopathy("2026-11-19", "100.00");

    @Test
    void what_they_refused_takes_no_promise_and_what_they_approved_is_paid_after_it() {
        StoredDecision settled = settled(REFUSED, AGREED);

        StoredDecision refused = invoice("F1", settled, REFUSED);
        Status meanwhile = service.commitment(tenant, settled).status();
        StoredDecision agreed = invoice("F2", settled, AGREED);

        assertRefused(refused, 1);
        assertThat(meanwhile).isEqualTo(Status.VALID);
        assertMet(agreed, 1, settled);
        assertThat(service.commitment(tenant, settled).status()).isEqualTo(Status.USED_UP);
    }

    @Test
    void on_one_invoice_each_is_itself_in_whatever_order() {
        StoredDecision settled = settled(REFUSED, AGREED);
        StoredDecision invoice = invoice("F1", settled, REFUSED + ", " + AGREED);
        assertRefused(invoice, 1);
        assertMet(invoice, 2, settled);

        tenant += "-turned";
        StoredDecision again = settled(REFUSED, AGREED);
        StoredDecision turned = invoice("F1", again, AGREED + ", " + REFUSED);
        assertMet(turned, 1, again);
        assertRefused(turned, 2);
    }

    @Test
    void of_their_day_at_another_charge_they_are_still_what_was_refused_and_what_was_approved() {
        StoredDecision settled = settled(REFUSED, AGREED);

        StoredDecision invoice =
                invoice("F1", settled, REFUSED.replace("60.00", "59.00") + ", " + AGREED.replace("100.00", "60.00"));

        assertRefused(invoice, 1);
        assertThat(reasons(invoice, 2)).contains("commitment-met", "person-agreed");
        assertThat(paid(invoice, 2)).isEqualTo(60_00);
    }

    @Test
    void of_one_day_the_charge_tells_them_apart() {
        String agreed = AGREED.replace("11-19", "11-18");
        StoredDecision settled = settled(REFUSED, agreed);

        StoredDecision refused = invoice("F1", settled, REFUSED);
        StoredDecision invoice = invoice("F2", settled, agreed);

        assertRefused(refused, 1);
        assertMet(invoice, 1, settled);
    }

    @Test
    void of_another_day_the_charge_tells_them_apart_and_otherwise_it_is_what_was_approved() {
        StoredDecision settled = settled(REFUSED, AGREED);

        assertRefused(invoice("F1", settled, REFUSED.replace("11-18", "11-22")), 1);
        assertMet(invoice("F2", settled, AGREED.replace("11-19", "11-20")), 1, settled);
        assertRefused(invoice("F3", settled, AGREED.replace("11-19", "11-21")), 1);

        tenant += "-cheaper";
        StoredDecision other = settled(REFUSED, AGREED);
        StoredDecision cheaper = invoice("F1", other, osteopathy("2026-11-20", "90.00"));
        assertThat(reasons(cheaper, 1)).contains("commitment-met", "person-agreed");
        assertThat(paid(cheaper, 1)).isEqualTo(90_00);
    }

    @Test
    void several_lines_of_the_refused_day_take_nothing_either() {
        StoredDecision settled = settled(REFUSED, AGREED);

        StoredDecision invoice = invoice("F1", settled, REFUSED + ", " + REFUSED.replace("60.00", "50.00"));

        assertRefused(invoice, 1);
        assertRefused(invoice, 2);
        assertThat(service.commitment(tenant, settled).status()).isEqualTo(Status.VALID);
    }

    @Test
    void what_they_approved_invoiced_again_waits_for_a_person_and_is_not_called_refused() {
        StoredDecision settled = settled(REFUSED, AGREED);
        invoice("F1", settled, AGREED);

        StoredDecision again = invoice("F2", settled, AGREED + ", " + line("dietetique", "2026-11-19", "40.00"));

        assertThat(again.decision().verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(reasons(again, 1))
                .contains("beyond-commitment-again")
                .doesNotContain("person-not-justified", "beyond-commitment-refused");
        assertReplayed(again);
    }

    @Test
    void of_a_cancelled_commitment_what_they_refused_stays_refused_and_the_rest_is_decided_on_its_own() {
        StoredDecision settled = settled(REFUSED, AGREED);
        service.journal.cancel(
                tenant,
                service.commitment(tenant, settled),
                new Idempotency("client", "cancel", "x"),
                "no",
                TwoServices.NOW);

        StoredDecision invoice = invoice("F1", settled, REFUSED + ", " + AGREED);

        assertRefused(invoice, 1);
        assertThat(reasons(invoice, 2)).contains("beyond-commitment-ended").doesNotContain("person-not-justified");
    }

    @Test
    void an_invoice_of_what_they_refused_corrected_to_what_they_approved_is_paid() {
        StoredDecision settled = settled(REFUSED, AGREED);
        StoredDecision refused = invoice("F1", settled, REFUSED);

        StoredDecision corrected = stored(service.correct(
                tenant, refused, service.commitment(tenant, settled).number(), AGREED));

        assertMet(corrected, 1, settled);
    }

    /** The base that it states contradicts the regulation, which has none: a handler must look. */
    private static String osteopathy(String day, String charge) {
        return line("osteopathie", day, charge, "\"base\": \"10.00\"");
    }

    private StoredDecision settled(String refused, String agreed) {
        return service.settled(
                tenant,
                "family-1",
                refused + ", " + agreed,
                new Review.Refusal(List.of(1), Review.Reason.NOT_JUSTIFIED));
    }

    private StoredDecision invoice(String number, StoredDecision settled, String lines) {
        String commitment = service.commitment(tenant, settled).number();
        return stored(service.invoice(tenant, "family-1", number, commitment, lines));
    }

    private void assertRefused(StoredDecision invoice, int line) {
        assertThat(paid(invoice, line)).isZero();
        assertThat(reasons(invoice, line))
                .contains("beyond-commitment-refused", "person-not-justified")
                .doesNotContain("commitment-met");
        assertReplayed(invoice);
    }

    private void assertMet(StoredDecision invoice, int line, StoredDecision settled) {
        assertThat(reasons(invoice, line)).contains("commitment-met", "person-agreed");
        assertThat(paid(invoice, line)).isPositive().isEqualTo(paid(settled, 2));
        assertReplayed(invoice);
    }

    private void assertReplayed(StoredDecision stored) {
        var again = Decider.decide(
                CanonicalJson.input(stored.inputBytes()),
                services.rulebook.byHash(stored.edition()).orElseThrow(),
                hash -> services.rulebook.byHash(hash).orElseThrow());
        assertThat(CanonicalJson.bytes(again)).isEqualTo(stored.decisionBytes());
    }
}
