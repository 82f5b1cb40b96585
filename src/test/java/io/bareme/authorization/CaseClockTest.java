package io.bareme.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.authorization.CaseClock.Reading;
import io.bareme.authorization.CaseClock.State;
import io.bareme.authorization.ClockEvent.Paused;
import io.bareme.authorization.ClockEvent.Resumed;
import io.bareme.regulation.CountedTime;
import io.bareme.regulation.Regulation;
import io.bareme.rulebook.files.CalendarsOfTheRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The time that a person has, over nights, weekends, holidays and changes of the hour. */
class CaseClockTest {

    private static final Regulation REGULATION = CalendarsOfTheRules.read();
    private static final CountedTime FRANCE = REGULATION.workingTime("FR");
    private static final CountedTime MOROCCO = REGULATION.workingTime("MA");
    private static final CountedTime ALWAYS = new CountedTime.DayAndNight();
    private static final Duration HOUR = CaseClock.BY_A_HANDLER;
    private static final Duration DAY = CaseClock.BY_A_DOCTOR;

    @Test
    void a_handler_has_an_hour_and_a_doctor_a_day_day_and_night() {
        Instant friday = paris("2026-11-20T23:30");

        assertThat(clock(friday, HOUR, ALWAYS).at(friday).deadline()).isEqualTo(paris("2026-11-21T00:30"));
        assertThat(clock(friday, DAY, ALWAYS).at(friday).deadline()).isEqualTo(paris("2026-11-21T23:30"));
    }

    @Test
    void a_day_is_24_hours_when_the_hour_changes() {
        Instant spring = paris("2026-03-28T12:00");
        Instant autumn = paris("2026-10-24T12:00");

        assertThat(clock(spring, DAY, ALWAYS).at(spring).deadline()).isEqualTo(paris("2026-03-29T13:00"));
        assertThat(clock(autumn, DAY, ALWAYS).at(autumn).deadline()).isEqualTo(paris("2026-10-25T11:00"));
    }

    @Test
    void in_working_hours_the_night_and_sunday_do_not_count() {
        assertThat(due(paris("2026-11-20T19:40"), HOUR)).isEqualTo(paris("2026-11-21T08:40"));
        assertThat(due(paris("2026-11-21T19:40"), HOUR)).isEqualTo(paris("2026-11-23T08:40"));
        assertThat(due(paris("2026-11-22T12:00"), HOUR)).isEqualTo(paris("2026-11-23T09:00"));
        assertThat(due(paris("2026-11-23T10:00"), DAY)).isEqualTo(paris("2026-11-25T10:00"));
    }

    @Test
    void in_working_hours_opening_follows_the_clocks_on_the_wall() {
        assertThat(due(paris("2026-03-28T19:30"), HOUR)).isEqualTo(paris("2026-03-30T08:30"));
        assertThat(paris("2026-03-30T08:30")).isEqualTo(Instant.parse("2026-03-30T06:30:00Z"));
        assertThat(due(paris("2026-10-24T19:30"), HOUR)).isEqualTo(Instant.parse("2026-10-26T07:30:00Z"));
    }

    @Test
    void in_working_hours_holidays_do_not_count_those_of_easter_too() {
        assertThat(due(paris("2026-04-04T19:30"), HOUR)).as("Easter Monday").isEqualTo(paris("2026-04-07T08:30"));
        assertThat(due(paris("2026-05-13T19:30"), HOUR)).as("Ascension").isEqualTo(paris("2026-05-15T08:30"));
        assertThat(due(paris("2026-05-23T19:30"), HOUR)).as("Whit Monday").isEqualTo(paris("2026-05-26T08:30"));
        assertThat(due(paris("2026-12-24T19:30"), HOUR)).as("Christmas").isEqualTo(paris("2026-12-26T08:30"));
    }

    @Test
    void morocco_has_its_own_days_those_by_the_moon_where_their_year_is_told() {
        ZoneId casablanca = ZoneId.of("Africa/Casablanca");
        Instant eve = at("2026-03-19T19:30", casablanca);
        Instant untold = at("2027-03-09T19:30", casablanca);

        assertThat(clock(eve, HOUR, MOROCCO).at(eve).deadline()).isEqualTo(at("2026-03-21T08:30", casablanca));
        assertThat(clock(untold, HOUR, MOROCCO).at(untold).deadline()).isEqualTo(at("2027-03-10T08:30", casablanca));
        assertThat(REGULATION.calendars().get("MA").knows(2026)).isTrue();
        assertThat(REGULATION.calendars().get("MA").knows(2027)).isFalse();
        assertThat(REGULATION.calendars().get("FR").knows(2027)).isTrue();
    }

    @Test
    void a_piece_asked_for_stops_the_clock_until_it_comes() {
        Instant start = paris("2026-11-23T10:00");
        Paused asked = new Paused(paris("2026-11-23T10:20"), "devis");
        Resumed came = new Resumed(paris("2026-11-24T09:00"), "devis");

        Reading waiting = clock(start, HOUR, ALWAYS, asked).at(paris("2026-11-24T08:00"));
        Reading after = clock(start, HOUR, ALWAYS, asked, came).at(paris("2026-11-24T09:10"));

        assertThat(waiting.state()).isEqualTo(State.PAUSED);
        assertThat(waiting.deadline()).isNull();
        assertThat(waiting.pausedFor()).containsExactly("devis");
        assertThat(waiting.net()).isEqualTo(Duration.ofMinutes(20));
        assertThat(waiting.gross()).isEqualTo(Duration.ofHours(22));
        assertThat(after.state()).isEqualTo(State.RUNNING);
        assertThat(after.deadline()).isEqualTo(paris("2026-11-24T09:40"));
        assertThat(after.net()).isEqualTo(Duration.ofMinutes(30));
        assertThat(after.gross()).isEqualTo(Duration.ofHours(23).plusMinutes(10));
        assertThat(after.breached()).isFalse();
    }

    @Test
    void of_two_pieces_the_last_to_come_starts_the_clock_again() {
        Instant start = paris("2026-11-23T10:00");
        CaseClock clock = clock(
                start,
                HOUR,
                ALWAYS,
                new Paused(paris("2026-11-23T10:10"), "devis"),
                new Paused(paris("2026-11-23T10:15"), "ordonnance"),
                new Resumed(paris("2026-11-23T11:00"), "devis"),
                new Resumed(paris("2026-11-23T12:00"), "ordonnance"));

        assertThat(clock.at(paris("2026-11-23T11:30")).pausedFor()).containsExactly("ordonnance");
        assertThat(clock.at(paris("2026-11-23T12:00")).deadline()).isEqualTo(paris("2026-11-23T12:50"));
    }

    @Test
    void a_deadline_passed_before_a_piece_was_asked_for_stays_passed() {
        Instant start = paris("2026-11-23T10:00");
        Reading reading = clock(start, HOUR, ALWAYS, new Paused(paris("2026-11-23T11:30"), "devis"))
                .at(paris("2026-11-23T15:00"));

        assertThat(reading.breached()).isTrue();
        assertThat(reading.deadline()).isEqualTo(paris("2026-11-23T11:00"));
    }

    @Test
    void what_is_settled_no_longer_runs() {
        Instant start = paris("2026-11-23T10:00");
        Reading reading =
                new CaseClock(start, HOUR, ALWAYS, List.of(), paris("2026-11-23T10:40")).at(paris("2026-11-25T10:00"));

        assertThat(reading.state()).isEqualTo(State.SETTLED);
        assertThat(reading.net()).isEqualTo(Duration.ofMinutes(40));
        assertThat(reading.gross()).isEqualTo(Duration.ofMinutes(40));
        assertThat(reading.breached()).isFalse();
    }

    @Test
    void warnings_come_at_fixed_parts_of_the_time_that_counts() {
        Instant start = paris("2026-11-21T19:30");
        CaseClock clock = clock(start, HOUR, FRANCE);

        assertThat(clock.reached(50)).contains(paris("2026-11-21T20:00"));
        assertThat(clock.reached(75)).contains(paris("2026-11-23T08:15"));
        assertThat(clock.due(paris("2026-11-22T12:00"))).containsExactly(50);
        assertThat(clock.due(paris("2026-11-23T08:30"))).containsExactly(50, 75, 90, 100);
        assertThat(clock.nextAfter(50)).contains(paris("2026-11-23T08:15"));
        assertThat(clock.nextAfter(100)).isEmpty();
    }

    @Test
    void what_counts_until_the_deadline_is_what_was_allowed_whenever_it_starts() {
        for (int hours = 0; hours < 24 * 370; hours += 5) {
            Instant start = paris("2026-01-01T00:13").plus(Duration.ofHours(hours));
            for (Duration allowed : List.of(HOUR, DAY)) {
                for (CountedTime time : List.of(FRANCE, MOROCCO, ALWAYS)) {
                    assertThat(time.between(start, time.after(start, allowed))).isEqualTo(allowed);
                }
            }
        }
    }

    private static Instant due(Instant start, Duration allowed) {
        return clock(start, allowed, FRANCE).reached(100).orElseThrow();
    }

    private static CaseClock clock(Instant start, Duration allowed, CountedTime time, ClockEvent... events) {
        return new CaseClock(start, allowed, time, List.of(events), null);
    }

    private static Instant paris(String local) {
        return at(local, ZoneId.of("Europe/Paris"));
    }

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }
}
