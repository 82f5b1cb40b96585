package io.bareme.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** One cluster for all of these tests, started again by those that stop it. */
@TestInstance(Lifecycle.PER_CLASS)
class PostgresServerTest {

    private final DatabaseFolder folder = Database.anotherFolder("alone");
    private PostgresServer server = PostgresServer.start(folder);

    @AfterAll
    void leave_nothing_behind() {
        server.stop();
        Database.delete(folder.base());
    }

    @Test
    void what_was_committed_survives_the_sudden_death_of_the_server() throws Exception {
        run("create table kept (words text)");
        run("insert into kept values ('accord 42')");

        kill(server);
        server.stop();
        server = PostgresServer.start(folder);

        assertThat(read("select words from kept")).isEqualTo("accord 42");
    }

    @Test
    void a_server_that_dies_under_a_running_program_is_started_again_where_it_was() throws Exception {
        run("create table kept_on (words text)");
        run("insert into kept_on values ('accord 44')");
        String url = server.url("postgres");

        for (int time = 0; time < 2; time++) {
            ProcessHandle died = server.process().orElseThrow();
            kill(server);
            while (server.process()
                    .filter(process -> process.pid() != died.pid())
                    .isEmpty()) {
                Thread.sleep(20);
            }
        }

        assertThat(server.url("postgres")).isEqualTo(url);
        assertThat(readOnceItAnswers("select words from kept_on")).isEqualTo("accord 44");
    }

    private String readOnceItAnswers(String sql) throws InterruptedException {
        while (true) {
            try {
                return read(sql);
            } catch (SQLException starting) {
                Thread.sleep(20);
            }
        }
    }

    @Test
    void a_program_that_was_killed_leaves_a_server_that_the_next_one_stops_without_loss() throws Exception {
        run("create table promised (words text)");
        server.stop();
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledProgram.class.getName(),
                        folder.base().toString(),
                        folder.binaries().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(killed.inputReader().readLine()).isEqualTo("committed");
        ProcessHandle orphan = new Postmaster(folder).process().orElseThrow();

        killed.destroyForcibly().waitFor();
        assertThat(orphan.isAlive()).isTrue();
        server = PostgresServer.start(folder);

        assertThat(orphan.onExit()).succeedsWithin(Duration.ofSeconds(10));
        assertThat(read("select words from promised")).isEqualTo("accord 43");
    }

    /** Another program that starts the server, commits, and is killed. */
    static final class KilledProgram {
        public static void main(String[] args) throws Exception {
            PostgresServer started = PostgresServer.start(new DatabaseFolder(Path.of(args[0]), Path.of(args[1])));
            Credentials owner = started.owner();
            try (Connection connection =
                            DriverManager.getConnection(started.url("postgres"), owner.user(), owner.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("insert into promised values ('accord 43')");
            }
            System.out.println("committed");
            Thread.sleep(Duration.ofMinutes(5));
        }
    }

    @Test
    void every_commit_is_flushed_and_only_this_machine_may_connect_by_password() throws Exception {
        assertThat(read("show fsync")).isEqualTo("on");
        assertThat(read("show synchronous_commit")).isEqualTo("on");
        assertThat(read("show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(read("show unix_socket_directories")).isEmpty();
        assertThat(read("select string_agg(distinct auth_method, ' ') from pg_hba_file_rules"))
                .isEqualTo("scram-sha-256");
        assertThat(read("select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'template1'"))
                .isEqualTo("b C.UTF-8");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.ownerPassword())))
                .isEqualTo("rw-------");
        assertThat(server.owner()).hasToString("bareme_owner");
        assertThatThrownBy(() -> DriverManager.getConnection(server.url("postgres"), "bareme_owner", "guess"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void the_service_works_on_rows_and_cannot_change_tables() throws Exception {
        ServiceDatabase database = ServiceDatabase.on(server, "bareme");
        try (Connection owner = connect(database, database.owner());
                Statement statement = owner.createStatement()) {
            statement.execute("create schema room; create table room.kept (id bigint generated always as identity)");
        }

        try (Connection service = connect(database, database.service());
                Statement statement = service.createStatement()) {
            assertThat(statement.executeUpdate("insert into room.kept default values"))
                    .isEqualTo(1);
            assertThatThrownBy(() -> statement.execute("drop table room.kept")).hasMessageContaining("must be owner");
            assertThatThrownBy(() -> statement.execute("create table other (x int)"))
                    .hasMessageContaining("permission denied");
        }
        assertThat(ServiceDatabase.on(server, "bareme").service())
                .as("asked a second time within one program")
                .isEqualTo(database.service());
    }

    @Test
    void root_that_may_not_make_a_namespace_runs_it_as_nobody_and_half_a_cluster_is_made_anew() throws Exception {
        assumeThat(Privileges.isRoot()).isTrue();
        Path base = Files.createTempDirectory("bareme-nobody-");
        boolean shared = Privileges.firstClosed(folder.binaries()) == null;
        var own = shared ? new DatabaseFolder(base, folder.binaries()) : DatabaseFolder.at(base);
        Files.setPosixFilePermissions(own.base(), PosixFilePermissions.fromString("rwx--x--x"));
        Files.createDirectories(own.base().resolve("data-unfinished/base"));
        Files.writeString(own.base().resolve("data-unfinished/PG_VERSION"), "18\n");

        PostgresServer asNobody = PostgresServer.start(own, Privileges.NOBODY);

        assertThat(asNobody.process().orElseThrow().info().user()).contains("nobody");
        assertThat(own.base().resolve("data-unfinished")).doesNotExist();
        asNobody.stop();
        Database.delete(own.base());
    }

    private static void kill(PostgresServer server) throws InterruptedException {
        ProcessHandle process = server.process().orElseThrow();
        process.destroyForcibly();
        while (process.isAlive()) {
            Thread.sleep(5);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String read(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        Credentials owner = server.owner();
        return DriverManager.getConnection(server.url("postgres"), owner.user(), owner.password());
    }

    private static Connection connect(ServiceDatabase database, Credentials as) throws SQLException {
        return DriverManager.getConnection(database.url(), as.user(), as.password());
    }
}
