package io.bareme.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The server on board, used when {@code spring.datasource.url} is not set.
 *
 * @param folder where its data lives; {@code .bareme/postgres} in the user's home unless set
 * @param binaries where PostgreSQL is unpacked; inside the folder unless set
 * @param name the database
 */
@ConfigurationProperties("bareme.database")
record DatabaseProperties(
        @Nullable Path folder,
        @Nullable Path binaries,
        @DefaultValue("bareme") String name) {

    DatabaseFolder databaseFolder() {
        Path base = folder == null ? Path.of(System.getProperty("user.home"), ".bareme", "postgres") : folder;
        return binaries == null ? DatabaseFolder.at(base) : new DatabaseFolder(base, binaries);
    }
}
