package io.bareme.reimbursement;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.Review;
import io.bareme.adjudication.Verdict;
import io.bareme.authorization.Authorizations;
import io.bareme.decision.Deciding.Answer;
import io.bareme.decision.Resuming;
import io.bareme.decision.TwoServices;
import io.bareme.journal.Balance;
import io.bareme.journal.Commitment;
import io.bareme.journal.Commitment.Status;
import io.bareme.journal.Idempotency;
import io.bareme.journal.StoredDecision;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is authorized, invoiced, cancelled, extended, replaced, corrected and expires, in whatever order. */
@TestInstance(Lifecycle.PER_CLASS)
class RandomOperationsTest {

    private static final int OPERATIONS = Integer.getInteger("bareme.operations", 80);

    private TwoServices services;
    private Random random = new Random(0);
    private String tenant = "";
    private final List<StoredDecision> promises = new ArrayList<>();
    private final List<StoredDecision> invoices = new ArrayList<>();
    private final Set<UUID> givenBack = new HashSet<>();
    private final Map<String, Integer> happened = new TreeMap<>();
    private int number;

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        services = new TwoServices(home);
    }

    @AfterAll
    void close() {
        services.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void every_counter_is_its_ledger_at_each_moment_and_no_limit_is_passed(long seed) {
        random = new Random(seed);
        tenant = "random-" + seed;
        promises.clear();
        invoices.clear();
        happened.clear();
        services.clock.set(TwoServices.NOW);
        Map<Instant, Map<String, Balance>> moments = new LinkedHashMap<>();
        for (int i = 0; i < OPERATIONS; i++) {
            happened.merge(operation(), 1, Integer::sum);
            Map<String, Balance> counters = counters();
            moments.put(now(), counters);
            counters.forEach(this::assertWithinItsLimit);
            assertThat(services.underived(tenant)).as("after %s", happened).isZero();
            promises.forEach(this::assertReservedAsTold);
        }

        moments.forEach((moment, counters) ->
                counters.forEach((key, counter) -> assertThat(services.one.journal.balance(tenant, key, moment))
                        .as("%s at %s", key, moment)
                        .contains(counter)));
        assertThat(happened.keySet())
                .as("what happened: %s", happened)
                .contains("authorized", "invoiced", "corrected", "replaced", "settled")
                .containsAnyOf("extended", "cancelled");
        assertNothingIsReservedBesidesPromises();
    }

    private String operation() {
        TwoServices.Service service = random.nextBoolean() ? services.one : services.other;
        switch (random.nextInt(16)) {
            case 0, 1, 2 -> {
                promises.add(service.authorize(tenant, care().person(), care().lines()));
                return "authorized";
            }
            case 3, 4, 5, 6 -> {
                return invoice(service);
            }
            case 7, 8, 14, 15 -> {
                return invoices.isEmpty() ? "nothing" : correct(service);
            }
            case 9 -> {
                return promises.isEmpty() ? "nothing" : replace(service);
            }
            case 10, 11 -> {
                return promises.isEmpty() ? "nothing" : change(service);
            }
            case 12 -> {
                return settle(service);
            }
            default -> {
                services.clock.advance(Duration.ofDays(random.nextInt(20)));
                service.journal.releaseExpired(Instant.EPOCH, services.clock.instant());
                return "expired";
            }
        }
    }

    private String invoice(TwoServices.Service service) {
        StoredDecision promise = promises.isEmpty() || random.nextInt(5) == 0 ? null : one(promises);
        String commitment = promise == null
                ? null
                : service.journal
                        .commitmentOf(tenant, promise.id())
                        .map(Commitment::number)
                        .orElse(null);
        String person = promise == null ? care().person() : promise.person();
        String lines = commitment == null || random.nextBoolean() ? care().lines() : RandomCare.unitOf(promise);
        Answer answer = service.invoice(tenant, person, "F" + ++number, commitment, lines);
        if (answer instanceof Answer.New(StoredDecision decision, var _)) {
            invoices.add(decision);
            return "invoiced";
        }
        return "not invoiced";
    }

    private String correct(TwoServices.Service service) {
        StoredDecision earlier = one(invoices);
        String before = earlier.input().claim().invoice().commitment();
        String commitment = random.nextBoolean() ? before : anotherOf(service, earlier.person());
        List<UUID> cheaper = promises.stream()
                .filter(promise -> ToldAndReserved.usedLess(service.journal, tenant, promise, earlier))
                .map(StoredDecision::id)
                .toList();
        Answer answer = service.correct(tenant, earlier, commitment, care().lines());
        if (answer instanceof Answer.New(StoredDecision decision, var _)) {
            invoices.add(decision);
            givenBack.addAll(cheaper);
            return before == null || before.equals(commitment) ? "corrected" : "corrected away";
        }
        return "not corrected";
    }

    /** Null as often as not. */
    private @Nullable String anotherOf(TwoServices.Service service, String person) {
        List<StoredDecision> theirs = promises.stream()
                .filter(promise -> promise.person().equals(person))
                .toList();
        return theirs.isEmpty() || random.nextBoolean()
                ? null
                : service.journal
                        .commitmentOf(tenant, one(theirs).id())
                        .map(Commitment::number)
                        .orElse(null);
    }

    private String settle(TwoServices.Service service) {
        List<StoredDecision> referred = invoices.stream()
                .filter(one -> one.decision().verdict() == Verdict.REFERRED)
                .toList();
        if (referred.isEmpty()) {
            return "nothing";
        }
        List<Integer> refused = random.nextInt(3) == 0 ? List.of(1) : List.of();
        var refusal = refused.isEmpty() ? null : new Review.Refusal(refused, Review.Reason.OTHER);
        if (service.resume(tenant, one(referred), refusal, Invoices::taken)
                instanceof Resuming.Answer.New(var decision)) {
            invoices.add(decision);
            return "settled";
        }
        return "not settled";
    }

    private String replace(TwoServices.Service service) {
        Answer answer = service.replace(tenant, one(promises), care().lines(), Authorizations::taken);
        if (answer instanceof Answer.New(StoredDecision decision, var _)) {
            promises.add(decision);
            return "replaced";
        }
        return "not replaced";
    }

    private String change(TwoServices.Service service) {
        StoredDecision promise = one(promises);
        Commitment of = service.journal.commitmentOf(tenant, promise.id()).orElse(null);
        if (of == null) {
            return "nothing";
        }
        Idempotency request = new Idempotency("client", "change-" + ++number, "x");
        Instant now = services.clock.instant();
        if (random.nextBoolean()) {
            service.journal.cancel(tenant, of, request, "x", now);
            return "cancelled";
        }
        service.journal.extend(tenant, of, request, of.lastDay().plusDays(5), null, now);
        return "extended";
    }

    private RandomCare care() {
        return new RandomCare(random, LocalDate.ofInstant(services.clock.instant(), ZoneOffset.UTC));
    }

    private StoredDecision one(List<StoredDecision> of) {
        return of.get(of.size() - 1 - random.nextInt(Math.min(6, of.size())));
    }

    /** A window that an earlier one overlaps counts with it: each alone is within the limit too. */
    private void assertWithinItsLimit(String key, Balance used) {
        String limit = key.split("/")[2];
        long most = switch (limit) {
            case "family" -> key.contains("/E2/") ? 300_00 : 400_00;
            case "rolling" -> 250_00;
            case "shared:gentle" -> 150_00;
            default -> 0;
        };
        if (most > 0) {
            assertThat(used.used().cents()).as(key).isBetween(0L, most);
        }
        if (limit.equals("count")) {
            assertThat(used.count()).as(key).isBetween(0, 5);
        }
    }

    /** Of what an invoice gave back for good nothing more than it had used is reserved again. */
    private void assertReservedAsTold(StoredDecision promise) {
        boolean reserves = services.one
                .journal
                .commitmentOf(tenant, promise.id())
                .map(commitment -> commitment.statusAt(services.clock.instant()))
                .filter(EnumSet.of(Status.VALID, Status.USED, Status.USED_UP)::contains)
                .isPresent();
        if (reserves) {
            ToldAndReserved left = ToldAndReserved.of(services.one.journal, tenant, promise);
            assertThat(left.reserved())
                    .as("after %s", happened)
                    .isBetween(givenBack.contains(promise.id()) ? 0 : left.told(), left.told());
        }
    }

    private void assertNothingIsReservedBesidesPromises() {
        services.clock.advance(Duration.ofDays(400));
        services.one.journal.releaseExpired(Instant.EPOCH, services.clock.instant());
        for (StoredDecision promise : promises) {
            assertThat(services.one.journal.open(tenant, promise.id())).isEmpty();
            services.one
                    .journal
                    .commitmentOf(tenant, promise.id())
                    .ifPresent(of -> assertThat(of.status()).isNotIn(Status.VALID, Status.USED));
        }
        assertThat(services.underived(tenant)).isZero();
    }

    private Map<String, Balance> counters() {
        Map<String, Balance> counters = new TreeMap<>();
        services.owner
                .sql("select key, cents, count from journal.counter where tenant = :tenant")
                .param("tenant", tenant)
                .query((row, _) -> counters.put(
                        row.getString("key"),
                        new Balance(new Money(row.getLong("cents"), Currency.EUR), row.getInt("count"))))
                .list();
        return counters;
    }

    private Instant now() {
        return services.owner
                .sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
