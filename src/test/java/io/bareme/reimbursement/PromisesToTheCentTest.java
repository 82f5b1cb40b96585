package io.bareme.reimbursement;

import static io.bareme.decision.TwoServices.line;
import static io.bareme.decision.TwoServices.paid;
import static io.bareme.decision.TwoServices.reasons;
import static io.bareme.decision.TwoServices.stored;
import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.Verdict;
import io.bareme.journal.StoredDecision;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Promises of several units that a limit has reduced: 400 € a year for the family, of which somebody has taken some.
 * Each story is an organisation of its own.
 */
class PromisesToTheCentTest extends OnTwoServices {

    private static final int STORIES = Integer.getInteger("bareme.promises", 4);

    private Random random = new Random(0);
    private int number;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void what_is_invoiced_as_it_was_promised_is_paid_to_the_last_cent_and_what_is_left_is_what_is_reserved(long seed) {
        random = new Random(seed);
        for (int story = 0; story < STORIES; story++) {
            int units = 2 + random.nextInt(5);
            int charge = 50_00 + random.nextInt(100_00);
            StoredDecision promise = promise("exact-" + seed + "-" + story, units, charge);
            long promised = paid(promise, 1);

            long paid = 0;
            for (int left = units; left > 0; ) {
                int some = 1 + random.nextInt(left);
                paid += invoiced(promise, some, some * charge);
                left -= some;
                takeWhatIsFree();
            }

            assertThat(paid).as("%s units at %s cents", units, charge).isEqualTo(promised);
            assertThat(reserved(promise)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void what_is_told_to_be_left_is_what_is_reserved_whatever_units_cost(long seed) {
        random = new Random(seed);
        for (int story = 0; story < STORIES; story++) {
            int units = 2 + random.nextInt(5);
            int charge = 50_00 + random.nextInt(100_00);
            StoredDecision promise = promise("any-" + seed + "-" + story, units, charge);
            for (int left = units; left > 0; ) {
                int some = 1 + random.nextInt(left);
                invoiced(promise, some, some * (10_00 + random.nextInt(150_00)));
                left -= some;
                if (random.nextBoolean()) {
                    takeWhatIsFree();
                }
            }
            assertThat(reserved(promise)).isZero();
        }
    }

    @Test
    void of_a_promise_that_a_limit_in_number_reduced_each_unit_takes_its_own_while_there_is_one() {
        tenant = "in-number";
        number = 0;
        StoredDecision promise = service.authorize(
                tenant, "count-1", line("sevrage-tabagique", "2026-11-10", "280.00", "\"quantity\": 7"));
        assertThat(paid(promise, 1)).isEqualTo(5 * 35_00);

        for (int unit = 1; unit <= 7; unit++) {
            StoredDecision invoice = stored(service.invoice(
                    tenant,
                    "count-1",
                    "F" + unit,
                    service.commitment(tenant, promise).number(),
                    line("sevrage-tabagique", "2026-11-1" + unit, "40.00")));
            assertThat(paid(invoice, 1)).as("unit %s", unit).isEqualTo(unit <= 5 ? 35_00 : 0);
            assertThat(reasons(invoice, 1)).doesNotContain("commitment-pays-less");
        }
    }

    /** Reduced, as often as not, by what a second person of the family has taken before. */
    private StoredDecision promise(String story, int units, int charge) {
        tenant = story;
        number = 0;
        service.authorize(tenant, "family-2", line("osteopathie", "2026-11-16", euros(1 + random.nextInt(390_00))));
        StoredDecision promise = service.authorize(
                tenant, "family-1", line("osteopathie", "2026-11-10", euros(units * charge), "\"quantity\": " + units));
        assertThat(reserved(promise)).isEqualTo(paid(promise, 1)).isEqualTo(told(promise));
        return promise;
    }

    /** What it is paid, once it is checked that the promise is kept and told as it is reserved. */
    private long invoiced(StoredDecision promise, int units, int charge) {
        number++;
        StoredDecision invoice = stored(service.invoice(
                tenant,
                "family-1",
                "F" + number,
                service.commitment(tenant, promise).number(),
                line("osteopathie", "2026-11-%02d".formatted(10 + number), euros(charge), "\"quantity\": " + units)));
        assertThat(invoice.decision().verdict())
                .as("%s", reasons(invoice, 1))
                .isIn(Verdict.APPROVED, Verdict.APPROVED_IN_PART);
        assertThat(reserved(promise))
                .as("after invoice %s of %s", number, tenant)
                .isEqualTo(told(promise));
        return paid(invoice, 1);
    }

    private void takeWhatIsFree() {
        service.authorize(tenant, "family-3", line("osteopathie", "2026-11-16", "400.00"));
    }

    private long told(StoredDecision promise) {
        return ToldAndReserved.of(service.journal, tenant, promise).told();
    }

    private long reserved(StoredDecision promise) {
        return ToldAndReserved.of(service.journal, tenant, promise).reserved();
    }

    private static String euros(int cents) {
        return "%d.%02d".formatted(cents / 100, cents % 100);
    }
}
