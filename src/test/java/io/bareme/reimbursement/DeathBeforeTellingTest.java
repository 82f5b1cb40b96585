package io.bareme.reimbursement;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.decision.Deciding.Answer;
import io.bareme.decision.TwoServices;
import io.bareme.exchange.Channel;
import io.bareme.exchange.ClaimForm;
import io.bareme.exchange.ClaimReader;
import io.bareme.exchange.Read;
import io.bareme.journal.OutOfOrder;
import io.bareme.journal.StoredDecision;
import io.bareme.resequencing.OrderOfCare;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * A service that dies once an invoice is committed, before it has written down what its care out of order changes. 400 €
 * a year for the family. Each test is an organisation of its own.
 */
@TestInstance(Lifecycle.PER_CLASS)
class DeathBeforeTellingTest {

    private static final Optional<OutOfOrder> TWO_CHANGE =
            Optional.of(new OutOfOrder(2, new Money(0, Currency.EUR), 0));

    private TwoServices services;
    private Invoices invoices;
    private String tenant = "";

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        services = new TwoServices(home);
        invoices = new Invoices(services.one.deciding, services.one.journal, OrderOfCare.of(services));
    }

    @BeforeEach
    void ofItsOwn(TestInfo test) {
        tenant = test.getTestMethod().orElseThrow().getName();
    }

    @AfterAll
    void close() {
        services.close();
    }

    @Test
    void the_same_request_sent_again_tells_what_the_dead_service_did_not() {
        answered("march", "2026-03-10", "350.00");
        StoredDecision dead = committed("february", "2026-02-01", "200.00");
        assertThat(services.one.journal.care().told(tenant, dead.id())).isEmpty();

        Answer again = take("february", "2026-02-01", "200.00");

        assertThat(again).isInstanceOf(Answer.Known.class);
        assertThat(told(((Answer.Known) again).decision())).isEqualTo(TWO_CHANGE);
        assertThat(services.one.journal.care().told(tenant, dead.id())).isEqualTo(TWO_CHANGE);
    }

    @Test
    void so_does_whoever_looks_the_invoice_up_and_all_are_told_the_same() {
        answered("march", "2026-03-10", "350.00");
        StoredDecision dead = committed("february", "2026-02-01", "200.00");

        List<CompletableFuture<Optional<OutOfOrder>>> all = IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> told(dead)))
                .toList();

        assertThat(all).allSatisfy(one -> assertThat(one.join()).isEqualTo(TWO_CHANGE));
        answered("january", "2026-01-05", "400.00");
        assertThat(told(dead)).as("whatever comes later").isEqualTo(TWO_CHANGE);
    }

    @Test
    void an_answer_that_told_nothing_goes_on_telling_nothing_whatever_comes_later() {
        StoredDecision march = committed("march", "2026-03-10", "350.00");
        assertThat(told(march)).isEmpty();

        committed("february", "2026-02-01", "200.00");
        committed("may", "2026-05-04", "100.00");

        assertThat(told(march)).as("it came in order").isEmpty();
    }

    @Test
    void late_care_that_changes_nothing_is_looked_at_once() {
        answered("march", "2026-03-10", "100.00");
        StoredDecision february = answered("february", "2026-02-01", "100.00");
        assertThat(told(february)).isEmpty();

        committed("may", "2026-05-04", "300.00");
        committed("january", "2026-01-05", "100.00");

        assertThat(told(february)).as("nothing, as it was answered").isEmpty();
    }

    /** The decision is committed, and its service lives to answer it. */
    private StoredDecision answered(String name, String day, String charge) {
        StoredDecision decision = committed(name, day, charge);
        told(decision);
        return decision;
    }

    private Optional<OutOfOrder> told(StoredDecision decision) {
        return invoices.outOfOrder(services.one.caller(tenant), decision);
    }

    private StoredDecision committed(String name, String day, String charge) {
        return TwoServices.stored(take(name, day, charge));
    }

    private Answer take(String name, String day, String charge) {
        String body = """
                {"member": "family-1", "invoice": "%s", "provider": {"id": "prov-7", "profession": "any"},
                 "lines": [%s]}
                """.formatted(name, TwoServices.line("osteopathie", day, charge));
        Read<ClaimForm> read = ClaimReader.read(
                body.getBytes(StandardCharsets.UTF_8),
                Channel.INVOICE,
                LocalDate.ofInstant(TwoServices.NOW, java.time.ZoneOffset.UTC));
        if (!(read instanceof Read.Valid<ClaimForm>(var form))) {
            throw new AssertionError(read);
        }
        return invoices.take(services.one.caller(tenant), form, name, body);
    }
}
