package io.bareme.journal;

import static io.bareme.journal.Decided.EDITION;
import static io.bareme.journal.Decided.RECEIVED;
import static io.bareme.journal.Decided.TENANT;
import static io.bareme.journal.Decided.entry;
import static io.bareme.journal.Decided.eur;
import static io.bareme.journal.Decided.limit;
import static io.bareme.journal.Decided.recorded;
import static io.bareme.journal.Decided.rights;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.zaxxer.hikari.HikariDataSource;
import io.bareme.database.Database;
import io.bareme.journal.Commitment.Status;
import io.bareme.journal.Consequences.Change;
import io.bareme.journal.Consequences.Kept;
import io.bareme.journal.Consequences.Use;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Commitments made with their decisions, and what becomes of them. Each test has people of its own. */
@TestInstance(Lifecycle.PER_CLASS)
class CommitmentsTest {

    static final LocalDate FIRST = LocalDate.of(2024, 6, 1);
    static final LocalDate LAST = LocalDate.of(2024, 8, 31);
    private static final Instant IN_JULY = Instant.parse("2024-07-10T09:00:00Z");

    private final HikariDataSource database = Database.fresh();
    private final Journal journal = new Journal(database);
    private final JdbcClient sql = JdbcClient.create(Database.asOwner(database));

    CommitmentsTest() {
        journal.keep(TENANT, EditionSources.of(EDITION, Map.of("rules/x.yaml", "x".getBytes(UTF_8))));
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void a_promise_is_kept_with_its_decision_and_found_by_its_number() {
        Commitment made = promised("abe", 30_00, 0);

        assertThat(journal.commitment(TENANT, made.number())).contains(made);
        assertThat(made.person()).isEqualTo("abe");
        assertThat(made.status()).isEqualTo(Status.VALID);
        assertThat(made.expires()).isEqualTo(Instant.parse("2024-09-01T00:00:00Z"));
        assertThat(made.covers(LAST)).isTrue();
        assertThat(made.covers(LAST.plusDays(1))).isFalse();
        assertThat(journal.commitment("another", made.number())).isEmpty();
        assertThat(journal.open(TENANT, made.decision()))
                .extracting(OpenEntry::line, OpenEntry::amount)
                .containsExactly(tuple(1, eur(30_00)));
    }

    @Test
    void a_decision_that_goes_stale_promises_nothing() {
        promised("ben", 30_00, 0);
        String number = CommitmentNumber.drawn(2024);

        assertThat(journal.record(entry("ben", "stale", 10_00, 0, new Effect.Promises(number, FIRST, LAST))))
                .isEqualTo(new Outcome.Stale());

        assertThat(journal.commitment(TENANT, number)).isEmpty();
    }

    @Test
    void a_number_drawn_twice_is_decided_again_and_not_given_twice() {
        Commitment first = promised("bob", 30_00, 0);

        assertThat(journal.record(entry("bob", "twice", 10_00, 1, new Effect.Promises(first.number(), FIRST, LAST))))
                .isEqualTo(new Outcome.Stale());
    }

    @Test
    void a_cancelled_commitment_gives_back_what_it_reserved_once() {
        Commitment made = promised("cal", 30_00, 0);

        ChangeOutcome done = journal.cancel(TENANT, made, request("cal-1"), "the patient moved", IN_JULY);
        ChangeOutcome again = journal.cancel(TENANT, made, request("cal-1"), "the patient moved", IN_JULY);
        ChangeOutcome another = journal.cancel(TENANT, made, request("cal-2"), "x", IN_JULY);

        assertThat(done)
                .isInstanceOfSatisfying(
                        ChangeOutcome.Done.class,
                        it -> assertThat(it.now().status()).isEqualTo(Status.CANCELLED));
        assertThat(again)
                .isInstanceOfSatisfying(
                        ChangeOutcome.Before.class,
                        it -> assertThat(it.then())
                                .isEqualTo(journal.commitment(TENANT, made.number())
                                        .orElseThrow()));
        assertThat(another).isInstanceOf(ChangeOutcome.Refused.class);
        assertThat(used("cal")).isZero();
        assertThat(journal.eventsOf(TENANT, made))
                .extracting(CommitmentEvent::kind, CommitmentEvent::client, CommitmentEvent::reason)
                .containsExactly(tuple(CommitmentEvent.Kind.CANCELLED, "client", "the patient moved"));
    }

    @Test
    void a_key_that_served_elsewhere_changes_nothing() {
        Commitment made = promised("cat", 30_00, 0);

        assertThat(journal.cancel(TENANT, made, new Idempotency("client", "cat promised", "other"), "x", IN_JULY))
                .isEqualTo(new ChangeOutcome.KeyUsed());
        journal.cancel(TENANT, made, request("cat-2"), "x", IN_JULY);
        assertThat(journal.known(TENANT, request("cat-2"))).containsInstanceOf(Outcome.Conflict.class);
    }

    @Test
    void an_extended_commitment_stays_reserved_and_no_limit_moves() {
        Commitment made = promised("dan", 30_00, 0);
        var before = journal.consumptionOf(TENANT, rights("dan"));

        ChangeOutcome done = journal.extend(TENANT, made, request("dan-1"), LAST.plusDays(30), "late", IN_JULY);
        journal.releaseExpired(Instant.EPOCH, Effect.expiry(LAST));

        assertThat(done)
                .isInstanceOfSatisfying(
                        ChangeOutcome.Done.class,
                        it -> assertThat(it.now().lastDay()).isEqualTo(LAST.plusDays(30)));
        assertThat(journal.consumptionOf(TENANT, rights("dan"))).isEqualTo(before);
        assertThat(journal.asOf(TENANT, made, 1)).isEqualTo(made);
        journal.releaseExpired(Instant.EPOCH, Effect.expiry(LAST.plusDays(30)));
        assertThat(used("dan")).isZero();
        assertThat(status(made)).isEqualTo(Status.EXPIRED);
    }

    @Test
    void a_commitment_whose_time_is_over_is_neither_extended_nor_cancelled() {
        Commitment made = promised("eli", 30_00, 0);
        Instant after = Effect.expiry(LAST);

        assertThat(journal.extend(TENANT, made, request("eli-1"), LAST.plusDays(9), null, after))
                .isInstanceOf(ChangeOutcome.Refused.class);
        assertThat(journal.cancel(TENANT, made, request("eli-2"), "x", after))
                .isInstanceOf(ChangeOutcome.Refused.class);
        assertThat(journal.extend(TENANT, made, request("eli-3"), LAST, null, IN_JULY))
                .isInstanceOf(ChangeOutcome.Refused.class);
        assertThat(used("eli")).isEqualTo(30_00);
    }

    @Test
    void a_part_is_consumed_a_part_stays_reserved_and_the_difference_is_given_back() {
        Commitment made = promised("fey", 90_00, 0);
        Entry invoice = invoice("fey", "fey-1", 25_00, 1, consequences(made, 60_00, 25_00));

        recorded(journal.record(invoice));

        assertThat(used("fey")).isEqualTo(85_00);
        assertThat(status(made)).isEqualTo(Status.USED);
        assertThat(journal.usesOf(TENANT, made))
                .extracting(CommitmentUse::line, CommitmentUse::quantity, CommitmentUse::amount)
                .containsExactly(tuple(1, 1, eur(25_00)));
        journal.releaseExpired(Instant.EPOCH, Effect.expiry(LAST));
        assertThat(used("fey")).isEqualTo(25_00);
        assertDerived();
    }

    @Test
    void an_invoice_on_a_commitment_that_changed_meanwhile_is_decided_again() {
        Commitment made = promised("gus", 90_00, 0);
        Consequences read = consequences(made, 60_00, 25_00);
        journal.extend(TENANT, made, request("gus-x"), LAST.plusDays(1), null, IN_JULY);

        assertThat(journal.record(invoice("gus", "gus-1", 25_00, 1, read))).isEqualTo(new Outcome.Stale());

        assertThat(used("gus")).isEqualTo(90_00);
        recorded(journal.record(invoice("gus", "gus-1", 25_00, 1, consequences(current(made), 60_00, 25_00))));
        assertDerived();
    }

    @Test
    void a_later_decision_takes_the_place_of_an_earlier_one_with_counter_entries() {
        UUID first = recorded(journal.record(entry("hel", "h1", 40_00, 0)));
        List<OpenEntry> open = journal.open(TENANT, first);
        Entry later = superseding(entry("hel", "h2", 15_00, 1), first, open);

        UUID second = recorded(journal.record(later));

        assertThat(used("hel")).isEqualTo(15_00);
        assertThat(journal.open(TENANT, first)).isEmpty();
        assertThat(journal.supersederOf(TENANT, first)).contains(second);
        assertThat(journal.record(superseding(entry("hel", "h3", 5_00, 2), first, open)))
                .isEqualTo(new Outcome.Stale());
        assertThat(sql.sql("select kind from journal.ledger where household = 'H-hel' order by id")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("consumption", "reversal", "consumption");
        assertDerived();
    }

    @Test
    void what_expired_meanwhile_is_not_given_back_twice() {
        UUID first = recorded(journal.record(entry("ivy", "i1", 40_00, 0, new Effect.Reserves(RECEIVED))));
        List<OpenEntry> open = journal.open(TENANT, first);
        journal.releaseExpired(Instant.EPOCH, RECEIVED);

        assertThat(journal.record(superseding(entry("ivy", "i2", 15_00, 2), first, open)))
                .isEqualTo(new Outcome.Stale());

        assertThat(used("ivy")).isZero();
        assertDerived();
    }

    @Test
    void what_was_promised_happened_or_was_used_is_never_rewritten() {
        Commitment made = promised("joe", 90_00, 0);
        recorded(journal.record(invoice("joe", "joe-1", 25_00, 1, consequences(made, 60_00, 25_00))));

        for (String forbidden : List.of(
                "delete from journal.commitment",
                "update journal.commitment set person = 'x', version = version + 1",
                "update journal.commitment set status = 'valid'",
                "delete from journal.commitment_event",
                "update journal.commitment_use set cents = 0")) {
            assertThatThrownBy(() -> sql.sql(forbidden).update())
                    .as(forbidden)
                    .isInstanceOf(UncategorizedSQLException.class);
        }
    }

    private Commitment promised(String person, long cents, long version) {
        String number = CommitmentNumber.drawn(2024);
        recorded(journal.record(
                entry(person, person + " promised", cents, version, new Effect.Promises(number, FIRST, LAST))));
        return journal.commitment(TENANT, number).orElseThrow();
    }

    /** One unit is used, so much stays reserved. */
    private Consequences consequences(Commitment of, long kept, long paid) {
        return new Consequences(
                journal.open(TENANT, of.decision()),
                List.of(new Kept(of.decision(), 1, limit(of.person()), eur(kept), 0, of.expires())),
                List.of(new Change(of, CommitmentEvent.Kind.USED, Status.USED, null)),
                List.of(new Use(of.number(), of.household(), 1, 1, 1, eur(paid))));
    }

    private static Entry invoice(String person, String request, long cents, long version, Consequences also) {
        Entry entry = entry(person, request, cents, version);
        return new Entry(
                TENANT,
                entry.idempotency(),
                RECEIVED,
                entry.input(),
                entry.decision(),
                "1",
                entry.effect(),
                null,
                also);
    }

    private static Entry superseding(Entry entry, UUID earlier, List<OpenEntry> undone) {
        return new Entry(
                TENANT,
                entry.idempotency(),
                RECEIVED,
                entry.input(),
                entry.decision(),
                "1",
                entry.effect(),
                earlier,
                new Consequences(undone, List.of(), List.of(), List.of()));
    }

    private static Idempotency request(String key) {
        return new Idempotency("client", key, "body of " + key);
    }

    private Commitment current(Commitment of) {
        return journal.commitment(TENANT, of.number()).orElseThrow();
    }

    private Status status(Commitment of) {
        return current(of).status();
    }

    private long used(String person) {
        return journal.consumptionOf(TENANT, rights(person))
                .of(limit(person), io.bareme.values.Currency.EUR)
                .used()
                .cents();
    }

    private void assertDerived() {
        assertThat(Derived.countersThatAreNotTheirLedger(sql)).isZero();
    }
}
