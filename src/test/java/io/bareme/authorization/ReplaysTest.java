package io.bareme.authorization;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.bareme.authorization.Replays.Replay;
import io.bareme.database.Database;
import io.bareme.decision.Caller;
import io.bareme.decision.Households;
import io.bareme.exchange.LineDifference;
import io.bareme.exchange.LineDifference.Figure;
import io.bareme.exchange.ReplayForm;
import io.bareme.journal.Journal;
import io.bareme.journal.StoredDecision;
import io.bareme.rulebook.Fixtures;
import io.bareme.rulebook.Rulebook;
import io.bareme.rulebook.files.EditionSources;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Recorded decisions decided again: under their own edition, and under one whose envelope is of 300 €, not 400. */
@TestInstance(Lifecycle.PER_CLASS)
class ReplaysTest {

    private static final String TENANT = "replays";
    private static final String GRID = "guarantee-tables/envelopes/2020-01-01/grid.csv";
    private static final Instant BEFORE = Instant.now().minus(Duration.ofDays(1));
    private static final Instant AFTER = Instant.now().plus(Duration.ofDays(1));

    private final HikariDataSource database = Database.fresh();
    private final Journal journal = new Journal(database);
    private Replays replays;
    private Caller caller;
    private StoredDecision within;
    private StoredDecision beyond;
    private String smaller;

    @BeforeAll
    void decide(@TempDir Path home) throws IOException {
        Rulebook rulebook =
                Fixtures.rulebook(Path.of("rules"), Path.of("src/test/resources/stress/guarantee-tables"), home);
        Households households = new Households(TENANT, rulebook, journal, "one/ann");
        caller = households.caller();
        replays = new Replays(journal, rulebook);
        within = households.given("ann", "osteopathie", "2026-03-10", 1, "250.00");
        beyond = households.given("ann", "osteopathie", "2026-05-04", 1, "120.00");
        var files = new TreeMap<>(rulebook.sourcesInForce().files());
        files.put(
                GRID,
                new String(files.get(GRID), UTF_8).replace("400 €", "300 €").getBytes(UTF_8));
        rulebook.publish(EditionSources.of(files));
        smaller = rulebook.inForce().hash();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void the_edition_that_decided_gives_the_same_bytes_once_another_is_in_force() {
        assertThat(smaller).isNotEqualTo(beyond.edition());
        assertThat(replays.replay(caller, beyond.id(), null)).hasValueSatisfying(replay -> {
            assertThat(replay).isInstanceOf(Replay.Identical.class);
            assertThat(((Replay.Identical) replay).edition()).isEqualTo(beyond.edition());
        });
    }

    @Test
    void another_edition_gives_the_difference_line_by_line_amounts_first() {
        Replay replay = replays.replay(caller, beyond.id(), smaller).orElseThrow();

        assertThat(replay).isInstanceOf(Replay.Different.class);
        Replay.Different different = (Replay.Different) replay;
        assertThat(different.edition()).isEqualTo(smaller);
        assertThat(different.lines())
                .containsExactly(new LineDifference(
                        1,
                        List.of(
                                new Figure("complementary", null, "120.00", "50.00"),
                                new Figure("memberShare", null, "0.00", "70.00"),
                                new Figure("payableAtCounter", null, "0.00", "70.00"),
                                new Figure("contract", "E1", "120.00", "50.00")),
                        "approved",
                        "approved-in-part"));
        assertThat(different.differences()).extracting(one -> one.pointer()).doesNotContain("/decision/edition");
    }

    @Test
    void the_edition_in_force_may_be_named_so() {
        Replay replay = replays.replay(caller, beyond.id(), ReplayForm.IN_FORCE).orElseThrow();

        assertThat(((Replay.Different) replay).edition()).isEqualTo(smaller);
    }

    @Test
    void an_edition_that_nobody_kept_is_said_to_be_lost() {
        assertThat(replays.replay(caller, beyond.id(), "0".repeat(64)))
                .hasValueSatisfying(replay -> assertThat(replay).isInstanceOf(Replay.NoEdition.class));
    }

    @Test
    void a_time_is_replayed_page_by_page_in_the_order_of_recording() {
        List<UUID> replayed = new ArrayList<>();
        UUID last = null;
        for (List<Replay> page = page(last); !page.isEmpty(); page = page(last)) {
            assertThat(page).hasSize(1);
            Replay.Identical same = (Replay.Identical) page.getFirst();
            last = same.decision().id();
            replayed.add(last);
        }

        assertThat(replayed).containsExactly(within.id(), beyond.id());
        assertThat(replays.replay(caller, BEFORE.minusSeconds(60), BEFORE, null, 10, null))
                .as("nothing was recorded then")
                .isEmpty();
        assertThat(replays.replay(caller, BEFORE, within.recorded().plusMillis(1), null, 10, null))
                .as("what was recorded until then")
                .hasSizeBetween(1, 2);
        assertThat(replays.replay(caller, beyond.recorded().plusMillis(2), AFTER, null, 10, null))
                .isEmpty();
    }

    private List<Replay> page(@Nullable UUID after) {
        return replays.replay(caller, BEFORE, AFTER, after, 1, null);
    }

    @Test
    void what_another_client_asked_for_is_not_replayed() {
        assertThat(replays.replay(new Caller(TENANT, "other", Set.of(), false), BEFORE, AFTER, null, 10, null))
                .isEmpty();
        assertThat(replays.replay(new Caller(TENANT, "other", Set.of(), true), BEFORE, AFTER, null, 10, null))
                .hasSize(2);
    }
}
