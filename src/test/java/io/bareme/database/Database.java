package io.bareme.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * PostgreSQL for tests: one server for all tests of one run, in a temporary folder, gone at the end. Every
 * {@link #fresh()} database is migrated, empty and shared with nobody.
 */
public final class Database {

    private static final DatabaseFolder FOLDER = temporaryFolder();
    private static final Path ACCESS = FOLDER.base().resolve("access");
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String TEMPLATE = "bareme_template";

    private Database() {}

    /** A database of its own with every migration applied, worked on as the service's plain role. */
    public static HikariDataSource fresh() {
        ServiceDatabase template = Template.MIGRATED;
        String name = "test_" + COUNT.incrementAndGet();
        owner("create database " + name + " template " + TEMPLATE);
        return pool(new ServiceDatabase(Server.RUNNING.url(name), template.owner(), template.service()));
    }

    /** Connections of another program to the same database. */
    public static HikariDataSource another(HikariDataSource database) {
        return pool(new ServiceDatabase(database.getJdbcUrl(), Template.MIGRATED.owner(), Template.MIGRATED.service()));
    }

    /** The same database as the owner of its tables, whom no wall between organisations stops. */
    public static DataSource asOwner(HikariDataSource database) {
        return asOwner(
                new ServiceDatabase(database.getJdbcUrl(), Template.MIGRATED.owner(), Template.MIGRATED.service()));
    }

    /** As {@link #asOwner(HikariDataSource)}. */
    public static DataSource asOwner(ServiceDatabase database) {
        return new DriverManagerDataSource(
                database.url(), database.owner().user(), database.owner().password());
    }

    /** Connections as the service's plain role. */
    public static HikariDataSource pool(ServiceDatabase database) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.service().user());
        pool.setPassword(database.service().password());
        pool.setMaximumPoolSize(6);
        pool.setMinimumIdle(0);
        return pool;
    }

    /** What a Spring Boot application under test needs to use this server: {@code bareme.database.*}. */
    public static String[] properties() {
        return new String[] {
            "bareme.database.folder=" + FOLDER.base(),
            "bareme.database.binaries=" + FOLDER.binaries(),
            "bareme.access.folder=" + ACCESS
        };
    }

    /** The demonstration's credentials of every service under test, as {@code client:secret}. */
    public static Path demonstrationClient() {
        return ACCESS.resolve("demonstration-client");
    }

    /** A folder with programs already unpacked, for a test that starts a server of its own. */
    public static DatabaseFolder anotherFolder(String name) {
        return new DatabaseFolder(
                FOLDER.base().resolveSibling(FOLDER.base().getFileName() + "-" + name), FOLDER.binaries());
    }

    /** A database on that server with every migration applied. */
    public static ServiceDatabase migrated(PostgresServer server, String name) {
        ServiceDatabase database = ServiceDatabase.on(server, name);
        Flyway.configure()
                .dataSource(
                        database.url(),
                        database.owner().user(),
                        database.owner().password())
                .load()
                .migrate();
        return database;
    }

    private static void owner(String sql) {
        Credentials owner = Server.RUNNING.owner();
        try (Connection connection =
                        DriverManager.getConnection(Server.RUNNING.url("postgres"), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DatabaseFolder temporaryFolder() {
        try {
            Path base = Files.createTempDirectory("bareme-test-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndDelete(base)));
            Files.setPosixFilePermissions(base, PosixFilePermissions.fromString("rwx--x--x"));
            boolean ours = Privileges.available() != Privileges.NOBODY;
            return ours ? new DatabaseFolder(base, Path.of("target", "postgres")) : DatabaseFolder.at(base);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stopAndDelete(Path base) {
        PostgresServer.running(DatabaseFolder.at(base)).ifPresent(PostgresServer::stop);
        delete(base);
    }

    public static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Server {
        static final PostgresServer RUNNING = PostgresServer.start(FOLDER);
    }

    private static final class Template {
        static final ServiceDatabase MIGRATED = migrated(Server.RUNNING, TEMPLATE);
    }
}
