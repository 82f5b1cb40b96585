package io.bareme.load;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The database of a service on its own PostgreSQL, reached from outside as the owner of the tables. */
final class OwnerRows {

    private OwnerRows() {}

    /** @param folder what the service has as {@code bareme.database.folder} */
    static HikariDataSource of(Path folder, String database) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + port(folder) + "/" + database);
        pool.setUsername("bareme_owner");
        pool.setPassword(password(folder));
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(0);
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionTimeout(2_000);
        return pool;
    }

    static int port(Path folder) {
        return Integer.parseInt(postmaster(folder).get(3).strip());
    }

    static long pid(Path folder) {
        return Long.parseLong(postmaster(folder).getFirst().strip());
    }

    private static List<String> postmaster(Path folder) {
        while (true) {
            try {
                List<String> lines =
                        Files.readAllLines(folder.resolve("data-18").resolve("postmaster.pid"));
                if (lines.size() > 3) {
                    return lines;
                }
            } catch (IOException starting) {
                // it is written at the start
            }
            Pauses.millis(20);
        }
    }

    static String password(Path folder) {
        try {
            return Files.readString(folder.resolve("owner-password")).strip();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
