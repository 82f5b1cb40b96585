package io.bareme.reimbursement;

import static io.bareme.decision.TwoServices.line;
import static io.bareme.decision.TwoServices.paid;
import static io.bareme.decision.TwoServices.reasons;
import static io.bareme.decision.TwoServices.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bareme.adjudication.Finding;
import io.bareme.adjudication.Review;
import io.bareme.adjudication.Verdict;
import io.bareme.authorization.Authorizations;
import io.bareme.decision.Decider;
import io.bareme.decision.Resuming;
import io.bareme.decision.Upon;
import io.bareme.journal.CanonicalJson;
import io.bareme.journal.Commitment.Status;
import io.bareme.journal.StoredDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Invoices on what a person settled of an authorization. Each test is an organisation of its own. */
class SettledByAPersonTest extends OnTwoServices {

    /** The base that it states contradicts the regulation, which has none: a handler must look. */
    private static final String DOUBTED = line("osteopathie", "2026-11-16", "100.00", "\"base\": \"10.00\"");

    @Test
    void a_doubt_that_a_person_lifted_does_not_come_up_again_on_the_invoice_which_says_by_which_decision() {
        StoredDecision settled = settled(DOUBTED, null);
        StoredDecision invoice = invoice("F1", settled, DOUBTED.replace("11-16", "11-18"));

        assertThat(settled.decision().verdict()).isEqualTo(Verdict.APPROVED);
        assertThat(invoice.decision().verdict()).isEqualTo(Verdict.APPROVED);
        assertThat(paid(invoice, 1)).isPositive().isEqualTo(paid(settled, 1));
        assertThat(agreed(invoice))
                .containsEntry("by", "handler-7")
                .containsEntry("words", "vu")
                .containsEntry("doubt", "stated-contradicts")
                .containsEntry("decision", settled.id().toString());
        assertThat(service.commitment(tenant, settled).status()).isEqualTo(Status.USED_UP);
        assertReplayed(invoice);
    }

    @Test
    void each_of_several_invoices_within_the_units_is_settled() {
        String three = line("dietetique", "2026-11-16", "60.00", "\"quantity\": 3", "\"base\": \"30.00\"");
        StoredDecision settled = settled(three, null);

        StoredDecision first = invoice("F1", settled, units("2026-11-16", 2));
        StoredDecision second = invoice("F2", settled, units("2026-11-17", 1));

        assertThat(reasons(settled, 1)).contains("person-agreed");
        assertThat(List.of(first.decision().verdict(), second.decision().verdict()))
                .containsOnly(Verdict.APPROVED);
    }

    private static String units(String day, int quantity) {
        String base = "\"base\": \"" + 10 * quantity + ".00\"";
        return line("dietetique", day, 20 * quantity + ".00", "\"quantity\": " + quantity, base);
    }

    @Test
    void at_a_higher_charge_or_where_something_else_is_said_the_doubt_is_there_again() {
        StoredDecision settled = settled(line("dietetique", "2026-11-16", "200.00", "\"base\": \"10.00\""), null);
        String seen = line("dietetique", "2026-11-18", "200.00", "\"base\": \"10.00\"");

        StoredDecision more = invoice("F3", settled, seen.replace("}", ", \"compulsory\": \"3.00\"}"));
        StoredDecision dearer = invoice("F1", settled, seen.replace("200.00", "201.00"));
        StoredDecision otherwise = invoice("F2", settled, seen.replace("10.00", "11.00"));

        assertThat(reasons(dearer, 1)).as("paid no more than was promised").contains("commitment-met");
        assertThat(paid(dearer, 1)).isEqualTo(paid(settled, 1));
        for (StoredDecision again : List.of(dearer, otherwise, more)) {
            assertThat(again.decision().verdict()).isEqualTo(Verdict.REFERRED);
            assertThat(reasons(again, 1)).contains("stated-contradicts").doesNotContain("person-agreed");
        }
        assertThat(service.commitment(tenant, settled).status()).isEqualTo(Status.VALID);
    }

    @Test
    void a_doubt_that_the_person_did_not_see_refers_the_invoice() {
        StoredDecision settled = settled(DOUBTED + ", " + DOUBTED.replace("11-16", "11-18"), null);

        StoredDecision invoice = invoice("F1", settled, DOUBTED + ", " + DOUBTED);

        assertThat(invoice.decision().verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(reasons(invoice, 1)).contains("commitment-met", "person-agreed");
        assertThat(reasons(invoice, 2)).contains("commitment-met", "person-agreed", "duplicate");
        assertReplayed(invoice);
    }

    @Test
    void care_that_a_person_refused_stays_refused_where_it_is_invoiced_and_the_rest_is_paid() {
        String other = line("dietetique", "2026-11-16", "40.00");
        StoredDecision settled =
                settled(DOUBTED + ", " + other, new Review.Refusal(List.of(2), Review.Reason.NOT_JUSTIFIED));

        StoredDecision invoice = invoice("F1", settled, DOUBTED + ", " + other);

        assertThat(settled.decision().verdict()).isEqualTo(Verdict.APPROVED_IN_PART);
        assertThat(paid(invoice, 1)).isEqualTo(paid(settled, 1));
        assertThat(paid(invoice, 2)).isZero();
        assertThat(reasons(invoice, 2)).contains("person-not-justified");
        assertThat(invoice.decision().verdict()).isEqualTo(Verdict.APPROVED_IN_PART);
        assertReplayed(invoice);
    }

    @Test
    void a_correction_of_the_invoice_is_settled_as_the_invoice_was() {
        StoredDecision settled = settled(DOUBTED, null);
        StoredDecision invoice = invoice("F1", settled, DOUBTED);

        StoredDecision corrected =
                stored(service.correct(tenant, invoice, number(settled), DOUBTED.replace("\"100.00\"", "\"90.00\"")));

        assertThat(corrected.decision().verdict()).isEqualTo(Verdict.APPROVED);
        assertThat(agreed(corrected)).containsEntry("decision", settled.id().toString());
    }

    @Test
    void a_person_decides_in_the_turn_of_the_household_as_requests_do() {
        StoredDecision referred = service.authorize(tenant, "family-1", DOUBTED);
        AtomicInteger asked = new AtomicInteger();
        List<CompletableFuture<Resuming.Answer>> resumed = new ArrayList<>();

        stored(service.authorize(
                tenant,
                "family-2",
                line("osteopathie", "2026-11-16", "10.00"),
                (claim, decision, received) -> {
                    asked.incrementAndGet();
                    resumed.add(CompletableFuture.supplyAsync(
                            () -> service.resume(tenant, referred, null, Authorizations::taken)));
                    assertThatThrownBy(() -> resumed.getFirst().get(300, TimeUnit.MILLISECONDS))
                            .as("it waits for its turn")
                            .isInstanceOf(TimeoutException.class);
                    return Authorizations.taken(claim, decision, received);
                },
                Upon.NOTHING));

        assertThat(asked).as("nothing moved meanwhile").hasValue(1);
        assertThat(resumed.getFirst().join()).isInstanceOf(Resuming.Answer.New.class);
    }

    @Test
    void without_the_commitment_nothing_of_it_is_settled() {
        settled(DOUBTED, null);

        StoredDecision invoice = stored(service.invoice(tenant, "family-1", "F1", null, DOUBTED));

        assertThat(invoice.decision().verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(invoice.input().claim().review()).isNull();
    }

    /** Referred, then decided by a person. */
    private StoredDecision settled(String lines, Review.@Nullable Refusal refusal) {
        return service.settled(tenant, "family-1", lines, refusal);
    }

    private StoredDecision invoice(String number, StoredDecision settled, String lines) {
        return stored(service.invoice(tenant, "family-1", number, number(settled), lines));
    }

    private String number(StoredDecision settled) {
        return service.commitment(tenant, settled).number();
    }

    private static Map<String, String> agreed(StoredDecision decision) {
        return decision.decision().lines().getFirst().findings().stream()
                .filter(finding -> finding.reason().equals("person-agreed"))
                .map(Finding::parameters)
                .findFirst()
                .orElseThrow();
    }

    private void assertReplayed(StoredDecision stored) {
        var again = Decider.decide(
                CanonicalJson.input(stored.inputBytes()),
                services.rulebook.byHash(stored.edition()).orElseThrow(),
                hash -> services.rulebook.byHash(hash).orElseThrow());
        assertThat(CanonicalJson.bytes(again)).isEqualTo(stored.decisionBytes());
    }
}
