package io.bareme.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Does the jobs. Services on one database share a table that says which is due and who does it: whoever takes a job first
 * has it alone. A service that does no longer say that it lives loses its jobs to the others within half a minute.
 */
@Component
public final class Schedule implements SmartLifecycle {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration SAY_ALIVE_EVERY = Duration.ofSeconds(5);
    private static final int SILENT = 4;
    private static final Duration LAST_WORK = Duration.ofSeconds(10);
    private static final int AT_ONCE = 4;

    private final DataSource database;
    private final List<Job> jobs;
    private @Nullable Scheduler scheduler;

    public Schedule(DataSource database, List<Job> jobs) {
        this.database = database;
        this.jobs = List.copyOf(jobs);
    }

    /** One that has stopped cannot start again: each start makes its own. */
    private Scheduler scheduler() {
        return Scheduler.create(database)
                .tableName("schedule.task")
                .startTasks(jobs.stream().map(Schedule::task).toList())
                .pollingInterval(LOOK_EVERY)
                .heartbeatInterval(SAY_ALIVE_EVERY)
                .missedHeartbeatsLimit(SILENT)
                .shutdownMaxWait(LAST_WORK)
                .threads(AT_ONCE)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    private static RecurringTask<Void> task(Job job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every()))
                .execute((_, _) -> job.work().run());
    }

    @Override
    public synchronized void start() {
        Scheduler started = scheduler();
        started.start();
        scheduler = started;
    }

    /** What is under way is done first, for some seconds. */
    @Override
    public synchronized void stop() {
        Scheduler last = scheduler;
        scheduler = null;
        if (last != null) {
            last.stop();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }
}
