package io.bareme.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own, running while this program runs, its data kept from one run to the next. Within one
 * program there is one server per folder; a second program on the same folder is refused. A server that dies while the
 * program runs is started again at the same address.
 */
public final class PostgresServer {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final Map<Path, PostgresServer> RUNNING = new HashMap<>();
    private static final String SERVICE = "bareme_service";
    private static final int ATTEMPTS = 20;
    private static final int PAUSE_MILLIS = 250;

    private final DatabaseFolder folder;
    private final FolderLock lock;
    private final Cluster cluster;
    private final int port;
    private final Credentials service = new Credentials(SERVICE, Credentials.randomPassword());

    private PostgresServer(DatabaseFolder folder, FolderLock lock, Cluster cluster, int port) {
        this.folder = folder;
        this.lock = lock;
        this.cluster = cluster;
        this.port = port;
    }

    /**
     * Starts the server of this folder, or gives the one already started. Makes the folder and its data the first time;
     * stops a server that an earlier program left behind. Throws {@link DatabaseException} saying what to do.
     */
    public static PostgresServer start(DatabaseFolder folder) {
        return start(folder, Privileges.available());
    }

    static PostgresServer start(DatabaseFolder folder, Privileges privileges) {
        synchronized (RUNNING) {
            return RUNNING.computeIfAbsent(folder.base(), _ -> started(folder, privileges));
        }
    }

    /** The server that this program runs on that folder, if any. */
    static Optional<PostgresServer> running(DatabaseFolder folder) {
        synchronized (RUNNING) {
            return Optional.ofNullable(RUNNING.get(folder.base()));
        }
    }

    private static PostgresServer started(DatabaseFolder folder, Privileges privileges) {
        folder.create();
        FolderLock lock = FolderLock.take(folder);
        try {
            privileges.prepare(folder);
            Cluster cluster = new Cluster(folder, privileges, Binaries.unpacked(folder));
            if (!cluster.exists()) {
                cluster.create();
            }
            stopOrphan(folder, cluster);
            var server = new PostgresServer(folder, lock, cluster, startOnFreePort(folder, cluster));
            server.watch();
            return server;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void stopOrphan(DatabaseFolder folder, Cluster cluster) {
        stopRunning(folder, cluster);
        new Postmaster(folder).forgetStale();
    }

    /** A server that dies while it is asked to stop has stopped as well. */
    private static void stopRunning(DatabaseFolder folder, Cluster cluster) {
        Postmaster postmaster = new Postmaster(folder);
        try {
            if (postmaster.process().isPresent()) {
                cluster.stop();
            }
        } catch (DatabaseException e) {
            if (postmaster.process().isPresent()) {
                throw e;
            }
        }
    }

    /**
     * The port may be taken between its choice and its use, and the processes of a server that was killed may need a
     * moment to leave: both pass.
     */
    private static int startOnFreePort(DatabaseFolder folder, Cluster cluster) {
        return start(folder, cluster, PostgresServer::freePort);
    }

    private static int start(DatabaseFolder folder, Cluster cluster, IntSupplier ports) {
        for (int attempt = 1; ; attempt++) {
            int port = ports.getAsInt();
            try {
                cluster.start(port);
                return port;
            } catch (DatabaseException e) {
                if (attempt == ATTEMPTS || !passes(Command.tail(folder.serverLog()))) {
                    throw new DatabaseException(
                            e.problem() + System.lineSeparator() + Command.tail(folder.serverLog()),
                            "what the server said is in " + folder.serverLog());
                }
                pause();
            }
        }
    }

    private static boolean passes(String log) {
        return log.contains("Address already in use") || log.contains("pre-existing shared memory block");
    }

    private void watch() {
        process()
                .ifPresentOrElse(
                        postmaster -> postmaster.onExit().thenRunAsync(this::revive, Thread::startVirtualThread),
                        () -> Thread.startVirtualThread(this::revive));
    }

    /** Nobody stopped it: it died. Tries for as long as nobody stops it. */
    private void revive() {
        while (!revived()) {
            pause();
        }
    }

    private boolean revived() {
        synchronized (RUNNING) {
            if (RUNNING.get(folder.base()) != this) {
                return true;
            }
            try {
                LOG.error("PostgreSQL has died ({}); it is started again", folder.base());
                start(folder, cluster, () -> port);
                LOG.warn("PostgreSQL runs again");
            } catch (RuntimeException failure) {
                LOG.error("PostgreSQL could not be started again", failure);
                return false;
            }
            watch();
            return true;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where a database of this server is reached. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The role that owns the tables and may change them. */
    public Credentials owner() {
        return cluster.owner();
    }

    /** The plain role that works on rows; its password is new at each start. */
    Credentials service() {
        return service;
    }

    /** The server's process; empty once it has died. */
    public Optional<ProcessHandle> process() {
        return new Postmaster(folder).process();
    }

    /** Stops the server and gives the folder free. Stopping twice, or what has died, does nothing. */
    public void stop() {
        synchronized (RUNNING) {
            if (!RUNNING.remove(folder.base(), this)) {
                return;
            }
            try {
                stopRunning(folder, cluster);
            } finally {
                lock.close();
            }
        }
    }
}
