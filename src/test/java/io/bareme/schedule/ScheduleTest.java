package io.bareme.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.bareme.database.Database;
import io.bareme.tenancy.TenantConnections;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two services on one database, and what they do by themselves. */
class ScheduleTest {

    private final HikariDataSource database = Database.fresh();
    private final DataSource connections = TenantConnections.over(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_job_is_done_by_one_service_at_a_time() {
        AtomicInteger done = new AtomicInteger();
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Map<String, Integer> each = new ConcurrentHashMap<>();
        Schedule one = schedule(job("one", each, done, atWork, most));
        Schedule other = schedule(job("other", each, done, atWork, most));
        one.start();
        other.start();
        try {
            await(() -> done.get() >= 6);
        } finally {
            one.stop();
            other.stop();
        }

        assertThat(most).hasValue(1);
        assertThat(each.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(done.get());
    }

    private static Job job(
            String service, Map<String, Integer> each, AtomicInteger done, AtomicInteger atWork, AtomicInteger most) {
        return new Job("tried", Duration.ofMillis(10), () -> {
            most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            pause(300);
            atWork.decrementAndGet();
            each.merge(service, 1, Integer::sum);
            done.incrementAndGet();
        });
    }

    @Test
    void the_job_of_a_service_that_died_is_done_by_another() {
        AtomicInteger done = new AtomicInteger();
        JdbcClient.create(connections).sql("""
                        insert into schedule.task (task_name, task_instance, execution_time, picked, picked_by,
                            last_heartbeat, version)
                        values ('tried', 'recurring', now() - interval '5 minutes', true, 'a service that died',
                            now() - interval '5 minutes', 2)
                        """).update();
        Schedule living = schedule(new Job("tried", Duration.ofMinutes(1), done::incrementAndGet));
        living.start();
        try {
            await(() -> done.get() > 0);
        } finally {
            living.stop();
        }

        assertThat(done).hasValue(1);
    }

    @Test
    void a_job_that_fails_is_done_again_and_holds_up_no_other() {
        AtomicInteger failed = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Schedule schedule = schedule(
                new Job("failing", Duration.ofMillis(10), () -> {
                    failed.incrementAndGet();
                    throw new IllegalStateException("not now");
                }),
                new Job("other", Duration.ofMillis(10), done::incrementAndGet));
        schedule.start();
        try {
            await(() -> failed.get() > 1 && done.get() > 1);
        } finally {
            schedule.stop();
        }
    }

    @Test
    void a_place_once_reached_is_known_to_every_service() {
        Instant moment = Instant.parse("2026-11-22T12:00:00Z");
        Places places = new Places(connections);

        assertThat(places.reached("tried")).isEqualTo(Instant.EPOCH);
        places.reach("tried", moment);
        places.reach("tried", moment.plus(1, ChronoUnit.MINUTES));
        assertThat(new Places(connections).reached("tried")).isEqualTo(moment.plus(1, ChronoUnit.MINUTES));
    }

    private Schedule schedule(Job... jobs) {
        return new Schedule(connections, List.of(jobs));
    }

    private static void await(BooleanSupplier done) {
        for (int tries = 0; !done.getAsBoolean() && tries < 600; tries++) {
            pause(50);
        }
        assertThat(done.getAsBoolean()).as("within half a minute").isTrue();
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
