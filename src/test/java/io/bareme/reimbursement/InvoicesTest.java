package io.bareme.reimbursement;

import static io.bareme.decision.TwoServices.line;
import static io.bareme.decision.TwoServices.paid;
import static io.bareme.decision.TwoServices.reasons;
import static io.bareme.decision.TwoServices.stored;
import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.Owed;
import io.bareme.adjudication.Verdict;
import io.bareme.decision.Decider;
import io.bareme.decision.Deciding.Answer;
import io.bareme.decision.Overtaken;
import io.bareme.decision.TwoServices;
import io.bareme.journal.CanonicalJson;
import io.bareme.journal.Commitment.Status;
import io.bareme.journal.Idempotency;
import io.bareme.journal.PromisedLine;
import io.bareme.journal.StoredDecision;
import io.bareme.rulebook.files.EditionSources;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Invoices before the commitments that they call on, on a real database. Each test is an organisation of its own. */
class InvoicesTest extends OnTwoServices {

    private static final String OSTEOPATHY = "family/E1/family/0/family/2026";
    private static final String NICOTINE = "count/E1/count/0/count-1/2026";

    @Test
    void what_is_invoiced_is_consumed_and_the_difference_given_back() {
        StoredDecision promise = service.authorize(tenant, "family-1", line("osteopathie", "2026-11-16", "100.00"));
        StoredDecision invoice = stored(invoice("family-1", "F1", promise, line("osteopathie", "2026-11-20", "80.00")));

        assertThat(invoice.decision().verdict()).isEqualTo(Verdict.APPROVED);
        assertThat(paid(invoice, 1)).isEqualTo(80_00);
        assertThat(reasons(invoice, 1)).contains("commitment-met");
        assertThat(services.limits(tenant)).isEqualTo(Map.of(OSTEOPATHY, "8000 c"));
        assertThat(service.commitment(tenant, promise).status()).isEqualTo(Status.USED_UP);
        assertReplayed(invoice);
    }

    @Test
    void a_quantity_comes_in_several_invoices_and_what_is_left_stays_reserved_until_it_expires() {
        String four = line("sevrage-tabagique", "2026-11-16", "140.00", "\"quantity\": 4");
        StoredDecision promise = service.authorize(tenant, "count-1", four);

        StoredDecision first = stored(invoice("count-1", "F1", promise, nicotine("2026-11-16", 1)));
        StoredDecision second = stored(invoice("count-1", "F2", promise, nicotine("2026-11-17", 2)));

        assertThat(paid(first, 1)).isEqualTo(35_00);
        assertThat(paid(second, 1)).isEqualTo(70_00);
        assertThat(services.limits(tenant)).isEqualTo(Map.of(NICOTINE, "4 units"));
        assertThat(service.commitment(tenant, promise).status()).isEqualTo(Status.USED);
        service.journal.releaseExpired(Instant.EPOCH, TwoServices.NOW.plus(Duration.ofDays(91)));
        assertThat(services.limits(tenant)).isEqualTo(Map.of(NICOTINE, "3 units"));
        assertThat(service.commitment(tenant, promise).status()).isEqualTo(Status.EXPIRED);
    }

    @Test
    void more_units_than_are_left_are_decided_on_their_own_within_their_limit() {
        String four = line("sevrage-tabagique", "2026-11-16", "140.00", "\"quantity\": 4");
        StoredDecision promise = service.authorize(tenant, "count-1", four);

        StoredDecision invoice = stored(invoice("count-1", "F1", promise, nicotine("2026-11-20", 7)));

        assertThat(reasons(invoice, 1)).contains("beyond-commitment-units", "limit-reduced");
        assertThat(paid(invoice, 1)).isEqualTo(5 * 35_00);
        assertThat(services.limits(tenant)).isEqualTo(Map.of(NICOTINE, "5 units"));
        assertThat(service.commitment(tenant, promise).status()).isEqualTo(Status.USED_UP);
    }

    @Test
    void other_care_and_care_after_the_last_day_are_decided_on_their_own() {
        StoredDecision promise = service.authorize(tenant, "family-1", line("osteopathie", "2026-11-16", "100.00"));
        services.clock.set(Instant.parse("2027-03-01T09:00:00Z"));

        StoredDecision invoice = stored(invoice(
                "family-1",
                "F1",
                promise,
                line("dietetique", "2027-01-10", "40.00") + "," + line("osteopathie", "2027-02-28", "80.00")));

        assertThat(reasons(invoice, 1)).contains("beyond-commitment-act");
        assertThat(reasons(invoice, 2)).contains("beyond-commitment-day");
        assertThat(paid(invoice, 1)).isEqualTo(40_00);
        assertThat(paid(invoice, 2)).isEqualTo(80_00);
        assertThat(services.limits(tenant)).containsEntry(OSTEOPATHY, "10000 c");
        assertThat(service.commitment(tenant, promise).status()).isEqualTo(Status.VALID);
    }

    @Test
    void on_another_part_of_the_body_it_is_other_care() {
        String left = line("chirurgie-refractive", "2026-11-16", "200.00", "\"part\": \"left\"");
        StoredDecision promise = service.authorize(tenant, "eye-1", left);

        StoredDecision invoice = stored(invoice(
                "eye-1", "F1", promise, line("chirurgie-refractive", "2026-11-20", "150.00", "\"part\": \"right\"")));

        assertThat(reasons(invoice, 1)).contains("beyond-commitment-act");
        assertThat(services.limits(tenant).values()).containsExactlyInAnyOrder("20000 c", "15000 c");
    }

    @Test
    void more_money_than_was_promised_is_paid_as_far_as_the_limit_allows_and_never_less_than_promised() {
        StoredDecision promise = service.authorize(tenant, "family-1", line("osteopathie", "2026-11-16", "100.00"));
        service.authorize(tenant, "family-2", line("osteopathie", "2026-11-16", "280.00"));

        StoredDecision invoice =
                stored(invoice("family-1", "F1", promise, line("osteopathie", "2026-11-20", "150.00")));

        assertThat(paid(invoice, 1)).isEqualTo(120_00);
        assertThat(reasons(invoice, 1)).contains("beyond-commitment-amount");
        assertThat(services.limits(tenant)).isEqualTo(Map.of(OSTEOPATHY, "40000 c"));
        assertReplayed(invoice);
    }

    @Test
    void a_promise_does_not_give_way_to_earlier_care_of_the_same_invoice() {
        StoredDecision promise = service.authorize(tenant, "family-1", line("osteopathie", "2026-11-16", "300.00"));

        StoredDecision invoice = stored(invoice(
                "family-1",
                "F1",
                promise,
                line("osteopathie", "2026-09-01", "250.00") + "," + line("osteopathie", "2026-11-20", "300.00")));

        assertThat(reasons(invoice, 1)).contains("beyond-commitment-day", "limit-reduced");
        assertThat(paid(invoice, 1)).isEqualTo(100_00);
        assertThat(paid(invoice, 2)).isEqualTo(300_00);
        assertReplayed(invoice);
    }

    @Test
    void a_promise_does_not_give_way_to_what_came_after_it() {
        StoredDecision promise = service.authorize(tenant, "family-1", line("osteopathie", "2026-11-16", "100.00"));
        stored(service.invoice(tenant, "family-2", "G1", null, line("osteopathie", "2026-11-16", "390.00")));

        StoredDecision invoice =
                stored(invoice("family-1", "F1", promise, line("osteopathie", "2026-11-20", "100.00")));

        assertThat(paid(invoice, 1)).isEqualTo(100_00);
        assertThat(invoice.decision().verdict()).isEqualTo(Verdict.APPROVED);
        assertThat(services.limits(tenant)).isEqualTo(Map.of(OSTEOPATHY, "40000 c"));
    }

    @Test
    void the_limits_of_the_day_of_care_hold_and_where_they_give_less_than_promised_a_person_decides() {
        StoredDecision promise = service.authorize(tenant, "family-1", line("osteopathie", "2026-11-16", "100.00"));
        services.clock.set(Instant.parse("2027-01-20T09:00:00Z"));
        stored(service.invoice(tenant, "family-2", "G1", null, line("osteopathie", "2027-01-05", "350.00")));
        Map<String, String> before = services.limits(tenant);

        StoredDecision invoice =
                stored(invoice("family-1", "F1", promise, line("osteopathie", "2027-01-10", "100.00")));

        assertThat(invoice.decision().verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(reasons(invoice, 1)).contains("commitment-pays-less");
        assertThat(services.limits(tenant)).as("it waits, and takes nothing").isEqualTo(before);
        assertThat(service.commitment(tenant, promise).status()).isEqualTo(Status.VALID);
        assertReplayed(invoice);
    }

    @Test
    void a_cancelled_commitment_promises_nothing_any_more() {
        StoredDecision promise = service.authorize(tenant, "family-1", line("osteopathie", "2026-11-16", "100.00"));
        service.journal.cancel(
                tenant,
                service.commitment(tenant, promise),
                new Idempotency("client", "cancel", "x"),
                "no",
                TwoServices.NOW);

        StoredDecision invoice =
                stored(invoice("family-1", "F1", promise, line("osteopathie", "2026-11-20", "100.00")));

        assertThat(reasons(invoice, 1)).contains("beyond-commitment-ended");
        assertThat(services.limits(tenant)).isEqualTo(Map.of(OSTEOPATHY, "10000 c"));
    }

    @Test
    void care_given_in_time_is_promised_even_where_its_invoice_comes_late() {
        StoredDecision promise = service.authorize(tenant, "family-1", line("osteopathie", "2026-11-16", "100.00"));
        services.clock.set(Instant.parse("2027-03-01T09:00:00Z"));
        service.journal.releaseExpired(Instant.EPOCH, services.clock.instant());

        StoredDecision invoice = stored(invoice("family-1", "F1", promise, line("osteopathie", "2026-11-20", "90.00")));

        assertThat(reasons(invoice, 1)).contains("commitment-met");
        assertThat(services.limits(tenant)).isEqualTo(Map.of(OSTEOPATHY, "9000 c"));
        assertThat(service.commitment(tenant, promise).status()).isEqualTo(Status.USED_UP);
    }

    @Test
    void an_invoice_is_decided_once_under_its_number_and_care_once_on_its_commitment() {
        StoredDecision promise = service.authorize(tenant, "family-1", line("osteopathie", "2026-11-16", "100.00"));
        String care = line("osteopathie", "2026-11-20", "60.00");
        StoredDecision first = stored(invoice("family-1", "F1", promise, care));

        assertThat(service.invoice(tenant, "family-2", "F1", null, care))
                .isEqualTo(new Answer.NotTaken(new Overtaken.Invoiced(first.id(), "prov-7", "F1")));
        assertThat(invoice("family-1", "F2", promise, care))
                .isEqualTo(new Answer.NotTaken(new Overtaken.InvoicedOnCommitment(first.id(), number(promise))));
        StoredDecision mixed =
                stored(invoice("family-1", "F3", promise, care + "," + line("dietetique", "2026-11-20", "10.00")));
        assertThat(reasons(mixed, 1)).contains("beyond-commitment-again");
        assertThat(mixed.decision().verdict()).isEqualTo(Verdict.REFERRED);
    }

    @Test
    void a_number_that_the_member_was_never_given_is_told() {
        StoredDecision promise = service.authorize(tenant, "family-1", line("osteopathie", "2026-11-16", "100.00"));

        assertThat(invoice("family-2", "F1", promise, line("osteopathie", "2026-11-20", "60.00")))
                .isEqualTo(new Answer.NotTaken(new Overtaken.NoCommitment(number(promise))));
    }

    @Test
    void a_promise_is_kept_on_the_terms_that_it_was_made_on_and_the_rest_on_those_of_today() {
        StoredDecision promise = service.authorize(tenant, "shared-1", line("dietetique", "2026-11-16", "60.00"));
        EditionSources original = services.rulebook.sourcesInForce();
        try {
            services.rulebook.publish(halved(original));
            StoredDecision invoice = stored(invoice(
                    "shared-1",
                    "F1",
                    promise,
                    line("dietetique", "2026-11-20", "60.00") + "," + line("pedicurie", "2026-11-20", "40.00")));

            assertThat(invoice.edition()).isNotEqualTo(promise.edition());
            assertThat(paid(invoice, 1)).isEqualTo(60_00);
            assertThat(paid(invoice, 2)).isEqualTo(20_00);
            assertReplayed(invoice);
        } finally {
            services.rulebook.publish(original);
        }
    }

    @Test
    void a_correction_reverses_what_was_consumed_and_tells_what_is_owed_either_way() {
        String four = line("sevrage-tabagique", "2026-11-16", "140.00", "\"quantity\": 4");
        StoredDecision promise = service.authorize(tenant, "count-1", four);
        StoredDecision first = stored(invoice("count-1", "F1", promise, nicotine("2026-11-16", 3)));

        StoredDecision corrected = stored(service.correct(tenant, first, number(promise), nicotine("2026-11-16", 1)));
        Answer again = service.correct(tenant, first, number(promise), nicotine("2026-11-16", 2));

        assertThat(services.limits(tenant))
                .as("one consumed, three promised again")
                .isEqualTo(Map.of(NICOTINE, "4 units"));
        assertThat(corrected.supersedes()).isEqualTo(first.id());
        assertThat(again).isEqualTo(new Answer.NotTaken(new Overtaken.Superseded(corrected.id())));
        assertThat(Owed.between(settled(first), settled(corrected)))
                .extracting(Owed::enrolment, Owed::payee, Owed::amount)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "E1", Owed.Payee.PROVIDER, new Money(-70_00, Currency.EUR)));
        StoredDecision next = stored(invoice("count-1", "F2", promise, nicotine("2026-11-19", 3)));
        assertThat(paid(next, 1)).isEqualTo(105_00);
        assertThat(services.limits(tenant)).isEqualTo(Map.of(NICOTINE, "4 units"));
    }

    private static Owed.Settled settled(StoredDecision decision) {
        return new Owed.Settled(decision.input().claim(), decision.decision());
    }

    @Test
    void each_contract_keeps_its_part_of_the_promise() {
        StoredDecision promise = service.authorize(tenant, "two-1", line("osteopathie", "2026-11-16", "500.00"));
        assertThat(services.limits(tenant).values()).containsExactlyInAnyOrder("40000 c", "10000 c");

        stored(invoice("two-1", "F1", promise, line("osteopathie", "2026-11-20", "450.00")));

        assertThat(services.limits(tenant).values()).containsExactlyInAnyOrder("40000 c", "5000 c");
    }

    @Test
    void a_window_of_two_years_opens_on_the_day_of_the_care_that_was_invoiced() {
        String session = "seance-psychologue-non-remboursee";
        StoredDecision promise = service.authorize(tenant, "rolling-1", line(session, "2026-11-16", "100.00"));

        stored(invoice("rolling-1", "F1", promise, line(session, "2026-11-20", "90.00")));

        assertThat(services.limits(tenant))
                .isEqualTo(Map.of("rolling/E1/rolling/0/rolling-1/months-24-from-2026-11-20", "9000 c"));
    }

    @Test
    void of_a_partial_agreement_the_approved_lines_alone_are_promised() {
        StoredDecision promise = service.authorize(
                tenant,
                "family-1",
                line("osteopathie", "2026-11-16", "100.00") + ","
                        + line("medicament-non-rembourse", "2026-11-16", "20.00"));
        assertThat(promise.decision().verdict()).isEqualTo(Verdict.APPROVED_IN_PART);
        assertThat(PromisedLine.of(promise, List.of()))
                .extracting(PromisedLine::number)
                .containsExactly(1);

        StoredDecision invoice =
                stored(invoice("family-1", "F1", promise, line("medicament-non-rembourse", "2026-11-20", "20.00")));

        assertThat(reasons(invoice, 1)).contains("beyond-commitment-act");
        assertThat(invoice.decision().verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(service.commitment(tenant, promise).status()).isEqualTo(Status.VALID);
    }

    private Answer invoice(String person, String number, StoredDecision promise, String lines) {
        return service.invoice(tenant, person, number, number(promise), lines);
    }

    private String number(StoredDecision promise) {
        return service.commitment(tenant, promise).number();
    }

    private static String nicotine(String day, int quantity) {
        return line("sevrage-tabagique", day, quantity * 40 + ".00", "\"quantity\": " + quantity);
    }

    private void assertReplayed(StoredDecision stored) {
        var again = Decider.decide(
                stored.input(),
                services.rulebook.byHash(stored.edition()).orElseThrow(),
                hash -> services.rulebook.byHash(hash).orElseThrow());
        assertThat(CanonicalJson.bytes(again)).isEqualTo(stored.decisionBytes());
    }

    private static EditionSources halved(EditionSources original) {
        Map<String, byte[]> files = new TreeMap<>(original.files());
        files.computeIfPresent(
                "guarantee-tables/envelopes/2020-01-01/grid.csv",
                (_, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                        .replace("100 % FR", "50 % FR")
                        .getBytes(StandardCharsets.UTF_8));
        return EditionSources.of(files);
    }
}
