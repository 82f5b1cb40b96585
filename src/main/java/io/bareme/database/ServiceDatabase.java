package io.bareme.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One database on our server, and the plain role that the service works as: it reads and writes rows, it cannot change
 * tables. What the owner creates later is open to it as well.
 *
 * @param url where it is reached
 * @param owner changes tables: for migrations
 * @param service works on rows; its password is new at each start
 */
public record ServiceDatabase(String url, Credentials owner, Credentials service) {

    /** The role in which the service reads and writes the journal, which its plain role cannot. */
    private static final String JOURNAL = "bareme_journal";

    /** The database of that name, made if it is not there. A name is lower-case letters, digits and underscores. */
    public static synchronized ServiceDatabase on(PostgresServer server, String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException("Not a name for a database: " + name);
        }
        try {
            Credentials owner = server.owner();
            prepareService(server, owner);
            createDatabase(server, owner, name);
            open(server, owner, name);
            return new ServiceDatabase(server.url(name), owner, server.service());
        } catch (SQLException e) {
            throw new DatabaseException(
                    "The database " + name + " cannot be prepared: " + e.getMessage(), "the server's log says more");
        }
    }

    private static void prepareService(PostgresServer server, Credentials owner) throws SQLException {
        Credentials service = server.service();
        try (Connection connection = connect(server.url("postgres"), owner);
                Statement statement = connection.createStatement()) {
            String verb =
                    exists(connection, "select from pg_roles where rolname = ?", service.user()) ? "alter" : "create";
            statement.execute(verb + " role " + service.user()
                    + " login nosuperuser nocreatedb nocreaterole nobypassrls password '" + service.password() + "'");
            if (!exists(connection, "select from pg_roles where rolname = ?", JOURNAL)) {
                statement.execute("create role " + JOURNAL + " nologin nosuperuser nobypassrls");
            }
            statement.execute("grant " + JOURNAL + " to " + service.user() + " with inherit false, set true");
        }
    }

    private static void createDatabase(PostgresServer server, Credentials owner, String name) throws SQLException {
        try (Connection connection = connect(server.url("postgres"), owner);
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "select from pg_database where datname = ?", name)) {
                statement.execute("create database " + name);
            }
        }
    }

    private static void open(PostgresServer server, Credentials owner, String name) throws SQLException {
        try (Connection connection = connect(server.url(name), owner);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    alter default privileges grant usage on schemas to %1$s;
                    alter default privileges grant select, insert, update, delete on tables to %1$s;
                    alter default privileges grant usage, select on sequences to %1$s;
                    """.formatted(server.service().user()));
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static Connection connect(String url, Credentials as) throws SQLException {
        return DriverManager.getConnection(url, as.user(), as.password());
    }
}
