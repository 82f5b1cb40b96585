package io.bareme.load;

import com.zaxxer.hikari.HikariDataSource;
import io.bareme.journal.Journal;
import io.bareme.journal.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** A listener of the journal that goes on where it was, whatever happens to the database. */
final class Hearing {

    private static final int AT_ONCE = 50;

    private final Supplier<HikariDataSource> database;
    private final List<Position> heard = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread;
    private HikariDataSource rows;
    private volatile boolean over;

    /** @param database where it is now: asked again each time it is gone */
    Hearing(Supplier<HikariDataSource> database) {
        this.database = database;
        this.rows = database.get();
        this.thread = Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        while (!over) {
            next();
        }
    }

    private int next() {
        try {
            int taken = new Journal(rows)
                    .deliver(Verification.TENANT, "hearing", AT_ONCE, decision -> heard.add(decision.position()));
            Pauses.millis(taken == 0 ? 50 : 1);
            return taken;
        } catch (DataAccessException | TransactionException gone) {
            rows.close();
            Pauses.millis(200);
            rows = database.get();
            return -1;
        }
    }

    /**
     * All that it heard, in order, some of it twice: once it heard so many, or heard nothing new for as long as patience
     * lasts. Nothing to hear does not mean that all was heard: what is recorded while another transaction is open is
     * heard when that one ends.
     */
    List<Position> finish(int enough, Duration patience) {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        long end = System.nanoTime() + patience.toNanos();
        while (heard.stream().distinct().count() < enough && System.nanoTime() < end) {
            if (next() > 0) {
                end = System.nanoTime() + patience.toNanos();
            }
        }
        rows.close();
        return List.copyOf(heard);
    }
}
