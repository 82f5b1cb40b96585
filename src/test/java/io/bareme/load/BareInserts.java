package io.bareme.load;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;

/** The least that a durable decision can cost: one row of as many bytes, inserted and committed by itself. */
final class BareInserts {

    private final Path database;
    private final int bytes;

    /** @param bytes of one row */
    BareInserts(Path database, int bytes) {
        this.database = database;
        this.bytes = bytes;
    }

    Measurement asFastAsItGoes(int clients, Duration time) throws SQLException {
        try (HikariDataSource pool = OwnerRows.of(database, "pgbench")) {
            pool.setMaximumPoolSize(clients);
            pool.setMinimumIdle(clients);
            pool.setConnectionTimeout(60_000);
            try (Connection connection = pool.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(
                        "create table if not exists bare (id bigint generated always as identity primary key, bytes bytea)");
                statement.execute("alter table bare alter bytes set storage external");
            }
            return Measurement.asFastAsItGoes(clients, time, number -> new Insert(pool, number));
        }
    }

    private final class Insert implements Measurement.Work {

        private final Connection connection;
        private final PreparedStatement statement;
        private final byte[] row = new byte[bytes];

        Insert(HikariDataSource pool, int number) {
            new Random(number).nextBytes(row);
            try {
                connection = pool.getConnection();
                statement = connection.prepareStatement("insert into bare (bytes) values (?)");
                statement.setBytes(1, row);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean run() {
            try {
                return statement.executeUpdate() == 1;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
