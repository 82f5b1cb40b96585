package io.bareme.journal;

import static io.bareme.journal.Decided.EDITION;
import static io.bareme.journal.Decided.RECEIVED;
import static io.bareme.journal.Decided.TENANT;
import static io.bareme.journal.Decided.entry;
import static io.bareme.journal.Decided.eur;
import static io.bareme.journal.Decided.limit;
import static io.bareme.journal.Decided.recorded;
import static io.bareme.journal.Decided.rights;
import static io.bareme.journal.Decided.together;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.bareme.adjudication.Verdict;
import io.bareme.database.Database;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.dao.DataIntegrityViolationException;

/** Decisions recorded and found again. Each test has people of its own. */
@TestInstance(Lifecycle.PER_CLASS)
class JournalTest {

    private final HikariDataSource database = Database.fresh();
    private final Journal journal = new Journal(database);

    JournalTest() {
        journal.keep(TENANT, EditionSources.of(EDITION, Map.of("rules/x.yaml", "x".getBytes(UTF_8))));
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void what_is_recorded_is_found_again_to_the_byte() {
        Entry entry = entry("ada", "r1", 30_00, 0);

        UUID id = recorded(journal.record(entry));
        StoredDecision found = journal.find(TENANT, id).orElseThrow();

        assertThat(found.decision()).isEqualTo(entry.decision());
        assertThat(found.decisionBytes()).isEqualTo(CanonicalJson.bytes(entry.decision()));
        assertThat(found.input()).isEqualTo(entry.input());
        assertThat(found.received()).isEqualTo(RECEIVED);
        assertThat(found.engine()).isEqualTo("0.1.0");
        assertThat(found.edition()).isEqualTo(EDITION);
        assertThat(journal.find("another", id)).isEmpty();
    }

    @Test
    void what_is_told_of_a_decision_just_recorded_is_what_is_found_of_it_later() {
        Outcome.Recorded told = (Outcome.Recorded) journal.record(entry("abe", "r2", 30_00, 0));

        StoredDecision found = journal.find(TENANT, told.id()).orElseThrow();

        assertThat(told.stored())
                .usingRecursiveComparison()
                .ignoringFields("from", "decided")
                .isEqualTo(found);
        assertThat(told.stored().inputBytes()).isEqualTo(found.inputBytes());
        assertThat(told.stored().decisionBytes()).isEqualTo(found.decisionBytes());
        assertThat(told.stored().input()).isEqualTo(found.input());
        assertThat(told.stored().decision()).isEqualTo(found.decision());
    }

    @Test
    void a_request_sent_again_has_the_first_answer_and_counts_once() {
        UUID first = recorded(journal.record(entry("cleo", "c1", 30_00, 0)));

        Outcome again = journal.record(entry("cleo", "c1", 99_00, 1));

        assertThat(again).isInstanceOfSatisfying(Outcome.AlreadyRecorded.class, known -> {
            assertThat(known.stored().id()).isEqualTo(first);
            assertThat(known.stored().decision()).isEqualTo(Decided.decision("cleo", 30_00, 0));
        });
        assertThat(journal.known(TENANT, new Idempotency("client", "c1", "body of c1")))
                .containsInstanceOf(Outcome.AlreadyRecorded.class);
        assertThat(journal.consumptionOf(TENANT, rights("cleo"))
                        .counters()
                        .get(limit("cleo"))
                        .used())
                .isEqualTo(eur(30_00));
    }

    @Test
    void the_same_key_with_another_body_is_a_conflict_and_of_another_client_another_request() {
        UUID first = recorded(journal.record(entry("dora", "d1", 30_00, 0)));

        assertThat(journal.known(TENANT, new Idempotency("client", "d1", "other body")))
                .contains(new Outcome.Conflict(first));
        assertThat(journal.known(TENANT, new Idempotency("other client", "d1", "other body")))
                .isEmpty();
        assertThat(journal.known("other", new Idempotency("client", "d1", "body of d1")))
                .isEmpty();
    }

    @Test
    void a_request_sent_twice_at_once_is_recorded_once() throws Exception {
        for (int round = 0; round < 10; round++) {
            Entry entry = entry("hal" + round, "h" + round, 30_00, 0);

            List<Outcome> outcomes = together(() -> journal.record(entry), () -> journal.record(entry));

            assertThat(outcomes).filteredOn(Outcome.Recorded.class::isInstance).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(Outcome.AlreadyRecorded.class::isInstance)
                    .hasSize(1);
        }
    }

    @Test
    void pages_follow_each_other_newest_first() {
        for (int i = 0; i < 5; i++) {
            recorded(journal.record(entry("mia", "m" + i, 10_00 + i, i)));
        }
        Search ofMia = new Search("mia", Verdict.APPROVED, null);

        List<ListedDecision> newest = journal.list(TENANT, ofMia, 3);
        List<ListedDecision> older = journal.list(TENANT, ofMia.after(newest.getLast()), 3);

        assertThat(newest).extracting(ListedDecision::complementary).containsExactly(eur(1004), eur(1003), eur(1002));
        assertThat(older).extracting(ListedDecision::complementary).containsExactly(eur(1001), eur(1000));
        assertThat(newest.getFirst().charge()).isEqualTo(eur(539_00));
        assertThat(journal.list(TENANT, new Search("mia", Verdict.REFUSED, null), 3))
                .isEmpty();
    }

    @Test
    void a_decision_is_superseded_once() {
        UUID first = recorded(journal.record(entry("nat", "n1", 0, 0)));
        recorded(journal.record(superseding("nat", "n2", first)));

        assertThat(journal.record(superseding("nat", "n3", first))).isEqualTo(new Outcome.Stale());
        assertThat(journal.list(TENANT, new Search("nat", null, null), 10)).hasSize(2);
    }

    @Test
    void the_sources_of_every_edition_are_kept_and_a_decision_without_them_is_not_recorded() {
        String hash = "0a".repeat(32);
        EditionSources sources = EditionSources.of(
                hash, Map.of("rules/a.yaml", "same".getBytes(UTF_8), "rules/b.yaml", "same".getBytes(UTF_8)));

        assertThat(journal.sourcesOf(TENANT, hash)).isEmpty();
        journal.keep(TENANT, sources);
        journal.keep(TENANT, sources);

        assertThat(journal.sourcesOf(TENANT, hash).orElseThrow().files().get("rules/b.yaml"))
                .asString(UTF_8)
                .isEqualTo("same");
        assertThat(journal.sourcesOf("another", hash)).isEmpty();
        assertThatThrownBy(() ->
                        journal.keep(TENANT, EditionSources.of(hash, Map.of("rules/a.yaml", "x".getBytes(UTF_8)))))
                .hasMessage("Other files are kept under the edition " + hash);
        Entry elsewhere = new Entry(
                "another",
                new Idempotency("c", "k", "b"),
                RECEIVED,
                Decided.input("ola", 0),
                Decided.decision("ola", 1, 0),
                "1",
                new Effect.Consumes(),
                null);
        assertThatThrownBy(() -> journal.record(elsewhere)).isInstanceOf(DataIntegrityViolationException.class);
    }

    private static Entry superseding(String person, String request, UUID earlier) {
        Entry entry = entry(person, request, 0, 0);
        return new Entry(
                TENANT, entry.idempotency(), RECEIVED, entry.input(), entry.decision(), "1", entry.effect(), earlier);
    }
}
