package io.bareme.reimbursement;

import static io.bareme.decision.TwoServices.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.Verdict;
import io.bareme.authorization.Authorizations;
import io.bareme.decision.Asked.Taking;
import io.bareme.decision.Deciding.Answer;
import io.bareme.decision.Overtaken;
import io.bareme.decision.Resuming;
import io.bareme.decision.TwoServices;
import io.bareme.journal.CancelledRequests.Outcome;
import io.bareme.journal.Idempotency;
import io.bareme.journal.Notice;
import io.bareme.journal.StoredDecision;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Requests that wait for a person and are cancelled by who asked. Each test is an organisation of its own. */
class CancelledRequestsTest extends OnTwoServices {

    private static final String DOUBTED = line("osteopathie", "2026-11-16", "100.00", "\"base\": \"10.00\"");

    @Test
    void what_it_reserved_is_given_back_once_and_its_client_is_told() {
        StoredDecision referred = referred();
        Idempotency request = request();
        assertThat(services.limits(tenant)).hasSize(1);

        Outcome first = cancel(services.one, referred, request);
        Outcome again = cancel(services.other, referred, request);
        Outcome another = cancel(services.one, referred, request());

        assertThat(first).isInstanceOfSatisfying(Outcome.Done.class, done -> {
            assertThat(done.before()).isFalse();
            assertThat(again).isEqualTo(new Outcome.Done(done.cancelled(), true));
            assertThat(another).isEqualTo(new Outcome.Already(done.cancelled()));
        });
        assertThat(services.limits(tenant)).isEmpty();
        assertThat(services.one.journal.notices(tenant, 10))
                .extracting(Notice::kind, Notice::decision)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("authorization.cancelled", referred.id()));
        Idempotency elsewhere = new Idempotency(request.client(), request.key(), "another body");
        assertThat(cancel(services.one, referred, elsewhere)).isEqualTo(new Outcome.KeyUsed());
    }

    @Test
    void nothing_takes_its_place_any_more() {
        StoredDecision referred = referred();
        cancel(services.one, referred, request());

        assertThat(resume(services.other, referred, Authorizations::taken)).isEqualTo(new Resuming.Answer.Cancelled());
        assertThat(services.one.replace(tenant, referred, DOUBTED, Authorizations::taken))
                .isEqualTo(new Answer.NotTaken(new Overtaken.Cancelled(referred.id())));
        assertThat(services.limits(tenant)).isEmpty();
    }

    @Test
    void what_a_person_settled_before_is_not_cancelled() {
        StoredDecision referred = referred();
        StoredDecision settled =
                ((Resuming.Answer.New) resume(services.one, referred, Authorizations::taken)).decision();

        assertThat(cancel(services.other, referred, request())).isEqualTo(new Outcome.Superseded(settled.id()));
        assertThat(services.limits(tenant)).hasSize(1);
    }

    @Test
    void a_persons_decision_on_what_was_cancelled_while_they_decided_is_not_written() {
        StoredDecision referred = referred();

        Resuming.Answer answer = resume(services.one, referred, (claim, decision, received) -> {
            cancel(services.other, referred, request());
            return Authorizations.taken(claim, decision, received);
        });

        assertThat(answer).isEqualTo(new Resuming.Answer.Cancelled());
        assertThat(services.one.journal.supersederOf(tenant, referred.id())).isEmpty();
        assertThat(services.limits(tenant)).isEmpty();
    }

    /** It takes nothing of any limit: no version says that it moved. */
    @Test
    void nor_is_one_that_takes_nothing() {
        String nothing = line("xyz", "2026-11-16", "100.00");
        StoredDecision referred = services.one.authorize(tenant, "family-1", nothing);

        Resuming.Answer answer = resume(services.one, referred, (claim, decision, received) -> {
            cancel(services.other, referred, request());
            return Authorizations.taken(claim, decision, received);
        });

        assertThat(referred.decision().verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(answer).isEqualTo(new Resuming.Answer.Cancelled());
        assertThat(services.one.journal.supersederOf(tenant, referred.id())).isEmpty();
    }

    @Test
    void of_a_cancellation_and_a_persons_decision_at_the_same_moment_one_stands() {
        for (int round = 0; round < 20; round++) {
            tenant = "at-the-same-moment-" + round;
            StoredDecision referred = referred();
            var resumed = CompletableFuture.supplyAsync(() -> resume(services.one, referred, Authorizations::taken));
            boolean cancelled = cancel(services.other, referred, request()) instanceof Outcome.Done;

            assertThat(resumed.join())
                    .isInstanceOf(cancelled ? Resuming.Answer.Cancelled.class : Resuming.Answer.New.class);
            assertThat(services.limits(tenant)).hasSize(cancelled ? 0 : 1);
            assertThat(services.underived(tenant)).isZero();
        }
    }

    private StoredDecision referred() {
        StoredDecision referred = services.one.authorize(tenant, "family-1", DOUBTED);
        assertThat(referred.decision().verdict()).isEqualTo(Verdict.REFERRED);
        return referred;
    }

    private Resuming.Answer resume(TwoServices.Service service, StoredDecision referred, Taking taking) {
        return service.resume(tenant, referred, null, taking);
    }

    private Outcome cancel(TwoServices.Service service, StoredDecision referred, Idempotency request) {
        return service.journal
                .cancelledRequests()
                .cancel(tenant, referred.id(), request, "le patient renonce", TwoServices.NOW);
    }

    private static Idempotency request() {
        return new Idempotency("client", UUID.randomUUID().toString(), "body");
    }
}
