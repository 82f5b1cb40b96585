package io.bareme.resequencing;

import static io.bareme.decision.TwoServices.line;
import static io.bareme.decision.TwoServices.stored;
import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.decision.Caller;
import io.bareme.decision.TwoServices;
import io.bareme.journal.StoredDecision;
import io.bareme.resequencing.Resequencings.Approval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One client sends invoices, another one that sees every client's approves what putting them in order changes. */
class CorrectionsByTheDeskTest {

    private static final String TENANT = "by-the-desk";

    @Test
    void what_the_desk_corrects_belongs_to_the_client_that_sent_it_and_says_who_did(@TempDir Path home)
            throws IOException {
        try (TwoServices services = new TwoServices(home)) {
            TwoServices.Service clinic = services.one.as("clinic");
            StoredDecision march =
                    stored(clinic.invoice(TENANT, "family-1", "F1", null, line("osteopathie", "2026-03-10", "350.00")));
            StoredDecision february =
                    stored(clinic.invoice(TENANT, "family-1", "F2", null, line("osteopathie", "2026-02-01", "200.00")));
            Resequencings resequencings = OrderOfCare.of(services);
            Caller desk = new Caller(TENANT, "desk", Set.of(), true);
            String version =
                    resequencings.find(desk, february.id()).orElseThrow().version();

            Approval approved = resequencings
                    .approve(desk, february.id(), version, "once", "hash")
                    .orElseThrow();
            Approval again = resequencings
                    .approve(desk, february.id(), version, "once", "hash")
                    .orElseThrow();

            List<StoredDecision> made = ((Approval.Applied) approved).decisions();
            assertThat(made).extracting(StoredDecision::supersedes).containsExactly(february.id(), march.id());
            assertThat(made).extracting(StoredDecision::client).containsOnly("clinic");
            assertThat(made).extracting(StoredDecision::correctedBy).containsOnly("desk");
            assertThat(((Approval.Known) again).decisions())
                    .extracting(StoredDecision::id)
                    .containsExactlyElementsOf(
                            made.stream().map(StoredDecision::id).toList());
            assertThat(resequencings.find(clinic.caller(TENANT), made.getFirst().id()))
                    .isPresent();
            assertThat(services.underived(TENANT)).isZero();
        }
    }
}
