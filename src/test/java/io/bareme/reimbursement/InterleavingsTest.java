package io.bareme.reimbursement;

import static io.bareme.decision.TwoServices.line;
import static io.bareme.decision.TwoServices.paid;
import static io.bareme.decision.TwoServices.stored;
import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.authorization.Authorizations;
import io.bareme.decision.Asked.Taking;
import io.bareme.decision.Deciding.Answer;
import io.bareme.decision.Overtaken;
import io.bareme.decision.TwoServices;
import io.bareme.decision.Upon;
import io.bareme.journal.ChangeOutcome;
import io.bareme.journal.Commitment;
import io.bareme.journal.Commitment.Status;
import io.bareme.journal.Idempotency;
import io.bareme.journal.StoredDecision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two services at once, one step at a time: the first has read and decided when the second reads, decides and writes;
 * what the first then writes is stale, and it decides again. Each test is an organisation of its own.
 */
class InterleavingsTest extends OnTwoServices {

    private static final Instant EXPIRED = Instant.parse("2027-02-21T00:00:00Z");
    private static final String CARE = line("osteopathie", "2026-11-16", "100.00");
    private static final String INVOICED = line("osteopathie", "2026-11-20", "90.00");

    private final AtomicInteger decided = new AtomicInteger();

    @BeforeEach
    void nothingDecidedYet() {
        decided.set(0);
    }

    /** The limit, what both ask for, and what the second of them is left. */
    @ParameterizedTest
    @CsvSource({
        "family-1, family-2, osteopathie, 300.00, '', 100.00",
        "eye-1, eye-1, chirurgie-refractive, 150.00, left, 50.00",
        "tooth-1, tooth-1, implant-dentaire, 200.00, 16, 100.00",
        "rolling-1, rolling-1, seance-psychologue-non-remboursee, 200.00, '', 50.00",
        "shared-1, shared-1, dietetique, 100.00, '', 50.00",
        "two-1, two-2, osteopathie, 300.00, '', 100.00"
    })
    void of_two_authorizations_the_second_has_what_the_first_left(
            String first, String second, String act, String charge, String part, String left) {
        String care = part.isEmpty()
                ? line(act, "2026-11-16", charge)
                : line(act, "2026-11-16", charge, "\"part\": \"" + part + "\"");

        StoredDecision overtaken = stored(services.one.authorize(
                tenant,
                first,
                care,
                after(Authorizations::taken, () -> services.other.authorize(tenant, second, care)),
                Upon.NOTHING));

        assertThat(decided).as("decided again").hasValue(2);
        long fromFirst = overtaken
                .decision()
                .lines()
                .getFirst()
                .shares()
                .contracts()
                .getFirst()
                .amount()
                .cents();
        assertThat(fromFirst).isEqualTo(cents(left));
        assertThat(overtaken.decision().lines().getFirst().findings()).isNotEmpty();
    }

    @Test
    void an_authorization_sees_what_an_invoice_consumed_meanwhile() {
        StoredDecision promise = services.one.authorize(tenant, "family-1", CARE);
        String number = number(promise);

        StoredDecision overtaken = stored(services.one.authorize(
                tenant,
                "family-2",
                line("osteopathie", "2026-11-16", "400.00"),
                after(Authorizations::taken, () -> services.other.invoice(tenant, "family-1", "F1", number, INVOICED)),
                Upon.NOTHING));

        assertThat(decided).hasValue(2);
        assertThat(paid(overtaken, 1)).isEqualTo(310_00);
    }

    @Test
    void an_invoice_on_a_commitment_cancelled_meanwhile_is_decided_on_its_own() {
        StoredDecision promise = services.one.authorize(tenant, "family-1", CARE);

        StoredDecision invoice = stored(invoice(promise, () -> cancel(promise)));

        assertThat(decided).hasValue(2);
        assertThat(TwoServices.reasons(invoice, 1)).contains("beyond-commitment-ended");
        assertThat(paid(invoice, 1)).isEqualTo(90_00);
        assertThat(services.limits(tenant).values()).containsExactly("9000 c");
    }

    @Test
    void a_commitment_used_meanwhile_is_not_cancelled_any_more() {
        StoredDecision promise = services.one.authorize(tenant, "family-1", CARE);
        Commitment read = services.one.commitment(tenant, promise);
        stored(services.other.invoice(tenant, "family-1", "F1", read.number(), INVOICED));

        assertThat(services.one.journal.cancel(tenant, read, request(), "x", TwoServices.NOW))
                .isInstanceOf(ChangeOutcome.Refused.class);
        assertThat(services.limits(tenant).values()).containsExactly("9000 c");
    }

    @Test
    void of_an_extension_and_an_expiry_the_first_decides() {
        StoredDecision extended = services.one.authorize(tenant, "family-1", CARE);
        StoredDecision expired = services.one.authorize(tenant, "family-2", CARE);
        Commitment first = services.one.commitment(tenant, extended);
        Commitment second = services.one.commitment(tenant, expired);

        extend(first, TwoServices.NOW);
        services.other.journal.releaseExpired(Instant.EPOCH, EXPIRED);
        ChangeOutcome late = extend(second, EXPIRED.minusSeconds(1));

        assertThat(services.one.commitment(tenant, extended).status()).isEqualTo(Status.VALID);
        assertThat(services.one.commitment(tenant, expired).status()).isEqualTo(Status.EXPIRED);
        assertThat(late).isInstanceOf(ChangeOutcome.Refused.class);
        assertThat(services.limits(tenant).values()).containsExactly("10000 c");
    }

    @Test
    void an_extension_and_an_expiry_at_the_same_moment_leave_one_of_both() throws Exception {
        for (int round = 0; round < 10; round++) {
            String person = "rolling-" + (1 + round % 3);
            String of = tenant + round;
            StoredDecision promise = services.one.authorize(
                    of, person, line("seance-psychologue-non-remboursee", "2026-11-16", "100.00"));
            Commitment read = services.one.commitment(of, promise);
            Thread expiry =
                    Thread.startVirtualThread(() -> services.other.journal.releaseExpired(Instant.EPOCH, EXPIRED));
            ChangeOutcome outcome =
                    services.one.journal.extend(of, read, request(), LocalDate.of(2027, 3, 31), null, TwoServices.NOW);
            expiry.join();

            boolean won = outcome instanceof ChangeOutcome.Done;
            assertThat(services.one.commitment(of, promise).status()).isEqualTo(won ? Status.VALID : Status.EXPIRED);
            assertThat(services.limits(of)).hasSize(won ? 1 : 0);
            assertThat(services.underived(of)).isZero();
        }
    }

    @Test
    void a_commitment_invoiced_while_it_is_replaced_is_not_replaced() {
        StoredDecision promise = services.one.authorize(tenant, "family-1", CARE);

        Answer replacement = services.one.replace(
                tenant,
                promise,
                line("osteopathie", "2026-11-16", "200.00"),
                after(
                        Authorizations::taken,
                        () -> services.other.invoice(tenant, "family-1", "F1", number(promise), INVOICED)));

        assertThat(replacement)
                .isInstanceOfSatisfying(
                        Answer.NotTaken.class, it -> assertThat(it.why()).isInstanceOf(Overtaken.Ended.class));
        assertThat(services.limits(tenant).values()).containsExactly("9000 c");
        assertThat(services.one.commitment(tenant, promise).status()).isEqualTo(Status.USED_UP);
    }

    @Test
    void an_invoice_of_a_commitment_replaced_meanwhile_is_decided_on_its_own() {
        StoredDecision promise = services.one.authorize(tenant, "family-1", CARE);

        StoredDecision invoice = stored(invoice(
                promise,
                () -> services.other.replace(
                        tenant, promise, line("osteopathie", "2026-11-16", "380.00"), Authorizations::taken)));

        assertThat(decided).hasValue(2);
        assertThat(paid(invoice, 1)).as("what the replacement left").isEqualTo(20_00);
        assertThat(services.limits(tenant).values()).containsExactly("40000 c");
    }

    @Test
    void an_invoice_whose_commitment_expires_meanwhile_still_has_its_promise() {
        StoredDecision promise = services.one.authorize(tenant, "family-1", CARE);

        StoredDecision invoice = stored(invoice(promise, () -> {
            services.clock.set(EXPIRED);
            return services.other.journal.releaseExpired(Instant.EPOCH, EXPIRED);
        }));

        assertThat(decided).hasValue(2);
        assertThat(paid(invoice, 1)).isEqualTo(90_00);
        assertThat(services.limits(tenant).values()).containsExactly("9000 c");
    }

    @Test
    void of_two_invoices_on_the_last_unit_the_second_is_decided_on_its_own() {
        String one = line("sevrage-tabagique", "2026-11-16", "35.00");
        StoredDecision promise = services.one.authorize(tenant, "count-1", one);
        String number = number(promise);
        String tomorrow = line("sevrage-tabagique", "2026-11-17", "35.00");

        StoredDecision overtaken = stored(services.one.invoice(
                tenant,
                "count-1",
                "F1",
                number,
                one,
                after(Invoices::taken, () -> services.other.invoice(tenant, "count-1", "F2", number, tomorrow)),
                Upon.NOTHING));

        assertThat(decided).hasValue(2);
        assertThat(TwoServices.reasons(overtaken, 1)).contains("beyond-commitment-units");
        assertThat(services.limits(tenant).values()).containsExactly("2 units");
    }

    @Test
    void of_two_corrections_of_one_invoice_one_stands() {
        StoredDecision first = stored(services.one.invoice(tenant, "family-1", "F1", null, CARE));

        Answer overtaken = services.one.invoice(
                tenant,
                "family-1",
                "F1",
                null,
                INVOICED,
                after(
                        Invoices::taken,
                        () -> services.other.correct(tenant, first, null, line("osteopathie", "2026-11-20", "10.00"))),
                new Upon(first.id(), null));

        assertThat(overtaken)
                .isInstanceOfSatisfying(
                        Answer.NotTaken.class, it -> assertThat(it.why()).isInstanceOf(Overtaken.Superseded.class));
        assertThat(services.limits(tenant)).isEqualTo(Map.of("family/E1/family/0/family/2026", "1000 c"));
    }

    private Answer invoice(StoredDecision promise, Meanwhile meanwhile) {
        return services.one.invoice(
                tenant,
                promise.person(),
                "F1",
                number(promise),
                INVOICED,
                after(Invoices::taken, meanwhile),
                Upon.NOTHING);
    }

    private ChangeOutcome cancel(StoredDecision promise) {
        return services.other.journal.cancel(
                tenant, services.other.commitment(tenant, promise), request(), "x", TwoServices.NOW);
    }

    private ChangeOutcome extend(Commitment of, Instant now) {
        return services.one.journal.extend(tenant, of, request(), LocalDate.of(2027, 3, 31), null, now);
    }

    private String number(StoredDecision promise) {
        return services.one.commitment(tenant, promise).number();
    }

    private interface Meanwhile {
        Object happens();
    }

    /** Between deciding and writing, the first time. */
    private Taking after(Taking taking, Meanwhile meanwhile) {
        return (claim, decision, received) -> {
            if (decided.incrementAndGet() == 1) {
                meanwhile.happens();
            }
            return taking.of(claim, decision, received);
        };
    }

    private static Idempotency request() {
        return new Idempotency("client", java.util.UUID.randomUUID().toString(), "x");
    }

    private static long cents(String amount) {
        return new java.math.BigDecimal(amount).movePointRight(2).longValueExact();
    }
}
