package io.bareme.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.bareme.authorization.CaseClock.State;
import io.bareme.authorization.CaseClocks.Deadline;
import io.bareme.authorization.CaseClocks.Warning;
import io.bareme.authorization.Pieces.Told;
import io.bareme.database.Database;
import io.bareme.decision.Caller;
import io.bareme.journal.Journal;
import io.bareme.journal.StoredDecision;
import io.bareme.rulebook.Fixtures;
import io.bareme.rulebook.Rulebook;
import io.bareme.rulebook.Rulebooks;
import io.bareme.tenancy.TenantConnections;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clocks of recorded cases, on a database, over a weekend. */
class CaseClocksTest {

    /** A Friday. */
    private static final Instant FRIDAY = Instant.parse("2026-11-20T18:40:00Z");

    private static final Caller DESK = new Caller(Referred.TENANT, "desk", Set.of(), false);

    @TempDir
    Path home;

    private final HikariDataSource database = Database.fresh();
    private final MovingClock clock = new MovingClock(FRIDAY);
    private final List<Warning> warnings = new ArrayList<>();
    private Journal journal;
    private CaseClocks clocks;
    private Pieces pieces;
    private Referred referred;

    @BeforeEach
    void open() throws IOException {
        start("day and night");
    }

    private void start(String counts) throws IOException {
        SortedMap<String, byte[]> files = Fixtures.good();
        files.put("rules/calendars/fr.yaml", Files.readAllBytes(Path.of("rules/calendars/fr.yaml")));
        files.computeIfPresent(
                "guarantee-tables/demo/2024-01-01/product.yaml",
                (_, bytes) -> (new String(bytes, StandardCharsets.UTF_8) + "\nclock: " + counts + "\n")
                        .getBytes(StandardCharsets.UTF_8));
        Fixtures.write(home, files);
        Rulebook rulebook = Rulebooks.at(home);
        journal = new Journal(database);
        DataSource connections = TenantConnections.over(database);
        clocks = new CaseClocks(connections, journal, rulebook, clock);
        pieces = new Pieces(connections, journal, clocks, clock);
        referred = new Referred(journal, rulebook.inForce().hash());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void warnings_are_given_once_each_as_the_time_goes_and_the_deadline_is_the_last() {
        StoredDecision one = referred.by("ada", FRIDAY);
        follow(1);

        List<Integer> given = new ArrayList<>();
        for (int minutes = 0; minutes < 70; minutes += 5) {
            warn();
            clock.advance(Duration.ofMinutes(5));
        }
        warnings.forEach(warning -> given.add(warning.percent()));

        assertThat(given).containsExactly(50, 75, 90, 100);
        assertThat(warnings).allSatisfy(warning -> {
            assertThat(warning.decision().id()).isEqualTo(one.id());
            assertThat(warning.deadline()).isEqualTo(FRIDAY.plus(Duration.ofHours(1)));
        });
        assertThat(deadline(one).reading().breached()).isTrue();
    }

    @Test
    void the_clock_of_a_request_ends_when_who_asked_cancels_it_and_nobody_is_warned_of_it() {
        StoredDecision one = referred.by("ada", FRIDAY);
        follow(1);
        clock.advance(Duration.ofMinutes(20));
        new Cancelling(journal, clocks, clock).cancel(DESK, one, "key", "hash", "le patient renonce");
        clock.advance(Duration.ofHours(2));
        warn();

        assertThat(warnings).isEmpty();
        assertThat(clocks.nearestDeadline(Referred.TENANT)).isEmpty();
        assertThat(deadline(one).reading().state()).isEqualTo(State.CANCELLED);
        assertThat(deadline(one).reading().gross()).isEqualTo(Duration.ofMinutes(20));
        assertThat(deadline(one).reading().breached()).isFalse();
    }

    @Test
    void a_service_that_was_away_gives_the_latest_warning_alone() {
        referred.by("ada", FRIDAY);
        clock.advance(Duration.ofMinutes(50));
        follow(1);

        warn();
        warn();

        assertThat(warnings).extracting(Warning::percent).containsExactly(75);
    }

    @Test
    void a_doctors_case_over_the_weekend_is_due_a_day_later() {
        referred.byADoctor("ada", FRIDAY);
        follow(1);

        clock.advance(Duration.ofHours(12).minusSeconds(1));
        warn();
        assertThat(warnings).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        warn();
        assertThat(warnings).extracting(Warning::percent).containsExactly(50);
        assertThat(clocks.nearestDeadline(Referred.TENANT)).contains(FRIDAY.plus(Duration.ofDays(1)));
    }

    @Test
    void where_the_contract_counts_working_hours_nobody_is_warned_on_a_sunday() throws IOException {
        start("working hours");
        Instant saturday = Instant.parse("2026-11-21T18:40:00Z"); // 19:40 in Paris, closed at 20:00
        StoredDecision one = referred.by("ada", saturday);
        clock.set(Instant.parse("2026-11-22T20:00:00Z"));
        follow(1);
        warn();

        Deadline sunday = deadline(one);
        clock.set(Instant.parse("2026-11-23T07:10:00Z"));
        warn();

        assertThat(sunday.inWorkingHours()).isTrue();
        assertThat(sunday.reading().deadline()).isEqualTo(Instant.parse("2026-11-23T07:40:00Z"));
        assertThat(sunday.reading().net()).isEqualTo(Duration.ofMinutes(20));
        assertThat(sunday.reading().gross()).isEqualTo(Duration.ofHours(25).plusMinutes(20));
        assertThat(warnings).extracting(Warning::percent).containsExactly(50);
    }

    @Test
    void while_a_piece_is_awaited_nobody_is_warned() {
        StoredDecision one = referred.by("ada", FRIDAY);
        follow(1);
        clock.advance(Duration.ofMinutes(20));
        assertThat(pieces.ask(DESK, one.id(), "devis", "k1", "b1")).get().isInstanceOf(Told.Done.class);

        clock.advance(Duration.ofDays(3));
        warn();
        assertThat(warnings).isEmpty();
        assertThat(clocks.nearestDeadline(Referred.TENANT)).isEmpty();
        assertThat(deadline(one).reading().state()).isEqualTo(State.PAUSED);

        pieces.bring(DESK, one.id(), "devis", "k2", "b2");
        clock.advance(Duration.ofMinutes(10));
        warn();
        assertThat(warnings).extracting(Warning::percent).containsExactly(50);
        assertThat(deadline(one).reading().net()).isEqualTo(Duration.ofMinutes(30));
        assertThat(deadline(one).reading().gross()).isEqualTo(Duration.ofDays(3).plusMinutes(30));
    }

    @Test
    void a_piece_asked_for_before_the_monitor_has_heard_of_the_case_stops_it_all_the_same() {
        StoredDecision one = referred.by("ada", FRIDAY);
        pieces.ask(DESK, one.id(), "devis", "k1", "b1");
        follow(1);
        clock.advance(Duration.ofDays(1));
        warn();

        assertThat(warnings).isEmpty();
    }

    @Test
    void a_case_that_was_settled_is_no_longer_watched() {
        StoredDecision one = referred.by("ada", FRIDAY);
        follow(1);
        clock.advance(Duration.ofMinutes(40));
        referred.settled(one, clock.instant());
        follow(1);
        clock.advance(Duration.ofHours(5));
        warn();

        assertThat(warnings).isEmpty();
        assertThat(deadline(one).reading().state()).isEqualTo(State.SETTLED);
        assertThat(deadline(one).reading().net()).isEqualTo(Duration.ofMinutes(40));
        assertThat(pieces.ask(DESK, one.id(), "devis", "k1", "b1")).get().isInstanceOf(Told.NotWaiting.class);
    }

    @Test
    void another_client_of_the_organisation_does_not_see_the_case() {
        StoredDecision one = referred.by("ada", FRIDAY);
        Caller other = new Caller(Referred.TENANT, "other", Set.of(), false);

        assertThat(pieces.ask(other, one.id(), "devis", "k1", "b1")).isEmpty();
    }

    private Deadline deadline(StoredDecision decision) {
        return clocks.of(DESK, decision).orElseThrow();
    }

    private void warn() {
        clocks.warn(Referred.TENANT, warnings::add);
    }

    /** Other transactions on the same server hold deliveries back for a moment. */
    private void follow(int decisions) {
        int heard = 0;
        for (int tries = 0; heard < decisions && tries < 1000; tries++) {
            heard += clocks.follow(Referred.TENANT);
            if (heard < decisions) {
                pause();
            }
        }
        assertThat(heard).isEqualTo(decisions);
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
