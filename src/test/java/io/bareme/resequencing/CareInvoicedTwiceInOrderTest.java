package io.bareme.resequencing;

import static io.bareme.decision.TwoServices.decided;
import static io.bareme.decision.TwoServices.line;
import static io.bareme.decision.TwoServices.paid;
import static io.bareme.decision.TwoServices.reasons;
import static io.bareme.decision.TwoServices.stored;
import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.Verdict;
import io.bareme.decision.Caller;
import io.bareme.decision.TwoServices;
import io.bareme.journal.StoredDecision;
import io.bareme.reimbursement.Invoices;
import io.bareme.resequencing.Resequencings.Approval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Care that was invoiced twice is not paid by being put in order, unless a person said that it is other care. */
class CareInvoicedTwiceInOrderTest {

    private static final String TENANT = "twice-in-order";

    @Test
    void what_waits_because_it_was_invoiced_before_goes_on_waiting_in_its_place(@TempDir Path home) throws IOException {
        try (TwoServices services = new TwoServices(home)) {
            stored(invoice(services, "F1", "2026-11-16"));
            StoredDecision early = stored(invoice(services, "F2", "2026-02-02"));
            StoredDecision twice = stored(invoice(services, "F3", "2026-02-02"));
            assertThat(early.decision().verdict()).isEqualTo(Verdict.REFERRED);
            Resequencings resequencings = OrderOfCare.of(services);

            Resequencing found =
                    resequencings.find(services.one.caller(TENANT), early.id()).orElseThrow();

            assertThat(found.corrections())
                    .extracting(one -> one.was().id())
                    .isNotEmpty()
                    .doesNotContain(twice.id());
            assertThat(found.staying()).containsEntry(twice.id(), Resequencing.Stays.WAITS);
        }
    }

    @Test
    void what_a_person_said_to_be_other_care_is_put_in_order_and_keeps_their_word(@TempDir Path home)
            throws IOException {
        try (TwoServices services = new TwoServices(home)) {
            osteopathy(services, "F1", "2026-03-10", "150.00");
            StoredDecision twice = osteopathy(services, "F2", "2026-03-10", "150.00");
            StoredDecision settled = decided(services.one.resume(TENANT, twice, null, Invoices::taken));
            StoredDecision february = osteopathy(services, "F3", "2026-02-01", "200.00");
            assertThat(List.of(paid(settled, 1), paid(february, 1))).containsExactly(150_00L, 100_00L);
            Resequencings resequencings = OrderOfCare.of(services);
            Caller caller = services.one.caller(TENANT);
            String version =
                    resequencings.find(caller, february.id()).orElseThrow().version();

            Approval approved = resequencings
                    .approve(caller, february.id(), version, "once", "hash")
                    .orElseThrow();

            List<StoredDecision> made = ((Approval.Applied) approved).decisions();
            assertThat(made).extracting(StoredDecision::supersedes).containsExactly(february.id(), settled.id());
            assertThat(made).extracting(one -> paid(one, 1)).containsExactly(200_00L, 50_00L);
            assertThat(reasons(made.getLast(), 1)).contains("person-agreed").doesNotContain("care-invoiced-before");
            assertThat(services.underived(TENANT)).isZero();
        }
    }

    private static StoredDecision osteopathy(TwoServices services, String number, String day, String charge) {
        return stored(services.one.invoice(TENANT, "family-1", number, null, line("osteopathie", day, charge)));
    }

    private static io.bareme.decision.Deciding.Answer invoice(TwoServices services, String number, String day) {
        return services.one.invoice(
                TENANT, "rolling-1", number, null, line("seance-psychologue-non-remboursee", day, "100.00"));
    }
}
