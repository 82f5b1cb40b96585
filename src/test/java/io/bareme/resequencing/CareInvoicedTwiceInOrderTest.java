package io.bareme.resequencing;

import static io.bareme.decision.TwoServices.line;
import static io.bareme.decision.TwoServices.stored;
import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.Verdict;
import io.bareme.decision.TwoServices;
import io.bareme.journal.StoredDecision;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Care that was invoiced twice is not paid by being put in order. */
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

    private static io.bareme.decision.Deciding.Answer invoice(TwoServices services, String number, String day) {
        return services.one.invoice(
                TENANT, "rolling-1", number, null, line("seance-psychologue-non-remboursee", day, "100.00"));
    }
}
